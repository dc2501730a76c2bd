"""What a list of a new year needs beside it, asked on the page: rounds, and classes of prizes."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.submissions import acts, open_year
from utils.desk.submissions.open_year import PrizeAsked, PrizeSaid, RoundAsked, RoundSaid
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.measures.coverage.rounds import LISTED
from utils.screen.desk import actions as desk_actions
from utils.tables.declared import schemas
from utils.words import Words

_NO_TRACK: Final = ""


def show(engine: Engine, rights: Rights, submission: Submission, plan: Plan, words: Words) -> None:
    """Ask the sender of a list what it needs, while it is a draft; nothing where nothing is asked.

    Rounds and classes of prizes are the stewards': an officer reads what is missing as a problem.
    """
    asked = plan.year_asked
    is_own_draft = submission.sender == rights.person and submission.state == "draft"
    if not (is_own_draft and rights.is_steward and (asked.rounds or asked.prizes)):
        return
    prizes = store.table(schemas.PRIZES.name, plan.at, engine).set_index("certificate_th")
    key = f"open_year.{submission.submission_id}.{submission.attempt}"
    with st.expander(words("open_year.title"), expanded=asked.must_be_said):
        st.caption(words("open_year.note"))
        for number, one in enumerate(asked.rounds):
            _ask_round(one, plan.parts[0].file.name, f"{key}.round.{number}", words)
        if asked.prizes:
            st.caption(words("open_year.no_class"))
        for number, prize in enumerate(asked.prizes):
            _ask_prize(prize, prizes, f"{key}.prize.{number}", words)

        def keep() -> str:
            rounds = [_round(one, f"{key}.round.{n}") for n, one in enumerate(asked.rounds)]
            classed = [_prize(one, f"{key}.prize.{n}") for n, one in enumerate(asked.prizes)]
            files = open_year.files(rounds, classed)
            acts.answer_year(engine, rights.person, submission.submission_id, files)
            return words("open_year.kept", n=len(rounds) + len(classed))

        label = words("open_year.keep")
        desk_actions.button(label, keep, words, key="open_year.keep", type="primary")


def _ask_round(one: RoundAsked, source: str, key: str, words: Words) -> None:
    level = schemas.ROUNDS.columns["level"].label(one.level, words.lang)
    status = schemas.ROUNDS.columns["status"]
    st.markdown(words("open_year.round", year=one.fiscal_year_be, level=level, n=one.results))
    with st.container(horizontal=True):
        st.selectbox(
            words("open_year.status"),
            LISTED,
            index=LISTED.index("partial"),
            format_func=lambda code: status.label(code, words.lang),
            key=f"{key}.status",
            width=240,
        )
        st.text_input(
            words("open_year.source"), source, key=f"{key}.source", max_chars=300, width=360
        )
        st.date_input(
            words("open_year.as_of"), None, format="DD/MM/YYYY", key=f"{key}.as_of", width=200
        )


def _ask_prize(one: PrizeAsked, prizes: pd.DataFrame, key: str, words: Words) -> None:
    columns = schemas.PRIZES.columns
    level = columns["level"].label(one.level, words.lang)
    name = desk_actions.escaped(one.certificate_th)
    st.markdown(words("open_year.prize", prize=name, level=level))
    if one.like:
        st.caption(words("open_year.like", prizes=desk_actions.escaped("; ".join(one.like))))
    classes = [choice.code for choice in columns["prize_class"].choices]
    tracks = [_NO_TRACK, *(choice.code for choice in columns["track"].choices)]
    like = prizes.loc[one.like[0]].to_dict() if one.like else {}
    track = like.get("track")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            columns["prize_class"].title(words.lang),
            classes,
            index=None,  # the nearest is named, never chosen for the sender
            format_func=lambda code: columns["prize_class"].label(code, words.lang),
            placeholder=words("desk_page.choose"),
            key=f"{key}.class",
            width=240,
        )
        st.selectbox(
            columns["track"].title(words.lang),
            tracks,
            index=tracks.index(track) if track in tracks else 0,
            format_func=lambda code: (
                columns["track"].label(code, words.lang) if code else words("open_year.no_track")
            ),
            key=f"{key}.track",
            width=240,
        )
        st.checkbox(
            columns["counts_for_excellent"].title(words.lang),
            value=bool(like.get("counts_for_excellent")),
            key=f"{key}.counts",
        )


def _round(one: RoundAsked, key: str) -> RoundSaid:
    as_of: dt.date | None = st.session_state[f"{key}.as_of"]
    status = st.session_state[f"{key}.status"]
    return RoundSaid(
        one.fiscal_year_be,
        one.level,
        status,
        Words("th")(f"open_year.basis_{status}"),
        Words("en")(f"open_year.basis_{status}"),
        desk_actions.typed(f"{key}.source"),
        "" if as_of is None else as_of.isoformat(),
    )


def _prize(one: PrizeAsked, key: str) -> PrizeSaid:
    if not st.session_state[f"{key}.class"]:
        raise RefusedError("prize_class", prize=one.certificate_th)
    return PrizeSaid(
        one.certificate_th,
        one.level,
        st.session_state[f"{key}.class"],
        st.session_state[f"{key}.track"] or None,
        bool(st.session_state[f"{key}.counts"]),
    )
