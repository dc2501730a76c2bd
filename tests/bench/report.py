"""Figures as Markdown tables, each beside what it is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tests.bench import plan
from tests.bench.changes import Change
from tests.bench.loads import Load
from tests.bench.traffic import Fetched


@dataclass(frozen=True, kw_only=True)
class Spread:
    """Median and quartiles."""

    low: float
    middle: float
    high: float

    def said(self, unit: Callable[[float], str]) -> str:
        """Return "middle (low to high)"."""
        return f"{unit(self.middle)} ({unit(self.low)}–{unit(self.high)})"


def spread(values: Iterable[float]) -> Spread:
    """Return the spread of some values, one at least."""
    found = list(values)
    if len(found) == 1:
        return Spread(low=found[0], middle=found[0], high=found[0])
    low, _, high = quantiles(found, n=4, method="inclusive")
    return Spread(low=low, middle=median(found), high=high)


def say(text: str) -> None:
    """Print at once, also into a file."""
    print(text, flush=True)  # noqa: T201 a report is to be read


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table under a heading, each row as soon as it is measured."""
    say(f"\n## {title}\n")
    say(_line(headings))
    say(_line(["---", *["---:"] * (len(headings) - 1)]))
    for row in rows:
        say(_line(row))


CHANGE_HEADINGS = (
    "change",
    "app ms",
    "bare ms",
    "ratio",
    f"≤ {plan.MAX_RATIO:g}",
    "ms above",
    f"≤ {plan.MAX_ABOVE_BARE_MS:g}",
    "answer ms",
    "bare answer",
    "socket kB, most",
    f"≤ {plan.MAX_SOCKET_BYTES / 1000:g}",
    "changes",
    "in charts",
    "canvas",
)


def change_row(name: str, ours: list[Change], theirs: list[Change]) -> list[str]:
    """Return a row under CHANGE_HEADINGS: medians, with quartiles in brackets.

    The ratio is that of the medians; its quartiles are those of the pairs, each app run against
    the bare run that followed it.
    """
    app, bare = spread(c.ms for c in ours), spread(c.ms for c in theirs)
    pairs = spread(a.ms / b.ms for a, b in zip(ours, theirs, strict=True))
    ratio, above = app.middle / bare.middle, app.middle - bare.middle
    heaviest = max(change.socket_bytes for change in ours)
    return [
        name,
        app.said(_whole),
        bare.said(_whole),
        f"{ratio:.1f} ({pairs.low:.1f}–{pairs.high:.1f})",
        _met(ratio <= plan.MAX_RATIO),
        _whole(above),
        _met(above <= plan.MAX_ABOVE_BARE_MS),
        _whole(median(c.answer_ms for c in ours)),
        _whole(median(c.answer_ms for c in theirs)),
        kilobytes(heaviest),
        _met(heaviest <= plan.MAX_SOCKET_BYTES),
        _whole(median(c.batches for c in ours)),
        _whole(median(c.charts for c in ours)),
        _whole(median(c.draws for c in ours)),
    ]


LOAD_HEADINGS = (
    "page",
    "headline s",
    "ratio",
    "last change s",
    "ratio",
    "files kB",
    "socket kB",
)


def load_row(name: str, loads: list[Load], bare: list[Load]) -> list[str]:
    """Return a row under LOAD_HEADINGS: medians, with quartiles in brackets."""
    shown, still = spread(x.shown_ms for x in loads), spread(x.still_ms for x in loads)
    return [
        name,
        shown.said(_seconds),
        f"{shown.middle / median(x.shown_ms for x in bare):.1f}",
        still.said(_seconds),
        f"{still.middle / median(x.still_ms for x in bare):.1f}",
        kilobytes(median(x.file_bytes for x in loads)),
        kilobytes(median(x.socket_bytes for x in loads)),
    ]


GEOMETRY_HEADINGS = ("outlines", "asked", "fetched", "kB", "encoding", "cache-control")


def geometry_rows(asked: list[Fetched]) -> list[list[str]]:
    """Return the rows under GEOMETRY_HEADINGS, one an address."""
    rows = []
    for address in sorted({file.address for file in asked}):
        files = [file for file in asked if file.address == address]
        fetched = [file for file in files if not file.cached]
        rows.append(
            [
                address.rpartition("/")[2],
                str(len(files)),
                str(len(fetched)),
                kilobytes(sum(file.transferred for file in fetched)),
                ", ".join(sorted({file.encoding for file in fetched})),
                ", ".join(sorted({file.cache_control for file in fetched})),
            ]
        )
    return rows


def kilobytes(number: float) -> str:
    """Return bytes as thousands of them."""
    return f"{number / 1000:.1f}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _met(met: bool) -> str:  # noqa: FBT001 the answer itself is what is said
    return "met" if met else "**not met**"


def _whole(number: float) -> str:
    return f"{number:.0f}"


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f}"
