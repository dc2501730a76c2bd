"""Planned and actual days of releases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

PlanState = Literal["on_time", "early", "late", "due", "overdue"]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One line of the plan. `actual_on`: None where nothing of it is published.

    `days`: from the planned day to the actual one; from today to the planned day where there is
    none, negative once it has passed.
    """

    planned_on: dt.date
    content_th: str
    content_en: str
    actual_on: dt.date | None
    days: int

    @property
    def state(self) -> PlanState:
        """How the release came, or stands, against the plan."""
        if self.actual_on is None:
            return "due" if self.days >= 0 else "overdue"
        return "on_time" if self.days == 0 else "late" if self.days > 0 else "early"


def planned(
    plan: pd.DataFrame, published: Mapping[int, dt.date], *, today: dt.date
) -> tuple[Planned, ...]:
    """Return the plan of releases with the days on which they came, the last planned first.

    Parameters
    ----------
    plan : DataFrame
        As the table `release_plan`.
    published : mapping of release number to date
        The days of the releases. A number that is not among them has not come.
    today : date
        The day in Thailand.

    Notes
    -----
    Source: the table `release_plan`, which stewards keep, and the releases themselves.
    """
    lines = []
    for row in plan.sort_values("planned_on", ascending=False).to_dict("records"):
        day = dt.date.fromisoformat(row["planned_on"])
        actual = None if pd.isna(row["release"]) else published.get(int(row["release"]))
        lines.append(
            Planned(
                planned_on=day,
                content_th=row["content_th"],
                content_en=row["content_en"],
                actual_on=actual,
                days=((day - today) if actual is None else (actual - day)).days,
            )
        )
    return tuple(lines)
