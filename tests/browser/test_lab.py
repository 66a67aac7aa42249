"""The same studio in JupyterLab: it shows, and plan and run travel both ways."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect

ROOT = Path(__file__).resolve().parents[2]
MAKE_LAB = re.search(
    r"JUPYTER_CONFIG_PATH=(?P<config>\S+) .*--LabApp.default_url=/lab/tree/(?P<page>\S+)", (ROOT / "Makefile").read_text(encoding="utf-8"),
)
CELLS = [
    'from widgets import Studio\nstudio = Studio("tianjin")\nstudio',
    'print("page said", studio.plan, round(studio.run["volunteers"].iloc[-1]))',
    'studio.plan = {"training": 80}',
    "studio.run = studio.run * 0.5",
    "from widgets import Dashboard\nDashboard(studio)",
    'print("page expects", list(studio.prediction), studio.as_plan().prediction == studio.prediction)',
    "studio.prediction = None",
]


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The address of a JupyterLab that `make lab` would start, and the folder with a workshop that it shows."""
    home, folder = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("book")
    shutil.copytree(ROOT / "book" / "workshop", folder / "workshop")
    port = free_port()
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", f"--port={port}",
               "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}", "--LabApp.news_url=None"]
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT), "JUPYTER_CONFIG_PATH": str(ROOT / MAKE_LAB["config"])}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    until = time.monotonic() + 90
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{address}/api", timeout=5)
            break
        except OSError:
            time.sleep(0.3)
    yield address, folder
    server.terminate()
    server.wait(60)


@pytest.fixture(scope="module")
def lab_at(browser, served):
    """Open a file of the folder in JupyterLab, in a window of its own, and wait for its kernel."""
    frame = browser.new_context(viewport={"width": 1280, "height": 4000})

    def open_file(name):
        page = frame.new_page()
        page.goto(f"{served[0]}/lab/tree/{name}?reset", timeout=90_000)
        page.get_by_text("| Idle").first.wait_for(timeout=90_000)
        return page

    yield open_file
    frame.close()


@pytest.fixture(scope="module")
def lab(served, lab_at):
    """A notebook with the cells, open in JupyterLab; its first cell makes a new studio whenever it is run."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    cells = [nbformat.v4.new_code_cell(text) for text in CELLS]
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), served[1] / "studio.ipynb")
    return lab_at("studio.ipynb")


def run_cell(page, number):
    """Run one cell and wait until the kernel has answered."""
    prompts = "".join(page.locator(".jp-InputPrompt").all_inner_texts())
    run = 1 + max(map(int, re.findall(r"\d+", prompts)), default=0)
    page.locator(".jp-Notebook .jp-Cell .jp-InputArea-editor").nth(number).click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-InputPrompt", has_text=f"[{run}]:").wait_for(timeout=60_000)


def test_plan_and_run_travel_both_ways(lab):
    """A lever moved by hand is a plan in Python; a plan set in Python moves the lever; a run set is shown, and no event explains it."""
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
    why = studio.get_by_role("tab", name="Why?")
    why.click()
    studio.locator(".gt-why-map .gt-node.gt-why-outcome").wait_for()  # the map came with the widget
    why.click()
    run_cell(lab, 2)
    lab.wait_for_function("() => document.querySelector('.gt-studio [data-lever=training] input').value === '80'")
    assert studio.locator(".gt-moved").count() == 1
    before = float(shown.get_attribute("value"))
    studio.locator(".gt-happenings > summary").click()
    expect(studio.locator(".gt-told").first).not_to_be_empty()
    run_cell(lab, 3)
    lab.wait_for_function(
        "(before) => Math.abs(document.querySelector('.gt-studio [data-quantity=volunteers] data').value - before / 2) < 1", arg=before
    )
    expect(studio.locator(".gt-told").first).to_be_empty()


def test_what_is_drawn_is_known_in_python_and_taken_away_there(lab):
    """A curve travels both ways, as the plan does."""
    run_cell(lab, 0)
    studio = lab.locator(".jp-OutputArea .gt-studio")
    studio.get_by_role("tab", name="Draw what you expect").click()
    studio.locator(".gt-predict [role=slider]").last.press("Home")
    away = studio.get_by_role("button", name="Take my curve away")
    expect(away).to_be_visible()
    lab.wait_for_timeout(500)
    run_cell(lab, 5)
    expect(lab.locator(".jp-OutputArea-output", has_text="page expects")).to_contain_text("['volunteers'] True")
    run_cell(lab, 6)
    expect(away).to_be_hidden()


def test_the_best_plans_come_from_python_with_a_line_that_says_how_far_it_is(lab):
    """Found by the optimiser that makes the book; they join the search in the browser."""
    run_cell(lab, 0)
    studio = lab.locator(".jp-OutputArea .gt-studio")
    studio.get_by_role("tab", name="Money").click()
    line = studio.locator(".gt-asking")
    expect(line).to_contain_text("Python is looking for the best plans", timeout=60_000)
    expect(line).to_have_text("", timeout=60_000)
    studio.locator(".gt-budget section[aria-busy=false]").wait_for(timeout=60_000)
    tried = int(re.search(r"out of (\d+)", studio.locator(".gt-budget").inner_text())[1])
    assert tried > 700 and studio.locator(".gt-dot").count() > 5


def test_a_slider_of_the_dashboard_moves_the_studio_and_the_charts(lab):
    """Dashboard and studio are tied: what moves in one moves in the other."""
    run_cell(lab, 0)
    run_cell(lab, 4)
    lab.locator(".js-plotly-plot .scatterlayer .trace").nth(7).wait_for(timeout=120_000)  # some megabytes come from the kernel first
    lever = lab.locator(".gt-studio [data-lever=training] input")
    slider = lab.locator(".widget-slider", has_text="Training").locator("[role=slider]")
    slider.focus()
    lab.keyboard.press("End")
    lab.wait_for_function("() => document.querySelector('.gt-studio [data-lever=training] input').value === '100'")
    lever.focus()
    lab.keyboard.press("Home")
    lab.wait_for_function("(slider) => Number(slider.getAttribute('aria-valuenow')) === 0", arg=slider.element_handle())


def test_make_lab_opens_the_workshop_as_a_notebook(lab_at):
    """The page of the book opens as cells, not as text."""
    page = lab_at(MAKE_LAB["page"])
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(timeout=60_000)
    assert page.locator(".jp-Notebook h1").first.inner_text().startswith("For instructors")
