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
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM
from utils.screen.app import cache, components, tables
from utils.screen.app.components import Chart
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

AFTER_YEARS = (3, 5, 7)
SPAN = 4


def durations(view: StaircaseView) -> None:
    """Draw time on each step, time to the fourth, and both pathways beside each other."""
    words = view.words
    st.header(words("time.title"), anchor=False)
    st.caption(_all_years(view))
    components.chart(_dwell(view), key="dwell")
    found = _dwells(view.here)
    _table(view, "dwell", staircase_rows.dwell(found, words), words("time.note"))
    st.header(words("reached.title"), anchor=False)
    top = _to_top(view.here)
    if top.too_few:
        st.info(words("reached.too_few", n=top.n, minimum=MINIMUM))
    else:
        if duration_figures.has_curve(top):
            components.chart(_reached(view), key="reached")
        else:
            st.info(words("reached.no_curve", n=top.n, events=top.events, minimum=MINIMUM))
        _table(view, "reached", staircase_rows.reached(top, words), words("reached.note"))
    st.header(words("pathway.title"), anchor=False)
    compared = _compared(view.here)
    shown = [one for one in compared if not one.too_few]
    if shown:
        components.chart(_pathways(view), key="pathways")
    if len(shown) < len(compared):
        left = ", ".join(str(one.years) for one in compared if one.too_few)
        st.info(words("pathway.why_not", years=left))
    _table(view, "pathways", staircase_rows.pathways(list(compared), words), words("pathway.note"))


def cohorts(view: StaircaseView) -> None:
    """Draw what became of the LAOs by their years of enrolment."""
    words = view.words
    st.header(words("cohort.lead"), anchor=False)
    st.caption(_all_years(view))
    found = _followed(view.here)
    if found.empty:
        unknown, _ = _left_out(view.here)
        st.info(words("cohort.no_entry" if unknown else "stair.nobody"))
        return
    components.mount("cohorts", _panels(view), key="cohorts")
    _table(view, "cohorts", staircase_rows.cohorts(found, SPAN, words), words("cohort.axis"))


@cache.kept
def _dwell(view: StaircaseView) -> Chart:
    words, found = view.words, _dwells(view.here)
    rows = [
        words(
            "time.said",
            step=words(f"step.{step}"),
            n=one.n,
            median=duration_figures.median(one, words),
        )
        for step, one in found.items()
    ]
    figure = duration_figures.dwell(found, _LONGEST, words, fictitious=view.fictitious)
    return Chart(
        axis=words("time.axis"), figure=figure, said="; ".join(rows), notes=(words("time.note"),)
    )


@cache.kept
def _reached(view: StaircaseView) -> Chart:
    words, found = view.words, _to_top(view.here)
    return Chart(
        lead=words(
            "reached.lead",
            n=found.n,
            events=found.events,
            median=duration_figures.median(found, words),
        ),
        axis=words("reached.up"),
        figure=duration_figures.reached(found, words, fictitious=view.fictitious),
        said=words("reached.alt", median=duration_figures.median(found, words)),
        notes=(words("reached.axis"), words("reached.note")),
    )


@cache.kept
def _pathways(view: StaircaseView) -> Chart:
    words = view.words
    shown = [one for one in _compared(view.here) if not one.too_few]
    figure = duration_figures.pathways(shown, words, fictitious=view.fictitious)
    rows = zip(figure["data"][0]["y"], figure["data"][0]["hovertext"], strict=True)
    return Chart(
        axis=words("pathway.axis"),
        figure=figure,
        said="; ".join(f"{name}: {text}" for name, text in rows),
        notes=(words("pathway.note"),),
    )


@cache.kept
def _panels(view: StaircaseView) -> dict[str, Any]:
    return staircase_cohorts_figure.data(
        _followed(view.here), SPAN, view.words, fictitious=view.fictitious
    )


@cache.kept
def _compared(here: Staircase) -> tuple[PathwayComparison, ...]:
    return tuple(fast_track.compare(here, years=years) for years in AFTER_YEARS)


def _all_years(view: StaircaseView) -> str:
    words, whole = view.words, view.whole
    told = words("stair.all_years", years=labels.years(whole.first_year_be, whole.last_year_be))
    laos, begun = _left_out(view.here)
    if not laos:
        return told
    return f"{told}  \n{words('stair.left_out', n=laos, spells=begun)}"


def _table(view: StaircaseView, name: str, table: pd.DataFrame, definition: str) -> None:
    words = view.words
    with tables.folded(words(f"stair_table.{name}"), key=f"{name}_table") as opened:
        if opened:
            tables.show(
                table,
                words,
                name=staircase_view.file_name(view, name),
                key=f"{name}_rows",
                about=staircase_view.about(view, definition),
            )


_LONGEST = 12
_dwells = cache.kept(spells.dwell)
_to_top = cache.kept(spells.time_to_top)
_left_out = cache.kept(spells.left_out)


@cache.kept
def _followed(here: Staircase) -> pd.DataFrame:
    return cohort_measures.cohorts(here, span=SPAN)
