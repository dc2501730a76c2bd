"""The parts of the scores page that compare: totals in classes, and two assessors."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores import strips
from utils.measures.scores import change as score_change
from utils.measures.scores import selection
from utils.measures.scores import summary as score_summary
from utils.screen.app import cache, components
from utils.screen.scores import change as score_change_part
from utils.screen.scores import download
from utils.screen.scores import pairs as score_pairs_part
from utils.screen.scores.view import ScoresView


def totals(view: ScoresView) -> None:
    """Draw the classes of the total, and how totals changed since an earlier year."""
    words = view.words
    components.mount("strips", _classes(view), key="classes")
    download.folded(
        view,
        "classes",
        lambda: score_rows_figure.classes(_classed(view), words),
        words("scores.fixed"),
    )
    score_change_part.draw(view)


@cache.kept
def _classed(view: ScoresView) -> pd.DataFrame:
    return score_summary.total_classes(view.totals)


@cache.kept
def _classes(view: ScoresView) -> dict[str, Any]:
    words = view.words
    return {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "title": words("scores.classes", year=view.year),
        "axis": words("scores.fixed"),
        "rows": strips.classes(_classed(view), words),
    }


def assessors(view: ScoresView) -> None:
    """Draw self-assessments against area assessments of the same LAOs."""
    words = view.words
    st.header(words("scores.assessors"), anchor=False)
    found = _both(view)
    if found.empty:
        st.info(words("scores.no_both", year=view.year))
        return
    titles = [words("scores.percent_of_area"), words("scores.percent_of_self")]
    lead = score_pairs_part.spread(
        "scores.assessors_lead", score_change.spread(found["over_rating"]), view
    )
    columns = ("area_percent", "self_percent")
    note = words("scores.assessors_note")
    components.chart(
        score_pairs_part.pairs(view, found, columns, titles, lead, (note,)), key="assessors"
    )
    names = score_pairs_part.by_name(found, view)
    rows = lambda: score_rows_figure.assessors(found, names, words)  # noqa: E731 built only if asked for
    download.folded(view, "assessors", rows, note, laos=names)


@cache.kept
def _both(view: ScoresView) -> pd.DataFrame:
    known = selection.of_year(view.here.known, view.year)
    return score_change.self_against_area(known)
