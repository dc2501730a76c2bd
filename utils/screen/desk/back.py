"""The way back to an earlier release: what it would undo, and its proposal to be certified."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.submissions import acts, revert, submissions, summary
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.submissions import Submission, WayBack
from utils.screen.app import tables
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import review
from utils.words import Words


def propose(
    engine: Engine, rights: Rights, way: WayBack, part: OfficeScope | None, words: Words
) -> None:
    """Show what a way back would do, release by release and row by row, and offer to propose it."""
    try:
        plan = acts.look_back(engine, rights.person, way, part=part)
    except RefusedError as refused:
        st.error(desk_actions.escaped(refused.message(words.lang)))
        return
    if part is None:
        _releases(engine, plan.at, way, words, key="desk.undone")
    if plan.errors:
        st.error(desk_actions.escaped(plan.errors[0].message(words.lang)))
        st.info(words("desk_back.not_whole"))
        return
    if plan.is_empty:
        st.info(words("desk_page.nothing"))
        return
    review.rows_by_table(plan, words)
    st.text_input(words("desk_page.why"), key="desk.back_note", max_chars=500)
    st.caption(words("desk_back.second"))

    def do() -> str:
        note = desk_actions.typed("desk.back_note")
        proposed = acts.propose_back(engine, rights.person, way, note=note, part=part)
        desk_actions.open_submission(proposed.submission_id)
        return words("desk_back.proposed", submission=proposed.submission_id)

    label, blank = words("desk_back.propose"), not desk_actions.typed("desk.back_note").strip()
    desk_actions.button(label, do, words, key="desk.revert", type="primary", disabled=blank)


def told(engine: Engine, submission: Submission, words: Words) -> None:
    """Show which releases a submission would undo, if it is a return to an earlier one."""
    if submission.mode == "revert" and submission.office_number is None:
        with engine.connect() as connection:
            way = submissions.way_back(connection, submission)
        key = f"desk.undone.{submission.submission_id}"
        _releases(engine, store.release(None, engine), way, words, key=key)


def _releases(engine: Engine, at: Release, way: WayBack, words: Words, *, key: str) -> None:
    """List the releases since, with the note of each, and whether it is undone or kept."""
    with engine.connect() as connection:
        undone = revert.undone(connection, at, way)
    st.subheader(words("desk_back.releases", n=len(undone)), anchor=False)
    table = pd.DataFrame(
        {
            words("desk_back.what"): words("desk_back.kept" if is_kept else "desk_back.undone"),
            words("desk_back.release"): summary.title(one, words),
            words("desk_back.by"): one.author,
            words("desk_question.reason"): one.note or "–",
            words("desk_page.tables"): ", ".join(
                summary.table_title(name, words) for name in one.changed
            ),
        }
        for one, is_kept in undone
    )
    tables.plain(table, words, name="undone", key=key, title=words("desk_page.csv_undone"))
