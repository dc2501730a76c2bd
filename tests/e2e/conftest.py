"""The running dashboard, a browser, and a witness that writes down what the browser does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.e2e.forked import serve
from tests.e2e.reader import DESKTOP, Reader, Witness
from tests.serving import chosen_port, chromium

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
        pytest.fail(
            f"{missing}; on Debian by hand: apt-get install chromium-headless-shell", pytrace=False
        )
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=SWITCHES)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def first_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the store that the servers of this worker share: nobody publishes."""
    return tmp_path_factory.mktemp("served") / "esc.sqlite"


@pytest.fixture(scope="session")
def address(first_store: Path) -> Iterator[str]:
    with serve(port=chosen_port(), store=first_store) as served:
        yield served


@pytest.fixture
def fresh_address(first_store: Path) -> Iterator[str]:
    """Start a server that nobody has asked anything yet."""
    with serve(store=first_store) as served:
        yield served


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def context(browser: Browser, address: str, witness: Witness) -> Iterator[BrowserContext]:
    """Open the browser of somebody who was never here: nothing is in its cache."""
    with _watched(browser, address, witness) as opened:
        yield opened
    blameless(witness)


@pytest.fixture(scope="session")
def _returning(browser: Browser, address: str) -> Iterator[tuple[BrowserContext, Witness]]:
    """Open a browser that keeps the app's files from one test to the next."""
    witness = Witness()
    with _watched(browser, address, witness) as opened:
        yield opened, witness


@pytest.fixture
def page(_returning: tuple[BrowserContext, Witness]) -> Iterator[Page]:
    context, witness = _returning
    opened = context.new_page()
    yield opened
    opened.close()
    blameless(witness)


@pytest.fixture
def reader(page: Page) -> Reader:
    return Reader(page)


@pytest.fixture
def newcomer(context: BrowserContext) -> Reader:
    return Reader(context.new_page())


def blameless(witness: Witness) -> None:
    """Expect no foreign request and no complaint so far, whatever a test is about."""
    foreign, complaints = witness.foreign(), witness.complaints.copy()
    witness.requests.clear()
    witness.complaints.clear()
    assert foreign == []
    assert complaints == []


@contextmanager
def _watched(browser: Browser, address: str, witness: Witness) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=address, viewport=DESKTOP)
    context.set_default_timeout(PATIENCE_MS)
    witness.watch(context)
    yield context
    context.close()
