"""What the paper on Chaoyangli states, and what a run of that place must therefore show.

Each test is named after its number in the list of behaviours; the docstring says what the source states.
"""

import numpy as np
import pytest

from cases import load
from model import simulate, simulate_many

PLACE = load("tianjin")
ARRIVAL = 384  # January 2020
SOURCE_VOLUNTEERS = 1163
SURVEY = 404  # autumn of 2021, the last interviews
RESIDENTS = 6000


def run(plan=None, shocks=(), months=PLACE.months, place=PLACE):
    return simulate(place, plan, months=months, shocks=shocks)


def own_story(plan=None, months=PLACE.months):
    return run(plan, PLACE.shocks, months)


def half_way(series):
    """Return the first month at which a rise is half done."""
    middle = (series.iloc[0] + series.max()) / 2
    return int((series >= middle).idxmax())


def test_f01_volunteers_grow_ninetyfold_in_thirty_three_years():
    """13 volunteers in 1988, 1,163 registered about 2021."""
    volunteers = own_story().volunteers
    assert volunteers[0] == 13
    assert volunteers[SURVEY] == pytest.approx(SOURCE_VOLUNTEERS, rel=0.05)
    assert volunteers[:ARRIVAL].is_monotonic_increasing


def test_f02_growth_needs_an_administrative_and_a_social_seed():
    """The first team mixed committee members and active residents."""
    nobody = PLACE.replace(start={"volunteers": 0, "public_spirit": 0, "participation": 0})
    no_office = PLACE.replace(
        start={"administrative_support": 0},
        parameters={name: 0 for name in PLACE.parameters if name.startswith("support_") and name != "support_delay" and name != "support_cost"},
    )
    grown = run(months=240).volunteers.iloc[-1]
    assert run(months=240, place=nobody).volunteers.iloc[-1] < grown / 4
    assert run(months=240, place=no_office).volunteers.iloc[-1] < grown / 4


def test_f03_volunteers_settle_near_a_fifth_of_the_residents():
    """Volunteers are 19 % of residents, far from all of them."""
    long_run = own_story(months=600)
    share = long_run.volunteers / RESIDENTS
    assert share[480:].between(0.17, 0.21).all()
    assert abs(share[600] - share[480]) < 0.01


def test_f04_one_in_three_is_only_the_upper_case():
    """A slogan says every third resident volunteers; the register does not."""
    values = PLACE.values.set_index("name")
    ceiling = {
        end: (values[end]["willing_retired"] * own_story().retired_residents.iloc[-1]
              + values[end]["willing_working"] * own_story().working_residents.iloc[-1]) / RESIDENTS
        for end in ("value", "high")
    }
    assert ceiling["value"] < 0.25
    assert ceiling["high"] == pytest.approx(1 / 3, abs=0.02)
    upper = PLACE.replace(parameters={name: float(values["high"][name]) for name in ("willing_retired", "willing_working")})
    assert 0.25 < run(place=upper, months=480).volunteers.iloc[-1] / RESIDENTS < 1 / 3


def test_f06_a_long_volunteer_culture_makes_consensus_easier():
    """Where public spirit starts higher, consensus is there sooner; the lead lasts for years, not for decades."""
    low, high = (run(place=PLACE.replace(start={"public_spirit": level})).value_consensus for level in (0.1, 0.7))
    assert (high[1:] > low[1:]).all()
    assert (high >= 0.3).idxmax() + 18 < (low >= 0.3).idxmax()
    assert high[24] - low[24] > high[60] - low[60] > high[120] - low[120] > 0.01


@pytest.mark.xfail(reason="a head start in public spirit fades within ten years")
def test_f06_the_lead_of_a_long_volunteer_culture_lasts_for_decades():
    low, high = (run(place=PLACE.replace(start={"public_spirit": level}), months=240).value_consensus for level in (0.1, 0.7))
    assert high[240] - low[240] > 0.05


def test_f07_consensus_comes_before_resources_and_ties_before_services():
    """First consensus, then resources, then networked action."""
    story = run(months=ARRIVAL)
    consensus, ties, services = (half_way(story[name]) for name in ("value_consensus", "network_ties", "services"))
    assert consensus < ties < services
    assert consensus < half_way(story.social_funds)
    assert consensus < half_way(story.administrative_support)


