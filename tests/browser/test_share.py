"""A plan leaves the built page as a code, a link, a file, numbers, pictures and a sheet of paper, and comes back."""

import csv
import io
import json
import random
import re
import struct
from xml.etree import ElementTree

import numpy
import pytest
from hands import LOCALES, MONTHS, PLACE, Hands
from playwright.sync_api import expect
from test_access import findings

from cases import Plan, load, open_plans, save_plans
from cases.codes import ALPHABET
from cases.files import SCHEMA
from model import simulate
from widgets.words import words

PLAN = Plan(PLACE, {"training": {408: 80}, "recognition": {408: 0}})
FULL = Plan(PLACE, {one.lever: {300: one.levels[0].value} for one in load(PLACE).levers}, [("epidemic", 410), ("conflict", 420, 5, 2)])
SHOWN = [one for one in load(PLACE).levers if one.shown]
LONG = Plan(PLACE, {one.lever: {396: one.levels[0].value} for one in SHOWN[:8]}, [*load(PLACE).shocks, ("epidemic", 410, 7, 2.5), ("conflict", 420, 5, 2)])
TOO_MUCH = Plan(PLACE, {one.lever: {month: one.levels[month % 2].value for month in range(396, 440)} for one in SHOWN})
A4 = (595, 842)
SVG = "{http://www.w3.org/2000/svg}"
FINE = 3
LARGE = 10_000_000


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
        return self.panel.locator(".gt-code").inner_text()

    @property
    def link(self):
        return self.panel.get_by_label(self.text("link")).input_value()

    @property
    def said(self):
        return self.panel.locator(".gt-opening [role=status]")

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


@pytest.fixture
def sharing(page_at):
    """`sharing(lang, …)`: a studio with its panel of sharing open; the page has had nothing to complain about at the end."""
    opened = []

    def start(lang="en", **context):
        opened.append(Sharing(page_at(lang, PLACE, **context), lang))
        return opened[-1]

    yield start
    for one in opened:
        assert one.watched.errors == [] and one.watched.foreign == []


def test_the_code_and_the_link_are_those_of_python(sharing):
    hands = sharing()
    assert hands.code == Plan(PLACE).code()
    hands.move("training", 80)
    hands.move("recognition", 0)
    expect(hands.panel.locator(".gt-code")).to_have_text(PLAN.code())
    assert hands.link == hands.page.url.partition("#")[0] + PLAN.link()


@pytest.mark.parametrize("lang", LOCALES)
def test_a_pasted_code_opens_and_can_be_undone(sharing, lang):
    hands = sharing(lang)
    before = hands.held()
    hands.bring(PLAN.code().lower())
    expect(hands.said).to_have_text(hands.text("opened"))
    assert (hands.value("training"), hands.value("recognition"), hands.code) == (80, 0, PLAN.code())
    expect(hands.tool("undo")).to_be_enabled()
    hands.tool("undo").click()
    assert hands.held() == before


@pytest.mark.parametrize("lang", LOCALES)
def test_a_link_opens_when_the_page_loads_and_when_it_is_put_into_the_address(sharing, site, lang):
    hands = sharing(lang)
    other = Plan(PLACE, {"training": {408: 20}})
    for plan in (PLAN, other):
        hands.page.goto(f"{site}/{lang}/{PLACE}.html{plan.link()}")
        if plan is PLAN:
            hands.page.reload()
            hands.page.goto(f"{site}/{lang}/{PLACE}.html{plan.link()}")
        said = hands.root.locator(".gt-studio > [role=status]").filter(has_text=hands.text("opened"))
        expect(said).to_have_count(1)
        expect(said).to_be_in_viewport()
        expect(hands.lever("training")).to_have_value(f"{plan.changes['training'][408]:g}")


def test_a_link_of_the_first_form_still_opens(sharing, site):
    hands = sharing()
    hands.page.goto(f"{site}/en/{PLACE}.html#place={PLACE}&begins=408&month=468&training=408~80")
    hands.page.reload()
    expect(hands.lever("training")).to_have_value("80")


def test_the_switch_of_language_keeps_a_plan_that_came_by_link(sharing, site):
    hands = sharing()
    hands.page.goto(f"{site}/en/{PLACE}.html{PLAN.link()}")
    expect(hands.lever("training")).to_have_value("80")
    hands.page.locator(".bar .language").click()
    expect(hands.lever("training")).to_have_value("80")
    expect(hands.lever("recognition")).to_have_value("0")


