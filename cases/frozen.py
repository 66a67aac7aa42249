"""A dictionary that cannot be changed, so that a case handed on stays what it was."""


class Frozen(dict):
    """An unchangeable dictionary; still a `dict`, so JSON and pandas accept it.

    ``dict(frozen)`` and ``frozen.copy()`` give an ordinary dictionary to work on.
    """

    __slots__ = ()

    def _refuse(self, *args, **kwargs):
        raise TypeError("a case cannot be changed: case.replace(…) gives a new one")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __reduce__(self):
        return Frozen, (dict(self),)


def freeze(value):
    """`value` with every dictionary in it frozen and every list made a tuple."""
    if isinstance(value, dict):
        return Frozen((key, freeze(inner)) for key, inner in value.items())
    return tuple(freeze(inner) for inner in value) if isinstance(value, list) else value
