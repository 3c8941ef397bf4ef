"""A real browser for the tests of the page.

All tests of this folder run in one worker (see tests/conftest.py) and share one browser; each has
its own pages, with storage of their own. A test fails for an error on the console, an exception, or
a request beyond this machine, even where it asserts nothing of it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.server import serving
from tests.browser.watch import Watch
from tools.browser import MISSING, REQUIRED, find_browser

#: Nothing but the page is loaded: no host has an address, and the browser asks for nothing itself.
ARGUMENTS = (
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-component-update"),
    *("--disable-background-networking", "--disable-sync"),
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)
#: Milliseconds until something that does not come is given up.
PATIENCE = 20_000
SEVERE = frozenset({"serious", "critical"})

OpenPage = Callable[..., Page]


def present_browser() -> Path:
    """The browser's program; without one the test ends here."""
    program = find_browser()
    if program is not None:
        return program
    if os.environ.get(REQUIRED):
        pytest.fail(MISSING)
    pytest.skip(MISSING)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One headless browser with a new, empty profile."""
    program = present_browser()
    with sync_playwright() as playwright:
        # Its own sandbox cannot be had as root; the pages are ours.
        started = playwright.chromium.launch(
            executable_path=program, args=ARGUMENTS, chromium_sandbox=False
        )
        expect.set_options(timeout=PATIENCE)
        yield started
        started.close()


@pytest.fixture
def watch() -> Iterator[Watch]:
    """What pages complained of. A test that expects a complaint clears it."""
    watch = Watch()
    yield watch
    assert watch.complaints == []


@pytest.fixture
def new_context(browser: Browser, watch: Watch) -> Iterator[Callable[..., BrowserContext]]:
    """Make a place for pages with storage of its own; its options are those of Playwright."""
    with ExitStack() as stack:

        def make(**options: Any) -> BrowserContext:
            context = stack.enter_context(browser.new_context(service_workers="block", **options))
            context.set_default_timeout(PATIENCE)
            watch.over(context)
            return context

        yield make


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext]) -> OpenPage:
    """Open a file or an address in a new page with storage of its own.

    ``open_page(path, viewport={"width": 390, "height": 844}, color_scheme="dark")``; the options
    are those of Playwright's ``new_context``.
    """

    def open_page(target: Path | str, **options: Any) -> Page:
        page = new_context(**options).new_page()
        page.goto(target.absolute().as_uri() if isinstance(target, Path) else target)
        return page

    return open_page


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """An empty page of desktop size."""
    return new_context(viewport={"width": 1280, "height": 800}).new_page()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Ask axe-core: what is seriously inaccessible in a page as it is now, and where."""

    def run(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [_violation(each) for each in found if each["impact"] in SEVERE]

    return run


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder over HTTP on the loopback interface; gives its address, ending in a slash."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serving(folder))


def _violation(violation: dict[str, Any]) -> str:
    places = "; ".join(" ".join(map(str, node["target"])) for node in violation["nodes"][:5])
    return f"{violation['id']} ({violation['impact']}): {violation['help']}: {places}"
