"""Who pays: the rules of payers.csv, a table that a place may leave out."""

from __future__ import annotations

from collections import defaultdict

from cases.columns import SPENDING
from cases.evidence import read_badge
from cases.say import plain, unknown

ROUNDING = 1e-6


def check_payers(rows, actors) -> None:
    """Note every fault of payers.csv: unknown names, doubled rows, shares that are too much.

    Parameters
    ----------
    rows : list of Row
        One row for each part of a spending; `share` is that part, above 0 and at most 1.
    actors : sequence of mappings
        The rows of actors.csv: only who is in the place can pay.
    """
    names = [actor["actor"] for actor in actors]
    shares, seen = defaultdict(float), set()
    for row in rows or []:
        spending, payer = row.choice("spending", SPENDING), row.text("payer")
        share = row.number("share")
        read_badge(row)
        if payer is not None and payer not in names:
            row.fault(unknown("actor", payer, names))
        if None not in (spending, payer) and (spending, payer) in seen:
            row.fault(f"{payer} pays for {spending} a second time")
        if share is not None and not 0 < share <= 1:
            row.fault(f"share is {plain(share)}; allowed is above 0 and at most 1")
        seen.add((spending, payer))
        if None in (spending, share):
            continue
        shares[spending] += share
        if shares[spending] - share <= 1 < shares[spending] - ROUNDING:
            row.fault(f"the shares of {spending} add up to more than 1; allowed is 1 at most")
