"""What a reader does with the panel of sharing, and plans to share: simple, full, as long as is likely, too long for a link."""

from hands import PLACE, Hands
from playwright.sync_api import expect

from cases import Plan, load

PLAN = Plan(PLACE, {"training": {408: 80}, "recognition": {408: 0}})
FULL = Plan(PLACE, {one.lever: {300: one.levels[0].value} for one in load(PLACE).levers}, [("epidemic", 410), ("conflict", 420, 5, 2)])
SHOWN = [one for one in load(PLACE).levers if one.shown]
LONG = Plan(PLACE, {one.lever: {396: one.levels[0].value} for one in SHOWN[:8]}, [*load(PLACE).shocks, ("epidemic", 410, 7, 2.5), ("conflict", 420, 5, 2)])
TOO_MUCH = Plan(PLACE, {one.lever: {month: one.levels[month % 2].value for month in range(396, 440)} for one in SHOWN})


class Sharing(Hands):
    """The panel of sharing, opened."""

    def __init__(self, watched, lang="en"):
        super().__init__(watched, lang)
        self.lang = lang
        self.panel = self.open("share")

    def text(self, key, **slots):
        return self.say(f"more.share.{key}", **slots)

    def button(self, key):
        return self.panel.get_by_role("button", name=self.text(key), exact=True)

    @property
    def code(self):
        expect(self.panel.locator(".gt-late")).to_have_count(0)
        return self.panel.locator(".gt-code").inner_text()

    @property
    def link(self):
        expect(self.panel.locator(".gt-late")).to_have_count(0)
        return self.panel.get_by_label(self.text("link")).input_value()

    @property
    def said(self):
        return self.panel.locator(".gt-opening [role=status]")

    @property
    def link_said(self):
        """The line that says what came of a link."""
        return self.root.locator(".gt-studio > .gt-note[role=status]").last

    def bring(self, text):
        """Paste a text and open it."""
        self.panel.locator("textarea").fill(text)
        self.button("open").click()

    def held(self):
        """What stands in the studio now: every slider, and the code."""
        self.settle()
        return self.root.locator(".gt-levers input[type=range]").evaluate_all("all => all.map(one => one.value)"), self.code

    def saved(self, button):
        """What the browser saves at a press of a button: its name and its bytes."""
        with self.page.expect_download() as download:
            button.click()
        return download.value.suggested_filename, download.value.path().read_bytes()
