"""What a difference between two states of a table means: progress, regression, correction, news."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

import pandas as pd

from utils.measures.coverage.coverage import BEST_RESULTS

Meaning = Literal["progress", "regression", "correction", "news"]
MEANINGS: tuple[Meaning, ...] = get_args(Meaning)


def of_added(
    name: str, earlier: pd.DataFrame, added: pd.DataFrame, *, levels: Mapping[str, int]
) -> list[Meaning]:
    """Return what each row means that is in a later state of a table and not in an earlier one.

    Parameters
    ----------
    name : str
        The table: `enrolment` and `awards` have levels; for others only the year counts.
    earlier, added : DataFrame
        The table in its earlier state, and the new rows, each as declared.
    levels : mapping of step to its level
        As in the table `step_levels`.

    Returns
    -------
    list of Meaning, one for each row of `added`
        correction: its fiscal year is not after the last that the earlier state has of this LAO.
        progress: a later year, and a higher level than the LAO's latest one, or its first.
        regression: a later year, and a lower level (enrolment only: a lesser award is not a step
        back). news: everything else, including rows without an LAO or a year.

    Notes
    -----
    Source: a convention of this dashboard. A published row that is changed or removed is always a
    correction, whether up or down: what was published was not right. See
    docs/decisions/0012-store.md.
    """
    if not {"lao_id", "fiscal_year_be"} <= set(added.columns):
        return ["news"] * len(added)
    latest = _latest(name, earlier, levels)
    rows = zip(
        added["lao_id"], of_known_years(earlier, added), _level(name, added, levels), strict=True
    )
    return [
        "correction" if is_correction else _meaning(latest.get(lao), level, name)
        for lao, is_correction, level in rows
    ]


def of_known_years(earlier: pd.DataFrame, added: pd.DataFrame) -> pd.Series:
    """Tell which new rows are for years that the earlier state already covers for their LAO.

    Parameters
    ----------
    earlier, added : DataFrame
        The table in its earlier state, and the new rows; `lao_id` and `fiscal_year_be` are read.

    Returns
    -------
    Series, bool, indexed as `added`
        True up to the last fiscal year of the LAO in the earlier state; False where it had no row.

    Notes
    -----
    Source: as for `of_added`.
    """
    last = earlier.groupby("lao_id")["fiscal_year_be"].max()
    reached = added["lao_id"].map(last).astype("Int64")
    return (added["fiscal_year_be"] <= reached).fillna(value=False).astype(bool)


def _meaning(latest: tuple[int, float | None] | None, level: float | None, name: str) -> Meaning:
    if latest is None:
        return "progress" if level is not None else "news"
    last_level = latest[1]
    if level is None or last_level is None or level == last_level:
        return "news"
    if level > last_level:
        return "progress"
    return "regression" if name == "enrolment" else "news"


def _latest(
    name: str, table: pd.DataFrame, levels: Mapping[str, int]
) -> dict[str, tuple[int, float | None]]:
    latest: dict[str, tuple[int, float | None]] = {}
    rows = zip(table["lao_id"], table["fiscal_year_be"], _level(name, table, levels), strict=True)
    for lao, year, level in rows:
        before = latest.get(lao)
        higher = _highest(level, before[1]) if before and name == "awards" else level
        if before is None or year >= before[0]:
            latest[lao] = (year, higher)
        else:
            latest[lao] = (before[0], higher if name == "awards" else before[1])
    return latest


def _highest(one: float | None, other: float | None) -> float | None:
    return max((level for level in (one, other) if level is not None), default=None)


def _level(name: str, table: pd.DataFrame, levels: Mapping[str, int]) -> list[float | None]:
    if name == "enrolment":
        return [levels.get(step) for step in table["step"]]
    if name == "awards":
        order = {result: at for at, result in enumerate(BEST_RESULTS)}
        best = table["prize_class"].where(table["level"] == "area", "national")
        return [order.get(result) for result in best]
    return [None] * len(table)
