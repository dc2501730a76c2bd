"""The parts of the staircase page over all its years: how long things take, and cohorts."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import labels
from utils.figures.staircase import cohorts as staircase_cohorts_figure
from utils.figures.staircase import durations as duration_figures
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import cohorts as cohort_measures
from utils.measures.staircase import fast_track, spells
from utils.measures.staircase.fast_track import Comparison
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM
from utils.screen.app import cache, components, tables
from utils.screen.app.components import Chart
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import View

AFTER_YEARS = (3, 5, 7)
SPAN = 4


def durations(seen: View) -> None:
    """Draw time on each step, time to the fourth, and both pathways beside each other."""
    say = seen.words
    st.header(say("time.title"), anchor=False)
    st.caption(_all_years(seen))
    components.chart(_dwell(seen), key="dwell")
    found = _dwells(seen.here)
    _table(seen, "dwell", staircase_rows.dwell(found, say), say("time.note"))
    st.header(say("reached.title"), anchor=False)
    top = _to_top(seen.here)
    if top.too_few:
        st.info(say("reached.too_few", n=top.n, minimum=MINIMUM))
    else:
        if duration_figures.has_curve(top):
            components.chart(_reached(seen), key="reached")
        else:
            st.info(say("reached.no_curve", n=top.n, events=top.events, minimum=MINIMUM))
        _table(seen, "reached", staircase_rows.reached(top, say), say("reached.note"))
    st.header(say("pathway.title"), anchor=False)
    compared = _compared(seen.here)
    shown = [one for one in compared if not one.too_few]
    if shown:
        components.chart(_pathways(seen), key="pathways")
    if len(shown) < len(compared):
        left = ", ".join(str(one.years) for one in compared if one.too_few)
        st.info(say("pathway.why_not", years=left))
    _table(seen, "pathways", staircase_rows.pathways(list(compared), say), say("pathway.note"))


def cohorts(seen: View) -> None:
    """Draw what became of the LAOs by their years of enrolment."""
    say = seen.words
    st.header(say("cohort.lead"), anchor=False)
    st.caption(_all_years(seen))
    found = _followed(seen.here)
    if found.empty:
        unknown, _ = _left_out(seen.here)
        st.info(say("cohort.no_entry" if unknown else "stair.nobody"))
        return
    components.mount("cohorts", _panels(seen), key="cohorts")
    _table(seen, "cohorts", staircase_rows.cohorts(found, SPAN, say), say("cohort.axis"))


@cache.kept
def _dwell(seen: View) -> Chart:
    say, found = seen.words, _dwells(seen.here)
    rows = [
        say(
            "time.said", step=say(f"step.{step}"), n=one.n, median=duration_figures.median(one, say)
        )
        for step, one in found.items()
    ]
    figure = duration_figures.dwell(found, _LONGEST, say, fictitious=seen.fictitious)
    return Chart(
        axis=say("time.axis"), figure=figure, said="; ".join(rows), notes=(say("time.note"),)
    )


@cache.kept
def _reached(seen: View) -> Chart:
    say, found = seen.words, _to_top(seen.here)
    return Chart(
        lead=say(
            "reached.lead",
            n=found.n,
            events=found.events,
            median=duration_figures.median(found, say),
        ),
        axis=say("reached.up"),
        figure=duration_figures.reached(found, say, fictitious=seen.fictitious),
        said=say("reached.alt", median=duration_figures.median(found, say)),
        notes=(say("reached.axis"), say("reached.note")),
    )


@cache.kept
def _pathways(seen: View) -> Chart:
    say = seen.words
    shown = [one for one in _compared(seen.here) if not one.too_few]
    figure = duration_figures.pathways(shown, say, fictitious=seen.fictitious)
    rows = zip(figure["data"][0]["y"], figure["data"][0]["hovertext"], strict=True)
    return Chart(
        axis=say("pathway.axis"),
        figure=figure,
        said="; ".join(f"{name}: {text}" for name, text in rows),
        notes=(say("pathway.note"),),
    )


@cache.kept
def _panels(seen: View) -> dict[str, Any]:
    return staircase_cohorts_figure.data(
        _followed(seen.here), SPAN, seen.words, fictitious=seen.fictitious
    )


@cache.kept
def _compared(here: Staircase) -> tuple[Comparison, ...]:
    return tuple(fast_track.compare(here, years=years) for years in AFTER_YEARS)


def _all_years(seen: View) -> str:
    say, whole = seen.words, seen.whole
    told = say("stair.all_years", years=labels.years(whole.first_year_be, whole.last_year_be))
    laos, begun = _left_out(seen.here)
    if not laos:
        return told
    return f"{told}  \n{say('stair.left_out', n=laos, spells=begun)}"


def _table(seen: View, name: str, table: pd.DataFrame, definition: str) -> None:
    say = seen.words
    with tables.folded(say(f"stair_table.{name}"), key=f"{name}_table") as opened:
        if opened:
            tables.show(
                table,
                say,
                name=staircase_view.file_name(seen, name),
                key=f"{name}_rows",
                about=staircase_view.about(seen, definition),
            )


_LONGEST = 12
_dwells = cache.kept(spells.dwell)
_to_top = cache.kept(spells.time_to_top)
_left_out = cache.kept(spells.left_out)


@cache.kept
def _followed(here: Staircase) -> pd.DataFrame:
    return cohort_measures.cohorts(here, span=SPAN)
