"""The picture of the pace: what was counted by year, the straight reference and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypedDict

import pandas as pd

from utils.figures.coverage.pace import PaceLines
from utils.figures.slides.pictures import Anchor, Chart, Label, Series
from utils.words import Words

Values = Sequence[float | None]

_WIDTH, _HEIGHT = 1000, 420
_EM: Final = 17  # the size of the texts, roughly, on a large screen and in print
_LEFT, _RIGHT = 31, 923  # ends of the lines; the last number stands right of them
_BOTTOM: Final = _HEIGHT - 2 * _EM  # below it stand the years
_TOP: Final = _EM / 2
_ROOM: Final = 1.15  # above the target, for its name
_YEARS_BETWEEN_TICKS: Final = 4


class LineLabel(Label):
    """A text of the picture: of which `series` of the chart, and of which `point` of that.

    A year on the axis belongs to no series, the name of a line to no single point.
    """

    series: int | None
    point: int | None


class Lines(TypedDict):
    """The lines in a box of `size` units.

    `paths`: an SVG path in these units for each series of the chart, the first on top of the
    others. `base`: the path of the axis, at zero.
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


def pace_line(lines: PaceLines, words: Words) -> Lines:
    """Return the picture of three series: what was counted, the reference and the target."""
    years = [int(year) for year in lines.actual.index]
    actual = [None if pd.isna(n) else int(n) for n in lines.actual]
    reference = [None if pd.isna(n) else round(float(n), 1) for n in lines.reference.reindex(years)]
    target = lines.provinces
    plane = _Plane(years=years, highest=target * _ROOM)
    names = [words("pace.actual"), words("pace.reference"), words("pace.target", n=target)]
    values: list[Values] = [actual, reference, [target] * len(years)]
    deadline = words("pace.deadline", year=lines.deadline_year_be)
    return Lines(
        size=[_WIDTH, _HEIGHT],
        base=plane.across(0),
        paths=[
            plane.path(actual, stepped=True),
            plane.path(reference, stepped=False),
            plane.across(target),
        ],
        labels=[
            *_ticks(plane),
            _label(names[2], (_LEFT, plane.y(target)), [0, -0.65], of=(2, None)),
            _of_deadline(deadline, years.index(lines.deadline_year_be), target, plane),
            *_of_reference(names[1], reference, actual, plane),
            *_of_actual(names[0], actual, plane),
        ],
        chart=Chart(
            categories=[str(year) for year in years],
            series=[
                Series(name=name, values=list(some))
                for name, some in zip(names, values, strict=True)
            ],
        ),
    )


def _label(
    text: str,
    place: tuple[float, float],
    shift: list[float],
    anchor: Anchor = "start",
    of: tuple[int | None, int | None] = (None, None),
) -> LineLabel:
    x, y = round(100 * place[0] / _WIDTH, 2), round(100 * place[1] / _HEIGHT, 2)
    series, point = of
    return LineLabel(
        text=text,
        x=x,
        y=y,
        anchor=anchor,
        shift=shift,
        strong=series == 0,
        series=series,
        point=point,
    )


def _ticks(plane: _Plane) -> Iterator[LineLabel]:
    """Yield every fourth year, the last among them."""
    last = len(plane.years) - 1
    for at in range(last % _YEARS_BETWEEN_TICKS, last + 1, _YEARS_BETWEEN_TICKS):
        place = (plane.x(at), _HEIGHT)
        yield _label(str(plane.years[at]), place, [0, -0.82], "middle")


def _of_deadline(text: str, at: int, target: int, plane: _Plane) -> LineLabel:
    place = (plane.x(at), plane.y(target))
    return _label(text, place, [0, -0.65], "end", (2, at))


def _of_reference(
    name: str, reference: Values, actual: Values, plane: _Plane
) -> Iterator[LineLabel]:
    """Yield the name beside the middle of its line, or lower where the counted line is."""
    known = [n for n in reference if n is not None]
    if not known:
        return
    middle, shift = plane.y((known[0] + known[-1]) / 2), 0.68
    latest = [plane.y(n) for n in _latest(actual)]
    beside = middle + _EM
    if latest and min(latest) - _EM <= beside <= max(latest) + 1.5 * _EM:
        middle, shift = plane.y(known[0]), 1.68
    yield _label(name, (_WIDTH, middle), [0, shift], "end", (1, None))


def _latest(actual: Values) -> list[float]:
    """Return the last known number, after that of the year before if it is known."""
    end = max((at for at, n in enumerate(actual) if n is not None), default=-1)
    return [n for n in actual[max(end - 1, 0) : end + 1] if n is not None]


def _of_actual(name: str, actual: Values, plane: _Plane) -> Iterator[LineLabel]:
    """Yield the last number beside its point, and the name below the middle of its line."""
    known = [at for at, n in enumerate(actual) if n is not None]
    half = len(actual) // 2
    for at in known[-1:]:
        n = actual[at] or 0
        place = (plane.x(at), plane.y(n))
        yield _label(str(n), place, [0.5, 0], of=(0, at))
    for n in [n for n in (actual[half],) if n is not None]:
        yield _label(name, (plane.x(half), plane.y(n)), [0.5, 1.08], of=(0, None))
