"""What a table of scores says that the criteria do not allow or expect: rules over its rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

import pandas as pd

from utils.tables import calendar
from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems

Key = tuple[str, int]
"""An edition, and the number of an indicator in it."""


class _Criteria(NamedTuple):
    maxima: Mapping[Key, float]
    years: Mapping[str, tuple[int, int | None]]
    converted: frozenset[Key]


def check(
    scores: pd.DataFrame,
    *,
    editions: pd.DataFrame,
    indicators: pd.DataFrame,
    conversions: pd.DataFrame,
    file: str,
) -> tuple[Problem, ...]:
    """Find the rows of a table of scores that the criteria do not allow or expect.

    Parameters
    ----------
    scores : DataFrame
        As `schemas.SCORES`, with `file_row`.
    editions, indicators, conversions : DataFrame
        As `schemas.EDITIONS`, `schemas.INDICATORS` and `schemas.LPA_CONVERSIONS`.
    file : str
        The name of the file, told in every problem.

    Returns
    -------
    tuple of Problem, in the order of the rows
        indicator_not_in_edition (an error): the catalogue of the edition has no such indicator.
        score_above_maximum (an error): more points than the indicator has. edition_other_year: the
        edition was not in use in that fiscal year. assessed_outside_year: the day lies before the
        fiscal year, or after the end of the next. score_beside_lpa: the score is stated although
        it is derived from the LPA result; the stated one goes before. A row in which a cell could
        not be read is passed over where a rule needs it.

    Notes
    -----
    Source: the programme's criteria; the bounds of the day of assessment are this project's own.
    """
    criteria = _Criteria(maxima(indicators), _years(editions), frozenset(_keys(conversions)))
    rows = scores.itertuples(index=False)
    return problems(((row, fault) for row in rows for fault in _faults(row, criteria)), file)


def _faults(row: Any, criteria: _Criteria) -> Iterator[Fault]:  # noqa: ANN401 a row of itertuples
    yield from _indicator(row, criteria)
    if not pd.isna(row.fiscal_year_be):
        yield from _edition(row, criteria)
        yield from _day(row)


def _indicator(row: Any, criteria: _Criteria) -> Iterator[Fault]:  # noqa: ANN401
    if pd.isna(row.edition) or pd.isna(row.indicator):
        return
    key = (row.edition, int(row.indicator))
    if key not in criteria.maxima:
        context = {"edition": row.edition}
        yield Fault("indicator_not_in_edition", "indicator", str(key[1]), "error", context)
    elif not pd.isna(row.score):
        if row.score > criteria.maxima[key]:
            context = {"indicator": str(key[1]), "maximum": f"{criteria.maxima[key]:g}"}
            yield Fault("score_above_maximum", "score", f"{row.score:g}", "error", context)
        if key in criteria.converted:
            yield Fault("score_beside_lpa", "score", f"{row.score:g}")


def _edition(row: Any, criteria: _Criteria) -> Iterator[Fault]:  # noqa: ANN401
    if pd.isna(row.edition):
        return
    year = int(row.fiscal_year_be)
    first, last = criteria.years[row.edition]
    if year < first or (last is not None and year > last):
        context = {"year_be": year, "first": first, "last": "…" if last is None else last}
        yield Fault("edition_other_year", "edition", row.edition, context=context)


def _day(row: Any) -> Iterator[Fault]:  # noqa: ANN401
    if pd.isna(row.assessed_on):
        return
    year = int(row.fiscal_year_be)
    first, last = calendar.first_day(year), calendar.last_day(year + 1)
    if not first <= row.assessed_on <= last:
        context = {"year_be": year, "first": first, "last": last}
        yield Fault("assessed_outside_year", "assessed_on", row.assessed_on, context=context)


def maxima(indicators: pd.DataFrame) -> dict[Key, float]:
    """Return the maximum of every indicator of every edition, in points, NaN where not known."""
    points = indicators["max_score"].to_numpy(dtype=float, na_value=float("nan"))
    return dict(zip(_keys(indicators), points.tolist(), strict=True))


def _years(editions: pd.DataFrame) -> dict[str, tuple[int, int | None]]:
    known = editions.astype(object).where(editions.notna(), None)
    rows: Iterable[Any] = known.itertuples(index=False)
    return {row.edition: (row.first_year_be, row.last_year_be) for row in rows}


def _keys(table: pd.DataFrame) -> list[Key]:
    return list(zip(table["edition"].tolist(), table["indicator"].tolist(), strict=True))
