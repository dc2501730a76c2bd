"""Every item that one state of the tables raises."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.measures.worklist import coverage, scores, steps
from utils.measures.worklist.item import Item


def items(
    load: Callable[[str], pd.DataFrame], question: Question, fiscal_year_be: int | None = None
) -> tuple[Item, ...]:
    """Return the worklist of the country.

    Parameters
    ----------
    load : callable
        Returns a table of a release by its name; invented tables raise nothing.
    question : Question
        By which rule, and at the end of which year, provinces are counted.
    fiscal_year_be : int, optional
        The year of steps and scores, Buddhist era; without it, the last of each table.

    Returns
    -------
    tuple of Item
        As in the functions of the same name for the award list, the staircase and the scores.

    Notes
    -----
    Source: as for these.
    """
    staircase = Staircase.of(load, fictitious=False)
    record = ScoreRecord.of(load, fictitious=False)
    merits = known_merits(staircase, record)
    found = coverage.items(Record.of(load), question, merits)
    if not staircase.is_empty:
        found += steps.items(staircase, fiscal_year_be or staircase.last_year_be)
    last = record.last_year_of("area")
    return found if last is None else (*found, *scores.items(record, fiscal_year_be or last))


def known_merits(staircase: Staircase, record: ScoreRecord) -> pd.DataFrame:
    """Return the present step and the latest total of every LAO that has either.

    Parameters
    ----------
    staircase, record : Staircase, ScoreRecord
        Of real LAOs.

    Returns
    -------
    DataFrame, indexed by lao_id
        `province_code`; `level` : 1 to 4, at the end of the last year of the staircase; `total` :
        per cent, of the latest assessment by the area. Missing where not known.

    Notes
    -----
    Source: `measures.staircase.step_years` and `measures.scores.components.total_scores`.
    """
    level, home = pd.Series(dtype="Int64"), pd.Series(dtype="string")
    if not staircase.is_empty:
        rows = staircase.at(staircase.last_year_be).set_index("lao_id")
        level, home = rows["level"], rows["province_code"]
    totals = score_reading(record).totals
    area = totals[(totals["assessor"] == "area") & totals["total"].notna()]
    latest = area.sort_values("fiscal_year_be").drop_duplicates("lao_id", keep="last")
    latest = latest.set_index("lao_id")
    table = pd.DataFrame({"level": level, "total": latest["total"]})
    table["province_code"] = home.reindex(table.index).fillna(
        latest["province_code"].reindex(table.index)
    )
    return table.rename_axis("lao_id")
