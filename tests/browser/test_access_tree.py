"""What a screen reader meets in the studio: the tree that the browser hands to it, and what it is told to read out."""

import re

import pytest
from hands import PLACE, SHORT
from pages import LANGUAGES
from playwright.sync_api import expect

from cases import load
from widgets.words import Speaker

pytestmark = pytest.mark.bands
LANGUAGE = {"en": "en", "zh": "zh_CN"}
WORKED = {"button", "slider", "checkbox", "combobox", "tab", "link", "searchbox"}
# every change of a text that a screen reader would read out by itself, in order
LISTEN = """(studio) => {
    window.heard = [];
    new MutationObserver((changes) => {
        for (const { target } of changes) {
            const node = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
            const live = node?.closest("[aria-live], [role=status], [role=alert], output");
            if (live && live.getAttribute("aria-live") !== "off" && live.textContent) window.heard.push(live.textContent);
        }
    }).observe(studio, { subtree: true, childList: true, characterData: true });
}"""


# inside the page, because on a slow day the hand of a test rests between two keys
DRAG = """async (slider) => {
    for (const value of [1400, 1000, 600, 400, 200]) {
        slider.value = value;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
    }
}"""


@pytest.fixture(params=LANGUAGES)
def studio(request, page_at):
    """The studio of a page, and the words of its language."""
    page = page_at(request.param, PLACE).page
    return page.locator("[data-widget=studio]").first, Speaker(LANGUAGE[request.param])


def tree(root):
    """The nodes below an element as the browser hands them on, in the order in which they are read."""
    line = root.page.context.new_cdp_session(root.page)
    line.send("Accessibility.enable")
    nodes = {node["nodeId"]: node for node in line.send("Accessibility.getFullAXTree")["nodes"]}
    label = root.locator(".gt-summary").get_attribute("aria-label")
    top = next(node for node in nodes.values() if role(node) == "region" and name(node) == label)
    while len(top.get("childIds", ())) < 6:
        top = nodes[top["parentId"]]

    def below(node):
        yield node
        for child in node.get("childIds", ()):
            yield from below(nodes[child])

    return [node for node in below(top) if not node.get("ignored")]


def role(node):
    """What a node is."""
    return node.get("role", {}).get("value")


def name(node):
    """What a node is called."""
    return node.get("name", {}).get("value", "")


def test_a_summary_stands_before_everything_and_says_what_can_be_moved(studio):
    root, say = studio
    nodes = tree(root)
    headings = [name(node) for node in nodes if role(node) == "heading"]
    assert headings[:3] == [say("studio.summary"), say("studio.stage"), say("studio.levers")]
    first = next(index for index, node in enumerate(nodes) if role(node) in WORKED)
    text = " ".join(name(node) for node in nodes[:first] if role(node) == "StaticText")
    shown = sum(lever.shown for lever in load(PLACE).levers)
    assert str(shown) in text and all(say(f"dimension.{one}") in text for one in ("value", "resource", "interaction", "outcome"))
    assert say("story.moved.none").strip() in text


def test_every_control_has_a_name_and_every_slider_a_value_with_its_unit(studio):
    root, say = studio
    nodes = [node for node in tree(root) if role(node) in WORKED]
    assert [node for node in nodes if not name(node).strip()] == []
    sliders = {name(node) for node in nodes if role(node) == "slider"}
    for lever in load(PLACE).levers:
        if lever.shown:
            called, unit = lever.name[say.language], "" if lever.unit == "1" else say(f"unit.{lever.unit}")
            assert called in sliders
            # (the browser's own listing of the tree gives the bare number of a slider)
            text = root.get_by_role("slider", name=called, exact=True).get_attribute("aria-valuetext")
            assert re.search(r"\d", text) and unit in text


def test_headings_never_skip_a_level(studio):
    """Those of the studio go on from those of the chapter."""
    root, _ = studio
    levels = [int(one.evaluate("(node) => node.tagName[1]")) for one in root.page.locator("main :is(h1, h2, h3, h4, h5):visible").all()]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_one_sentence_is_read_out_when_a_change_has_settled(studio):
    """Which lever, where to, and which way the lines went; once for a whole drag."""
    root, say = studio
    lever = root.locator("[data-lever=recognition] input")
    lever.focus()
    root.evaluate(LISTEN)
    for number, move in enumerate([lambda: lever.evaluate(DRAG), lambda: lever.press("Home")], start=1):
        move()
        root.page.wait_for_timeout(2500)
        heard = root.page.evaluate("window.heard")
        assert len(set(heard)) == number, heard
    recognition = load(PLACE).lever("recognition")
    assert f"{recognition.name[say.language]}{say('colon')}{lever.get_attribute('aria-valuetext')}" in heard[-1]
    assert any(say(f"story.{way}", name="", change="").strip() in heard[0] for way in ("higher", "lower"))


