"""The running dashboard, a browser, and a witness that writes down what the browser does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.reader import DESKTOP, Reader, Witness
from tests.serving import chromium, free_port, serve

# No requests of the browser's own, so that those of the page are the only ones.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 20_000  # two cores, shared


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    try:
        path = chromium()
    except FileNotFoundError as missing:
        pytest.fail(f"{missing}; on Debian by hand: apt-get install chromium", pytrace=False)
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with serve() as served:
        yield served


@pytest.fixture
def fresh_address() -> Iterator[str]:
    """Start a server that nobody has asked anything yet."""
    with serve(port=free_port()) as served:
        yield served


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def context(browser: Browser, address: str, witness: Witness) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=address, viewport=DESKTOP)
    opened.set_default_timeout(PATIENCE_MS)
    witness.watch(opened)
    yield opened
    opened.close()
    # On every page a test visits, whatever it is about.
    assert witness.foreign() == []
    assert witness.complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def reader(page: Page) -> Reader:
    return Reader(page)
