"""The three levels of the mechanism and the four strategies, with the resolutions of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from utils.desk import work_at_hand
from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.figures.slides import minutes as slide_minutes
from utils.measures.worklist.progress import PROGRESS, Progress, progress, tally
from utils.screen.app import link, navigate, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.tables import calendar
from utils.tables.minutes import LEVELS, STRATEGIES, Meeting, Resolution
from utils.words import Words

LEVEL: Final = Param(name="level", options=LEVELS, default="", label="minutes.level")
STRATEGY: Final = Param(name="strategy", options=STRATEGIES, default="", label="minutes.strategy")


@dataclass(frozen=True, kw_only=True)
class Standing:
    """A resolution that was not withdrawn, its meeting, and what became of it by today."""

    meeting: Meeting
    resolution: Resolution
    now: Progress

    @property
    def level(self) -> str:
        """The level it is of: its own, else that of the committee that took it."""
        return self.resolution.level or self.meeting.level


def show(chosen: Filters) -> None:
    """Draw the levels, the strategies, and the resolutions that fit what is chosen."""
    words, every = chosen.words, standing()
    st.markdown(words("mechanism.lead"))
    tables.plain(
        _levels(every, words),
        words,
        name="three_levels",
        key="mechanism.levels",
        title=words("mechanism.column.level"),
        about=(words("mechanism.source"),),
    )
    st.caption(words("mechanism.source"))
    navigate.offer_evaluation(chosen)
    st.header(words("mechanism.strategies"), anchor=False)
    tables.plain(
        _strategies(every, words),
        words,
        name="four_strategies",
        key="mechanism.strategies",
        title=words("mechanism.strategies"),
        about=(words("mechanism.source"),),
    )
    st.header(words("mechanism.resolutions"), anchor=False)
    _choose(words)
    _resolutions(every, chosen)


def standing() -> list[Standing]:
    """Return every resolution that stands, of the last meeting first, by the release shown."""
    engine, number = store.opened(), release_shown.release().number
    with engine.connect() as connection:
        meetings = [
            store_minutes.find(connection, one.number) for one in store_minutes.every(connection)
        ]
    names = frozenset(
        name for meeting in meetings for one in meeting.standing for name in one.points_to
    )
    raised = work_at_hand.raised(engine, number, names)
    today = calendar.today()
    return [
        Standing(meeting=meeting, resolution=one, now=progress(one, raised, today))
        for meeting in meetings
        for one in meeting.standing
    ]


def _levels(every: Sequence[Standing], words: Words) -> pd.DataFrame:
    """Return a row a level: who chairs, who is secretary, what it does, what is open there."""
    rows = []
    for level in LEVELS[1:]:
        here = [one for one in every if one.level == level]
        waiting = [one for one in here if one.now in {"open", "overdue"}]
        due = sorted(one.resolution.due_on for one in waiting if one.resolution.due_on)
        meetings = {one.meeting.number for one in every if one.meeting.level == level}
        rows.append(
            (
                words(f"minutes.level_name.{level}"),
                words(f"mechanism.chair.{level}"),
                words(f"mechanism.secretary.{level}"),
                words(f"mechanism.does.{level}"),
                len(waiting),
                len(meetings),
                calendar.date_be(dt.date.fromisoformat(due[0])) if due else "–",
            )
        )
    names = ("level", "chair", "secretary", "does", "open", "meetings", "next_due")
    return pd.DataFrame(rows, columns=[words(f"mechanism.column.{name}") for name in names])


def _strategies(every: Sequence[Standing], words: Words) -> pd.DataFrame:
    """Return a row a strategy: how many resolutions stand under it, by what became of them."""
    rows = []
    for strategy in (*STRATEGIES[1:], ""):
        counts = tally(one.now for one in every if one.resolution.strategy == strategy)
        name = words(f"minutes.strategy_name.{strategy}") if strategy else words("minutes.not_set")
        rows.append((name, sum(counts.values()), *counts.values()))
    heads = [words("minutes.strategy"), words("mechanism.column.resolutions")]
    return pd.DataFrame(
        rows, columns=[*heads, *(words(f"minutes.now.{name}") for name in PROGRESS)]
    )


def _choose(words: Words) -> None:
    names: dict[Param, dict[str, str]] = {
        LEVEL: {code: words(f"minutes.level_name.{code}") for code in LEVELS if code},
        STRATEGY: {code: words(f"minutes.strategy_name.{code}") for code in STRATEGIES if code},
    }
    for column, (param, named) in zip(st.columns([1, 1, 1])[:2], names.items(), strict=True):
        key, write = link.follow(param, "mechanism")
        shown = {"": words("filter.all"), **named}
        column.selectbox(
            words(param.label),
            param.options,
            format_func=shown.__getitem__,
            key=key,
            on_change=write,
        )


def _resolutions(every: Sequence[Standing], chosen: Filters) -> None:
    words, level, strategy = chosen.words, link.value(LEVEL), link.value(STRATEGY)
    shown = [
        one
        for one in every
        if level in {"", one.level} and strategy in {"", one.resolution.strategy}
    ]
    if not shown:
        st.info(words("mechanism.none"))
        return
    columns = {
        "meeting": [slide_minutes.title(one.meeting, words) for one in shown],
        "text": [one.resolution.text for one in shown],
        "owner": [one.resolution.owner for one in shown],
        "due": [slide_minutes.due(one.resolution, words, one.now) for one in shown],
    }
    names = {"meeting": "mechanism.column.meeting"}
    frame = pd.DataFrame(
        {words(names.get(name, f"minutes.column.{name}")): cells for name, cells in columns.items()}
    )
    tables.plain(
        frame,
        words,
        name="resolutions",
        key="mechanism.resolutions",
        title=words("mechanism.resolutions"),
        about=(
            words("mechanism.about"),
            release_shown.home(
                PAGE.name,
                chosen.link | {LEVEL.name: level, STRATEGY.name: strategy},
            ),
        ),
    )


PAGE = Page(
    name="mechanism",
    params=lambda: (LEVEL, STRATEGY),
    needs_area=False,
    in_menu=False,  # a full menu: the page of an area and Present lead here
    drawn=(".short-table table",),
)
