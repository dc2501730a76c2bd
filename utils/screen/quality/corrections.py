"""What was put right in published tables, and the plan of releases with the days they came."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.desk.submissions import compare, differing
from utils.measures.publication import planned
from utils.screen.app import cache, release_shown, tables
from utils.screen.app.filters import Filters
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.words import Words

_CORRECTION = "correction"


def plan(chosen: Filters) -> None:
    """Draw the plan of releases beside the days on which they came; say so where there is none."""
    words = chosen.words
    table = cache.table(schemas.RELEASE_PLAN.name)
    st.subheader(words("release_plan.title"), anchor=False)
    if table.empty:
        st.caption(words("release_plan.none"))
        return
    dates = {one.number: one.published.date() for one in release_shown.every()}
    frame = pd.DataFrame(
        {
            words("release_plan.planned"): calendar.date_be(one.planned_on),
            words("release_plan.content"): one.content_th if words.lang == "th" else one.content_en,
            words("release_plan.actual"): words("release_plan.not_yet")
            if one.actual_on is None
            else calendar.date_be(one.actual_on),
            words("release_plan.days"): words(f"release_plan.{one.state}", n=abs(one.days)),
        }
        for one in planned(table, dates, today=calendar.today())
    )
    lines = (schemas.RELEASE_PLAN.source(words.lang),)
    tables.plain(frame, words, name="release_plan", key="release_plan", about=lines)


def made(chosen: Filters) -> None:
    """Fold the list of all rows that a later release changed or took out, with old and new."""
    words = chosen.words
    with tables.folded(words("corrections.title"), key="corrections") as opened:
        if not opened:
            return
        rows = _made(words)
        st.caption(words("corrections.note"))
        if rows.empty:
            st.markdown(words("corrections.none"))
            return
        about = (words("corrections.note"), release_shown.home("history", chosen.link))
        name = "corrections"
        tables.show(rows, words, name=name, key="corrections.table", about=about)


@cache.kept
def _made(words: Words) -> pd.DataFrame:
    """Return every correction up to the release shown, the last first."""
    engine, every = store.opened(), release_shown.every()
    upto = [one for one in every if one.number <= release_shown.release().number]
    sources = [source for one in every for source in one.sources]
    frames = []
    for later, earlier in pairwise(upto):
        found = compare.releases(engine, earlier, later)
        put_right = [one for one in found.differences if one.meaning == _CORRECTION]
        if not put_right:
            continue
        names = differing.Names.of(found.states, sources, words)
        frame = differing.frame(differing.rows_of(put_right, names), words)
        frame.insert(0, words("corrections.release"), later.number)
        frame.insert(1, words("corrections.day"), calendar.date_be(later.published.date()))
        frames.append(frame.assign(**{words("corrections.reason"): later.note or "–"}))
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame()
