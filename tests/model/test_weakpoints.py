"""The search for the assumption that would turn a comparison round, on differences that are a formula."""

import numpy as np
import pytest

from cases import load
from model.analyses.communities import members
from model.analyses.weakpoints import FIRST, HANDFUL, NEAREST, SAMPLE, WeakPoints, rank_correlations

COUNT = 200
NAMES = list(members(load("nanjing"), 1))[:40]
HUMP, STRONG, STRONGER, STRONGEST = NAMES[10:14]
OUTCOME = "services"


def search(formula):
    """Return what a search finds where differences are a formula of numbers on 0–1, what it asked for, and itself."""
    drawn = members(load("nanjing"), COUNT)[NAMES]
    drawn = (drawn - drawn.min()) / (drawn.max() - drawn.min())
    asked = []

    def differences(given, tell):
        asked.append(len(given[NAMES[0]]))
        tell(1, 1)
        return {OUTCOME: formula(given)}

    found = {OUTCOME: formula(drawn).to_numpy()}
    weak = WeakPoints(drawn, {name: (0.0, 1.0) for name in NAMES}, found, {OUTCOME: 0.005}, differences)
    quiet = lambda done, all: None  # noqa: E731
    weak.probe(quiet)
    return weak.search(OUTCOME, quiet, quiet), asked, weak


def hidden(of):
    """Return differences that three numbers go with and cannot turn; a fourth does not, and turns them at both ends."""
    return 0.2 + 0.3 * of[STRONG] + 0.35 * of[STRONGER] + 0.4 * of[STRONGEST] - 4 * (of[HUMP] - 0.5) ** 2


def test_an_assumption_that_turns_a_majority_round_is_found_though_its_draws_do_not_go_with_the_difference():
    found, _, weak = search(hidden)
    links = rank_correlations(weak.drawn, weak.found[OUTCOME]).abs().sort_values()
    assert found["assumption"] == HUMP and found["turned"] and found["others"] == 0
    assert HUMP not in links.index[-3:] and abs(found["correlation"]) == pytest.approx(links[HUMP])


def test_what_is_said_is_counted_in_all_communities():
    found, _, weak = search(hidden)
    gains = hidden(weak.drawn.assign(**{HUMP: found["value"]}))
    assert (found["better_then"], found["worse_then"]) == ((gains >= 0.005).sum(), (gains <= -0.005).sum())


def test_every_end_is_tried_in_a_handful_those_that_move_something_in_more_and_a_few_in_all():
    _, (probed, sampled, counted), _ = search(hidden)
    assert (probed, sampled) == (2 * len(NAMES) * HANDFUL, 2 * 4 * SAMPLE)
    assert counted % COUNT == 0 and counted <= COUNT * (NEAREST + FIRST)


def test_where_several_turn_it_round_the_others_are_counted():
    found, _, _ = search(lambda of: 0.8 + of[STRONG] - 3 * of[HUMP] + 3 * of[STRONGER])
    assert found["turned"] and found["others"] == 1


def test_where_none_turns_it_round_the_one_that_comes_nearest_is_named():
    found, _, _ = search(lambda of: 0.6 + 0.3 * of[STRONG] - 0.7 * of[HUMP])
    assert (found["assumption"], found["value"], found["turned"]) == (HUMP, 1.0, False)


def test_where_nobody_is_ahead_nothing_can_be_turned_round():
    found, _, weak = search(lambda of: 0 * of[HUMP])
    assert found["assumption"] is None and not found["turned"] and weak.majority(OUTCOME) == 0


def test_equal_results_have_no_correlation_and_a_result_that_is_a_parameter_has_one():
    drawn = members(load("nanjing"), 60)
    assert (rank_correlations(drawn, np.ones(60)) == 0).all()
    links = rank_correlations(drawn, drawn["trust_delay"].to_numpy())
    assert links.idxmax() == "trust_delay" and links.max() > 0.99