def test_f08_the_rules_grow_out_of_the_network():
    """The framework of action is not set beforehand: without ties, meetings make few rules."""
    story = run()
    assert half_way(story.consultation) > half_way(story.network_ties)
    head_start = run(place=PLACE.replace(start={"consultation": 0.8}))
    assert abs(head_start.consultation[120] - story.consultation[120]) < 0.05
    untied = PLACE.replace(parameters={name: 0 for name in PLACE.parameters if name.startswith("ties_from_")}, start={"network_ties": 0})
    assert run({"consultation_effort": 200}, place=untied).consultation.max() < 0.25


def test_f09_money_follows_participation_within_a_year():
    """Six donors in 2002, several dozen in 2003."""
    poor, rich = (PLACE.replace(start={"participation": share, "public_spirit": share}) for share in (0.05, 0.6))
    gap = run(place=rich, months=24).donations - run(place=poor, months=24).donations
    held = run(place=rich, months=24).social_funds - run(place=poor, months=24).social_funds
    assert gap[0] > 0
    assert held[12] > 0.6 * held.max()


def test_f12_honours_bring_support_and_support_brings_volunteers():
    """Honours give an edge in the yearly assessment, hence funds, hence support."""
    honoured = run(shocks=[("honour", 60, 2, 3)], months=240)
    plain = run(months=240)
    gain = honoured.administrative_support - plain.administrative_support
    assert gain[61] < gain[72] > 0.005
    assert 66 <= gain.idxmax() <= 96
    assert honoured.volunteers[120] > 1.02 * plain.volunteers[120]


@pytest.mark.xfail(reason="the yearly assessment is a delay of a year in the model, and not a step at a month of the year")
def test_f12_support_rises_by_yearly_steps():
    support = [run(shocks=shocks, months=240).administrative_support for shocks in ([("honour", 60, 2, 3)], [])]
    rises = (support[0] - support[1]).diff().clip(lower=0)
    assert rises.nlargest(3).sum() > 0.9 * rises.sum()


def test_f13_under_conflict_cooperation_turns_into_absorption():
    """The mechanism fits cooperation; in conflict it fails or becomes absorption."""
    calm = run(months=420)
    torn = run(shocks=[("conflict", ARRIVAL, 24, 1)], months=420)
    end = ARRIVAL + 23
    assert torn.network_ties[end] < 0.4 * calm.network_ties[end]
    assert torn.absorption[end] > calm.absorption[end] + 0.08
    assert torn.volunteer_stream[end] < 0.5 * calm.volunteer_stream[end]
    mild = run(shocks=[("conflict", ARRIVAL, 24, 0.1)], months=420)
    assert mild.network_ties[end] > 0.8 * calm.network_ties[end]


@pytest.mark.xfail(reason="about a third of the stream is left at the end of a conflict")
def test_f13_under_conflict_volunteers_stop_producing_services():
    streams = [run(shocks=shocks, months=ARRIVAL + 24).volunteer_stream for shocks in ([("conflict", ARRIVAL, 24, 1)], [])]
    assert streams[0][ARRIVAL + 23] < 0.1 * streams[1][ARRIVAL + 23]


def test_f15_the_push_brings_quarrels_before_it_brings_services():
    """Sealing the estate brought incomprehension and even fights."""
    calm = run()
    sealed = run(shocks=[("epidemic", ARRIVAL, 9, 1)])
    quarrel = (sealed.conflict - calm.conflict)[ARRIVAL:ARRIVAL + 12]
    helped = (sealed.services - calm.services)[ARRIVAL:ARRIVAL + 12]
    assert quarrel[ARRIVAL + 1] > 0.05
    assert (quarrel > quarrel.max() / 2).idxmax() < (helped > helped.max() / 2).idxmax()
    pushed = run(place=PLACE.replace(start={"directive_push": 0.9}), months=60) - run(months=60)
    assert pushed.conflict[3] > 0.1
    assert pushed.conflict.idxmax() < pushed.services.idxmax()


