"""The map page: its choices, the map of provinces, and its table."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import labels, map_data, rows
from utils.figures.coverage.choropleth import MEASURES, MapMeasure, paint
from utils.figures.map_data import Frame
from utils.screen.app import (
    answers,
    cache,
    choice,
    components,
    filters,
    link,
    provenance,
    release_shown,
    server,
    tables,
)
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.coverage import overview, points
from utils.screen.staircase import page as staircase_page
from utils.screen.staircase import stage_map, tables_in_use
from utils.screen.staircase import view as staircase_view

MEASURE = Param(name="show", options=(*MEASURES, "stage"), default="status", label="filter.measure")
VIEW = Param(name="view", options=("areas", "points"), default="areas", label="filter.view")


def prepare(chosen: Filters) -> None:
    """Compute and cache what the page shows first under some filters."""
    _provinces(chosen, MEASURES[0])
    points.prepare(chosen)


def choose_view(chosen: Filters) -> None:
    """Offer provinces as areas, or municipalities as points."""
    words = chosen.words
    choice.among(VIEW, words, lambda name: words(f"map.view.{name}"), place="map")


def choose_measure(chosen: Filters) -> None:
    """Offer what the provinces are coloured by."""
    key, write = link.follow(MEASURE, "map")
    st.selectbox(
        chosen.words(MEASURE.label),
        MEASURE.options,
        format_func=lambda name: chosen.words(f"map.measure.{name}"),
        key=key,
        on_change=write,
        disabled=shows_points(),
    )


def choose_year(chosen: Filters) -> None:
    """Offer the years of the record on a slider, which the sidebar follows."""
    param = filters.params()["year"]
    key, write = link.follow(param, "map")
    st.select_slider(
        chosen.words("filter.year"),
        sorted(param.options),
        format_func=filters.names("year", chosen.words.lang).__getitem__,
        key=key,
        on_change=write,
    )


def caption(chosen: Filters) -> None:
    """Say what is shown: measure and year, rule and window where they matter; offer a year."""
    words, question = chosen.words, chosen.question
    first, year = record().first_year_be, question.fiscal_year_be
    if shows_stage():
        view = staircase_view.view(chosen)
        told = [] if view.whole.is_empty else staircase_view.reported_note(view)
        st.caption(" · ".join([words("stage.caption", year=year), *told]))
        if view.whole.is_empty:
            st.info(words("stage.no_table"))
        elif not view.covered:
            staircase_page.missing_year(view, "map")
        return
    by_rule = shows_points() or _measure() == "status"
    basis = labels.basis(question, first, words) if by_rule else provenance.every_result(chosen)
    measure = "points" if shows_points() else _measure()
    st.caption(
        words("map.caption", measure=words(f"map.measure.{measure}"), basis=basis, year=year)
    )
    overview.offer_last_year(chosen, "map")


def shows_points() -> bool:
    """Tell whether the map shows municipalities instead of provinces."""
    return link.value(VIEW) == "points"


def shows_stage() -> bool:
    """Tell whether the provinces are coloured by their stage on the staircase."""
    return link.value(MEASURE) == "stage" and not shows_points()


def provinces(chosen: Filters) -> str | None:
    """Draw outlines and tiles from the same classes; return the province that was clicked."""
    if shows_stage():
        view = staircase_view.view(chosen)
        about = staircase_view.drawn(view)
        return components.mount("map", stage_map.picture(view), key="map", about=about)
    by_rule = _measure() == "status"
    about = provenance.drawn_by_rule(chosen) if by_rule else provenance.drawn_of_list(chosen)
    return components.mount("map", _provinces(chosen, _measure()), key="map", about=about)


@cache.kept
def _provinces(chosen: Filters, measure: MapMeasure) -> dict[str, Any]:
    words, question = chosen.words, chosen.question
    states = cache.states(question)
    painted = paint(states, measure, words, question=question)
    frame = Frame(
        outlines=server.outlines_address(),
        views=("outlines", "tiles"),
        label=words(
            "map.label", measure=words(f"map.measure.{measure}"), year=question.fiscal_year_be
        ),
        area=chosen.codes,
    )
    return map_data.data(painted, frame, words, counts=True)


def table(chosen: Filters) -> None:
    """Offer what the map shows as a table."""
    words = chosen.words
    with tables.folded(words("map.table"), key="map_table") as opened:
        if opened and shows_stage():
            stage_map.table(staircase_view.view(chosen))
        elif opened:
            states = rows.states(
                answers.states(chosen),
                record().provinces,
                words,
                question=chosen.question,
            )
            own_codes = {"show": _measure()}
            about = provenance.states(chosen, release_shown.home("map", chosen.link | own_codes))
            tables.show(states, words, name="provinces", key="map_rows", about=about)
            tables.offer_outlines(
                lambda: cache.states(chosen.question),
                words,
                name="provinces",
                key="map_rows",
                area=chosen.codes,
                about=about,
            )


def _measure() -> MapMeasure:
    return next(name for name in MEASURES if name == link.value(MEASURE))


def _last_year_of_stages() -> int | None:
    """Return the last year of the staircase where its stages are shown, None otherwise."""
    return tables_in_use.last_year_be() if shows_stage() else None


PAGE = Page(
    name="map",
    params=lambda: (MEASURE, VIEW),
    last_year=_last_year_of_stages,
    parts=VIEW,
    prepare=prepare,
    drawn=(
        ".outlines .province[fill], .stDeckGlJsonChart canvas",
        ".provinces .legend li, .stDeckGlJsonChart canvas",
    ),
)
