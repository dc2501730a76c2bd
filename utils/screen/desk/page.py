"""The desk page, by its parts: send, go on with what was sent, go back to a release, people."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine

from utils import settings
from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.store import releases, store
from utils.desk.submissions import acts, submissions, summary
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.submissions import Submission
from utils.screen.app import sign_in
from utils.screen.app.page import Page
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import people as desk_people
from utils.screen.desk import review
from utils.screen.desk import send as desk_send
from utils.words import Words


def choose(rights: Rights, words: Words) -> str:
    """Offer the parts of the page that the visitor's roles open to them; return the chosen one."""
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


def send(engine: Engine, rights: Rights, words: Words) -> None:
    """Offer a workbook to fill in, and take in files, step by step."""
    st.caption(words("desk_page.path"))
    desk_people.show_own_provinces(engine, rights, words)
    is_new = desk_actions.OPEN not in st.session_state
    with st.expander(words("desk_page.step_form"), expanded=is_new):
        desk_send.template(engine, rights, words)
    with st.expander(words("desk_page.step_files"), expanded=is_new):
        desk_send.upload(engine, rights, words)
    _open_submission(engine, rights, words)


def sent(engine: Engine, rights: Rights, words: Words) -> None:
    """List the submissions that concern this person, and go on with one of them."""
    with engine.connect() as connection:
        every_submission = submissions.every(connection)
        concerned = [one for one in every_submission if _concerns(one, rights)]
    if not concerned:
        st.info(words("desk_page.none_sent"))
        return
    by_id = {submission.submission_id: submission for submission in concerned}
    opened = st.session_state.get(desk_actions.OPEN)
    chosen = st.selectbox(
        words("desk_page.which"),
        list(by_id),
        index=list(by_id).index(opened) if opened in by_id else 0,
        format_func=lambda submission_id: summary.submission(by_id[submission_id], words),
    )
    st.session_state[desk_actions.OPEN] = chosen
    _open_submission(engine, rights, words)


def people(engine: Engine, rights: Rights, words: Words) -> None:
    """List who may do what, and change it."""
    desk_people.manage(engine, rights, words)


def back(engine: Engine, rights: Rights, words: Words) -> None:
    """Publish the content of an earlier release again, or one office's part of it."""
    with engine.connect() as connection:
        every_release = list(releases.every(connection))
        offices = roles.offices(connection)
    earlier = {release.number: release for release in every_release[1:]}
    st.text("\n".join(summary.release(every_release[0], words)))
    if not earlier:
        st.info(words("desk_page.no_earlier"))
        return
    number = st.selectbox(
        words("desk_page.back_to"),
        list(earlier),
        format_func=lambda number: summary.title(earlier[number], words),
    )
    office = st.selectbox(
        words("desk_page.back_part"),
        (None, *offices),
        format_func=lambda number: (
            words("desk_page.whole")
            if number is None
            else words("desk_page.officer_of", office=number)
        ),
    )
    year = None if office is None else desk_send.choose_year_of_part(words)
    st.text_input(words("desk_page.why"), key="desk.back_note", max_chars=500)

    def revert() -> str:
        part = None if office is None else OfficeScope(office_number=office, fiscal_year_be=year)
        note = desk_actions.typed("desk.back_note")
        published = acts.revert(engine, rights.person, number, note=note, part=part)
        return words("desk_page.published_as", release=summary.title(published, words))

    label, blank = words("desk_page.revert"), not desk_actions.typed("desk.back_note").strip()
    desk_actions.button(label, revert, words, key="desk.revert", type="primary", disabled=blank)


def _concerns(submission: Submission, rights: Rights) -> bool:
    if submission.sender == rights.person:
        return True
    return submission.state in {"submitted", "certified"} and rights.may_certify


def _open_submission(engine: Engine, rights: Rights, words: Words) -> None:
    opened = st.session_state.get(desk_actions.OPEN)
    if opened is None:
        return
    submission = acts.find_submission(engine, opened)
    if not _concerns(submission, rights):
        return
    st.subheader(words("desk_page.step_look"), anchor=False)
    st.text(summary.submission(submission, words))
    if submission.reason:
        st.text(words("desk_page.because", reason=submission.reason))
    if submission.state == "published":
        release = store.release(submission.release, engine)
        st.text(words("desk_page.published_as", release=summary.title(release, words)))
    else:
        reviewed = review.review(engine, opened, words)
        review.problems(reviewed, words)
        review.questions(engine, rights, reviewed, words)
        review.preview(engine, reviewed, words)
        review.preview_link(submission, words)
        review.act(engine, rights, reviewed, words)
    review.trail(engine, submission, words)


PAGE = Page(
    name="desk",
    needs_area=False,
    in_menu=lambda: settings.desk() or sign_in.configured(),
    drawn=(".stMain .stAlert, .stMain .stSelectbox, .stMain .stButton",),
)
