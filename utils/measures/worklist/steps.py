"""Items that the staircase raises: LAOs without a report, without evidence, long on a step."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

import pandas as pd

from utils.measures.staircase import stalled
from utils.measures.staircase.record import Staircase
from utils.measures.worklist.item import Item, WorkRule

_UNREPORTED = ("not_reported", "no_longer_reported")


def items(staircase: Staircase, fiscal_year_be: int) -> tuple[Item, ...]:
    """Return what the tables of the staircase ask of offices at the end of a fiscal year.

    Parameters
    ----------
    staircase : Staircase
        Of real LAOs: invented ones raise nothing.
    fiscal_year_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    tuple of Item
        lao_not_reported: an enrolled LAO without a row for the year, in a province that has
        reported; where the whole part is missing, that is one matter of the reporting round.
        evidence_lacking: an LAO that could move up, without evidence of what its next step asks.
        long_on_step: on its step for longer than the threshold. no_coach: its row says that it has
        no coach.

    Notes
    -----
    Source: `measures.staircase.stalled`, and this dashboard's own convention.
    """
    if staircase.fictitious or not staircase.covers(fiscal_year_be):
        return ()
    rows = staircase.at(fiscal_year_be)
    told = staircase.told(fiscal_year_be)["told"]
    reported = rows["province_code"].map(told) != "not_reported"
    silent = rows[rows["state"].isin(_UNREPORTED) & reported]
    coachless = rows[rows["coach_assigned"].eq(other=False).fillna(value=False)]
    return (
        *(_item("lao_not_reported", row) for row in silent.to_dict("records")),
        *_lacking(staircase, rows),
        *(
            _item("long_on_step", row, ("years", row["years_on_step"]), ("step", row["step"]))
            for row in stalled.longer(staircase, fiscal_year_be).to_dict("records")
        ),
        *(_item("no_coach", row) for row in coachless.to_dict("records")),
    )


def _lacking(staircase: Staircase, rows: pd.DataFrame) -> Iterator[Item]:
    following = stalled.next_steps(staircase.levels)
    able = rows[rows["state"] == "active"].assign(
        next_step=rows["step"].map(following).astype("string")
    )
    able = able[able["next_step"].notna()]
    able = able.assign(lacking=stalled.lacking(staircase, able))
    lacks = able["lacking"].notna() & (able["lacking"] != "")
    for row in able[lacks].to_dict("records"):
        yield _item(
            "evidence_lacking", row, ("step", row["next_step"]), ("lacking", row["lacking"])
        )


def _item(rule: WorkRule, row: Mapping[Hashable, Any], *facts: tuple[str, str | int]) -> Item:
    year = int(row["fiscal_year_be"])
    return Item(
        rule=rule,
        fiscal_year_be=year,
        province_code=row["province_code"],
        lao_id=row["lao_id"],
        facts=facts,
        rows=(("enrolment", (row["lao_id"], year)),) if row["reported"] else (),
    )
