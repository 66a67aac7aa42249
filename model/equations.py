"""The model, written once: twenty-eight quantities of a neighbourhood that governs itself.

Read it from top to bottom. ``m.let`` names a quantity that follows from others at the same moment;
``m.change`` gives the net flow of a stock per month. Every name, unit and bound stands in
``cases/_common/quantities.csv``; every parameter, with its range and its source or reason, in ``cases/``.

Three forms recur. ``attitude``: a level moves to its target as habit allows. ``either(a, b, …)``:
several reasons, any of which may be enough; never above one. ``at_least(floor, level)``: some of it
is there all the same.
"""

from model.language import Equations, Max, Min, at_least, either, logistic, saturate, sqrt, tanh

m = Equations()
q, p, lever, shock = m.symbols()


def attitude(name, target, delay):
    """Let a level between 0 and 1 move towards its target with a delay in months."""
    m.change(name, (m.let(f"{name}_target", target) - getattr(q, name)) / delay)


# Money that the levers spend, after any budget cut.
m.let("money_left", 1 - Min(shock.budget_cut, 1))
m.let("contracts", lever.service_contracts * q.money_left)
m.let("grants", lever.self_help_grants * q.money_left)
m.let("recognition_strength", saturate(lever.recognition * q.money_left, p.recognition_half * q.residents))

# Residents by age: those at work, those retired and fit, those who need help.
m.let("retiring", q.working_residents / p.working_years)
m.let("becoming_frail", q.retired_residents / p.retired_years)
m.let("succession", q.frail_residents / p.frail_years)
m.change("working_residents", q.succession - q.retiring)
m.change("retired_residents", q.retiring - q.becoming_frail)
m.change("frail_residents", q.becoming_frail - q.succession)
m.let("residents", q.working_residents + q.retired_residents + q.frail_residents)
m.let("mobility", p.mobility_level)

# Value: what people and offices hold to be worth doing.
attitude(
    "trust",
    either(p.trust_base, p.trust_from_consultation * q.consultation, p.trust_from_ties * q.network_ties)
    * (1 - p.trust_lost_to_mobility * q.mobility),
    p.trust_delay,
)
attitude(
    "public_spirit",
    either(
        p.spirit_from_participation * q.joint_action,
        p.spirit_from_satisfaction * q.satisfaction,
        p.spirit_from_recognition * q.recognition_strength,
    )
    * (1 - p.spirit_lost_to_mobility * q.mobility)
    * (1 - p.spirit_lost_to_ingratitude * q.points_owed),
    p.spirit_delay,
)
attitude(
    "service_orientation",
    either(
        p.orientation_base,
        p.orientation_from_support * q.administrative_support,
        p.orientation_from_delegation * lever.delegation,
    ),
    p.orientation_delay,
)
attitude(
    "value_consensus",
    either(
        p.consensus_from_overlap * sqrt(q.public_spirit * q.service_orientation),
        p.consensus_from_consultation * q.consultation,
        p.consensus_from_ties * q.network_ties,
    ),
    p.consensus_delay * (1 + p.scope_slows * (1 - q.closeness)),
)

# Resource: people who give their time.
m.let("own_volunteers", Max(q.volunteers - q.deployed_serving, 0))
m.let("able_residents", p.willing_retired * q.retired_residents + p.willing_working * q.working_residents)
m.let(
    "appeal",
    either(
        p.appeal_of_spirit * q.public_spirit,
        p.appeal_of_participation * q.joint_action,
        p.appeal_of_legitimacy * q.legitimacy,
        p.appeal_of_platform * q.platform_reach,
        p.appeal_of_recognition * q.recognition_strength,
    )
    * (1 - p.appeal_lost_to_push * q.directive_push),
)
m.let("contact", p.first_move + p.word_of_mouth * q.own_volunteers / q.residents)
m.let(
    "joining",
    q.contact
    * q.administrative_support
    * q.appeal
    * Max(Min(q.able_residents - q.own_volunteers, q.residents - q.volunteers), 0),
)
m.let("leaving", q.own_volunteers / p.volunteer_tenure * (1 - p.tenure_from_recognition * q.recognition_strength))
m.let(
    "reporting", Max(Min(lever.deployed_members - q.deployed_serving, q.residents - q.volunteers), 0) / p.reporting_time
)
m.let("standing_down", Max(Min(q.deployed_serving, q.volunteers) - lever.deployed_members, 0) / p.reporting_time)
m.change("deployed_serving", q.reporting - q.standing_down)
m.change("volunteers", q.joining + q.reporting - q.leaving - (1 - p.members_who_stay) * q.standing_down)

