"""How sources are called."""

import pytest

from widgets.sources import called, labels

NAMES = [
    ("fu-2023", "en", "Fu et al. 2023"),
    ("fu-2023", "zh_CN", "傅利平等2023"),
    ("fu-2023:fu042", "en", "Fu et al. 2023 · fu042"),
    ("kong-2019 xu-2021", "en", "Kong 2019; Xu 2021"),
    ("kong-2019 xu-2021", "zh_CN", "孔娜娜2019；徐勇2021"),
    ("anon-2015", "en", "Anonymous 2015"),
    ("anon-2015", "zh_CN", "佚名2015"),
    ("somebody-1999", "en", "somebody-1999"),
    ("", "en", ""),
]


@pytest.mark.parametrize("reference, language, name", NAMES)
def test_a_source_is_called_by_surnames_and_year(reference, language, name):
    """An unknown source keeps its key, so that a new place needs no line of code."""
    assert called(reference, language) == name


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_two_sources_are_called_alike(language):
    """A name leads to one source."""
    names = list(labels(language).values())
    assert len(names) == len(set(names)) > 5
