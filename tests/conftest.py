"""What every room's tests share: node, and a loud line when the sources were not there to be read."""

import os
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

# The generated JavaScript is run by node: the system's if there is one, else the one that Playwright brings along.
os.environ["PATH"] += os.pathsep + str(Path(compute_driver_executable()[0]).parent)

SOURCES_VARIABLE = "GOVERNING_SOURCES"


def pytest_terminal_summary(terminalreporter):
    """Say at the end of the run that tests were skipped for want of the sources."""
    missed = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if SOURCES_VARIABLE in str(report.longrepr)
    ]
    if missed:
        terminalreporter.write_sep("!", f"{len(missed)} tests did not run: {SOURCES_VARIABLE} is not set")
        terminalreporter.write_line(
            f"Set {SOURCES_VARIABLE} to the folder of the five source texts to check anchors and own words."
        )
