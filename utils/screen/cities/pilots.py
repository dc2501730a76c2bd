"""The pilots page: its choice of views, and the comparison of cities with the rows behind it."""

from __future__ import annotations

import streamlit as st

from utils.figures import rows
from utils.measures.cities.programmes import GROUPS
from utils.screen.app import choice, city_links, components, link, provenance, tables, trial
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.cities import compared as compared_cities
from utils.screen.cities import facts as city_facts
from utils.screen.cities import invented as city_invented
from utils.screen.cities import scores as city_scores_part
from utils.screen.cities import tables as city_tables
from utils.screen.cities import timelines
from utils.screen.scores import view as score_view
from utils.tables.declared.schemas import PILOTS

PROGRAMME = Param(
    name="programme",
    options=("compare", *GROUPS, "effect"),
    default="compare",
    label="pilots.views",
)
_FEWEST = 2


def choose_view(chosen: Filters) -> str:
    """Offer the comparison, each programme and their effect; return the code of the chosen view."""
    words = chosen.words
    return choice.among(
        PROGRAMME,
        words,
        lambda name: words(f"pilots.view.{name}"),
        place="pilots",
    )


def choose_cities(chosen: Filters) -> None:
    """Offer every LAO by any of its names, those of a programme first; a choice joins the rest."""
    words, param = chosen.words, compared_cities.param()
    ids = link.values(param)
    names = city_invented.options(chosen, ids)

    def add(lao_id: str) -> None:
        if lao_id in names and lao_id not in ids and len(ids) < param.most:
            link.put(param, link.join((*ids, lao_id)))

    components.mount(
        "finder",
        {
            "label": words("pilots.add", most=param.most),
            "hint": words("pilots.add_hint"),
            "options": list(names.items()),
        },
        key="finder",
        act=add,
    )
    if len(ids) >= param.most:
        st.caption(words("pilots.full", most=param.most))


def compare(chosen: Filters) -> None:
    """Draw the chosen cities side by side, and the rows behind them."""
    words, param = chosen.words, compared_cities.param()
    ids = link.values(param)
    if not ids:
        st.info(words("pilots.none_chosen", most=param.most))
        return
    if len(ids) < _FEWEST:
        st.info(words("pilots.too_few"))
    if city_facts.are_invented(ids):
        city_invented.notice(chosen, ids, page="pilots")
        _go(city_invented.show(chosen, ids, act=_remove), chosen)
        _go(city_scores_part.show(chosen, ids, page="pilots"), chosen)
        st.caption(words("city_scores.no_award"))
        return
    _go(timelines.show(chosen, ids, act=_remove), chosen)
    city_invented.notice(chosen, ids, page="pilots")
    _go(city_scores_part.show(chosen, ids, page="pilots"), chosen)
    _list_rows(chosen, ids)
    city_tables.peers_on_list(chosen, ids, "pilots", {param.name: link.join(ids)})
    _programme_rows(chosen, ids)


def _remove(picked: str) -> None:
    """Remove a city from the comparison, if the reader picked its cross."""
    if picked.startswith(timelines.REMOVED):
        param, removed = compared_cities.param(), picked.removeprefix(timelines.REMOVED)
        link.put(param, link.join(lao for lao in link.values(param) if lao != removed))


def _go(picked: str | None, chosen: Filters) -> None:
    """Open the card or the province that was picked, unless it was a cross."""
    if picked and not picked.startswith(timelines.REMOVED):
        city_links.go(picked, chosen)


def _list_rows(chosen: Filters, ids: tuple[str, ...]) -> None:
    words, param = chosen.words, compared_cities.param()
    with city_tables.folded(words("pilots.rows"), key="pilots_rows") as opened:
        if opened:
            awards = record().awards
            in_time = awards["fiscal_year_be"] <= chosen.question.fiscal_year_be
            compared = awards[awards["lao_id"].isin(ids) & in_time]
            tables.show(
                rows.awards(compared, record().provinces, table("municipalities"), words),
                words,
                name="compared_rows",
                key="pilots_rows_table",
                about=provenance.of_cities(chosen, "pilots", {param.name: link.join(ids)}),
            )


def _programme_rows(chosen: Filters, ids: tuple[str, ...]) -> None:
    words = chosen.words
    with tables.folded(words("pilots.programme_rows"), key="pilots_programmes") as opened:
        if opened:
            pilots = table("pilots")
            compared = pilots[pilots["lao_id"].isin(ids)]
            tables.show(
                rows.pilots(compared, record().provinces, table("municipalities"), words),
                words,
                name="compared_programmes",
                key="pilots_programmes_table",
                about=provenance.of_table(chosen, PILOTS),
            )


PAGE = Page(
    name=compared_cities.PAGE_NAME,
    params=lambda: (
        *(PROGRAMME, compared_cities.param()),
        *(score_view.assessor_param(), city_scores_part.SHAPE),
    ),
    needs_area=False,
    opens_in_trial=trial.names_invented("cities"),
    parts=PROGRAMME,
    prepare=timelines.prepare,
    drawn=(".cities article .lanes, .board .number, .stAlert",),
)
