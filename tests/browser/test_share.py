"""A plan leaves the built page as a code, a link, a file and numbers, and comes back."""

import csv
import io
import json
import random
import re

import numpy
import pytest
from hands import LOCALES, MONTHS, PLACE, REST
from pages import cut_off
from playwright.sync_api import expect
from sharing import FULL, PLAN, TOO_MUCH
from test_access import FURTHER, findings

from cases import Plan, load, open_plans, save_plans
from cases.codes import ALPHABET
from cases.files import SCHEMA
from model import simulate
from widgets.words import words

LARGE = 10_000_000
BRING = """(node, [texts, right]) => {
    const bring = (text) => {
        node.querySelector("textarea").value = text;
        node.querySelector("button").click();
        return node.querySelector("[role=status]").textContent;
    };
    return texts.map((text) => {
        const answer = bring(text);
        if (!answer.startsWith("Not opened:")) bring(right);
        return answer;
    });
}"""


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


def test_a_link_is_opened_though_the_address_is_written_at_the_same_moment(sharing):
    hands = sharing()
    put = "(link) => { const now = location.href; location.hash = link; history.replaceState(null, '', now); }"
    hands.page.evaluate(put, PLAN.link())
    expect(hands.lever("training")).to_have_value("80")


def test_a_link_of_the_first_form_still_opens(sharing, site):
    hands = sharing()
    hands.page.goto(f"{site}/en/{PLACE}.html#place={PLACE}&begins=408&month=468&training=408~80")
    hands.page.reload()
    expect(hands.lever("training")).to_have_value("80")


def test_a_link_of_the_first_form_opens_in_an_open_page_with_its_month_and_can_be_undone(sharing):
    hands = sharing()
    hands.move("training", 40)
    for value in (80, 20, 80):
        hands.page.evaluate("(fragment) => { location.hash = fragment; }", f"place={PLACE}&begins=408&month=450&training=408~{value}")
        expect(hands.lever("training")).to_have_value(str(value))
        expect(hands.link_said).to_have_text(hands.text("opened"))
        expect(hands.root.locator(".gt-month input")).to_have_value("450")
        hands.page.wait_for_timeout(REST)
        hands.move("training", 60)  # and the address says so
    for value in (80, 60, 20):
        hands.tool("undo").click()
        expect(hands.lever("training")).to_have_value(str(value))


def value_said(hands, name, found, low, high):
    return hands.text("no.value", part=name, found=found, low=low, high=high)


BAD_LINKS = {
    f"place={PLACE}&training=99999999": lambda hands: value_said(hands, load(PLACE).lever("training").name[LOCALES[hands.lang]], "99999999", 0, "2,000"),
    f"place={PLACE}&shocks=epidemic~1~2~9999": lambda hands: value_said(hands, hands.say("shock.epidemic"), "9999", 0, 10),
    f"place={PLACE}&flying=1": lambda hands: hands.text("no.link", part="flying"),
    f"place={PLACE}&begins=9999": lambda hands: hands.text("no.link", part="9999"),
    "place=atlantis": lambda hands: hands.text("no.place"),
    "training=80": lambda hands: hands.text("no.link", part="training=80"),
    "plan=0B2E": lambda hands: hands.text("no.check"),
}


@pytest.mark.parametrize("lang", LOCALES)
def test_what_is_wrong_with_a_link_is_said_in_an_open_page_and_on_load_and_the_plan_stays(sharing, lang):
    hands = sharing(lang)
    hands.bring(PLAN.code())
    before = hands.held()
    for fragment, why in BAD_LINKS.items():
        sentence = hands.text("refused", why=why(hands))
        hands.page.evaluate("(fragment) => { location.hash = fragment; }", fragment)
        expect(hands.link_said).to_have_text(sentence)
        assert hands.held() == before, fragment
        hands.again(f"#{fragment}")
        expect(hands.link_said).to_have_text(sentence)
        assert hands.held() == before, fragment


def test_the_link_of_another_place_leads_there(sharing):
    hands = sharing()
    before = hands.held()
    hands.page.evaluate("location.hash = 'place=nanjing&begins=3'")
    expect(hands.link_said).to_contain_text(hands.text("elsewhere", place=load("nanjing").name["en"]))
    assert hands.held() == before


def test_a_link_to_a_heading_says_nothing(sharing):
    hands = sharing()
    before = hands.held()
    hands.page.evaluate("location.hash = 'first-experiment'")
    assert hands.held() == before and hands.link_said.inner_text() == ""


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
    assert name == f"{PLACE}-{PLAN.code()}.json" and open_plans(data) == [PLAN]
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


def in_a_file(**values):
    """A file with one plan in it."""
    return json.dumps({"version": 1, "plans": [{"place": PLACE, "changes": {}, **values}]})


