"""Rules over the tables of scores, cut-offs, LPA results, and their conversion to scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pandas as pd

from utils.tables import calendar
from utils.tables.declared.scores import PART_PERCENTS, RESULT_LEVEL
from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems
from utils.words import LANGS

_SEVERAL: Final = 3  # scores: fewer may be single slips
AGREES_WITHIN: Final = 0.5  # percentage points: more than the rounding of parts and average
_ORDER: Final = {choice.code: place for place, choice in enumerate(RESULT_LEVEL.choices)}
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
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        indicator_not_in_edition (an error): the catalogue of the edition has no such indicator.
        score_above_maximum (an error): more points than the indicator has; where most scores are,
        scores_above_maximum (an error) once in their place, as they may be per cent.
        scores_up_to_one: no score exceeds 1 and some are broken, so they may be fractions of the
        maximum, told once. edition_other_year: the
        edition was not in use in that fiscal year. assessed_outside_year: the day lies before the
        fiscal year, or after the end of the next. score_beside_lpa: the score is stated although
        it is derived from the LPA result; the stated one is used. A rule skips the rows in which a
        cell that it needs could not be read.

    Notes
    -----
    Source: the programme's criteria; the bounds of the day of assessment are this project's own.
    """
    criteria = _Criteria(maxima(indicators), _years(editions), frozenset(_keys(conversions)))
    rows = scores.itertuples(index=False)
    faults = [(row, fault) for row in rows for fault in _faults(row, criteria)]
    return problems([*_of_column(scores, faults), *_up_to_one(scores)], file)


def _of_column(
    scores: pd.DataFrame, faults: Sequence[tuple[Any, Fault]]
) -> Iterator[tuple[Any, Fault]]:
    """Yield faults, those of single scores as one where they are of most: a unit is wrong then."""
    above = [one for one in faults if one[1].code == "score_above_maximum"]
    scored = int(scores["score"].notna().sum())
    if len(above) < _SEVERAL or 2 * len(above) <= scored:
        yield from faults
        return
    yield from (one for one in faults if one[1].code != "score_above_maximum")
    row, first = above[0]
    context = {"count": len(above), "scored": scored, **first.context}
    yield row, Fault("scores_above_maximum", "score", first.value, "error", context)


def _up_to_one(scores: pd.DataFrame) -> Iterator[tuple[Any, Fault]]:
    known = scores.dropna(subset=["score"])
    values = known["score"]
    if len(known) >= _SEVERAL and (values <= 1).all() and (values % 1 > 0).any():
        row = next(known.itertuples(index=False))
        context = {"count": len(known)}
        yield row, Fault("scores_up_to_one", "score", f"{values.iloc[0]:g}", context=context)


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
    plain = editions.astype(object).where(editions.notna(), None)
    rows: Iterable[Any] = plain.itertuples(index=False)
    return {row.edition: (row.first_year_be, row.last_year_be) for row in rows}


def _keys(table: pd.DataFrame) -> list[Key]:
    return list(zip(table["edition"].tolist(), table["indicator"].tolist(), strict=True))


def check_cutoffs(cutoffs: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find the cut-offs of a level that are not above that of the level below it.

    Parameters
    ----------
    cutoffs : DataFrame
        As `schemas.SCORE_CUTOFFS`, with `file_row`.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        cutoff_out_of_order (an error): a lower level of the scale and type has this cut-off or a
        higher one.
    """
    whole = cutoffs.dropna(subset=["scale", "level", "low_percent"])
    ladders = whole.groupby(["scale", "lao_type"], dropna=False)
    return problems((fault for _, rows in ladders for fault in _cutoffs(rows)), file)


def _cutoffs(ladder: pd.DataFrame) -> Iterator[tuple[Any, Fault]]:
    rows: list[Any] = list(ladder.itertuples(index=False))
    for lower, row in pairwise(sorted(rows, key=lambda row: _ORDER[row.level])):
        if lower.low_percent >= row.low_percent:
            labels = {f"lower_{lang}": RESULT_LEVEL.label(lower.level, lang) for lang in LANGS}
            context = {**labels, "percent": f"{lower.low_percent:g}"}
            value = f"{row.low_percent:g}"
            yield row, Fault("cutoff_out_of_order", "low_percent", value, "error", context)


def check_lpa_results(lpa: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find the LPA results whose stated average is not the mean of their five parts.

    Parameters
    ----------
    lpa : DataFrame
        As `schemas.LPA_RESULTS`, with `file_row`.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        lpa_average_differs: all five parts are known, and their mean lies more than half a
        percentage point from the average stated. The stated average is used.

    Notes
    -----
    Source: the average of the five parts decides on pass and band (Department of Local
    Administration); that they weigh alike is assumed, hence a warning.
    """
    means = lpa[list(PART_PERCENTS)].mean(axis=1, skipna=False)
    gaps = (lpa["average_percent"] - means).abs().round(6)  # a sum of fractions is not exact
    differs = (gaps > AGREES_WITHIN).fillna(value=False)
    rows: Iterable[Any] = lpa[differs].itertuples(index=False)
    faults = []
    for row, mean in zip(rows, means[differs], strict=True):
        context = {"mean": f"{mean:.2f}", "within": f"{AGREES_WITHIN:g}"}
        value = f"{row.average_percent:g}"
        faults.append(
            (row, Fault("lpa_average_differs", "average_percent", value, context=context))
        )
    return problems(faults, file)


def check_conversions(
    conversions: pd.DataFrame, *, maxima: Mapping[tuple[str, int], float], file: str
) -> tuple[Problem, ...]:
    """Find the rows of a conversion that give too many points, or use two bases at once.

    Parameters
    ----------
    conversions : DataFrame
        As `schemas.LPA_CONVERSIONS`, with `file_row`.
    maxima : mapping of (edition, indicator) to points
        The maximum of every indicator, NaN where it is not known.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        score_above_maximum, conversion_two_bases (errors): more points than the indicator has;
        another part of the LPA result than the first row of the indicator converts.
    """
    return problems(_conversions(conversions, maxima), file)


def _conversions(
    conversions: pd.DataFrame, maxima: Mapping[tuple[str, int], float]
) -> Iterator[tuple[Any, Fault]]:
    bases: dict[tuple[str, int], str] = {}
    whole = conversions.dropna(subset=["edition", "indicator", "lpa_basis", "score"])
    rows: Iterable[Any] = whole.itertuples(index=False)
    for row in rows:
        key = (row.edition, int(row.indicator))
        context = {"indicator": str(key[1]), "maximum": f"{maxima[key]:g}"}
        if row.score > maxima[key]:
            yield row, Fault("score_above_maximum", "score", f"{row.score:g}", "error", context)
        if row.lpa_basis != bases.setdefault(key, row.lpa_basis):
            context = {"indicator": str(key[1]), "first": bases[key]}
            yield row, Fault("conversion_two_bases", "lpa_basis", row.lpa_basis, "error", context)
