"""The parts of the scores page that compare totals: classes, two years, two assessors."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented, score_pairs, score_rows, score_strips
from utils.figures.score_names import signed
from utils.figures.score_pairs import Pairs
from utils.measures import score_change, score_selection, score_summary
from utils.measures.score_change import Spread
from utils.screen import cache, components, scores, scores_file
from utils.screen.components import Chart
from utils.screen.scores_view import View


def totals(seen: View) -> None:
    """Draw the classes of the total, and how totals changed since an earlier year."""
    say = seen.words
    components.mount("strips", _classes(seen), key="classes")
    scores_file.folded(
        seen, "classes", lambda: score_rows.classes(_classed(seen), say), say("scores.fixed")
    )
    st.header(say("scores.change"), anchor=False)
    years = _years(seen)
    if years is None:
        st.info(say("scores.no_change", year=seen.year))
        return
    found = _changed(seen, years)
    components.chart(_change_chart(seen, years), key="change")
    names = _by_name(found, seen)
    rows = lambda: score_rows.changes(found, names, say)  # noqa: E731 built only if asked for
    scores_file.folded(
        seen, "change", rows, say("scores.change_note", before=years[0], year=years[1])
    )


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
        "rows": score_strips.classes(_classed(seen), say),
    }


def _years(seen: View) -> tuple[int, int] | None:
    own = seen.here.known[seen.here.known["assessor"] == seen.assessor]
    before = score_selection.earlier_year(own, seen.year)
    return None if before is None else (before, seen.year)


@cache.kept
def _changed(seen: View, years: tuple[int, int]) -> pd.DataFrame:
    own = seen.here.known[seen.here.known["assessor"] == seen.assessor]
    return score_change.change(own, seen.whole.indicators, seen.whole.components, years_be=years)


@cache.kept
def _change_chart(seen: View, years: tuple[int, int]) -> Chart:
    say = seen.words
    found = _changed(seen, years).dropna(subset="change")
    titles = [say("scores.total_of", year=year) for year in years]
    lead = _spread(
        "scores.change_lead", score_change.spread(found["change"]), seen, before=years[0]
    )
    return _pairs(seen, found, ("before", "after"), titles, lead, say("scores.change_notes"))


def assessors(seen: View) -> None:
    """Draw self-assessments against area assessments of the same LAOs."""
    say = seen.words
    st.header(say("scores.assessors"), anchor=False)
    found = _both(seen)
    if found.empty:
        st.info(say("scores.no_both", year=seen.year))
        return
    titles = [say("scores.percent_of_area"), say("scores.percent_of_self")]
    lead = _spread("scores.assessors_lead", score_change.spread(found["over_rating"]), seen)
    columns = ("area_percent", "self_percent")
    note = say("scores.assessors_note")
    components.chart(_pairs(seen, found, columns, titles, lead, note), key="assessors")
    names = _by_name(found, seen)
    scores_file.folded(seen, "assessors", lambda: score_rows.assessors(found, names, say), note)


@cache.kept
def _both(seen: View) -> pd.DataFrame:
    known = score_selection.of_year(seen.here.known, seen.year)
    return score_change.self_against_area(known)


def _pairs(  # noqa: PLR0913, PLR0917 two columns, their titles and what is said of them
    seen: View,
    found: pd.DataFrame,
    columns: tuple[str, str],
    titles: list[str],
    lead: str,
    note: str,
) -> Chart:
    say = seen.words
    names = scores.lao_names(seen.whole, tuple(found["lao_id"]), say)
    across, up = ([float(value) for value in found[column]] for column in columns)
    pairs = Pairs(
        across=across,
        up=up,
        names=[names[lao] for lao in found["lao_id"]],
        across_title=titles[0],
        up_title=titles[1],
    )
    figure = score_pairs.pairs(pairs, say, fictitious=seen.fictitious)
    return Chart(lead=lead, axis=titles[1], figure=figure, said=lead, notes=(note,))


def _spread(key: str, found: Spread, seen: View, **values: object) -> str:
    """Return how differences lie, in words."""
    say = seen.words
    counts = {"n": found.n, "above": found.above, "level": found.level, "below": found.below}
    half = say("scores.no_spread")
    if found.low is not None and found.median is not None and found.high is not None:
        half = say(
            "scores.spread",
            median=signed(found.median),
            low=signed(found.low),
            high=signed(found.high),
        )
    return say(key, year=seen.year, half=half, **counts, **values)


def _by_name(found: pd.DataFrame, seen: View) -> dict[str, str]:
    return scores.lao_names(seen.whole, tuple(found["lao_id"]), seen.words)
