"""The follow-up list as a reader's table: who, since when, and what is known of why."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from utils.figures import rows
from utils.measures.coverage.groups import SMALL_GROUP
from utils.words import Words


def follow_up(
    found: pd.DataFrame, provinces: pd.DataFrame, register: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return `utils.measures.staircase.follow_up.follow_up` as a reader's table.

    `register`: as the table `municipalities` that names its LAOs. A column tells whose years are so
    many at least, where anybody's are.
    """
    shown = pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                found["province_code"], provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(found["lao_id"], register, words).array,
            words("column.step"): [words(f"step.{step}") for step in found["step"]],
            words("column.step_since"): found["step_since_be"].array,
            words("column.years_on_step"): found["years_on_step"].array,
            words("column.threshold"): found["threshold_years"].array,
            words("column.lacking"): [lacking(text, words) for text in found["lacking"]],
            words("column.coach"): _yes_no(found["coach_assigned"], words),
            words("column.late"): _yes_no(found["late"], words),
            words("column.state"): [words(f"state.{state}") for state in found["state"]],
            words("column.note"): found["note"].fillna("").array,
        }
    )
    if not found["since_known"].all():
        at = list(shown.columns).index(words("column.years_on_step")) + 1
        since = _yes_no(found["since_known"], words)
        shown.insert(at, words("column.since_known"), since)
    return shown


def usual(thresholds: pd.DataFrame, words: Words) -> str:
    """Return the default threshold of every step in words."""
    years: Mapping[Hashable, float] = thresholds["threshold_years"].to_dict()
    return ", ".join(
        words("follow.threshold_of", step=words(f"step.{step}"), years=n)
        if not pd.isna(n)
        else words("follow.no_threshold", step=words(f"step.{step}"), minimum=SMALL_GROUP)
        for step, n in years.items()
    )


def lacking(codes: str | float | None, words: Words) -> str:
    """Return what the next step still asks for: requirement codes put into words."""
    if pd.isna(codes):
        return words("follow.no_evidence")
    text = str(codes)
    if not text:
        return words("follow.nothing_lacks")
    return ", ".join(
        words("follow.or").join(words(f"requirement.{code}") for code in one.split("/"))
        for one in text.split(", ")
    )


def _yes_no(values: pd.Series, words: Words) -> list[str]:
    said = {True: words("answer.yes"), False: words("answer.no")}
    return [words("answer.unknown") if pd.isna(value) else said[bool(value)] for value in values]