def test_another_beginning_is_read_out_once_with_its_month(hands):
    """The levers that only begin in another month are not told of again."""
    studio = hands()
    studio.move("recognition", 0)
    still(studio)
    begins = studio.root.locator(".gt-begins input")
    begins.focus()
    studio.root.evaluate(LISTEN)
    for _ in range(3):
        begins.press("ArrowLeft")
    still(studio)
    (heard,) = studio.page.evaluate("window.heard")
    assert heard.startswith(studio.say("story.moved", parts=f"{studio.say('studio.begins')}: {begins.get_attribute('aria-valuetext')}"))


# one picture comes a third of a second late: what is then shown is told just when the replay is over
HITCH = """() => {
    const draw = requestAnimationFrame;
    let due = null;
    window.requestAnimationFrame = (work) => {
        due ??= performance.now() + 1750;
        if (work.name !== "advance" || performance.now() < due) return draw(work);
        due = Infinity;
        setTimeout(draw, 320, work);
    };
}"""


@pytest.mark.parametrize("before", ["() => {}", HITCH], ids=["smoothly", "with a hitch"])
def test_a_replay_is_read_out_once_when_it_has_ended(hands, before):
    """Not where it begins or passes; what moved is said as it was the first time."""
    studio = hands()
    studio.move("delegation", 0)
    still(studio)
    first = studio.root.locator(".gt-below > [aria-live=polite]").text_content()
    studio.root.evaluate(LISTEN)
    studio.page.evaluate(before)
    studio.tool("replay").click()
    studio.page.wait_for_timeout(3000)
    still(studio)
    assert studio.page.evaluate("window.heard") == [first]
    assert load(PLACE).lever("delegation").name["en"] in first


@pytest.mark.parametrize("panel", ["why", "sure", "budget", "share"])
def test_an_open_panel_adds_nothing_to_the_sentence_that_is_read_out(hands, panel):
    """What a panel works out for a lever that was moved is there to be read; progress is not told step by step."""
    studio = hands(place=SHORT if panel == "sure" else PLACE)
    studio.move("recognition", 0)
    inside = studio.open(panel)
    still(studio, rest=600)
    lever = studio.lever("recognition")
    lever.focus()
    studio.root.evaluate(LISTEN)
    lever.press("End")
    inside.scroll_into_view_if_needed()
    still(studio)
    assert len(studio.page.evaluate("window.heard")) == 1, studio.page.evaluate("window.heard")


def still(studio, rest=1000):
    """Wait until no panel has anything left to work out, nor, after so many milliseconds, anything to say of it."""
    quiet = studio.page.locator(".gt-late, .gt-why-old, .gt-sure-old, .gt-trying, .gt-further [aria-busy=true]")
    for _ in range(2):  # what is done may set off something else
        studio.page.wait_for_timeout(rest)
        expect(quiet).to_have_count(0, timeout=60_000)


def test_a_panel_answers_aloud_who_is_at_work_in_it(hands):
    """Another outcome is chosen in Why; the code of Share is copied."""
    studio = hands()
    studio.move("recognition", 0)
    why = studio.open("why")
    still(studio, rest=600)
    studio.root.evaluate(LISTEN)
    why.get_by_role("combobox").first.focus()
    why.get_by_role("combobox").first.select_option("satisfaction")
    still(studio)
    assert why.locator(".gt-why-said").inner_text() in studio.page.evaluate("window.heard")
    share = studio.open("share")
    share.get_by_role("button", name=studio.say("more.share.copy_code")).press("Enter")
    expect(share.locator(".gt-share-part > [role=status]").first).not_to_be_empty()


def test_nothing_is_read_out_before_a_reader_does_something(studio):
    """Bands that are ready and parts that are made later are no news."""
    root, _ = studio
    assert [text for text in root.locator("[aria-live=polite]").all_text_contents() if text.strip()] == []


def test_the_summary_follows_without_being_read_out(studio):
    root, say = studio
    now = root.locator(".gt-summary p").last
    before = now.text_content()
    root.locator("[data-lever=delegation] input").press("End")
    delegation = load(PLACE).lever("delegation").name[say.language]
    expect(now).to_contain_text(delegation)
    assert now.text_content() != before
    assert now.evaluate("(node) => node.closest('[aria-live], [role=status]')") is None
    root.locator(".gt-reset").click()
    expect(now).to_have_text(before)


def test_a_button_that_opens_says_so_and_a_pressed_one_too(studio):
    root, say = studio
    nodes = tree(root)
    state = {name(node): {one["name"]: one["value"].get("value") for one in node["properties"]} for node in nodes if role(node) == "button"}
    assert state[say("dimension.value")]["expanded"] is False
    assert state[say("studio.sure")]["pressed"] == "true"
