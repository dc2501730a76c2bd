"""Screenshots of every page, in both languages and three sizes, into shots/: `make shots`."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, sync_playwright

from tests.serving import ROOT, chromium, serve
from utils.screen.frame import PAGES
from utils.words import LANGS

SHOTS = ROOT / "shots"
SIZES = ((1366, 768), (1920, 1080), (360, 740))
STILL_MS = 700  # no change on the page for so long: it is drawn
LIMIT_MS = 30_000

# Resolves once nothing in the page has changed for a while.
WHEN_STILL = """
still => new Promise(resolve => {
  let timer = setTimeout(resolve, still);
  const again = () => { clearTimeout(timer); timer = setTimeout(resolve, still); };
  new MutationObserver(again).observe(document, {
    subtree: true, childList: true, attributes: true, characterData: true,
  });
})
"""

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
    with serve() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        for size in SIZES:
            _take_all(browser, address, size)
        browser.close()


def _take_all(browser: Browser, address: str, size: tuple[int, int]) -> None:
    width, height = size
    page = browser.new_page(viewport={"width": width, "height": height})
    for name in PAGES:
        for lang in LANGS:
            # The first page is the way in: it has no name in its address.
            _open(page, f"{address}/{name if name != PAGES[0] else ''}?lang={lang}")
            for kind, whole in (("first", False), ("whole", True)):
                path = SHOTS / f"{name}-{lang}-{width}x{height}-{kind}.png"
                if whole:
                    _stretch(page, width)
                page.screenshot(path=path)
            page.set_viewport_size({"width": width, "height": height})
        print(f"{name} {width}x{height}")  # noqa: T201 says how far it is
    page.close()


def _open(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("heading", level=1).wait_for(timeout=LIMIT_MS)
    page.evaluate("document.fonts.ready")
    page.evaluate(WHEN_STILL, STILL_MS)


def _stretch(page: Page, width: int) -> None:
    """Make the window as tall as the page, which scrolls inside a box of its own."""
    tall = page.evaluate(HEIGHT)
    page.set_viewport_size({"width": width, "height": int(tall) + 80})
    page.evaluate(WHEN_STILL, STILL_MS)


if __name__ == "__main__":
    main()
