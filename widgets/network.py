"""Who is tied to whom in a place, and how strong the ties are in a run."""

import traitlets

from model import simulate
from widgets.base import Widget
from widgets.state import network_state, place_of
from widgets.still import diagram, listed

COLUMNS = (("administration",), ("both", "market"), ("society",))


class Network(Widget):
    """The actor network of a place, with a month that can be moved.

    Parameters
    ----------
    place : str or cases.Case
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    run : pandas.DataFrame, optional
        A run as `model.simulate` returns it; the place's own history where it is left out.

    Attributes
    ----------
    month : int
        The month shown.
    """

    month = traitlets.Int(0, min=0).tag(sync=True)
    moving = ("month",)

    def __init__(self, place, language=None, run=None, **values):
        self.case = place_of(place)
        if run is None:
            run = simulate(self.case, months=self.case.months, shocks=self.case.shocks)
        super().__init__(language, kind="network", month=values.pop("month", int(run.index[-1])), **values)
        self.state = network_state(self.case, self.language, run)

    def __repr__(self):
        return f"Network({self.case.key!r})"

    def picture(self):
        """Return actors in three columns, the ties between them, and the ties in words."""
        say, actors, ties = self.say, self.state["actors"], self.state["ties"]
        columns = [[(one["key"], one["name"], one["side"]) for one in actors if one["side"] in sides] for sides in COLUMNS]
        heads = [say(f"side.{'_'.join(sides)}") for sides in COLUMNS]
        place = self.case.name[self.language]
        sentence = say("network.picture", place=place, actors=len(actors), ties=len(ties))
        drawing = diagram(columns, heads, [(one["from"], one["to"], one["kind"]) for one in ties], sentence)
        named = {one["key"]: one["name"] for one in actors}
        lines = [
            say("network.tie", **{"from": named[one["from"]], "to": named[one["to"]]}) + say("colon") + one["flow"]
            for one in ties
        ]
        return drawing + listed(lines)
