"""What differs between two releases, as tables to read and to take home."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import get_args

import pandas as pd

from utils.desk.store.releases import Release
from utils.desk.store.rows import Row, key_of
from utils.desk.submissions.compare import Difference, TableDifferences, What
from utils.measures.changes.movement import MEANINGS, Meaning
from utils.tables.declared import schemas
from utils.words import Words

WHATS: tuple[What, ...] = get_args(What)
Counts = Counter[tuple[What, Meaning]]


def by_table(found: TableDifferences, words: Words) -> pd.DataFrame:
    """Return how many rows differ in each table that does, and how many are alike."""
    return pd.DataFrame(
        {
            words("history.table"): schemas.TABLES[name].title(words.lang),
            **{words(f"desk.what.{what}"): _sum(counts, what) for what in WHATS},
            words("history.unchanged"): found.unchanged[name],
            **_meanings(counts, words),
        }
        for name, counts in found.tables.items()
    )


def by_province(found: TableDifferences, names: Mapping[str, str], words: Words) -> pd.DataFrame:
    """Return how many rows differ in each province; `names`: of provinces, by code."""
    return pd.DataFrame(
        {
            words("filter.province"): names.get(code) or words("desk.no_province"),
            **_meanings(counts, words),
        }
        for code, counts in found.provinces.items()
    )


def every(
    found: TableDifferences, names: Mapping[str, str], releases: Iterable[Release], words: Words
) -> pd.DataFrame:
    """Return each row that differs: what it said and says, and the file that says so."""
    files = {source.sha256: source.file_name for one in releases for source in one.sources}
    return pd.DataFrame(_told(one, names, files, words) for one in found.differences)


def counts(found: TableDifferences) -> Counter[Meaning]:
    """Return how many rows differ, by what that means."""
    return Counter(one.meaning for one in found.differences)


def _told(
    one: Difference, names: Mapping[str, str], files: Mapping[str, str], words: Words
) -> dict[str, object]:
    table = schemas.TABLES[one.table]
    row = next(state for state in (one.after, one.before) if state is not None)
    key = key_of(table)(row.cells)
    return {
        words("history.table"): table.title(words.lang),
        words("history.what"): words(f"desk.what.{one.what}"),
        words("history.meaning"): words(f"desk.meaning.{one.meaning}"),
        words("filter.province"): ", ".join(names.get(code, code) for code in one.provinces),
        words("history.key"): " · ".join(map(str, key)) if isinstance(key, tuple) else str(key),
        words("history.before"): _cells(one.table, one.before, one.after, words),
        words("history.after"): _cells(one.table, one.after, one.before, words),
        words("history.file"): files.get(row.file_sha256, row.file_sha256),
        words("history.file_row"): row.file_row,
    }


def _cells(name: str, row: Row | None, other: Row | None, words: Words) -> str:
    """Return what a row says, of a changed one only where the other says otherwise."""
    if row is None:
        return ""
    others = row.cells if other is None else other.cells
    told = [
        f"{column.title(words.lang)}: {'–' if cell is None else cell}"
        for column, cell, was in zip(
            schemas.TABLES[name].columns.values(), row.cells, others, strict=True
        )
        if (cell is not None if other is None else cell != was)
    ]
    return " · ".join(told)


def _meanings(counts: Counts, words: Words) -> dict[str, int]:
    return {
        words(f"desk.meaning.{meaning}"): sum(counts[what, meaning] for what in WHATS)
        for meaning in MEANINGS
    }


def _sum(counts: Counts, what: What) -> int:
    return sum(counts[what, meaning] for meaning in MEANINGS)
