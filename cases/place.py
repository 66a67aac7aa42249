"""Finding the places and loading one of them: a place is a folder that holds place.csv."""

from __future__ import annotations

from pathlib import Path

from cases.case import Case
from cases.columns import FACTS, OPTIONAL, PLACE, WORDS
from cases.common import Common, places_folder, read_common
from cases.errors import CaseError, Faults
from cases.frozen import Frozen, freeze
from cases.figures import (
    read_history,
    read_levers,
    read_parameters,
    read_shocks,
    typed_rows,
)
from cases.payers import check_payers
from cases.rules import check_parts
from cases.say import unknown
from cases.story import read_actors, read_key, read_place, read_ties, read_timeline
from cases.tables import read_table


def names(folder=None) -> list[str]:
    """The places, by name: the folders that hold place.csv and do not begin with _.

    Parameters
    ----------
    folder : path, optional
        Where to look; without it the folder named by the environment variable GOVERNING_CASES,
        and without that the folder of this package.
    """
    found = places_folder(folder).glob("[!_.]*/place.csv")
    return sorted(path.parent.name for path in found)


def load(name: str, folder=None) -> Case:
    """The place called `name`, checked and complete.

    Parameters
    ----------
    name : str
        Name of its folder, one of `names`.
    folder : path, optional
        Where to look, as for `names`.

    Raises
    ------
    CaseError
        With every fault of every table of the folder at once: file, line, what was found, what is
        allowed; or with the nearest name when there is no such place.
    """
    places = names(folder)
    if name not in places:
        raise CaseError(f"cases: {unknown('place', name, places)}.")
    return _read(places_folder(folder) / name, read_common(folder))


def _read(path: Path, common: Common) -> Case:
    faults = Faults()
    try:
        read_key(path.name)
    except ValueError as error:
        faults.add(f"{path.parent.name}/{path.name}", f"the name of the folder is {error}")
    rows = {table: _table(path, table, faults) for table in PLACE}
    labels = {table: f"{path.parent.name}/{path.name}/{table}.csv" for table in PLACE}
    place = read_place(rows["place"], faults, labels["place"])
    months = place.get("months")
    evidence = read_parameters(rows["parameters"], common, faults, labels["parameters"])
    levers = read_levers(rows["levers"], common, faults, labels["levers"])
    plan = read_history(rows["history"], levers, common, months)
    shocks = read_shocks(rows["shocks"], common, months)
    actors = read_actors(rows["actors"], common.quantities)
    ties = read_ties(rows["ties"], rows["actors"] and actors, common.quantities)
    timeline = read_timeline(rows["timeline"])
    check_payers(rows["payers"], actors)
    numbers = {
        kind: {item.name: item.value for item in evidence if item.kind == kind}
        for kind in ("parameter", "start")
    }
    check_parts(labels["parameters"], numbers["start"], faults)
    faults.tell()
    return Case(
        key=path.name,
        **{key: place[key] for key in WORDS + FACTS},
        **freeze({"parameters": numbers["parameter"], "start": numbers["start"], "plan": plan}),
        shocks=shocks,
        levers=levers,
        evidence=evidence,
        _tables=Frozen(
            history=typed_rows(rows["history"]),
            shocks=typed_rows(rows["shocks"]),
            actors=actors,
            ties=ties,
            timeline=timeline,
            payers=typed_rows(rows["payers"]),
        ),
        _common=common,
    )


def _table(path, table, faults):
    """The rows of one table; one that a place may leave out has none where there is no such file."""
    file = path / f"{table}.csv"
    if table in OPTIONAL and not file.exists():
        return []
    return read_table(file, PLACE[table], faults)