# Resource: money raised from society.
m.let(
    "donors",
    p.donor_share * q.residents * q.participation * q.joint_action * (1 + p.donors_from_cost * q.cost_pressure),
)
m.let(
    "donations",
    p.gift * q.donors + p.partner_gift * q.residents * q.network_ties + p.organisation_funds * q.social_organisations,
)
m.let("fund_spending", q.social_funds / p.fund_time)
m.change("social_funds", q.donations - q.fund_spending)

# Resource: what the administration brings, and what it costs.
m.let("need_pressure", saturate(q.unmet_need, p.need_half * q.residents))
m.let("purchase_strength", saturate(q.contracts + q.grants, p.purchase_half * q.residents))
m.let("posting_strength", saturate(lever.deployed_members, p.posting_half * q.residents))
attitude(
    "administrative_support",
    either(
        p.support_base,
        p.support_from_legitimacy * q.legitimacy,
        p.support_from_orientation * q.service_orientation,
        p.support_from_need * q.need_pressure,
        p.support_from_purchase * q.purchase_strength,
        p.support_from_postings * q.posting_strength,
    )
    * (1 - p.support_lost_to_cost * q.cost_pressure),
    p.support_delay,
)
m.let(
    "lever_spending",
    q.contracts * q.cheapness
    + q.grants
    + q.money_left * (lever.incubation + lever.platform_investment + lever.recognition)
    + p.trainer_wage * lever.training,
)
m.let(
    "savings",
    (1 - p.saved_by_volunteers * saturate(q.volunteers, p.relief_half * q.residents))
    * (1 - p.saved_by_platform * q.platform_reach)
    * (1 - p.saved_by_funds * saturate(q.social_funds, p.fund_half * q.residents)),
)
m.let(
    "public_cost",
    q.lever_spending + q.residents * (p.running_cost + p.support_cost * q.administrative_support) * q.savings,
)
m.let("cost_pressure", saturate(q.public_cost, p.budget_half * q.residents))
m.change("money_spent", q.public_cost)

# Resource: organisations, skill, platform.
m.let("organisation_strength", saturate(q.social_organisations, p.organisations_half * q.residents))
m.let("weakness", 1 - q.organisation_strength)
m.let(
    "founding",
    (
        q.money_left * lever.incubation / p.founding_cost
        + q.residents
        * (
            p.founding_from_support * q.administrative_support
            + p.founding_from_oversight * q.oversight
            + p.founding_from_push * q.directive_push * q.weakness
        )
    )
    * at_least(p.founding_without_skill, q.professional_skill)
    * q.weakness,
)
m.let("closing", q.social_organisations / p.organisation_lifetime * (1 + p.closing_from_absorption * q.absorption))
m.change("social_organisations", q.founding - q.closing)
attitude(
    "professional_skill",
    either(p.skill_base, p.skill_from_training * saturate(lever.training, p.training_half * q.residents)),
    p.skill_delay,
)
attitude(
    "platform_reach",
    p.platform_most
    * saturate(lever.platform_investment * q.money_left, p.platform_half * q.residents)
    * at_least(p.platform_without_organisations, q.organisation_strength),
    p.platform_delay,
)

