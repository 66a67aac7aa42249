"""How far a long piece of work has come, told to whoever waits for it."""

import sys
from time import monotonic

PATIENCE = 2.0
"""Seconds that nobody minds waiting without a word (judged)."""


WHOLE = 100
"""In so many parts work is told that cannot be counted in anything a reader knows."""


def teller(progress, what):
    """Return a function that is called as ``tell(done, all)``.

    Parameters
    ----------
    progress : bool or callable
        A callable is returned as it is.  True writes a line to standard error once the work has
        taken longer than ``PATIENCE``, and keeps it up to date; False tells nothing.
    what : str
        What the line calls the work.

    Raises
    ------
    TypeError
        For anything else.
    """
    if callable(progress):
        return progress
    if progress is True:
        return _Line(what)
    if progress in (False, None):
        return lambda done, all: None
    raise TypeError(f"progress is {progress!r}; allowed is True, False or a function of (done, all).")


class Parts:
    """Tells how far work in several parts, each about as long as another, has come: in hundredths of the whole.

    Parameters
    ----------
    tell : callable
        As ``teller`` returns it; called only when a hundredth has been added.
    count : int
        How many parts.
    """

    def __init__(self, tell, count):
        self.tell, self.count, self.done = tell, count, 0

    def part(self, at):
        """Return what the part at this place, counted from 0, is to call as ``tell(done, all)``."""
        def told(done, all):
            now = int(WHOLE * (at + done / all) / self.count)
            if now > self.done:
                self.done = now
                self.tell(now, WHOLE)
        return told


class _Line:
    def __init__(self, what):
        self.what, self.since, self.told = what, monotonic(), False

    def __call__(self, done, all):
        if monotonic() - self.since < PATIENCE and not self.told:
            return
        self.told = True
        sys.stderr.write(f"\r{self.what}: {done} of {all}" + ("\n" if done == all else ""))
        sys.stderr.flush()
