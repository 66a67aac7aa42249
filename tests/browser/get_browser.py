"""Find a browser that the tests can drive, or get one.

Usage: python tests/browser/get_browser.py

First the system's Chromium or Chrome, then the system's package manager where we may use it, then Playwright's own.
The last needs the environment; for the others any Python will do.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

WINDOWLESS = "chromium-headless-shell"
"""Debian's Chromium without what a window needs: the tests take it first, for it saves a fifth of the browser's work."""
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)


def system_browser(names=(WINDOWLESS, *NAMES)):
    """The path of the system's Chromium or Chrome, the first of these names that is there, or None."""
    found = (shutil.which(name) for name in names)
    return next((path for path in found if path), None) or next((place for place in PLACES if Path(place).exists()), None)


def may_install():
    """Whether the system's package manager is Debian's and this user may use it."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install_from_system():
    """Install Chromium by apt-get; the path, or None if that failed."""
    subprocess.run(["apt-get", "update", "-qq"])
    for package in (WINDOWLESS, "chromium"):  # the former is unknown outside Debian
        if subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]).returncode == 0:
            break
    return system_browser()


def playwright_browser():
    """The path of the Chromium that Playwright keeps for itself, or None if it has none."""
    if not find_spec("playwright"):
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        path = driver.chromium.executable_path
    return path if Path(path).exists() else None


def find_browser():
    """The path of a browser that is already there, or None."""
    return system_browser() or playwright_browser()


def main():
    """Make sure that there is a browser, and say which."""
    path = find_browser()
    if not path and may_install():
        print("No browser yet: installing Chromium with apt-get ...", flush=True)
        path = install_from_system()
    if not path and not find_spec("playwright"):
        return 0  # the environment is still being made
    if not path:
        print("No browser yet: installing Playwright's chromium ...", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])
        path = playwright_browser()
    if not path:
        print("There is no browser to test with: install Chromium or Chrome and try again.", file=sys.stderr)
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
