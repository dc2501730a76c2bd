"""What waits to be published, on every page: by a link, for its sender, certifiers and stewards."""

from __future__ import annotations

from typing import Final

import streamlit as st

from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.submissions import unpublished
from utils.screen.app import link, release_shown
from utils.screen.app.release_shown import PREVIEW
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.words import Words

_REFUSED: Final = "preview.refused"


def begin() -> None:
    """Show what the address names instead of a release, once it is known who asks, at every run.

    Where somebody may not see it, the name is taken out of the address and `tell` says why; where
    it is not known who asks, it stays, and `tell` asks.
    """
    st.session_state[_REFUSED] = None
    held = link.value(PREVIEW)
    if not held:
        return
    try:
        _show(held)
    except RefusedError as refused:
        st.session_state[_REFUSED] = refused
        link.drop(PREVIEW)


def _show(submission_id: str) -> None:
    at = store.opened()
    person = gate.who(at)
    if person is not None:
        release_shown.instead(unpublished.preview(at, person, submission_id))
        link.drop(release_shown.RELEASE)
    elif gate.shut():
        raise RefusedError("no_preview")


def tell(words: Words, *, published_only: bool) -> None:
    """Say above a page that its numbers are not published, or why they are the published ones.

    `published_only`: whether the page ends here rather than show what is not.
    """
    refused: RefusedError | None = st.session_state[_REFUSED]
    waiting = release_shown.now().waiting
    if refused is not None:
        st.warning(desk_actions.plain(refused.message(words.lang)))
    if waiting is None:
        if link.value(PREVIEW):
            st.info(words("preview.who"))
            gate.ask(store.opened(), words)
        return
    one = waiting.submission
    told = {
        "submission": one.submission_id,
        "sender": one.sender,
        "number": release_shown.now().newest,
    }
    state = words(f"desk.state.{one.state}")
    st.warning(desk_actions.plain(words("preview.banner", **told, state=state)))
    st.button(words("preview.leave"), key="preview.leave", on_click=link.drop, args=(PREVIEW,))
    if published_only:
        st.info(words("preview.published_only"))
        st.stop()
