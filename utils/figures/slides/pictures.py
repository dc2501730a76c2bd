"""The pictures of slides as plain data: browser, offline page, PDF and deck only draw them.

A description leaves nothing to decide: it holds what is shown, in which words, how long and where.
Positions are percentages of the picture's width and height, from its upper left corner. A picture
that is a native chart in an office suite has its numbers in `chart` as well.

The kinds "number", "bars" and "names" are described here, "map" in `country_map`, "line" in
`pace_line` and "resolutions" in `minutes`. `build` adds to each its `marks` and `alternative`, what
it says to readers who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Literal, TypedDict

import pandas as pd

Anchor = Literal["start", "middle", "end"]
Size = Literal["many", "some", "few"]
Row = tuple[str, float | None, float, str]
"""Of a bar: name, value, total and text; a number may be a missing value of pandas."""

_MANY: Final = 40  # more names than this are set smaller
_FEW: Final = 16  # fewer names than this are set larger
# Of a picture without bars, from the left and from the top.
_MARKS: Final = ((30, 13), (48, 49), (64, 85))


class Mark(TypedDict):
    """A note that the numbers are fictitious: its left edge is at `x`, its middle at `y`."""

    text: str
    x: float
    y: float


class Label(TypedDict):
    """A text over a picture; the middle of its line is at `y`.

    `anchor`: which end of the text is at `x`. `shift`: how far it is then moved right and down, in
    multiples of its own size. `strong`: whether it is set in bold.
    """

    text: str
    x: float
    y: float
    anchor: Anchor
    shift: list[float]
    strong: bool


class Chart(TypedDict):
    """The numbers of a picture, as an office suite charts them: series by name, None if unknown."""

    categories: list[str]
    series: dict[str, list[float | None]]


class Count(TypedDict):
    """How many provinces a rule counts: `of` how many, on which `basis`; `text` joins the two.

    `before`: "at least", where the true number may be higher.
    """

    before: str
    number: str
    known: bool
    of: str
    basis: str
    text: str


class Number(TypedDict):
    """The number of the chosen rule, large, beside those of the others; the chart has them all."""

    main: Count
    others: list[Count]
    chart: Chart


class Bar(TypedDict):
    """A bar: its name, the text at its end, its value (None if unknown) and its length.

    `length`, `frame`: of the bar, and of the whole that it is a part of, as percentages of the
    longest; no frame where it is not a part.
    """

    name: str
    text: str
    value: float | None
    total: int
    length: float
    frame: float | None


class Bars(TypedDict):
    """Bars from top to bottom; `nested`: whether each is n of N."""

    rows: list[Bar]
    nested: bool
    chart: Chart


class Names(TypedDict):
    """Names in groups, each with its `label`, its `names`, and the same names in one `line`."""

    groups: list[dict[str, Any]]
    size: Size


def count(figure: dict[str, Any]) -> Count:
    """Return a key figure of `utils.figures.coverage.key_figures` in the form of a slide."""
    basis = f"{figure['rule']} · {figure['window']}"
    text = " · ".join(part for part in (figure["of"], basis) if part)
    return Count(
        before=figure["before"],
        number=figure["number"],
        known=figure["known"],
        of=figure["of"],
        basis=basis,
        text=text,
    )


def number(main: Count, others: Sequence[Count], name: str) -> Number:
    """Return the main number beside the others; `name`: what all of them count."""
    shown = [main, *others]
    values = [int(one["number"]) if one["known"] else None for one in shown]
    named = [" · ".join(filter(None, (one["basis"], one["before"]))) for one in shown]
    chart = Chart(categories=named, series={name: [*values]})
    return Number(main=main, others=list(others), chart=chart)


def bars(rows: Iterable[Row], name: str, rest: str = "") -> Bars:
    """Return bars with their lengths.

    `name`: what they count. `rest`: the name of what is left of each total, where a bar is n of N.

    Examples
    --------
    >>> [row["length"] for row in bars([("a", 3, 4, "3/4"), ("b", 2, 8, "2/8")], "n")["rows"]]
    [37.5, 25.0]
    """
    known = [
        (of, None if pd.isna(n) else n, 0 if pd.isna(total) else int(total), text)
        for of, n, total, text in rows
    ]
    most = max((total for _, _, total, _ in known), default=0) or 1
    series = {name: [n for _, n, _, _ in known]}
    if rest:
        series[rest] = [None if n is None else total - n for _, n, total, _ in known]
    return Bars(
        rows=[
            Bar(
                name=of,
                text=text,
                value=n,
                total=total,
                length=round(100 * (n or 0) / most, 2),
                frame=round(100 * total / most, 2) if rest else None,
            )
            for of, n, total, text in known
        ],
        nested=bool(rest),
        chart=Chart(categories=[f"{of} · {text}" for of, _, _, text in known], series=series),
    )


def names(groups: Sequence[dict[str, Any]]) -> Names:
    """Return groups of names, in the largest size that fits."""
    total = sum(len(group["names"]) for group in groups)
    return Names(
        groups=[group | {"line": " · ".join(group["names"])} for group in groups],
        size="many" if total > _MANY else "few" if total < _FEW else "some",
    )


def marks(text: str, rows: int | None) -> list[Mark]:
    """Return marks that hide no number and no name; none for an empty text.

    `rows`: the number of bars, between which the marks stand, right of the names; None for a
    picture without bars.
    """
    places = _MARKS if rows is None else _between(rows)
    return [Mark(text=text, x=x, y=y) for x, y in (places if text else ())]


def _between(rows: int) -> list[tuple[float, float]]:
    gaps = (1, (rows + 1) // 2, rows - 1)
    return [(60 + 7 * at, round(100 * gap / rows, 2)) for at, gap in enumerate(gaps)]
