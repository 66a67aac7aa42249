"""What a reader on a phone feels: weight, time to the first working slider, slider to painted frame, bands.

A phone-like machine is the browser's own throttling: four times slower processor, 1.6 Mbit/s,
150 ms of delay.  The pages are served compressed, as any web server does.  Of several visits and
several series of moves the best counts, because other work on the machine only ever adds.
Build the book first.
"""

import gzip
import statistics
import threading
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.table import Row, judged
from tests.browser.get_browser import NAMES, find_browser, system_browser
from widgets import Studio

LANGUAGES = {"en": ("", "English", "英文"), "zh": ("_zh", "Chinese", "中文")}
"""Folders of the site: the tail of their rows' keys, and what the language is called."""
SITE = Path(__file__).resolve().parent.parent / "build" / "site"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SLOWER, BITS, DELAY = 4, 1_600_000, 150
MOVES, TURNS, OPENINGS = 80, 5, 2
WEIGHT_AIM, FIRST_AIM, TASK_AIM = 160, 1.5, 200
FRAME_AIM = {"off": 33, "on": 50, "compared": 50}
SHOWN = {"off": ("bands off", "色带关闭"), "on": ("bands on", "色带打开"), "compared": ("four plans compared", "比较四个方案")}
PLANS = 4
BANDS_AIM, BANDS_AFTER, SETTLED = 150, 60, 4000
"""Aim for the bands; how long a lever rests before they begin; when they are surely drawn (milliseconds)."""
LEVER = '.gt-widget[data-live] input[type="range"]'
FIRST = f"""window.firstLever = new Promise((live) => {{
    const watch = new MutationObserver(() => {{
        if (!document.querySelector({LEVER!r})) return;
        watch.disconnect();
        requestAnimationFrame(() => {{
            const painted = new MessageChannel();
            painted.port1.onmessage = () => live(performance.now());
            painted.port2.postMessage(0);
        }});
    }});
    watch.observe(document, {{ subtree: true, attributeFilter: ["data-live"] }});
}})"""
"""When the first lever is live and painted, by the page's own clock: to ask from outside takes the slow page a while."""
MOVE = """(lever) => new Promise((done) => {
    const ends = [Number(lever.min), Number(lever.max)], share = 0.5 + 0.4 * Math.sin(performance.now());
    const begin = performance.now();
    lever.value = ends[0] + share * (ends[1] - ends[0]);
    lever.dispatchEvent(new Event("input", { bubbles: true }));
    requestAnimationFrame(() => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => done(performance.now() - begin);
        painted.port2.postMessage(0);
    });
})"""
PUT = "(lever, part) => { lever.value = part * lever.max; lever.dispatchEvent(new Event('input', { bubbles: true })); }"
LAST_BAND = """(milliseconds) => new Promise((done) => {
    const begin = performance.now();
    let last = 0;
    const watch = new MutationObserver(() => { last = performance.now() - begin; });
    for (const band of document.querySelectorAll(".gt-four .gt-band")) watch.observe(band, { attributeFilter: ["d"] });
    setTimeout(() => { watch.disconnect(); done(last); }, milliseconds);
})"""
DRAWN = "(plans) => document.querySelectorAll('.gt-compare .gt-four .gt-plan-band[d^=M]').length >= 4 * plans"
LONG_TASKS = """window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((task) => task.duration)))
    .observe({ type: "longtask" })"""
"""Asked for before the page begins, or the first ones are not told of."""


def measure():
    """Return rows for every page with a studio in both languages, and for the drag in English on the first and on the longest history."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("localhost", 0), partial(_Compressed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as driver:
        readers = system_browser(NAMES) or find_browser()  # with all that a window costs
        browser = driver.chromium.launch(executable_path=readers, args=FLAGS)
        address, studios = f"http://localhost:{server.server_port}", _studios()
        asked = [(page, language) for page in studios for language in LANGUAGES]
        turns = [[_visit(browser, f"{address}/{language}/{page}.html") for page, language in asked] for _ in range(TURNS)]
        places = dict.fromkeys([studios[0], max(studios, key=_months)])
        dragged = {page: _best([_drag(browser, f"{address}/en/{page}.html") for _ in range(OPENINGS)]) for page in places}
        browser.close()
    server.shutdown()
    return [row for one, visits in zip(asked, zip(*turns)) for row in _rows(*one, visits)] + [
        row for page, found in dragged.items() for row in _drag_rows(page, *found, "" if page == studios[0] else f"_{page}")]


def _months(page):
    """Return how long the history of a page's place is."""
    return Studio(page).months


