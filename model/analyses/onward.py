"""A case as it stands at a month of a run, from which others go on: nothing before it is run again."""

from model.inputs import complete_plan
from model.run import simulate


def onward(case, month, shocks=()):
    """Return the case whose month 0 is a month of its own course.

    Parameters
    ----------
    case : cases.Case
    month : int
        Counted in the course of ``case``; 0 gives a case that runs as ``case`` does.
    shocks : iterable, optional
        What happens in the whole course.

    Returns
    -------
    cases.Case
        Its start values are the stocks at that month, ``money_spent`` begins at 0, its plan and
        shocks are what is still to come.
    """
    there = simulate(case, months=month, shocks=shocks).iloc[-1]
    start = {**{name: float(there[name]) for name in case.start}, "money_spent": 0.0}
    plan = {lever: _later(setting, month) for lever, setting in complete_plan(case).items()}
    return case.replace(start=start, plan=plan, shocks=_to_come(case.replace(shocks=shocks).shocks, month))


def _later(setting, month):
    if not hasattr(setting, "items"):
        return setting
    now = setting[max(turn for turn in setting if turn <= month)]
    return {0: now, **{turn - month: value for turn, value in setting.items() if turn > month}}


def _to_come(shocks, month):
    ends = [(shock, shock.month + shock.length - month) for shock in shocks]
    starts = [(shock, max(0, shock.month - month), end) for shock, end in ends if end > 0]
    return [shock._replace(month=start, length=end - start) for shock, start, end in starts]
