"""Items that the scores raise: none this year, in part, old, self and area far apart."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from utils.measures.coverage.rules import DEFAULT_WINDOW_YEARS
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.change import self_against_area
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.record import ScoreRecord
from utils.measures.worklist.item import Item, WorkRule

FAR_POINTS = 10
"""Percentage points between self-assessment and the area's from which the two are far apart."""


def items(record: ScoreRecord, fiscal_year_be: int) -> tuple[Item, ...]:
    """Return what the scores ask of offices at the end of a fiscal year.

    Parameters
    ----------
    record : ScoreRecord
        Of real LAOs: invented ones raise nothing.
    fiscal_year_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    tuple of Item
        Of LAOs that were assessed before or in the year. score_missing: none for the year, in a
        province that has reported scores. score_part: fewer indicators known than a total needs.
        score_old: the last assessment is of more than three years before. self_far_from_area: both
        assessed the LAO in the year, and differ by `FAR_POINTS` or more over the indicators that
        both scored.

    Notes
    -----
    Source: this dashboard's own convention; an old result is called older than three years, never
    expired.
    """
    if record.fictitious or record.scores.empty:
        return ()
    reading = score_reading(record)
    totals = reading.totals[reading.totals["fiscal_year_be"] <= fiscal_year_be]
    told = record.told(fiscal_year_be)["told"]
    return (
        *_without(totals, told, fiscal_year_be),
        *_in_part(totals, fiscal_year_be),
        *_apart(reading.known, reading.where, fiscal_year_be),
    )


def _without(totals: pd.DataFrame, told: pd.Series, fiscal_year_be: int) -> Iterator[Item]:
    latest = totals.groupby("lao_id")["fiscal_year_be"].max()
    homes = totals.drop_duplicates("lao_id").set_index("lao_id")["province_code"]
    for lao, year in latest[latest < fiscal_year_be].items():
        is_old = fiscal_year_be - int(year) > DEFAULT_WINDOW_YEARS
        rule: WorkRule = "score_old" if is_old else "score_missing"
        home = homes.to_dict()[lao]
        if is_old or told.get(home, "not_reported") != "not_reported":
            yield Item(
                rule=rule,
                fiscal_year_be=fiscal_year_be,
                province_code=home,
                lao_id=str(lao),
                facts=(("latest", int(year)),),
            )


def _in_part(totals: pd.DataFrame, fiscal_year_be: int) -> Iterator[Item]:
    rows = totals[(totals["fiscal_year_be"] == fiscal_year_be) & totals["total"].isna()]
    for row in rows.to_dict("records"):
        yield Item(
            rule="score_part",
            fiscal_year_be=fiscal_year_be,
            province_code=row["province_code"],
            lao_id=row["lao_id"],
            about=row["assessor"],
            facts=(("known", row["known"]), ("of", row["of"]), ("percent", COMPLETE_PERCENT)),
        )


def _apart(known: pd.DataFrame, where: pd.DataFrame, fiscal_year_be: int) -> Iterator[Item]:
    pairs = self_against_area(known[known["fiscal_year_be"] == fiscal_year_be])
    far = pairs[pairs["over_rating"].abs().round(9) >= FAR_POINTS]
    homes = where["province_code"].to_dict()
    for row in far.to_dict("records"):
        yield Item(
            rule="self_far_from_area",
            fiscal_year_be=fiscal_year_be,
            province_code=homes[row["lao_id"]],
            lao_id=row["lao_id"],
            about=row["edition"],
            facts=(("points", round(float(row["over_rating"]), 1)), ("common", row["common"])),
        )
