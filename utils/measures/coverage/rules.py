"""The four counting rules (เกณฑ์การนับ): which results each one counts, over which years.

They are independent readings of one sentence of the resolution, not stages that follow one another.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from utils.measures.coverage.prizes import excellent_or_prize

RuleCode = Literal["a", "b", "c", "d"]

DEFAULT_RULE: RuleCode = "b"
DEFAULT_WINDOW_YEARS = 3


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One counting rule.

    `windowed`: whether it counts only the last n fiscal years, the chosen year included.
    `selective`: whether it leaves out some results whatever their year.
    """

    code: RuleCode
    windowed: bool
    selective: bool


RULES: dict[RuleCode, Rule] = {
    "a": Rule(code="a", windowed=False, selective=False),
    "b": Rule(code="b", windowed=True, selective=False),
    "c": Rule(code="c", windowed=True, selective=True),
    "d": Rule(code="d", windowed=True, selective=True),
}


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is counted: by a rule, at the end of a fiscal year, over a window.

    `window_years` is n of "the last n fiscal years", or None for every year of the record; rule (a)
    has no window and ignores it. Example: `Question(rule="b", fiscal_year_be=2563)` counts results
    of FY 2561–2563.
    """

    rule: RuleCode
    fiscal_year_be: int
    window_years: int | None = DEFAULT_WINDOW_YEARS

    @property
    def first_year_be(self) -> int | None:
        """The first fiscal year counted, or None where the whole record is."""
        if self.window_years is None or not RULES[self.rule].windowed:
            return None
        return self.fiscal_year_be - self.window_years + 1

    @property
    def own_window(self) -> bool:
        """Whether the window is not the one this dashboard starts with: the reader chose it."""
        return RULES[self.rule].windowed and self.window_years != DEFAULT_WINDOW_YEARS


def qualifying(
    awards: pd.DataFrame, rule: RuleCode, *, prizes: pd.DataFrame, centre_cities: pd.DataFrame
) -> pd.DataFrame:
    """Return the awards that a rule counts, whatever their year.

    Parameters
    ----------
    awards : DataFrame, one row per award
        As the table `awards`; `level`, `certificate_th` and `lao_id` are read.
    rule : RuleCode
        (a) and (b): every award and every area result. (c): area results of ดีเยี่ยม, and the
        national prizes that `prizes.counts_for_excellent` marks. (d): results of the
        provincial-centre city itself.
    prizes, centre_cities : DataFrame
        As the tables of those names.

    Returns
    -------
    DataFrame
        Rows of `awards`, index kept.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 asks for one leading provincial-centre city in
    each province. Rule (d) is nearest to its wording; the others are readings in use. Which prizes
    rule (c) counts is data: a column of the table `prizes`.
    """
    if rule == "c":
        return excellent_or_prize(awards, prizes)
    if rule == "d":
        return awards[awards["lao_id"].isin(centre_cities["lao_id"])]
    return awards


def within(awards: pd.DataFrame, question: Question) -> pd.DataFrame:
    """Return the awards inside the question's window, the year of the question included.

    `awards`: as the table `awards`, `fiscal_year_be` in the Buddhist era. Index kept.

    Notes
    -----
    Source: a window of three years, the chosen one included, is this dashboard's own convention; no
    source says that an award expires.
    """
    years = awards["fiscal_year_be"]
    inside = years <= question.fiscal_year_be
    if question.first_year_be is not None:
        inside &= years >= question.first_year_be
    return awards[inside]
