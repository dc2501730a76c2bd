"""The parts of the desk page: send, go on with what was sent, take a release back."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.store import releases, store
from utils.desk.submissions import acts, submissions, telling
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import people as desk_people
from utils.screen.desk import review
from utils.screen.desk import send as desk_send
from utils.words import Words


def choose(rights: Rights, words: Words) -> str:
    """Let the reader choose among the parts of the page that their roles open to them."""
    steward = rights.is_steward
    may = {"send": rights.may_send, "sent": True, "back": steward, "people": steward}
    parts = [part for part, allowed in may.items() if allowed]
    chosen = st.segmented_control(
        words("desk_page.part"),
        parts,
        default=parts[0],
        required=True,
        format_func=lambda one: words(f"desk_page.part_{one}"),
        key=f"desk.part.{rights.person}",
        label_visibility="collapsed",
    )
    return str(chosen)


def send(at: Engine, rights: Rights, words: Words) -> None:
    """Offer a workbook to fill and take files in, in steps."""
    st.caption(words("desk_page.path"))
    desk_people.own(at, rights, words)
    is_new = desk_actions.OPEN not in st.session_state
    with st.expander(words("desk_page.step_form"), expanded=is_new):
        desk_send.template(at, rights, words)
    with st.expander(words("desk_page.step_files"), expanded=is_new):
        desk_send.upload(at, rights, words)
    _looked_at(at, rights, words)


def sent(at: Engine, rights: Rights, words: Words) -> None:
    """List what concerns this person, and go on with one of them."""
    with at.connect() as connection:
        mine = [one for one in submissions.every(connection) if _concerns(one, rights)]
    if not mine:
        st.info(words("desk_page.none_sent"))
        return
    ids = {one.submission_id: one for one in mine}
    opened = st.session_state.get(desk_actions.OPEN)
    chosen = st.selectbox(
        words("desk_page.which"),
        list(ids),
        index=list(ids).index(opened) if opened in ids else 0,
        format_func=lambda one: telling.submission(ids[one], words),
    )
    st.session_state[desk_actions.OPEN] = chosen
    _looked_at(at, rights, words)


def people(at: Engine, rights: Rights, words: Words) -> None:
    """List who may do what, and decide it."""
    desk_people.decide(at, rights, words)


def back(at: Engine, rights: Rights, words: Words) -> None:
    """Publish the content of an old release again, or one office's part of it."""
    with at.connect() as connection:
        every = list(releases.every(connection))
    old = {one.number: one for one in every[1:]}
    st.text("\n".join(telling.release(every[0], words)))
    if not old:
        st.info(words("desk_page.no_earlier"))
        return
    number = st.selectbox(
        words("desk_page.back_to"),
        list(old),
        format_func=lambda one: telling.title(old[one], words),
    )
    offices: list[int | None] = [None, *range(1, 17)]
    office = st.selectbox(
        words("desk_page.back_part"),
        offices,
        format_func=lambda one: (
            words("desk_page.whole") if one is None else words("desk_page.officer_of", office=one)
        ),
    )
    year = None if office is None else desk_send.year_of_part(words)
    st.text_input(words("desk_page.why"), key="desk.back_note", max_chars=500)

    def revert() -> str:
        part = None if office is None else OfficeScope(office_number=office, fiscal_year_be=year)
        note = desk_actions.typed("desk.back_note")
        made = acts.revert(at, rights.person, number, note=note, part=part)
        return words("desk_page.published_as", release=telling.title(made, words))

    label, blank = words("desk_page.revert"), not desk_actions.typed("desk.back_note").strip()
    desk_actions.button(label, revert, words, key="desk.revert", type="primary", disabled=blank)


def _concerns(one: Submission, rights: Rights) -> bool:
    if one.sender == rights.person:
        return True
    return one.state in {"submitted", "certified"} and rights.may_certify


def _looked_at(at: Engine, rights: Rights, words: Words) -> None:
    opened = st.session_state.get(desk_actions.OPEN)
    if opened is None:
        return
    one = acts.submission(at, opened)
    if not _concerns(one, rights):
        return
    st.subheader(words("desk_page.step_look"), anchor=False)
    st.text(telling.submission(one, words))
    if one.reason:
        st.text(words("desk_page.because", reason=one.reason))
    if one.state == "published":
        made = store.release(one.release, at)
        st.text(words("desk_page.published_as", release=telling.title(made, words)))
    else:
        seen = review.look(at, opened, words)
        review.problems(seen, words)
        review.preview(at, seen, words)
        review.by_link(one, words)
        review.go_on(at, rights, seen, words)
    review.trail(at, one, words)
