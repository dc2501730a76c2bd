"""What changed between two states of the tables: two fiscal years, or two releases."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, get_args

import pandas as pd

from utils.measures.changes.corrections import corrected, corrections
from utils.measures.changes.provinces import between, year_before
from utils.measures.changes.scores import total_changes
from utils.measures.changes.steps import step_changes
from utils.measures.coverage.coverage import Bounds, by_province, headline
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase

Cause = Literal["new", "correction"]
CAUSES: tuple[Cause, ...] = get_args(Cause)
_CORRECTED = ["table", "what", "fiscal_year_be", "lao_id"]


@dataclass(frozen=True, kw_only=True, eq=False)
class State:
    """One state of the tables that a comparison reads."""

    record: Record
    staircase: Staircase
    scores: ScoreRecord

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame]) -> State:
        """Return the state made of the tables of record that `load` returns by name."""
        return cls(
            record=Record.of(load),
            staircase=Staircase.of(load, fictitious=False),
            scores=ScoreRecord.of(load, fictitious=False),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class Comparison:
    """Two states of the tables in one area; each part is computed when it is first read.

    `before` and `now` are the same where two fiscal years of one release are compared.
    `question_before`, `question` : what is counted in each. `codes` : the provinces of the area.

    Between two releases a change has one of two causes. "correction": the later release corrects
    rows of years already covered (`measures.changes.corrections`), or places, prizes and criteria.
    "new": all other changes. To tell them apart a middle state is computed, the earlier release
    with the corrections alone: corrections lead from the earlier release to it, and new rows from
    it to the later release.
    """

    before: State
    now: State
    question_before: Question
    question: Question
    codes: tuple[str, ...]

    @property
    def of_releases(self) -> bool:
        """Whether two releases are compared, and not two fiscal years of one."""
        return self.before is not self.now

    @cached_property
    def headlines(self) -> tuple[Bounds, Bounds]:
        """Provinces counted before and now, between their bounds."""
        return (
            headline(self._states(self.before.record, self.question_before)),
            headline(self._states(self.now.record, self.question)),
        )

    @cached_property
    def provinces(self) -> pd.DataFrame:
        """`measures.changes.provinces.between` for each possible cause, with a column `cause`."""
        last = self._states(self.now.record, self.question)
        first = self._states(self.before.record, self.question_before)
        if not self.of_releases:
            return between(first, last).assign(cause="new")
        middle = self._states(self._corrected_record, self.question_before)
        return pd.concat(
            [
                between(middle, last).assign(cause="new"),
                between(first, middle).assign(cause="correction"),
            ]
        )

    @cached_property
    def step_years(self) -> tuple[int, int] | None:
        """The fiscal years whose steps are compared; chosen as for `score_years`."""
        stair = self.now.staircase
        years = [] if stair.is_empty else [*range(stair.first_year_be, stair.last_year_be + 1)]
        return self._compared(years)

    @cached_property
    def steps(self) -> pd.DataFrame:
        """`utils.measures.changes.steps.step_changes` in the area; empty where nothing is known."""
        changes = step_changes(self.before.staircase, self.now.staircase, self.step_years)
        return self._here(changes)

    @cached_property
    def score_years(self) -> tuple[int, int] | None:
        """The fiscal years up to which scores are compared; None where the table has no two years.

        Those of the two questions where the table begins by the earlier one and has the later one,
        otherwise the last two of the table. Between two releases, the last year twice.
        """
        years = self.now.scores.scores.dropna(subset="score")["fiscal_year_be"]
        return self._compared(sorted({int(year) for year in years}))

    @cached_property
    def totals(self) -> pd.DataFrame:
        """`measures.changes.scores.total_changes` in the area; empty where nothing is known."""
        changes = total_changes(self.before.scores, self.now.scores, self.score_years)
        return self._here(changes)

    @cached_property
    def corrections(self) -> pd.DataFrame:
        """Rows corrected in the area: `table`, `what`, `fiscal_year_be`, `province_code`, `rows`.

        For awards, steps, scores and LPA results, including those of Bangkok where it is in the
        area.
        """
        places = self.now.scores.municipalities.drop_duplicates("lao_id", keep="last")
        where = places.set_index("lao_id")["province_code"]
        lists = [corrections(*one).assign(table=one[0])[_CORRECTED] for one in self._tables]
        rows = pd.concat(lists, ignore_index=True)
        rows["province_code"] = rows["lao_id"].map(where)
        here = self._here(rows)
        keys = [*_CORRECTED[:-1], "province_code"]
        return here.groupby(keys, sort=False).size().rename("rows").reset_index()

    @property
    def _tables(self) -> list[tuple[str, pd.DataFrame, pd.DataFrame]]:
        before, now = self.before, self.now
        return [
            ("awards", before.record.awards, now.record.awards),
            ("enrolment", before.staircase.enrolment, now.staircase.enrolment),
            ("scores", before.scores.scores, now.scores.scores),
            ("lpa_results", before.scores.lpa, now.scores.lpa),
        ]

    def _compared(self, years: Sequence[int]) -> tuple[int, int] | None:
        first, last = self.question_before.fiscal_year_be, self.question.fiscal_year_be
        if self.of_releases:
            return None if not years else (last, last) if last in years else (years[-1], years[-1])
        if last in years and years[0] <= first:
            return first, last
        return (years[-2], years[-1]) if len(years) > 1 else None

    def _here(self, rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["province_code"].isin(self.codes)].reset_index(drop=True)

    @cached_property
    def _corrected_record(self) -> Record:
        before, now = self.before.record, self.now.record
        awards = corrected("awards", before.awards, now.awards)
        return replace(now, awards=awards, rounds=before.rounds)

    def _states(self, record: Record, question: Question) -> pd.DataFrame:
        return by_province(record, question).loc[list(self.codes)]


def compared(
    now: State,
    question: Question,
    codes: tuple[str, ...],
    *,
    earlier: State | None = None,
    fiscal_year_be: int | None = None,
) -> Comparison | None:
    """Compare the present state with that of an earlier release, or of an earlier year.

    Parameters
    ----------
    now : State
    question : Question
        What is counted now.
    codes : tuple of str
        The provinces of the area.
    earlier : State, optional
        The tables of an earlier release, in which the same is counted at the end of the same fiscal
        year, or of its last year if that is earlier.
    fiscal_year_be : int, optional
        The earlier fiscal year where no release is given; by default the latest with a result
        before the question's.

    Returns
    -------
    Comparison, or None where there is no earlier year

    Notes
    -----
    Source: this dashboard's own convention. For what counts as a correction see
    `measures.changes.meaning.of_added`. Provinces counted before, plus those gained, minus those
    that left the window or are not known, are the provinces counted now.
    """
    if earlier is not None:
        last = min(question.fiscal_year_be, earlier.record.last_result_year_be)
        then = replace(question, fiscal_year_be=last)
        return Comparison(
            before=earlier, now=now, question_before=then, question=question, codes=codes
        )
    year = fiscal_year_be or year_before(now.record, question.fiscal_year_be)
    if year is None:
        return None
    then = replace(question, fiscal_year_be=year)
    return Comparison(before=now, now=now, question_before=then, question=question, codes=codes)
