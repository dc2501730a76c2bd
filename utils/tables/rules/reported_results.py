"""Rules over the register of reported results."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems

_OF_A_SEARCH: Final = ("province_code", "checked_on")


def check(reported_results: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find searches that do not say where or when, and numbers that do not say of what.

    Parameters
    ----------
    reported_results : DataFrame
        As `schemas.REPORTED_RESULTS`, with `file_row`.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        search_unplaced: a search without its province or its day, which says nothing.
        count_without_unit: a number that could be of awards or of LAOs. Both are errors.
    """
    faults = []
    rows: Iterable[Any] = reported_results.itertuples(index=False)
    for row in rows:
        missing = [name for name in _OF_A_SEARCH if pd.isna(getattr(row, name))]
        if row.kind == "search" and missing:
            faults.append((row, Fault("search_unplaced", missing[0], "", "error")))
        if not pd.isna(row.reported_count) and pd.isna(row.count_of):
            value = str(row.reported_count)
            faults.append((row, Fault("count_without_unit", "count_of", value, "error")))
    return problems(faults, file)
