"""Screenshots of every page, in both languages and three sizes, into shots/: `make shots`."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench import plan
from tests.bench.plan import Sample
from tests.bench.visit import settle, visit
from tests.serving import ROOT, chromium, serve
from utils.screen.frame import HIDDEN, PAGES
from utils.words import LANGS

SHOTS = ROOT / "shots"
SIZES = ((1366, 768), (1920, 1080), (360, 740))

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
    context = browser.new_context(viewport={"width": width, "height": height})
    for name in (*PAGES, *HIDDEN):
        for lang in LANGS:
            wanted = plan.PAGES[name]
            joint = "&" if "?" in wanted.path else "?"
            # Still, as the speed is measured: components are drawn in roots of their own.
            opened = visit(
                context,
                address,
                Sample(path=f"{wanted.path}{joint}lang={lang}", shown=wanted.shown),
            )
            opened.page.evaluate("document.fonts.ready")
            for kind, whole in (("first", False), ("whole", True)):
                if whole:
                    _stretch(opened.page, width)
                    settle(opened)
                opened.page.screenshot(path=SHOTS / f"{name}-{lang}-{width}x{height}-{kind}.png")
            opened.page.close()
        print(f"{name} {width}x{height}")  # noqa: T201 says how far it is
    context.close()


def _stretch(page: Page, width: int) -> None:
    """Make the window as tall as the page, which scrolls inside a box of its own."""
    tall = page.evaluate(HEIGHT)
    page.set_viewport_size({"width": width, "height": int(tall) + 80})


if __name__ == "__main__":
    main()
