"""The tables of scores and LPA results, carried together with those of the criteria."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from utils.measures.reported import ReportedTable, told_by_province
from utils.tables.declared.places import FICTITIOUS_PREFIX

ASSESSMENT = ["lao_id", "fiscal_year_be", "edition", "assessor"]
"""The columns that identify an assessment, which has at least one known score."""


@dataclass(frozen=True, kw_only=True, eq=False)
class ScoreRecord:
    """One state of the tables of scores, each as declared in utils/tables/declared/schemas.py.

    `lpa` is the table `lpa_results`, `mappings` is `edition_mappings`, `conversions` and `bands`
    are `lpa_conversions` and `lpa_bands`, `cutoffs` is `score_cutoffs`, `parts` is
    `reported_parts`. `fictitious` : whether LAOs and scores are invented; whatever is made from
    them must say so. Raises ValueError where the ids contradict it.
    """

    scores: pd.DataFrame
    lpa: pd.DataFrame
    indicators: pd.DataFrame
    components: pd.DataFrame
    editions: pd.DataFrame
    mappings: pd.DataFrame
    conversions: pd.DataFrame
    cutoffs: pd.DataFrame
    bands: pd.DataFrame
    municipalities: pd.DataFrame
    provinces: pd.DataFrame
    parts: pd.DataFrame
    fictitious: bool

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame], *, fictitious: bool) -> ScoreRecord:
        """Return the record made of the tables that `load` returns by name."""
        return cls(
            scores=load("scores"),
            lpa=load("lpa_results"),
            indicators=load("indicators"),
            components=load("components"),
            editions=load("editions"),
            mappings=load("edition_mappings"),
            conversions=load("lpa_conversions"),
            cutoffs=load("score_cutoffs"),
            bands=load("lpa_bands"),
            municipalities=load("municipalities"),
            provinces=load("provinces"),
            parts=load("reported_parts"),
            fictitious=fictitious,
        )

    def __post_init__(self) -> None:
        """Check the flag against the ids: invented rows never pass for real ones."""
        for table in (self.scores, self.lpa, self.municipalities):
            invented = table["lao_id"].str.startswith(FICTITIOUS_PREFIX)
            if (invented != self.fictitious).any():
                raise ValueError("fictitious and real LAOs are never mixed")

    @property
    def is_empty(self) -> bool:
        """Whether neither a score nor an LPA result is known at all."""
        return self.scores.empty and self.lpa.empty

    @cached_property
    def years_be(self) -> tuple[int, ...]:
        """The fiscal years with a score or an LPA result, in order."""
        years = pd.concat([self.scores["fiscal_year_be"], self.lpa["fiscal_year_be"]])
        return tuple(sorted({int(year) for year in years.dropna()}))

    def last_year_of(self, assessor: str) -> int | None:
        """Return the last fiscal year that an assessor scored.

        Where there is none, the last of any score or LPA result; None where the tables are empty.
        """
        own = self.scores.loc[self.scores["assessor"] == assessor, "fiscal_year_be"].dropna()
        years = [int(year) for year in own] or list(self.years_be)
        return max(years, default=None)

    @cached_property
    def assessors(self) -> frozenset[str]:
        """Who gave the scores: some of self, area and national."""
        return frozenset(self.scores["assessor"].dropna().unique())

    def told(self, fiscal_year_be: int, table: ReportedTable = "scores") -> pd.DataFrame:
        """Return what each province has told of a year in a table, as in `measures.reported`."""
        return told_by_province(
            self.lpa if table == "lpa_results" else self.scores,
            self.parts,
            self.municipalities,
            self.provinces,
            table=table,
            fiscal_year_be=fiscal_year_be,
        )