# Resource: the residents' committee and its tasks.
m.let(
    "tasks_arriving",
    (lever.assigned_tasks + p.tasks_from_push * q.directive_push + p.tasks_from_oversight * q.oversight)
    * (1 - p.tasks_struck_off * q.service_orientation),
)
m.let("tasks_done", q.tasks_waiting / p.task_time)
m.change("tasks_waiting", q.tasks_arriving - q.tasks_done)
m.let(
    "administrative_burden",
    p.hours_per_task
    * q.tasks_done
    * (1 - p.entered_once * q.platform_reach)
    * (1 - p.tasks_for_volunteers * saturate(q.volunteers, p.relief_half * q.residents)),
)
m.let("formal_activity", q.administrative_burden + lever.consultation_effort + lever.oversight_effort + lever.training)
m.let("committee_time", p.committee_hours * (1 - tanh(q.administrative_burden / p.committee_hours)))

# Interaction: taking part, settling, linking.
m.let("joint_action", saturate(q.participation, p.joint_action_half))
m.let("closeness", 1 - saturate(lever.unit_size, p.unit_half))
m.let("organising", saturate(q.committee_time, p.organising_half) * at_least(p.organising_afar, q.closeness))
m.let(
    "opportunity",
    either(
        p.part_from_ties * q.network_ties,
        p.part_from_platform * q.platform_reach,
        p.part_from_skill * q.professional_skill,
        p.part_from_organisations * q.organisation_strength,
        p.part_from_support * q.administrative_support,
        p.part_from_orientation * q.service_orientation,
        p.part_from_oversight * q.oversight,
        p.part_from_organising * q.organising,
        p.part_from_grants * saturate(q.grants, p.purchase_half * q.residents),
    ),
)
m.let("reachable", (q.retired_residents + p.working_reach * q.working_residents) / q.residents)
attitude(
    "participation",
    q.reachable
    * q.opportunity
    * at_least(p.willing_base, q.public_spirit)
    * (1 - p.part_lost_to_dependence * q.dependence)
    * (1 - p.part_lost_to_push * q.directive_push),
    p.participation_delay,
)
m.let("meetings", saturate(lever.consultation_effort, p.meetings_half))
attitude(
    "consultation",
    either(
        p.rules_from_ties * q.network_ties,
        p.rules_from_meetings * q.meetings * at_least(p.rules_without_ties, q.network_ties),
    ),
    p.consultation_delay,
)
m.let("breakdown", logistic(q.conflict, p.conflict_threshold + p.trust_shield * q.trust, p.breakdown_steepness))
m.let(
    "cooperation",
    either(
        p.ties_from_consensus * q.value_consensus,
        p.ties_from_trust * q.trust,
        p.ties_from_consultation * q.consultation,
        p.ties_from_platform * q.platform_reach,
    ),
)
m.change(
    "network_ties", (q.cooperation - q.network_ties) / p.ties_delay - q.network_ties * q.breakdown / p.breaking_time
)

