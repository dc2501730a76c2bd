"""What an enrolment table says that the programme's rules do not expect: rules over its rows.

All are warnings, as the row stands and is counted, but one: a step that does not belong to its
pathway is an error, since nobody can tell which of the two is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import pandas as pd

from utils.tables import calendar
from utils.tables.declared.enrolment import FAST_STEPS, STANDARD_STEPS
from utils.tables.reading.problems import Problem
from utils.tables.rules.faults import Fault, problems

_PATHWAY_OF: Final = {
    **{step.code: "standard" for step in STANDARD_STEPS},
    **{step.code: "fast_track" for step in FAST_STEPS},
}
_WITH_ACTIVITY: Final = frozenset({"2", "3", "4"})


def check(enrolment: pd.DataFrame, *, evidence: pd.DataFrame, file: str) -> tuple[Problem, ...]:
    """Find the rows of an enrolment table that the programme's rules do not allow or expect.

    Parameters
    ----------
    enrolment : DataFrame, one row per LAO and fiscal year
        As `schemas.ENROLMENT`, with `file_row`.
    evidence : DataFrame
        As `schemas.STEP_EVIDENCE`. Where it is empty, nothing is known of evidence, and the rule
        about activities does not apply.
    file : str
        The name of the file, for its problems.

    Returns
    -------
    tuple of Problem, in the order of the rows
        enrolment_late: the application came after 30 September of the fiscal year it is for; it
        counts for that year still. enrolment_early: it came before that fiscal year began, as
        where the first application is repeated; it dates no entry. self_assessment_missing,
        self_assessment_after: an application without a readiness self-assessment before it.
        activity_missing: step 2, 3 or 4 while no activity is in evidence up to that year, reported
        once per LAO. step_other_pathway (an error): a
        fast-track step on the standard pathway, or the reverse.

    Notes
    -----
    Source: the enrolment page of LA21 & Green City, its steps of joining and the four steps.
    """
    faults: list[tuple[Any, Fault]] = []
    for row in enrolment.itertuples(index=False):
        faults += [(row, fault) for fault in (*_application(row), *_pathway(row))]
    faults += _activities(enrolment, evidence)
    return problems(faults, file)


def _application(row: Any) -> Iterator[Fault]:  # noqa: ANN401 a row of itertuples
    if pd.isna(row.applied_on):
        return
    if not pd.isna(row.fiscal_year_be):
        year = int(row.fiscal_year_be)
        due = calendar.last_day(year)
        if row.applied_on > due:
            context = {"year_be": year, "due": due}
            yield Fault("enrolment_late", "applied_on", row.applied_on, context=context)
        begin = calendar.first_day(year)
        if row.applied_on < begin:
            context = {"year_be": year, "begin": begin}
            yield Fault("enrolment_early", "applied_on", row.applied_on, context=context)
    if pd.isna(row.self_assessed_on):
        yield Fault("self_assessment_missing", "self_assessed_on", "")
    elif row.self_assessed_on > row.applied_on:
        context = {"applied_on": row.applied_on}
        value = row.self_assessed_on
        yield Fault("self_assessment_after", "self_assessed_on", value, context=context)


def _pathway(row: Any) -> Iterator[Fault]:  # noqa: ANN401
    if pd.isna(row.step) or pd.isna(row.pathway):
        return
    if _PATHWAY_OF[row.step] != row.pathway:
        yield Fault("step_other_pathway", "step", row.step, severity="error")


def _activities(enrolment: pd.DataFrame, evidence: pd.DataFrame) -> list[tuple[Any, Fault]]:
    if evidence.empty:
        return []
    activities = evidence[evidence["requirement"] == "activity"]
    since = activities.groupby("lao_id")["fiscal_year_be"].min()
    driven = enrolment[enrolment["step"].isin(_WITH_ACTIVITY)].sort_values("fiscal_year_be")
    in_time = (driven["lao_id"].map(since) <= driven["fiscal_year_be"]).fillna(value=False)
    first = driven[~in_time].dropna(subset="lao_id").drop_duplicates("lao_id")
    rows = first.itertuples(index=False)
    return [(row, Fault("activity_missing", "step", str(row.step))) for row in rows]
