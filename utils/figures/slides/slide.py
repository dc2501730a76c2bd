"""What a slide is, what a meeting selects, and the tables that slides are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, get_args

import pandas as pd

from utils.figures import labels
from utils.figures.coverage.sentences import Standing
from utils.measures.changes.comparison import Comparison, State, compared
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import prizes, rounds
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.tables.minutes import Meeting
from utils.words import Words

SlideName = Literal[
    "stand",
    "map",
    "change",
    "moved",
    "scored",
    "corrected",
    "last",
    "pace",
    "regions",
    "stairs",
    "holding",
    "pilots",
    "remaining",
    "needs",
    "decisions",
]
SLIDES: tuple[SlideName, ...] = get_args(SlideName)
Kind = Literal["number", "map", "names", "line", "bars", "resolutions"]
_LONG = 110  # letters of a sentence


@dataclass(frozen=True, kw_only=True)
class Slide:
    """One message: a sentence, the figure that shows it, and the table behind the figure.

    `figure`: JSON-ready, its `kind` as described in `utils.figures.slides.pictures` and the modules
    that use it. `basis`: the line below the figure: what is counted, where, and from which source.
    `notes`: definitions and whole sentences, for the speaker and for files. `fictitious`: whether
    it shows invented tables, and so must say so.
    """

    name: SlideName
    title: str
    sentence: str
    kind: Kind
    figure: Mapping[str, Any]
    table: pd.DataFrame
    basis: str
    notes: tuple[str, ...]
    fictitious: bool = False

    @property
    def is_long(self) -> bool:
        """Whether the sentence only fits in smaller letters."""
        return len(self.sentence) > _LONG


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """What a selection is compared with: an earlier release, or else an earlier fiscal year.

    `name`: the release as part of a sentence. `fiscal_year_be`: None for the latest year before
    with a result.
    """

    release: int | None = None
    name: str = ""
    fiscal_year_be: int | None = None


@dataclass(frozen=True, kw_only=True)
class Selection:
    """What a meeting looks at: filters, slides in their order, language, release.

    `codes`, `area`: the provinces of the chosen area and its name, empty for the whole country.
    `release`, `released`: number of the release and the date of its publication (2026-11-24).
    `baseline`: what it is compared with.
    `link`: the address that reproduces it. `fictitious`: whether slides of invented tables are
    wanted where no real one is loaded. `meeting`, `last`: the meeting that this is for and the one
    before it, where the link names one.
    """

    question: Question
    codes: tuple[str, ...]
    area: str
    words: Words
    slides: tuple[SlideName, ...]
    release: int
    released: str
    link: str = ""
    fictitious: bool = False
    baseline: Baseline = Baseline()
    meeting: Meeting | None = None
    last: Meeting | None = None


@dataclass(frozen=True, kw_only=True)
class Material:
    """The tables of one release, each as declared in utils/tables/declared/schemas.py.

    `earlier`: those of the release that a selection is compared with, where it names one.
    """

    record: Record
    staircase: Staircase
    scores: ScoreRecord
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    earlier: State | None = None

    def states(self, question: Question) -> pd.DataFrame:
        """Return `coverage.by_province` of the whole country, asked once a question."""
        if question not in self._asked:
            self._asked[question] = coverage_coverage.by_province(self.record, question)
        return self._asked[question]

    @cached_property
    def _asked(self) -> dict[Question, pd.DataFrame]:
        return {}


@dataclass(frozen=True, kw_only=True)
class SlideContext:
    """A selection beside its tables, and what several slides ask of them."""

    chosen: Selection
    material: Material

    @property
    def words(self) -> Words:
        """Return the catalogue in the language of the slides."""
        return self.chosen.words

    @property
    def record(self) -> Record:
        """Return the tables that the measures read."""
        return self.material.record

    @cached_property
    def states(self) -> pd.DataFrame:
        """`coverage.by_province` of the chosen area."""
        return self.states_of(self.chosen.question)

    def states_of(self, question: Question) -> pd.DataFrame:
        """Return `coverage.by_province` of the chosen area under any question."""
        return self.material.states(question).loc[list(self.chosen.codes)]

    @cached_property
    def comparison(self) -> Comparison | None:
        """What changed in the chosen area; None where there is no earlier year to compare with."""
        material, chosen = self.material, self.chosen
        return compared(
            State(record=material.record, staircase=material.staircase, scores=material.scores),
            chosen.question,
            chosen.codes,
            earlier=material.earlier,
            fiscal_year_be=chosen.baseline.fiscal_year_be,
        )

    def standing(self, rule: Literal["a", "b", "c", "d"] | None = None) -> Standing:
        """Return the chosen question's answer, or that of another rule."""
        question = self.chosen.question
        if rule is not None:
            question = replace(question, rule=rule)
        bounds = coverage_coverage.headline(self.states_of(question))
        caveat = labels.caveat(
            question, prizes.lesser_prizes(self.record.awards, self.record.prizes), self.words
        )
        states = rounds.by_year(self.record.rounds, self.record.awards, question)
        return Standing(
            question=question,
            bounds=bounds,
            caveat=caveat,
            lists=labels.open_lists(states, self.words),
            not_held=labels.year_without_round(states, self.words),
        )

    @property
    def where(self) -> str:
        """Return the chosen area as part of a sentence, empty for the whole country."""
        area = self.chosen.area
        return self.words("sentence.area", name=area) if area else ""

    @property
    def unknown(self) -> str:
        """Return why nothing is counted in the chosen year: no round, or no data yet."""
        year, last = self.chosen.question.fiscal_year_be, self.record.last_result_year_be
        key = "slide.no_round" if self.standing().bounds.no_round else "slide.unknown"
        return self.words(key, year=year, last=last)

    @property
    def basis(self) -> str:
        """Return rule, window, area and source: the line below a figure."""
        words, record = self.words, self.record
        rule = labels.basis(self.chosen.question, record.first_year_be, words)
        return self.sourced(rule)

    def sourced(self, counted: str) -> str:
        """Return a line that says what is counted, with the area and the source."""
        words = self.words
        area = self.chosen.area or words("filter.everywhere")
        source = words(
            "overview.as_of",
            last=self.record.last_result_year_be,
            publisher=words("source.publisher"),
        )
        return f"{counted} · {area} · {source}"
