"""The evidence: every fact of a place's source and every number of the model, with badges."""

import csv
from collections import Counter
from pathlib import Path

import traitlets

from widgets.base import Widget
from widgets.page import element, escape
from widgets.picture import bars
from widgets.sources import called
from widgets.state import COMMON_WORDS, place_of
from widgets.words import Speaker, grouped

FACTS = Path(__file__).parent.parent / "data" / "facts.csv"
def fact_rows(source, language):
    """Return the facts of one source: id, sentence, value, kind, subject, anchor."""
    say = Speaker(language)
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["source"] == source]
    return [
        {
            "id": row["id"],
            "claim": row[f"claim_{language}"],
            "value": _spoken(row, say),
            "kind": row["kind"],
            "anchor": row["anchor"],
        }
        for row in rows
    ]


def _spoken(row, say):
    """Return the value of a fact that is a number or a date; of the others the sentence says it all."""
    return {"number": grouped, "date": say.date}.get(row["kind"], lambda value: "")(row["value"])


def value_rows(case, language):
    """Return every parameter, start value and lever of a place with range, badge and reason."""
    say = Speaker(language)
    return [
        {
            "name": row["name"],
            "title": _title(row, case, say),
            "value": row["value"],
            "low": row["low"],
            "high": row["high"],
            "unit": row["unit"],
            "badge": row["badge"],
            "source": called(row["source"] if isinstance(row["source"], str) else "", language),
            "reason": row[f"reason_{language}"],
        }
        for row in case.values.to_dict("records")
    ]


def _title(row, case, say):
    if row["kind"] == "lever":
        return case.lever(row["name"]).name[say.language]
    if row["kind"] == "start":
        return say("evidence.start", name=say(f"quantity.{row['name']}"))
    text = say(f"parameter.{row['name']}")
    return text[:1].upper() + text[1:]


class Evidence(Widget):
    """A table to filter and to search; a touch on a number shows where it comes from.

    Parameters
    ----------
    place : str or cases.Case
    language : str, optional
        en or zh_CN; the language of the book where it is left out.

    Attributes
    ----------
    part : str
        ``facts`` of the source or ``values`` of the model.
    """

    part = traitlets.Enum(("facts", "values"), default_value="facts").tag(sync=True)
    moving = ("part",)

    def __init__(self, place, language=None, **values):
        self.case = place_of(place)
        super().__init__(language, kind="evidence", **values)
        language = self.language
        self.state = {
            "source": called(self.case.source, language),
            "facts": fact_rows(self.case.source, language),
            "values": value_rows(self.case, language),
            "words": self.say.chosen(*COMMON_WORDS, "evidence.", "badge."),
        }

    def __repr__(self):
        return f"Evidence({self.case.key!r})"

    def picture(self):
        """Return the facts by kind as bars, and as a list the facts that are numbers or dates."""
        say, facts = self.say, self.state["facts"]
        counts = Counter(say(f"badge.{fact['kind']}") for fact in facts)
        ordered = counts.most_common()
        parts = say.phrase([say("evidence.part", name=name, count=count) for name, count in ordered])
        drawing = bars(ordered, say("evidence.picture", count=len(facts), parts=parts))
        rows = (
            element("tr", element("td", escape(fact["claim"])), element("td", escape(fact["value"])), id=fact["id"])
            for fact in facts
            if fact["value"]
        )
        heads = (element("th", escape(say(f"evidence.{name}")), scope="col") for name in ("claim", "value"))
        return drawing + element("table", element("thead", element("tr", *heads)), element("tbody", *rows))
