"""What a reader does with a studio: by mouse, by finger and by keyboard."""

import json
from pathlib import PurePath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from widgets import Studio
from widgets.words import Speaker

PLACE, SHORT = "tianjin", "nanjing"
"""The place that most tests are about, and one with a short history, where panels soon have worked out what they tell."""
MONTHS = Studio(PLACE).months
BEGINS = Studio(PLACE).begins
LOCALES = {"en": "en", "zh": "zh_CN"}
REST = 700
"""After so many milliseconds a change has become a step."""


class Hands:
    """What a reader does with a studio and its panels."""

    def __init__(self, watched, lang="en"):
        self.watched, self.page, self.say = watched, watched.page, Speaker(LOCALES[lang])
        self.key = f"governing-together/{PurePath(urlsplit(self.page.url).path).stem}"
        self.root = self.page.locator("[data-widget=studio]").first
        self.root.scroll_into_view_if_needed()
        expect(self.root).to_have_attribute("data-live", "true")

    def slide(self, lever, value):
        """Put a lever somewhere, as a drag of its slider ends."""
        self._put(self.lever(lever), value)

    def move(self, lever, value):
        """Put a lever somewhere else and let it rest, until that is a step that can be undone."""
        steps = self.steps()
        self.slide(lever, value)
        self.page.wait_for_function("([key, steps]) => JSON.parse(localStorage[key] ?? '{\"at\":0}').at !== steps", arg=[self.key, steps], polling=50)

    def put(self, part, value):
        """Put one of the sliders that are no levers somewhere."""
        self._put(self.root.locator(f".gt-{part} input[type=range]"), value)

    def _put(self, slider, value):
        slider.evaluate("(node, value) => { node.value = value; node.dispatchEvent(new Event('input', { bubbles: true })); }", str(value))
        self.settle()

    def click(self, part):
        """Click and wait for the picture."""
        part.click()
        self.settle()

    def tile(self, name):
        """The number of a headline, unrounded."""
        self.root.locator(".gt-tiles").scroll_into_view_if_needed()
        self.settle()
        return float(self.root.locator(f"[data-quantity={name}] data").get_attribute("value"))

    def line(self, dimension):
        """The number beside the name of a dimension, unrounded."""
        return float(self.root.locator(f".gt-four [data-tone={dimension}] data").get_attribute("value"))

    def steps(self):
        """How many steps could be undone, by what the browser keeps."""
        return self.page.evaluate("(key) => JSON.parse(localStorage[key] ?? '{\"at\":0}').at", self.key)

    def drawn(self):
        """The prediction of the step that is in force, by what the browser keeps, once it has come to rest."""
        self.page.wait_for_timeout(REST)
        kept = json.loads(self.page.evaluate("(key) => localStorage[key]", self.key))
        return kept["drawn"][kept["at"]]

    def lever(self, name):
        """The slider of a lever."""
        return self.root.locator(f"[data-lever={name}] input")

    def value(self, name):
        """Where a lever stands."""
        self.settle()
        return float(self.lever(name).input_value())

    def opening(self, key):
        """What a sentence begins with, before its first number."""
        return self.say(key).split("{")[0]

    def settle(self):
        """Wait until the picture of the last move is painted."""
        self.page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def tool(self, name):
        """A button of the row over the levers."""
        return self.root.locator(f".gt-{name}")

    def open(self, panel):
        """Open a panel, unless it is open already, and return it."""
        tab = self.root.get_by_role("tab", name=self.say(f"studio.further.{panel}"), exact=True)
        if tab.get_attribute("aria-selected") == "false":
            tab.click()
        inside = self.root.locator(f".gt-{panel}")
        expect(inside).to_be_visible()
        return inside

    def again(self, fragment=""):
        """Leave the page and come back to it, and to its panels; the one that was open opens by itself."""
        address, opened = self.page.url.split("#")[0], self.root.locator(".gt-further [aria-selected=true]")
        before = opened.count()
        self.page.goto("about:blank")
        self.page.goto(address + fragment)
        expect(self.root).to_have_attribute("data-live", "true")
        self.root.locator(".gt-tabs").scroll_into_view_if_needed()
        expect(opened).to_have_count(before)


def near(expected):
    """Equal up to what engines of different makers may differ by."""
    return pytest.approx(expected, rel=1e-9, abs=1e-9)
