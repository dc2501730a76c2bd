"""The picture of the pace: what was counted by year, the straight reference and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

import pandas as pd

from utils.figures.coverage.pace import PaceLines
from utils.figures.slides.pictures import Anchor, Chart, Label
from utils.words import Words

Values = Sequence[float | None]

_WIDTH, _HEIGHT = 1000, 420
_EM: Final = 17  # the size of the texts, roughly, on a large screen and in print
_LEFT, _RIGHT = 31, 923  # ends of the lines; the last number stands right of them
_BOTTOM: Final = _HEIGHT - 2 * _EM  # below it stand the years
_TOP: Final = _EM / 2
_ROOM: Final = 1.15  # above the target, for its name
_YEARS_BETWEEN_TICKS: Final = 4
_BOX: Final = 30  # width of the room between the bounds of a year


class LineLabel(Label):
    """A text of the picture: of which `series` of the chart, and of which `point` of that.

    A year on the axis belongs to no series, the name of a line to no single point.
    """

    series: int | None
    point: int | None


class Lines(TypedDict):
    """The lines in a box of `size` units.

    `paths`: an SVG path in these units for each series of the chart, the first on top of the
    others; the last, where there is a fourth, is the room between the bounds. `base`: the path of
    the axis, at zero.
    """

    size: list[int]
    base: str
    paths: list[str]
    labels: list[LineLabel]
    chart: Chart


@dataclass(frozen=True, kw_only=True)
class _Plane:
    """Turns years, by their place in the list, and numbers into units of the box."""

    years: list[int]
    highest: float

    def x(self, at: int) -> float:
        share = at / max(len(self.years) - 1, 1)
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)

    def y(self, n: float) -> float:
        return round(_BOTTOM - n / max(self.highest, 1) * (_BOTTOM - _TOP), 1)

    def across(self, n: float) -> str:
        return f"M{_LEFT} {self.y(n)}H{_RIGHT}"

    def path(self, values: Values, *, stepped: bool) -> str:
        """Return a line over the years, broken where nothing is known.

        `stepped`: what was counted holds until the next year: the line goes across, then up.
        """
        parts: list[str] = []
        for at, n in enumerate(values):
            if n is not None:
                x, y = self.x(at), self.y(n)
                onward = f"H{x}V{y}" if stepped else f"L{x} {y}"
                parts.append(onward if at and values[at - 1] is not None else f"M{x} {y}")
        return "".join(parts)

    def room(self, least: Values, most: Values) -> str:
        """Return the boxes between two lines, left of each year of `most`."""
        boxes: list[str] = []
        for at, n in enumerate(most):
            low = least[at]
            if n is not None and low is not None:
                left, right = round(self.x(at) - _BOX, 1), self.x(at)
                boxes.append(f"M{left} {self.y(low)}H{right}V{self.y(n)}H{left}Z")
        return "".join(boxes)


def _pairs(lines: PaceLines) -> Iterator[tuple[float | None, float | None]]:
    """Yield the most and the least of every year, None where nothing is known."""
    for most, least in zip(lines.at_most, lines.actual, strict=True):
        yield (None, None) if pd.isna(least) else (int(most), int(least))


def pace_line(lines: PaceLines, words: Words) -> Lines:
    """Return the picture of what was counted, the reference and the target.

    Where some provinces are not known there is a fourth series, of the most that may be counted.
    """
    years = [int(year) for year in lines.actual.index]
    actual = [None if pd.isna(n) else int(n) for n in lines.actual]
    reference = [None if pd.isna(n) else round(float(n), 1) for n in lines.reference.reindex(years)]
    target = lines.provinces
    plane = _Plane(years=years, highest=target * _ROOM)
    names = [words("pace.actual"), words("pace.reference"), words("pace.target", n=target)]
    deadline = words("pace.deadline", year=lines.deadline_year_be)
    top, end = plane.y(target), years.index(lines.deadline_year_be)
    values: list[Values] = [actual, reference, [target] * len(years)]
    paths = [
        plane.path(actual, stepped=True),
        plane.path(reference, stepped=False),
        plane.across(target),
    ]
    most = [None if n == at_least else n for n, at_least in _pairs(lines)]
    if any(n is not None for n in most):
        names.append(words("pace.at_most"))
        values.append(most)
        paths.append(plane.room(actual, most))
    return Lines(
        size=[_WIDTH, _HEIGHT],
        base=plane.across(0),
        paths=paths,
        labels=[
            *_ticks(plane),
            _label(names[2], (_LEFT, top), (0, -0.65), of=(2, None)),
            _label(deadline, (plane.x(end), top), (0, -0.65), "end", (2, end)),
            *_of_reference(names[1], reference, actual, plane),
            *_of_actual(names[0], actual, plane),
        ],
        chart=Chart(
            categories=[str(year) for year in years],
            series=dict(zip(names, map(list, values), strict=True)),
        ),
    )


def _label(
    text: str,
    place: tuple[float, float],
    shift: tuple[float, float],
    anchor: Anchor = "start",
    of: tuple[int | None, int | None] = (None, None),
) -> LineLabel:
    return {
        "text": text,
        "x": round(100 * place[0] / _WIDTH, 2),
        "y": round(100 * place[1] / _HEIGHT, 2),
        "anchor": anchor,
        "shift": list(shift),
        "strong": of[0] == 0,
        "series": of[0],
        "point": of[1],
    }


def _ticks(plane: _Plane) -> Iterator[LineLabel]:
    """Yield every fourth year, the last among them."""
    last = len(plane.years) - 1
    for at in range(last % _YEARS_BETWEEN_TICKS, last + 1, _YEARS_BETWEEN_TICKS):
        yield _label(str(plane.years[at]), (plane.x(at), _HEIGHT), (0, -0.82), "middle")


def _of_reference(
    name: str, reference: Values, actual: Values, plane: _Plane
) -> Iterator[LineLabel]:
    """Yield the name beside the middle of its line, or lower where the counted line is."""
    known = [n for n in reference if n is not None]
    if known:
        middle, down = plane.y((known[0] + known[-1]) / 2), 0.68
        last = max((at for at, n in enumerate(actual) if n is not None), default=-1)
        latest = [plane.y(n) for n in actual[max(last - 1, 0) : last + 1] if n is not None]
        if latest and min(latest) - _EM <= middle + _EM <= max(latest) + 1.5 * _EM:
            middle, down = plane.y(known[0]), 1.68
        yield _label(name, (_WIDTH, middle), (0, down), "end", (1, None))


def _of_actual(name: str, actual: Values, plane: _Plane) -> Iterator[LineLabel]:
    """Yield the last number beside its point, and the name below the middle of its line."""
    known = [(at, n) for at, n in enumerate(actual) if n is not None]
    for at, n in known[-1:]:
        yield _label(str(n), (plane.x(at), plane.y(n)), (0.5, 0), of=(0, at))
    for at, n in known:
        if at == len(actual) // 2:
            yield _label(name, (plane.x(at), plane.y(n)), (0.5, 1.08), of=(0, None))
