"""Why two plans differ, said in the reader's language: the twin of ``js/more/whywords.js``.

Templates are rows of ``locale/words.csv``; here is only the choice among them.
"""

from functools import reduce
from math import floor, log10

from cases import load
from widgets.loops import map_loops
from widgets.state import shock_names
from widgets.words import Speaker, decimals, language_of_book, number, typeset

CARRIES, AS_WELL = 0.1, 0.25
"""A stock that carries less of the difference is not named; a second one, or one that works against it, from more on."""
WEAK = 0.02
"""A loop without which the difference changes by less than this share does little."""
NAMED, FINEST = 3, 4
EVENTS = 2
"""So many events of a kind are named one by one."""


def paragraph(explanation, language=None, against="", plan=""):
    """Return one plain paragraph that says why, and what would be otherwise without it.

    Parameters
    ----------
    explanation : model.analyses.explanation.Explanation
        As ``model.explain`` returns it.
    language : str, optional
        en or zh_CN; the language of the book where it is left out.
    against : str, optional
        What the other plan is called; empty for the place as it was.
    plan : str, optional
        What the plan is called that is explained; empty for the reader's own.
    """
    say = Speaker(language or language_of_book())
    one = _Told(say, load(explanation.place), explanation, against, plan)
    told = [one.opening()]
    if one.differs():
        told += [one.causes(), *one.mediators(), one.loops()]
    return reduce(lambda one, other: say("more.predict.join", one=one, other=other), told)


class _Told:
    def __init__(self, say, case, explanation, against, plan):
        self.say, self.case, self.found = say, case, explanation
        self.under = say("more.why.under.plan", name=plan) if plan else say("more.why.under.now")
        self.than = say("more.why.than.plan", name=against) if against else say("more.why.than.own")
        self.course = say("more.why.course.plan", name=against) if against else say("more.why.course.own")
        self.name = say(f"quantity.{explanation.outcome}")
        self.stories = {loop["key"]: loop for loop in map_loops(say.language)}

    def differs(self):
        unit, mine, other = self.found.unit, self.found.mine, self.found.other
        return abs(mine - other) >= 0.005 if unit == "1" else number(mine, unit) != number(other, unit)

    def opening(self):
        found, places = self.found, self._places()
        digits = max(places, decimals(abs(found.mine), found.unit))
        amount = lambda value: self.say.united(typeset(f"{value:,.{digits}f}"), found.unit)  # noqa: E731
        month = self.say.month(self.case.begins, found.month)
        slots = {"month": month, "name": self.name, "under": self.under, "than": self.than, "value": amount(found.mine), "was": amount(found.other)}
        if not self.differs():
            return self.say("more.why.same", **slots)
        change = self.say.united(f"{abs(found.change):,.{places}f}", found.unit)
        return self.say("more.why.above" if found.change > 0 else "more.why.below", change=change, **slots)

    def causes(self):
        effects = {self._cause(key): value for key, value in self.found.causes["effect"].items()}
        if len(effects) == 1:
            return self.say("more.why.one", cause=next(iter(effects)))
        pairs = list(effects.items())
        named = pairs[: NAMED if len(pairs) > NAMED + 1 else len(pairs)]
        parts = [self.say("more.why.part", cause=name, effect=self._signed(value)) for name, value in named]
        rest = [value for _, value in pairs[len(named) :]]
        if rest:
            parts.append(self.say("more.why.others", count=len(rest), effect=self._signed(sum(rest))))
        return self.say("more.why.many", count=len(pairs), parts=self.say.phrase(parts))

    def mediators(self):
        table, change = self.found.mediators, self.found.change
        rest = {stock: self._signed(change - row["vanishes"]) for stock, row in table.iterrows()}
        slots = {stock: {"stock": self.say(f"quantity.{stock}"), "rest": left} for stock, left in rest.items()}
        along = table["share"][table["share"] > 0].head(2)
        passes = len(along) > 0 and along.iloc[0] >= CARRIES
        told = [self.say("more.why.direct", name=self.name)]
        if passes:
            told = [self.say("more.why.passes", course=self.course, change=self._signed(change), **slots[along.index[0]])]
        if passes and len(along) > 1 and along.iloc[1] >= AS_WELL:
            told.append(self.say("more.why.next", **slots[along.index[1]]))
        counter = table.index[table["share"] <= -AS_WELL][:1]
        return told + [self.say("more.why.counters", course=self.course, **slots[stock]) for stock in counter]

    def loops(self):
        first = self.found.loops.iloc[0]
        if abs(first["share"]) < WEAK:
            return self.say("more.why.weak", count=len(self.found.loops), percent=f"{WEAK * 100:.0f}")
        story, rest = self.stories[first.name], self._signed(self.found.change - first["vanishes"])
        slots = {"key": first.name, "loop": story["name"], "story": story["story"], "rest": rest}
        return self.say("more.why.enlarges" if first["share"] > 0 else "more.why.brakes", **slots)

    def _cause(self, key):
        if not key.startswith("shock_"):
            return self.case.lever(key).name[self.say.language]
        kind = key.removeprefix("shock_")
        come, gone = (self._events(kind, events) for events in (self.found.come, self.found.gone))
        if not gone:
            return come
        return self.say("more.why.instead", come=come, gone=gone) if come else self.say("more.why.without", gone=gone)

    def _events(self, kind, events):
        """Return what the events of a kind are called together; empty where there is none."""
        events = [one for one in events if one.shock == kind]
        if len(events) > EVENTS:
            return self.say("more.why.events", name=self.say(f"shock.{kind}"), count=len(events))
        return self.say.phrase([self._event(one) for one in events]) if events else ""

    def _event(self, event):
        """Return the place's own name of an event, or its kind and its month."""
        own = dict(zip(self.case.shocks, shock_names(self.case, self.say.language)))
        month = self.say.month(self.case.begins, event.month)
        return own.get(event) or self.say("more.why.event", name=self.say(f"shock.{event.shock}"), month=month)

    def _signed(self, value):
        return typeset(f"{value:+,.{self._places()}f}")

    def _places(self):
        """Return how many decimals show two digits of the difference or, if smaller, of its largest part."""
        grain = min([abs(self.found.change), *self.found.causes["effect"].abs()[:1]])
        return min(FINEST, max(0, 1 - floor(log10(grain)))) if grain else 0
