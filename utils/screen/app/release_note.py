"""What every page says of the release it shows, and the way from an older one to the newest."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.screen.app import components, link, release_shown
from utils.screen.app.release_shown import RELEASE
from utils.words import Words


def foot(words: Words, pictures: dict[str, Any]) -> None:
    """Say at the foot of the sidebar which release is shown; offer a link that stays with it.

    `pictures`: from `utils.screen.app.provenance.of_pictures`.
    """
    data = {
        "lang": words.lang,
        "title": release_shown.title(words),
        "number": None if release_shown.now().waiting else release_shown.release().number,
        "followed": release_shown.followed(),
        "cite": words("release.cite"),
        "copied": words("release.cited"),
        "stays": words("release.stays"),
        "picture": pictures,
    }
    with st.sidebar:
        components.mount("foot", data, key="foot")


def arrived(words: Words) -> None:
    """Say once that the page has just gone over to a release that came while it was open."""
    if release_shown.arrived():
        st.toast(words("release.arrived", shown=release_shown.title(words)))


def older(words: Words) -> None:
    """Say above a page that it shows an older release by its link, and offer the newest."""
    now = release_shown.now()
    if now.is_newest:
        return
    st.info(words("release.older", shown=release_shown.title(words), newest=now.newest))
    st.button(
        words("release.to_newest"), key="release.newest", on_click=link.put, args=(RELEASE, "")
    )
