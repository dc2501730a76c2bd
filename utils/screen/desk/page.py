"""The desk page, by its parts: send, go on with what was sent, go back to a release, people."""

from __future__ import annotations

import streamlit as st
from sqlalchemy import Engine

from utils import settings
from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import releases, store
from utils.desk.submissions import acts, summary
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.submissions import WayBack
from utils.screen.app import link, sign_in
from utils.screen.app.page import Page
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import answer_corrections, edition, open_year, queue, review
from utils.screen.desk import back as desk_back
from utils.screen.desk import headings as desk_headings
from utils.screen.desk import people as desk_people
from utils.screen.desk import round as desk_round
from utils.screen.desk import send as desk_send
from utils.words import Words


def choose(rights: Rights, words: Words) -> str:
    """Offer the parts of the page that the visitor's roles open to them; return the chosen one."""
    steward = rights.is_steward
    takes_part = rights.may_send or rights.may_certify
    may = {
        "send": rights.may_send,
        "round": takes_part,
        "sent": True,
        "back": steward,
        "people": steward,
    }
    parts = [part for part, allowed in may.items() if allowed]
    named = link.value(desk_actions.PART)
    chosen, key = named if named in parts else parts[0], f"desk.part.{rights.person}"
    if link.renamed() or st.session_state.get(key) != chosen:
        st.session_state[key] = chosen
    st.segmented_control(
        words("desk_page.part"),
        parts,
        required=True,
        format_func=lambda one: words(f"desk_page.part_{one}"),
        key=key,
        on_change=lambda: link.put(desk_actions.PART, st.session_state[key]),
        label_visibility="collapsed",
    )
    return chosen


def send(engine: Engine, rights: Rights, words: Words) -> None:
    """Offer a workbook to fill in, and take in files, step by step."""
    st.caption(words("desk_page.path"))
    desk_people.show_own_provinces(engine, rights, words)
    is_new = not link.value(desk_actions.OPEN)
    with st.expander(words("desk_page.step_form"), expanded=is_new):
        desk_send.template(engine, rights, words)
    if rights.is_steward:
        edition.show(engine, words)
    with st.expander(words("desk_page.step_files"), expanded=is_new):
        desk_send.upload(engine, rights, words)
    _open_submission(engine, rights, words)


def sent(engine: Engine, rights: Rights, words: Words) -> None:
    """List the submissions that concern this person, and go on with one of them, or several."""
    answer_corrections.show(engine, rights, words)
    only = queue.show(engine, rights, words)
    _open_submission(engine, rights, words, only)


def round(engine: Engine, rights: Rights, words: Words) -> None:  # noqa: A001 named as its part
    """Show how far each office has come with each table of a fiscal year."""
    desk_round.show(engine, rights, words)


def people(engine: Engine, rights: Rights, words: Words) -> None:
    """List who may do what, and change it."""
    desk_people.manage(engine, rights, words)


def back(engine: Engine, rights: Rights, words: Words) -> None:
    """Propose to return to an earlier release, or to one office's part of it."""
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
    part, keeps_later = None, True
    if office is None:
        keeps_later = st.checkbox(words("desk_back.keep"), value=True, key="desk.back_keep")
    else:
        year = desk_send.choose_year_of_part(words)
        part = OfficeScope(office_number=office, fiscal_year_be=year)
    desk_back.propose(engine, rights, WayBack(number, keeps_later), part, words)


def _open_submission(engine: Engine, rights: Rights, words: Words, only: str = "") -> None:
    """Draw the submission that the address names; `only`: the one to draw where it names none."""
    opened = link.value(desk_actions.OPEN) or only
    if not opened:
        return
    try:
        submission = acts.find_submission(engine, opened)
    except RefusedError:
        submission = None
    if submission is None or not queue.concerns(submission, rights):
        st.info(words("queue.not_for_you"))
        return
    st.subheader(words("desk_page.step_look"), anchor=False)
    st.text(summary.submission(submission, words))
    if submission.reason:
        st.text(words("desk_page.because", reason=submission.reason))
    if submission.state == "published":
        release = store.release(submission.release, engine)
        st.text(words("desk_page.published_as", release=summary.title(release, words)))
    else:
        desk_back.told(engine, submission, words)
        reviewed = review.review(engine, opened, words)
        desk_headings.choose(engine, rights, submission, reviewed.plan, words)
        review.problems(reviewed, words)
        open_year.show(engine, rights, submission, reviewed.plan, words)
        desk_headings.notes(reviewed.plan, words)
        review.questions(engine, rights, reviewed, words)
        review.preview(engine, reviewed, words)
        review.preview_link(submission, words)
        review.act(engine, rights, reviewed, words)
    review.trail(engine, submission, words)


PAGE = Page(
    name="desk",
    needs_area=False,
    params=lambda: (
        desk_actions.PART,
        desk_actions.FORM,
        desk_round.YEAR,
        desk_actions.OPEN,
    ),
    in_menu=lambda: settings.desk() or sign_in.configured(),
    drawn=(".stMain .stAlert, .stMain .stSelectbox, .stMain .stButton",),
)
