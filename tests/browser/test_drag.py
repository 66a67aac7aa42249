"""A drag with a panel open: what is dear waits until the hand rests, and is seen to wait."""

import pytest
from hands import PLACE, SHORT
from playwright.sync_api import expect
from test_plans import compared

pytestmark = pytest.mark.bands
WATCH = """([node, parts]) => {
    window.written = Object.fromEntries(parts.map((part) => [part, 0]));
    for (const part of parts) for (const one of node.querySelectorAll(part)) {
        new MutationObserver((changes) => { window.written[part] += changes.length; })
            .observe(one, { subtree: true, childList: true, characterData: true, attributeFilter: ["d"] });
    }
}"""
DRAG = """async (slider) => {
    const [low, high, moves] = [Number(slider.min), Number(slider.max), 30];
    let [last, longest] = [performance.now(), 0];
    for (const part in window.written) window.written[part] = 0; // what was written before is no part of the drag
    for (let move = 0; move < moves; move += 1) {
        slider.value = String(low + ((high - low) * move) / moves);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(done));
        longest = Math.max(longest, performance.now() - last);
        last = performance.now();
    }
    return { ...window.written, longest };
}"""
RESTING = {"compare": ".gt-compare-words", "sure": ".gt-sure-found", "why": ".gt-why-figure"}
"""What of each panel waits."""
REST = 140
"""A hand that has not moved for about so many milliseconds rests; on a slow day a frame alone may take that long."""


@pytest.mark.parametrize("panel", RESTING)
def test_what_is_dear_in_a_panel_is_written_once_after_a_drag_not_in_it(hands, panel):
    """Also while the month is dragged; at the end it stands there as for a single move."""
    studio = hands(width=360, place=SHORT if panel == "sure" else PLACE)
    studio.move("recognition", 0)
    inside = studio.open(panel)
    part = RESTING[panel]
    expect(inside.locator(part).first).to_be_visible(timeout=60_000)
    studio.root.locator(".gt-tabs").evaluate("(node) => node.scrollIntoView()")
    sliders = studio.lever("recognition"), studio.root.locator(".gt-month input")
    for slider in sliders:
        studio.page.wait_for_timeout(1000)  # what begins when the hand has rested has begun
        expect(inside.locator(".gt-late, .gt-why-old, .gt-trying")).to_have_count(0, timeout=60_000)
        expect(studio.root.locator(".gt-sure-old")).to_have_count(0, timeout=60_000)
        studio.page.evaluate(WATCH, [inside.element_handle(), [part]])
        before = inside.locator(part).first.inner_text()
        drag = slider.evaluate(DRAG)
        assert drag[part] == 0 or drag["longest"] > REST, f"{drag[part]} times in a drag"
        expect(inside.locator(part).first).not_to_have_text(before, timeout=60_000)


def test_in_a_drag_the_line_of_the_present_plan_follows_and_the_bands_of_the_others_stay(hands):
    """A band is made anew only for a plan that has changed, and only when it rests."""
    studio = hands(width=360)
    panel = compared(studio)
    bands = panel.locator(".gt-plan-band:not([d=''])")
    figures = panel.locator("svg.gt-chart").count()
    studio.root.locator(".gt-tabs").evaluate("(node) => node.scrollIntoView()")
    slots = panel.locator("[data-plan] input:checked").count()
    expect(bands).to_have_count(figures * slots, timeout=60_000)
    present = panel.locator("[data-plan=now] .gt-plan-swatch line").get_attribute("class").split()[-1]
    lever = studio.lever("delegation")
    lever.evaluate(DRAG)
    studio.page.wait_for_timeout(100)
    lines = [f".gt-four path.gt-plan.{present}", f".gt-plan-band:not(.{present})"]
    studio.page.evaluate(WATCH, [panel.element_handle(), lines])
    line, others, longest = lever.evaluate(DRAG).values()
    assert line >= 20, "the line follows the thumb"
    assert others <= figures * (slots - 1) * 3 or longest > REST, "a band is drawn anew only where its picture needs another scale"
    expect(bands).to_have_count(figures * slots, timeout=60_000)


SIZES = """async (root) => {
    const told = ".gt-lever .gt-field-head, .gt-four .gt-figure-head", moved = [];
    const heights = () => [...root.querySelectorAll(told)].map((one) => one.offsetHeight);
    for (const more of root.querySelectorAll(".gt-more")) more.open = true;
    const before = heights();
    for (const part of [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]) {
        for (const slider of root.querySelectorAll(".gt-lever input")) {
            slider.value = String(Number(slider.min) + part * (slider.max - slider.min));
            slider.dispatchEvent(new Event("input", { bubbles: true }));
        }
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        heights().forEach((height, at) => height === before[at] || moved.push(root.querySelectorAll(told)[at].innerText));
    }
    return moved;
}"""


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_slider_moves_under_the_thumb_because_more_words_are_said(hands, lang):
    """Room is kept for the most words that a value takes, on the narrowest phone and on a desk."""
    studio = hands(lang=lang, width=1280)
    for width in (1280, 360, 320):
        studio.page.set_viewport_size({"width": width, "height": 800})
        studio.page.wait_for_timeout(100)
        assert studio.root.evaluate(SIZES) == []
