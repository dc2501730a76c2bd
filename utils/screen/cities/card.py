"""The city page, a city's card: its record over the years, its scores, and the rows behind them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import rows
from utils.screen.app import city_links, link, navigate, provenance, tables, to_last_year, trial
from utils.screen.app.cache import kept, record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.cities import facts as city_facts
from utils.screen.cities import invented as city_invented
from utils.screen.cities import scores as city_scores_part
from utils.screen.cities import tables as city_tables
from utils.screen.cities import timelines
from utils.screen.scores import tables_in_use
from utils.screen.scores import view as score_view
from utils.tables.declared.schemas import PILOTS
from utils.words import Words


def param() -> Param:
    """Return the parameter that names an LAO by its id, as in ?city=LAO-60-001."""
    ids = tables_in_use.lao_ids()
    return Param(name="city", options=ids, default=ids[0], label="filter.municipality")


def choose(chosen: Filters) -> str:
    """Offer every LAO by any of its names; return the id of the chosen one."""
    words, city = chosen.words, param()
    key, write = link.follow(city, "city")
    names = city_invented.options(chosen, (link.value(city),))
    st.selectbox(
        words(city.label),
        list(names),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
        width=520,
    )
    return link.value(city)


def card(chosen: Filters, lao_id: str) -> None:
    """Draw the city's record over the years, and a button to the comparison."""
    if not city_facts.are_invented((lao_id,)):
        city_links.go(timelines.show(chosen, (lao_id,)), chosen)
    if st.button(chosen.words("city.compare"), key="city.compare"):
        navigate.open_comparison(lao_id, chosen)


def merged(chosen: Filters, lao_id: str) -> None:
    """Say what the LAO merged into, or what it was made of, with a way to each; else nothing."""
    register, words = table("municipalities"), chosen.words
    own = register[register["lao_id"] == lao_id].tail(1)
    became = own.dropna(subset="merged_into")
    for into, last in became[["merged_into", "valid_to_be"]].itertuples(index=False, name=None):
        since = words("city.since_unknown") if pd.isna(last) else str(last + 1)
        st.text(words("city.merged_into", lao=city_links.named(into, words.lang), year=since))
        _way_to(into, chosen)
    members = register.loc[register["merged_into"] == lao_id, "lao_id"].drop_duplicates().tolist()
    if members:
        names = ", ".join(city_links.named(lao, words.lang) for lao in members)
        st.text(words("city.made_of", laos=names))
        for lao in members:
            _way_to(lao, chosen)


def later_results(chosen: Filters, lao_id: str) -> None:
    """Say that the city has results after the chosen year, with the way to them."""
    awards = record().awards
    to_last_year.later(awards[awards["lao_id"] == lao_id], chosen, "city.later")


def _way_to(lao_id: str, chosen: Filters) -> None:
    if st.button(city_links.named(lao_id, chosen.words.lang), key=f"city.merged.{lao_id}"):
        navigate.open_city(lao_id, chosen)


def scores(chosen: Filters, lao_id: str) -> None:
    """Draw the city's scores beside those of its peers, with the LAOs nearest in total."""
    city_invented.notice(chosen, (lao_id,), page="city")
    if city_facts.are_invented((lao_id,)):
        city_links.go(city_invented.show(chosen, (lao_id,)), chosen)
    picked = city_scores_part.show(chosen, (lao_id,), page="city")
    city_links.go(picked, chosen)


def rows_behind(chosen: Filters, lao_id: str) -> None:
    """List the city's rows of the published list, and its entries in programmes."""
    if city_facts.are_invented((lao_id,)):
        return
    words = chosen.words
    provinces, register = record().provinces, table("municipalities")
    upto_be = city_facts.last_year_be(chosen.question)
    if not city_facts.record_of(lao_id, upto_be).awards.empty:
        st.header(words("city.rows"), anchor=False)
        tables.plain(
            _awards(lao_id, upto_be, words),
            words,
            name=f"{lao_id}_rows",
            key="city_rows",
            about=provenance.of_cities(chosen, "city", {"city": lao_id}),
        )
    city_tables.peers_on_list(chosen, (lao_id,), "city", {"city": lao_id})
    programmes = city_facts.programmes(lao_id)
    if programmes.empty:
        return
    with tables.folded(words("city.programmes"), key="city_programmes") as opened:
        if opened:
            tables.show(
                rows.pilots(programmes, provinces, register, words),
                words,
                name=f"{lao_id}_programmes",
                key="city_programmes_table",
                about=provenance.of_table(chosen, PILOTS),
            )


@kept
def _awards(lao_id: str, upto_be: int, words: Words) -> pd.DataFrame:
    """Return the city's rows of the published list for reading, without its name.

    A phone shows only the first columns: the year comes first, and the row of the list last.
    """
    awards = city_facts.record_of(lao_id, upto_be).awards
    readable = rows.awards(awards, record().provinces, table("municipalities"), words)
    readable = readable.drop(columns=[words("column.province"), words("column.municipality")])
    source_row, *columns = readable.columns
    return readable[[*columns, source_row]]


PAGE = Page(
    name="city",
    params=lambda: (param(), score_view.assessor_param(), city_scores_part.SHAPE),
    needs_area=False,
    opens_in_trial=trial.names_invented("city"),
    in_menu=False,
    example={"city": "LAO-60-001"},
    drawn=(".cities article .lanes",),
)
