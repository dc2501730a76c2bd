"""The tables of enrolment and the staircase, with the state of every LAO worked out from them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from utils.measures.reported import ReportedTable, in_area, told_by_province
from utils.measures.staircase.step_years import step_years
from utils.tables.declared.places import FICTITIOUS_PREFIX


@dataclass(frozen=True, kw_only=True, eq=False)
class Staircase:
    """One state of the tables of the staircase, each as `utils.tables.declared` says.

    `register` is the table `municipalities`, `levels` and `requirements` are `step_levels` and
    `step_requirements`, `parts` is `reported_parts`. `fictitious` : whether LAOs and years are
    invented; whatever is made from them must say so. Raises ValueError where the ids contradict it.
    `country` : the staircase of the country where this one is of an area; None otherwise. `area` :
    the provinces of that area.
    """

    enrolment: pd.DataFrame
    evidence: pd.DataFrame
    register: pd.DataFrame
    provinces: pd.DataFrame
    levels: pd.DataFrame
    requirements: pd.DataFrame
    parts: pd.DataFrame
    fictitious: bool
    country: Staircase | None = None
    area: frozenset[str] = frozenset()

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame], *, fictitious: bool) -> Staircase:
        """Return the staircase made of the tables that `load` returns by name."""
        return cls(
            enrolment=load("enrolment"),
            evidence=load("step_evidence"),
            register=load("municipalities"),
            provinces=load("provinces"),
            levels=load("step_levels"),
            requirements=load("step_requirements"),
            parts=load("reported_parts"),
            fictitious=fictitious,
        )

    def __post_init__(self) -> None:
        """Check the flag against the ids: invented rows never pass for real ones."""
        for table in (self.enrolment, self.evidence, self.register):
            invented = table["lao_id"].str.startswith(FICTITIOUS_PREFIX)
            if (invented != self.fictitious).any():
                raise ValueError("fictitious and real LAOs are never mixed")

    @cached_property
    def years(self) -> pd.DataFrame:
        """The state of every LAO at the end of every year, from `measures.staircase.step_years`."""
        if self.country is not None:
            years = self.country.years
            return years[years["province_code"].isin(self.area)]
        return step_years(
            self.enrolment, register=self.register, provinces=self.provinces, levels=self.levels
        )

    def within(self, province_codes: Collection[str]) -> Staircase:
        """Return the same staircase narrowed to the LAOs of some provinces.

        The years covered remain those of the whole table: `knows` tells whether the area has
        reported in one.
        """
        return replace(self, country=self.country or self, area=frozenset(province_codes))

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known at all: no enrolment, and no office that reported none."""
        return not self._years_told

    @cached_property
    def first_year_be(self) -> int:
        """The first fiscal year of the table. Raises ValueError where it is empty."""
        return min(self._years_told)

    @cached_property
    def last_year_be(self) -> int:
        """The last fiscal year of the table: the default year. Raises ValueError where empty."""
        return max(self._years_told)

    @cached_property
    def _years_told(self) -> frozenset[int]:
        """The fiscal years with a row, or with an office that has reported none."""
        parts = self.parts.loc[self.parts["reported_table"] == "enrolment", "fiscal_year_be"]
        return frozenset(int(year) for year in (*self.enrolment["fiscal_year_be"], *parts))

    def covers(self, fiscal_year_be: int) -> bool:
        """Tell whether the table reaches `fiscal_year_be`: later years are "no data"."""
        return not self.is_empty and self.first_year_be <= fiscal_year_be <= self.last_year_be

    @property
    def years_held(self) -> int:
        """How many fiscal years the table spans. Raises ValueError where it is empty."""
        return self.last_year_be - self.first_year_be + 1

    def told(self, fiscal_year_be: int, table: ReportedTable = "enrolment") -> pd.DataFrame:
        """Return what each province here has told of a year, as in `measures.reported`."""
        told = told_by_province(
            self.evidence if table == "step_evidence" else self.enrolment,
            self.parts,
            self.register,
            self.provinces,
            table=table,
            fiscal_year_be=fiscal_year_be,
        )
        return told if self.country is None else in_area(told, self.area)

    def knows(self, fiscal_year_be: int) -> bool:
        """Tell whether anything is known of a year here: without a report, nobody is not known."""
        if not self.covers(fiscal_year_be):
            return False
        if not self.at(fiscal_year_be).empty:
            return True
        return bool((self.told(fiscal_year_be)["told"] != "not_reported").any())

    def narrowed(self, table: pd.DataFrame) -> pd.DataFrame:
        """Return the rows of a table of the country that are in this staircase's area."""
        return table[table["province_code"].isin(self.area)].reset_index(drop=True)

    def at(self, fiscal_year_be: int) -> pd.DataFrame:
        """Return the rows of `years` for the LAOs enrolled at the end of one fiscal year."""
        years = self.years
        return years[years["enrolled"] & (years["fiscal_year_be"] == fiscal_year_be)]
