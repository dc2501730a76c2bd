"""Preview on every page of a submission that waits, for its sender, certifiers and stewards."""

from __future__ import annotations

from typing import Final

import streamlit as st

from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.submissions import preview
from utils.screen.app import link, release_shown
from utils.screen.app.release_shown import PREVIEW
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.words import Words

_REFUSED: Final = "preview.refused"


def begin() -> None:
    """Show the submission that the address names instead of a release; called in every run.

    Where the visitor may not see it, it is removed from the address and `notice` says why. Where
    the visitor is not known, it stays, and `notice` asks who they are.
    """
    st.session_state[_REFUSED] = None
    submission_id = link.value(PREVIEW)
    if not submission_id:
        return
    try:
        _show(submission_id)
    except RefusedError as refused:
        st.session_state[_REFUSED] = refused
        link.drop(PREVIEW)


def _show(submission_id: str) -> None:
    engine = store.opened()
    person = gate.person_name(engine)
    if person is not None:
        release_shown.instead(preview.preview(engine, person, submission_id))
        link.drop(release_shown.RELEASE)
    elif gate.why_shut():
        raise RefusedError("no_preview")


def notice(words: Words, *, published_only: bool) -> None:
    """Say above a page that its numbers are not published, or why it shows published ones instead.

    `published_only`: whether the page stops here rather than show unpublished numbers.
    """
    refused: RefusedError | None = st.session_state[_REFUSED]
    waiting = release_shown.now().waiting
    if refused is not None:
        st.warning(desk_actions.escaped(refused.message(words.lang)))
    if waiting is None:
        if link.value(PREVIEW):
            st.info(words("preview.who"))
            gate.ask_who(store.opened(), words)
        return
    submission = waiting.submission
    values = {
        "submission": submission.submission_id,
        "sender": submission.sender,
        "number": release_shown.now().newest,
    }
    state = words(f"desk.state.{submission.state}")
    st.warning(desk_actions.escaped(words("preview.banner", **values, state=state)))
    st.button(words("preview.leave"), key="preview.leave", on_click=link.drop, args=(PREVIEW,))
    if published_only:
        st.info(words("preview.published_only"))
        st.stop()
