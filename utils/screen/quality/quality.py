"""The quality of the release shown: how full and fresh its tables are, what rules find in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pandas as pd
import streamlit as st

from utils.figures import dictionary_rows, labels
from utils.measures.quality import Fullness, fullness
from utils.screen.app import cache, components, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.quality import names as quality_names
from utils.screen.quality import offices as quality_offices
from utils.screen.quality import rows as quality_rows
from utils.screen.quality.rows import ROWS_ON_SCREEN
from utils.tables.declared import schemas
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW
from utils.tables.rules import by_table
from utils.words import Words

_FAULTS: Final = schemas.AWARD_LIST_FAULTS.name


def show(chosen: Filters) -> None:
    """Draw the quality of the release: the open warnings first, then tables and offices."""
    words, listed = chosen.words, cache.table(_FAULTS)
    found = sum(map(len, (_problems(name) for name in schemas.TABLES)))
    board = {
        "known": True,
        "number": str(found + len(listed)),
        "of": words("quality.of"),
        "lead": [
            words("quality.lead", found=found, listed=len(listed)),
            words("quality.fresh", last=cache.record().last_year_be),
            words("quality.matched", n=len(quality_names.unmatched())),
        ],
        "groups": [],
        "asides": [],
        "notes": [],
    }
    components.mount("board", board, key="quality.board")
    quality_rows.show(chosen)
    _by_table(chosen)
    quality_offices.show(chosen)
    quality_names.show(chosen)
    _warnings(chosen)


@cache.kept
def _problems(name: str) -> tuple[Problem, ...]:
    """Return what the rules over a whole table find; each row is the place in the table, from 1."""
    check = by_table.check_of(schemas.TABLES[name], cache.table)
    rows = cache.table(name)
    if check is None:
        return ()
    # Rows of a table come from several files: their place in the table tells them apart.
    placed = rows.assign(**{FILE_ROW: pd.Series(range(1, len(rows) + 1), dtype="Int64")})
    return check(placed, file=name)


@cache.kept
def _fullness(name: str) -> Fullness:
    return fullness(cache.table(name), schemas.TABLES[name])


def _by_table(chosen: Filters) -> None:
    words = chosen.words
    names = list(schemas.TABLES)
    st.subheader(words("quality.tables"), anchor=False)
    st.caption(words("quality.tables_note"))
    told = pd.DataFrame(_told(name, words) for name in names)
    to = quality_rows.addresses(((name, None) for name in names), chosen)
    tables.show(
        told,
        words,
        name="quality_tables",
        key="quality.tables",
        about=quality_rows.about(words("quality.tables_note"), chosen, ""),
        links={words("history.table"): to},
    )


def _told(name: str, words: Words) -> dict[str, object]:
    full, since = _fullness(name), release_shown.release().since.get(name)
    ends = (full.first_year_be, full.last_year_be)
    return {
        words("history.table"): schemas.TABLES[name].title(words.lang),
        words("quality.rows"): full.rows,
        words("quality.known"): f"{full.known}/{full.cells}" if full.cells else "–",
        words("quality.years"): "–"
        if None in ends
        else labels.years(*map(int, filter(None, ends))),
        words("quality.since"): since,
        words("quality.warnings"): len(cache.table(_FAULTS))
        if name == "awards"
        else len(_problems(name)),
    }


def _warnings(chosen: Filters) -> None:
    words, listed = chosen.words, cache.table(_FAULTS)
    found = [problem for name in schemas.TABLES for problem in _problems(name)]
    with tables.folded(words("quality.listed", n=len(listed)), key="quality.listed") as opened:
        if opened:
            rows = dictionary_rows.faults(listed, words)
            tables.show(
                rows,
                words,
                name=_FAULTS,
                key="quality.faults",
                about=quality_rows.about(words("quality.listed", n=len(listed)), chosen, ""),
                links={words("column.source_row"): quality_rows.addresses(_listed(listed), chosen)},
            )
    if not found:
        return
    with tables.folded(words("quality.found", n=len(found)), key="quality.found") as opened:
        if opened:
            told = pd.DataFrame(_problem(one, words) for one in found)
            to = quality_rows.addresses(((one.file, one.row) for one in found), chosen)
            tables.show(
                told.head(ROWS_ON_SCREEN),
                words,
                name="quality_found",
                key="quality.problems",
                about=quality_rows.about(words("quality.found", n=len(found)), chosen, ""),
                links={words("history.key"): to[:ROWS_ON_SCREEN]},
                file=told,
            )


def _listed(faults: pd.DataFrame) -> Iterator[tuple[str, int | None]]:
    """Yield where the award of each recorded fault stands; a row that repeats one is not kept."""
    awards = cache.table("awards")
    rows = range(1, len(awards) + 1)
    places = dict(zip(awards["source_row"].astype(int), rows, strict=True))
    repeated = zip(awards["source_row_repeated"], rows, strict=True)
    places |= {int(row): place for row, place in repeated if not pd.isna(row)}
    yield from (("awards", places.get(int(row))) for row in faults["source_row"])


def _problem(one: Problem, words: Words) -> dict[str, object]:
    table = schemas.TABLES[one.file]
    return {
        words("history.table"): table.title(words.lang),
        words("history.key"): one.row,
        words("quality.column"): table.columns[one.column].title(words.lang)
        if one.column in table.columns
        else one.column,
        words("quality.value"): one.value,
        words("quality.message"): one.message(words.lang),
        words("quality.remedy"): one.remedy(words.lang),
    }
