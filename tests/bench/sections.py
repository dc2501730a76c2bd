"""The sections of the report: each measures, prints its table, and returns what broke a budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Browser

from tests.bench import changes, loads, messages, plan, report
from tests.bench.changes import Change
from tests.bench.loads import Place
from tests.bench.visit import Visit, session, still, visit


@dataclass(frozen=True, kw_only=True)
class Bench:
    """The browser, the addresses of both servers, and the pages asked for, by name."""

    browser: Browser
    app: str
    bare: str
    pages: tuple[str, ...]

    def places(self) -> dict[str, Place]:
        """Return where each page is."""
        return {name: (self.app, plan.SAMPLES[name]) for name in self.pages}


def changes_of_filters(bench: Bench, runs: int) -> list[str]:
    """Choose regions on every page, and years on those with a slider, against the bare page."""
    faults: list[str] = []

    def rows() -> Iterator[list[str]]:
        for name, place in bench.places().items():
            for kind in ("region", "year", "slider") if name in plan.WITH_SLIDER else ("region",):
                label = f"{name}: {kind}"
                ours, theirs = _in_turn(bench, place, kind, runs)
                faults.extend(_too_heavy(label, ours))
                yield report.change_row(label, ours, theirs)

    report.table(f"A change, {runs} runs in turn", report.CHANGE_HEADINGS, rows())
    return faults


def heaviest_change(bench: Bench) -> list[str]:
    """Go through every filter on every page; say which change brings most over the websocket."""
    faults: list[str] = []

    def rows() -> Iterator[list[str]]:
        for name, place in bench.places().items():
            for opened in (False, True):
                costs = _cost_of_filters(bench, place, opened=opened)
                if not costs:
                    continue
                label = f"{name}, sections open" if opened else name
                faults.extend(_too_heavy(label, [c for found in costs.values() for c in found]))
                most = {key: _most(found) for key, found in costs.items()}
                worst = max(most, key=most.__getitem__)
                yield [label, worst, *(report.kilobytes(most[key]) for key in plan.FILTERS)]

    headings = ("page", "heaviest", *plan.FILTERS)
    report.table("Heaviest change of each filter, kB over the websocket", headings, rows())
    return faults


def cold_loads(bench: Bench, runs: int, *, slow: bool) -> list[str]:
    """Load every page with nothing cached, in rounds with the bare page."""
    places = {"bare": (bench.bare, plan.BARE)} | bench.places()
    found = loads.rounds(bench.browser, places, runs, slow=slow)
    title = f"Cold load, {runs} rounds"
    if slow:
        line = plan.LINE_BITS_PER_SECOND / 1e6
        title += f", processor {plan.CPU_SLOWDOWN}× slower, {line:g} Mbit/s"
    rows = [report.load_row(name, some, found["bare"]) for name, some in found.items()]
    report.table(title, report.LOAD_HEADINGS, rows)
    return []


def geometry(bench: Bench) -> list[str]:
    """Visit every page twice in one session and reload it; say what came of the outlines."""
    asked = loads.geometry(bench.browser, bench.places())
    title = "Geometry, every page in two tabs and reloaded, one session"
    report.table(title, report.GEOMETRY_HEADINGS, report.geometry_rows(asked))
    return loads.broken_rules(asked)


def weights(bench: Bench) -> list[str]:
    """Say what the websocket brings for a first load and for one region, heaviest first."""
    for name, place in bench.places().items():
        with session(bench.browser) as context:
            page = visit(context, *place)
            _weigh(f"{name}, first load", page)
            changes.choose(page, "region", 1)
            _weigh(f"{name}, one region", page)
    return []


def _in_turn(bench: Bench, place: Place, kind: str, runs: int) -> tuple[list[Change], list[Change]]:
    with session(bench.browser) as first, session(bench.browser) as second:
        app, bare = visit(first, *place), visit(second, bench.bare, plan.BARE)
        if kind == "slider":
            return changes.alternating_slides(app, bare, runs)
        return changes.alternating(app, bare, kind, runs)


def _cost_of_filters(bench: Bench, place: Place, *, opened: bool) -> dict[str, list[Change]]:
    """Return the costs by filter; none where sections are to be opened and the page has none."""
    with session(bench.browser) as context:
        page = visit(context, *place)
        if opened and not _open_all(page):
            return {}
        costs: dict[str, list[Change]] = {name: [] for name in plan.FILTERS}
        for name, found in costs.items():
            for option in changes.some_options(page, name):
                if opened:
                    _open_all(page)  # a change may have shut or replaced them
                found.append(changes.choose(page, name, option))
        return costs


def _open_all(visit: Visit) -> bool:
    """Open every folded section of the page that is shut; tell whether one was."""
    shut = visit.page.get_by_test_id("stMain").locator("details:not([open]) > summary")
    found = shut.count()
    for _ in range(found):
        shut.first.click()
        still(visit.page)
    return found > 0


def _most(found: list[Change]) -> int:
    return max(change.socket_bytes for change in found)


def _too_heavy(label: str, found: list[Change]) -> list[str]:
    most = _most(found)
    if most <= plan.MAX_SOCKET_BYTES:
        return []
    limit = report.kilobytes(plan.MAX_SOCKET_BYTES)
    return [f"{label}: {report.kilobytes(most)} kB over the websocket, {limit} allowed"]


def _weigh(title: str, opened: Visit) -> None:
    found = messages.by_kind(opened.traffic.received).most_common()
    rows = [(kind, str(size)) for kind, size in found]
    title = f"{title}: {opened.traffic.socket_bytes()} bytes"
    report.table(title, ("message", "bytes"), rows)
