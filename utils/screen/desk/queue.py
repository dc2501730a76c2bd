"""The submissions that concern a visitor, as a table; what waits is certified or published at once.

Several are certified or published together only after the difference of each has been seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import Connection, Engine

from utils.desk.people.roles import NO_OFFICE, Rights
from utils.desk.refusal import RefusedError
from utils.desk.submissions import acts, sent_parts, submissions, summary
from utils.desk.submissions.sent_parts import NO_YEAR, Checked
from utils.desk.submissions.submissions import FROM, Submission
from utils.screen.app import tables
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import back, review
from utils.screen.desk.send import office_name
from utils.tables import calendar
from utils.words import Words

_COLUMNS: Final = ("office", "tables", "rows", "problems", "state", "by", "sent_on", "since")
_SORTS: Final = ("since", "office", "tables")
_EVERY: Final = ""
_WAITING: Final = "waiting"
_A_LINE: Final = 80  # characters of a reason in the list; the submission shows all
_ACTS: Final[dict[str, Callable[[Engine, str, str], object]]] = {
    "certify": acts.certify,
    "publish": acts.publish,
}


class Entry(NamedTuple):
    """A submission in the list. `checked`: None where nobody has opened it yet."""

    submission: Submission
    checked: Checked | None

    @property
    def offices(self) -> tuple[int, ...]:
        """The numbers of the offices whose rows it holds, in order."""
        found = {part.office_number for part in self._parts} - {NO_OFFICE}
        own = self.submission.office_number
        return tuple(sorted(found | ({own} if own else set())))

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of the tables that it holds."""
        return tuple(dict.fromkeys(part.table for part in self._parts))

    @property
    def years(self) -> tuple[int, ...]:
        """The fiscal years (B.E.) of its rows, in order."""
        return tuple(sorted({part.fiscal_year_be for part in self._parts} - {NO_YEAR}))

    @property
    def _parts(self) -> Sequence[sent_parts.SentPart]:
        return () if self.checked is None else self.checked.parts


def concerns(submission: Submission, rights: Rights) -> bool:
    """Tell whether a submission is this person's own, or is or was a certifier's or steward's."""
    if submission.sender == rights.person:
        return True
    return submission.state in {"submitted", "certified", "published"} and rights.may_certify


def show(engine: Engine, rights: Rights, words: Words) -> str:
    """Draw the list with its filters, and what can be done with several at once.

    Return the id of the one submission that is not published, or of the only one; else empty.
    """
    entries = _entries(engine, rights)
    if not entries:
        st.info(words("desk_page.none_sent"))
        return ""
    chosen = _chosen(entries, words)
    st.markdown(words("queue.count", n=len(chosen), total=len(entries)))
    if chosen:
        picked = tables.plain(
            _table(chosen, words),
            words,
            name="submissions",
            key="queue.table",
            title=words("desk_page.csv_submissions"),
            links={
                words("queue.tables"): [
                    desk_actions.submission_link(one.submission.submission_id) for one in chosen
                ]
            },
        )
        if picked:
            desk_actions.open_submission(picked)
    _together(engine, rights, chosen, words)
    waiting = [one for one in entries if one.submission.state != "published"] or entries
    return waiting[0].submission.submission_id if len(waiting) == 1 else ""


def _entries(engine: Engine, rights: Rights) -> list[Entry]:
    with engine.connect() as connection:
        every = submissions.every(connection)
        checked = sent_parts.by_submission(connection)
    return [Entry(one, checked.get(one.submission_id)) for one in every if concerns(one, rights)]


def _chosen(entries: Sequence[Entry], words: Words) -> list[Entry]:
    """Offer the filters and the order; return the entries that are left, in it."""
    states = [state for state in FROM if any(one.submission.state == state for one in entries)]
    offices = sorted({office for one in entries for office in one.offices})
    with st.container(horizontal=True):
        state = _pick("state", [_WAITING, *states], lambda code: _state(code, words), words)
        numbers = [str(one) for one in offices]
        office = _pick("office", numbers, lambda code: office_name(int(code), words), words)
        sort = st.selectbox(
            words("queue.sort"),
            _SORTS,
            format_func=lambda code: words(f"queue.sort_{code}"),
            key="queue.sort",
            width=240,
        )
    left = [
        one
        for one in entries
        if (
            state in {_EVERY, one.submission.state}
            or (state == _WAITING and one.submission.state != "published")
        )
        and (office == _EVERY or int(office) in one.offices)
    ]
    orders: dict[str, Callable[[Entry], object]] = {
        "since": lambda one: one.submission.changed_at,
        "office": lambda one: (one.offices, one.submission.changed_at),
        "tables": lambda one: (one.tables, one.submission.changed_at),
    }
    return sorted(left, key=orders[sort])  # type: ignore[arg-type]


def _state(code: str, words: Words) -> str:
    return words("queue.waiting") if code == _WAITING else words(f"desk.state.{code}")


