"""The quality of the release shown: how full and fresh its tables are, and their faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.figures import dictionary_rows, labels
from utils.measures.coverage.rounds import by_year, later_years, still_open
from utils.measures.coverage.rules import Question
from utils.measures.quality import (
    Fullness,
    fullness,
    laos_by_office_and_year,
    registered_by_office,
    unmatched_names,
)
from utils.screen.app import (
    cache,
    choice,
    components,
    filters,
    link,
    navigate,
    release_shown,
    tables,
)
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.quality import release_rows
from utils.screen.quality.release_rows import ROWS_ON_SCREEN
from utils.tables.declared import schemas
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW
from utils.tables.rules import by_table
from utils.words import Words

_FAULTS: Final = schemas.AWARD_LIST_FAULTS.name
OF_OFFICES = Param(
    name="offices_of",
    options=("awards", "enrolment", "scores", "lpa_results", "green_areas"),
    default="awards",
    label="quality.offices_of",
)


def show(chosen: Filters) -> None:
    """Draw the quality of the release: the number of warnings, then tables, offices and names."""
    words, faults = chosen.words, cache.table(_FAULTS)
    problems = sum(map(len, (_problems(name) for name in schemas.TABLES)))
    board = {
        "known": True,
        "number": f"{problems + len(faults):,}",
        "of": words("quality.of"),
        "lead": [
            words("quality.lead", found=problems, listed=len(faults)),
            _fresh(words),
            words("quality.matched", n=len(_unmatched_names())),
        ],
        "groups": [],
        "asides": [],
        "notes": [],
    }
    components.mount("board", board, key="quality.board")
    navigate.offer_register(chosen, "quality")
    release_rows.show(chosen)
    _draw_tables(chosen)
    _draw_offices(chosen)
    _draw_unmatched(chosen)
    _draw_warnings(chosen)


def _fresh(words: Words) -> str:
    """Say to which year the lists are complete, and of which later ones a part is held."""
    record = cache.record()
    told = words("quality.fresh", last=record.last_year_be)
    partial = later_years(record.rounds, record.awards, record.last_year_be)
    if not partial:
        return told
    return f"{told} {words('quality.fresh_part', years=', '.join(map(str, partial)))}"


@cache.kept
def _problems(name: str) -> tuple[Problem, ...]:
    """Return the problems that the rules find in a whole table; `row`: its place there, from 1."""
    check = by_table.check_of(schemas.TABLES[name], cache.table)
    rows = cache.table(name)
    if check is None:
        return ()
    # Rows come from several files, so that only their place in the table is unique.
    placed = rows.assign(**{FILE_ROW: pd.Series(range(1, len(rows) + 1), dtype="Int64")})
    return check(placed, file=name)


@cache.kept
def _fullness(name: str) -> Fullness:
    return fullness(cache.table(name), schemas.TABLES[name])


def _draw_tables(chosen: Filters) -> None:
    words = chosen.words
    names = list(schemas.TABLES)
    st.subheader(words("quality.tables"), anchor=False)
    st.caption(words("quality.tables_note"))
    rows = pd.DataFrame(_table_row(name, words) for name in names)
    addresses = release_rows.addresses(((name, None) for name in names), chosen)
    tables.show(
        rows,
        words,
        name="quality_tables",
        key="quality.tables",
        about=release_rows.about(words("quality.tables_note"), chosen, ""),
        links={words("history.table"): addresses},
    )


def _table_row(name: str, words: Words) -> dict[str, object]:
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


def _draw_offices(chosen: Filters) -> None:
    """Draw how many LAOs of each office a table has in each year; each count leads to its rows."""
    words = chosen.words
    st.subheader(words("quality.offices"), anchor=False)
    st.caption(words("quality.offices_note"))
    name = choice.among(
        OF_OFFICES,
        words,
        lambda code: schemas.TABLES[code].title(words.lang),
        place="quality",
    )
    # The newest year first, so that a narrow screen shows it.
    counts = _office_counts(name).iloc[:, ::-1]
    if counts.columns.empty:
        st.info(words("quality.no_rows"))
        return
    codes = release_rows.codes(name)
    open_years = _open_years(name, counts)
    if open_years:
        listed = ", ".join(map(str, open_years))
        st.caption(words("quality.offices_part", years=listed))
    matrix = {
        "least": words("quality.at_least"),
        "unknown": words("quality.not_known"),
        "open": [int(year) in open_years for year in map(str, counts.columns)],
        "said": words("quality.offices"),
        "headings": [words("filter.office"), words("quality.registered")],
        "base": link.address("history", chosen.link | codes),
        "row": release_rows.OFFICE.name,
        "column": release_rows.YEAR.name,
        "columns": list(counts.columns),
        "rows": _matrix_rows(counts, words),
    }
    components.mount("matrix", matrix, key="quality.matrix", act=partial(_show_rows, name))
    tables.offer(
        lambda: _matrix_file(matrix),
        words,
        name=f"quality_offices_{name}",
        key="quality.offices",
        about=release_rows.about(schemas.TABLES[name].title(words.lang), chosen, name),
    )


def _show_rows(name: str, picked: str) -> None:
    office, _, year = picked.partition(",")
    release_rows.choose(name, office=office, year=year)


def _matrix_rows(counts: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    register = _registered()
    return [
        {
            "code": str(number),
            "name": filters.group_name(number, "office_number", words)
            if number
            else words("quality.no_office"),
            "of": int(register.get(number, 0)),
            "counts": row_counts,
        }
        for number, row_counts in zip(counts.index, counts.to_numpy().tolist(), strict=True)
    ]


def _open_years(name: str, counts: pd.DataFrame) -> list[int]:
    """Return the years of which more rows may come: those of awards without a complete list."""
    if name != schemas.AWARDS.name:
        return []
    record = cache.record()
    question = Question(rule="a", fiscal_year_be=int(counts.columns.max()))
    states = still_open(by_year(record.rounds, record.awards, question))
    years = {int(year) for year in states.index.get_level_values("fiscal_year_be")}
    return sorted(years & set(map(int, counts.columns)))


def _matrix_file(matrix: Mapping[str, Any]) -> pd.DataFrame:
    """Return the table as it reads: at least n where more may come, and never a 0 there."""

    def told(count: int, *, is_open: bool) -> object:
        if not is_open:
            return count
        return f"{matrix['least']} {count}" if count else matrix["unknown"]

    rows = [
        (
            row["name"],
            row["of"],
            *(told(n, is_open=more) for n, more in zip(row["counts"], matrix["open"], strict=True)),
        )
        for row in matrix["rows"]
    ]
    return pd.DataFrame(rows, columns=[*matrix["headings"], *map(str, matrix["columns"])])


@cache.kept
def _office_counts(name: str) -> pd.DataFrame:
    rows, register = cache.table(name), cache.table("municipalities")
    return laos_by_office_and_year(rows, register, cache.table("provinces"))


@cache.kept
def _registered() -> pd.Series:
    return registered_by_office(cache.table("municipalities"), cache.table("provinces"))


def _draw_unmatched(chosen: Filters) -> None:
    """List the names that match nothing in the register; each leads to its row."""
    words, unmatched = chosen.words, _unmatched_names()
    st.subheader(words("quality.unmatched", n=len(unmatched)), anchor=False)
    st.caption(words("quality.unmatched_note"))
    if unmatched.empty:
        return
    places = zip(unmatched["table"], unmatched["row"], strict=True)
    table = pd.DataFrame(
        {
            words("history.table"): [
                schemas.TABLES[name].title(words.lang) for name in unmatched["table"]
            ],
            words("history.key"): unmatched["row"],
            words("quality.column"): [
                schemas.TABLES[name].columns[column].title(words.lang)
                for name, column in zip(unmatched["table"], unmatched["column"], strict=True)
            ],
            words("quality.value"): unmatched["value"],
        }
    )
    tables.show(
        table,
        words,
        name="quality_names",
        key="quality.names",
        about=release_rows.about(words("quality.unmatched_note"), chosen, ""),
        links={words("history.key"): release_rows.addresses(places, chosen)},
    )


@cache.kept
def _unmatched_names() -> pd.DataFrame:
    """Return `quality.unmatched_names` for the release shown."""
    return unmatched_names(cache.table)


def _draw_warnings(chosen: Filters) -> None:
    words, faults = chosen.words, cache.table(_FAULTS)
    problems = [problem for name in schemas.TABLES for problem in _problems(name)]
    with tables.folded(words("quality.listed", n=len(faults)), key="quality.listed") as opened:
        if opened:
            addresses = release_rows.addresses(_award_places(faults), chosen)
            tables.show(
                dictionary_rows.faults(faults, words),
                words,
                name=_FAULTS,
                key="quality.faults",
                about=release_rows.about(words("quality.listed", n=len(faults)), chosen, ""),
                links={words("column.source_row"): addresses},
            )
    if not problems:
        return
    with tables.folded(words("quality.found", n=len(problems)), key="quality.found") as opened:
        if opened:
            table = pd.DataFrame(_problem_row(problem, words) for problem in problems)
            places = ((problem.file, problem.row) for problem in problems)
            addresses = release_rows.addresses(places, chosen)
            tables.show(
                table.head(ROWS_ON_SCREEN),
                words,
                name="quality_found",
                key="quality.problems",
                about=release_rows.about(words("quality.found", n=len(problems)), chosen, ""),
                links={words("history.key"): addresses[:ROWS_ON_SCREEN]},
                file=table,
            )


def _award_places(faults: pd.DataFrame) -> Iterator[tuple[str, int | None]]:
    """Yield table and place of each fault's award; None where that row was dropped as a repeat."""
    awards = cache.table("awards")
    rows = range(1, len(awards) + 1)
    places = dict(zip(awards["source_row"].astype(int), rows, strict=True))
    repeated = zip(awards["source_row_repeated"], rows, strict=True)
    places |= {int(row): place for row, place in repeated if not pd.isna(row)}
    yield from (("awards", places.get(int(row))) for row in faults["source_row"])


def _problem_row(problem: Problem, words: Words) -> dict[str, object]:
    table = schemas.TABLES[problem.file]
    return {
        words("history.table"): table.title(words.lang),
        words("history.key"): problem.row,
        words("quality.column"): table.columns[problem.column].title(words.lang)
        if problem.column in table.columns
        else problem.column,
        words("quality.value"): problem.value,
        words("quality.message"): problem.message(words.lang),
        words("quality.remedy"): problem.remedy(words.lang),
    }
