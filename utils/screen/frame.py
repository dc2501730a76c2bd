"""What surrounds every page: the page list, the shared filters, and the way in."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from functools import cache
from typing import Any

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from utils import paths, settings
from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.verify import DamagedStoreError
from utils.figures.theme import css_variables
from utils.screen import params
from utils.screen.app import (
    damaged_store,
    filters,
    link,
    provenance,
    release_note,
    release_shown,
    sign_in,
)
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.desk import preview
from utils.words import Words

_LOG = logging.getLogger(__name__)
# A run has a thread of its own, and a page may end it by `st.stop`.
_INSIDE: ContextVar[bool] = ContextVar("frame.inside", default=False)
PAGES = (
    "overview",
    "map",
    "staircase",
    "scores",
    "pilots",
    "province",
    "present",
    "history",
    "methods",
)
# Opened from other pages and by link: not in the menu.
HIDDEN = ("city",)
# In the menu of an installation that was started with it; by link it says how.
DESK = "desk"


def run() -> None:
    """Draw the frame and run the chosen page: all that dashboard.py does."""
    inside = _INSIDE.set(True)
    try:
        lang = filters.words().lang
        pages = _pages()
        chosen = st.navigation(list(pages.values()), position="top")
        name = next(key for key, page in pages.items() if page == chosen)
        link.carry(filters.SHARED, page=name)
        try:
            release_shown.begin()
        except (DamagedStoreError, NewerStoreError) as error:
            damaged_store.page(error)
            return
        sign_in.note()
        preview.begin()
        link.begin(shared=tuple(filters.params().values()), own=params.own(name), page=name)
        words = filters.words()
        if words.lang != lang:
            st.rerun()  # the menu was named before a change of page gave the language back
        st.set_page_config(
            page_title=f"{words(f'page.{name}')} · {words('app.title')}",
            page_icon=str(paths.STATIC / "icon.png"),
            layout="wide",
        )
        st.html(f"<style>{css_variables()}{_style()}</style>")
        st.sidebar.header(words("app.title"), anchor=False)
        filters.draw()
        release_note.foot(words, _pictures(name))
        release_note.arrived(words)
        chosen.run()
    finally:
        _INSIDE.reset(inside)


def _pictures(page: str) -> dict[str, Any]:
    """Return what the pictures of a page say of themselves as files."""
    code = None
    if page == "province":
        known = record().provinces.set_index("iso_code")["province_code"]
        code = str(known[link.value(params.province_param())])
    return provenance.of_pictures(filters.current(), page, code)


def begin(name: str, *, needs_area: bool = True, published_only: bool = False) -> Filters:
    """Draw a page's title and return the shared filters: the first line of every page.

    `needs_area`: whether the page has nothing to show where the chosen areas share no province.
    `published_only`: whether it never shows what waits to be published.

    While a pages/ folder exists, Streamlit may run a page file by itself (first request after a
    restart). Declaring the pages turns that off for good; the rerun then enters through
    dashboard.py.
    """
    if not _INSIDE.get():
        st.navigation(list(_pages().values()), position="top")
        st.rerun()
    chosen = filters.current()
    words = chosen.words
    st.title(words(f"title.{name}"), anchor=False)
    _say_refused(words)
    release_note.older(words)
    preview.notice(words, published_only=published_only)
    if not needs_area and chosen.area:
        st.caption(words("area.not_used", area=chosen.area))
    if needs_area and not chosen.codes:
        st.info(words("filter.empty"))
        st.stop()
    return chosen


def _say_refused(words: Words) -> None:
    """Say which values of the link were refused; of compared cities, why."""
    faults = dict(link.refused())
    cities = faults.pop("cities", None)
    if cities is not None:
        st.warning(words(f"pilots.refused.{cities}", most=params.MOST_CITIES))
    if faults:
        called = (words(params.CALLED.get(name, f"filter.{name}")) for name in faults)
        st.warning(words("filter.refused", names=", ".join(called)))


def apologise(error: Exception) -> bool:
    """Say in the reader's language that a part failed; the log keeps what happened."""
    _LOG.error("a page failed", exc_info=error)
    st.error(filters.words()("error.unexpected"))
    return True


def open_loading(chosen: Filters) -> None:
    """Go to what the page of scores says of loading them, the shared filters kept."""
    _open("scores", {filters.FICTITIOUS.name: "off"}, chosen)


def open_province(iso_code: str, chosen: Filters) -> None:
    """Go to a province's page, the shared filters kept."""
    _open("province", {"province": iso_code}, chosen)


def open_city(lao_id: str, chosen: Filters) -> None:
    """Go to a city's card, the shared filters kept."""
    _open("city", {"city": lao_id}, chosen)


def open_comparison(lao_ids: str, chosen: Filters) -> None:
    """Go to the comparison of cities, joined as in a link, the shared filters kept."""
    _open("pilots", {"cities": lao_ids}, chosen)


def open_preview(codes: dict[str, str]) -> None:
    """Go to the front page as it would be with what waits to be published."""
    st.switch_page(_pages()[PAGES[0]], query_params=codes)


def _open(page: str, own: dict[str, str], chosen: Filters) -> None:
    st.switch_page(_pages()[page], query_params=own | chosen.short_link)


@cache
def _style() -> str:
    return (paths.STATIC / "frame.css").read_text("utf-8")


def _pages() -> dict[str, StreamlitPage]:
    words = filters.words()
    hidden = HIDDEN if settings.desk() or sign_in.configured() else (*HIDDEN, DESK)
    return {
        name: st.Page(
            paths.PAGES / f"{name}.py",
            title=words(f"page.{name}"),
            url_path=name,
            default=name == PAGES[0],
            visibility="hidden" if name in hidden else "visible",
        )
        for name in (*PAGES, DESK, *HIDDEN)
    }
