"""Rules over the table of green areas."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems


def check(green_areas: pd.DataFrame, *, file: str) -> tuple[Problem, ...]:
    """Find the green areas larger than the LAO they lie in.

    Parameters
    ----------
    green_areas : DataFrame
        As `schemas.GREEN_AREAS`, with `file_row`.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        green_above_area: an error, as nobody can tell which of the two is wrong.
    """
    above = (green_areas["green_area_m2"] > green_areas["area_m2"]).fillna(value=False)
    rows: Iterable[Any] = green_areas[above].itertuples(index=False)
    faults = []
    for row in rows:
        context = {"area": f"{row.area_m2:,.10g}"}
        value = f"{row.green_area_m2:,.10g}"
        faults.append((row, Fault("green_above_area", "green_area_m2", value, "error", context)))
    return problems(faults, file)
