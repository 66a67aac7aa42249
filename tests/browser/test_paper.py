"""A plan leaves the built page as pictures and as a sheet of paper."""

import re
import struct
from xml.etree import ElementTree

import pytest
from hands import LOCALES, PLACE
from playwright.sync_api import expect
from sharing import FULL, LONG, PLAN, TOO_MUCH

from cases import Plan, load, save_plans

A4 = (595, 842)
SVG = "{http://www.w3.org/2000/svg}"
FINE = 3


# What stands on paper and is cut off, is to be pressed, or is too pale for it: words, lines and the borders of badges.
UNFIT = """() => {
    const pale = (colour) => {
        const [red, green, blue, alpha = 1] = (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
        return alpha > 0 && 0.2126 * red + 0.7152 * green + 0.0722 * blue > 150;
    };
    const told = (node) => [...node.childNodes].some((one) => one.nodeType === 3 && one.data.trim());
    const parts = [...document.querySelectorAll("article *")].filter((node) => node.checkVisibility());
    const colours = (node) => {
        const style = getComputedStyle(node);
        return [
            ...(told(node) ? [node.closest("svg") ? style.fill : style.color] : []),
            ...(node.matches(".gt-own, .gt-run, .gt-edge-line, .gt-dot > circle:last-child") ? [style.stroke] : []),
            ...(node.matches(".gt-badge, .gt-chip") ? [style.borderTopColor] : []),
        ];
    };
    const name = (node) => `${node.localName}.${node.getAttribute("class")}`;
    const lists = parts.filter((node) => node.matches(".gt-events, .gt-evidence-panel, .gt-desk"));
    const pressed = ".predict, .gt-about > summary, .gt-table > summary, .gt-button, .gt-level, .gt-show, [role=tab][aria-selected=false], input";
    return {
        cut: lists.filter((list) => list.scrollHeight > list.clientHeight + 1).map(name),
        pressed: parts.filter((node) => node.matches(pressed) && !node.closest(".gt-hidden")).map(name),
        pale: parts.filter((node) => colours(node).some(pale)).map(name),
    };
}"""


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


@pytest.mark.parametrize(("lang", "system", "chosen"), [("en", "dark", ""), ("zh", "light", "localStorage.scheme = 'dark'")])
def test_a_chapter_is_printed_whole_on_white_paper_and_without_what_is_to_be_pressed(page_at, lang, system, chosen):
    """From a dark screen, whether the system or the reader has made it dark."""
    page = page_at(lang, PLACE, scheme=system, first=f"if (location.host) {chosen or 0};").page
    dark = page.evaluate(UNFIT)
    page.emulate_media(media="print", color_scheme=system)
    assert len(dark["pale"]) > 100 and len(dark["cut"]) >= 2  # on the screen
    assert page.evaluate(UNFIT) == {"cut": [], "pressed": [], "pale": []}
    expect(page.locator(".gt-event:visible")).to_have_count(len(load(PLACE).timeline))
    rows = page.locator(".gt-row:visible").count()
    assert rows > 200 and page.locator(".gt-evidence-panel").bounding_box()["height"] > 20 * rows


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
        of("sure", ""): [hands.say("more.sure.worse", plan=hands.say("more.side.now")), hands.say("quantity.satisfaction")],
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


def test_the_page_explains_the_month_of_its_outcomes_wherever_the_reader_looks(sharing):
    """Looking at a month before any change, there is nothing to explain; the page is of the last month."""
    hands = sharing()
    hands.bring(PLAN.code())

    def why():
        report, _ = on_paper(hands)
        hands.page.emulate_media(media="null")
        return report.locator("section").last.inner_text()

    at_the_end = why()
    hands.put("month", 300)
    assert hands.say("quantity.volunteers").lower() in at_the_end.lower() and why() == at_the_end


def test_the_page_explains_the_readers_plan_whichever_is_looked_at_in_the_panel(sharing):
    hands = sharing()
    hands.bring(PLAN.code())
    report, mine = on_paper(hands)
    hands.page.emulate_media(media="null")
    hands.open("why").get_by_label(hands.say("more.side.plan.label"), exact=True).select_option("")
    hands.page.locator(".gt-why").get_by_label(hands.say("more.side.against.label")).select_option("now")
    hands.panel = hands.open("share")
    report, text = on_paper(hands)
    assert text == mine and hands.say("more.side.now") in report.locator("section").last.inner_text()


@pytest.mark.parametrize(("lang", "word"), [("en", "longest"), ("zh", "最长的名称内容")])
def test_the_longest_plan_and_the_longest_names_fit_on_the_page(sharing, lang, word):
    """Eight levers, two shocks, and two names of sixty letters, one of them in the explanation; nothing is left out."""
    hands = sharing(lang)
    mine, other = (Plan(PLACE, LONG.changes if at else {"delegation": {408: 0}}, LONG.shocks, name=f"{word} " * 7 + f"{at}" * 4) for at in (1, 0))
    hands.bring(save_plans([mine, other]))
    expect(hands.said).to_contain_text(mine.name)
    hands.open("why").get_by_label(hands.say("more.side.against.label")).select_option(label=other.name)
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
