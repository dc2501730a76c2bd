"""How long LAOs stay on a step, how long they take to the fourth, and both pathways compared."""

from __future__ import annotations

import streamlit as st

from utils.figures.staircase import durations as duration_figures
from utils.figures.staircase import rows as staircase_rows
from utils.measures.staircase import durations, fast_track
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.record import Staircase
from utils.measures.staircase.survival import MINIMUM
from utils.screen.app import cache, components
from utils.screen.app.components import Chart
from utils.screen.staircase import download
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

_AFTER_YEARS = (3, 5, 7)
_LONGEST_YEARS = 12


def draw(view: StaircaseView) -> None:
    """Draw the time on each step, the time to the fourth, and both pathways side by side."""
    words = view.words
    st.header(words("dwell.title"), anchor=False)
    st.caption(staircase_view.all_years_note(view))
    components.chart(_dwell_chart(view), key="dwell", about=staircase_view.drawn(view))
    dwell = _dwell_times(view.selected)
    download.folded(view, "dwell", staircase_rows.dwell(dwell, words), words("dwell.note"))
    st.header(words("time_to_top.title"), anchor=False)
    top = _time_to_top(view.selected)
    if top.too_few:
        st.info(words("time_to_top.too_few", n=top.n, minimum=MINIMUM))
    else:
        if duration_figures.has_curve(top):
            components.chart(_reached_chart(view), key="reached", about=staircase_view.drawn(view))
        else:
            st.info(words("time_to_top.no_curve", n=top.n, events=top.events, minimum=MINIMUM))
        download.folded(
            view, "reached", staircase_rows.reached(top, words), words("time_to_top.note")
        )
    st.header(words("pathway.title"), anchor=False)
    comparisons = _pathway_comparisons(view.selected)
    drawn = [comparison for comparison in comparisons if not comparison.too_few]
    if drawn:
        components.chart(_pathways_chart(view), key="pathways", about=staircase_view.drawn(view))
    if len(drawn) < len(comparisons):
        years = ", ".join(str(comparison.years) for comparison in comparisons if comparison.too_few)
        st.info(words("pathway.why_not", years=years))
    download.folded(
        view, "pathways", staircase_rows.pathways(list(comparisons), words), words("pathway.note")
    )


@cache.kept
def _dwell_chart(view: StaircaseView) -> Chart:
    words, dwell = view.words, _dwell_times(view.selected)
    lines = [
        words(
            "dwell.said",
            step=words(f"step.{step}"),
            n=time.n,
            median=duration_figures.median(time, words),
        )
        for step, time in dwell.items()
    ]
    figure = duration_figures.dwell(dwell, _LONGEST_YEARS, words, fictitious=view.fictitious)
    return Chart(
        axis=words("dwell.axis"),
        figure=figure,
        said=view.before + "; ".join(lines),
        notes=(words("dwell.note"),),
    )


@cache.kept
def _reached_chart(view: StaircaseView) -> Chart:
    words, time = view.words, _time_to_top(view.selected)
    return Chart(
        lead=view.before
        + words(
            "time_to_top.lead",
            n=time.n,
            events=time.events,
            median=duration_figures.median(time, words),
        ),
        axis=words("time_to_top.up"),
        figure=duration_figures.reached(time, words, fictitious=view.fictitious),
        said=view.before + words("time_to_top.alt", median=duration_figures.median(time, words)),
        notes=(words("time_to_top.axis"), words("time_to_top.note")),
    )


@cache.kept
def _pathways_chart(view: StaircaseView) -> Chart:
    words = view.words
    drawn = [
        comparison for comparison in _pathway_comparisons(view.selected) if not comparison.too_few
    ]
    figure = duration_figures.pathways(drawn, words, fictitious=view.fictitious)
    rows = zip(figure["data"][0]["y"], figure["data"][0]["hovertext"], strict=True)
    return Chart(
        axis=words("pathway.axis"),
        figure=figure,
        said=view.before + "; ".join(f"{name}: {text}" for name, text in rows),
        notes=(words("pathway.note"),),
    )


@cache.kept
def _pathway_comparisons(selected: Staircase) -> tuple[PathwayComparison, ...]:
    return tuple(fast_track.compare(selected, years=years) for years in _AFTER_YEARS)


_dwell_times = cache.kept(durations.dwell)
_time_to_top = cache.kept(durations.time_to_top)