def test_f17_double_registration_adds_volunteers_in_weeks_and_leaves_some():
    """Members who report to the community bring new people into volunteering."""
    plain = run({"deployed_members": 0})
    posted = run({"deployed_members": {0: 0, ARRIVAL: 90, ARRIVAL + 9: 0}})
    extra = posted.volunteers - plain.volunteers
    assert extra[ARRIVAL] == pytest.approx(0, abs=1e-9)
    assert extra[ARRIVAL + 2] > 70
    assert 5 < extra[ARRIVAL + 18] < 60


def test_f18_skipped_redemption_lowers_public_spirit():
    """Points were redeemed within about a month of the last watch."""
    kept = own_story()
    skipped = own_story({"recognition": {**PLACE.plan["recognition"], ARRIVAL: 0}})
    owed = [shock for shock in PLACE.shocks if shock.shock == "epidemic"][0]
    last = owed.month + owed.length
    assert kept.points_owed[last + 3] < kept.points_owed[last] / 3
    assert skipped.points_owed[last + 3] > 0.3
    assert skipped.public_spirit[last + 3] < kept.public_spirit[last + 3] - 0.01


def test_f20_volunteers_lighten_the_burden_at_equal_tasks():
    """Working together relieves the administration."""
    many = run(place=PLACE.replace(start={"volunteers": 1000}), months=2)
    few = run(place=PLACE.replace(start={"volunteers": 13}), months=2)
    assert many.tasks_waiting[0] == few.tasks_waiting[0]
    assert many.administrative_burden[0] < 0.9 * few.administrative_burden[0]


def test_f21_the_best_runs_push_less_and_support_more():
    """Administration turns from leading to guiding and supporting."""
    draw = np.random.default_rng(21)
    runs = 2000
    levers = [lever for lever in PLACE.levers if lever.shown]
    plan = {lever.lever: draw.uniform(lever.low, lever.high, runs) for lever in levers}
    result = simulate_many(PLACE, plan, months=240, quantities=("services", "directive_push", "administrative_support"))
    order = np.argsort(result["services"][:, -60:].mean(axis=1))
    best, rest = order[-runs // 10:], order[: runs // 2]
    push, support = (result[name][:, -60:].mean(axis=1) for name in ("directive_push", "administrative_support"))
    assert push[best].mean() < push[rest].mean()
    assert support[best].mean() >= support[rest].mean()


def test_f22_orders_come_with_the_emergency_and_go_with_it():
    """Teams act on their own in calm times and gather under the committee in an emergency."""
    push = own_story(months=480).directive_push
    before, during, after = push[ARRIVAL - 1], push[ARRIVAL:ARRIVAL + 14].max(), push[ARRIVAL + 36]
    assert during > before + 0.15
    assert after < before + 0.05


def test_f23_ageing_first_helps_and_then_limits():
    """Most who take part are retired workers and former soldiers; the later fall is small within our ranges."""
    longest = next(one.high for one in PLACE.evidence if one.name == "frail_years")
    young = PLACE.replace(
        start={"working_residents": 5600, "retired_residents": 300, "frail_residents": 100},
        parameters={"frail_years": longest},
    )
    aged = run(place=young, months=1200)
    able, volunteers = aged.able_residents, aged.volunteers
    assert able[0] < 0.9 * able.max()
    assert 240 < able.idxmax() < volunteers.idxmax() < 600
    assert volunteers[1200] < 0.99 * volunteers.max()


def test_f24_a_platform_brings_help_sooner():
    """Digital matching mobilises more people and resources."""
    epidemic = [("epidemic", ARRIVAL, 9, 1)]
    slow, fast = (
        run({"platform_investment": {0: 0, 300: money}}, epidemic).volunteer_stream for money in (0, 6000)
    )
    assert (fast[ARRIVAL:] > slow[ARRIVAL:]).all()
    goal = slow[ARRIVAL:ARRIVAL + 9].max()
    assert (fast[ARRIVAL:] >= goal).idxmax() < (slow[ARRIVAL:] >= goal).idxmax()
