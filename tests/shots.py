"""Screenshots of every page, in both languages and three sizes, into shots/: `make shots`."""

from __future__ import annotations

import os
from collections.abc import Iterable

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.plan import Sample, opened
from tests.bench.visit import settle, visit
from tests.serving import ROOT, chromium, serve
from utils.screen.app.page import Page as PageRecord
from utils.screen.pages import PAGES
from utils.words import LANGS

SHOTS = ROOT / "shots"
SIZES = ((1366, 768), (1920, 1080), (360, 740))
# Opens the pages that only some installations offer: the desk.
OFFERED = {"ESC_DESK": "local", "ESC_STEWARDS": "Steward"}

# The whole height of the box that the page scrolls in.
HEIGHT = """
() => {
  let box = document.querySelector("h1");
  while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
  return (box ?? document.documentElement).scrollHeight;
}
"""


def main() -> None:
    """Start the dashboard, visit every page, and write the pictures."""
    SHOTS.mkdir(exist_ok=True)
    everywhere = [page for page in PAGES.values() if isinstance(page.in_menu, bool)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        _serve_and_take(browser, everywhere)
        os.environ |= OFFERED
        _serve_and_take(browser, [page for page in PAGES.values() if page not in everywhere])
        browser.close()


def _serve_and_take(browser: Browser, pages: Iterable[PageRecord]) -> None:
    with serve() as address:
        for size in SIZES:
            _take_all(browser, address, pages, size)


def _take_all(
    browser: Browser, address: str, pages: Iterable[PageRecord], size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height})
    for page in pages:
        sample = opened(page)
        joint = "&" if "?" in sample.path else "?"
        for lang in LANGS:
            # Still, as the speed is measured: components are drawn in roots of their own.
            shown = visit(
                context,
                address,
                Sample(path=f"{sample.path}{joint}lang={lang}", shown=sample.shown),
            )
            shown.page.evaluate("document.fonts.ready")
            for kind, whole in (("first", False), ("whole", True)):
                if whole:
                    _stretch(shown.page, width)
                    settle(shown)
                shown.page.screenshot(
                    path=SHOTS / f"{page.name}-{lang}-{width}x{height}-{kind}.png"
                )
            shown.page.close()
        print(f"{page.name} {width}x{height}")  # noqa: T201 says how far it is
    context.close()


def _stretch(page: Page, width: int) -> None:
    """Make the window as tall as the page, which scrolls inside a box of its own."""
    tall = page.evaluate(HEIGHT)
    page.set_viewport_size({"width": width, "height": int(tall) + 80})


if __name__ == "__main__":
    main()
