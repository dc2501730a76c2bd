"""Totals of the scores page: their classes, their change, and those of two assessors."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import pairs as score_pairs_figure
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores import strips
from utils.figures.scores.names import signed
from utils.figures.scores.pairs import Pairs
from utils.measures.scores import change as score_change
from utils.measures.scores import selection
from utils.measures.scores import summary as score_summary
from utils.measures.scores.change import Spread
from utils.measures.scores.comparable import Comparable, comparable
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.screen.app import cache, components
from utils.screen.app.components import Chart
from utils.screen.scores import download
from utils.screen.scores import view as score_view
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
    _draw_change(view)


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


def _draw_change(view: ScoresView) -> None:
    """Draw the totals of an earlier year against those of the year, or say why not."""
    words = view.words
    st.header(words("scores.change"), anchor=False)
    both = _comparable(view)
    if both.years_be is None:
        st.info(" · ".join(_apart(both, view)) or words("scores.no_change", year=view.year))
        return
    found = _changed(view, both.years_be)
    before, year = both.years_be
    if found["change"].isna().all():
        of_both = {"n": len(found), "before": before, "year": year}
        none = words("scores_change.none", **of_both, percent=COMPLETE_PERCENT)
        st.info(" · ".join([none, *_left_out(both, view)]))
        return
    components.chart(_change_chart(view, both.years_be), key="change")
    names = _names(found, view)
    kind = "mapped" if both.translated else "same"
    definition = words(f"scores_change.file.{kind}", before=before, year=year)
    download.folded(
        view,
        "change",
        lambda: score_rows_figure.changes(found, names, words),
        " · ".join([definition, *_left_out(both, view)]),
        laos=names,
    )


@cache.kept
def _comparable(view: ScoresView) -> Comparable:
    return comparable(
        view.assessments,
        view.whole.mappings,
        view.whole.indicators,
        fiscal_year_be=view.year,
        edition=str(view.edition),
    )


@cache.kept
def _changed(view: ScoresView, years: tuple[int, int]) -> pd.DataFrame:
    known = _comparable(view).known
    return score_change.change(known, view.whole.indicators, view.whole.components, years_be=years)


@cache.kept
def _change_chart(view: ScoresView, years: tuple[int, int]) -> Chart:
    words, both, every = view.words, _comparable(view), _changed(view, years)
    found = every.dropna(subset="change")
    titles = [words("scores.total_of", year=year) for year in years]
    lead = _spread(
        "scores.change_lead", score_change.spread(found["change"]), view, before=years[0]
    )
    few = len(every) - len(found)
    thin = [words("scores_change.thin", n=few, percent=COMPLETE_PERCENT)] if few else []
    kind = "mapped" if both.translated else "same"
    notes = (words(f"scores_change.notes.{kind}"), *_left_out(both, view), *thin)
    return _pairs(view, found, ("before", "after"), titles, lead, notes)


def _left_out(both: Comparable, view: ScoresView) -> list[str]:
    """Return which indicators the mapping leaves out, and who is not compared at all."""
    said = [
        view.words(
            "scores_change.translated",
            laos=one.laos,
            edition=_title(one.edition, view),
            mapped=one.mapped,
            of=one.of,
            left=one.of - one.mapped,
        )
        for one in both.translated
    ]
    return [*said, *_apart(both, view)]


def _apart(both: Comparable, view: ScoresView) -> list[str]:
    return [
        view.words(
            "scores_change.apart",
            laos=one.laos,
            before=one.fiscal_year_be,
            edition=_title(one.edition, view),
            here=_title(str(view.edition), view),
        )
        for one in both.apart
    ]


def _title(edition: str, view: ScoresView) -> str:
    table = view.whole.editions
    return str(table.loc[table["edition"] == edition, f"title_{view.words.lang}"].iloc[0])


def assessors(view: ScoresView) -> None:
    """Draw self-assessments against area assessments of the same LAOs."""
    words = view.words
    st.header(words("scores.assessors"), anchor=False)
    found = _both(view)
    if found.empty:
        st.info(words("scores.no_both", year=view.year))
        return
    titles = [words("scores.percent_of_area"), words("scores.percent_of_self")]
    lead = _spread("scores.assessors_lead", score_change.spread(found["over_rating"]), view)
    columns = ("area_percent", "self_percent")
    note = words("scores.assessors_note")
    components.chart(_pairs(view, found, columns, titles, lead, (note,)), key="assessors")
    names = _names(found, view)
    rows = lambda: score_rows_figure.assessors(found, names, words)  # noqa: E731 built only if asked for
    download.folded(view, "assessors", rows, note, laos=names)


@cache.kept
def _both(view: ScoresView) -> pd.DataFrame:
    known = selection.of_year(view.here.known, view.year)
    return score_change.self_against_area(known)


def _pairs(  # noqa: PLR0913, PLR0917 two columns, their titles and what is said of them
    view: ScoresView,
    found: pd.DataFrame,
    columns: tuple[str, str],
    titles: list[str],
    lead: str,
    notes: tuple[str, ...],
) -> Chart:
    """Draw two percentages of each LAO; `columns`: across and up."""
    words = view.words
    names = _names(found, view)
    across, up = ([float(value) for value in found[column]] for column in columns)
    both = Pairs(
        across=across,
        up=up,
        names=[names[lao] for lao in found["lao_id"]],
        across_title=titles[0],
        up_title=titles[1],
    )
    figure = score_pairs_figure.pairs(both, words, fictitious=view.fictitious)
    return Chart(lead=lead, axis=titles[1], figure=figure, said=lead, notes=notes)


def _spread(key: str, found: Spread, view: ScoresView, **values: object) -> str:
    """Return how differences lie, in words."""
    words = view.words
    counts = {"n": found.n, "above": found.above, "level": found.level, "below": found.below}
    half = words("scores.no_spread")
    if found.low is not None and found.median is not None and found.high is not None:
        half = words(
            "scores.spread",
            median=signed(found.median),
            low=signed(found.low),
            high=signed(found.high),
        )
    return words(key, year=view.year, half=half, **counts, **values)


def _names(found: pd.DataFrame, view: ScoresView) -> dict[str, str]:
    """Return the names of the LAOs compared, by type and name."""
    return score_view.lao_names(view.whole, tuple(found["lao_id"]), view.words)
