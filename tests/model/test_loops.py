"""The named loops: each is a feedback loop of the causal map, with the polarity that its letter says."""

import pandas
import pytest

from model.map import CAUSAL_MAP, loops, signed_graph

NAMED = pandas.read_csv(CAUSAL_MAP.with_name("loops.csv"), index_col="loop").path.str.split()
GRAPH = signed_graph(pandas.read_csv(CAUSAL_MAP))
POLARITY = {"R": "reinforcing", "B": "balancing"}


def from_first(path):
    """A closed path that starts where a search for loops starts it: at its alphabetically first member."""
    first = path.index(min(path))
    return (*path[first:], *path[:first])


@pytest.fixture(scope="module")
def found():
    """Every feedback loop of the map as long as the longest that has a name."""
    return dict(loops(GRAPH, longest=max(map(len, NAMED))))


@pytest.mark.parametrize("loop", NAMED.index)
def test_a_named_loop_is_found_in_the_map_with_the_polarity_of_its_letter(loop, found):
    assert found[from_first(NAMED[loop])] == POLARITY[loop[0]]


def test_the_loops_are_numbered_without_gaps_and_told_apart():
    letters = NAMED.index.str[0]
    assert [list(NAMED.index[letters == letter]) for letter in "RB"] == [
        [f"{letter}{number}" for number in range(1, (letters == letter).sum() + 1)] for letter in "RB"]
    assert NAMED.map(from_first).is_unique
