"""How long LAOs stay on each step and take to the fourth, and both pathways side by side."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import durations as duration_figures
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import fast_track, spells
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM
from utils.screen.app import cache, components
from utils.screen.app.components import Chart
from utils.screen.staircase import download
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

AFTER_YEARS = (3, 5, 7)
_LONGEST = 12


def draw(view: StaircaseView) -> None:
    """Draw time on each step, time to the fourth, and both pathways beside each other."""
    words = view.words
    st.header(words("time.title"), anchor=False)
    st.caption(staircase_view.all_years(view))
    components.chart(_dwell(view), key="dwell")
    found = _dwells(view.here)
    download.folded(view, "dwell", staircase_rows.dwell(found, words), words("time.note"))
    st.header(words("reached.title"), anchor=False)
    top = _to_top(view.here)
    if top.too_few:
        st.info(words("reached.too_few", n=top.n, minimum=MINIMUM))
    else:
        if duration_figures.has_curve(top):
            components.chart(_reached(view), key="reached")
        else:
            st.info(words("reached.no_curve", n=top.n, events=top.events, minimum=MINIMUM))
        download.folded(view, "reached", staircase_rows.reached(top, words), words("reached.note"))
    st.header(words("pathway.title"), anchor=False)
    compared = _compared(view.here)
    shown = [one for one in compared if not one.too_few]
    if shown:
        components.chart(_pathways(view), key="pathways")
    if len(shown) < len(compared):
        left = ", ".join(str(one.years) for one in compared if one.too_few)
        st.info(words("pathway.why_not", years=left))
    download.folded(
        view, "pathways", staircase_rows.pathways(list(compared), words), words("pathway.note")
    )


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
def _compared(here: Staircase) -> tuple[PathwayComparison, ...]:
    return tuple(fast_track.compare(here, years=years) for years in AFTER_YEARS)


_dwells = cache.kept(spells.dwell)
_to_top = cache.kept(spells.time_to_top)
