"""What the page is about: an office, region or cluster of the shared filters, or one province."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from utils.screen.app import cache, filters, link
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Area:
    """The provinces that a page is about. `offices`: those that write for them, by number."""

    codes: tuple[str, ...]
    offices: tuple[int, ...]
    name: str
    is_country: bool


@cache.kept
def province_param() -> Param:
    """Return the parameter that narrows the page to one province, by its ISO code."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=("", *codes), default="", label="filter.province")


def choose(chosen: Filters) -> Filters:
    """Offer the offices and the provinces of the area; return the filters of what is chosen."""
    words, office = chosen.words, filters.params()["office"]
    names = filters.names("office", words.lang)
    left, right, _ = st.columns([3, 2, 2], gap="medium")
    key, write = link.follow(office, "area")
    left.selectbox(
        words("area_page.office"),
        office.options,
        format_func=names.__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
    )
    key, write = link.follow(province_param(), "area")
    provinces = record().provinces.set_index("iso_code")[f"name_{words.lang}"]
    inside = record().provinces["province_code"].isin(chosen.codes)
    here = tuple(record().provinces.loc[inside, "iso_code"])
    now = link.value(province_param())
    right.selectbox(
        words("filter.province"),
        ("", *here, *((now,) if now and now not in here else ())),
        format_func=lambda iso: provinces[iso] if iso else words("area_page.every_province"),
        key=key,
        on_change=write,
        filter_mode="contains",
    )
    return _narrowed(chosen)


def _narrowed(chosen: Filters) -> Filters:
    iso = link.value(province_param())
    if not iso:
        return chosen
    [row] = record().provinces[record().provinces["iso_code"] == iso].to_dict("records")
    return replace(chosen, codes=(row["province_code"],), area=row[f"name_{chosen.words.lang}"])


def of(chosen: Filters) -> Area:
    """Return the area of some filters."""
    provinces = record().provinces.set_index("province_code").loc[list(chosen.codes)]
    numbers = {int(one) for one in provinces["office_number"].dropna()}
    return Area(
        codes=chosen.codes,
        offices=tuple(sorted(numbers)),
        name=chosen.area,
        is_country=not chosen.area,
    )


def disputed(chosen: Filters) -> str:
    """Name the area's provinces that sources give to two offices; empty where there are none."""
    provinces = record().provinces
    mine = provinces[provinces["province_code"].isin(chosen.codes)]
    names = mine.loc[mine["office_confidence"] == "disputed", f"name_{chosen.words.lang}"]
    if names.empty or not chosen.area:
        return ""
    return chosen.words("area_page.disputed", names=", ".join(names))


def named(area: Area, words: Words) -> str:
    """Return what the area is called."""
    return area.name or words("work.country")