def _drag_rows(page, frames, bands, longest, tail):
    """Return the rows of one page; the keys of any but the first end with a tail."""
    rows = []
    for shown, times in frames.items():
        english, chinese = SHOWN[shown]
        rows += [
            Row(f"frame_{shown}_half{tail}", f"slider to painted frame, {page}, 4× slower, {english}, half of the moves",
                f"从移动滑块到画面绘出，{page}，速度降到1/4，{chinese}，半数的移动", f"{statistics.median(times):.0f} ms"),
            judged(f"frame_{shown}{tail}", f"slider to painted frame, {page}, 4× slower, {english}, 95 of 100 moves",
                   f"从移动滑块到画面绘出，{page}，速度降到1/4，{chinese}，100次移动中的95次",
                   _slow(times), "ms", FRAME_AIM[shown])]
    return rows + [
        judged(f"bands{tail}", f"bands of 500 communities, {page}, 4× slower, from their begin until they are drawn",
               f"500个社区的色带，{page}，速度降到1/4，从开始计算到绘出", bands, "ms", BANDS_AIM),
        judged(f"longest{tail}", f"longest task, {page}, 4× slower, while the page opens, a lever moves and four plans are compared",
               f"{page}，从打开页面、移动杠杆到比较四个方案期间最长的一个任务，速度降到1/4", longest, "ms", TASK_AIM)]


def _rows(page, language, visits):
    tail, english, chinese = LANGUAGES[language]
    weight, first = max(size for size, _ in visits) / 1000, min(seconds for _, seconds in visits)
    return [
        judged(f"weight_{page}{tail}", f"{page}.html in {english} with all it asks for by itself, gzip",
               f"{page}.html（{chinese}）及其自行载入的全部文件（gzip）", weight, "KB", WEIGHT_AIM),
        judged(f"first_{page}{tail}", f"first working slider of {page}.html in {english}, 4× slower, 1.6 Mbit/s",
               f"{page}.html（{chinese}）的第一个可用滑块，速度降到1/4，1.6 Mbit/s", first, "s", FIRST_AIM, digits=2)]


def _studios():
    found = [page.stem for page in sorted((SITE / "en").glob("*.html")) if 'data-widget="studio"' in page.read_text("utf-8")]
    if not found:
        raise FileNotFoundError(f"{SITE} holds no page with a studio; run `make book` first.")
    return found


def _visit(browser, address):
    """Return the bytes that came over the line and the seconds to the first live lever, both cold."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, is_mobile=True, has_touch=True)
    page = context.new_page()
    line, received = context.new_cdp_session(page), []
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": DELAY, "downloadThroughput": BITS / 8, "uploadThroughput": BITS / 8})
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(FIRST)
    page.goto(address, wait_until="commit")
    seconds = page.evaluate("window.firstLever") / 1000
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received), seconds


def _drag(browser, address):
    """Return the sorted milliseconds of moves until painted by what is shown, of the bands, of the longest task."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, is_mobile=True, has_touch=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(LONG_TASKS)
    page.goto(address)
    page.wait_for_selector(LEVER, state="attached")
    lever, sure = page.locator('.gt-lever input[type="range"]').nth(1), page.locator(".gt-legend button")
    lever.scroll_into_view_if_needed()
    page.wait_for_timeout(SETTLED)
    frames = {"on": _moves(lever)}
    bands = min(_bands(page, lever) for _ in range(TURNS))
    sure.tap()
    frames["off"] = _moves(lever)
    sure.tap()
    frames["compared"] = _compared(page, lever)
    longest = max(page.evaluate("window.longTasks"), default=0)
    context.close()
    return {shown: frames[shown] for shown in SHOWN}, bands, longest


def _best(openings):
    """Return of each value of `_drag` the best over some openings of the page."""
    frames, bands, longest = zip(*openings)
    return {shown: min((one[shown] for one in frames), key=_slow) for shown in SHOWN}, min(bands), min(longest)


def _slow(times):
    """Return the time within which 95 of 100 sorted moves were painted."""
    return times[int(0.95 * MOVES)]


def _compared(page, lever):
    """Return the milliseconds of moves while four plans stand side by side on the screen, with their bands."""
    page.locator('[role="tab"]').nth(1).tap()
    name = page.locator(".gt-keep input")
    for number in range(1, PLANS + 1):
        # the last is not kept, and is none of those that are: it would not stand beside itself
        lever.evaluate(PUT, number / PLANS)
        page.wait_for_timeout(SETTLED // PLANS)
        if number < PLANS:
            name.press("Enter")
    page.locator(".gt-compare .gt-legend").scroll_into_view_if_needed()
    page.wait_for_function(DRAWN, arg=PLANS)
    page.wait_for_timeout(SETTLED)
    return _moves(lever)


def _bands(page, lever):
    lever.evaluate(MOVE)
    return page.evaluate(LAST_BAND, SETTLED) - BANDS_AFTER


def _moves(lever):
    series = (sorted([lever.evaluate(MOVE) for _ in range(MOVES + 10)][10:]) for _ in range(TURNS))
    return min(series, key=_slow)


@lru_cache(maxsize=None)
def _packed(path):
    return gzip.compress(Path(path).read_bytes(), 6)


class _Compressed(SimpleHTTPRequestHandler):
    """Serves files compressed."""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        body = _packed(str(path))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Keep the terminal for the table."""
