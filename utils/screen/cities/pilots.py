"""The comparison on the page of pilots: which cities, side by side, and the rows behind them."""

from __future__ import annotations

import streamlit as st

from utils.figures import rows
from utils.screen import params
from utils.screen.app import choice, city_links, components, link, provenance, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.cities import invented as city_invented
from utils.screen.cities import scores as city_scores_part
from utils.screen.cities import tables as city_tables
from utils.screen.cities import timelines
from utils.tables.declared.schemas import PILOTS

_FEWEST = 2


def choose_view(chosen: Filters) -> str:
    """Offer the comparison and each programme; return the code of the chosen one."""
    words = chosen.words
    return choice.among(
        params.PROGRAMME,
        words("pilots.views"),
        lambda name: words(f"pilots.view.{name}"),
        place="pilots",
    )


def choose_cities(chosen: Filters) -> None:
    """Offer every LAO by any of its names, those of a programme first; add the chosen one."""
    words, param = chosen.words, params.cities_param()
    held = link.values(param)
    names = city_invented.options(chosen, held)

    def add(found: str) -> None:
        if found in names and found not in held and len(held) < param.most:
            link.put(param, link.join((*held, found)))

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
    if len(held) >= param.most:
        st.caption(words("pilots.full", most=param.most))


def compare(chosen: Filters) -> None:
    """Draw the chosen cities side by side, and the rows behind them."""
    words, param = chosen.words, params.cities_param()
    ids = link.values(param)
    if not ids:
        st.info(words("pilots.none_chosen", most=param.most))
        return
    if len(ids) < _FEWEST:
        st.info(words("pilots.too_few"))
    if city_facts.are_invented(ids):
        city_invented.notice(chosen, ids, page="pilots")
        _go(city_invented.show(chosen, ids, act=_take_away), chosen)
        _go(city_scores_part.show(chosen, ids, page="pilots"), chosen)
        st.caption(words("city_scores.no_award"))
        return
    _go(timelines.show(chosen, ids, act=_take_away), chosen)
    city_invented.notice(chosen, ids, page="pilots")
    _go(city_scores_part.show(chosen, ids, page="pilots"), chosen)
    _list_rows(chosen, ids)
    city_tables.peers_on_list(chosen, ids, "pilots", {param.name: link.join(ids)})
    _programme_rows(chosen, ids)


def _take_away(picked: str) -> None:
    """Take a city out of the comparison, where that is what was picked."""
    if picked.startswith(timelines.REMOVED):
        param, gone = params.cities_param(), picked.removeprefix(timelines.REMOVED)
        link.put(param, link.join(lao for lao in link.values(param) if lao != gone))


def _go(picked: str | None, chosen: Filters) -> None:
    """Open the card or the province that was picked."""
    if picked and not picked.startswith(timelines.REMOVED):
        city_links.go(picked, chosen)


def _list_rows(chosen: Filters, ids: tuple[str, ...]) -> None:
    words, param = chosen.words, params.cities_param()
    with city_tables.folded(words("pilots.rows"), key="pilots_rows") as opened:
        if opened:
            awards = record().awards
            seen = awards["fiscal_year_be"] <= chosen.question.fiscal_year_be
            found = awards[awards["lao_id"].isin(ids) & seen]
            tables.show(
                rows.awards(found, record().provinces, table("municipalities"), words),
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
            found = pilots[pilots["lao_id"].isin(ids)]
            tables.show(
                rows.pilots(found, record().provinces, table("municipalities"), words),
                words,
                name="compared_programmes",
                key="pilots_programmes_table",
                about=provenance.of_table(chosen, PILOTS),
            )
