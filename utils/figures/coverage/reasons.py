"""Why a province is shown as it is, in words."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.figures import labels
from utils.measures.coverage.evidence import Evidence
from utils.measures.coverage.rules import Question
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Names:
    """Names that the sentence needs, in the reader's language.

    `municipality`, `certificate` : Series indexed like the awards of the evidence. `centre` : the
    provincial-centre city, empty for Bangkok.
    """

    province: str
    centre: str
    municipality: pd.Series
    certificate: pd.Series


def why(
    evidence: Evidence, question: Question, names: Names, words: Words, *, years: tuple[int, int]
) -> str:
    """Return the sentence that explains a province's status: rule, rows and what follows.

    `years`: first and last fiscal year of the record.
    """
    deciding = evidence.counted if evidence.status == "counted" else evidence.qualifying
    latest = _latest(deciding, names, words) if len(deciding) else ""
    key = f"why.{evidence.status}"
    if evidence.status == "other":
        key = f"why.other_{question.rule}"
    return words(
        key,
        province=names.province,
        rule=labels.rule(question, words),
        window=labels.window(question, years[0], words),
        year=question.fiscal_year_be,
        first=years[0],
        last=years[1],
        rows=len(evidence.counted),
        cities=evidence.counted["lao_id"].nunique(),
        results=len(evidence.known),
        centre=names.centre,
        latest=latest,
    )


def _latest(rows: pd.DataFrame, names: Names, words: Words) -> str:
    at = rows.index[0]
    row = rows.loc[at]
    return words(
        "why.latest",
        municipality=names.municipality[at],
        certificate=names.certificate[at],
        year=row["fiscal_year_be"],
        row=row["source_row"],
    )