def test_a_plan_of_another_place_changes_nothing_and_leads_there(sharing):
    hands = sharing()
    before, lever = hands.held(), load("nanjing").levers[3].lever
    hands.bring(Plan("nanjing", {lever: {17: 200}}).code())
    expect(hands.said).to_contain_text(hands.text("elsewhere", place=load("nanjing").name["en"]))
    assert hands.held() == before
    hands.said.get_by_role("link").click()
    hands.page.wait_for_url("**/nanjing.html*")
    expect(hands.page.locator(f"[data-lever={lever}] input")).to_have_value("200")


@pytest.mark.parametrize("lang", LOCALES)
def test_a_saved_file_opens_here_and_in_python(sharing, lang, site):
    hands = sharing(lang)
    hands.bring(PLAN.code())
    name, data = hands.saved(hands.button("save"))
    assert name == f"{PLACE}-{PLAN.code().replace('-', '')}.json" and open_plans(data) == [PLAN]
    assert hands.page.request.get(json.loads(data)["$schema"]).json()["$id"] == SCHEMA
    hands.bring(Plan(PLACE).code())
    hands.panel.locator("input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": data})
    expect(hands.lever("training")).to_have_value("80")


def test_a_file_with_several_plans_is_kept_and_its_first_is_shown(sharing):
    hands = sharing()
    plans = [Plan(PLACE, PLAN.changes, name="甲", prediction={"trust": {468: 0.5}}), Plan("nanjing"), Plan(PLACE, {"delegation": {408: 1}}, name="乙")]
    drop = """(node, text) => {
        const data = new DataTransfer();
        data.items.add(new File([text], "plans.json"));
        node.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    }"""
    hands.panel.locator(".gt-opening").evaluate(drop, save_plans(plans))
    expect(hands.said).to_contain_text("“甲”")
    expect(hands.said).to_contain_text(hands.text("kept", count=2))
    expect(hands.said).to_contain_text(load("nanjing").name["en"])
    assert open_plans(hands.saved(hands.button("save_all"))[1]) == [plans[0], plans[2]]
    assert open_plans(hands.saved(hands.button("save"))[1])[0].prediction == {"trust": {468: 0.5}}


WRONG = [
    ("0B2E", "check"), ("OB2D", "letter"), ("", "groups"), ("<script>alert(1)</script>", "letter"), ("0" * LARGE, "long"), ("{" + " " * LARGE, "large"),
    ('{"version":9,"plans":[]}', "newer"), ('{"version":0,"plans":[]}', "version"), ("[" * 100_000, "json"), ("{}", "shape"),
    (json.dumps({"version": 1, "plans": [{"place": PLACE, "changes": {"training": 2001}}]}), "value"),
    (json.dumps({"version": 1, "plans": [{"place": PLACE, "changes": {}, "name": "<img src=x onerror=alert(1)>"}]}), "name"),
    (json.dumps({"version": 1, "plans": [{"place": PLACE, "changes": {}, "prediction": {"happiness": {"3": 1}}}]}), "prediction"),
    ("place=atlantis&begins=0", "place"), (f"place={PLACE}&flying=1", "link"),
]


@pytest.mark.parametrize("lang", LOCALES)
def test_what_is_wrong_is_said_and_the_plan_stays(sharing, lang):
    hands = sharing(lang)
    hands.bring(PLAN.code())
    before = hands.held()
    for text, reason in WRONG:
        hands.panel.locator("textarea").evaluate("(node, text) => { node.value = text; }", text)
        hands.button("open").click()
        sentence = re.escape(words(LOCALES[lang])[f"more.share.no.{reason}"])
        expect(hands.said).to_have_text(re.compile(re.sub(r"\\{\w+\\}", ".*", sentence), re.DOTALL))
        assert hands.held() == before, reason
    assert hands.page.locator(".gt-opening script, .gt-opening img").count() == 0


def test_no_mangled_text_moves_anything(sharing):
    """Three hundred texts; those that fit by chance would be plans, and none does."""
    hands, draw = sharing(), random.Random(11)
    hands.bring(PLAN.code())
    before, right = hands.held(), [PLAN.code(), PLAN.link(), PLAN.to_json(), FULL.link()]
    said = set()
    for _ in range(300):
        text = draw.choice(right)
        at = draw.randrange(len(text))
        text = text[:at] + draw.choice([other for other in ALPHABET + "OIl<{\u200b" if other.lower() != text[at].lower()]) + text[at + 1 :]
        hands.panel.locator("textarea").evaluate("(node, text) => { node.value = text; }", text)
        hands.button("open").evaluate("node => node.click()")
        if not hands.said.inner_text().startswith("Not opened:"):
            assert text.startswith("{") and Plan.from_json(text), text  # a letter of a number or of a name
            hands.bring(PLAN.code())
        said.add(hands.said.inner_text())
    assert hands.held() == before and len(said) > 3


