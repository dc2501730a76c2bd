"""What the LAOs of a province have in evidence for the steps, as a reader's table."""

from __future__ import annotations

import pandas as pd

from utils.tables.declared.schemas import STEP_EVIDENCE
from utils.words import Words

_TOLD = ("count", "activity_type", "budget_baht", "partners", "expanded_to")


def evidence(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return rows of the table `step_evidence`, with `name`, by LAO and fiscal year.

    What a piece does not tell stays empty; whom an LAO expanded to is in the last column.
    """
    ordered = found.sort_values(["lao_id", "fiscal_year_be", "evidence_id"], ignore_index=True)
    titles = {name: _title(name, words) for name in ("requirement", *_TOLD)}
    return pd.DataFrame(
        {
            words("column.lao"): ordered["name"].array,
            words("column.year"): ordered["fiscal_year_be"].array,
            titles["requirement"]: ordered["requirement"].map(_requirements(words)).array,
            **{titles[name]: ordered[name].array for name in _TOLD},
        }
    )


def _requirements(words: Words) -> dict[str, str]:
    """Return what every kind of evidence is called, by its code."""
    choices = STEP_EVIDENCE.columns["requirement"].choices
    return {choice.code: choice.th if words.lang == "th" else choice.en for choice in choices}


def _title(name: str, words: Words) -> str:
    column = STEP_EVIDENCE.columns[name]
    return column.title_th if words.lang == "th" else column.title_en
