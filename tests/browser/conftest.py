"""The built site in a real browser: `site` is its address, `page_at` opens a page and watches what it does."""

import threading
from dataclasses import dataclass, field

import pytest
from _theme.serve import open_server
from get_browser import find_browser
from hands import PLACE, Hands
from pages import SITE, wake
from playwright.sync_api import expect, sync_playwright
from sharing import Sharing

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@dataclass
class Watched:
    """A page with what was heard from it: requests to other hosts, console errors, refusals of the policy."""

    page: object
    host: str
    foreign: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    def listen(self):
        """Begin to note what the page asks for and complains about."""
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", lambda answer: self.errors.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        self.page.on("console", lambda message: self.errors.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # the page was left before it had everything
            self.errors.append(f"{request.failure}: {request.url}")

    def _request(self, request):
        if not request.url.startswith((self.host, "data:", "blob:")):
            self.foreign.append(request.url)


@pytest.fixture(scope="session")
def site():
    """The address of the built site, served on a free port."""
    if not (SITE / "index.html").exists():
        pytest.fail("build/site is not there: run `make book` (python book/_theme/build.py) and look at its warnings.")
    server = open_server(SITE, first=8400)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests, without a window."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=find_browser(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page_at(browser, site):
    """Open a page: `page_at(lang, path, width=1280, scheme="light")` gives a `Watched`, its widgets drawn.

    `path` is the page's name without its ending, such as "index"; `**context` goes to the browser's context
    (`locale`, `reduced_motion`, `java_script_enabled` and the like).
    """
    opened = []

    def open_page(lang, path, width=1280, scheme="light", **context):
        frame = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, **context)
        opened.append(frame)
        watched = Watched(frame.new_page(), site)
        watched.listen()
        watched.page.goto(f"{site}/{lang}/{path}.html" if lang else f"{site}/{path}")
        if context.get("java_script_enabled", True):
            wake(watched.page)
        return watched

    yield open_page
    for frame in opened:
        frame.close()


def _studios(page_at, kind):
    opened = []

    def open_studio(lang="en", width=1280, **context):
        opened.append(kind(page_at(lang, PLACE, width=width, **context), lang))
        return opened[-1]

    yield open_studio
    for one in opened:
        assert one.watched.errors == [] and one.watched.foreign == []


@pytest.fixture
def hands(page_at):
    """A studio on a page of the wanted width; the page has had nothing to complain about when the test ends."""
    yield from _studios(page_at, Hands)


@pytest.fixture
def sharing(page_at):
    """As `hands`, with the panel of sharing open."""
    yield from _studios(page_at, Sharing)
