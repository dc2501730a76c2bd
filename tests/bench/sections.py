"""The sections of the report: each measures, prints its table, and returns what broke a budget."""

from __future__ import annotations

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
        return {name: (self.app, plan.PAGES[name]) for name in self.pages}


def changes_of_filters(bench: Bench, runs: int) -> list[str]:
    """Choose regions on every page, and years on those with a slider, against the bare page."""
    rows, faults = [], []
    for name, place in bench.places().items():
        kinds = ["region", *(("year", "slider") if name in plan.WITH_SLIDER else ())]
        for kind in kinds:
            with session(bench.browser) as first, session(bench.browser) as second:
                app, bare = visit(first, *place), visit(second, bench.bare, plan.BARE)
                ours, theirs = _alternating(app, bare, kind, runs)
            rows.append(report.change_row(f"{name}: {kind}", ours, theirs))
            faults += _too_heavy(f"{name}: {kind}", ours)
    say(report.table(f"A change, {runs} runs in turn", report.CHANGE_HEADINGS, rows))
    return faults


def heaviest_change(bench: Bench) -> list[str]:
    """Go through every filter on every page; say which change brings most over the websocket."""
    rows, faults = [], []
    for name, place in bench.places().items():
        for opened in (False, True):
            with session(bench.browser) as context:
                page = visit(context, *place)
                if opened and not _open_all(page):
                    continue
                costs = {
                    filter_: list(changes.there_and_back(page, filter_)) for filter_ in plan.FILTERS
                }
            most = {key: max(c.socket_bytes for c in found) for key, found in costs.items()}
            label = f"{name}, sections open" if opened else name
            worst = max(most, key=most.__getitem__)
            rows.append([label, worst, *(report.kilobytes(most[key]) for key in plan.FILTERS)])
            for key, found in costs.items():
                faults += _too_heavy(f"{label}: {key}", found)
    headings = ("page", "heaviest", *plan.FILTERS)
    say(report.table("Heaviest change of each filter, kB over the websocket", headings, rows))
    return faults


def cold_loads(bench: Bench, runs: int, *, slow: bool) -> list[str]:
    """Load every page with nothing cached, in rounds with the bare page."""
    places = {"bare": (bench.bare, plan.BARE)} | bench.places()
    found = loads.rounds(bench.browser, places, runs, slow=slow)
    rows = [report.load_row(name, some, found["bare"]) for name, some in found.items()]
    title = f"Cold load, {runs} rounds"
    if slow:
        title += (
            f", processor {plan.CPU_SLOWDOWN}× slower, {plan.LINE_BITS_PER_SECOND / 1e6:g} Mbit/s"
        )
    say(report.table(title, report.LOAD_HEADINGS, rows))
    return []


def geometry(bench: Bench) -> list[str]:
    """Visit every page twice in one session and reload it; say what came of the outlines."""
    asked = loads.geometry(bench.browser, bench.places())
    title = "Geometry, every page in two tabs and reloaded, one session"
    say(report.table(title, report.GEOMETRY_HEADINGS, report.geometry_rows(asked)))
    return loads.broken_rules(asked)


def weights(bench: Bench) -> list[str]:
    """Say what the websocket brings for a first load and for one region, heaviest first."""
    for name, place in bench.places().items():
        with session(bench.browser) as context:
            page = visit(context, *place)
            _say_weights(f"{name}, first load", page)
            changes.choose(page, "region", 1)
            _say_weights(f"{name}, one region", page)
    return []


def say(text: str) -> None:
    """Print at once, also into a file."""
    print(text, flush=True)  # noqa: T201 a report is to be read


def _alternating(
    app: Visit, bare: Visit, kind: str, runs: int
) -> tuple[list[Change], list[Change]]:
    if kind == "slider":
        return changes.alternating_slides(app, bare, runs)
    return changes.alternating(app, bare, kind, runs)


def _too_heavy(label: str, found: list[Change]) -> list[str]:
    most = max(change.socket_bytes for change in found)
    if most <= plan.MAX_SOCKET_BYTES:
        return []
    limit = report.kilobytes(plan.MAX_SOCKET_BYTES)
    return [f"{label}: {report.kilobytes(most)} kB over the websocket, {limit} allowed"]


def _open_all(opened: Visit) -> int:
    """Open every folded section of the page; return how many there are."""
    folded = opened.page.get_by_test_id("stMain").get_by_test_id("stExpander").locator("summary")
    for at in range(folded.count()):
        folded.nth(at).click()
        still(opened.page)
    return folded.count()


def _say_weights(title: str, opened: Visit) -> None:
    found = messages.by_kind(opened.traffic.received).most_common()
    rows = [(kind, str(size)) for kind, size in found]
    total = opened.traffic.socket_bytes()
    say(report.table(f"{title}: {total} bytes", ("message", "bytes"), rows))
