"""The reporting round of an area's offices: what is missing, and how many days are left."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from utils.desk import reporting_rounds
from utils.desk.reporting_rounds import OfficeTable, Round
from utils.desk.store import store
from utils.figures import labels
from utils.measures.reported import REPORTED_TABLES
from utils.screen.app import navigate, release_shown, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.area.selection import Area
from utils.screen.desk import round as desk_round
from utils.tables.declared import schemas
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Held:
    """An open round, and how far the offices of an area have come with it."""

    round: Round
    progress: tuple[OfficeTable, ...]


def of(area: Area) -> tuple[Held, ...]:
    """Return the open rounds for the offices of an area, the last year first.

    A round is of the present: an earlier release and a preview show none.
    """
    shown = release_shown.now()
    if shown.waiting is not None or not shown.is_newest:
        return ()
    engine = store.opened()
    with engine.connect() as connection:
        rounds = [one for one in reporting_rounds.every(connection).values() if one.is_open]
    return tuple(
        Held(
            round=one,
            progress=tuple(
                cell
                for cell in reporting_rounds.progress(engine, one.fiscal_year_be)
                if cell.office_number in area.offices
            ),
        )
        for one in rounds
    )


def draw(chosen: Filters, held: tuple[Held, ...]) -> None:
    """Draw each open round: its deadline, and the state of each table of each office."""
    words = chosen.words
    if not held:
        st.caption(words("area_page.no_round"))
        return
    for one in held:
        st.markdown(desk_round.deadline(one.round, words))
        year = one.round.fiscal_year_be
        tables.plain(
            told(one, words),
            words,
            name=f"reporting-round-{year}",
            key=f"area.round.{year}",
            about=(words("round.source", year=year),),
            title=words("area_page.round_of", year=year),
        )
        codes = {"part": "round", "round": str(year)} | chosen.short_link
        navigate.way("desk", codes, words("area_page.to_round"))


def told(held: Held, words: Words) -> pd.DataFrame:
    """Return how far the offices have come as a reader's table: a row an office."""
    offices = sorted({one.office_number for one in held.progress})
    cells = {(one.office_number, one.table): one for one in held.progress}
    columns = {
        schemas.TABLES[name].title(words.lang): [
            desk_round.said(cells[office, name], words) for office in offices
        ]
        for name in REPORTED_TABLES
    }
    names = [labels.office(one, table("offices"), record().provinces, words) for one in offices]
    return pd.DataFrame({words("round.office"): names, **columns})


def days(held: tuple[Held, ...]) -> dict[int, dt.date]:
    """Return the last day of each round, by fiscal year (B.E.)."""
    return {one.round.fiscal_year_be: one.round.deadline for one in held}
