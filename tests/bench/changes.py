"""One choice by the reader, and what it costs until the last change on the page."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tests.bench.visit import Visit, still
from utils.screen.app.filters import FOLDED
from utils.words import Words

SAY = Words("th")
# The select box of years begins with those the record does not reach: less to draw, so left out.
FIRST = {"year": 8}
YEARS_TO_SLIDE = 12  # from the record's last year back, all inside the record


@dataclass(frozen=True, kw_only=True)
class Change:
    """What one choice cost.

    `ms`: from the reader's event to the last change. `answer_ms`: of that, from the request sent to
    the last message of the answer: the server's part, with what the browser made it wait.
    `batches`: groups of changes in the document. `charts`: of them, those inside a Plotly chart.
    `draws`: drawings on a canvas.
    """

    ms: float
    answer_ms: float
    socket_bytes: int
    batches: int
    charts: int
    draws: int


def choose(visit: Visit, name: str, place: int) -> Change:
    """Choose the option at a place (from 0, counted round) in a select box of the sidebar.

    `name`: of the filter. The clock starts when the button of the mouse goes up on the option.
    """
    option = _opened(visit.page, name, place)
    _arm(visit, "pointerup")
    option.click()
    return _cost(visit)


def slide(visit: Visit, *, key: str) -> Change:
    """Move the year slider by one key; the clock starts when the key goes down."""
    thumb = visit.page.get_by_test_id("stSlider").locator("input")
    thumb.focus()
    still(visit.page)
    _arm(visit, "keydown")
    thumb.press(key)
    return _cost(visit)


def some_options(visit: Visit, name: str) -> list[int]:
    """Return places of a filter's options to try, from its start to its end, the present one last.

    Coming back to the present one is then a change too, and often the heaviest.
    """
    box = _box(visit.page, name)
    box.click()
    options = visit.page.get_by_role("option")
    options.first.wait_for()
    chosen: int = options.evaluate_all(
        "all => all.findIndex(one => one.getAttribute('aria-selected') === 'true')"
    )
    last = options.count() - 1
    box.press("Escape")
    still(visit.page)
    return [*sorted({0, FIRST.get(name, 1), last // 2, last} - {chosen}), chosen]


def _box(page: Page, name: str) -> Locator:
    sidebar = page.get_by_test_id("stSidebar")
    box = sidebar.get_by_role("combobox", name=SAY(f"filter.{name}"), exact=True)
    if name in FOLDED and not box.count():
        sidebar.get_by_text(SAY("filter.more"), exact=True).click()
        box.wait_for()
        still(page)
    return box


def _opened(page: Page, name: str, place: int) -> Locator:
    page.bring_to_front()
    _box(page, name).click()
    options = page.get_by_role("option")
    options.first.wait_for()
    option = options.nth(place % options.count())
    still(page)
    return option


def _arm(visit: Visit, event: str) -> None:
    visit.traffic.forget()
    visit.page.evaluate("event => bench.arm(event)", event)


def _cost(visit: Visit) -> Change:
    still(visit.page, answered=True)
    found = visit.page.evaluate("({...bench, still: null, arm: null})")
    return Change(
        ms=found["changed"] - found["started"],
        answer_ms=visit.traffic.answer_ms(),
        socket_bytes=visit.traffic.socket_bytes(),
        batches=found["batches"],
        charts=found["charts"],
        draws=found["draws"],
    )


def alternating(app: Visit, bare: Visit, name: str, runs: int) -> tuple[list[Change], list[Change]]:
    """Choose in the dashboard and on the bare page in turn; return the costs of both.

    Every run chooses another option, after one to warm up, so that most are new to the server. The
    bare page has one filter, the region: it stands for every other.
    """
    first = FIRST.get(name, 1)
    ours, theirs = [], []
    for place in (-1, *range(first, first + runs)):
        ours.append(choose(app, name, place))
        theirs.append(choose(bare, "region", place))
    return ours[1:], theirs[1:]


def alternating_slides(app: Visit, bare: Visit, runs: int) -> tuple[list[Change], list[Change]]:
    """Move the slider in the dashboard and choose on the bare page in turn."""
    ours, theirs = [], []
    for run in range(runs + 1):
        key = "ArrowLeft" if run // YEARS_TO_SLIDE % 2 == 0 else "ArrowRight"
        ours.append(slide(app, key=key))
        theirs.append(choose(bare, "region", run + 1))
    return ours[1:], theirs[1:]
