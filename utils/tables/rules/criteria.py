"""Rules over the tables of criteria: the weights of components, and mappings between editions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final

import pandas as pd

from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems

_WHOLE: Final = (99.9, 100.1)  # per cent: thirds may be rounded


def check_weights(components: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find the editions whose components do not weigh 100 per cent together.

    Parameters
    ----------
    components : DataFrame
        As `schemas.COMPONENTS`, with `file_row`.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        weights_not_whole: an error, under the first component of the edition.
    """
    faults: list[tuple[Any, Fault]] = []
    for edition, rows in components.groupby("edition"):
        total = float(rows["weight_percent"].sum(skipna=False))
        if not (pd.isna(total) or _WHOLE[0] <= total <= _WHOLE[1]):
            context = {"edition": edition, "total": f"{total:g}"}
            first = next(rows.itertuples(index=False))
            value = f"{first.weight_percent:g}"
            faults.append(
                (first, Fault("weights_not_whole", "weight_percent", value, "error", context))
            )
    return problems(faults, file)


def check_mappings(
    mappings: pd.DataFrame, *, indicators: Collection[tuple[str, int]], file: str
) -> tuple[Problem, ...]:
    """Find the mappings between editions that lead nowhere, or lead one indicator to two.

    Parameters
    ----------
    mappings : DataFrame
        As `schemas.EDITION_MAPPINGS`, with `file_row`.
    indicators : collection of (edition, indicator)
        The indicators of the catalogue.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows; all errors
        indicator_not_in_edition: the catalogue of the edition has no such indicator.
        mapping_not_one_to_one: the indicator is mapped to or from a second one of the same
        edition, and no rule says how to divide a score.
    """
    return problems(_mappings(mappings, indicators), file)


def _mappings(
    mappings: pd.DataFrame, indicators: Collection[tuple[str, int]]
) -> Iterator[tuple[Any, Fault]]:
    whole = mappings.dropna(subset=["from_edition", "from_indicator", "to_edition", "to_indicator"])
    used: set[tuple[object, ...]] = set()
    rows: Iterable[Any] = whole.itertuples(index=False)
    for row in rows:
        ends = {
            "from_indicator": (row.from_edition, int(row.from_indicator)),
            "to_indicator": (row.to_edition, int(row.to_indicator)),
        }
        editions = (row.from_edition, row.to_edition)
        for column, end in ends.items():
            if end not in indicators:
                context = {"edition": end[0]}
                fault = Fault("indicator_not_in_edition", column, str(end[1]), "error", context)
                yield row, fault
            if (column, end, editions) in used:
                yield row, Fault("mapping_not_one_to_one", column, str(end[1]), "error")
            used.add((column, end, editions))
