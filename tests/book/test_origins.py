"""A number in a sentence says where it comes from: the fact that states it, or the lines that computed it."""

import json
import re

import pytest
from _theme.origins import facts, origins, told
from goldens import HOUSE, LANGUAGES, chapters
from nbformat.v4 import new_code_cell, new_notebook, new_output
from test_numbers import FOLDER, SITE, quoted

READ = 'keys = dict(residents="fu041", households="fu040")\nnumber = {name: float(fact[key]) for name, key in keys.items()}'
STATED = "for name, value in number.items(): glue(name, value, display=False)"
SHARE = 'glue("each", number["residents"] / number["households"], display=False)'
RUN = "from model import simulate as run\nend = run(place).iloc[-1]"
DEEP = 'def late(name): return end[name]\nlast = late("trust")'
TOLD = 'glue("trust", last, display=False)\nglue("length", 7, display=False)'


def cell(source, **values):
    """A cell that glued these values."""
    made = [new_output("display_data", {"application/papermill.record/text/plain": text}, metadata={"scrapbook": {"name": name}})
            for name, text in values.items()]
    return new_code_cell(source, outputs=made)


def found(*cells):
    return origins(new_notebook(cells=[new_code_cell(READ), *cells]))


def test_a_number_that_a_source_states_names_its_fact():
    one = found(cell(STATED, residents=facts()["fu041"]["value"], households="2300.0"))
    assert one["residents"] == {"facts": ["fu041"], "stated": True, "model": False, "cell": STATED}


def test_a_number_of_the_same_name_but_another_value_is_not_what_the_source_states():
    assert not found(cell(STATED, residents="6001"))["residents"]["stated"]


def test_a_number_computed_from_facts_names_them_all():
    each = found(cell(SHARE, each="2.6"))["each"]
    assert each["facts"] == ["fu041", "fu040"] and not each["stated"] and not each["model"]


def test_a_fact_may_be_named_where_it_is_glued():
    one = found(cell('glue("founders", table.loc["fu075", "value"])', founders="'13'"))["founders"]
    assert one["stated"] and one["facts"] == ["fu075"]


def test_a_result_of_the_model_is_told_from_other_numbers_however_far_it_has_travelled():
    both = found(new_code_cell(RUN), new_code_cell(DEEP), cell(TOLD, trust="0.6", length="7"))
    assert both["trust"]["model"] and not both["length"]["model"]


LINK = re.compile(r'<a class="number" data-number="([^"]+)" href="([^"]+)">')
PASTED = re.compile(r'(<a class="number"[^>]*>)?<span class="pasted-text">([^<]*)</span>')
TITLES = re.compile(r"<summary\b.*?</summary>", re.DOTALL)
"""A title of a fold answers a touch itself."""


def page(language, name):
    """A published page and its text."""
    file = SITE / FOLDER[language] / f"{name}.html"
    return file, file.read_text(encoding="utf-8")


def given(file, text):
    """What the script beside a page tells."""
    script = file.parent / re.search(r'data-origins="([^"?]+)', text)[1]
    told = re.fullmatch(r"document\.currentScript\.origins = (.*);\n", script.read_text(encoding="utf-8"), re.DOTALL)
    return json.loads(told[1])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [name for name in chapters() if quoted(name)])
def test_every_number_of_a_page_leads_to_what_it_comes_from(name, language):
    file, text = page(language, name)
    shown = PASTED.findall(TITLES.sub("", text))
    assert len(PASTED.findall(text)) == len(quoted(name)) and LINK.search(" ".join(TITLES.findall(text))) is None
    assert [words for link, words in shown if bool(link) != bool(re.search(r"\d", words))] == []
    links = LINK.findall(text)
    known = given(file, text) if links else None
    for key, address in links:
        origin = known["numbers"][key]
        assert origin["stated"] == ("#" in address) and (origin["stated"] or known["cells"][origin["cell"]])
        assert set(origin["facts"]) <= set(known["facts"])
        target, _, row = address.partition("#")
        other = (file.parent / target).read_text(encoding="utf-8") if target else text
        assert f'<tr id="{row}">' in other or not row, address


def test_the_places_quote_what_their_sources_state():
    for name in ("tianjin", "nanjing", "hangzhou", "national"):
        assert sum(address.startswith("#") for _, address in LINK.findall(page("en", name)[1])) >= 5, name


def test_what_a_script_is_told_holds_each_fact_and_each_cell_once():
    class Builder:
        def get_relative_uri(self, page, other):
            return f"{other}.html"

    told_now = told(found(cell(SHARE, each="2.6")), "index", Builder(), "en")
    assert list(told_now["facts"]) == ["fu041", "fu040"] and told_now["cells"] == [SHARE]
    assert told_now["facts"]["fu041"]["href"] == "tianjin.html#fu041" and told_now["words"]["evidence"]


def test_the_model_chapter_has_a_mark_at_every_equation():
    model = json.loads((HOUSE / "model" / "generated" / "model.json").read_text(encoding="utf-8"))
    for language in LANGUAGES:
        marks = set(re.findall(r'id="(equation-[^"]+)"', page(language, "model")[1]))
        assert {f"equation-{one['name'].replace('_', '-')}" for one in model["quantities"]} <= marks
