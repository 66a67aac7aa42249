"""Undo, redo, replay and what the browser keeps, on the built page."""

import pytest
from hands import BEGINS, PLACE
from playwright.sync_api import expect

pytestmark = pytest.mark.bands


def test_steps_are_undone_and_done_again_by_buttons_and_by_keys(hands):
    """Plan, begin and shocks; a button that can do nothing says so and stays where it is."""
    studio = hands()
    was = studio.value("delegation")
    expect(studio.tool("undo")).to_be_disabled()
    studio.move("delegation", 0)
    studio.lever("delegation").focus()
    studio.page.keyboard.press("ArrowRight")
    studio.page.keyboard.press("Control+z")
    assert studio.value("delegation") == 0
    studio.page.keyboard.press("Control+z")
    assert studio.value("delegation") == was
    studio.page.keyboard.press("Control+Shift+z")
    assert studio.value("delegation") == 0
    studio.tool("reset").click()
    assert studio.value("delegation") == was
    studio.tool("undo").click()
    assert studio.value("delegation") == 0
    studio.tool("undo").click()
    expect(studio.tool("undo")).to_be_disabled()
    assert studio.tool("undo").evaluate("(node) => node === document.activeElement")
    expect(studio.tool("redo")).to_be_enabled()


def test_keys_elsewhere_on_the_page_undo_nothing(hands):
    """The shortcut holds while the focus is inside the studio."""
    studio = hands()
    studio.move("delegation", 0)
    studio.page.locator(".scheme").focus()
    studio.page.keyboard.press("Control+z")
    studio.settle()
    assert studio.value("delegation") == 0


def test_a_begin_and_a_shock_are_steps_too(hands):
    studio = hands()
    begins = studio.root.locator(".gt-begins input")
    begins.focus()
    studio.page.keyboard.press("Home")
    studio.root.locator(".gt-happenings > summary").click()
    box = studio.root.locator(".gt-shock input").first
    box.uncheck()
    studio.tool("undo").click()
    expect(box).to_be_checked()
    expect(begins).not_to_have_value(str(BEGINS))
    studio.tool("undo").click()
    expect(begins).to_have_value(str(BEGINS))


def test_a_drag_is_one_step_however_long_the_thumb_is_held(hands):
    studio = hands()
    slider = studio.lever("delegation")
    slider.scroll_into_view_if_needed()
    was, box = studio.value("delegation"), slider.bounding_box()
    y = box["y"] + box["height"] / 2
    mouse = studio.page.mouse
    mouse.move(box["x"] + 30, y)
    mouse.down()
    mouse.move(box["x"] + 60, y, steps=5)
    studio.page.wait_for_timeout(800)  # a hand that hesitates is what this is about
    mouse.move(box["x"] + 120, y, steps=5)
    mouse.up()
    assert studio.value("delegation") != was
    studio.tool("undo").click()
    assert studio.value("delegation") == was


RECORD = """(node) => {
  globalThis.seen = [];
  const look = () => { if (seen.at(-1) !== node.value) seen.push(node.value); requestAnimationFrame(look); };
  look();
}"""


def test_the_last_change_is_replayed_and_ends_where_it_was(hands):
    """The lever glides from before to after; what is kept does not change."""
    studio = hands()
    was = studio.value("delegation")
    studio.move("delegation", 0)
    kept = studio.page.evaluate("JSON.stringify(localStorage)")
    studio.lever("delegation").evaluate(RECORD)
    studio.tool("replay").click()
    studio.page.wait_for_function("(was) => seen.length > 3 && Number(seen[1]) === was && seen.at(-1) === '0'", arg=was)
    path = [float(value) for value in studio.page.evaluate("seen")][1:]
    assert path == sorted(path, reverse=True)
    assert studio.page.evaluate("JSON.stringify(localStorage)") == kept


def test_with_reduced_motion_the_replay_has_two_pictures(hands):
    studio = hands(reduced_motion="reduce")
    was = studio.value("delegation")
    studio.move("delegation", 0)
    studio.lever("delegation").evaluate(RECORD)
    studio.tool("replay").click()
    studio.page.wait_for_function("() => seen.length > 2 && seen.at(-1) === '0'")
    assert [float(value) for value in studio.page.evaluate("seen")] == [0, was, 0]


def test_nothing_is_lost_when_the_page_is_left(hands):
    """Without a position in the address the last one stands, with its steps, and a sentence says so."""
    studio = hands("zh")
    was = studio.value("delegation")
    studio.move("recognition", 0)
    studio.move("delegation", 0)
    studio.again()
    expect(studio.root.get_by_role("status").first).to_have_text(studio.say("studio.kept.back"))
    assert studio.value("delegation") == 0 and studio.value("recognition") == 0
    studio.tool("undo").click()
    assert studio.value("delegation") == was and studio.value("recognition") == 0


def test_a_link_stands_before_what_was_kept_and_can_be_undone(hands):
    studio = hands()
    studio.move("delegation", 0)
    studio.again(f"#place={PLACE}&begins=408&month=468&delegation=408~0.9")
    assert studio.value("delegation") == 0.9
    studio.tool("undo").click()
    assert studio.value("delegation") == 0


@pytest.mark.parametrize("rubbish", ["{", '{"steps":["<img src=x>"],"at":0}', '{"steps":["place=tianjin&delegation=7"],"at":0}', "x" * 1_000_000])
def test_rubbish_in_the_browsers_memory_is_refused_with_a_sentence(hands, rubbish):
    studio = hands()
    was = studio.value("delegation")
    studio.page.evaluate("([key, text]) => { localStorage[key] = text; localStorage[`${key}/plans`] = text; localStorage[`${key}/choices`] = text; }", [studio.key, rubbish])
    studio.again()
    expect(studio.root.get_by_role("status").first).to_have_text(studio.say("studio.kept.bad"))
    assert studio.value("delegation") == was
    panel = studio.open("compare")
    expect(panel.get_by_role("status")).to_have_text(studio.say("more.plans.broken"))
    assert panel.locator(".gt-kept").count() == 1
    studio.open("predict")
