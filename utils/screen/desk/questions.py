"""The rows that a submission asks its sender about: ticked one by one, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.submissions import acts
from utils.desk.submissions.differing import AskedRow
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import ABOUT_LAOS, KINDS, NO, YES, Answer
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import differences, lao_questions
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
    if kind in ABOUT_LAOS and ask:
        lao_questions.show(engine, submission, asked, plan.answers, words)
        return
    key = f"desk.asked.{kind}.{submission.submission_id}.{submission.changed_at}"
    shown = differences.page(asked, words, key=f"{key}.page")
    if kind in ABOUT_LAOS:
        table = lao_questions.told(shown, plan.answers, words)
    else:
        table = _table(shown, plan, words)
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
    says = [YES if ticked else NO for ticked in edited[tick]]
    reasons = list(edited[reason]) if reason in edited else [""] * len(shown)
    if kind == "removal":
        st.text_input(words("desk_question.reason_of_all"), key=f"{key}.reason", max_chars=500)

    def keep(says: Sequence[str]) -> str:
        common = desk_actions.typed(f"{key}.reason")
        answers = {
            one.question.code: Answer(saying, why or common)
            for one, saying, why in zip(shown, says, reasons, strict=True)
        }
        acts.answer(engine, submission.sender, submission.submission_id, answers)
        return words("desk_question.kept", n=len(answers))

    _buttons(shown, says, keep, words)


def _buttons(
    shown: Sequence[AskedRow],
    says: Sequence[str],
    keep: Callable[[Sequence[str]], str],
    words: Words,
) -> None:
    """Offer to keep what is said of the rows shown, or yes to all of them."""
    kind = shown[0].question.kind
    with st.container(horizontal=True):
        label = words("desk_question.keep", n=len(shown))
        desk_actions.button(label, partial(keep, says), words, key=f"desk.keep.{kind}")
        label = words(f"desk_question.{kind}_all", n=len(shown))
        every = partial(keep, [YES] * len(shown))
        desk_actions.button(label, every, words, key=f"desk.keep_all.{kind}")


def _table(shown: Sequence[AskedRow], plan: Plan, words: Words) -> pd.DataFrame:
    """Return the rows in words, each with its tick, and what helps to decide."""
    kind = shown[0].question.kind
    answers = [plan.answers.get(one.question.code) for one in shown]
    ticks = [answer is not None and answer.says == YES for answer in answers]
    table: dict[str, list[Any]] = {words(f"desk_question.{kind}_tick"): ticks}
    if kind == "removal":
        table[words("desk_question.reason")] = [one.reason if one else "" for one in answers]
    table[words("history.key")] = [one.row.about for one in shown]
    cells = words("desk_row.cells" if kind != "removal" else "desk_question.cells")
    table[cells] = [" · ".join(map(str, one.row.cells)) for one in shown]
    table[words("history.table")] = [one.row.facts[words("history.table")] for one in shown]
    return pd.DataFrame(table)
