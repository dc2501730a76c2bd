"""What tables of LPA results and of their conversion say that cannot stand, or is unexpected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import pandas as pd

from utils.tables.declared.score_columns import PART_PERCENTS
from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems

AGREES_WITHIN: Final = 0.5  # percentage points: more than the parts' and the average's rounding


def check_results(lpa: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find the LPA results whose stated average is not the mean of their five parts.

    Parameters
    ----------
    lpa : DataFrame
        As `schemas.LPA_RESULTS`, with `file_row`.
    file : str
        The name of the file, told in every problem.

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
    found = []
    for row, mean in zip(rows, means[differs], strict=True):
        context = {"mean": f"{mean:.2f}", "within": f"{AGREES_WITHIN:g}"}
        value = f"{row.average_percent:g}"
        found.append((row, Fault("lpa_average_differs", "average_percent", value, context=context)))
    return problems(found, file)


def check_conversions(
    conversions: pd.DataFrame, *, maxima: Mapping[tuple[str, int], float], file: str
) -> tuple[Problem, ...]:
    """Find the points of a conversion that give too many points, or convert two things at once.

    Parameters
    ----------
    conversions : DataFrame
        As `schemas.LPA_CONVERSIONS`, with `file_row`.
    maxima : mapping of (edition, indicator) to points
        The maximum of every indicator, NaN where it is not known.
    file : str
        The name of the file, told in every problem.

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
