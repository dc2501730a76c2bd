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
from utils.screen.scores.view import View


def totals(seen: View) -> None:
    """Draw the classes of the total, and how totals changed since an earlier year."""
    say = seen.words
    components.mount("strips", _classes(seen), key="classes")
    download.folded(
        seen, "classes", lambda: score_rows_figure.classes(_classed(seen), say), say("scores.fixed")
    )
    score_change_part.draw(seen)


@cache.kept
def _classed(seen: View) -> pd.DataFrame:
    return score_summary.total_classes(seen.totals)


@cache.kept
def _classes(seen: View) -> dict[str, Any]:
    say = seen.words
    return {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "title": say("scores.classes", year=seen.year),
        "axis": say("scores.fixed"),
        "rows": strips.classes(_classed(seen), say),
    }


def assessors(seen: View) -> None:
    """Draw self-assessments against area assessments of the same LAOs."""
    say = seen.words
    st.header(say("scores.assessors"), anchor=False)
    found = _both(seen)
    if found.empty:
        st.info(say("scores.no_both", year=seen.year))
        return
    titles = [say("scores.percent_of_area"), say("scores.percent_of_self")]
    lead = score_pairs_part.spread(
        "scores.assessors_lead", score_change.spread(found["over_rating"]), seen
    )
    columns = ("area_percent", "self_percent")
    note = say("scores.assessors_note")
    components.chart(
        score_pairs_part.pairs(seen, found, columns, titles, lead, (note,)), key="assessors"
    )
    names = score_pairs_part.by_name(found, seen)
    rows = lambda: score_rows_figure.assessors(found, names, say)  # noqa: E731 built only if asked for
    download.folded(seen, "assessors", rows, note, laos=names)


@cache.kept
def _both(seen: View) -> pd.DataFrame:
    known = selection.of_year(seen.here.known, seen.year)
    return score_change.self_against_area(known)
