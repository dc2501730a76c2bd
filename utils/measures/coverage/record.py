"""The tables that measures of coverage read, carried together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import cached_property

import pandas as pd

from utils.measures.coverage.rounds import last_complete_year
from utils.measures.successors import with_successors


@dataclass(frozen=True, kw_only=True)
class Record:
    """One state of the tables of record, each as declared in utils/tables/declared/schemas.py.

    `centre_cities`: with what a centre city became where it merged (`measures.successors`).
    """

    provinces: pd.DataFrame
    awards: pd.DataFrame
    prizes: pd.DataFrame
    centre_cities: pd.DataFrame
    rounds: pd.DataFrame
    targets: pd.DataFrame

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame]) -> Record:
        """Return the record made of the tables that `load` returns by name."""
        tables = {field.name: load(field.name) for field in fields(cls)}
        centres = with_successors(tables["centre_cities"], load("municipalities"))
        return cls(**tables | {"centre_cities": centres})

    @cached_property
    def last_year_be(self) -> int:
        """The last fiscal year with a complete list, on which pages open.

        Where no list is known to be complete, the last with a result.
        """
        complete = last_complete_year(self.rounds)
        return self.last_result_year_be if complete is None else complete

    @cached_property
    def last_result_year_be(self) -> int:
        """The last fiscal year with a result, its list whole or not."""
        return int(self.awards["fiscal_year_be"].max())

    @cached_property
    def first_year_be(self) -> int:
        """The first fiscal year with a result."""
        return int(self.awards["fiscal_year_be"].min())

    def covers(self, fiscal_year_be: int) -> bool:
        """Tell whether the record reaches `fiscal_year_be`: later years are "no data"."""
        return self.first_year_be <= fiscal_year_be <= self.last_result_year_be
