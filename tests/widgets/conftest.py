"""Run the widgets' JavaScript outside a browser, with the node that Playwright brings along."""

import json
import subprocess
from pathlib import Path

import pytest
from playwright._impl._driver import compute_driver_executable

from widgets import CausalMap, Evidence, Network, Studio, Timeline

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "widgets" / "js"


@pytest.fixture(scope="session")
def node():
    """`node(*arguments, input=None)` runs node and gives the finished process."""
    program, _ = compute_driver_executable()

    def run(*arguments, **options):
        return subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", cwd=ROOT, **options)

    return run


@pytest.fixture(scope="session")
def javascript(node):
    """`javascript(code, given)`: what an async function body returns; `given` is its input, `load` imports a file."""

    def run(code, given=None):
        body = f"""
            const given = JSON.parse(await new Promise((resolve) => {{
              let text = "";
              process.stdin.on("data", (part) => (text += part)).on("end", () => resolve(text));
            }}));
            const load = (name) => import(new URL(name, "{SCRIPTS.as_uri()}/").href);
            const answer = await (async () => {{ {code} }})();
            const plain = (_, value) => (ArrayBuffer.isView(value) ? [...value] : value);
            process.stdout.write(JSON.stringify(answer, plain) ?? "null");
        """
        done = node("--input-type=module", "--eval", body, input=json.dumps(given))
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def widget():
    """`widget(kind, language)` makes one of the five widgets for the first place."""
    makers = {"studio": Studio, "network": Network, "timeline": Timeline, "evidence": Evidence}

    def make(kind, language):
        return CausalMap(language=language) if kind == "causal_map" else makers[kind]("tianjin", language=language)

    return make
