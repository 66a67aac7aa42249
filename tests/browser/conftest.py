"""The built site in a real browser: `site` is its address, `page_at` opens a page and watches what it does."""

import threading
from dataclasses import dataclass, field

import pytest
from _theme.serve import open_server
from get_browser import find_browser
from hands import PLACE, Hands
from pages import SITE, wake
from playwright.sync_api import Error, expect, sync_playwright
from sharing import Sharing

# A spare process kept ready is a tenth of what it costs to open a page. Chromium heeds only the last of such lists, so
# what Playwright 1.65 switches off stands here too.
OFF = ["SpareRendererForSitePerProcess", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
       "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
       "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin", "OptimizationHints", "NetworkTimeServiceQuerying",
       "AimEnabled", "PreconnectToSearch"]
FLAGS = ["--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-background-networking", "--disable-component-update",
         "--no-first-run", f"--disable-features={','.join(OFF)}"]
expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@dataclass
class Watched:
    """A page with what was heard from it: requests to other hosts, console errors, refusals of the policy."""

    page: object
    host: str
    foreign: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    def __post_init__(self):
        self._ears = {
            "request": self._request, "requestfailed": self._failed, "response": self._response,
            "console": self._console, "pageerror": lambda error: self.errors.append(str(error)),
        }

    def listen(self):
        """Begin to note what the page asks for and complains about."""
        for event, ear in self._ears.items():
            self.page.on(event, ear)

    def leave(self):
        """Note nothing more."""
        for event, ear in self._ears.items():
            self.page.remove_listener(event, ear)

    def _request(self, request):
        if not request.url.startswith((self.host, "data:", "blob:")):
            self.foreign.append(request.url)

    def _failed(self, request):
        if request.failure != "net::ERR_ABORTED":  # the page was left before it had everything
            self.errors.append(f"{request.failure}: {request.url}")

    def _response(self, answer):
        if answer.status >= 400:
            self.errors.append(f"{answer.status}: {answer.url}")

    def _console(self, message):
        if message.type in ("error", "warning"):
            self.errors.append(message.text)


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


class Tab:
    """A tab of the browser that is used again: to open one takes longer than to load a page."""

    def __init__(self, browser, site, settings):
        self.page, self.site = browser.new_context(**settings).new_page(), site
        self.line = self.page.context.new_cdp_session(self.page)
        self.line.send("Page.enable")
        self.first = []

    def begin(self, script):
        """Let a script run before any other on each page that is opened, until the tab is cleared."""
        self.first.append(self.line.send("Page.addScriptToEvaluateOnNewDocument", {"source": script})["identifier"])

    def clear(self):
        """Leave the page, and forget all that it kept and what a test had set; False when the tab cannot be used again."""
        try:
            while self.first:
                self.line.send("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self.first.pop()})
            self.page.unroute_all()
            self.page.emulate_media(media="null", color_scheme="null")
            self.page.goto("about:blank")  # a page keeps something when it is left
            self.line.send("Storage.clearDataForOrigin", {"origin": self.site, "storageTypes": "all"})
            return len(self.page.context.pages) == 1
        except Error:
            return False


@pytest.fixture(scope="session")
def tabs():
    """The tabs that no test uses now, by what makes them different."""
    return {}


@pytest.fixture
def page_at(browser, site, tabs):
    """Open a page: `page_at(lang, path, width=1280, scheme="light", awake=True)` gives a `Watched`, its widgets drawn.

    `path` is the page's name without its ending, such as "index"; with `awake=False` only what is near is drawn;
    `first` is a script that runs before the page's own;
    `**settings` goes to the browser's context (`locale`, `reduced_motion`, `java_script_enabled` and the like).
    """
    used = []

    def open_page(lang, path, width=1280, scheme="light", awake=True, first=None, **settings):
        kind = repr(sorted(settings.items()))
        tab = tabs[kind].pop() if tabs.get(kind) else Tab(browser, site, settings)
        tab.page.set_viewport_size({"width": width, "height": 800})
        tab.page.emulate_media(color_scheme=scheme)
        if first:
            tab.begin(first)
        watched = Watched(tab.page, site)
        used.append((kind, tab, watched))
        watched.listen()
        tab.page.goto(f"{site}/{lang}/{path}.html" if lang else f"{site}/{path}")
        if awake and settings.get("java_script_enabled", True):
            wake(tab.page)
        return watched

    yield open_page
    for kind, tab, watched in used:
        watched.leave()
        if tab.clear():
            tabs.setdefault(kind, []).append(tab)
        else:
            tab.page.context.close()


# What a press of the button "How sure?" leaves behind in the browser.
UNSURE = """if (location.host) localStorage["governing-together/%s/choices"] ??= '{"sure":false}';"""


def _studios(request, page_at, kind):
    opened = []

    def open_studio(lang="en", width=1280, place=PLACE, **context):
        first = None if request.node.get_closest_marker("bands") else UNSURE % place
        opened.append(kind(page_at(lang, place, width=width, awake=False, first=first, **context), lang))
        return opened[-1]

    yield open_studio
    for one in opened:
        assert one.watched.errors == [] and one.watched.foreign == []


@pytest.fixture
def hands(request, page_at):
    """A studio on a page of the wanted width; the page has had nothing to complain about when the test ends.

    Its bands, for which 500 communities run, are there for tests that are marked with `bands`.
    """
    yield from _studios(request, page_at, Hands)


@pytest.fixture
def sharing(request, page_at):
    """As `hands`, with the panel of sharing open."""
    yield from _studios(request, page_at, Sharing)
