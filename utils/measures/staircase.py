"""Enrolment and the staircase, carried together, and how awkward years are read.

Every measure of the staircase reads one table, `Staircase.years`: one row for each LAO and fiscal
year from its first enrolment to the last year of the table. How it is read is decided here, once.

- **Late application.** It belongs to the fiscal year it was made for, and is marked late when made
  after 30 September of that year.
- **A missing year between two rows.** The LAO was still enrolled, as the later row shows. It is
  not_reported: its last step is carried over and marked, and what changed between the two rows is
  no move between consecutive years. A change first reported after the gap is dated by that report.
- **No row any more.** After its last row an LAO that neither withdrew nor graduated is
  no_longer_reported: it counts as enrolled, its step as unknown.
- **A step left empty.** The LAO is enrolled and its step unknown, a class of its own: never zero,
  and never the step of the year before.
- **Change of pathway.** Steps of one pathway are compared in their order; steps of two pathways by
  their levels, the correspondence in the table `step_levels`.
- **A fall** is a move down. The lower step counts from that year on.
- **Withdrawn**: left from that year on. An LAO that comes back is new in that year; its first year
  stays the first of all.
- **Graduated**: it stays on its last step in that year and later, with or without rows, and no
  longer moves.
- **Paused**: it stays on its step, marked; its time on the step runs on.

Sources: the enrolment page of LA21 & Green City for steps, pathways and the end of September; the
treatment of gaps, falls and returns is this project's (docs/decisions/0008-staircase.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from utils.measures.step_years import step_years
from utils.tables.staircase_columns import FICTITIOUS_PREFIX


@dataclass(frozen=True, kw_only=True, eq=False)
class Staircase:
    """One state of the tables of the staircase, each as declared in utils/tables/schemas.py.

    `register` is the table `municipalities`, `levels` and `requirements` are `step_levels` and
    `step_requirements`. `fictitious` says that LAOs and years are invented: whatever is made from
    them must say so. Raises ValueError where the ids say otherwise, or of both kinds at once.
    """

    enrolment: pd.DataFrame
    evidence: pd.DataFrame
    register: pd.DataFrame
    provinces: pd.DataFrame
    levels: pd.DataFrame
    requirements: pd.DataFrame
    fictitious: bool

    def __post_init__(self) -> None:
        """Compare the flag with the ids: invented rows never pass for real ones."""
        for table in (self.enrolment, self.evidence, self.register):
            invented = table["lao_id"].str.startswith(FICTITIOUS_PREFIX)
            if (invented != self.fictitious).any():
                raise ValueError("fictitious and real LAOs are never mixed")

    @cached_property
    def years(self) -> pd.DataFrame:
        """The reading of the enrolment table, as `utils.measures.step_years.step_years`."""
        return step_years(
            self.enrolment, register=self.register, provinces=self.provinces, levels=self.levels
        )

    @property
    def is_empty(self) -> bool:
        """Whether no enrolment is known at all."""
        return self.enrolment.empty

    @cached_property
    def first_year_be(self) -> int:
        """The first fiscal year of the table. Raises ValueError where it is empty."""
        return min(int(year) for year in self.enrolment["fiscal_year_be"])

    @cached_property
    def last_year_be(self) -> int:
        """The last fiscal year of the table: the default year. Raises ValueError where empty."""
        return max(int(year) for year in self.enrolment["fiscal_year_be"])

    def covers(self, fiscal_year_be: int) -> bool:
        """Tell whether the table reaches `fiscal_year_be`: later years are "no data"."""
        return not self.is_empty and self.first_year_be <= fiscal_year_be <= self.last_year_be

    def at(self, fiscal_year_be: int) -> pd.DataFrame:
        """Return the rows of `years` of the LAOs enrolled at the end of one fiscal year."""
        years = self.years
        return years[years["enrolled"] & (years["fiscal_year_be"] == fiscal_year_be)]