def _pick(name: str, codes: Sequence[str], said: Callable[[str], str], words: Words) -> str:
    """Offer codes and all of them together, which is chosen first unless `_WAITING` is on offer."""
    return str(
        st.selectbox(
            words(f"queue.{name}"),
            [_EVERY, *codes],
            index=1 if _WAITING in codes else 0,
            format_func=lambda code: said(code) if code else words("queue.every"),
            key=f"queue.{name}",
            width=240,
        )
    )


def _table(entries: Iterable[Entry], words: Words) -> pd.DataFrame:
    rows = []
    for one in entries:
        submission, checked = one.submission, one.checked
        sent = calendar.in_thailand(submission.sent_at).date()
        since = calendar.in_thailand(submission.changed_at).date()
        rows.append(
            (
                ", ".join(map(str, one.offices)),
                _titles(one, words),
                None if checked is None else checked.rows,
                words("queue.not_opened")
                if checked is None
                else words("queue.found", errors=checked.errors, warnings=checked.warnings),
                _state_with_reason(submission, words),
                submission.sender,
                calendar.date_be(sent),
                calendar.date_be(since),
            )
        )
    headings = [words(f"queue.{name}") for name in _COLUMNS]
    return pd.DataFrame(rows, columns=headings).astype({words("queue.rows"): "Int64"})


def _state_with_reason(submission: Submission, words: Words) -> str:
    """Return the state of a submission; of one that was sent back, why, in one line."""
    state = words(f"desk.state.{submission.state}")
    if submission.state != "rejected" or not submission.reason:
        return state
    reason = " ".join(submission.reason.split())
    return f"{state}: {reason if len(reason) <= _A_LINE else reason[: _A_LINE - 1] + '…'}"


def _titles(one: Entry, words: Words) -> str:
    """Return the tables and fiscal years that a submission holds; its id before it is checked.

    A return to an earlier release holds none, and is called so.
    """
    if one.submission.mode == "revert":
        return words("queue.back")
    titles = ", ".join(summary.table_title(name, words) for name in one.tables)
    years = ", ".join(map(str, one.years))
    return " ".join(filter(None, [titles, years])) or one.submission.submission_id


def _together(engine: Engine, rights: Rights, entries: Sequence[Entry], words: Words) -> None:
    """Offer to certify or publish several submissions, after the difference of each."""
    with engine.connect() as connection:
        ready = {
            "certify": [one for one in entries if _may_certify(one.submission, rights)],
            "publish": [one for one in entries if _may_publish(connection, one.submission, rights)],
        }
    for act, waiting in ready.items():
        if len(waiting) > 1:
            with st.expander(words(f"queue.{act}_several", n=len(waiting))):
                _several(engine, rights, act, waiting, words)


def _may_certify(submission: Submission, rights: Rights) -> bool:
    is_own = submission.sender == rights.person
    return rights.may_certify and not is_own and submission.state == "submitted"


def _may_publish(connection: Connection, submission: Submission, rights: Rights) -> bool:
    is_ready = rights.is_steward and submission.state == "certified"
    return is_ready and not acts.is_for_another(connection, rights.person, submission)


def _several(
    engine: Engine, rights: Rights, act: str, waiting: Sequence[Entry], words: Words
) -> None:
    st.caption(words("queue.which", most=review.MOST))
    picked, seen = [], []
    for one in waiting[: review.MOST]:
        submission_id = one.submission.submission_id
        if st.checkbox(_named(one, words), key=f"queue.pick.{act}.{submission_id}"):
            picked.append(submission_id)
            seen.append(_seen(engine, rights, submission_id, act, words))

    def do() -> str:
        for done, submission_id in enumerate(picked):
            try:
                _ACTS[act](engine, rights.person, submission_id)
            except RefusedError as refused:
                why = refused.message(words.lang)
                return words("queue.partly", done=done, n=len(picked), why=why)
        return words(f"queue.{act}_done", n=len(picked))

    desk_actions.button(
        words(f"queue.{act}", n=len(picked)),
        do,
        words,
        key=f"queue.{act}.do",
        type="primary",
        disabled=not picked or not all(seen),
    )


def _named(one: Entry, words: Words) -> str:
    offices = ", ".join(office_name(office, words) for office in one.offices)
    texts = [offices, _titles(one, words), one.submission.sender, one.submission.submission_id]
    return desk_actions.escaped(" · ".join(filter(None, texts)))


def _seen(engine: Engine, rights: Rights, submission_id: str, act: str, words: Words) -> bool:
    """Draw the difference of one submission; return whether the visitor says they have read it."""
    with st.container(border=True):
        reviewed = review.review(engine, submission_id, words)
        st.markdown(f"**{desk_actions.escaped(summary.submission(reviewed.submission, words))}**")
        back.told(engine, reviewed.submission, words)
        review.preview(engine, reviewed, words)
        review.questions(engine, rights, reviewed, words)
        return bool(st.checkbox(words("queue.seen"), key=f"queue.seen.{act}.{submission_id}"))
