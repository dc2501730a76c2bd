"""How a reader comes to a province: by its name, or by a municipality's."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.screen.app import cache, link
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param

_SEARCH = "province.search"


@cache.kept
def param() -> Param:
    """Return the parameter that names a province by its ISO code, as in ?province=TH-60."""
    codes = tuple(record().provinces["iso_code"])
    return Param(name="province", options=codes, default=codes[1], label="filter.province")


def chosen_code() -> str:
    """Return the two digits of the province that the address names."""
    return str(_provinces().loc[link.value(param()), "province_code"])


def search(chosen: Filters) -> None:
    """Find a municipality by any of its names, in either language, and go to its province."""
    words = chosen.words
    names = cache.municipality_options(words.lang)

    def go() -> None:
        picked = st.session_state[_SEARCH]
        st.session_state[_SEARCH] = None
        if picked is not None:
            home = table("municipalities")["province_code"].iloc[picked]
            link.put(param(), str(cache.province(home)["iso_code"]))

    st.selectbox(
        words("filter.municipality"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=_SEARCH,
        on_change=go,
        placeholder=words("filter.municipality_hint"),
        filter_mode="contains",
    )


def choose(chosen: Filters) -> str:
    """Offer the provinces; return the code of the chosen one, held in the address."""
    words = chosen.words
    key, write = link.follow(param(), "province")
    st.selectbox(
        words("filter.province"),
        param().options,
        format_func=_provinces()[f"name_{words.lang}"].__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
    )
    return chosen_code()


@cache.kept
def _provinces() -> pd.DataFrame:
    return record().provinces.set_index("iso_code")
