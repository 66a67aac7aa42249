"""Under each question that asks for a prediction stands a button, after all that belongs to the question."""

import pytest
from _theme.experiments import begins_in_bold, button, place_of_button
from docutils import nodes


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
    assert button(language) == f'<p class="predict" hidden=""><button type="button">{words}</button></p>'
