"""One list of names for Python, JavaScript and XMILE, so that none needs guarding."""

import keyword
import re

JAVASCRIPT = set("""abstract arguments async await boolean break byte case catch char class const
    continue debugger default delete do double else enum eval export extends false final finally
    float for function goto if implements import in instanceof int interface let long native new
    null package private protected public return short static super switch synchronized this throw
    throws transient true try typeof undefined var void volatile while with yield infinity nan
    math object""".split())
XMILE = set("""abs and arccos arcsin arctan cos delay delay1 delay3 delayn dt else end exp exprnd
    forecast if inf init int ln log10 lognormal max min mod mean normal not npv or pi poisson
    previous pulse ramp random run safediv self sin smth1 smth3 smthn sqrt starttime step stddev
    stoptime sum tan tanh then time timestep trend""".split())
PYTHON = {word.lower() for word in keyword.kwlist + keyword.softkwlist}
GENERATED = set("""add asarray at begun course divide empty finite full given held infinity inputs kept last
    maximum minimum model month months multiply negative now packed parameters part plan rows run
    shocks simulate start subtract values whole width""".split())
RESERVED = {"Python": PYTHON, "JavaScript": JAVASCRIPT, "XMILE": XMILE,
            "the generated code": GENERATED}


def bad_name(name):
    """Return what is wrong with a name as a sentence, or None if it may be used."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
        return (f"{name!r} is no name: use small letters, digits and single underscores, "
                "a letter first.")
    if name.startswith("not"):
        return f"{name} begins with 'not', which XMILE readers take for an operator."
    if name.startswith("change_in_"):
        return f"{name} begins with 'change_in_', which names the flows in XMILE."
    for language, words in RESERVED.items():
        if name in words:
            return f"{name} is a reserved word of {language}: choose another name."
    return None
