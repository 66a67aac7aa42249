"""What a reader on a phone feels: weight, time to the first working slider, slider to painted frame.

A phone-like machine is the browser's own throttling: four times slower processor, 1.6 Mbit/s,
150 ms of delay.  The pages are served compressed, as any web server does.  Build the book first.
"""

import gzip
import statistics
import threading
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from benchmarks.table import Row
from tests.browser.get_browser import find_browser

SITE = Path(__file__).resolve().parent.parent / "build" / "site"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SLOWER, BITS, DELAY = 4, 1_600_000, 150
MOVES, TURNS = 80, 3
WEIGHT_AIM, FIRST_AIM, FRAME_AIM = 160, 1.5, 33
LEVER = '.gt-widget[data-live] input[type="range"]'
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


def measure():
    """Return rows for every page with a studio in English, and for the drag on the first of them."""
    from playwright.sync_api import sync_playwright

    server = ThreadingHTTPServer(("localhost", 0), partial(_Compressed, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=FLAGS)
        address = f"http://localhost:{server.server_port}/en"
        pages = {page: [_visit(browser, f"{address}/{page}.html") for _ in range(TURNS)] for page in _studios()}
        frames = _drag(browser, f"{address}/{next(iter(pages))}.html")
        browser.close()
    server.shutdown()
    return [row for page, visits in pages.items() for row in _rows(page, visits)] + [
        Row("slider to painted frame at 4× CPU, half of the moves", f"{statistics.median(frames):.0f} ms"),
        Row("slider to painted frame at 4× CPU, 95 of 100 moves", f"{frames[int(0.95 * MOVES)]:.0f} ms",
            f"at most {FRAME_AIM} ms", frames[int(0.95 * MOVES)] <= FRAME_AIM)]


def _rows(page, visits):
    weight, first = visits[0][0] / 1000, statistics.median(seconds for _, seconds in visits)
    return [Row(f"weight of {page}.html with all it asks for, gzip", f"{weight:.0f} KB", f"at most {WEIGHT_AIM} KB",
                weight <= WEIGHT_AIM),
            Row(f"first working slider of {page}.html, 4× CPU, 1.6 Mbit/s", f"{first:.1f} s", f"at most {FIRST_AIM} s",
                first <= FIRST_AIM)]


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
    page.goto(address, wait_until="commit")
    page.wait_for_selector(LEVER, state="attached", timeout=60_000)
    seconds = page.evaluate("performance.now()") / 1000
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received), seconds


def _drag(browser, address):
    """Return the milliseconds of each move of a lever until its frame is painted, sorted."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, is_mobile=True, has_touch=True)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(LEVER, state="attached")
    lever = page.locator('.gt-widget[data-widget="studio"][data-live] input[type="range"]').nth(2)
    lever.scroll_into_view_if_needed()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times = [lever.evaluate(MOVE) for _ in range(MOVES + 10)][10:]
    context.close()
    return sorted(times)


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
