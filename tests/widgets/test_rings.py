"""Networks side by side: every actor a dot, every tie a line, in both languages."""

from xml.etree import ElementTree

import pytest

from cases import load, names
from widgets.rings import rings
from widgets.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_actor_is_a_dot_and_every_tie_a_line(language):
    cases = [load(name) for name in names()]
    figures = list(ElementTree.fromstring(rings(cases, language)).iter("figure"))
    assert [figure.findtext("figcaption") for figure in figures] == [case.name[language] for case in cases]
    for case, figure in zip(cases, figures, strict=True):
        assert len(list(figure.iter("circle"))) == len(case.actors)
        assert len(list(figure.iter("path"))) == len(case.ties)
        assert {title.text for title in figure.iter("title")} == set(case.actors[f"name_{language}"])


def test_who_has_most_ties_has_the_largest_dot():
    case = load(names()[0])
    figure = ElementTree.fromstring(rings([case], "en")).find(".//figure")
    size = {group.findtext("title"): float(group.find("circle").get("r")) for group in figure.iter("g")}
    ends = [end for tie in case.ties.to_dict("records") for end in {tie["from"], tie["to"]}]
    busiest = max(set(ends), key=ends.count)
    assert max(size, key=size.get) == case.actors.set_index("actor").name_en[busiest]
