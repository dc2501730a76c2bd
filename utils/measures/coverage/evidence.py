"""Why a province has its status: the rows of the list that decide it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.coverage.coverage import OnRecord, Status, by_province
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, qualifying, within


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The status of one province and the awards it rests on.

    `on_record` : what the rows at hand say, whatever list is missing, as in `by_province`.
    `counted` : qualifying awards inside the window; `qualifying` : qualifying awards up to the
    year; `known` : every award up to the year. Each is rows of the table `awards`, latest first.
    """

    status: Status
    on_record: OnRecord
    counted: pd.DataFrame
    qualifying: pd.DataFrame
    known: pd.DataFrame


def of_province(record: Record, question: Question, province_code: str) -> Evidence:
    """Return the evidence for one province under a question.

    Raises KeyError if no province has this code.

    Notes
    -----
    Source: `measures.coverage.rules.qualifying` and `within`. Showing a status with its rows, the
    latest first, is this dashboard's own convention.
    """
    states = by_province(record, question)
    status: Status = states["status"].to_dict()[province_code]
    on_record: OnRecord = states["on_record"].to_dict()[province_code]
    last = question.fiscal_year_be if record.covers(question.fiscal_year_be) else 0
    rows = record.awards[record.awards["province_code"] == province_code]
    rows = rows[rows["fiscal_year_be"] <= last]
    known = rows.sort_values(["fiscal_year_be", "lao_id"], ascending=[False, True])
    fitting = qualifying(
        known, question.rule, prizes=record.prizes, centre_cities=record.centre_cities
    )
    return Evidence(
        status=status,
        on_record=on_record,
        counted=within(fitting, question),
        qualifying=fitting,
        known=known,
    )
