"""The rows that a submission asks its sender about: ticked one by one, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.submissions import acts
from utils.desk.submissions.differing import AskedRow
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import KINDS, NO, YES, Answer, QuestionKind
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import differences
from utils.words import Words


def show(  # noqa: PLR0913 all but five have names
    engine: Engine,
    submission: Submission,
    plan: Plan,
    asked: Sequence[AskedRow],
    words: Words,
    *,
    ask: bool,
) -> None:
    """Draw each kind of question with its rows; `ask`: whether the visitor may answer."""
    for kind in KINDS:
        of_kind = [one for one in asked if one.question.kind == kind]
        if not of_kind:
            continue
        answered = sum(one.question.code in plan.answers for one in of_kind)
        st.subheader(words(f"desk_question.{kind}", n=len(of_kind)), anchor=False)
        st.caption(words(f"desk_question.{kind}_note"))
        st.markdown(words("desk_question.answered", answered=answered, of=len(of_kind)))
        _page(engine, submission, plan, of_kind, words, ask=ask)


def _page(  # noqa: PLR0913 all but five have names
    engine: Engine,
    submission: Submission,
    plan: Plan,
    asked: Sequence[AskedRow],
    words: Words,
    *,
    ask: bool,
) -> None:
    """Draw one page of the questions of one kind."""
    kind = asked[0].question.kind
    key = f"desk.asked.{kind}.{submission.submission_id}.{submission.changed_at}"
    shown = differences.page(asked, words, key=f"{key}.page")
    table = _table(shown, plan, kind, words)
    if not ask:
        st.dataframe(table, hide_index=True, width="stretch", key=f"{key}.told")
        return
    tick, reason = words(f"desk_question.{kind}_tick"), words("desk_question.reason")
    edited = st.data_editor(
        table,
        hide_index=True,
        width="stretch",
        disabled=[name for name in table.columns if name not in {tick, reason}],
        key=f"{key}.rows.{shown[0].question.code}",
    )
    if kind == "removal":
        st.text_input(words("desk_question.reason_of_all"), key=f"{key}.reason", max_chars=500)

    def keep(*, everything: bool) -> str:
        common = desk_actions.typed(f"{key}.reason")
        own = edited[reason] if reason in edited else [""] * len(shown)
        answers = {
            one.question.code: Answer(YES, why or common) if ticked or everything else Answer(NO)
            for one, ticked, why in zip(shown, edited[tick], own, strict=True)
        }
        acts.answer(engine, submission.sender, submission.submission_id, answers)
        return words("desk_question.kept", n=len(answers))

    with st.container(horizontal=True):
        desk_actions.button(
            words("desk_question.keep", n=len(shown)),
            lambda: keep(everything=False),
            words,
            key=f"desk.keep.{kind}",
        )
        desk_actions.button(
            words(f"desk_question.{kind}_all", n=len(shown)),
            lambda: keep(everything=True),
            words,
            key=f"desk.keep_all.{kind}",
        )


def _table(shown: Sequence[AskedRow], plan: Plan, kind: QuestionKind, words: Words) -> pd.DataFrame:
    """Return the rows in words, each with its tick and, where it would be removed, the reason."""
    answers = [plan.answers.get(one.question.code) for one in shown]
    cells = words("desk_row.cells" if kind != "removal" else "desk_question.cells")
    table = {
        words(f"desk_question.{kind}_tick"): [
            answer is not None and answer.says == YES for answer in answers
        ],
        words("history.table"): [one.row.facts[words("history.table")] for one in shown],
        words("history.key"): [one.row.about for one in shown],
        cells: [" · ".join(map(str, one.row.cells)) for one in shown],
    }
    if kind == "removal":
        reasons = [answer.reason if answer else "" for answer in answers]
        table[words("desk_question.reason")] = reasons
    return pd.DataFrame(table)
