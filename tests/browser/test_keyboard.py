"""Everything that a widget offers can be reached and done with the keyboard alone."""

import pytest

from cases import load

PAGES = {"studio": "tianjin", "network": "tianjin", "timeline": "tianjin", "evidence": "tianjin", "causal_map": "framework"}
CONTROLS = "button, input, select, summary, a[href], [role=button], [tabindex='0']"
UNREACHED = """
(root, reached) => {
  const controls = [...root.querySelectorAll(`%s`)].filter((node) =>
    node.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && !node.disabled && node.tabIndex >= 0);
  return controls.filter((node) => !node.dataset.reached).map((node) => node.outerHTML.slice(0, 160));
}
""" % CONTROLS


@pytest.mark.parametrize("kind", PAGES)
def test_every_control_is_a_stop_of_the_tab_key_and_has_a_name(page_at, kind):
    """From the first control of the widget Tab comes by all of them, and each can be seen to have the focus."""
    page = page_at("en", PAGES[kind]).page
    root = page.locator(f"[data-widget={kind}]").first
    root.locator(CONTROLS).first.focus()
    unseen, nameless = [], []
    for _ in range(2000):
        answer = page.evaluate(
            """(kind) => {
              const node = document.activeElement;
              if (!node || node.closest('[data-widget]')?.dataset.widget !== kind) return null;
              node.dataset.reached = "yes";
              const look = () => [node, ...node.children].map((one) => {
                const { outlineStyle, outlineColor, stroke, strokeWidth } = getComputedStyle(one);
                return [outlineStyle, outlineColor, stroke, strokeWidth].join();
              }).join();
              const focused = look();
              node.blur();
              const drawn = look() !== focused;
              node.focus();
              const name = node.ariaLabel || node.labels?.[0]?.textContent || node.textContent;
              return { drawn, named: Boolean(name?.trim()), html: node.outerHTML.slice(0, 120) };
            }""",
            kind,
        )
        if answer is None:
            break
        if not answer["drawn"]:
            unseen.append(answer["html"])
        if not answer["named"]:
            nameless.append(answer["html"])
        page.keyboard.press("Tab")
    assert root.evaluate(UNREACHED, None) == []
    assert unseen == [] and nameless == []


def press(page, node, *keys):
    """Focus a control, press keys on it, wait for the picture."""
    node.focus()
    for key in keys:
        page.keyboard.press(key)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def test_the_studio_is_worked_by_keys(page_at):
    """Levers, levels, the begin, the month, shocks, members, quantity, tables, start again."""
    watched = page_at("en", "tianjin")
    page, root = watched.page, watched.page.locator("[data-widget=studio]").first
    lever = root.locator("[data-lever=delegation]")
    press(page, lever.locator("input"), "End")
    assert lever.locator("input").input_value() == "1"
    press(page, root.locator("[data-lever=training] .gt-level").first, "Enter")
    assert root.locator(".gt-moved").count() == 2
    press(page, root.locator(".gt-begins input"), "ArrowLeft")
    press(page, root.locator(".gt-month input"), "Home")
    assert root.locator(".gt-month input").input_value() == root.locator(".gt-month input").get_attribute("min")
    press(page, root.locator(".gt-happenings > summary"), "Enter")
    box = root.locator(".gt-shock input").first
    press(page, box, "Space")
    assert not box.is_checked()
    press(page, root.locator(".gt-add button"), "Enter")
    press(page, root.locator(".gt-shock-mine button"), "Enter")
    assert root.locator(".gt-shock-mine").count() == 0
    press(page, root.locator(".gt-four .gt-title").first, "Enter")
    assert root.locator(".gt-members .gt-figure").count() == 4
    press(page, root.locator(".gt-members .gt-title").last, "Enter")
    assert root.locator(".gt-one select").input_value() == "trust"
    press(page, root.locator(".gt-one .gt-table summary"), "Enter")
    assert root.locator(".gt-one tbody tr").count() > 10
    press(page, root.locator(".gt-reset"), "Enter")
    assert root.locator(".gt-moved").count() == 0
    assert watched.errors == []


def test_the_network_is_walked_with_arrow_keys(page_at):
    """One stop of the Tab key; arrows go on, Enter asks, and the answer has meaning and source."""
    watched = page_at("en", "tianjin")
    page, root = watched.page, watched.page.locator("[data-widget=network]").first
    actors = len(load("tianjin").actors)
    press(page, root.locator(".gt-node").first, *["ArrowRight"] * actors, "Enter")
    tie = root.locator(".gt-edge[aria-pressed=true]")
    assert tie.count() == 1
    assert root.locator(".gt-answer h4").inner_text() in tie.get_attribute("aria-label")
    assert "Fu et al. 2023" in root.locator(".gt-answer cite").inner_text()
    press(page, tie, "End", "Home", "Space")
    assert root.locator(".gt-node[aria-pressed=true]").count() == 1
    press(page, root.locator(".gt-answer .gt-link").first, "Enter")
    assert root.locator(".gt-edge[aria-pressed=true]").count() == 1
    assert watched.errors == []


def test_the_evidence_is_searched_and_asked_by_keys(page_at):
    """Tabs by arrows, a word typed, a number asked."""
    watched = page_at("en", "tianjin")
    page, root = watched.page, watched.page.locator("[data-widget=evidence]").first
    press(page, root.get_by_role("tab").first, "ArrowRight")
    assert root.get_by_role("tab").nth(1).get_attribute("aria-selected") == "true"
    press(page, root.get_by_role("tab").nth(1), "ArrowLeft")
    root.get_by_role("searchbox").focus()
    page.keyboard.type("1163")
    page.wait_for_function("() => document.querySelectorAll('[data-widget=evidence] .gt-row').length < 10")
    press(page, root.locator(".gt-row button").first, "Enter")
    assert root.locator(".gt-more-row dd").count() >= 2
    assert watched.errors == []
