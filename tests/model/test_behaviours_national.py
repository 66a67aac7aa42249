"""What the paper on 83 pilot districts states, and what a run of a typical community must therefore show.

Each test is named after its number in the list of behaviours; the docstring says what the source states.
The source has no series and no outcome: what is tested is price, proportion, sign and order.
"""

import pytest
from facts import stated

from cases import load
from model import simulate

PLACE = load("national")
CAMPAIGN = range(87, 92)  # April to August 2018, the five months of the contest
YEAR = range(84, 96)  # 2018
WINDOW = 95  # December 2018, the end of the window of the study
LATER = WINDOW + 60
SUPPLY = ("service_contracts", "incubation", "platform_investment")


def run(plan=None, months=LATER, place=PLACE):
    return simulate(place, plan, months=months)


def fact(anchor):
    return stated(PLACE.source, anchor)


def with_start(**values):
    return PLACE.replace(start=values)


def changed(levers, place=PLACE):
    """Return a run in which levers change when the window closes."""
    return run({lever: {WINDOW: value} for lever, value in levers.items()}, place=place)


EMBEDDED, MUTUAL = fact("19.8万元"), fact("2.8万元")


def test_f65_money_follows_the_themes():
    """65% of the hits are services, 10% consultation and self-governance."""
    services, participation = fact("总频次的65%"), fact("居民自治占总频次的10%")
    for month in PLACE.plan["service_contracts"]:
        spent = sum(PLACE.plan[lever][month] for lever in SUPPLY) + PLACE.parameters["trainer_wage"] * PLACE.plan["training"][month]
        assert spent / PLACE.plan["self_help_grants"][month] == pytest.approx(services / participation)
    assert 12 * PLACE.lever("service_contracts").value == EMBEDDED


def test_f65_with_this_mix_residents_enjoy_much_and_take_part_little():
    """Residents are said to enjoy many services and to take part little."""
    now = run().loc[WINDOW]
    assert now.services > now.needs_arising * 0.75
    assert now.participation < 0.15
    other = {lever: 0 for lever in SUPPLY} | {"training": 0, "self_help_grants": 23_400}
    turned = changed(other)
    assert turned.participation[LATER] > 1.02 * run().participation[LATER]
    assert turned.dependence[LATER] < run().dependence[LATER]


def test_f66_one_yuan_buys_seven_times_as_many_mutual_aid_projects():
    """28,000 yuan for a mutual-aid project, 198,000 for an embedded one."""
    price = {name: PLACE.parameters[name] for name in ("contract_price", "self_help_price")}
    ratio = price["contract_price"] / price["self_help_price"]
    assert ratio == pytest.approx(EMBEDDED / MUTUAL, rel=1e-3)
    assert ratio == pytest.approx(7, abs=0.1)


def hours_for(money, lever, month, place=PLACE):
    """Return the hours of service that more money for one lever brings in the same month."""
    own = PLACE.plan[lever][max(turn for turn in PLACE.plan[lever] if turn <= month)]
    more, plain = (run({lever: {month: own + extra}}, month + 1, place).loc[month] for extra in (money, 0))
    return sum(more[stream] - plain[stream] for stream in ("public_stream", "community_stream"))


def test_f66_a_yuan_for_mutual_aid_brings_more_hours():
    """Mutual aid costs less than embedded social work."""
    bought, granted = (hours_for(1000, lever, WINDOW) for lever in ("service_contracts", "self_help_grants"))
    assert bought > 0 and granted > EMBEDDED / MUTUAL * bought
    perfect = run().loc[WINDOW]
    working = perfect.skilled * perfect.organisation_strength * perfect.honest * (1 - PLACE.parameters["quality_lost_to_price"] * PLACE.plan["price_weight"])
    assert granted / perfect.joint_action == pytest.approx(EMBEDDED / MUTUAL * bought / working, rel=0.01)


def test_f66_money_for_mutual_aid_needs_residents_who_act():
    """The projects are run by residents themselves."""
    nobody, few, many = (hours_for(1000, "self_help_grants", 0, with_start(participation=level)) for level in (0, 0.01, 0.4))
    assert nobody == pytest.approx(0, abs=1e-9)
    assert few < hours_for(1000, "self_help_grants", 0) / 3
    assert many > hours_for(1000, "self_help_grants", 0) * 2


HELPLESS = {"directive_push": 0.8, "misfit": 0.8, "dependence": 0.8, "participation": 0.03, "public_spirit": 0.15, "network_ties": 0.15}
SELF_HELP = {"directive_push": 0.2, "misfit": 0.2, "dependence": 0.15, "participation": 0.2, "public_spirit": 0.55, "network_ties": 0.5}
TWENTY_YEARS = 240


def apart(taper, helpless=HELPLESS, active=SELF_HELP, place=PLACE, months=TWENTY_YEARS):
    """Return how far two starts are apart in push and in dependence at the end."""
    ends = [run({"push_taper": taper}, months, place.replace(start=start)).loc[months] for start in (helpless, active)]
    return [ends[0][name] - ends[1][name] for name in ("directive_push", "dependence")]


