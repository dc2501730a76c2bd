"""What is kept for all sessions: thin wrappers over pure readers, measures and labels.

Everything kept is shared: never change it in place. Pieces of pages that depend on nothing but
their arguments and the release shown are kept by `kept`, so that no reader waits for what another
has asked already.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

import pandas as pd

from utils import paths
from utils.figures import search
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import evidence, prizes, rounds
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage import pace as coverage_pace
from utils.measures.coverage.evidence import Evidence
from utils.measures.coverage.groups import Grouping
from utils.measures.coverage.municipalities import by_municipality
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.screen.app import release_shown
from utils.tables import shipped
from utils.words import Lang, Words

P = ParamSpec("P")
R = TypeVar("R")
_KEPT: list[Callable[[], None]] = []


def kept(function: Callable[P, R]) -> Callable[P, R]:
    """Keep what a function returns, for every session, the 512 latest answers.

    Each is kept for one release, by the digest that vouches for it: numbers of two never mix. What
    waits to be published is kept apart, and never in the place of what all readers ask for.
    Streamlit's own caches hash their arguments by value, 0.3 ms a call; ours are hashable.
    """

    def of_release(_digest: str, *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)

    remembered = lru_cache(maxsize=512)(of_release)
    apart = lru_cache(maxsize=64)(of_release)
    answer = cast("Callable[Concatenate[str, P], R]", remembered)
    beforehand = cast("Callable[Concatenate[str, P], R]", apart)

    @wraps(function)
    def of_shown(*args: P.args, **kwargs: P.kwargs) -> R:
        shown = release_shown.now()
        keeper = answer if shown.waiting is None else beforehand
        return keeper(shown.release.digest, *args, **kwargs)

    _KEPT.extend((remembered.cache_clear, apart.cache_clear))
    return of_shown


def forget() -> None:
    """Forget all that is kept."""
    for clear in _KEPT:
        clear()


@kept
def table(name: str) -> pd.DataFrame:
    """Return a table of record, as it is in the release shown."""
    return release_shown.now().table(name)


@lru_cache
def invented(name: str) -> pd.DataFrame:
    """Return an invented table: of no release, and never in the store."""
    return shipped.load(name, data=paths.FICTITIOUS)


def with_invented(name: str) -> pd.DataFrame:
    """Return an invented table where there is one, and a table of record otherwise."""
    return invented(name) if name in shipped.INVENTED_NAMES else table(name)


@kept
def record() -> Record:
    """Return the tables that the measures read."""
    return Record.of(table)


@kept
def _provinces() -> dict[str, dict[Hashable, Any]]:
    return {row["province_code"]: row for row in table("provinces").to_dict("records")}


def province(code: str) -> dict[Hashable, Any]:
    """Return one row of the table `provinces`."""
    return _provinces()[code]


@kept
def states(question: Question) -> pd.DataFrame:
    """Return `coverage.by_province` of the whole country."""
    return coverage_coverage.by_province(record(), question)


@kept
def counted_rows(question: Question) -> pd.DataFrame:
    """Return `coverage.counted_rows` of the whole country."""
    return coverage_coverage.counted_rows(record(), question)


@kept
def lesser_prizes() -> pd.DataFrame:
    """Return `prizes.lesser_prizes` of the record."""
    return prizes.lesser_prizes(record().awards, record().prizes)


@kept
def statuses_by_year(question: Question) -> pd.DataFrame:
    """Return `pace.statuses_by_year` of the whole country."""
    return coverage_pace.statuses_by_year(record(), question)


@kept
def rounds_by_year(question: Question) -> pd.DataFrame:
    """Return `rounds.by_year` of a question's window."""
    return rounds.by_year(record().rounds, record().awards, question)


@kept
def target() -> Target:
    """Return the target that the record is held against."""
    return coverage_pace.judged(record().targets, record().last_year_be)


@kept
def coverage_by(question: Question, grouping: Grouping) -> pd.DataFrame:
    """Return `groups.coverage_by` of the whole country."""
    return coverage_groups.coverage_by(states(question), record().provinces, grouping)


@kept
def municipalities(question: Question) -> pd.DataFrame:
    """Return `by_municipality` of the whole country."""
    return by_municipality(record(), question)


@kept
def province_evidence(question: Question, province_code: str) -> Evidence:
    """Return `evidence.of_province`."""
    return evidence.of_province(record(), question, province_code)


@kept
def municipality_options(lang: Lang) -> dict[int, str]:
    """Return `search.municipalities` of the whole register, by the place of the row.

    Options that would be called the same have their province beside them.
    """
    register, provinces = table("municipalities"), table("provinces").set_index("province_code")
    options = search.municipalities(register, Words(lang))
    homes = provinces[f"name_{lang}"].reindex(register["province_code"])
    alike = options.duplicated(keep=False)
    return {
        at: f"{option} · {home}" if is_alike else option
        for at, (option, home, is_alike) in enumerate(zip(options, homes, alike, strict=True))
    }
