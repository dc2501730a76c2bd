"""Cold loads: every one in a session with nothing cached; and what stays cached after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.bench.plan import Sample
from tests.bench.traffic import Fetched
from tests.bench.visit import session, settle, visit

GEOMETRY = "/outlines/"
COMPRESSED = {"gzip", "br", "zstd"}
Place = tuple[str, Sample]


@dataclass(frozen=True, kw_only=True)
class Load:
    """What one cold load cost, in ms since the browser set out.

    `shown_ms`: until title and headline are in the document. `still_ms`: until the last change.
    """

    shown_ms: float
    still_ms: float
    file_bytes: int
    socket_bytes: int


def load(browser: Browser, place: Place, *, slow: bool) -> Load:
    """Load a page in a new session.

    `place`: address of the server, and the page.
    """
    with session(browser) as context:
        opened = visit(context, *place, slow=slow)
        shown, changed = opened.page.evaluate("[bench.shown, bench.changed]")
        return Load(
            shown_ms=shown,
            still_ms=changed,
            file_bytes=opened.traffic.file_bytes(),
            socket_bytes=opened.traffic.socket_bytes(),
        )


def rounds(
    browser: Browser, places: Mapping[str, Place], runs: int, *, slow: bool
) -> dict[str, list[Load]]:
    """Load every page once a round, one after the other: they share the machine's moods."""
    loads: dict[str, list[Load]] = {name: [] for name in places}
    for _ in range(runs):
        for name, place in places.items():
            loads[name].append(load(browser, place, slow=slow))
    return loads


def geometry(browser: Browser, places: Mapping[str, Place]) -> list[Fetched]:
    """Return every request for outlines in one session: each page in two tabs, and reloaded."""
    asked: list[Fetched] = []
    with session(browser) as context:
        for place in places.values():
            for _ in range(2):
                opened = visit(context, *place)
                opened.page.reload(wait_until="commit")
                opened.page.wait_for_function("window.bench?.shown")
                settle(opened)
                asked += opened.traffic.files.values()
                opened.page.close()
    return [file for file in asked if GEOMETRY in file.address]


def broken_rules(asked: list[Fetched]) -> list[str]:
    """Return what is wrong with the geometry: fetched twice, not compressed, not immutable."""
    faults = []
    over_the_line = [file for file in asked if not file.cached]
    for address in sorted({file.address for file in asked}):
        fetched = [file for file in over_the_line if file.address == address]
        if len(fetched) != 1:
            faults.append(f"{address} was fetched {len(fetched)} times by one browser")
        for file in fetched:
            if file.encoding not in COMPRESSED:
                faults.append(f"{address} is not compressed")
            if "immutable" not in file.cache_control:
                faults.append(f"{address} is not immutable: {file.cache_control!r}")
    return faults
