"""The register of reported results: every entry with its standing, by province and standing."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures.coverage import reports as reports_figure
from utils.measures.coverage import reports as reports_measure
from utils.measures.coverage.reports import STANDINGS
from utils.screen.app import cache, link, navigate, provenance, release_shown, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.tables.declared.schemas import REPORTED_RESULTS
from utils.words import Words

STANDING = Param(
    name="standing", options=("", *STANDINGS), default="", label="reported.column.standing"
)


@cache.kept
def province_param() -> Param:
    """Return the parameter that names the province whose entries are shown, by its ISO code."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=("", *codes), default="", label="filter.province")


def show(chosen: Filters) -> None:
    """Draw the choices and the entries that fit them, with their file; say what they are."""
    words = chosen.words
    st.markdown(words("reported.about"))
    if table("reported_results").empty:
        st.info(words("reported.none_in_release"))
        return
    _choose(words)
    iso, standing = link.value(province_param()), link.value(STANDING)
    entries = _chosen(iso, standing)
    if entries.empty:
        st.info(words("reported.none_chosen"))
        return
    st.markdown(reports_figure.lead(reports_measure.by_standing(entries["standing"]), words))
    whole = reports_figure.table(entries, entries["standing"], record().provinces, words)
    picked = tables.plain(
        reports_figure.shortened(entries, whole, words),
        words,
        file=whole,
        name="reported_results",
        key="reported",
        about=_about(chosen, {province_param().name: iso, STANDING.name: standing}),
        links={words("column.province"): _links(entries, chosen)},
    )
    st.caption(
        f"{words('column.source')}: {REPORTED_RESULTS.source(words.lang)} · "
        f"{words('column.as_of')}: "
        f"{words.pick(th=REPORTED_RESULTS.as_of_th, en=REPORTED_RESULTS.as_of_en)}"
    )
    if picked:
        navigate.open_province(picked, chosen)


def _choose(words: Words) -> None:
    """Offer a province and a standing, side by side, both held in the address."""
    provinces = record().provinces
    names = dict(zip(provinces["iso_code"], provinces[f"name_{words.lang}"], strict=True))
    standings: dict[str, str] = {code: words(f"reported.standing.{code}") for code in STANDINGS}
    shown: tuple[tuple[Param, dict[str, str]], ...] = (
        (province_param(), {"": words("reported.every_province")} | names),
        (STANDING, {"": words("reported.every_standing"), **standings}),
    )
    for column, (param, named) in zip(st.columns([1, 1, 2])[:2], shown, strict=True):
        key, write = link.follow(param, "reported")
        column.selectbox(
            words(param.label),
            param.options,
            format_func=named.__getitem__,
            key=key,
            on_change=write,
            filter_mode="contains",
        )


@cache.kept
def _chosen(iso: str, standing: str) -> pd.DataFrame:
    """Return the entries of a province, all where it is "", with their standing as a column."""
    reports = table("reported_results")
    entries: pd.DataFrame = reports.assign(
        standing=reports_measure.standings(reports, record(), table("municipalities"))
    )
    if standing:
        entries = entries[entries["standing"] == standing]
    if not iso:
        return entries
    homes = record().provinces.set_index("iso_code")["province_code"]
    here = (entries["province_code"] == str(homes[iso])).fillna(value=False)
    return entries[here.astype(bool)]


def _links(entries: pd.DataFrame, chosen: Filters) -> list[dict[str, str] | None]:
    """Return the way to the province of each entry, None for those of the whole country."""
    isos = record().provinces.set_index("province_code")["iso_code"]
    return [
        None
        if pd.isna(code)
        else {
            "id": isos[code],
            "href": link.address("province", {"province": isos[code]} | chosen.short_link),
        }
        for code in entries["province_code"]
    ]


def _about(chosen: Filters, codes: dict[str, str]) -> tuple[str, ...]:
    """Return what the file says of itself: that nothing of it is counted, whence, and the link."""
    said = {name: code for name, code in codes.items() if code}
    return (
        chosen.words("reported.about").replace("*", ""),
        *provenance.of_table(chosen, REPORTED_RESULTS),
        release_shown.home("reported", chosen.link | said),
    )


PAGE = Page(
    name="reported",
    params=lambda: (province_param(), STANDING),
    needs_area=False,
    in_menu=False,  # a full menu: overview, provinces, quality and methods lead here
    drawn=(".short-table table, .stAlert",),
)