def test_f68_without_withdrawal_each_start_keeps_its_basin():
    """Giant government and atomised residents feed each other in a vicious circle."""
    push, dependence = apart(0)
    assert push > 0.4 and dependence > 0.1
    later = apart(0, months=600)
    assert later[0] > 0.4 and later[1] > 0.1
    free = run({"push_taper": 0}, TWENTY_YEARS, with_start(**SELF_HELP))
    assert (free.directive_push < 0.3).all() and (free.dependence[12:] < 0.3).all()
    assert free.participation[TWENTY_YEARS] > 1.4 * run({"push_taper": 0}, TWENTY_YEARS, with_start(**HELPLESS)).participation[TWENTY_YEARS]


def test_f68_the_circle_itself_parts_two_starts_that_differ_in_dependence_alone():
    """Residents who cannot help themselves rely on government, which grows the larger for it."""
    starts = [{"directive_push": 0.2, "misfit": 0.2, "dependence": level} for level in (0.8, 0.15)]
    push, dependence = apart(0, *starts)
    assert push > 0.15 and dependence > 0.03
    cut = PLACE.replace(parameters={"push_from_dependence": 0})
    push_cut, dependence_cut = apart(0, *starts, place=cut)
    assert push_cut < push / 5 and dependence_cut < dependence / 5


def test_f68_with_withdrawal_the_two_starts_meet_the_slower_the_later():
    """The circle is vicious, not unbreakable: the paper looks for ways out of it."""
    gaps = [apart(taper)[0] for taper in (6, 36, 120)]
    assert gaps == sorted(gaps) and gaps[0] < 0.01 and gaps[2] > 0.08
    assert apart(120, months=600)[0] < 0.01


def test_f70_the_lowest_price_lowers_cost_and_quality_together():
    """Who wins at a low price has to save and performs the contract selectively."""
    steps = [run({"price_weight": weight}).loc[WINDOW] for weight in (0, 0.3, 0.6, 1)]
    for dear, cheap in zip(steps, steps[1:]):
        assert cheap.lever_spending < dear.lever_spending and cheap.public_cost < dear.public_cost
        assert cheap.opportunism > dear.opportunism and cheap.honest < dear.honest
        assert cheap.services < dear.services
    saved, lost = (1 - steps[-1][name] / steps[0][name] for name in ("cheapness", "honest"))
    bought = (1 - lost) * (1 - PLACE.parameters["quality_lost_to_price"])
    assert bought < 1 - saved


def test_f73_a_member_of_a_campaign_raises_some_370_yuan():
    """51 projects, 156 teams, 1,672 people and 620,120 yuan in five months."""
    projects, people = fact("51个公益金"), fact("1672人")
    totals = fact("620120元"), fact("11963元") * projects
    story = run()
    raised = (
        story.donations
        - PLACE.parameters["partner_gift"] * story.residents * story.network_ties
        - PLACE.parameters["organisation_funds"] * story.social_organisations
    )
    by_member = (raised / story.donors)[list(CAMPAIGN)].sum()
    assert by_member == pytest.approx(370, abs=5)
    assert min(totals) / people - 5 < by_member < max(totals) / people + 5
    members = story.donors[list(YEAR)].mean() * len(YEAR) / len(CAMPAIGN)
    assert members == pytest.approx(people / projects, rel=0.05)
    assert raised[list(YEAR)].sum() == pytest.approx(12_000, rel=0.05)


def test_f73_who_takes_part_raises_money():
    """Residents raise, manage and use the money themselves."""
    more, less = (run(months=12, place=with_start(participation=level)).donations[0] for level in (0.3, 0.05))
    assert more > 5 * less


def test_f74_a_quarter_of_the_residents_can_be_reached():
    """Online groups cover nearly 26% of the permanent residents of one district."""
    covered = fact("近26%") / 100
    reach = run().platform_reach
    assert reach[WINDOW] == pytest.approx(covered, abs=0.04)
    assert changed({"platform_investment": 20_000}).platform_reach[LATER] < 2 * covered
    assert changed({"platform_investment": 0}).platform_reach[LATER] < 0.01


def test_f76_more_ties_are_more_to_manage():
    """Networks are harder and costlier to manage than a hierarchy."""
    few, many = (run(place=with_start(network_ties=ties)) for ties in (0.1, 0.6))
    assert (many.coordination_load > few.coordination_load)[:61].all()
    shared = changed({"funder_coordination": 0.8})
    assert shared.coordination_load[LATER] < 0.7 * run().coordination_load[LATER]


def test_f76_the_load_tempts_into_absorption_and_the_network_pays():
    """Government may seek a steward relation of low risk, and organisations turn into subordinates."""
    calm = PLACE.replace(parameters={"absorption_from_load": 0})
    tempted, untempted = run(), run(place=calm)
    more = tempted.absorption - untempted.absorption
    assert (more[1:] > 0).all() and more[60:].min() > 0.02
    for name in ("social_organisations", "platform_reach", "network_ties"):
        assert tempted[name][LATER] < untempted[name][LATER], name

    def gap(place):
        many, few = (run(months=24, place=place.replace(start={"network_ties": ties})).absorption[24] for ties in (0.6, 0.1))
        return many - few

    assert gap(PLACE) > gap(calm) + 0.01
