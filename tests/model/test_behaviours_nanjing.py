"""What the paper on Getang states, and what a run of that place must therefore show.

Each test is named after its number in the list of behaviours; the docstring says what the source states.
"""

import pytest
from facts import stated

from cases import load
from model import simulate

PLACE = load("nanjing")
COUNT = 17  # October 2020, the month in which the paper counts


def run(plan=None, months=120, place=PLACE):
    return simulate(place, plan, months=months)


def fact(anchor):
    return stated(PLACE.source, anchor)


def purchases(*parts):
    """Return the plan in which only these parts of the purchase money are spent, each from its own month."""
    schedule, before, wanted = PLACE.plan["service_contracts"], 0, {}
    for part, (month, money) in enumerate(schedule.items()):
        wanted[month] = (wanted[max(wanted)] if wanted else 0) + (money - before) * (part in parts)
        before = money
    return {"service_contracts": wanted}


BEFORE, STREET, OUTSIDE = 0, 1, 2  # what was bought already, the sub-district's contest, city and district
PUSHED = PLACE.replace(start={"directive_push": 0.8, "misfit": 0.8})


def test_f39_thirty_two_organisations_in_seventeen_months():
    """20 outside and 12 local organisations, 9 in preparation, by October 2020; almost none in May 2019."""
    organisations = run().social_organisations
    at_work = fact("20家外来社会组织") + fact("本土社会组织12家")
    assert organisations[0] < 1
    assert organisations[COUNT] == pytest.approx(at_work, rel=0.1)
    assert organisations[2 * COUNT] == pytest.approx(at_work + fact("本土社会组织9家"), rel=0.1)
    unpushed = PLACE.replace(parameters={"founding_from_push": 3e-6})
    assert run(place=unpushed).social_organisations[COUNT] < at_work / 3
    unpaid = run({"incubation": 0, **purchases()})
    assert unpaid.social_organisations[COUNT] < organisations[COUNT] - 2


def test_f41_services_spread_step_by_step():
    """From children and part of one community to six groups in seven villages and communities."""
    story = run(months=COUNT)
    one, two, three = (run(purchases(*parts), COUNT).services for parts in ([BEFORE], [BEFORE, STREET], [BEFORE, STREET, OUTSIDE]))
    first, second = list(PLACE.plan["service_contracts"])[1:]
    assert story.services.is_monotonic_increasing
    assert story.services[COUNT] > 1.4 * story.services[0]
    assert one[first - 1] == two[first - 1] and two[second - 1] == three[second - 1]
    assert one[COUNT] < two[COUNT] < three[COUNT] == story.services[COUNT]
    met = story.needs_met / story.needs_arising
    assert met[0] < 1 / 3 < met[COUNT] < 2 / 3


def test_f42_the_contest_buys_about_seventeen_projects():
    """17 of 38 applications received 20,000 to 90,000 yuan."""
    projects, least, most = (fact(anchor) for anchor in ("17个社会服务项目", "2万元至", "9万元不等"))
    with_it, without = (run(purchases(*parts), 16) for parts in ([BEFORE, STREET], [BEFORE]))
    start = list(PLACE.plan["service_contracts"])[STREET]
    year = (with_it.contracts - without.contracts).loc[start:start + 11].sum()
    assert projects * least < year < projects * most
    assert year / ((least + most) / 2) == pytest.approx(projects, abs=0.5)
    assert with_it.administrative_support[16] > without.administrative_support[16] + 0.02
    assert with_it.services[16] > without.services[16] + 300


def test_f43_outside_money_is_of_the_same_order():
    """City and district contests: 1.175 million yuan applied for with the help of the centre."""
    schedule = list(PLACE.plan["service_contracts"].values())
    street, outside = schedule[STREET] - schedule[BEFORE], schedule[OUTSIDE] - schedule[STREET]
    assert 12 * outside == pytest.approx(fact("117.5万元"), rel=0.01)
    assert 0.5 < outside / street < 2
    start = {"service_contracts": {0: schedule[BEFORE]}}
    gains = [
        (run({"service_contracts": {0: schedule[BEFORE] + money}}) - run(start)).services[COUNT]
        for money in (street, outside)
    ]
    assert 0.5 < gains[1] / gains[0] < 2


def test_f44_push_that_never_ends_leads_early_and_loses_late():
    """An early administrative lead is necessary; later it may become dependence and an obstacle."""
    lead = run({"push_taper": 0}, place=PUSHED) - run({"push_taper": 12}, place=PUSHED)
    assert (lead.services[4:13] > 30).all()
    assert (lead.social_organisations[4:121] > 0).all()
    assert lead.services[36] < -300 and lead.services[120] < 5 * lead.services[36] / 2 < 0
    assert lead.dependence[120] > 0.05 and lead.participation[120] < -0.02
    assert lead.absorption[120] > 0.1
    assert lead.unmet_need[12] < 0 < lead.unmet_need[120]


