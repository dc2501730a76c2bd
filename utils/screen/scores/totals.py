"""Totals of the scores page: their classes, their change, and those of two assessors."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores import scatter, strips
from utils.figures.scores.names import signed
from utils.figures.scores.scatter import Pairs
from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores import assessments
from utils.measures.scores import change as score_change
from utils.measures.scores import summary as score_summary
from utils.measures.scores.change import Spread
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.editions import Comparable, comparable
from utils.screen.app import cache, components
from utils.screen.app.components import Chart
from utils.screen.scores import download
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the classes of the total, and how totals changed since an earlier year."""
    words = view.words
    components.mount("strips", _classes_panel(view), key="classes", about=score_view.drawn(view))
    download.folded(
        view,
        "classes",
        lambda: score_rows_figure.classes(_total_classes(view), words),
        words("scores.fixed"),
    )
    _draw_change(view)


@cache.kept
def _total_classes(view: ScoresView) -> pd.DataFrame:
    return score_summary.total_classes(view.totals)


@cache.kept
def _classes_panel(view: ScoresView) -> dict[str, Any]:
    words = view.words
    shown = {
        "title": words("scores.classes", year=view.year),
        "axis": words("scores.fixed"),
        "rows": strips.classes(_total_classes(view), words),
    }
    return invented.panel(shown, words, fictitious=view.fictitious)


def _draw_change(view: ScoresView) -> None:
    """Draw the totals of an earlier year against those of the year, or say why there are none."""
    words = view.words
    st.header(words("scores.change"), anchor=False)
    comparison = _comparable(view)
    if comparison.years_be is None:
        st.info(
            " · ".join(_not_compared(comparison, view)) or words("scores.no_change", year=view.year)
        )
        return
    changes = _changes(view, comparison.years_be)
    before, year = comparison.years_be
    if changes["change"].isna().all():
        counts = {"n": len(changes), "before": before, "year": year}
        no_change = words("scores_change.none", **counts, percent=COMPLETE_PERCENT)
        st.info(" · ".join([no_change, *_left_out(comparison, view)]))
        return
    components.chart(
        _change_chart(view, comparison.years_be), key="change", about=score_view.drawn(view)
    )
    names = _names(changes, view)
    kind = "mapped" if comparison.translated else "same"
    definition = words(f"scores_change.file.{kind}", before=before, year=year)
    download.folded(
        view,
        "change",
        lambda: score_rows_figure.changes(changes, names, words),
        " · ".join([definition, *_left_out(comparison, view)]),
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
def _changes(view: ScoresView, years: tuple[int, int]) -> pd.DataFrame:
    known = _comparable(view).known
    return score_change.change(known, view.whole.indicators, view.whole.components, years_be=years)


@cache.kept
def _change_chart(view: ScoresView, years: tuple[int, int]) -> Chart:
    words, comparison, changes = view.words, _comparable(view), _changes(view, years)
    known = changes.dropna(subset="change")
    titles = [words("scores.total_of", year=year) for year in years]
    lead = _spread_in_words(
        "scores.change_lead", score_change.spread(known["change"]), view, before=years[0]
    )
    n_unknown = len(changes) - len(known)
    unknown = (
        [words("scores_change.thin", n=n_unknown, percent=COMPLETE_PERCENT)] if n_unknown else []
    )
    kind = "mapped" if comparison.translated else "same"
    notes = (words(f"scores_change.notes.{kind}"), *_left_out(comparison, view), *unknown)
    return _pairs_chart(view, known, ("before", "after"), titles, lead, notes)


def _left_out(comparison: Comparable, view: ScoresView) -> list[str]:
    """Return which indicators the mapping leaves out, and which LAOs are not compared at all."""
    lines = [
        view.words(
            "scores_change.translated",
            laos=edition.laos,
            edition=_title(edition.edition, view),
            mapped=edition.mapped,
            of=edition.of,
            left=edition.of - edition.mapped,
        )
        for edition in comparison.translated
    ]
    return [*lines, *_not_compared(comparison, view)]


def _not_compared(comparison: Comparable, view: ScoresView) -> list[str]:
    return [
        view.words(
            "scores_change.apart",
            laos=edition.laos,
            before=edition.fiscal_year_be,
            edition=_title(edition.edition, view),
            here=_title(str(view.edition), view),
        )
        for edition in comparison.apart
    ]


def _title(edition: str, view: ScoresView) -> str:
    table = view.whole.editions
    return str(table.loc[table["edition"] == edition, f"title_{view.words.lang}"].iloc[0])


def draw_assessors(view: ScoresView) -> None:
    """Draw the area assessments of LAOs against their self-assessments."""
    words = view.words
    st.header(words("scores.assessors"), anchor=False)
    pairs = _two_assessors(view)
    if pairs.empty:
        st.info(words("scores.no_both", year=view.year))
        return
    titles = [words("scores.percent_of_area"), words("scores.percent_of_self")]
    lead = _spread_in_words(
        "scores.assessors_lead", score_change.spread(pairs["over_rating"]), view
    )
    columns = ("area_percent", "self_percent")
    note = words("scores.assessors_note")
    components.chart(
        _pairs_chart(view, pairs, columns, titles, lead, (note,)),
        key="assessors",
        about=score_view.drawn(view),
    )
    names = _names(pairs, view)
    rows = lambda: score_rows_figure.assessors(pairs, names, words)  # noqa: E731 built only if asked for
    download.folded(view, "assessors", rows, note, laos=names)


@cache.kept
def _two_assessors(view: ScoresView) -> pd.DataFrame:
    known = assessments.of_year(view.selected.known, view.year)
    return score_change.self_against_area(known)


def _pairs_chart(  # noqa: PLR0913, PLR0917 two columns, their titles, lead and notes
    view: ScoresView,
    table: pd.DataFrame,
    columns: tuple[str, str],
    titles: list[str],
    lead: str,
    notes: tuple[str, ...],
) -> Chart:
    """Return a chart of two percentages of each LAO; `columns`: across and up."""
    words = view.words
    names = _names(table, view)
    across, up = ([float(value) for value in table[column]] for column in columns)
    pairs = Pairs(
        across=across,
        up=up,
        names=[names[lao] for lao in table["lao_id"]],
        across_title=titles[0],
        up_title=titles[1],
    )
    figure = scatter.pairs(pairs, words, fictitious=view.fictitious)
    return Chart(lead=lead, axis=titles[1], figure=figure, said=lead, notes=notes)


def _spread_in_words(key: str, spread: Spread, view: ScoresView, **values: object) -> str:
    """Return in words how many differences are above and below zero, and the middle half."""
    words = view.words
    counts = {"n": spread.n, "above": spread.above, "level": spread.level, "below": spread.below}
    half = words("scores.too_few", n=spread.n, minimum=MINIMUM_PEERS)
    if spread.low is not None and spread.median is not None and spread.high is not None:
        half = words(
            "scores.spread",
            median=signed(spread.median),
            low=signed(spread.low),
            high=signed(spread.high),
        )
    return view.before + words(key, year=view.year, half=half, **counts, **values)


def _names(table: pd.DataFrame, view: ScoresView) -> dict[str, str]:
    """Return the names of the LAOs compared by id, in the order of type and name."""
    return score_view.lao_names(view.whole, tuple(table["lao_id"]), view.words)
