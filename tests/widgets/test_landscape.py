"""The tables of a place as pictures: the page form, the words, the Plotly figures, the refusals."""

import json
import re

import pytest
import traitlets

from widgets import Landscape
from widgets.package import amount, drawn_tables, figure_of
from widgets.plots import folded
from widgets.words import Speaker

PLACE = "national"
LANGUAGES = ("en", "zh_CN")


def test_every_drawn_table_is_a_figure():
    """Without a list all tables of the place are shown, the first at first."""
    widget = Landscape(PLACE)
    assert [one["key"] for one in widget.state["figures"]] == list(drawn_tables(PLACE))
    assert widget.shown == widget.state["figures"][0]["key"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_are_complete_in_both_languages(language):
    """Title, note, source, and for every choice a sentence and rows."""
    for one in Landscape(PLACE, language=language).state["figures"]:
        assert one["title"] and one["note"] and one["source"] and one["choices"]
        for choice in one["choices"]:
            assert choice["sentence"] and choice["rows"] and choice["name"] in choice["sentence"]
            assert bool(re.search("[\u4e00-\u9fff]", choice["sentence"])) == (language == "zh_CN")


def test_numbers_are_the_same_in_both_languages():
    """Only words differ."""
    english, chinese = (Landscape(PLACE, language=language).state["figures"] for language in LANGUAGES)
    for one, other in zip(english, chinese, strict=True):
        for first, second in zip(one["choices"], other["choices"], strict=True):
            for row, twin in zip(first["rows"], second["rows"], strict=True):
                assert row.get("value") == twin.get("value") and row.get("cells") == twin.get("cells")


def test_a_grid_has_a_mark_where_the_source_names_two_things_together():
    """A row of the source that is named and never taken up has no mark."""
    crossing = figure_of(drawn_tables(PLACE)["crossing"], Speaker("en"))
    goods = {row["name"]: row["cells"] for row in crossing["choices"][0]["rows"]}
    assert goods["Capability services"] == [""] * 4
    assert goods["Care services"].count("stated") == 1 and goods["Mutual-aid services"].count("inferred") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_a_figure_that_plotly_accepts(language):
    """The dictionaries that the page draws are valid figures, with as many marks as rows have."""
    widget = Landscape(PLACE, language=language)
    for one in widget.state["figures"]:
        widget.shown = one["key"]
        for index, choice in enumerate(one["choices"]):
            widget.choice = index
            figure = widget.figure()
            drawn = sum(len(trace.x) for trace in figure.data)
            marks = sum(cell != "" for row in choice["rows"] for cell in row.get("cells", ["bar"]))
            assert drawn == marks
        widget.choice = 0


def test_the_page_form_has_a_picture_of_every_figure_and_no_style():
    """What a reader without scripts sees; the policy of the page allows no inline style."""
    widget = Landscape(PLACE)
    page = widget.html()
    still = page.partition("</script>")[2]
    assert still.count("gt-still-svg") == sum(one["form"] == "bars" for one in widget.state["figures"])
    assert "<table>" in still and " style=" not in still and "<style" not in still
    traits = json.loads(re.search(r'json">(.*?)</script>', page, re.DOTALL)[1])
    assert traits["kind"] == "landscape" and traits["shown"] == widget.shown


@pytest.mark.parametrize(("arguments", "message"), [
    ((PLACE, ["weather"]), "national has no table weather; there are: themes, regions"),
    ((PLACE, []), "national has no table to draw; there are: themes"),
    (("nowhere",), "nowhere has no table to draw; there are: none"),
])
def test_a_table_that_is_not_there_is_refused_with_those_that_are(arguments, message):
    with pytest.raises(ValueError, match=message):
        Landscape(*arguments)


def test_a_figure_that_is_not_there_is_refused_and_the_old_one_stays():
    widget = Landscape(PLACE)
    with pytest.raises(traitlets.TraitError, match="shown is 'weather'; allowed are themes"):
        widget.shown = "weather"
    assert widget.shown == "themes"


def test_an_unknown_form_is_refused_with_the_known_ones():
    resource = drawn_tables(PLACE)["themes"] | {"picture": {"form": "cake"}}
    with pytest.raises(ValueError, match="national_themes is drawn as 'cake'; allowed are bars, grid"):
        figure_of(resource, Speaker("en"))


@pytest.mark.parametrize(("value", "unit", "language", "text"), [
    (620120.0, "yuan", "en", "620,120 yuan"), (17.33, "%", "zh_CN", "17.3%"), (3.0, "次", "zh_CN", "3次"), (370.89, "yuan", "en", "371 yuan"),
])
def test_amounts_are_written_as_they_are_read(value, unit, language, text):
    assert amount(value, unit, Speaker(language)) == text


def test_long_labels_are_folded_by_their_width():
    assert folded("short") == "short" and folded("社区服务") == "社区服务"
    assert folded("Consultation and self-governance").count("<br>") == 1
    assert folded("社区协商与居民自治的主题内容").count("<br>") == 1
