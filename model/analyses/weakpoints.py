"""Which single assumption would turn a comparison of two plans round.

Every parameter that is not certain is set to either end of its range, in all communities at once.
To run both plans in all communities for each of several hundred ends would take a phone minutes, so
some steps lead there.  First the few parameters that go most with the difference are tried, so that
something is known soon.  Then every end is tried in a handful of communities; those that hardly move
anything there are left aside.  The others are tried in a larger sample, where a line says how
differences with an end follow from differences without it: that line, over all communities, and what
it misses in the sample tell how far the majority would shrink.  Last, the ends that seem to take most
away are tried in all communities, and what is said of them is counted there.

Held against every end in all communities, for 90 comparisons in five places, this named the
assumption that takes most away every time.

The twin of ``widgets/js/more/weakpoints.js``; ``tests/widgets/test_agreement.py`` holds the two together.
"""

import numpy as np
import pandas

from model.analyses.better import sign

FIRST = 3
"""So many, those that go most with the difference, are tried before all others."""
HANDFUL, SAMPLE, NEAREST = 5, 25, 10
"""In so many communities every end is tried, in so many those that move something, and so many ends in all."""
FAINT = 0.05
"""An end moves something where it changes a difference by such a part of the usual one, or of one that counts."""


class WeakPoints:
    """The search, for several outcomes of the same two plans.

    Parameters
    ----------
    drawn : pandas.DataFrame
        A row a community, a column for each parameter that is not certain.
    bounds : dict
        Parameter to (low, high), in the order of the columns.
    found : dict of str to ndarray
        By outcome: how far the one plan lies above the other in each community.
    least : dict of str to float
        By outcome: the smallest difference that counts as one.
    differences : callable
        ``differences(columns, tell)`` gives what ``found`` holds for other communities: parameter to array.
    """

    def __init__(self, drawn, bounds, found, least, differences):
        self.drawn, self.bounds, self.found, self.least, self._differences = drawn, bounds, found, least, differences
        self.ends = [(name, value) for name, ends in bounds.items() for value in ends]
        self._probed, self._sampled, self._counted = None, {}, {}

    def majority(self, name):
        """Return 1 where the one plan is better in more communities, −1 where the other is, 0 where neither is."""
        return int(np.sign(_ahead(self.counts(name, self.found[name]))))

    def counts(self, name, found):
        """Return in how many communities the one plan is ``better``, ``worse`` and the ``same``."""
        gain = sign(name) * found
        better, worse = int((gain >= self.least[name]).sum()), int((gain <= -self.least[name]).sum())
        return {"better": better, "worse": worse, "same": len(found) - better - worse}

    def probe(self, tell):
        """Try every end in a handful of communities; ``tell(done, all)`` is called meanwhile."""
        self._probed = self._with(self.ends, self.drawn.head(HANDFUL), tell)

    def search(self, name, sampling, counting):
        """Return the assumption on which the majority for an outcome hangs most; nothing where there is none.

        Parameters
        ----------
        name : str
            The outcome; ``probe`` has to be called before.
        sampling, counting : callable
            Called as ``tell(done, all)`` in the one step and the other.

        Returns
        -------
        dict
            ``assumption``; ``correlation`` of its draws with the ranks of the difference; ``value``,
            the end of its range; ``better_then`` and ``worse_then``, counted in all communities;
            ``turned``, whether the majority is gone; ``others``, how many more assumptions are
            known to do the same.
        """
        majority, links = self.majority(name), rank_correlations(self.drawn, sign(name) * self.found[name])
        if not majority or not self.ends:
            return {"assumption": None, "correlation": np.nan, "value": np.nan, "turned": False, "others": 0,
                    **_then(self.counts(name, self.found[name]))}
        settings = [*self._strongest(links, majority), *self._nearest(name, majority, sampling)]
        tried = dict(zip(settings, self._count(settings, name, counting)))
        leads = {one: majority * _ahead(counts) for one, counts in tried.items()}
        nearest = min(leads, key=leads.get)
        turning = {parameter for (parameter, _), lead in leads.items() if lead <= 0} - {nearest[0]}
        return {"assumption": nearest[0], "correlation": float(links[nearest[0]]), "value": float(nearest[1]),
                **_then(tried[nearest]), "turned": leads[nearest] <= 0, "others": len(turning)}

    def _strongest(self, links, majority):
        strongest = links.abs().sort_values(ascending=False, kind="stable").index[:FIRST]
        return [(one, self.bounds[one][0 if links[one] * majority > 0 else 1]) for one in strongest]

    def _moving(self, name):
        base = self.found[name][:HANDFUL]
        usual = max(self.least[name], np.sqrt((base**2).mean()))
        return [self.ends[at] for at in np.flatnonzero(np.abs(self._probed[name] - base).max(axis=1) >= FAINT * usual)]

    def _nearest(self, name, majority, tell):
        moving = self._moving(name)
        new = [one for one in moving if one not in self._sampled]
        if new:
            self._sampled |= self._by_setting(new, self.drawn.head(SAMPLE), tell)
        leads = {one: majority * self._lead(name, self._sampled[one][name]) for one in moving}
        return sorted(moving, key=leads.get)[:NEAREST]

    def _lead(self, name, then):
        """Return the lead in all communities, as far as the differences in the sample tell."""
        found, base = self.found[name], self.found[name][: len(then)]
        spread = ((base - base.mean()) ** 2).sum()
        slope = ((base - base.mean()) * (then - then.mean())).sum() / spread if spread else 0.0
        level = then.mean() - slope * base.mean()
        lines = level + slope * found, level + slope * base
        along, short, seen = (_ahead(self.counts(name, one)) for one in (*lines, then))
        return along + (seen - short) * len(found) / len(then)

    def _count(self, settings, name, tell):
        """Return the counts with each (parameter, value) in all communities; those that are new run together."""
        new = [one for one in dict.fromkeys(settings) if one not in self._counted]
        if new:
            for one, found in self._by_setting(new, self.drawn, tell).items():
                self._counted[one] = {key: self.counts(key, values) for key, values in found.items()}
        return [self._counted[one][name] for one in settings]

    def _by_setting(self, settings, drawn, tell):
        found = self._with(settings, drawn, tell)
        return {one: {key: rows[at] for key, rows in found.items()} for at, one in enumerate(settings)}

    def _with(self, settings, drawn, tell):
        """Return {outcome: differences, one row for each (parameter, value) that holds in all these communities}."""
        columns = {name: np.tile(values, len(settings)) for name, values in drawn.items()}
        for at, (name, value) in enumerate(settings):
            columns[name][at * len(drawn) : (at + 1) * len(drawn)] = value
        found = self._differences(columns, tell)
        return {key: values.reshape(len(settings), -1) for key, values in found.items()}


def rank_correlations(drawn, found):
    """Return the correlation of each parameter's draws with the ranks of a result (ties share a rank)."""
    ranks = pandas.Series(found, drawn.index).rank()
    return drawn.corrwith(ranks).fillna(0.0) if ranks.nunique() > 1 else pandas.Series(0.0, drawn.columns)


def _ahead(counts):
    return counts["better"] - counts["worse"]


def _then(counts):
    return {"better_then": counts["better"], "worse_then": counts["worse"]}
