"""Build the book in both languages and put the site together in build/site.

Usage: python book/_theme/build.py
"""

import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from threading import Thread

HOUSE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(HOUSE / "book"))

from _theme.language import SITES  # noqa: E402
from _theme.offers import best  # noqa: E402
from _theme.pack import pack  # noqa: E402
from _theme.publish import publish  # noqa: E402
from _theme.questions import questions  # noqa: E402
from cases import load, names  # noqa: E402

# long lines that repeat settings, which nobody who waits for a book needs
SETTINGS = ("myst v", "myst-nb v", "[IPKernelApp] WARNING | Kernel is running over TCP")
# Kernels that start at the same moment may pick the same free port; the one that comes second dies.
UNLUCKY = "Kernel died before replying"
# A child elsewhere writes in the encoding of its system, which on a Chinese Windows is not what is read here.
UTF8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def sphinx_command(language, builder="html", settings=()):
    """The command that builds one language, warnings being errors."""
    build = HOUSE / "build" / language
    options = [option for setting in (f"language={language}", *settings) for option in ("-D", setting)]
    return [
        sys.executable, "-m", "sphinx", "-b", builder, "-W", "--keep-going", "-d", str(build / "doctrees"),
        *options, str(HOUSE / "book"), str(build / builder),
    ]


def _follow(language, process, unlucky):
    for line in process.stdout:
        if line.strip() and not line.startswith(SETTINGS):
            print(f"[{language}] {line.rstrip()}", flush=True)
        if UNLUCKY in line:
            unlucky.add(language)


def build_languages(languages=tuple(SITES)):
    """Build languages at the same time; those that failed, and those of them that only had no luck with a kernel."""
    running, unlucky = {}, set()
    for language in languages:
        running[language] = subprocess.Popen(
            sphinx_command(language), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=os.environ | UTF8,
            text=True, encoding="utf-8", errors="replace",
        )
    followers = [Thread(target=_follow, args=(*item, unlucky)) for item in running.items()]
    for follower in followers:
        follower.start()
    for follower in followers:
        follower.join()
    failed = [language for language, process in running.items() if process.wait() != 0]
    for language in failed:
        # A build that warned must warn again: the pages it read are forgotten.
        (HOUSE / "build" / language / "doctrees" / "environment.pickle").unlink(missing_ok=True)
    return failed, [language for language in failed if language in unlucky]


def work_out(asked, pool=ProcessPoolExecutor):
    """Work out and keep the answers that are not kept yet, on every core; the faults, a sentence for each question that failed.

    Parameters
    ----------
    asked : list of tuple
        Each a function that `_theme.kept.kept` decorates, and its arguments.
    pool : callable, optional
        Makes the concurrent.futures.Executor that is used.
    """
    new = [one for one in asked if not one[0].is_kept(*one[1:])]
    if not new:
        return []
    print(f"Answers of the model to work out: {len(new)}; kept from before: {len(asked) - len(new)}.", flush=True)
    faults = []
    with pool() as workers:
        running = {workers.submit(*one): " ".join([one[0].__name__, *one[1:]]) for one in new}
        for done, answer in enumerate(as_completed(running), 1):
            if error := answer.exception():
                why = error if isinstance(error, ValueError) else f"{type(error).__name__}: {error}"
                faults.append(f"Not worked out: {running[answer]}: {why}")
            else:
                print(f"{done} of {len(new)}: {running[answer]}", flush=True)
    return faults


def answers():
    """Work out everything that both languages ask, once; the faults, sentences, of places, questions and answers."""
    try:
        for place in names():  # a bad cell is told at once, not by whichever question meets it
            load(place)
        asked = [*questions(), *((best, place) for place in names())]
    except ValueError as error:
        return [str(error)]
    return work_out(asked)


def main():
    """Build and publish; 0 if all went well."""
    if faults := answers():
        print(*faults, sep="\n", file=sys.stderr)
        return 1
    failed, unlucky = build_languages()
    if unlucky:
        print(f"Once more, for a kernel did not start: {', '.join(unlucky)}.", flush=True)
        failed = [*(set(failed) - set(unlucky)), *build_languages(unlucky)[0]]
    if failed:
        print(f"Not built: {', '.join(failed)}. The warnings above are errors.", file=sys.stderr)
        return 1
    builds = {folder: HOUSE / "build" / language / "html" for language, (folder, _, _) in SITES.items()}
    try:
        publish(builds, HOUSE / "build" / "site")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    archive = pack(HOUSE / "build" / "site")
    print(f"The site is in build/site, and as one file of {archive.stat().st_size / 1e6:.1f} MB in build/site/{archive.name}.")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # a terminal that lacks a letter shows a mark in its place
    sys.exit(main())
