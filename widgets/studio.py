"""The studio of a place: move a lever and watch value, resource, interaction and outcomes change."""

import sys
from numbers import Integral, Real

import pandas
import traitlets

from cases import CaseError, Plan, check_plan, check_prediction, check_shocks
from cases.editions import AFTER
from model import simulate
from model.analyses.dimensions import DIMENSIONS, dimension_lines
from model.run import LONGEST
from widgets.base import Widget
from widgets.causal_map import given_map
from widgets.picture import small_multiples
from widgets.state import given_to_panels, place_of, plan_of, shocks_as_rows, shown_quantities, studio_state
from widgets.words import language_of_book

BEFORE = 60
"""The years drawn at first begin this many months before the reader's changes."""


class Studio(Widget):
    """Levers on one side, what they do on the other.

    Parameters
    ----------
    place : str, cases.Case or cases.Plan
        Name of a place, or a plan (or its code, or a link to it), which is then shown in its place.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    months : int, optional
        Length of the run, 1 to 1200; the place's own history and five years where it is left out.
    begins : int, optional
        Month in which the reader's changes begin; the end of the place's own history where it is
        left out.
    plan : dict, optional
        Lever to a number, or to {month: number}, as for `model.simulate`.

    Attributes
    ----------
    plan : dict
        What the reader changed; {} is the place as it was.  Readable and writable; a bad plan is
        refused with a CaseError and changes nothing.
    shocks : list of dict
        What happens to the place; at first its own shocks.
    run : pandas.DataFrame
        The run that is shown, as `model.simulate` returns it.  A run that is written is shown in
        place of the reader's, until a lever moves; what is no such run is refused with a ValueError.
    begins, month, since : int
        Where changes begin, which month is shown, which month is drawn first.
    quantity : str
        The quantity drawn large.
    prediction : dict or None
        What the reader expects of the plan: quantity or dimension to {month: value}, as it is drawn
        in the panel for that.  Readable and writable; a bad one is refused with a CaseError and
        changes nothing.
    asked, offers : bool, dict
        Whether the panel about money has asked for the best plans of the place, and what is known
        of them: part, how much of the search is done, and in the end plans, as `widgets.offers.offers`
        gives them.

    Raises
    ------
    TypeError
        If place is none of these.
    CaseError
        For a place, plan, number of months, month or quantity that is not allowed.
    """

    plan = traitlets.Dict().tag(sync=True)
    shocks = traitlets.List().tag(sync=True)
    begins = traitlets.Int(0, min=0).tag(sync=True)
    month = traitlets.Int(0, min=0).tag(sync=True)
    since = traitlets.Int(0, min=0).tag(sync=True)
    quantity = traitlets.Unicode("volunteers").tag(sync=True)
    prediction = traitlets.Dict(default_value=None, allow_none=True).tag(sync=True)
    written = traitlets.Dict().tag(sync=True)
    given = traitlets.Dict().tag(sync=True)
    asked = traitlets.Bool(False).tag(sync=True)
    offers = traitlets.Dict().tag(sync=True)

    moving = ("plan", "shocks", "begins", "month", "since", "quantity", "prediction", "written")

    def __init__(self, place, language=None, months=None, begins=None, plan=None, **values):
        place = plan_of(place)
        if isinstance(place, Plan):
            plan, begins = place.changes if plan is None else plan, place.begins if begins is None else begins
            values = {"shocks": place.all_shocks, "prediction": place.prediction, **values}
            place = place.place
        self.case = place_of(place)
        self.months = _whole("months", self.case.months + AFTER if months is None else months, 1, LONGEST)
        begins = _whole("begins", min(self.case.months, self.months) if begins is None else begins, 0, self.months)
        language = language or language_of_book()
        self._frame = None
        super().__init__(
            language,
            kind="studio",
            plan=plan or {},
            shocks=values.pop("shocks", self.case.shocks),
            given={**given_to_panels(language), "map": given_map(language)},
            begins=begins,
            month=values.pop("month", self.months),
            since=values.pop("since", max(0, (begins - BEFORE) // 12 * 12)),
            **values,
        )
        self.state = studio_state(self.case, self.language, self.months)

    def as_plan(self, name=""):
        """Return what the reader changed, and expects of it, as a `cases.Plan`, which has a code, a link and a file."""
        return Plan(self.case.key, self.plan, self._shocks(), self.begins, name, self.prediction)

    def __repr__(self):
        return f"Studio({self.case.key!r}, plan={self.plan!r})"

    @property
    def run(self):
        """The run that is shown, one row a month, one column a quantity."""
        if self._frame is not None:
            return self._frame.copy()
        return simulate(self.case, plan=self.plan, months=self.months, shocks=self._shocks())

    @run.setter
    def run(self, frame):
        names = [one["key"] for one in self.state["quantities"]]
        missing = [name for name in names if name not in getattr(frame, "columns", ())]
        if not isinstance(frame, pandas.DataFrame) or missing or list(frame.index) != list(range(self.months + 1)):
            raise ValueError(
                f"studio.run is {type(frame).__name__}; allowed is a DataFrame as model.simulate returns it, "
                f"with months 0 to {self.months} and every quantity (missing: {', '.join(missing) or 'none'})."
            )
        _check_columns(frame[names])
        self.written = {name: frame[name].tolist() for name in names}
        self._frame = frame.copy()

    @traitlets.validate("plan")
    def _plan_is_allowed(self, proposal):
        return allowed_plan(proposal.value)

    @traitlets.validate("shocks")
    def _shocks_are_allowed(self, proposal):
        return shocks_as_rows(check_shocks(proposal.value))

    @traitlets.validate("begins", "month", "since")
    def _month_is_in_the_run(self, proposal):
        return _whole(proposal.trait.name, proposal.value, 0, self.months)

    @traitlets.validate("quantity")
    def _quantity_is_known(self, proposal):
        names = [one["key"] for one in shown_quantities(self.case)]
        if proposal.value not in names:
            raise CaseError(f"quantity is {proposal.value!r}; allowed are {', '.join(names)}.")
        return proposal.value

    @traitlets.validate("prediction")
    def _prediction_is_allowed(self, proposal):
        curves = {key: _months_as_numbers(curve) for key, curve in (proposal.value or {}).items()}
        prediction = check_prediction(curves)
        highest = {one["key"]: one["highest"] for one in shown_quantities(self.case)} | dict.fromkeys(DIMENSIONS, 1)
        for key, curve in prediction.items():
            if key not in highest:
                raise CaseError(f"prediction is of {key!r}; allowed are {', '.join(highest)}.")
            if not curve or max(curve) > self.months:
                raise CaseError(f"prediction of {key} has the months {[*curve]}; allowed are one or more of 0 to {self.months}.")
            if highest[key] is not None and max(curve.values()) > highest[key]:
                raise CaseError(f"prediction of {key} is {max(curve.values())}; allowed is 0 to {highest[key]}.")
        return prediction or None

    @traitlets.observe("plan", "shocks")
    def _let_go_of_the_written_run(self, _change):
        self._frame = None
        self.written = {}

    @traitlets.observe("written")
    def _forget_the_frame(self, change):
        if not change.new:
            self._frame = None

    @traitlets.observe("asked")
    def _look_for_offers(self, change):
        from widgets.offers import offers  # the optimiser takes a second to load, and few ask for it

        def tell(done, whole):
            self.offers = {"part": done / whole}

        if change.new:
            self.offers = {"plans": offers(self.case, tell)}

    def _shocks(self):
        return [tuple(one.values()) for one in self.shocks]

    def picture(self):
        """Return the four dimensions of the run as small pictures, with a sentence."""
        own = simulate(self.case, months=self.months, shocks=self.case.shocks)
        before, now = dimension_lines(own, own), dimension_lines(self.run, own)
        say, changed = self.say, not self.run.equals(own)
        pictures = [
            (
                say(f"dimension.{name}"),
                name,
                [("gt-own", before[name])] + ([("gt-run", now[name])] if changed else []),
            )
            for name in DIMENSIONS
        ]
        return small_multiples(pictures, self.case.begins, self._sentence(now))

    def _sentence(self, lines):
        say = self.say
        parts = [
            say(
                "studio.picture.part",
                name=say(f"dimension.{name}"),
                start=f"{lines[name].iloc[0]:.2f}",
                end=f"{lines[name].iloc[-1]:.2f}",
            )
            for name in DIMENSIONS
        ]
        return say(
            "studio.picture",
            place=self.case.name[self.language],
            first=say.month(self.case.begins, 0),
            last=say.month(self.case.begins, self.months),
            parts=say.phrase(parts),
        )


def allowed_plan(plan):
    """Return a plan as `cases.check_plan` does; months may be text, as they are when they come from a page.

    Raises
    ------
    CaseError
        If it is not allowed.
    """
    return check_plan({lever: _months_as_numbers(setting) for lever, setting in plan.items()})


def _whole(name, value, least, most):
    """Return a number of months as an int."""
    if isinstance(value, bool) or not isinstance(value, Integral) or not least <= value <= most:
        raise CaseError(f"{name} is {value!r}; allowed is a whole number from {least} to {most} (months).")
    return int(value)


def _check_columns(frame):
    """Let a run pass whose every column is there once and holds what can be drawn."""
    for at, name in enumerate(frame.columns):
        if name in frame.columns[:at]:
            raise ValueError(f"studio.run has more than one column {name}; allowed is one.")
        for month, value in frame.iloc[:, at].items():
            if isinstance(value, bool) or not isinstance(value, Real) or not abs(value) <= sys.float_info.max:
                raise ValueError(f"studio.run has {value!r} in column {name}, month {month}; allowed is a finite number.")


def _months_as_numbers(setting):
    if not hasattr(setting, "items"):
        return setting
    return {int(month) if isinstance(month, str) and month.isdecimal() else month: value for month, value in setting.items()}
