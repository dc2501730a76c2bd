"""One item of the worklist: what raised it, whom it is about, and the rows it came from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

WorkRule = Literal[
    "province_waiting",
    "centre_without_result",
    "window_ends",
    "list_open",
    "lao_not_reported",
    "evidence_lacking",
    "long_on_step",
    "no_coach",
    "score_missing",
    "score_part",
    "score_old",
    "self_far_from_area",
    "part_missing",
    "part_returned",
    "correction_asked",
    "resolution_open",
]
WORK_RULES: tuple[WorkRule, ...] = get_args(WorkRule)
OF_THE_LIST: tuple[WorkRule, ...] = WORK_RULES[:4]
"""Rules that the award list answers."""
AT_THE_DESK: tuple[WorkRule, ...] = WORK_RULES[-4:]
"""Rules that no table answers, but what waits at the desk."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that someone can act on.

    `fiscal_year_be`: the year at whose end the tables raise it. `province_code`, `lao_id`: whom it
    is about, empty where it is about no single one; `office_number`: the office, where the item is
    about it and none of its provinces. `about`: what else tells two items of one rule apart, such
    as the level of a round. `rows`: the rows that raised it, as pairs of a table's name and the
    cells of its key. `facts`: names and values for the words. `laos`: those that could close it,
    the nearest first.
    """

    rule: WorkRule
    fiscal_year_be: int
    province_code: str = ""
    lao_id: str = ""
    office_number: int | None = None
    about: str = ""
    rows: tuple[tuple[str, tuple[str | int, ...]], ...] = ()
    facts: tuple[tuple[str, str | int | float], ...] = ()
    laos: tuple[str, ...] = ()

    @property
    def item_id(self) -> str:
        """Name the item: the same as long as the same rule raises it of the same subject and year.

        Examples
        --------
        >>> Item(rule="window_ends", fiscal_year_be=2563, province_code="38").item_id
        'window_ends.2563.38'
        """
        office = "" if self.office_number is None else str(self.office_number)
        year = str(self.fiscal_year_be)
        parts = (self.rule, year, self.province_code, office, self.lao_id, self.about)
        return ".".join(part for part in parts if part)
