"""The same studio in JupyterLab: it shows, and plan and run travel both ways."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
CELLS = [
    'from widgets import Studio\nstudio = Studio("tianjin")\nstudio',
    'print("page said", studio.plan, round(studio.run["volunteers"].iloc[-1]))',
    'studio.plan = {"training": 80}',
    "studio.run = studio.run * 0.5",
]


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture
def lab(browser, tmp_path):
    """A notebook open in JupyterLab, in a folder and a home of its own."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [nbformat.v4.new_code_cell(text) for text in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata=kernel)
    nbformat.write(notebook, tmp_path / "studio.ipynb")
    port, home = free_port(), tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", f"--port={port}",
               "--IdentityProvider.token=", f"--ServerApp.root_dir={tmp_path}", "--LabApp.news_url=None"]
    server = subprocess.Popen(command, env={**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)},
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 90
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/api", timeout=5)
            break
        except OSError:
            time.sleep(0.3)
    frame = browser.new_context(viewport={"width": 1280, "height": 4000})
    page = frame.new_page()
    page.goto(f"{address}/lab/tree/studio.ipynb?reset", timeout=90_000)
    yield page
    frame.close()
    server.terminate()
    server.wait(30)


def run_cell(page, number):
    """Run one cell and wait until the kernel has answered."""
    page.locator(".jp-Notebook .jp-Cell .jp-InputArea-editor").nth(number).click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-InputPrompt", has_text=f"[{number + 1}]:").wait_for(timeout=60_000)


def test_plan_and_run_travel_both_ways(lab):
    """A lever moved by hand is a plan in Python; a plan set in Python moves the lever; a run set is shown."""
    lab.get_by_text("| Idle").first.wait_for(timeout=90_000)
    run_cell(lab, 0)
    studio = lab.locator(".jp-OutputArea .gt-studio")
    studio.wait_for(timeout=60_000)
    assert lab.locator(".gt-still").count() == 0
    studio.locator("[data-lever=delegation] input").focus()
    lab.keyboard.press("End")
    lab.wait_for_timeout(500)
    run_cell(lab, 1)
    said = lab.locator(".jp-OutputArea-output", has_text="page said").inner_text()
    assert "{'delegation': {408: 1.0}}" in said
    shown = studio.locator("[data-quantity=volunteers] data")
    assert said.split()[-1] == shown.inner_text().replace(",", "")
    run_cell(lab, 2)
    lab.wait_for_function("() => document.querySelector('.gt-studio [data-lever=training] input').value === '80'")
    assert studio.locator(".gt-moved").count() == 1
    before = float(shown.get_attribute("value"))
    run_cell(lab, 3)
    lab.wait_for_function(
        "(before) => Math.abs(document.querySelector('.gt-studio [data-quantity=volunteers] data').value - before / 2) < 1", arg=before
    )
