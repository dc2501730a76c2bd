"""Of a submission: its files as they were sent, what was done with it, how others look at it."""

from __future__ import annotations

from functools import partial
from pathlib import PurePath

import streamlit as st
from sqlalchemy import Engine

from utils.desk.store import audit
from utils.desk.store import files as store_files
from utils.desk.submissions import submissions, telling
from utils.desk.submissions.submissions import Submission
from utils.screen import frame
from utils.screen.app import link, release_shown
from utils.screen.app.filters import LANGUAGE
from utils.screen.desk import parts as desk_parts
from utils.words import Words


def trail(at: Engine, one: Submission, words: Words) -> None:
    """Offer the files of a submission as they were sent, and tell who did what with it."""
    with at.connect() as connection:
        sent = submissions.sent(connection, one)
        entries = audit.entries(connection, submission_id=one.submission_id)
    with st.expander(words("desk_page.trail", n=len(sent))):
        for number, file in enumerate(sent):
            told = {"file": desk_parts.plain(file.file_name), "attempt": file.attempt}
            st.download_button(
                words("desk_page.take_sent", **told),
                partial(_content, at, file.sha256),
                file_name=PurePath(file.file_name.replace("\\", "/")).name,
                mime="application/octet-stream",
                on_click="ignore",
                key=f"desk.trail.{number}",
            )
            st.caption(f"SHA-256 {file.sha256}")
        st.text("\n".join(telling.entry(row, words) for row in entries))


def _content(at: Engine, sha256: str) -> bytes:
    with at.connect() as connection:
        return store_files.content(connection, sha256)


def by_link(one: Submission, words: Words) -> None:
    """Give the link by which the pages show a submission that waits, and open it."""
    if one.state not in {"submitted", "certified"}:
        return
    codes = {release_shown.PREVIEW.name: one.submission_id}
    if words.lang != LANGUAGE.default:
        codes[LANGUAGE.name] = words.lang
    st.markdown(words("desk_page.by_link"))
    st.code(link.home("", codes), language=None, wrap_lines=True)
    if st.button(words("desk_page.open_preview"), key="desk.preview"):
        frame.open_preview(codes)
