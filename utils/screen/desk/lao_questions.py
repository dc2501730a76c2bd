"""What a name that the register lacks stands for, asked one by one: new, renamed, merged, neither.

Each answer says since when, in Buddhist-era years; what nobody knows is left empty.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.refusal import RefusedError
from utils.desk.submissions import acts
from utils.desk.submissions.differing import AskedRow
from utils.desk.submissions.questions import NO, NOT_KNOWN, YES, Answer, Answers, QuestionKind
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import differences
from utils.tables.declared import schemas
from utils.words import Words

_A_PAGE: Final = 10  # each with fields of its own
_RENAMED: Final = "renamed"
_MERGED: Final = "merged"
_SAYS: Final[Mapping[QuestionKind, tuple[str, ...]]] = {
    "new_lao": (YES, _RENAMED, _MERGED, NO),
    "upgraded": (YES, NO),
}
_FEWEST: Final = 2  # that can merge
_FIRST, _LAST = (
    int(bound or 0)
    for bound in (
        schemas.MUNICIPALITIES.columns["valid_from_be"].low,
        schemas.MUNICIPALITIES.columns["valid_from_be"].high,
    )
)


def show(
    engine: Engine,
    submission: Submission,
    asked: Sequence[AskedRow],
    answers: Answers,
    words: Words,
) -> None:
    """Draw a form for each name, with one button that keeps what is chosen on the page."""
    kind = asked[0].question.kind
    key = f"desk.lao.{kind}.{submission.submission_id}.{submission.attempt}"
    shown = differences.page(asked, words, key=f"{key}.page", most=_A_PAGE)
    first = asked.index(shown[0])
    for at, one in enumerate(shown, first):
        with st.container(border=True):
            _form(one, answers.get(one.question.code), f"{key}.{at}", words)

    def keep(*, every: bool) -> str:
        kept: dict[str, Answer] = {}
        for at, one in enumerate(shown, first):
            answer = _answer(one, f"{key}.{at}")
            if every and (answer is None or answer.says != YES):
                answer = Answer(YES)
            if answer is not None:
                kept[one.question.code] = answer
        acts.answer(engine, submission.sender, submission.submission_id, kept)
        return words("desk_question.kept", n=len(kept))

    with st.container(horizontal=True):
        label = words("desk_question.keep_laos", n=len(shown))
        act = partial(keep, every=False)
        desk_actions.button(label, act, words, key=f"desk.keep.{kind}", type="primary")
        label = words(f"desk_question.{kind}_all", n=len(shown))
        desk_actions.button(label, partial(keep, every=True), words, key=f"desk.keep_all.{kind}")


def told(asked: Sequence[AskedRow], answers: Answers, words: Words) -> pd.DataFrame:
    """Return the names with what their sender said of each, for those who only read it."""
    kind = asked[0].question.kind
    return pd.DataFrame(
        {
            words("history.key"): [one.row.about for one in asked],
            words(f"desk_question.{kind}_tick"): [
                _said(one, answers.get(one.question.code), words) for one in asked
            ],
            words("desk_question.near"): [_near(one) for one in asked],
            words("desk_row.cells"): [" · ".join(map(str, one.row.cells)) for one in asked],
        }
    )


def _form(one: AskedRow, answer: Answer | None, key: str, words: Words) -> None:
    """Draw the fields of one name: what it is, and what that wants to know."""
    kind = one.question.kind
    st.markdown(f"**{desk_actions.escaped(one.row.about)}**")
    if near := _near(one):
        st.caption(desk_actions.escaped(words("desk_question.near_are", laos=near)))
    says = _SAYS[kind]
    if answer is None and one.question.may_wait:
        st.caption(words("desk_question.new_lao_waits"))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            words(f"desk_question.{kind}_tick"),
            says,
            index=None if answer is None else says.index(_choice(answer)),
            format_func=lambda code: words(f"desk_question.{kind}_{code}"),
            placeholder=words("desk_page.choose"),
            key=f"{key}.says",
            width=320,
        )
        _which(one, chosen, answer, key, words)
        if chosen is not None and chosen != NO:
            # A number could not be emptied again.
            st.text_input(
                words("desk_question.since"),
                str(_year(one, chosen, answer) or ""),
                placeholder=words("desk_question.not_known"),
                max_chars=4,
                key=f"{key}.since.{chosen}",
                width=220,
            )


def _which(
    one: AskedRow, chosen: str | None, answer: Answer | None, key: str, words: Words
) -> None:
    """Ask for the LAO that was renamed, for those that merged, or for the district of a new one."""
    laos = _of_province(one)
    names = {lao: one.row.names.homes[lao].name for lao in laos}
    before = [lao for lao in (() if answer is None else answer.laos) if lao in laos]
    if chosen == _RENAMED:
        st.selectbox(
            words("desk_question.renamed_of"),
            laos,
            index=laos.index(before[0]) if len(before) == 1 else None,
            format_func=names.__getitem__,
            placeholder=words("desk_page.choose"),
            key=f"{key}.of",
            width=320,
        )
    elif chosen == _MERGED:
        st.multiselect(
            words("desk_question.merged_of"),
            laos,
            default=before,
            format_func=names.__getitem__,
            placeholder=words("desk_page.choose"),
            key=f"{key}.members",
            width=480,
        )
    elif chosen == YES and one.question.kind == "new_lao":
        own = one.question.cell("district_th") or ""
        st.text_input(
            schemas.MUNICIPALITIES.columns["district_th"].title(words.lang),
            (answer.district if answer else "") or str(own),
            max_chars=100,
            key=f"{key}.district",
            width=220,
        )


def _answer(one: AskedRow, key: str) -> Answer | None:
    """Return what the fields of one name say; None where nothing is chosen.

    Raises RefusedError where it is not said which LAO was renamed, or which ones merged, and where
    the year is none.
    """
    says = st.session_state.get(f"{key}.says")
    if says is None:
        return None
    if says == NO:
        return Answer(NO)
    since = _written_year(desk_actions.typed(f"{key}.since.{says}"))
    if says == YES:
        return Answer(YES, since=since, district=desk_actions.typed(f"{key}.district"))
    members = st.session_state.get(f"{key}.members", [])
    if says == _RENAMED:
        members = [lao for lao in [st.session_state.get(f"{key}.of")] if lao]
    if len(members) < (_FEWEST if says == _MERGED else 1):
        raise RefusedError(f"lao_{says}", lao=one.row.about)
    return Answer.of_laos(*members, since=since)


def _written_year(written: str) -> str:
    """Return a year (B.E.) as an answer has it; empty is not known."""
    year = written.strip()
    if not year:
        return NOT_KNOWN
    if not year.isdecimal() or not _FIRST <= int(year) <= _LAST:
        raise RefusedError("lao_year", text=year, first=_FIRST, last=_LAST)
    return str(int(year))


def _choice(answer: Answer) -> str:
    if not answer.laos:
        return answer.says
    return _RENAMED if len(answer.laos) == 1 else _MERGED


def _year(one: AskedRow, chosen: str, answer: Answer | None) -> int | None:
    """Return the year that a form begins with: as answered, else that of the file for a change.

    A new LAO may be older than the file.
    """
    of_file = one.question.year_be if chosen != YES or one.question.kind == "upgraded" else None
    if answer is None or _choice(answer) != chosen or not answer.since:
        return of_file
    return None if answer.since == NOT_KNOWN else int(answer.since)


def _of_province(one: AskedRow) -> list[str]:
    """Return the LAOs that a name may have had, near ones first."""
    here = one.row.names.present_in(str(one.question.cell("province_code")))
    near = [lao for lao in one.question.options if lao in here]
    return list(dict.fromkeys([*near, *here]))


def _near(one: AskedRow) -> str:
    names = one.row.names.laos
    return ", ".join(names.get(lao, lao) for lao in one.question.options)


def _said(one: AskedRow, answer: Answer | None, words: Words) -> str:
    if answer is None:
        return words("desk_question.new_lao_yes" if one.question.may_wait else "desk.answer.open")
    if answer.says == NO:
        return words(f"desk_question.{one.question.kind}_no")
    text = words(f"desk_question.{one.question.kind}_{_choice(answer)}")
    if answer.laos:
        homes = one.row.names.homes
        text += f": {', '.join(homes[lao].name if lao in homes else lao for lao in answer.laos)}"
    year = _year(one, _choice(answer), answer)
    since = words("desk_question.not_known") if year is None else str(year)
    return f"{text} · {words('desk_question.since')}: {since}"
