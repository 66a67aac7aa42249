"""Under each event stands what it did and how long the way back takes, as Python finds it."""

import pytest
from hands import LOCALES, MONTHS, PLACE
from playwright.sync_api import expect
from test_access import findings

from cases import load
from model import recovery
from widgets.words import number

CASE = load(PLACE)


class Events:
    """The list of what happens to the place."""

    def __init__(self, studio):
        self.page, self.say = studio.page, studio.say
        self.box = studio.root.locator(".gt-happenings")
        self.box.locator("summary").click()

    def add(self, kind):
        """Add an event of a kind; where the list puts it and how large it makes it stays."""
        self.box.locator("select").select_option(kind)
        self.box.locator(".gt-add button").click()
        return self.box.locator(".gt-shock-mine").last

    def slide(self, event, number, value):
        """Put the first, second or third slider of an event somewhere: its month, its length, its size."""
        slider = event.locator("input[type=range]").nth(number)
        slider.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(value))

    def told(self, event):
        """The sentence under an event."""
        return event.locator(".gt-told")

    def sentence(self, *rows):
        """What is to be said of an event, by rows of the table that Python returns."""
        return self.say("more.recovery.said", clauses=self.say("more.recovery.next").join(map(self._clause, rows)))

    def _clause(self, one):
        side = "lower" if one["gap"] < 0 else "higher"
        month = self.say.month(CASE.begins, one["gap_month"])
        slots = {"name": self.say(f"dimension.{one['dimension']}"), "size": number(abs(one["gap"]), "1"), "month": month}
        then = self.say(f"more.recovery.months.{side}", count=int(one["recovered"]))
        return self.say("more.recovery.clause", what=self.say(f"more.recovery.{side}", **slots), then=then)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("lang", LOCALES)
def test_an_epidemic_is_told_with_the_months_that_python_counts(hands, lang, width):
    """The reader's own, in a month of her choice, beside those of the place, of which each has its sentence too."""
    events = Events(hands(lang, width=width))
    epidemic = events.add("epidemic")
    events.slide(epidemic, 0, CASE.months - 36)
    events.slide(epidemic, 2, 2)
    found = recovery(CASE, shocks=[*CASE.shocks, ("epidemic", CASE.months - 36, 9, 2.0)], months=MONTHS, every=True)
    value, _, interaction, _ = (row for _, row in found.iloc[-4:].iterrows())
    assert abs(interaction["gap"]) > abs(value["gap"]) and value["recovered"] > interaction["recovered"] + 12
    expect(events.told(epidemic)).to_have_text(events.sentence(interaction, value))
    expect(events.told(events.box.locator(".gt-shock").first)).to_have_text(events.sentence(found.iloc[3]))
    assert findings(events.page, ".gt-happenings") == []
    assert events.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_event_that_is_switched_off_says_nothing_and_one_of_no_size_that_it_does_nothing(hands):
    events = Events(hands())
    own = events.box.locator(".gt-shock").first
    expect(events.told(own)).not_to_be_empty()
    own.locator("input").uncheck()
    expect(events.told(own)).to_be_empty()
    honour = events.add("honour")
    events.slide(honour, 2, 0)
    expect(events.told(honour)).to_have_text(events.say("more.recovery.nothing"))


def test_it_is_not_read_out_by_itself(hands):
    """One voice is enough: the sentence is there for whoever comes to the event."""
    events = Events(hands())
    expect(events.told(events.box.locator(".gt-shock").first)).not_to_be_empty()
    assert events.box.locator("[aria-live], [role=status], [role=alert]").count() == 0
