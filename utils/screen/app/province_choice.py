"""How a reader comes to a province: by its name, or by a municipality's."""

from __future__ import annotations

import streamlit as st

from utils.screen import params
from utils.screen.app import cache, link
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters

_SEARCH = "province.search"


def search(chosen: Filters) -> None:
    """Find a municipality by any of its names, in either language, and go to its province."""
    words = chosen.words
    names = cache.municipality_options(words.lang)

    def go() -> None:
        found = st.session_state[_SEARCH]
        st.session_state[_SEARCH] = None
        if found is not None:
            home = table("municipalities")["province_code"][found]
            link.put(params.province_param(), str(cache.province(home)["iso_code"]))

    st.selectbox(
        words("filter.municipality"),
        list(names.index),
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
    named = record().provinces.set_index("iso_code")
    param = params.province_param()
    key, write = link.follow(param, "province")
    st.selectbox(
        words("filter.province"),
        param.options,
        format_func=named[f"name_{words.lang}"].__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
    )
    return str(named.loc[link.value(param), "province_code"])
