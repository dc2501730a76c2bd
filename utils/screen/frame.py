"""The way in, and what surrounds every page: the menu, the shared filters, the title."""

from __future__ import annotations

import logging
from contextvars import ContextVar
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from utils import paths
from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.verify import DamagedStoreError
from utils.figures.theme import css_variables
from utils.screen import trial_switch
from utils.screen.app import (
    damaged_store,
    filters,
    link,
    provenance,
    release_note,
    release_shown,
    sign_in,
    trial,
)
from utils.screen.app.filters import Filters
from utils.screen.app.link import Several
from utils.screen.app.page import AREA, FRONT, Page
from utils.screen.desk import preview, start_faults
from utils.screen.pages import PAGES
from utils.words import Words

_LOG = logging.getLogger(__name__)
# A run has a thread of its own, and a page may end it by `st.stop`.
_INSIDE: ContextVar[bool] = ContextVar("frame.inside", default=False)


def run() -> None:
    """Draw the frame and run the chosen page: all that dashboard.py does."""
    inside = _INSIDE.set(True)
    try:
        lang = filters.words().lang
        menu = _menu()
        chosen = st.navigation(list(menu.values()), position="top")
        page = PAGES[next(name for name, one in menu.items() if one == chosen)]
        link.restore(filters.SHARED, page=page.name)
        try:
            release_shown.begin()
        except (DamagedStoreError, NewerStoreError) as error:
            damaged_store.page(error)
            return
        sign_in.note()
        preview.begin()
        trial.begin(opens=page.opens_in_trial())
        filters.begin(last_year_be=page.last_year_be)
        link.check(shared=tuple(filters.params().values()), own=page.params(), page=page.name)
        if filters.words().lang != lang:
            st.rerun()  # the menu was named before a change of page gave the language back
        _surround(page, filters.words())
        chosen.run()
    finally:
        _INSIDE.reset(inside)


def _surround(page: Page, words: Words) -> None:
    """Draw what stands around a page: its name in the browser, the sidebar, the style."""
    st.set_page_config(
        page_title=f"{words(f'{page.name}.menu')} · {words('app.title')}",
        page_icon=str(paths.STATIC / "icon.png"),
        layout="wide",
    )
    st.html(f"<style>{css_variables()}{_style()}</style>")
    st.sidebar.header(words("app.title"), anchor=False)
    filters.draw()
    trial_switch.switch(words)
    release_note.foot(words, provenance.of_pictures(words, page.name))
    release_note.arrived(words)


def begin(name: str) -> Filters:
    """Draw the title of a page and return the shared filters: the first line of every page.

    While a pages/ folder exists, Streamlit may run a page file by itself (first request after a
    restart). Declaring the pages turns that off for good; the rerun then enters through
    dashboard.py.
    """
    if not _INSIDE.get():
        st.navigation(list(_menu().values()), position="top")
        st.rerun()
    page, chosen = PAGES[name], filters.current()
    words = chosen.words
    trial_switch.band(words)
    st.title(words(f"{name}.title"), anchor=False)
    _warn_of_refused(words)
    release_note.older(words)
    start_faults.notice(words)
    preview.notice(words, published_only=page.published_only)
    if not page.needs_area and chosen.area:
        st.caption(words("area.not_used", area=chosen.area))
    if page.needs_area and not chosen.codes:
        st.info(words("filter.empty"))
        st.stop()
    return chosen


def _warn_of_refused(words: Words) -> None:
    """Name the values that the address may not hold, and say why where there are words for it."""
    labels = []
    for param, fault in link.refused():
        if isinstance(param, Several) and param.reason is not None:
            st.warning(words(param.reason(fault), most=param.most))
        else:
            labels.append(words(param.label))
    if labels:
        st.warning(words("filter.refused", names=", ".join(labels)))


def show_error(error: Exception) -> bool:
    """Say in the reader's language that a part failed; the log keeps what happened."""
    _LOG.error("a page failed", exc_info=error)
    st.error(filters.words()("error.unexpected"))
    return True


@cache
def _style() -> str:
    return (paths.STATIC / "frame.css").read_text("utf-8")


def _menu() -> dict[str, StreamlitPage]:
    """Return every page as Streamlit knows it, by name; those not in the menu are hidden.

    Once an area is chosen, its page stands first.
    """
    words = filters.words()
    first = AREA if link.holds(filters.OF_AREA) else FRONT
    return {
        name: st.Page(
            paths.PAGES / f"{name}.py",
            title=words(f"{name}.menu"),
            url_path=name,
            default=name == FRONT,
            visibility="visible" if page.is_in_menu else "hidden",
        )
        for name, page in sorted(PAGES.items(), key=lambda one: one[0] != first)
    }
