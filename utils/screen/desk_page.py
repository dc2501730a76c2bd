"""The parts of the desk page: send, go on with what was sent, take a release back."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine

from utils.desk import acts, releases, submissions, telling
from utils.desk.acts import Part
from utils.desk.roles import Rights
from utils.desk.submissions import Submission
from utils.screen import desk_parts, desk_review, desk_send
from utils.words import Words

_PARTS = ("send", "sent", "back")


def choose(rights: Rights, say: Words) -> str:
    """Let the reader choose a part of the page; only a steward may take a release back."""
    parts = _PARTS if rights.is_steward else _PARTS[:-1]
    chosen = st.segmented_control(
        say("desk_page.part"),
        parts,
        default=parts[0],
        required=True,
        format_func=lambda one: say(f"desk_page.part_{one}"),
        key="desk.part",
        label_visibility="collapsed",
    )
    return str(chosen)


def send(at: Engine, rights: Rights, say: Words) -> None:
    """Offer a workbook to fill and take files in, in steps."""
    st.subheader(say("desk_page.step_form"), anchor=False)
    desk_send.template(at, rights, say)
    st.subheader(say("desk_page.step_files"), anchor=False)
    desk_send.upload(at, rights, say)
    _looked_at(at, rights, say)


def sent(at: Engine, rights: Rights, say: Words) -> None:
    """List what concerns this person, and go on with one of them."""
    with at.connect() as connection:
        mine = [one for one in submissions.every(connection) if _concerns(one, rights)]
    if not mine:
        st.info(say("desk_page.none_sent"))
        return
    ids = {one.submission_id: one for one in mine}
    opened = st.session_state.get(desk_parts.OPEN)
    chosen = st.selectbox(
        say("desk_page.which"),
        list(ids),
        index=list(ids).index(opened) if opened in ids else 0,
        format_func=lambda one: telling.submission(ids[one], say),
    )
    st.session_state[desk_parts.OPEN] = chosen
    _looked_at(at, rights, say)


def back(at: Engine, rights: Rights, say: Words) -> None:
    """Publish the content of an old release again, or one office's part of it."""
    with at.connect() as connection:
        every = list(releases.every(connection))
    old = {one.number: one for one in every[1:]}
    st.text("\n".join(telling.release(every[0], say)))
    if not old:
        st.info(say("desk_page.no_earlier"))
        return
    number = st.selectbox(
        say("desk_page.back_to"), list(old), format_func=lambda one: telling.title(old[one], say)
    )
    offices: list[int | None] = [None, *range(1, 17)]
    office = st.selectbox(
        say("desk_page.back_part"),
        offices,
        format_func=lambda one: (
            say("desk_page.whole") if one is None else say("desk_page.officer_of", office=one)
        ),
    )
    note = st.text_input(say("desk_page.why"), key="desk.back_note", max_chars=500)
    ready = bool(note.strip())
    if st.button(say("desk_page.revert"), type="primary", disabled=not ready, key="desk.revert"):
        part = None if office is None else Part(office_number=office)
        made = desk_parts.attempt(
            lambda: acts.revert(at, rights.person, number, note=note, part=part), say
        )
        if made is not None:
            desk_parts.done(telling.title(made, say))


def _concerns(one: Submission, rights: Rights) -> bool:
    if one.sender == rights.person:
        return True
    if one.state == "submitted":
        return rights.is_certifier
    return one.state == "certified" and (rights.is_certifier or rights.is_steward)


def _looked_at(at: Engine, rights: Rights, say: Words) -> None:
    opened = st.session_state.get(desk_parts.OPEN)
    if opened is None:
        return
    one = desk_parts.attempt(lambda: acts.submission(at, opened), say)
    if one is None or not _concerns(one, rights):
        return
    st.subheader(say("desk_page.step_look"), anchor=False)
    st.text(telling.submission(one, say))
    if one.reason:
        st.text(say("desk_page.because", reason=one.reason))
    if one.state == "published":
        return
    seen = desk_review.look(at, opened, say)
    desk_review.problems(seen, say)
    desk_review.preview(at, seen, say)
    desk_review.go_on(at, rights, seen, say)
