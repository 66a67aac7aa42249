"""What takes long is worked out once for a state of the rooms upstream, and kept in build/kept for the next who ask."""

import os
import pickle
from functools import wraps

from _theme.freshness import HOUSE, fingerprint

KEPT = HOUSE / "build" / "kept"
OF_A_PLACE = ("cases/{0}", "cases/_common", "cases/*.*", "model")
"""Upstream of what is asked of one place, by name: an edit of another place changes nothing."""
FURTHER = ("requirements.lock",)  # another pandas may not read what this one wrote


def kept(*upstream):
    """Decorate a function whose arguments are words: what it once returned is read until something upstream changes.

    Parameters
    ----------
    *upstream : str
        Files, folders and patterns, from the root of the project, as `fingerprint` takes them; ``{0}`` stands for
        the first argument.

    The function can be asked without being called: ``work.is_kept(*arguments)`` says whether its answer is there.
    """
    def keeping(work):
        def place_of(asked):
            state = fingerprint(place.format(*asked) for place in (*upstream, *FURTHER))
            return KEPT / "_".join([work.__name__, *asked]) / f"{state}.pickle"

        @wraps(work)
        def answer(*asked):
            file = place_of(asked)
            folder = file.parent
            if not file.exists():
                folder.mkdir(parents=True, exist_ok=True)
                draft = file.with_suffix(f".{os.getpid()}")  # two languages may be built at once
                draft.write_bytes(pickle.dumps(work(*asked)))
                draft.replace(file)
                for older in set(folder.glob("*.pickle")) - {file}:
                    older.unlink(missing_ok=True)
            return pickle.loads(file.read_bytes())

        answer.is_kept = lambda *asked: place_of(asked).exists()
        return answer
    return keeping
