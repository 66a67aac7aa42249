"""Under each question that asks for a prediction stands a button, after all that belongs to the question."""

import pytest
from _theme.experiments import begin_of, begins_in_bold, button, place_of_button, section_of
from docutils import nodes
from docutils.utils import new_document


def paragraph(text, bold=""):
    return nodes.paragraph("", "", nodes.Text(""), *([nodes.strong("", bold)] if bold else []), nodes.Text(text))


def section(*children):
    return nodes.section("", *children)


def test_the_button_stands_before_the_next_paragraph_in_bold():
    question, choices, more, move = paragraph("Which?", "Predict."), nodes.bullet_list(), paragraph("And when?"), paragraph("Now.", "Move.")
    section(question, choices, more, move)
    assert place_of_button(question) == 3


def test_where_nothing_in_bold_follows_it_stands_right_after_the_question():
    question = paragraph("Which?", "Predict.")
    section(paragraph("Before."), question, paragraph("After."))
    assert place_of_button(question) == 2


def test_bold_words_later_in_a_paragraph_do_not_begin_it():
    assert not begins_in_bold(nodes.paragraph("", "", nodes.Text("Which "), nodes.strong("", "Predict.")))
    assert not begins_in_bold(nodes.bullet_list())


@pytest.mark.parametrize(("language", "words"), [("en", "Draw what you expect"), ("zh_CN", "画出你的预测")])
def test_the_button_is_in_the_readers_language_and_hidden_until_a_script_can_use_it(language, words):
    markup = f'<p class="predict" hidden="" data-experiment="first" data-begins="2020-10"><button type="button">{words}</button></p>'
    assert button(language, "first", "2020-10") == markup


def chapter(*sections):
    """A document of sections, and the questions in it."""
    document = new_document("chapter")
    for number, children in enumerate(sections, 1):
        document += nodes.section("", *children, ids=[f"experiment-{number}"])
    return [node for node in document.findall(begins_in_bold) if node.astext().startswith("Predict.")]


def test_the_month_is_the_one_that_the_chapter_named_last_up_to_the_next_paragraph_in_bold():
    first, second, third = chapter(
        [paragraph("Leave *My changes begin in* at nothing.\nIn June 2019 it rains."), paragraph(" Which?", "Predict."), paragraph(" Move.")],
        [paragraph(" Which?", "Predict."), paragraph("And?"), paragraph("\nSet My changes begin in to October 2020.\nMonth shown to May 2021.", "Move.")],
        [paragraph(" Which?", "Predict."), paragraph(" Look.", "Move."), paragraph("Let your changes begin in May 2030.")],
    )
    assert [begin_of(one) for one in (first, second, third)] == ["", "2020-10", "2020-10"]


def test_an_experiment_bears_the_name_of_its_section():
    (question,) = chapter([nodes.note("", paragraph(" Which?", "Predict."))])
    assert section_of(question) == "experiment-1"
