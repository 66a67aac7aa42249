"""What happened when in a place."""

import traitlets

from widgets.base import Widget
from widgets.page import element, escape
from widgets.sources import called
from widgets.state import COMMON_WORDS, place_of


class Timeline(Widget):
    """The events of a place on a line of years, and as a list.

    Parameters
    ----------
    place : str or cases.Case
    language : str, optional
        en or zh_CN; the language of the book where it is left out.

    Attributes
    ----------
    shown : str
        The kind of event that is shown; empty for all.
    """

    shown = traitlets.Unicode("").tag(sync=True)
    moving = ("shown",)

    def __init__(self, place, language=None, **values):
        self.case = place_of(place)
        super().__init__(language, kind="timeline", **values)
        rows = sorted(self.case.timeline.fillna("").to_dict("records"), key=lambda row: row["date"])
        self.state = {
            "events": [self._event(row) for row in rows],
            "first": self.say.date(rows[0]["date"]),
            "last": self.say.date(rows[-1]["end"] or rows[-1]["date"]),
            "words": self.say.chosen(*COMMON_WORDS, "timeline.", "event."),
        }

    def __repr__(self):
        return f"Timeline({self.case.key!r})"

    def _event(self, row):
        when = self.say.date(row["date"])
        if row["end"]:
            when = self.say("timeline.span", **{"from": when, "to": self.say.date(row["end"])})
        reference = f"{row['source']}:{row['fact']}" if row["fact"] else row["source"]
        return {
            "date": row["date"],
            "when": when,
            "text": row[self.language],
            "kind": row["kind"],
            "source": called(reference, self.language),
        }

    def picture(self):
        """Return the events as a list: the order of time needs no drawing."""
        events = self.state["events"]
        items = (
            element(
                "li",
                element("time", escape(one["when"]), datetime=one["date"]),
                element("p", escape(one["text"])),
                class_="gt-event",
                data_kind=one["kind"],
            )
            for one in events
        )
        slots = {"total": len(events), "first": self.state["first"], "last": self.state["last"]}
        sentence = element("p", escape(self.say("timeline.story", **slots)), class_="gt-sentence")
        return sentence + element("ol", *items, class_="gt-events")
