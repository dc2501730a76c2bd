"""The reporting round of a fiscal year: what each office has sent of each table, and by when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk import reporting_rounds
from utils.desk.people.roles import Rights
from utils.desk.reporting_rounds import OfficeTable, Round
from utils.desk.store import store
from utils.desk.submissions import forms
from utils.measures.reported import REPORTED_TABLES
from utils.screen.app import link, tables
from utils.screen.app.link import Param
from utils.screen.desk import actions as desk_actions
from utils.screen.desk.send import office_name
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.words import Words

_YEARS: Final = range(2547, 2601)
YEAR: Final = Param(
    name="round",
    options=("", *map(str, _YEARS)),
    default="",
    label="round.year",
)
"""The fiscal year of the round; empty for the last one opened, else the present one."""


def show(engine: Engine, rights: Rights, words: Words) -> None:
    """Draw the round of the chosen year: its deadline, office by table, conflicts, workbooks."""
    with engine.connect() as connection:
        rounds = reporting_rounds.every(connection)
    year = _year(rounds, words)
    _deadline(rounds.get(year), year, words)
    if rights.is_steward:
        _decide(engine, rights, rounds.get(year), year, words)
    progress = reporting_rounds.progress(engine, year)
    st.markdown("\n".join(f"- {_received(progress, table, words)}" for table in REPORTED_TABLES))
    _conflicts(progress, words)
    _office_by_table(progress, year, words)
    _workbooks(engine, year, words)


def _year(rounds: dict[int, Round], words: Words) -> int:
    """Offer the years; return the chosen one."""
    this_year = calendar.fiscal_year(calendar.today())
    opens_on = next((year for year, one in rounds.items() if one.is_open), this_year)
    years = sorted({*rounds, *range(this_year - 5, this_year + 2), opens_on}, reverse=True)
    named = link.value(YEAR)
    chosen, key = (int(named) if named else opens_on), "round.year"
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.selectbox(
        words("round.year"),
        years if chosen in years else [chosen, *years],
        key=key,
        on_change=lambda: link.put(YEAR, str(st.session_state[key])),
        width=200,
    )
    return chosen


def _deadline(one: Round | None, year: int, words: Words) -> None:
    """Say whether the round is open, until when, and how many days are left."""
    if one is None:
        st.markdown(words("round.never", year=year))
        return
    if not one.is_open:
        day, closed = calendar.date_be(one.deadline), calendar.date_be(one.noted.date())
        st.markdown(words("round.closed", year=year, day=day, closed=closed))
        return
    st.markdown(deadline(one, words))


def deadline(one: Round, words: Words) -> str:
    """Say until when an open round lasts, and how many days are left."""
    left = one.days_left(calendar.today())
    when = "left" if left >= 0 else "over"
    day = calendar.date_be(one.deadline)
    return words(f"round.{when}", year=one.fiscal_year_be, day=day, n=abs(left))


def _decide(engine: Engine, rights: Rights, one: Round | None, year: int, words: Words) -> None:
    """Let a steward open the round, move its deadline, or close it."""
    is_open = one is not None and one.is_open
    with st.expander(words("round.change" if is_open else "round.open"), expanded=False):
        last = reporting_rounds.last_day(year) if one is None else one.deadline
        key = f"round.deadline.{year}"
        st.date_input(words("round.deadline"), last, format="DD/MM/YYYY", key=key, width=200)

        def begin() -> str:
            deadline = st.session_state[key]  # it may be newer than the page
            reporting_rounds.open_round(engine, rights.person, year, deadline)
            return words("round.opened", year=year, day=calendar.date_be(deadline))

        def end() -> str:
            reporting_rounds.close_round(engine, rights.person, year)
            return words("round.has_closed", year=year)

        with st.container(horizontal=True):
            label = words("round.move" if is_open else "round.open")
            desk_actions.button(label, begin, words, key="round.open", type="primary")
            if is_open:
                desk_actions.button(words("round.close"), end, words, key="round.close")


def _received(progress: Sequence[OfficeTable], table: str, words: Words) -> str:
    """Say of one table how many offices have reported, and what waits; the rest is not known."""
    cells = [one for one in progress if one.table == table]
    return words(
        "round.received",
        table=schemas.TABLES[table].title(words.lang),
        known=sum(one.reported > 0 for one in cells),
        waiting=sum(bool(one.waiting) and not one.reported for one in cells),
        not_known=sum(one.state == "not_received" for one in cells),
        total=len(cells),
    )


def _office_by_table(progress: Sequence[OfficeTable], year: int, words: Words) -> None:
    """Draw the table: a row an office, a column a table; what waits is a link."""
    titles = {table: schemas.TABLES[table].title(words.lang) for table in REPORTED_TABLES}
    by_office: dict[int, dict[str, OfficeTable]] = {}
    for one in progress:
        by_office.setdefault(one.office_number, {})[one.table] = one
    frame = pd.DataFrame(
        [
            (
                words("round.office_n", office=office),
                *(said(cells[table], words) for table in titles),
            )
            for office, cells in by_office.items()
        ],
        columns=[words("round.office"), *titles.values()],
    )
    picked = tables.plain(
        frame,
        words,
        name=f"reporting-round-{year}",
        key="round.table",
        about=(words("round.source", year=year),),
        links={
            title: [_link(cells[table]) for cells in by_office.values()]
            for table, title in titles.items()
        },
    )
    if picked:
        desk_actions.open_submission(picked)
        st.rerun()


def said(one: OfficeTable, words: Words) -> str:
    """Return how far one office has come with one table, with the day of each state."""
    said = []
    if one.reported and one.published is not None:
        said.append(
            words(
                "round.published",
                known=one.reported,
                total=one.provinces,
                day=calendar.date_be(one.published),
            )
        )
    said += [
        words(
            "round.waits",
            state=words(f"desk.state.{waiting.submission.state}"),
            day=calendar.date_be(waiting.since),
        )
        for waiting in one.waiting[:1]
    ]
    return " · ".join(said) or words("round.not_received")


def _link(one: OfficeTable) -> dict[str, str] | None:
    if not one.waiting:
        return None
    return desk_actions.submission_link(one.waiting[0].submission.submission_id)


def _conflicts(progress: Sequence[OfficeTable], words: Words) -> None:
    """List the parts that more than one submission holds: only one of them can be meant."""
    doubled = [one for one in progress if len(one.waiting) > 1]
    if not doubled:
        return
    lines = [
        words(
            "round.conflict",
            office=office_name(one.office_number, words),
            table=schemas.TABLES[one.table].title(words.lang),
            submissions=", ".join(
                f"{waiting.submission.submission_id} ({waiting.submission.sender})"
                for waiting in one.waiting
            ),
        )
        for one in doubled
    ]
    st.warning(
        desk_actions.escaped(words("round.conflicts"))
        + "\n\n"
        + "\n".join(f"- {desk_actions.escaped(line)}" for line in lines)
    )


def _workbooks(engine: Engine, year: int, words: Words) -> None:
    """Offer a workbook for every office, its own rows filled in, as one archive."""
    st.download_button(
        words("round.workbooks"),
        lambda: forms.of_every_office(
            engine, store.release(None, engine), REPORTED_TABLES, words.lang
        ),
        file_name=f"esc-forms-{year}.zip",
        mime="application/zip",
        on_click="ignore",
        key="round.workbooks",
    )
    st.caption(words("round.workbooks_note"))
