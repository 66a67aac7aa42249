"""The page's own words come from one table; an unknown language is refused."""

import pytest
from _theme.words import page_words


def test_both_languages_have_the_same_keys_and_different_words():
    english, chinese = page_words("en"), page_words("zh_CN")
    assert english.keys() == chinese.keys()
    assert all(english[key] != chinese[key] for key in english)


def test_another_language_is_refused_with_what_is_allowed():
    with pytest.raises(ValueError, match="language is 'fr'; allowed are en, zh_CN"):
        page_words("fr")
