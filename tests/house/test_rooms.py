"""The house's own laws: which room may import which, and what every room keeps to."""

import ast
import csv
import re
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
ROOMS = ("data", "cases", "model", "widgets", "book")
PACKAGES = ("cases", "model", "widgets")
LONGEST_FILE = 400
LONGEST_README = 100


def files(room, *endings):
    """The files of a room with one of the endings."""
    found = (file for ending in endings for file in sorted((HOUSE / room).rglob(f"*{ending}")))
    return [file for file in found if not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)]


def imported(source):
    """What a Python text imports, as pairs of module and whether it is a plain `import module`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, True) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module, False


def room_faults(room, source):
    """The sentences that say how a Python text breaks the one-way law, if it does."""
    faults = []
    for module, plain in imported(source):
        other = module.split(".")[0]
        if other not in ROOMS:
            continue
        if ROOMS.index(other) > ROOMS.index(room):
            faults.append(f"imports {module}, which is downstream of {room}")
        if plain:
            faults.append(f"imports {module} bare; write `from {module} import ...`")
    return faults


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_from_itself_and_from_rooms_upstream(room):
    faults = {
        str(file.relative_to(HOUSE)): found
        for file in files(room, ".py") if (found := room_faults(room, file.read_text(encoding="utf-8")))
    }
    assert not faults


@pytest.mark.parametrize(("room", "source", "fault"), [
    ("model", "from widgets import Studio", "imports widgets, which is downstream of model"),
    ("cases", "from model.equations import q", "imports model.equations, which is downstream of cases"),
    ("book", "import model", "imports model bare; write `from model import ...`"),
])
def test_the_law_sees_a_breach(room, source, fault):
    assert room_faults(room, source) == [fault]


def test_data_holds_no_code():
    assert files("data", ".py", ".js") == []


def phrases(name):
    """The names in a text, whole: parts of one, as New of New Village, are words like others."""
    return {found.strip(" '-") for found in re.findall(r"[A-Z][A-Za-z' -]+|[\u4e00-\u9fff]+", name)}


def naming(names):
    """A pattern that finds the names in a text, but no Latin one inside another word."""
    whole = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return re.compile(rf"(?<![A-Za-z])(?:{whole})(?![A-Za-z])", re.IGNORECASE)


def places():
    """The names by which a place is known: its folder, and the names in its own table."""
    names = set()
    for folder in (HOUSE / "cases").iterdir():
        table = folder / "place.csv"
        if folder.name.startswith("_") or not table.exists():
            continue
        names.add(folder.name)
        with table.open(encoding="utf-8", newline="") as lines:
            words = next(row for row in csv.DictReader(lines) if row["key"] == "name")
        names |= phrases(words["en"]) | phrases(words["zh_CN"])
    return names


def test_the_name_of_a_place_is_sought_whole():
    assert phrases("Qujiang New Village (Xi'an)") == {"Qujiang New Village", "Xi'an"}
    assert phrases("曲江新村（西安）") == {"曲江新村", "西安"}
    known = naming({"xian", *phrases("Qujiang New Village (Xi'an)"), *phrases("曲江新村（西安）")})
    for text in ("at its maximum, a new taxi; Xi", "the new village", "newXiAnt", "新村里"):
        assert not known.search(text), text
    for text in ("in Xi'an, where", "load('xian')", "xian_levers", "XIAN2", "const qujiang new village", "在西安的"):
        assert known.search(text), text


def test_no_code_knows_a_place():
    assert {"tianjin", "Tianjin", "天津"} <= places()
    known = naming(places())
    code = [*files("model", ".py", ".js", ".csv"), *files("widgets", ".py", ".js", ".css"), *files("book/_theme", ".py", ".js", ".html"),
            *(HOUSE / "cases").glob("*.py"), HOUSE / "book" / "conf.py", HOUSE / "Makefile"]
    found = {str(file.relative_to(HOUSE)): name.group() for file in code if (name := known.search(file.read_text(encoding="utf-8")))}
    assert not found


def test_the_book_and_the_tests_are_no_packages():
    assert files("book", "__init__.py") + files("tests", "__init__.py") == []


def test_the_book_has_no_modules_but_its_frame():
    outside = [file for file in files("book", ".py") if "_theme" not in file.parts]
    assert [file.name for file in outside] == ["conf.py"]


def test_no_file_written_by_hand_is_longer_than_four_hundred_lines():
    long = {}
    for room in (*ROOMS, "tests"):
        for file in files(room, ".py", ".js", ".css", ".html"):
            lines = len(file.read_text(encoding="utf-8").splitlines())
            if lines > LONGEST_FILE and "generated" not in file.parts:
                long[str(file.relative_to(HOUSE))] = lines
    assert not long


def test_what_is_generated_says_so():
    generated = files("model/generated", ".py", ".js", ".json", ".xmile")
    assert generated
    for file in generated:
        head = file.read_text(encoding="utf-8")[:400].lower()
        assert re.search(r"(generated|written) by .*do not edit", head, re.DOTALL), file


def test_the_readme_is_short_and_names_the_two_commands():
    lines = (HOUSE / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST_README
    for command in ("make read", "make test"):
        assert any(command in line for line in lines), command


def direct_dependencies():
    """Name and version of each line of requirements.txt."""
    lines = (HOUSE / "requirements.txt").read_text(encoding="utf-8").split()
    return [tuple(line.split("==")) for line in lines]


def normal(name):
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_direct_dependency_is_pinned_in_the_lock():
    lock = {normal(name): version for name, version in
            (line.split("==") for line in (HOUSE / "requirements.lock").read_text(encoding="utf-8").split())}
    assert {name: lock.get(normal(name)) for name, _ in direct_dependencies()} == dict(direct_dependencies())


def test_every_direct_dependency_is_explained_in_one_line():
    text = (HOUSE / "book" / "builders" / "decisions.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\* - `([^`]+)`\n  - (\S.+)$", text, re.MULTILINE)
    assert sorted(name for name, _ in explained) == sorted(name for name, _ in direct_dependencies())


def test_what_the_packages_import_is_declared():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {normal(name) for name in [*project["dependencies"], *chain(*project["optional-dependencies"].values())]}
    standard_or_ours = {*PACKAGES, *sys.stdlib_module_names}
    for room in PACKAGES:
        for file in files(room, ".py"):
            modules = {module.split(".")[0] for module, _ in imported(file.read_text(encoding="utf-8"))}
            assert {normal(module) for module in modules - standard_or_ours} <= declared, file


def test_what_the_house_imports_is_pinned():
    named = {"bs4": "beautifulsoup4", "markdown-it": "markdown-it-py", "yaml": "pyyaml", "sphinxcontrib": "sphinxcontrib-bibtex"}
    pinned = {normal(name) for name, _ in direct_dependencies()}
    code = [file for room in (*PACKAGES, "book", "tests", "benchmarks") for file in files(room, ".py")]
    ours = {*ROOMS, "_theme", "benchmarks", "conf", "tests", *(file.stem for file in code), *sys.stdlib_module_names}
    for file in code:
        modules = {module.split(".")[0] for module, _ in imported(file.read_text(encoding="utf-8"))} - ours
        assert {named.get(normal(module), normal(module)) for module in modules} <= pinned, file


def test_continuous_integration_only_sets_the_sources_and_runs_the_tests():
    script = (HOUSE / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line.strip() for line in script.splitlines() if line.strip() and not line.startswith("#")]
    assert commands == [
        'cd "$(dirname "$0")/.." || exit 1',
        "if [ -d ../shared/sources ]; then",
        'GOVERNING_SOURCES="$(cd ../shared/sources && pwd)"',
        "export GOVERNING_SOURCES",
        "fi",
        "exec make test",
    ]
