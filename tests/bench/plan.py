"""What is measured, and what it is held against."""

from __future__ import annotations

from dataclasses import dataclass

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


EIGHT = "LAO-55-004,LAO-65-005,LAO-57-006,LAO-60-001,LAO-40-007,LAO-83-001,LAO-90-008,LAO-12-003"
INVENTED = "FIC-16-002,FIC-17-001,FIC-18-001,FIC-18-003,FIC-19-002,FIC-19-004,FIC-20-001,FIC-20-002"
BARE = Sample(path="", shown=("[data-testid=stMain] [data-testid=stMarkdown] p",))
PAGES = {
    "overview": Sample(path="", shown=("h1", ".brief .main .number strong")),
    "map": Sample(path="map", shown=("h1", ".outlines .province[fill]")),
    "points": Sample(path="map?view=points", shown=("h1", ".stDeckGlJsonChart canvas")),
    "staircase": Sample(path="staircase", shown=("h1", ".stairs .tracks svg")),
    "scores": Sample(path="scores", shown=("h1", ".scores .rows svg")),
    "heat": Sample(path="scores?part=heat&year=2567", shown=("h1", ".heat .box path[d]")),
    "lpa": Sample(path="scores?part=lpa&year=2567", shown=("h1", ".strips .rows svg")),
    "pilots": Sample(path="pilots", shown=("h1", ".cities article .lanes")),
    "eight": Sample(
        path=f"pilots?cities={EIGHT}", shown=("h1", ".cities article:nth-of-type(8) .lanes")
    ),
    "beside": Sample(
        path=f"pilots?year=2567&cities={INVENTED}", shown=("h1", ".beside details:nth-of-type(5)")
    ),
    "city": Sample(path="city?city=LAO-60-001", shown=("h1", ".cities article .lanes")),
    "province": Sample(path="province?province=TH-60", shown=("h1", ".facts .status")),
    "history": Sample(path="history", shown=("h1", ".releases article")),
    "methods": Sample(path="methods", shown=("h1",)),
}
WITH_SLIDER = ("map", "points")
FILTERS = ("year", "rule", "window", "region", "cluster", "office")