def test_f44_without_a_push_at_the_start_it_takes_longer():
    """Under present conditions intervention by government is necessary at first."""
    idle = PLACE.replace(start={"directive_push": 0.1, "misfit": 0.1}, parameters={"push_base": 0, "push_from_need": 0, "push_from_dependence": 0})
    quick, slow = run().social_organisations, run(place=idle).social_organisations
    assert quick[COUNT] > 2 * slow[COUNT]
    assert run().services[COUNT] > run(place=idle).services[COUNT]


def test_f45_push_does_not_fall_by_itself():
    """Power tends to strengthen itself."""
    kept, let_go = run({"push_taper": 0}), run({"push_taper": 24})
    assert kept.directive_push.min() == kept.directive_push[0]
    assert kept.push_wanted[120] < kept.directive_push[120] - 0.2
    assert let_go.directive_push[120] < 0.6 * let_go.directive_push[0]
    little = PLACE.replace(start={"directive_push": 0.1})
    helpless, able = (run({"push_taper": 0}, place=little.replace(start={"dependence": level})).directive_push for level in (0.8, 0.2))
    assert (helpless[3:] > able[3:] + 0.05).all()
    assert kept.dependence[120] > let_go.dependence[120] + 0.05


def test_f47_checks_lower_opportunism_within_months():
    """Monthly inspection, surveys and other ways are to reduce asymmetry of information."""
    checked, unchecked = run(), run({"oversight_effort": 0})
    less = unchecked.opportunism - checked.opportunism
    assert less[3] >= 0 and less[9] > 0.01 and less[18] > 0.02
    assert checked.honest[24] > unchecked.honest[24]
    assert checked.public_stream[24] > unchecked.public_stream[24]


def test_f48_services_raise_satisfaction_and_then_public_spirit():
    """The reform is said to have raised responsibility, belonging and cohesion."""
    unmoved = {"founding_from_push": 3e-6}
    nothing = {"incubation": 0, "training": 0, **purchases(BEFORE)}

    def gain(months=60, **parameters):
        reformed, left = PLACE.replace(parameters=parameters), PLACE.replace(parameters=unmoved | parameters)
        return run(months=months, place=reformed) - run(nothing, months, left)

    heard, deaf = gain(), gain(spirit_from_satisfaction=0)
    assert heard.services[12] > 5000 and heard.satisfaction[12] > 0.02 and heard.public_spirit[24] > 0.01
    halves = [(heard[name] >= heard[name].max() / 2).idxmax() for name in ("services", "satisfaction", "public_spirit")]
    assert halves == sorted(halves)
    assert deaf.public_spirit[24] < 0.85 * heard.public_spirit[24]


def test_f49_the_reform_is_administrative_short_of_money_and_incomplete():
    """Strongly administrative, too few resources, institutions incomplete."""
    now = run(months=COUNT).loc[COUNT]
    assert now.directive_push > 0.5
    assert now.administrative_support < now.need_pressure
    assert now.services < now.needs_arising
    assert now.consultation < 0.25 and now.oversight < 0.5


def test_f51_unequal_dependence_makes_organisations_act_like_bureaus():
    """Unequal dependence on resources makes organisations accept extended administrative work."""
    alone, together = run({"funder_coordination": 0}), run({"funder_coordination": 0.9})
    assert alone.absorption[60] > together.absorption[60] + 0.03
    assert alone.social_organisations[60] < together.social_organisations[60] - 0.5
    assert (alone.closing / alone.social_organisations)[60] > 1.05 * (together.closing / together.social_organisations)[60]
    rich, poor = (PLACE.replace(parameters={"support_base": base}) for base in (0.7, 0.1))
    plan = {"funder_coordination": 0}
    assert run(plan, place=rich).absorption[60] > run(plan, place=poor).absorption[60] + 0.02


def test_f52_who_does_not_step_back_is_overloaded():
    """Government that does not dare to leave carries a heavier load, and its services fit less."""
    stays, leaves = run({"push_taper": 0}, place=PUSHED), run({"push_taper": 6}, place=PUSHED)
    assert (stays.directive_push > leaves.directive_push)[1:].all()
    assert (stays.administrative_burden > 1.1 * leaves.administrative_burden)[12:].all()
    assert (stays.committee_time < 0.8 * leaves.committee_time)[12:].all()
    made = {name: story.public_stream + story.community_stream for name, story in (("stays", stays), ("leaves", leaves))}
    fit = {"stays": (stays.services - stays.market_stream) / made["stays"], "leaves": (leaves.services - leaves.market_stream) / made["leaves"]}
    assert (fit["stays"] < fit["leaves"])[1:].all() and fit["stays"][60] < fit["leaves"][60] - 0.05


def test_f54_the_edge_of_the_city_starts_with_strangers():
    """Residents come and go, hardly know or trust one another, and few organisations can take a project."""
    assert PLACE.start["trust"] < 0.2 and PLACE.start["public_spirit"] < 0.2
    assert PLACE.start["social_organisations"] <= 1
    assert PLACE.parameters["mobility_level"] > 0.5
    settled = PLACE.replace(parameters={"mobility_level": 0.2})
    for name in ("trust", "public_spirit", "network_ties", "participation"):
        assert run(place=settled)[name][60] > run()[name][60], name
    assert run(place=settled).dependence[60] < run().dependence[60]