def test_a_file_of_ten_megabytes_is_refused_unread(sharing):
    hands = sharing()
    hands.panel.locator("input[type=file]").set_input_files({"name": "a.json", "mimeType": "application/json", "buffer": b"x" * LARGE})
    expect(hands.said).to_contain_text("the file is too large: 10,000,000")


@pytest.mark.parametrize("clipboard", [True, False])
def test_the_code_is_copied_with_or_without_a_clipboard(sharing, clipboard):
    hands = sharing(permissions=["clipboard-read", "clipboard-write"] if clipboard else [])
    if not clipboard:
        hands.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    hands.button("copy_code").click()
    expect(hands.panel.locator(".gt-share-part > [role=status]").first).to_have_text(re.compile(f"{re.escape(hands.text('copied'))}|{re.escape(hands.text('selected'))}"))
    if clipboard:
        assert hands.page.evaluate("navigator.clipboard.readText()") == Plan(PLACE).code()
    else:
        assert hands.page.evaluate("getSelection().toString()").strip() == Plan(PLACE).code()


@pytest.mark.parametrize("lang", LOCALES)
def test_the_numbers_are_those_of_python_with_units_and_the_code(sharing, lang):
    hands = sharing(lang)
    hands.bring(PLAN.code())
    name, data = hands.saved(hands.button("numbers"))
    assert name.endswith(".csv")
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    case = load(PLACE)
    runs = [(hands.say("studio.own"), simulate(case, months=MONTHS, shocks=case.shocks)), (PLAN.code(), simulate(case, PLAN.changes, MONTHS, case.shocks))]
    for plan, run in runs:
        mine = [row for row in rows if row[1] == plan]
        assert [row[3] for row in mine] == [case.date(month) for month in run.index]
        for key, unit in (("trust", "csv.share"), ("volunteers", None)):
            unit = hands.text(unit) if unit else hands.say("unit.person")
            column = head.index(hands.text("csv.column", name=hands.say(f"quantity.{key}"), unit=unit))
            numpy.testing.assert_allclose([float(row[column]) for row in mine], run[key], rtol=1e-9)
    assert len(rows) == 2 * (MONTHS + 1)


def alone(drawn):
    """A saved drawing as a tree, when it needs nothing but itself and stands on white paper."""
    assert not re.search(rb"\s(class|style)=|var\(|<script|href=", drawn)
    tree = ElementTree.fromstring(drawn)
    assert tree.find(f"{SVG}rect").get("fill") == "rgb(255, 255, 255)"
    assert all(min(map(int, re.findall(r"\d+", one.get("fill"))[:3])) < 180 for one in tree.iter(f"{SVG}text"))
    return tree


def texts(tree):
    """All words of a drawing."""
    return [one.text for one in tree.iter(f"{SVG}text") if one.text]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_picture_is_saved_as_it_looks_on_white_paper(sharing, scheme):
    hands = sharing(scheme=scheme)
    hands.root.locator(".gt-network").scroll_into_view_if_needed()
    hands.bring(PLAN.code())
    hands.panel.locator("summary").click()
    expect(hands.panel.locator(".gt-share-pictures li")).to_have_count(6)
    for at, row in enumerate(hands.panel.locator(".gt-share-pictures li").all()):
        tree = alone(hands.saved(row.get_by_role("button", name="SVG"))[1])
        size = [int(tree.get(side)) for side in ("width", "height")]
        if at % 2:  # the browser asks before it saves more than ten files of one page
            dots = hands.saved(row.get_by_role("button", name="PNG"))[1]
            assert struct.unpack(">II", dots[16:24]) == (size[0] * FINE, size[1] * FINE)
        words = texts(tree)
        assert row.locator("span").inner_text() in words and any(PLAN.code() in text for text in words)
        paths = [one for one in tree.iter(f"{SVG}path") if one.get("stroke", "none") != "none"]
        assert paths and all(one.get("stroke-width") for one in paths)


