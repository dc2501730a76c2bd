"""The rows that a submission asks its sender about: ticked one by one, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.submissions import acts
from utils.desk.submissions.differing import AskedRow
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import KINDS, NO, YES, Answer
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
    table, choices = _table(shown, plan, words), _choices(shown, words)
    if not ask:
        st.dataframe(table, hide_index=True, width="stretch", key=f"{key}.told")
        return
    tick, reason = words(f"desk_question.{kind}_tick"), words("desk_question.reason")
    edited = st.data_editor(
        table,
        hide_index=True,
        width="stretch",
        disabled=[name for name in table.columns if name not in {tick, reason}],
        column_config=(
            {tick: st.column_config.SelectboxColumn(options=list(choices), width="large")}
            if choices
            else None
        ),
        key=f"{key}.rows.{shown[0].question.code}",
    )
    says = [_said(given, choices) for given in edited[tick]]
    reasons = list(edited[reason]) if reason in edited else [""] * len(shown)
    if kind == "removal":
        st.text_input(words("desk_question.reason_of_all"), key=f"{key}.reason", max_chars=500)

    def keep(says: Sequence[str | None]) -> str:
        common = desk_actions.typed(f"{key}.reason")
        answers = {
            one.question.code: Answer(saying, why or common)
            for one, saying, why in zip(shown, says, reasons, strict=True)
            if saying is not None
        }
        acts.answer(engine, submission.sender, submission.submission_id, answers)
        return words("desk_question.kept", n=len(answers))

    _buttons(shown, says, keep, words)


def _buttons(
    shown: Sequence[AskedRow],
    says: Sequence[str | None],
    keep: Callable[[Sequence[str | None]], str],
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


def _choices(shown: Sequence[AskedRow], words: Words) -> dict[str, str]:
    """Return what may be said of an LAO that is not in the register, "" for nothing yet.

    Empty where a tick says it.
    """
    if shown[0].question.kind != "new_lao":
        return {}
    names = shown[0].row.names
    return {
        words("desk_page.choose"): "",
        words("desk_question.new_lao_yes"): YES,
        words("desk_question.new_lao_no"): NO,
        **{
            words("desk_question.new_lao_of", lao=names.laos.get(lao, lao)): lao
            for one in shown
            for lao in one.question.options
        },
    }


def _said(given: Any, choices: Mapping[str, str]) -> str | None:  # noqa: ANN401 a cell of the editor
    """Return what a tick or a choice says, None where nothing is chosen."""
    if choices:
        return choices.get(given) or None
    return YES if given else NO


def _table(shown: Sequence[AskedRow], plan: Plan, words: Words) -> pd.DataFrame:
    """Return the rows in words, each with its tick or choice, and what helps to decide."""
    kind = shown[0].question.kind
    answers = [plan.answers.get(one.question.code) for one in shown]
    said = {code: text for text, code in _choices(shown, words).items()}
    ticks: list[Any] = [answer is not None and answer.says == YES for answer in answers]
    if kind == "new_lao":
        ticks = [said.get("" if answer is None else answer.says) for answer in answers]
    table: dict[str, list[Any]] = {words(f"desk_question.{kind}_tick"): ticks}
    if kind == "removal":
        table[words("desk_question.reason")] = [one.reason if one else "" for one in answers]
    table[words("history.key")] = [one.row.about for one in shown]
    if kind == "new_lao":
        names = shown[0].row.names.laos
        table[words("desk_question.near")] = [
            ", ".join(names.get(lao, lao) for lao in one.question.options) for one in shown
        ]
    cells = words("desk_row.cells" if kind != "removal" else "desk_question.cells")
    table[cells] = [" · ".join(map(str, one.row.cells)) for one in shown]
    table[words("history.table")] = [one.row.facts[words("history.table")] for one in shown]
    return pd.DataFrame(table)
