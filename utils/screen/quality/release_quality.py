"""The quality of the release shown: how full and fresh its tables are, and their faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.figures import dictionary_rows, labels
from utils.measures.quality import (
    Fullness,
    fullness,
    laos_by_office_and_year,
    registered_by_office,
    unmatched_names,
)
from utils.screen import params
from utils.screen.app import cache, choice, components, filters, link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.quality import release_rows
from utils.screen.quality.release_rows import ROWS_ON_SCREEN
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
            words("quality.matched", n=len(_unmatched())),
        ],
        "groups": [],
        "asides": [],
        "notes": [],
    }
    components.mount("board", board, key="quality.board")
    release_rows.show(chosen)
    _by_table(chosen)
    _offices(chosen)
    _names(chosen)
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
    to = release_rows.addresses(((name, None) for name in names), chosen)
    tables.show(
        told,
        words,
        name="quality_tables",
        key="quality.tables",
        about=release_rows.about(words("quality.tables_note"), chosen, ""),
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


def _offices(chosen: Filters) -> None:
    """Draw how many LAOs of each office a table has in each year; a count leads to its rows."""
    words = chosen.words
    st.subheader(words("quality.offices"), anchor=False)
    st.caption(words("quality.offices_note"))
    name = choice.among(
        params.OF_OFFICES,
        words("quality.offices_of"),
        lambda code: schemas.TABLES[code].title(words.lang),
        place="quality",
    )
    counted = _counted(name).iloc[:, ::-1]  # the newest year is in sight on every screen
    if counted.columns.empty:
        st.info(words("quality.no_rows"))
        return
    own = release_rows.codes(name)
    matrix = {
        "said": words("quality.offices"),
        "headings": [words("filter.office"), words("quality.registered")],
        "base": link.address("history", chosen.link | own),
        "row": params.ROWS_OFFICE.name,
        "column": params.ROWS_YEAR.name,
        "columns": list(counted.columns),
        "rows": _matrix_rows(counted, words),
    }
    components.mount("matrix", matrix, key="quality.matrix", act=partial(_show_office, name))
    tables.offer(
        lambda: _matrix_file(matrix),
        words,
        name=f"quality_offices_{name}",
        key="quality.offices",
        about=release_rows.about(schemas.TABLES[name].title(words.lang), chosen, name),
    )


def _show_office(name: str, picked: str) -> None:
    office, _, year = picked.partition(",")
    release_rows.choose(name, office=office, year=year)


def _matrix_rows(counted: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    register = _registered()
    return [
        {
            "code": str(number),
            "name": filters.group_name(number, "office_number", words)
            if number
            else words("quality.no_office"),
            "of": int(register.get(number, 0)),
            "counts": counts,
        }
        for number, counts in zip(counted.index, counted.to_numpy().tolist(), strict=True)
    ]


def _matrix_file(matrix: Mapping[str, Any]) -> pd.DataFrame:
    rows = [(row["name"], row["of"], *row["counts"]) for row in matrix["rows"]]
    return pd.DataFrame(rows, columns=[*matrix["headings"], *map(str, matrix["columns"])])


@cache.kept
def _counted(name: str) -> pd.DataFrame:
    rows, register = cache.table(name), cache.table("municipalities")
    return laos_by_office_and_year(rows, register, cache.table("provinces"))


@cache.kept
def _registered() -> pd.Series:
    return registered_by_office(cache.table("municipalities"), cache.table("provinces"))


def _names(chosen: Filters) -> None:
    """List the names that the tables know nothing under; each leads to its row."""
    words, found = chosen.words, _unmatched()
    st.subheader(words("quality.unmatched", n=len(found)), anchor=False)
    st.caption(words("quality.unmatched_note"))
    if found.empty:
        return
    places = zip(found["table"], found["row"], strict=True)
    told = pd.DataFrame(
        {
            words("history.table"): [
                schemas.TABLES[name].title(words.lang) for name in found["table"]
            ],
            words("history.key"): found["row"],
            words("quality.column"): [
                schemas.TABLES[name].columns[column].title(words.lang)
                for name, column in zip(found["table"], found["column"], strict=True)
            ],
            words("quality.value"): found["value"],
        }
    )
    tables.show(
        told,
        words,
        name="quality_names",
        key="quality.names",
        about=release_rows.about(words("quality.unmatched_note"), chosen, ""),
        links={words("history.key"): release_rows.addresses(places, chosen)},
    )


@cache.kept
def _unmatched() -> pd.DataFrame:
    """Return `quality.unmatched_names` of the tables shown."""
    return unmatched_names(cache.table)


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
                about=release_rows.about(words("quality.listed", n=len(listed)), chosen, ""),
                links={words("column.source_row"): release_rows.addresses(_listed(listed), chosen)},
            )
    if not found:
        return
    with tables.folded(words("quality.found", n=len(found)), key="quality.found") as opened:
        if opened:
            told = pd.DataFrame(_problem(one, words) for one in found)
            to = release_rows.addresses(((one.file, one.row) for one in found), chosen)
            tables.show(
                told.head(ROWS_ON_SCREEN),
                words,
                name="quality_found",
                key="quality.problems",
                about=release_rows.about(words("quality.found", n=len(found)), chosen, ""),
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
