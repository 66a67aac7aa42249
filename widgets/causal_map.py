"""The causal map: every arrow with its sign, source and delay, every named loop with its story."""

import traitlets

from model.analyses.dimensions import quantities
from model.generated.probe import ENTRANCES
from widgets.base import Widget
from widgets.loops import map_loops, map_rows
from widgets.sources import called
from widgets.state import COMMON_WORDS
from widgets.still import diagram, listed
from widgets.words import Speaker

COLUMNS = (("value",), ("resource",), ("interaction",), ("outcome", "outside driver"))
WORDS = ("map.", "loop.", "delay.", "badge.", "dimension.")


def map_nodes(language):
    """Return the named quantities with their words."""
    say, table = Speaker(language), quantities()
    return [
        {
            "key": row.name,
            "name": say(f"quantity.{row.name}"),
            "dimension": row.dimension,
            "meaning": say(f"quantity.{row.name}.meaning"),
        }
        for row in table[table.named == "yes"].itertuples()
    ]


def map_edges(language):
    """Return the arrows of ``model/causal_map.csv`` with a sentence for each."""
    say = Speaker(language)
    return [
        {
            "from": row["cause"],
            "to": row["effect"],
            "sign": row["sign"],
            "stated": row["stated_or_inferred"],
            "delay": row["delay"],
            "note": say(f"edge.{row['cause']}.{row['effect']}"),
            "source": called(row["sources"], language),
        }
        for row in map_rows("causal_map.csv")
    ]


def given_map(language):
    """Return what a panel needs to draw its loops on the map: quantities, arrows, where levers and shocks enter, words."""
    words = Speaker(language).chosen(*COMMON_WORDS, *WORDS)
    return {"nodes": map_nodes(language), "edges": map_edges(language), "enters": ENTRANCES, "words": words}


class CausalMap(Widget):
    """The causal map of the model: the same for every place.

    Parameters
    ----------
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    loop : str, optional
        A loop to light up, such as R3.

    Attributes
    ----------
    loop : str
        The loop that is lit; empty for none.
    """

    loop = traitlets.Unicode("").tag(sync=True)
    moving = ("loop",)

    def __init__(self, language=None, **values):
        super().__init__(language, kind="causal_map", **values)
        language = self.language
        self.state = {
            "nodes": map_nodes(language),
            "edges": map_edges(language),
            "loops": map_loops(language),
            "words": self.say.chosen(*COMMON_WORDS, *WORDS),
        }

    def __repr__(self):
        return f"CausalMap(loop={self.loop!r})"

    @traitlets.validate("loop")
    def _loop_is_known(self, proposal):
        known = [row["loop"] for row in map_rows("loops.csv")]
        if proposal.value and proposal.value not in known:
            raise traitlets.TraitError(f"loop is {proposal.value!r}; allowed are {', '.join(known)}, or '' for none.")
        return proposal.value

    def picture(self):
        """Return the quantities in four columns, the arrows, and the loops in words."""
        say, state = self.say, self.state
        columns = [
            [(one["key"], one["name"], one["dimension"]) for one in state["nodes"] if one["dimension"] in dimensions]
            for dimensions in COLUMNS
        ]
        edges = [(one["from"], one["to"], "more" if one["sign"] == "+" else "less") for one in state["edges"]]
        counts = {name: len(state[name]) for name in ("nodes", "edges", "loops")}
        heads = [say(f"dimension.{dimensions[0]}") for dimensions in COLUMNS]
        drawing = diagram(columns, heads, edges, say("map.picture", **counts))
        lines = [f"{say('loop.title', **one)}{say('colon')}{one['story']}" for one in state["loops"]]
        return drawing + listed(lines)
