"""The quality of the release shown: how full and fresh its tables are, what rules find in them."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from utils.figures import dictionary_rows, labels
from utils.measures.quality import Fullness, fullness, laos_by_office
from utils.screen import cache, components, filters, link, params, shown, tables
from utils.screen.filters import Filters
from utils.tables import schemas, table_rules
from utils.tables.problems import Problem
from utils.tables.reader import FILE_ROW
from utils.words import Words

_FAULTS: Final = schemas.AWARD_LIST_FAULTS.name
_ROWS_ON_SCREEN: Final = 1000
# What offices send of their LAOs, year by year.
OF_OFFICES: Final = ("awards", "enrolment", "scores", "lpa_results", "green_areas")


def show(chosen: Filters) -> None:
    """Draw the quality of the release: the open warnings first, then tables and offices."""
    say, listed = chosen.words, cache.table(_FAULTS)
    found = sum(map(len, (_problems(name) for name in schemas.TABLES)))
    board = {
        "known": True,
        "number": str(found + len(listed)),
        "of": say("quality.of"),
        "lead": [
            say("quality.lead", found=found, listed=len(listed)),
            say("quality.fresh", last=cache.record().last_year_be),
            say("quality.matched"),
        ],
        "groups": [],
        "asides": [],
        "notes": [],
    }
    components.mount("board", board, key="quality.board")
    _by_table(chosen)
    _by_office(chosen)
    _warnings(chosen)
    _rows(chosen)


@cache.kept
def _problems(name: str) -> tuple[Problem, ...]:
    """Return what the rules over a whole table find; each row is the place in the table, from 1."""
    check = table_rules.check_of(schemas.TABLES[name], cache.table)
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
    say = chosen.words
    names = list(schemas.TABLES)
    st.subheader(say("quality.tables"), anchor=False)
    st.caption(say("quality.tables_note"))
    told = pd.DataFrame(_told(name, say) for name in names)
    to = [link.address("history", chosen.link | _codes(name)) for name in names]
    tables.show(
        told,
        say,
        name="quality_tables",
        key="quality.tables",
        about=_about(say("quality.tables_note"), chosen, ""),
        links={say("history.table"): to},
    )


def _told(name: str, say: Words) -> dict[str, object]:
    full, since = _fullness(name), shown.release().since.get(name)
    ends = (full.first_year_be, full.last_year_be)
    return {
        say("history.table"): schemas.TABLES[name].title(say.lang),
        say("quality.rows"): full.rows,
        say("quality.known"): f"{full.known}/{full.cells}" if full.cells else "–",
        say("quality.years"): "–" if None in ends else labels.years(*map(int, filter(None, ends))),
        say("quality.since"): since,
        say("quality.warnings"): len(cache.table(_FAULTS))
        if name == "awards"
        else len(_problems(name)),
    }


def _by_office(chosen: Filters) -> None:
    say, year = chosen.words, chosen.question.fiscal_year_be
    st.subheader(say("quality.offices", year=year), anchor=False)
    st.caption(say("quality.offices_note"))
    counted = _offices(year).rename(columns=lambda name: schemas.TABLES[name].title(say.lang))
    names = [filters.group_name(number, "office_number", say) for number in counted.index]
    counted.insert(0, say("filter.office"), names)
    about = _about(say("quality.offices", year=year), chosen, "")
    tables.plain(counted, say, name="quality_offices", key="quality.offices", about=about)


@cache.kept
def _offices(year: int) -> pd.DataFrame:
    register, provinces = cache.table("municipalities"), cache.table("provinces")
    return pd.DataFrame(
        {name: laos_by_office(cache.table(name), register, provinces, year) for name in OF_OFFICES}
    )


def _warnings(chosen: Filters) -> None:
    say, listed = chosen.words, cache.table(_FAULTS)
    found = [problem for name in schemas.TABLES for problem in _problems(name)]
    with tables.folded(say("quality.listed", n=len(listed)), key="quality.listed") as opened:
        if opened:
            rows = dictionary_rows.faults(listed, say)
            about = _about(say("quality.listed", n=len(listed)), chosen, "")
            tables.show(rows, say, name=_FAULTS, key="quality.faults", about=about)
    if not found:
        return
    with tables.folded(say("quality.found", n=len(found)), key="quality.found") as opened:
        if opened:
            told = pd.DataFrame(_problem(one, say) for one in found)
            to = [link.address("history", chosen.link | _codes(one.file)) for one in found]
            tables.show(
                told.head(_ROWS_ON_SCREEN),
                say,
                name="quality_found",
                key="quality.problems",
                about=_about(say("quality.found", n=len(found)), chosen, ""),
                links={say("history.table"): to[:_ROWS_ON_SCREEN]},
                file=told,
            )


def _problem(one: Problem, say: Words) -> dict[str, object]:
    table = schemas.TABLES[one.file]
    return {
        say("history.table"): table.title(say.lang),
        say("history.key"): one.row,
        say("quality.column"): table.columns[one.column].title(say.lang)
        if one.column in table.columns
        else one.column,
        say("quality.value"): one.value,
        say("quality.message"): one.message(say.lang),
        say("quality.remedy"): one.remedy(say.lang),
    }


def _rows(chosen: Filters) -> None:
    """Offer the rows of one table of the release: what every count above leads to."""
    say, param = chosen.words, params.ROWS_OF
    key, write = link.follow(param, "quality")
    titles = {name: table.title(say.lang) for name, table in schemas.TABLES.items()}
    st.selectbox(
        say("quality.choose"),
        param.options,
        format_func=lambda name: titles.get(name, say("quality.none")),
        key=key,
        on_change=write,
    )
    name = link.value(param)
    if not name:
        return
    rows = _in_words(name, say)
    first = rows.head(_ROWS_ON_SCREEN)
    if len(rows) > _ROWS_ON_SCREEN:
        st.caption(say("history.shortened", n=_ROWS_ON_SCREEN))
    about = _about(titles[name], chosen, name)
    tables.show(first, say, name=name, key=f"quality.{name}", about=about, file=rows)


def _in_words(name: str, say: Words) -> pd.DataFrame:
    """Return a table with its headings and codes in words, each row after its place."""
    rows = cache.table(name)
    told: dict[str, Any] = {say("history.key"): range(1, len(rows) + 1)}
    for key, column in schemas.TABLES[name].columns.items():
        cells = rows[key]
        labels_of = {choice.code: choice.label(say.lang) for choice in column.choices}
        told[column.title(say.lang)] = cells.map(labels_of) if labels_of else cells
    return pd.DataFrame(told)


def _codes(name: str) -> dict[str, str]:
    return {params.HISTORY_PART.name: "quality"} | ({params.ROWS_OF.name: name} if name else {})


def _about(lead: str, chosen: Filters, name: str) -> tuple[str, ...]:
    return (lead, shown.home("history", chosen.link | _codes(name)))
