"""A publication shows on a page that somebody has open, and changes no number of a meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, CDPSession, expect

from tests.desk.filled import fill
from tests.desk.people import STEWARD, one_more_award
from tests.e2e.forked import serve
from tests.e2e.reader import DESKTOP, Reader
from utils.desk.store import store
from utils.desk.store.connect import connect
from utils.words import Words

SECONDS_MS = 20_000  # two cores, shared
HALF = 150  # changes of slides before the publication, and after it
# By keys, a frame each; gives back what every slide said, each wording once.
CHANGE = """
async (stage, changes) => {
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const told = {};
  for (let n = 0; n < changes; n += 1) {
    const before = stage.getAttribute("aria-label");
    const press = key => document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key, code: key, bubbles: true, composed: true }));
    press("PageDown");
    if (stage.getAttribute("aria-label") === before) press("Home");
    await frame();
    const parts = [...stage.querySelectorAll(".message, .figure, footer")];
    (told[stage.getAttribute("aria-label")] ??= new Set()).add(
      parts.map(part => part.textContent).join("\\n"));
  }
  return Object.entries(told).map(([at, said]) => [at, [...said]]);
}
"""


@dataclass(frozen=True)
class Served:
    """A dashboard with a store that the test publishes to."""

    address: str
    url: str

    def counted(self) -> int:
        """Return how many provinces the newest release counts: 67, and one for each published."""
        engine = connect(self.url)
        number = store.newest(engine)
        engine.dispose()
        return 66 + number

    def publish(self, lao_id: str) -> None:
        """Publish a prize by which one more province counts."""
        engine = connect(self.url)
        one_more_award(engine, lao_id)
        engine.dispose()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    file: Path = tmp_path_factory.mktemp("published") / "esc.sqlite"
    url = f"sqlite:///{file}"
    fill(url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        with serve(store=file) as address:
            yield Served(address, url)


@pytest.fixture
def context(browser: Browser, served: Served) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=served.address, viewport=DESKTOP)
    yield opened
    opened.close()


def test_an_open_page_goes_over_to_a_new_release_and_a_pinned_one_does_not(
    context: BrowserContext, served: Served
) -> None:
    before = served.counted()
    followed, pinned = Reader(context.new_page()), Reader(context.new_page())
    followed.open("overview", "en")
    pinned.open("overview", "en", release="1")
    expect(followed.number).to_contain_text(str(before))
    served.publish("LAO-81-001")
    followed.page.bring_to_front()
    expect(followed.number).to_contain_text(str(before + 1), timeout=SECONDS_MS)
    expect(followed.page.get_by_text("New data have been published.")).to_be_visible()
    expect(pinned.number).to_contain_text("67")
    cite = Words("en")("release.cite")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.address)
    followed.page.get_by_role("button", name=cite).click()
    newest = before + 1 - 66
    link = f"{served.address}/?lang=en&release={newest}"
    expect(followed.page.get_by_text(link)).to_be_visible()
    taken = followed.page.evaluate("navigator.clipboard.readText()")
    assert taken.startswith(f"Data release no. {newest} (as of ")
    assert taken.endswith(f"&release={newest}")


def test_a_publication_changes_no_number_in_300_changes_of_slides(
    context: BrowserContext, served: Served
) -> None:
    counted = served.counted()
    page = context.new_page()
    page.goto("/present?lang=en&slide=1")
    stage = page.locator(".slides .stage")
    expect(stage.locator(".message")).to_contain_text(f"{counted} of 76")
    expect(stage.locator("footer")).to_contain_text(f"Data release no. {counted - 66} ")
    newer = stage.get_by_text(Words("en")("present.newer"))
    expect(newer).to_be_hidden()
    before = stage.evaluate(CHANGE, HALF)
    assert len(before) >= 7
    assert all(len(said) == 1 for _, said in before)
    memory = context.new_cdp_session(page)
    at_first = held(memory)
    served.publish("LAO-22-003")
    expect(newer).to_be_visible(timeout=SECONDS_MS)
    after = stage.evaluate(CHANGE, HALF)
    assert dict(after) == dict(before)
    expect(newer).to_be_visible()
    # Nothing behind the wall goes over either, and nothing can lie above it.
    expect(page.locator(".foot")).to_contain_text(f"Data release no. {counted - 66} ")
    assert stage.evaluate("stage => stage.matches(':popover-open')")
    bytes_held, nodes = held(memory)
    assert bytes_held < at_first[0] * 1.1
    assert nodes < at_first[1] * 1.1


def held(memory: CDPSession) -> tuple[int, int]:
    """Return the bytes of the page's JavaScript and its nodes, once the rubbish is out."""
    memory.send("HeapProfiler.collectGarbage")
    used = memory.send("Runtime.getHeapUsage")["usedSize"]
    return int(used), int(memory.send("Memory.getDOMCounters")["nodes"])