@pytest.mark.parametrize("lang", LOCALES)
def test_a_refusal_calls_things_by_the_readers_words(sharing, lang):
    hands = sharing(lang)
    wrong = {
        in_a_file(shocks=[{"shock": "epidemic", "month": 3, "size": 9999}]): value_said(hands, hands.say("shock.epidemic"), "9999", 0, 10),
        in_a_file(begins=9999): value_said(hands, hands.text("begins"), "9999", 0, MONTHS),
        in_a_file(prediction={"trust": {"3": 5}}): value_said(hands, hands.say("quantity.trust"), "5", 0, 1),
        in_a_file(prediction={"value": {"3": -1}}): value_said(hands, hands.say("dimension.value"), "-1", 0, "1,000,000,000,000"),
        in_a_file(prediction={"trust": {}}): hands.text("no.prediction", part=hands.say("quantity.trust")),
    }
    for text, why in wrong.items():
        hands.bring(text)
        expect(hands.said).to_have_text(hands.text("refused", why=why))


def test_a_plan_without_a_prediction_takes_the_one_of_the_last_away(sharing):
    hands = sharing()
    hands.bring(in_a_file(prediction={"trust": {str(MONTHS): 0.5}}))
    assert hands.drawn() == {"trust": {str(MONTHS): 0.5}}
    hands.bring(PLAN.code())
    assert hands.drawn() is None


@pytest.mark.parametrize("lang", LOCALES)
def test_that_a_prediction_stays_behind_is_said_where_there_is_one(sharing, lang):
    hands = sharing(lang)
    said = hands.panel.get_by_text(hands.text("prediction"))
    expect(said).to_have_count(0)
    hands.bring(in_a_file(prediction={"trust": {str(MONTHS): 0.5}}))
    expect(said).to_be_visible()
    hands.bring(PLAN.code())
    expect(said).to_have_count(0)


WRONG = [
    ("0B2E", "check"), ("OB2D", "letter"), ("", "empty"), ("你好", "character"), ("<script>alert(1)</script>", "character"), ("0" * 1000, "long"),
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
    texts = []
    for _ in range(300):
        text = draw.choice(right)
        at = draw.randrange(len(text))
        texts.append(text[:at] + draw.choice([other for other in ALPHABET + "OIl<{\u200b" if other.lower() != text[at].lower()]) + text[at + 1 :])
    answers = hands.panel.locator(".gt-opening").evaluate(BRING, [texts, PLAN.code()])
    for text, answer in zip(texts, answers, strict=True):
        if not answer.startswith("Not opened:"):
            assert text.startswith("{") and Plan.from_json(text), text  # a letter of a number or of a name
    assert hands.held() == before and len(set(answers)) > 3


@pytest.mark.parametrize(("letter", "sentence"), [("0", "that has 10,000,000 characters"), ("{", "the file is too large: 10,000,000")])
def test_ten_megabytes_of_text_are_refused_unread(sharing, letter, sentence):
    hands = sharing()
    # out of sight, or most of the time goes into breaking its lines
    hands.panel.locator("textarea").evaluate("(node, [letter, many]) => { node.hidden = true; node.value = letter.repeat(many); }", [letter, LARGE])
    hands.button("open").evaluate("node => node.click()")
    expect(hands.said).to_contain_text(sentence)


def test_a_file_of_ten_megabytes_is_refused_unread(sharing):
    hands = sharing()
    hands.panel.locator("input[type=file]").evaluate("""(node, many) => {
        const data = new DataTransfer();
        data.items.add(new File(["x".repeat(many)], "a.json"));
        node.files = data.files;
        node.dispatchEvent(new Event("change", { bubbles: true }));
    }""", LARGE)
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


@pytest.mark.parametrize("lang", LOCALES)
def test_a_plan_too_long_even_for_a_link_is_offered_as_a_file(sharing, lang):
    hands = sharing(lang)
    hands.bring(TOO_MUCH.to_json())
    expect(hands.panel.get_by_text(hands.text("much.link"))).to_be_visible()
    expect(hands.panel.locator(".gt-share-link")).to_be_hidden()
    assert open_plans(hands.saved(hands.button("save"))[1]) == [TOO_MUCH]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("lang", "width"), [("en", 360), ("zh", 1280)])
def test_the_panel_fits_and_can_be_used_by_everyone(sharing, lang, width, scheme):
    hands = sharing(lang, width=width, scheme=scheme)
    hands.bring(FULL.link())
    expect(hands.said).to_have_text(hands.text("opened"))
    assert hands.page.evaluate("document.documentElement.scrollWidth") <= width
    assert cut_off(hands.page) == []
    expect(hands.panel.locator(".gt-share-code")).not_to_be_visible()
    assert hands.text("much.code", longest=24) in hands.panel.inner_text()
    assert hands.link.endswith(FULL.link()) and hands.button("save").is_visible()
    assert findings(hands.page, FURTHER) == []
