"""Open a year: what a list of results needs beside it, asked of its sender and sent as its files.

A list of a new year brings rounds of which the table does not yet say how whole their lists are,
and prizes that have no class. What the sender answers becomes small files of the same submission:
checked, certified, published and traced as every other file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import pandas as pd

from utils.desk.store.files import File
from utils.desk.submissions.intake import ANSWERS, ReadTable
from utils.measures.coverage import rounds as coverage_rounds
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.reading import suggestions
from utils.tables.reading.normalise import tidy
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW
from utils.tables.reading.writer import to_csv
from utils.words import LANGS, Words

_LISTS: Final = (schemas.AWARD_LIST, schemas.AWARDS)
_UNKNOWN: Final = frozenset({"reference_unknown", "reference_misspelt"})
_WHOLE: Final = frozenset({"complete", "listed"})  # the second in releases of earlier versions
_CERTIFICATE: Final = "certificate_th"


class RoundAsked(NamedTuple):
    """A round that a list has results of, and of which nobody says that its list is whole.

    `status`: what the table of rounds says of it, empty where it has no row.
    """

    fiscal_year_be: int
    level: str
    results: int
    status: str


class PrizeAsked(NamedTuple):
    """A prize without a class. `like`: the known prizes of its level that it resembles most."""

    certificate_th: str
    level: str
    like: tuple[str, ...]


class Asked(NamedTuple):
    """What a list asks of its sender."""

    rounds: tuple[RoundAsked, ...] = ()
    prizes: tuple[PrizeAsked, ...] = ()

    @property
    def must_be_said(self) -> bool:
        """Whether the list cannot be submitted without an answer."""
        return bool(self.prizes) or any(
            one.status not in coverage_rounds.LISTED for one in self.rounds
        )

    def told_by(self, problems: Iterable[Problem], *, may_answer: bool) -> list[Problem]:
        """Return problems, those of prizes that are asked about with the way to the question.

        `may_answer`: whether the sender is asked, as a steward is.
        """
        asked = {one.certificate_th for one in self.prizes if may_answer}
        section = {f"section_{lang}": Words(lang)("open_year.title") for lang in LANGS}
        return [
            replace(one, code="prize_asked", context={**one.context, **section})
            if one.code == "reference_unknown" and tidy(one.value) in asked
            else one
            for one in problems
        ]


class RoundSaid(NamedTuple):
    """What the sender says of the list of a round; a row of the table `rounds`, as to be read."""

    fiscal_year_be: int
    level: str
    status: str
    basis_th: str
    basis_en: str
    source: str
    as_of_on: str


class PrizeSaid(NamedTuple):
    """The class that the sender gives a prize; a row of the table `prizes`."""

    certificate_th: str
    level: str
    prize_class: str
    track: str | None
    counts_for_excellent: bool


def asked(readings: Iterable[ReadTable], load: Load) -> Asked:
    """Return what lists of results ask of their sender.

    Parameters
    ----------
    readings : iterable of ReadTable
        The tables of a submission, with their errors.
    load : Load
        Loads the tables as the submission would make them.
    """
    lists = [one for one in readings if one.part.table in _LISTS]
    results = pd.concat([_held(one) for one in lists]) if lists else pd.DataFrame()
    if results.empty:
        return Asked()
    rounds = load(schemas.ROUNDS.name)
    keys = zip(rounds["fiscal_year_be"].astype(int), rounds["level"], strict=True)
    stated = dict(zip(keys, rounds["status"], strict=True))
    held = Counter(results.dropna().itertuples(index=False, name=None))
    return Asked(
        rounds=tuple(
            RoundAsked(int(year), level, n, stated.get((int(year), level), ""))
            for (year, level), n in sorted(held.items())
            if stated.get((int(year), level)) not in _WHOLE
        ),
        prizes=tuple(_prizes_asked(lists, load(schemas.PRIZES.name))),
    )


def _held(one: ReadTable) -> pd.DataFrame:
    return one.reading.frame[["fiscal_year_be", "level"]]


def _prizes_asked(lists: Sequence[ReadTable], prizes: pd.DataFrame) -> Iterable[PrizeAsked]:
    """Yield the prizes that the table of prizes lacks, each once, in the order of the lists."""
    seen = set()
    for one in lists:
        levels = one.reading.frame.drop_duplicates(FILE_ROW).set_index(FILE_ROW)["level"]
        heading = one.part.heading
        written = None if heading is None else heading.written.get(_CERTIFICATE)
        for problem in one.reading.errors:
            if problem.code not in _UNKNOWN or problem.column != written:
                continue
            level = levels.get(problem.row)
            name = tidy(problem.value)
            if pd.isna(level) or (name, level) in seen:
                continue
            seen.add((name, level))
            known = prizes.loc[prizes["level"] == level, _CERTIFICATE]
            yield PrizeAsked(name, level, suggestions.values(name, known))


def files(rounds: Sequence[RoundSaid], prizes: Sequence[PrizeSaid]) -> list[File]:
    """Return the files that answers become, one a table; none for no answer."""
    said: Mapping[Table, Sequence[tuple[object, ...]]] = {
        schemas.ROUNDS: rounds,
        schemas.PRIZES: prizes,
    }
    return [
        File(
            f"{ANSWERS}{table.file}",
            to_csv(pd.DataFrame(rows, columns=list(table.columns)), table).encode(),
            table.name,
        )
        for table, rows in said.items()
        if rows
    ]


def answers_among(sent: Iterable[File]) -> list[File]:
    """Return the files of a submission that answers became: they stay when others are corrected."""
    return [one for one in sent if one.name.startswith(ANSWERS)]


def beside(before: Iterable[File], newer: Sequence[File]) -> list[File]:
    """Return files with newer ones beside them, which take the place of those of the same name."""
    names = {one.name for one in newer}
    return [*(one for one in before if one.name not in names), *newer]