# Interaction: pushing, checking, waiting, absorbing, quarrelling.
m.let(
    "push_wanted",
    either(
        p.push_base,
        p.push_from_dependence * q.dependence,
        p.push_from_need * q.need_pressure,
        p.push_from_epidemic * saturate(shock.epidemic, 1),
    )
    * (1 - p.push_given_up * lever.delegation),
)
# 0 months is never, without a break: the rate rises from there to one at the floor, and from the
# floor on, which lies below 1 month, the fewer the months, the quicker.
m.let("withdrawal_rate", lever.push_taper / (lever.push_taper * lever.push_taper + p.taper_floor * p.taper_floor))
m.change(
    "directive_push",
    Max(q.push_wanted - q.directive_push, 0) / p.push_delay
    - Max(q.directive_push - q.push_wanted, 0) * q.withdrawal_rate,
)
attitude(
    "oversight",
    either(
        p.oversight_from_opportunism * q.opportunism,
        p.oversight_from_effort * saturate(lever.oversight_effort, p.inspection_half),
    ),
    p.oversight_delay,
)
m.let("giving", 1 - p.giving_replaced * saturate(q.grants, q.contracts + p.purchase_half * q.residents))
attitude(
    "dependence",
    either(
        p.dependence_from_push * q.directive_push,
        p.dependence_from_giving * q.giving * q.administrative_support,
        p.dependence_from_mobility * q.mobility,
    )
    * (1 - p.dependence_cured * q.joint_action),
    p.dependence_delay,
)
m.let("coordination_load", q.network_ties * (1 - p.load_shared * lever.funder_coordination))
attitude(
    "absorption",
    either(
        p.absorption_from_push * q.directive_push,
        p.absorption_from_support * q.administrative_support * (1 - p.payers_balance * lever.funder_coordination),
        p.absorption_from_conflict * q.conflict,
        p.absorption_from_load * q.coordination_load,
    )
    * (1 - p.absorption_resisted * lever.delegation),
    p.absorption_delay,
)
attitude(
    "conflict",
    either(
        p.conflict_base,
        p.conflict_from_push * q.directive_push,
        p.fear * saturate(shock.epidemic, 1),
        saturate(shock.conflict, p.clash_half),
    )
    * (1 - p.conflict_settled * q.consultation),
    p.conflict_delay,
)
attitude(
    "opportunism",
    either(
        p.opportunism_from_support * q.administrative_support,
        p.opportunism_from_price * lever.price_weight,
        p.opportunism_from_powers * lever.delegation,
    )
    * (1 - p.opportunism_checked * q.oversight),
    p.opportunism_delay,
)
guard_duty = p.points_from_epidemic * saturate(shock.epidemic, 1)
m.change(
    "points_owed",
    guard_duty * (1 - q.points_owed)
    - q.points_owed * (q.recognition_strength / p.redeeming_time + 1 / p.forgetting_time),
)

# Outcome: three streams of service, and what they leave undone.
m.let("skilled", at_least(p.work_without_skill, q.professional_skill))
m.let("honest", 1 - p.quality_lost_to_opportunism * q.opportunism)
m.let("matched", at_least(p.match_by_hand, q.platform_reach))
attitude("rallying", saturate(shock.epidemic, 1), p.rally_delay)
m.let("teamwork", at_least(p.work_without_ties, q.network_ties))
m.let("cheapness", 1 - p.price_cut * lever.price_weight)
m.let(
    "public_stream",
    q.skilled
    * (
        p.public_hours * q.residents * q.administrative_support
        + q.contracts
        / p.contract_price
        * q.organisation_strength
        * q.honest
        * (1 - p.quality_lost_to_price * lever.price_weight)
    ),
)
m.let(
    "volunteer_stream",
    q.matched * q.teamwork * p.hours_per_volunteer * (1 + p.rally_strength * q.rallying) * q.volunteers,
)
m.let(
    "community_stream",
    q.volunteer_stream
    + q.teamwork * p.hours_per_neighbour * q.residents * q.participation
    + q.skilled * q.honest * q.matched * p.hours_per_organisation * q.social_organisations
    + (q.fund_spending + q.grants * q.joint_action) / p.self_help_price,
)
m.let("market_stream", p.market_hours * q.residents)
attitude("misfit", q.directive_push, p.misfit_delay)
m.let("services", (1 - p.fit_lost_to_push * q.misfit) * (q.public_stream + q.community_stream) + q.market_stream)
m.let(
    "needs_arising",
    (p.need_each * q.residents + p.need_when_frail * q.frail_residents)
    * (1 + p.need_from_mobility * q.mobility)
    * (1 + p.need_from_epidemic * saturate(shock.epidemic, 1)),
)
m.let("needs_ready", q.unmet_need / p.asking_time)
m.let("needs_met", q.needs_ready * saturate(q.services, q.needs_ready))
m.let("needs_lapsed", q.unmet_need / p.lapse_time)
m.change("unmet_need", q.needs_arising - q.needs_met - q.needs_lapsed)
attitude("satisfaction", saturate(q.services, p.satisfaction_half * q.residents), p.satisfaction_delay)
m.change(
    "legitimacy",
    (p.legitimacy_from_volunteers * saturate(q.volunteers, p.renown_half * q.residents) - q.legitimacy)
    / p.legitimacy_delay
    + p.honour_gain * saturate(shock.honour, 1) * (1 - q.legitimacy),
)

MODEL = m
