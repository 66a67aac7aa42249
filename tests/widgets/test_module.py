"""The one module: complete, joined without loss, and light."""

import gzip
import re
from pathlib import Path

import pytest

from widgets import module
from widgets.module import CHUNKS, bundle, chunk, css, whole, workers

SMALL = 35_000
"""Bytes (gzip) that the module may weigh: a phone gets it in a fifth of a second at 1.6 Mbit/s."""
SHORT = 300
CODE = Path(module.__file__).parent / "js"


def test_the_module_imports_nothing():
    """anywidget loads it from a Blob, where no other file can be reached."""
    text = bundle()
    assert not re.search(r"^\s*import\b(?!\.meta)", text, re.MULTILINE)
    assert re.findall(r"^export .*", text, re.MULTILINE) == [text.rstrip().splitlines()[-1]]


def test_every_file_of_the_widgets_is_in_it():
    """A file that nothing needs would be dead."""
    page = "\n".join([bundle(), *map(chunk, CHUNKS)])
    assert all(f"const {path.stem}_file = " in page for path in CODE.glob("*.js"))
    assert all(f"const more_{path.stem}_file = " in chunk("more") for path in CODE.glob("more/*.js"))


def test_the_chunks_take_from_the_core_what_they_share(node, tmp_path):
    """A function is never sent twice, and each chunk runs as a script after the core, in any order."""
    twice = re.findall(r"^const (\w+_file) = ", "".join([bundle(), *map(chunk, CHUNKS)]), re.MULTILINE)
    assert len(twice) == len(set(twice))
    files = {name: tmp_path / f"{name}.mjs" for name in ("core", *reversed(CHUNKS))}
    for name, path in files.items():
        path.write_text(bundle() if name == "core" else chunk(name), encoding="utf-8")
    load = "".join(f"await import('{path.as_uri()}'); " for path in files.values())
    show = "const { more, pictures } = globalThis.governingTogether; console.log(Object.keys(more).sort().join(), typeof pictures.NetworkPicture)"
    done = node("--input-type=module", "--eval", load + show)
    assert done.stdout.split() == ["common,panels,recounting,replay", "function"], done.stderr


def test_in_jupyterlab_core_and_chunk_come_as_one(node, tmp_path):
    """Nothing can be fetched beside a Blob."""
    path = tmp_path / "whole.mjs"
    path.write_text(whole(), encoding="utf-8")
    show = "console.log(typeof widget.render, Object.keys(globalThis.governingTogether.more).length)"
    done = node("--input-type=module", "--eval", f"const widget = (await import('{path.as_uri()}')).default; {show}")
    assert done.stdout.split() == ["function", "4"], done.stderr


def test_a_worker_brings_all_that_it_needs(node, tmp_path):
    """It runs beside the page, where nothing of the page can be reached, and waits to be told."""
    assert set(workers()) == {path.name for path in CODE.glob("worker/*.js")}
    for name, text in workers().items():
        path = tmp_path / name.replace(".js", ".cjs")
        path.write_text(f"globalThis.addEventListener = (name) => console.log(name);\n{text}", encoding="utf-8")
        done = node(str(path))
        assert done.stdout.split() == ["message"], done.stderr


def test_node_reads_it_and_finds_the_widget(node, tmp_path):
    """The joined text is a module whose default export can render."""
    path = tmp_path / "widgets.mjs"
    path.write_text(bundle(), encoding="utf-8")
    done = node("--input-type=module", "--eval", f"console.log(typeof (await import('{path.as_uri()}')).default.render)")
    assert done.stdout.strip() == "function", done.stderr


def test_it_holds_the_equations(node, tmp_path):
    """The simulation on the page is the generated one, not a copy of ours."""
    generated = (CODE.parent.parent / "model" / "generated" / "model.js").read_text(encoding="utf-8")
    longest = max((line.strip() for line in generated.splitlines()), key=len)
    assert longest.removeprefix("export ") in bundle()


def test_it_is_light():
    """Module and style sheet together stay inside their share of a page."""
    assert len(gzip.compress(bundle().encode(), 9)) <= SMALL
    assert len(gzip.compress(css().encode(), 9)) <= SMALL / 5


@pytest.mark.parametrize("path", sorted(CODE.rglob("*.js")), ids=lambda path: path.name)
def test_files_are_short_and_free_of_forbidden_ways(path):
    """A strict policy holds: no markup is parsed, no style attribute written, nothing evaluated."""
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= SHORT
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|cssText", text)
    assert not re.search(r"""["']style["']""", text)
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)


def test_names_of_one_file_do_not_meet_names_of_another(tmp_path, monkeypatch, node):
    """Two files may call their own helpers alike."""
    (tmp_path / "index.js").write_text('import { one as first } from "./one.js";\nconst help = () => 2;\n'
                                       "const both = [first(), help()];\nexport default both;\n")
    (tmp_path / "one.js").write_text("const help = () => 1;\nexport function one() { return help(); }\n")
    monkeypatch.setattr(module, "ENTRY", tmp_path / "index.js")
    text = module.bundle.__wrapped__()
    done = node("--input-type=module", "--eval", text.replace("export default", "console.log(") .rstrip().rstrip(";") + ");")
    assert done.stdout.split() == ["[", "1,", "2", "]"], done.stderr


def test_lines_are_joined_and_a_note_swallows_none(tmp_path, monkeypatch, node):
    (tmp_path / "index.js").write_text("const one = [\n  1,\n  2, // the second,\n  3,\n];\nconst both = () => {\n  return one;\n};\nexport default both;\n")
    monkeypatch.setattr(module, "ENTRY", tmp_path / "index.js")
    text = module.bundle.__wrapped__()
    assert "const one = [1,2, // the second,\n3,];const both = () => {return one;};" in text
    done = node("--input-type=module", "--eval", text.replace("export default", "console.log((").rstrip().rstrip(";") + ")().join());")
    assert done.stdout.split() == ["1,2,3"], done.stderr


@pytest.mark.parametrize("line", ['import * as all from "./one.js";', 'export * from "./one.js";', 'import "./one.js";'])
def test_a_form_that_cannot_be_joined_is_refused(line, tmp_path, monkeypatch):
    """The message names the file and the line."""
    (tmp_path / "index.js").write_text(f"{line}\nexport default 1;\n")
    monkeypatch.setattr(module, "ENTRY", tmp_path / "index.js")
    with pytest.raises(ValueError, match=r"index\.js: cannot join"):
        module.bundle.__wrapped__()


def test_a_template_over_several_lines_is_refused(tmp_path, monkeypatch):
    """Taking its indents away would change it."""
    (tmp_path / "index.js").write_text("const text = `one\n  two`;\nexport default text;\n")
    monkeypatch.setattr(module, "ENTRY", tmp_path / "index.js")
    with pytest.raises(ValueError, match=r"index\.js: cannot join .*template"):
        module.bundle.__wrapped__()
