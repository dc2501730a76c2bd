"""The pictures of slides, described once: browser, offline page, print and deck only draw them.

A description is plain data with every decision made: what is shown, in which words, how long and
where. Places are per cent of the picture's width and height, from its upper left corner; words
may be moved on from there in parts of their own size. What is a chart in an office suite has its
numbers as `chart` too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal, TypedDict

import pandas as pd

Anchor = Literal["start", "middle", "end"]
Size = Literal["many", "some", "few"]

_MANY: Final = 40  # names of a slide, above which they are set smaller
_FEW: Final = 16  # names of a slide, below which they are set larger
# Where a slide without bars bears its marks: from the left, and from above.
_MARKS: Final = ((30, 13), (48, 49), (64, 85))


class Mark(TypedDict):
    """Words that say that a picture is invented, from their left edge, about their middle."""

    text: str
    x: float
    y: float


class Label(TypedDict):
    """Words at a place of a picture: `anchor` tells which end of them, `shift` how far beside it.

    `shift`: right and down, in parts of their size.
    """

    text: str
    x: float
    y: float
    anchor: Anchor
    shift: list[float]


class Series(TypedDict):
    """A row of numbers with its name; None where nothing is known."""

    name: str
    values: list[float | None]


class Chart(TypedDict):
    """The numbers of a picture as an office suite draws them."""

    categories: list[str]
    series: list[Series]


class Count(TypedDict):
    """How many a rule counts: `of` how many, on what `basis`; `text` is both of these."""

    number: str
    known: bool
    of: str
    basis: str
    text: str


class Number(TypedDict):
    """A large number, and those of the other rules; all of them are the chart."""

    main: Count
    others: list[Count]
    chart: Chart


class Bar(TypedDict):
    """A bar: its name, what stands at its end, and its number; None where nothing is known."""

    name: str
    text: str
    value: float | None
    total: int


class DrawnBar(Bar):
    """A bar with its length in per cent of the longest, and that of what it is a part of.

    `frame`: None where a bar is no part.
    """

    length: float
    frame: float | None


class Bars(TypedDict):
    """Bars from above; `nested`: whether each is n of N."""

    rows: list[DrawnBar]
    nested: bool
    chart: Chart


class Names(TypedDict):
    """Names in groups: each with a `label`, its `names`, and these in one `line`."""

    groups: list[dict[str, Any]]
    size: Size


def count(figure: dict[str, Any]) -> Count:
    """Return a number of `utils.figures.coverage.key_figures.figure` as a slide shows it."""
    basis = f"{figure['rule']} · {figure['window']}"
    text = " · ".join(part for part in (figure["of"], basis) if part)
    return Count(
        number=figure["number"], known=figure["known"], of=figure["of"], basis=basis, text=text
    )


def number(main: Count, others: Sequence[Count], name: str) -> Number:
    """Return a large number beside others; `name`: what all of them count."""
    shown = [main, *others]
    values: list[float | None] = [int(one["number"]) if one["known"] else None for one in shown]
    chart = Chart(
        categories=[one["basis"] for one in shown], series=[Series(name=name, values=values)]
    )
    return Number(main=main, others=list(others), chart=chart)


def bar(name: str, value: float | None, total: float, text: str) -> Bar:
    """Return a bar for `bars`; `value` and `total`: numbers, or a missing value of pandas."""
    known = None if value is None or pd.isna(value) else float(value)
    if known is not None and known.is_integer():
        known = int(known)
    return Bar(name=name, text=text, value=known, total=0 if pd.isna(total) else int(total))


def bars(rows: Sequence[Bar], name: str, rest: str = "") -> Bars:
    """Return bars with their lengths.

    `name`: what they count. `rest`: what the rest of each total is called, where a bar is n of N.
    """
    most = max((row["total"] for row in rows), default=0) or 1
    drawn = [
        DrawnBar(
            **row,
            length=round(100 * (row["value"] or 0) / most, 2),
            frame=round(100 * row["total"] / most, 2) if rest else None,
        )
        for row in rows
    ]
    series = [Series(name=name, values=[row["value"] for row in rows])]
    if rest:
        left = [None if row["value"] is None else row["total"] - row["value"] for row in rows]
        series.append(Series(name=rest, values=left))
    categories = [f"{row['name']} · {row['text']}" for row in rows]
    return Bars(rows=drawn, nested=bool(rest), chart=Chart(categories=categories, series=series))


def names(groups: Sequence[dict[str, Any]]) -> Names:
    """Return groups of names, in the size that finds room."""
    total = sum(len(group["names"]) for group in groups)
    return Names(
        groups=[group | {"line": " · ".join(group["names"])} for group in groups],
        size="many" if total > _MANY else "few" if total < _FEW else "some",
    )


def marks(text: str, rows: int | None) -> list[Mark]:
    """Return words where they hide nothing that a picture says; none for an empty text.

    `rows`: how many bars there are, which the words stand between, right of the names; None for
    another picture.
    """
    places = _MARKS if rows is None else _between(rows)
    return [Mark(text=text, x=x, y=y) for x, y in (places if text else ())]


def _between(rows: int) -> list[tuple[float, float]]:
    gaps = (1, (rows + 1) // 2, rows - 1)
    return [(60 + 7 * at, round(100 * gap / rows, 2)) for at, gap in enumerate(gaps)]
