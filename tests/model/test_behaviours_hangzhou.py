"""What the paper on Shangcheng states, and what a run of that place must therefore show.

Each test is named after its number in the list of behaviours; the docstring says what the source states.
"""

import csv
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import numpy as np
import pytest

import cases
from cases import load
from model import simulate, simulate_many

PLACE = load("hangzhou")
HOUSE = Path(cases.__file__).parents[1]
FACTS = HOUSE / "data" / "facts.csv"
SVG = "{http://www.w3.org/2000/svg}"
READ = 60  # the month in which plans are compared, January 2014
PAPER = PLACE.month("2015-09")
BUDGET = PLACE.lever("platform_investment").value + PLACE.lever("incubation").value


def run(plan=None, months=READ, place=PLACE):
    return simulate(place, plan, months=months)


def facts():
    """Return the facts of the paper, by the characters with which each is found in it."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return {row["anchor"]: row for row in csv.DictReader(file) if row["source"] == PLACE.source}


def number(anchor):
    return float(facts()[anchor]["value"])


def spent(platform, society):
    """Return the plan that spends so much a month on the platform and so much on organisations."""
    return {"platform_investment": platform, "incubation": society}


def draws(count, seed):
    """Return that many sets of the uncertain parameters, each drawn from its range."""
    random = np.random.default_rng(seed)
    ranges = PLACE.values.query("kind == 'parameter' and high > low")
    return {row.name: random.uniform(row.low, row.high, count) for row in ranges.itertuples()}


@pytest.mark.parametrize("budget", [BUDGET / 2, BUDGET, 2 * BUDGET, 4 * BUDGET])
def test_f55_both_systems_beat_either_alone_at_equal_cost(budget):
    """A platform that joins resources and a society that takes part complement each other."""
    both, platform, society = (run(spent(*parts)) for parts in ((budget / 2, budget / 2), (budget, 0), (0, budget)))
    assert both.lever_spending[0] == platform.lever_spending[0] == society.lever_spending[0]
    assert both.services[READ] > 1.005 * max(platform.services[READ], society.services[READ])


def test_f55_each_system_does_more_where_the_other_is():
    """The two systems act on each other."""
    neither, platform, society, both = (
        run(spent(*parts)).services[READ] for parts in ((0, 0), (BUDGET / 2, 0), (0, BUDGET / 2), (BUDGET / 2, BUDGET / 2))
    )
    alone = (platform - neither) + (society - neither)
    assert both - neither > 1.05 * alone
    reach = [run(spent(BUDGET / 2, money)).platform_reach[READ] for money in (0, BUDGET / 2)]
    assert reach[1] > 1.05 * reach[0]


def test_f55_does_not_hang_on_one_choice_of_numbers():
    """No figure of the paper fixes a parameter, so the sentence must hold over their ranges."""
    sets = draws(400, 55)
    both, platform, society = (
        simulate_many(PLACE, spent(*parts), sets, months=READ, quantities=("services",))["services"][:, READ]
        for parts in ((BUDGET / 2, BUDGET / 2), (BUDGET, 0), (0, BUDGET))
    )
    assert (both > np.maximum(platform, society)).mean() > 0.8


def test_f56_a_platform_raises_services_at_once_and_later_lightens_the_burden():
    """Data are entered once and shared by three levels; the quality of services is said to rise."""
    bare, joined = (run(place=PLACE.replace(start={"platform_reach": reach})) for reach in (0, 0.3))
    assert joined.services[0] > 1.02 * bare.services[0]
    more = run(spent(4 * BUDGET / 2, BUDGET / 2))
    gain, relief = more.services - run().services, run().administrative_burden - more.administrative_burden
    assert gain[3] > 0 and gain[1:].is_monotonic_increasing
    assert (relief[6:] > 0).all() and relief[READ] > relief[12]


def test_f56_what_is_entered_once_is_not_entered_again():
    """Data are entered once and shared by three levels."""
    bare, joined = (run(place=PLACE.replace(start={"platform_reach": reach}), months=1) for reach in (0, 0.3))
    assert joined.volunteers[0] == bare.volunteers[0]
    assert joined.administrative_burden[0] < 0.98 * bare.administrative_burden[0]


def three_levels():
    """Return the network as the paper counts it, each body tied to one above: the district, its centres, their federations."""
    hubs, leaves = int(number("6个街道")), int(number("54个社区"))
    return nx.join_trees([(nx.star_graph(leaves // hubs), 0)] * hubs)


def test_f57_the_three_levels_are_a_tree_of_sixty_one_nodes():
    """A service centre of the district, 6 of the sub-districts, 54 federations of the communities."""
    tree = three_levels()
    assert (len(tree), tree.number_of_edges()) == (61, 60) and nx.is_tree(tree)
    assert sorted(dict(tree.degree()).values(), reverse=True) == [10] * 6 + [6] + [1] * 54
    assert number("54个社区") == 9 * number("6个街道")


@pytest.mark.parametrize("ending", [".svg", ".zh_CN.svg"])
def test_f57_the_picture_in_the_book_draws_this_tree(ending):
    """A service centre of the district, 6 of the sub-districts, 54 federations of the communities."""
    picture = ElementTree.parse(HOUSE / "book" / "figures" / f"three_levels{ending}").find(f"{SVG}g[@id='network']")
    drawn = nx.Graph([tuple((line.get(f"x{end}"), line.get(f"y{end}")) for end in "12") for line in picture.iter(f"{SVG}line")])
    assert {(dot.get("cx"), dot.get("cy")) for dot in picture.iter(f"{SVG}circle")} == set(drawn)
    assert nx.is_isomorphic(drawn, three_levels())


def test_f57_the_network_of_the_place_has_the_three_levels_in_a_row():
    """District, sub-district and community make one network of services for organisations."""
    levels = ["district_centre", "sub_district_centres", "federations", "community_organisations"]
    network = PLACE.network
    assert nx.is_path(network, levels)
    ties = [network.edges[pair + (0,)] for pair in zip(levels, levels[1:])]
    assert {tie["stated"] for tie in ties} == {"inferred"}, "the paper names no tie between two bodies"
    support = simulate(PLACE, months=1)
    assert {tie["quantity"] for tie in ties} <= set(support.columns)


def test_f58_skill_starts_at_the_share_of_certificates_and_rises():
    """253 social workers hold a certificate, 36.93 %; five mechanisms are to raise the share."""
    staff = round(number("社会工作师253名") / (number("36.93%") / 100))
    assert staff == 685
    assert number("初级197名") + number("中级56名") == number("社会工作师253名")
    skill = run(months=PLACE.months).professional_skill
    assert skill[0] == pytest.approx(number("社会工作师253名") / staff, abs=0.005)
    assert skill.is_monotonic_increasing and skill[READ] > skill[0] + 0.08
    gains = skill.diff()
    assert gains[12:25].sum() > gains[60:73].sum()
    dropped = run({"training": 0}, PLACE.months).professional_skill
    assert dropped.is_monotonic_decreasing
    assert 24 < (dropped < skill[0] / 2).idxmax() < 60


def test_f61_assessment_brings_organisations_and_social_money():
    """Fostering organisations is made part of the assessment, to call in money from society."""
    light, heavy = (run({"oversight_effort": hours}, 36) for hours in (0, 160))
    for name in ("social_organisations", "donations"):
        gain = heavy[name] / light[name] - 1
        assert gain[24] > 0.02, name
        assert gain[12] > gain[24] / 3, name
        assert gain[3] < gain[12] / 2, name


def test_f62_services_are_the_sum_of_three_suppliers():
    """Public services, public-benefit services and commercial services come from different suppliers."""
    story = run(months=PLACE.months)
    fit = 1 - PLACE.parameters["fit_lost_to_push"] * story.misfit
    streams = {
        "public_stream": fit * story.public_stream,
        "community_stream": fit * story.community_stream,
        "market_stream": story.market_stream,
    }
    assert len(streams) == number("3大服务架构")
    assert all((stream > 0.05 * story.services).all() for stream in streams.values())
    np.testing.assert_allclose(sum(streams.values()), story.services, rtol=1e-12)
    closed = run(place=PLACE.replace(parameters={"market_hours": 0.003}), months=1)
    others = ["public_stream", "community_stream"]
    assert closed.market_stream[0] < 0.02 * story.market_stream[0]
    assert (closed.loc[0, others] == story.loc[0, others]).all()


def test_f63_satisfaction_is_a_direction_and_no_figure():
    """Satisfaction and happiness are said to rise, without figures."""
    said = [row for row in facts().values() if row["subject"] == "satisfaction"]
    assert said and not any(row["value"] for row in said)
    start = next(item for item in PLACE.evidence if item.name == "satisfaction")
    assert start.badge != "source" and start.high - start.low > 0.2
    runs = simulate_many(PLACE, {}, draws(400, 63), months=PAPER, quantities=("satisfaction",))["satisfaction"]
    assert (runs[:, PAPER] > runs[:, 0]).mean() > 0.75
    story = run(months=PAPER)
    assert story.satisfaction[PAPER] > story.satisfaction[0]


def test_f64_the_district_starts_small_aged_and_with_many_in_hardship():
    """The smallest district, strongly aged, with rather many families in hardship."""
    first = run(months=1).loc[0]
    assert first.needs_arising > 1.2 * first.residents
    assert first.need_pressure > 0.5
    assert first.frail_residents / first.residents > 0.12 and first.retired_residents / first.residents > 0.25
    assert first.platform_reach < 0.05
    assert 0.4 < first.administrative_support < 0.6
    assert first.services < 0.6 * first.needs_arising
