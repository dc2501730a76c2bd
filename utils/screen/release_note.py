"""What every page says of the release it shows, and the way from an older one to the newest."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.screen import components, link, shown
from utils.screen.shown import RELEASE
from utils.words import Words


def foot(say: Words, pictures: dict[str, Any]) -> None:
    """Say at the foot of the sidebar which release is shown; offer a link that stays with it.

    `pictures`: from `utils.screen.about.of_pictures`.
    """
    told = {
        "lang": say.lang,
        "title": shown.title(say),
        "number": None if shown.now().waiting else shown.release().number,
        "followed": shown.followed(),
        "cite": say("release.cite"),
        "copied": say("release.cited"),
        "stays": say("release.stays"),
        "picture": pictures,
    }
    with st.sidebar:
        components.mount("foot", told, key="foot")


def arrived(say: Words) -> None:
    """Say once that the page has just gone over to a release that came while it was open."""
    if shown.arrived():
        st.toast(say("release.arrived", shown=shown.title(say)))


def older(say: Words) -> None:
    """Say above a page that it shows an older release by its link, and offer the newest."""
    now = shown.now()
    if now.is_newest:
        return
    st.info(say("release.older", shown=shown.title(say), newest=now.newest))
    st.button(say("release.to_newest"), key="release.newest", on_click=link.put, args=(RELEASE, ""))
