"""Requests for corrections that wait for an answer, for those who answer for the rows."""

from __future__ import annotations

from functools import partial

import streamlit as st
from sqlalchemy import Engine

from utils.desk import corrections
from utils.desk.corrections import Asked, State
from utils.desk.people.roles import Rights
from utils.desk.submissions import summary
from utils.screen.desk import actions as desk_actions
from utils.words import Words


def show(engine: Engine, rights: Rights, words: Words) -> None:
    """List the open requests that concern this person, each with its answer; nothing for none."""
    with engine.connect() as connection:
        waiting = [
            one
            for one in corrections.every(connection)
            if one.state == "asked" and corrections.concerns(connection, one, rights)
        ]
    if not waiting:
        return
    with st.expander(words("correction.title", n=len(waiting)), expanded=True):
        for one in waiting:
            _one(engine, rights, one, words)


def _one(engine: Engine, rights: Rights, one: Asked, words: Words) -> None:
    line = words(
        "correction.line",
        number=one.number,
        table=summary.table_title(one.table, words),
        key=", ".join("–" if cell is None else str(cell) for cell in one.key),
        release=one.release,
        person=one.asked_by,
    )
    st.markdown(f"**{desk_actions.escaped(line)}**")
    st.text(one.text)
    key = f"correction.answer.{one.number}"
    st.text_input(words("correction.answer"), key=key, max_chars=corrections.LONGEST)

    def say(state: State) -> str:
        text = desk_actions.typed(key)
        corrections.answer(engine, rights.person, one.number, state, text)
        return words("correction.answered", number=one.number)

    with st.container(horizontal=True):
        for state in ("done", "declined"):
            desk_actions.button(
                words(f"correction.{state}"),
                partial(say, state),
                words,
                key=f"correction.{state}.{one.number}",
            )
