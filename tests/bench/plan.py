"""What is measured, and what it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from utils.screen.app.page import Page
from utils.screen.pages import PAGES

RUNS = 11
SLOW_RUNS = 5

MAX_RATIO = 3.0
MAX_ABOVE_BARE_MS = 250.0
MAX_SOCKET_BYTES = 60_000

# A weak phone or an old office machine, on a poor line.
CPU_SLOWDOWN = 6
LINE_BITS_PER_SECOND = 2_000_000
LINE_LATENCY_MS = 50

# No change, no message and no running script for so long: the page is still.
QUIET_MS = 400
LIMIT_MS = 120_000


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One page: its path, and the selectors of what must be there before it counts as shown."""

    path: str
    shown: tuple[str, ...]


def opened(page: Page) -> Sample:
    """Return a page as its example opens it, shown once its title and its main figure are there."""
    query = f"?{urlencode(page.example, safe=',')}" if page.example else ""
    return Sample(path=f"{page.path}{query}", shown=("h1", page.drawn[0]))


EIGHT = "LAO-55-004,LAO-65-005,LAO-57-006,LAO-60-001,LAO-40-007,LAO-83-001,LAO-90-008,LAO-12-003"
INVENTED = "FIC-16-002,FIC-17-001,FIC-18-001,FIC-18-003,FIC-19-002,FIC-19-004,FIC-20-001,FIC-20-002"
BARE = Sample(path="", shown=("[data-testid=stMain] [data-testid=stMarkdown] p",))
# Every page, and the heavier states of some.
SAMPLES = {name: opened(page) for name, page in PAGES.items()} | {
    "points": Sample(path="map?view=points", shown=("h1", ".stDeckGlJsonChart canvas")),
    "heat": Sample(path="scores?part=heat&year=2567", shown=("h1", ".heat .box path[d]")),
    "lpa": Sample(path="scores?part=lpa&year=2567", shown=("h1", ".strips .rows svg")),
    "eight": Sample(
        path=f"pilots?cities={EIGHT}", shown=("h1", ".cities article:nth-of-type(8) .lanes")
    ),
    "beside": Sample(
        path=f"pilots?year=2567&cities={INVENTED}", shown=("h1", ".beside details:nth-of-type(5)")
    ),
}
WITH_SLIDER = ("map", "points")
FILTERS = ("year", "rule", "window", "region", "cluster", "office")
