"""What each widget is told when it is made: plain dictionaries, in one language, as small as can be."""

from cases import Case, Plan, load, names
from cases.codes import Refused
from cases.editions import all_editions
from cases.rules import kind_of
from model.analyses.dimensions import DIMENSIONS, REVERSED, quantities
from widgets.loops import map_loops
from widgets.sources import called
from widgets.words import Speaker

COMMON_WORDS = ("colon", "list.", "number.", "date.", "unit.")
STUDIO_WORDS = ("studio.", "story.", "table.", "dimension.", "group.", "badge.", "shock.", "network.", "tie.", "side.")
CLOCK_WORDS = ("studio.month", "studio.play", "studio.pause")
YEAR = 12


def place_of(place):
    """Return a Case for a Case or the name of one.

    Raises
    ------
    TypeError
        If it is neither.
    CaseError
        If there is no place of that name.
    """
    if isinstance(place, Case):
        return place
    if not isinstance(place, str):
        raise TypeError(f"place is {kind_of(place)}; allowed is a Case from cases.load, or one of {', '.join(names())}.")
    return load(place)


def plan_of(text):
    """Return the plan of a code or a link; what is neither, such as the name of a place, as it is.

    Raises
    ------
    CaseError
        If it looks like a code, but is none that can be opened.
    """
    if not isinstance(text, str) or text in names():
        return text
    try:
        return Plan.from_code(text)
    except Refused as error:
        if error.reason in ("empty", "letter", "character", "groups", "long"):
            return text
        raise


def shocks_as_rows(shocks):
    """Return shocks as plain dictionaries, in the order that JavaScript expects."""
    return [{"shock": one.shock, "month": one.month, "length": one.length, "size": one.size} for one in shocks]


def shock_names(case, language):
    """Return what the place calls each of its shocks; a shock set by hand bears the name of its kind."""
    names = {
        (row["shock"], row["month"], row["length"], row["size"]): row[f"name_{language}"]
        for row in case.incidents.to_dict("records")
    }
    return [names.get(tuple(one), Speaker(language)(f"shock.{one.shock}")) for one in case.shocks]


def shown_quantities(case):
    """Return the quantities that a widget may draw: the named ones and those that ties follow."""
    table = quantities()
    needed = set(case.ties["quantity"]) | set(table.name[table.named == "yes"])
    return [
        {
            "key": row.name,
            "dimension": row.dimension,
            "unit": row.unit,
            "highest": None if row.highest != row.highest else row.highest,
            "reversed": row.name in REVERSED,
            "member": row.named == "yes" and row.dimension in DIMENSIONS,
            "named": row.named == "yes",
        }
        for row in table.itertuples(index=False)
        if row.name in needed
    ]


def ranges(case):
    """Return {parameter: [low, high]} of those whose value is not certain."""
    return {
        row.name: [row.low, row.high]
        for row in case.evidence
        if row.kind == "parameter" and row.low < row.high
    }


def lever_rows(case, language):
    """Return the levers of a place with their words, the place's own first."""
    rows = [
        {
            "key": lever.lever,
            "name": lever.name[language],
            "hint": lever.hint[language],
            "shown": lever.shown,
            "low": lever.low,
            "high": lever.high,
            "lowest": lever.lowest,
            "highest": lever.highest,
            "step": lever.step,
            "value": lever.value,
            "unit": lever.unit,
            "group": lever.group,
            "levels": [[level.name[language], level.value] for level in lever.levels],
            "badge": lever.badge,
            "source": called(lever.source, language),
            "reason": lever.reason[language],
        }
        for lever in case.levers
    ]
    return sorted(rows, key=lambda row: not row["shown"])


def network_rows(case, language):
    """Return actors and ties in one language."""
    actors = [
        {
            "key": row["actor"],
            "name": row[f"name_{language}"],
            "side": row["side"],
            "meaning": row[f"meaning_{language}"],
            "source": called(row["source"], language),
        }
        for row in case.actors.to_dict("records")
    ]
    ties = [
        {
            "from": row["from"],
            "to": row["to"],
            "flow": row[f"flow_{language}"],
            "kind": row["kind"],
            "quantity": row["quantity"],
            "stated": "stated" if row["stated"] == "yes" else "inferred",
            "meaning": row[f"meaning_{language}"],
            "source": called(row["source"], language),
        }
        for row in case.ties.to_dict("records")
    ]
    return {"actors": actors, "ties": ties}


def payer_rows(case, language):
    """Return who pays for what in one language, with where that comes from."""
    return [
        {
            "spending": row["spending"],
            "payer": row["payer"],
            "share": row["share"],
            "badge": row["badge"],
            "source": called(row["source"], language),
            "reason": row[f"reason_{language}"],
        }
        for row in case.payers.to_dict("records")
    ]


def _words(language, case, *beginnings):
    say = Speaker(language)
    named = {f"quantity.{one['key']}" for one in shown_quantities(case)}
    chosen = say.chosen(*COMMON_WORDS, *beginnings)
    return chosen | {key: text for key, text in say.chosen("quantity.").items() if key.removesuffix(".meaning") in named}


def studio_state(case, language, months):
    """Return all that the studio of a place needs, except what the reader moves."""
    common = case._common
    return {
        "key": case.key,
        "begins": case.begins,
        "months": months,
        "parameters": dict(case.parameters),
        "ranges": ranges(case),
        "start": dict(case.start),
        "plan": {name: _plain(setting) for name, setting in case.plan.items()},
        "shocks": shocks_as_rows(case.shocks),
        "shock_names": shock_names(case, language),
        "kinds": {
            name: {"lowest": rule.lowest, "highest": rule.highest, "length": rule.length, "size": rule.size}
            for name, rule in common.shocks.items()
        },
        "levers": lever_rows(case, language),
        "payers": payer_rows(case, language),
        "quantities": shown_quantities(case),
        "words": _words(language, case, *STUDIO_WORDS),
        **network_rows(case, language),
    }


def given_to_panels(language):
    """Return what the panels of every studio need beside its state: words, the named loops, how codes count in each place."""
    table, known = quantities(), all_editions()
    stocks = tuple(f"quantity.{name}" for name in table.name[(table.kind == "stock") & (table.named == "no")])
    return {
        "words": Speaker(language).chosen("more.", "loop.", "parameter.", *stocks),
        "assumptions": assumption_rows(),
        "data": {"loops": map_loops(language)},
        "editions": {**known, "order": list(known)},
        "names": {place: load(place).name[language] for place in names()},
    }


def assumption_rows():
    """Return {parameter: its unit, and its badge in each place where that is not simply judged}."""
    found = {}
    for place in names():
        for one in load(place).evidence:
            if one.kind == "parameter":
                row = found.setdefault(one.name, {"unit": one.unit, "badges": {}})
                row["badges"].update({} if one.badge == "judged" else {place: one.badge})
    return found


def network_state(case, language, run):
    """Return the actor network with yearly values of what its ties follow."""
    names = sorted(set(case.ties["quantity"]))
    yearly = run.loc[::YEAR, names]
    return {
        "begins": case.begins,
        "months": int(run.index[-1]),
        "series": {name: [float(f"{value:.5g}") for value in yearly[name]] for name in names},
        "quantities": [one for one in shown_quantities(case) if one["key"] in names],
        "words": _words(language, case, "network.", "tie.", "side.", "badge.", "story.network.", *CLOCK_WORDS),
        **network_rows(case, language),
    }


def _plain(setting):
    return dict(setting) if hasattr(setting, "items") else setting