@pytest.mark.parametrize(("lang", "scheme", "width"), [("en", "dark", 1280), ("zh", "light", 360)])
def test_pictures_inside_panels_are_saved_too(sharing, lang, scheme, width):
    """Each panel that was opened gives its own; keys name the plans, bars have their words, and none is dark."""
    hands = sharing(lang, scheme=scheme, width=width)
    hands.slide("recognition", 0)
    panel = hands.open("compare")
    panel.locator(".gt-keep input").fill("少开会 & more")
    panel.locator(".gt-keep input").press("Enter")
    hands.slide("delegation", 0)
    for name in ("predict", "why", "sure", "budget"):
        hands.open(name)
    hands.panel = hands.open("share")
    hands.panel.locator("summary").click()
    rows = hands.panel.locator(".gt-share-pictures li")
    expect(rows.filter(has_text=hands.say("more.budget.best"))).to_have_count(1, timeout=60_000)
    names = rows.locator("span").all_inner_texts()

    def of(panel, name):
        return hands.text("picture.of", panel=hands.say(f"studio.further.{panel}"), name=name)

    counts = {panel: sum(one.startswith(of(panel, "")) for one in names) for panel in ("compare", "predict", "why", "sure", "budget")}
    assert len(set(names)) == len(names) and counts == {"compare": 10, "predict": 1, "why": 3, "sure": 2, "budget": 1}
    needed = {
        of("compare", hands.say("quantity.satisfaction")): ["A 少开会 & more", hands.say("studio.own")],
        of("predict", ""): [hands.say("more.predict.mine")],
        of("why", hands.say("more.why.causes")): [hands.say("more.why.sum")],
        of("sure", ""): [hands.say("more.sure.worse"), hands.say("quantity.satisfaction")],
        of("budget", ""): [hands.say("more.budget.legend")[:10]],
    }
    for name, words in needed.items():
        row = rows.filter(has_text=name).first
        written = "\n".join(texts(alone(hands.saved(row.get_by_role("button", name="SVG"))[1])))
        assert [one for one in words if one not in written] == [], name


def on_paper(hands):
    """The page that would be printed now, and its text."""
    hands.page.evaluate("window.print = () => {}")
    hands.button("print").click()
    report = hands.page.locator(".gt-report")
    expect(report).to_have_count(1)
    hands.page.emulate_media(media="print")
    return report, report.inner_text()


def sheets(hands):
    """The size of every sheet that is printed."""
    printed = hands.page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", printed)
    assert len(boxes) == len(re.findall(rb"/Type\s*/Page\b", printed))
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize("plan", [Plan(PLACE), PLAN, FULL], ids=["own", "simple", "full"])
@pytest.mark.parametrize(("lang", "scheme"), [("en", "dark"), ("zh", "light")])
def test_the_report_is_one_page_of_a4_with_all_that_it_needs(sharing, lang, scheme, plan):
    hands = sharing(lang, scheme=scheme)
    hands.bring(plan.link())
    report, text = on_paper(hands)
    needed = [load(PLACE).name[LOCALES[lang]], hands.say("studio.caution"), plan.link()]
    needed += [hands.code] if hands.code else []
    needed += [hands.text("report.why")] if plan.changes else [hands.text("told.nothing")]
    assert [one for one in needed if one not in text] == []
    assert report.locator("svg").count() == 4 and hands.page.locator("body > :not(.gt-report):visible").count() == 0
    assert report.evaluate("node => getComputedStyle(node).backgroundColor") == "rgb(255, 255, 255)"
    assert sheets(hands) == [A4]
    expect(report).to_have_count(0)


@pytest.mark.parametrize(("lang", "word"), [("en", "longest"), ("zh", "最长的名称内容")])
def test_the_longest_plan_and_the_longest_names_fit_on_the_page(sharing, lang, word):
    """Eight levers, two shocks, and two names of sixty letters, one of them in the explanation; nothing is left out."""
    hands = sharing(lang)
    mine, other = (Plan(PLACE, LONG.changes if at else {"delegation": {408: 0}}, LONG.shocks, name=f"{word} " * 7 + f"{at}" * 4) for at in (1, 0))
    hands.bring(save_plans([mine, other]))
    expect(hands.said).to_contain_text(mine.name)
    hands.open("why").get_by_label(hands.say("more.why.against")).select_option(label=other.name)
    hands.panel = hands.open("share")
    report, text = on_paper(hands)
    assert report.locator("h1").inner_text() == mine.name and other.name in text and mine.link() in text
    assert report.locator("section").first.locator("li").count() == 10 and len(mine.name) == 60
    assert report.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    assert sheets(hands) == [A4]


@pytest.mark.parametrize(("plan", "how"), [(PLAN, "open"), (FULL, "open_link"), (TOO_MUCH, "open_file")], ids=["code", "link", "file"])
def test_the_page_says_how_its_plan_is_opened(sharing, plan, how):
    hands = sharing()
    hands.bring(plan.to_json())
    report, text = on_paper(hands)
    assert hands.text(f"report.{how}") in text
    assert report.locator(".gt-address").count() == (how != "open_file")
    assert sheets(hands) == [A4]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "width"), [("en", 360), ("zh", 1280)])
def test_the_panel_fits_and_can_be_used_by_everyone(sharing, lang, width, scheme):
    hands = sharing(lang, width=width, scheme=scheme)
    hands.bring(FULL.link())
    expect(hands.said).to_have_text(hands.text("opened"))
    assert hands.page.evaluate("document.documentElement.scrollWidth") <= width
    assert not hands.panel.locator(".gt-share-code").is_visible() and hands.text("no.much", longest=24) in hands.panel.inner_text()
    assert findings(hands.page) == []
