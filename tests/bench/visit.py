"""A fresh browser session on one page, watched from its first moment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.bench import plan
from tests.bench.plan import Sample
from tests.bench.traffic import Traffic
from tests.serving import chromium

WATCH = (Path(__file__).parent / "watch.js").read_text("utf-8")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WINDOW_WIDTH, WINDOW_HEIGHT = 1366, 768
BYTES_PER_SECOND = plan.LINE_BITS_PER_SECOND / 8


@dataclass(frozen=True, kw_only=True)
class Visit:
    """A page and what it received."""

    page: Page
    traffic: Traffic


@contextmanager
def browsing() -> Iterator[Browser]:
    """Yield a Chromium without a window; it draws WebGL in software."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def session(browser: Browser) -> Iterator[BrowserContext]:
    """Yield a reader's session with nothing cached yet."""
    context = browser.new_context(viewport={"width": WINDOW_WIDTH, "height": WINDOW_HEIGHT})
    context.set_default_timeout(plan.LIMIT_MS)
    try:
        yield context
    finally:
        context.close()


def visit(context: BrowserContext, address: str, sample: Sample, *, slow: bool = False) -> Visit:
    """Open a page in a new tab and wait until it is shown and still.

    `address`: of the server, without a slash. `slow`: with the slow processor and line of `plan`.

    Raises
    ------
    TimeoutError
        If it is not still in time.
    """
    page = context.new_page()
    cdp = context.new_cdp_session(page)
    traffic = Traffic(cdp)
    if slow:
        cdp.send("Emulation.setCPUThrottlingRate", {"rate": plan.CPU_SLOWDOWN})
        line = {"downloadThroughput": BYTES_PER_SECOND, "uploadThroughput": BYTES_PER_SECOND}
        latency = {"offline": False, "latency": plan.LINE_LATENCY_MS}
        cdp.send("Network.emulateNetworkConditions", line | latency)
    page.add_init_script(f"window.benchWanted = {json.dumps(sample.shown)};\n{WATCH}")
    page.goto(f"{address}/{sample.path}", wait_until="commit")
    page.wait_for_function("window.bench?.shown")
    opened = Visit(page=page, traffic=traffic)
    settle(opened)
    return opened


def settle(opened: Visit) -> None:
    """Wait until the page is still and no file is on its way.

    Raises
    ------
    TimeoutError
        If it is not still in time.
    """
    still(opened.page)
    while opened.traffic.waiting():
        still(opened.page)


def still(page: Page, *, answered: bool = False) -> None:
    """Wait until nothing has changed for a while; `answered`: and the server has answered.

    Raises
    ------
    TimeoutError
        If it does not happen in time.
    """
    wanted = [plan.QUIET_MS, plan.LIMIT_MS, answered]
    if not page.evaluate("values => bench.still(...values)", wanted):
        raise TimeoutError(f"{page.url} was not still after {plan.LIMIT_MS / 1000:.0f} s")
