"""One submission: what is wrong, what would change, how it goes on, and what was done with it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import PurePath
from typing import Final, NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.store import audit, store
from utils.desk.store import files as store_files
from utils.desk.store.files import File
from utils.desk.submissions import acts, compare, marked, submissions, telling
from utils.desk.submissions.compare import TableDifferences
from utils.desk.submissions.intake import SentTable
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.screen import frame
from utils.screen.app import link, release_shown, tables
from utils.screen.app.filters import LANGUAGE
from utils.screen.desk import actions as desk_actions
from utils.screen.desk.send import XLSX
from utils.tables.declared import schemas
from utils.tables.reading.problems import Problem
from utils.words import Words

_SEEN = "desk.seen"
_COLUMNS: Final = ("kind", "file", "row", "column", "value", "problem", "remedy")
_SHOWN: Final = 100  # problems on the page; the files hold all


class Review(NamedTuple):
    """A submission against the newest release. `made`: what would differ; None with errors."""

    submission: Submission
    plan: Plan
    made: TableDifferences | None


def look(at: Engine, submission_id: str, words: Words) -> Review:
    """Return what a submission would do; kept until it or the release is another."""
    found, number = acts.submission(at, submission_id), store.newest(at)
    key = (str(at.url), submission_id, found.attempt, number)
    kept, place = st.session_state.get(_SEEN), st.container()
    if kept is None or kept[0] != key:
        with place, st.status(words("desk_page.reading")) as progress:
            review = acts.review(at, found)
            progress.update(label=words("desk_page.comparing"))
            made = None
            if not review.errors:
                made = compare.with_changes(at, review.at, review.changes, review.load)
            progress.update(label=words("desk_page.read"), state="complete")
        kept = st.session_state[_SEEN] = (key, review, made)
    return Review(found, kept[1], kept[2])


def problems(review: Review, words: Words) -> None:
    """Show the problems by row, and offer each file with its problems in it."""
    errors, warnings = len(review.plan.errors), len(review.plan.warnings)
    st.markdown(words("desk_page.found", errors=errors, warnings=warnings))
    if not review.plan.problems:
        return
    for number, parts in enumerate(marked.by_file(review.plan.parts)):
        _take(parts, review, number, words)
    _show_problems((*review.plan.errors, *review.plan.warnings), words)


def _take(parts: list[SentTable], review: Review, number: int, words: Words) -> None:
    name = marked.name_of(parts[0])
    st.download_button(
        words("desk_page.take_marked", file=desk_actions.plain(parts[0].contents.file)),
        lambda: marked.marked(parts, review.plan.problems, words.lang).content,
        file_name=name,
        mime=XLSX if name.endswith("xlsx") else "text/csv",
        on_click="ignore",
        type="primary" if review.plan.errors else "secondary",
        key=f"desk.marked.{number}",
    )


def _show_problems(found: Iterable[Problem], words: Words) -> None:
    """Draw problems as a table, one a row: the first of them, with all of them as a file."""
    rows = [
        (
            words(f"check.{one.severity}"),
            one.file,
            one.row,
            one.column,
            one.value,
            one.message(words.lang),
            one.remedy(words.lang),
        )
        for one in found
    ]
    row = words("form.problems_row")
    headings = [words(f"form.problems_{name}") for name in _COLUMNS]
    table = pd.DataFrame(rows, columns=headings).astype({row: "Int64"})
    if len(table) > _SHOWN:
        st.markdown(words("desk_page.first", shown=_SHOWN))
    tables.plain(table.head(_SHOWN), words, name="problems", key="desk.problems", file=table)


def preview(at: Engine, review: Review, words: Words) -> None:
    """Show what would change: by table, by province, and the headline before and after."""
    if review.made is None:
        return
    st.subheader(words("desk_page.preview", number=review.plan.at.number), anchor=False)
    names = ("added", "changed", "removed")
    rows = [
        (
            schemas.TABLES[name].title(words.lang),
            *(len(getattr(one, what)) for what in names),
            one.unchanged,
        )
        for name, one in review.plan.changes.items()
    ]
    headings = [words("desk_page.table"), *(words(f"desk.what.{what}") for what in names)]
    table = pd.DataFrame(rows, columns=[*headings, words("desk_page.unchanged")])
    st.dataframe(table, hide_index=True, width="stretch")
    provinces = store.table("provinces", review.plan.at, at)
    called = dict(zip(provinces["province_code"], provinces[f"name_{words.lang}"], strict=True))
    st.text("\n".join(telling.comparison(review.made, called, words)))


def go_on(at: Engine, rights: Rights, review: Review, words: Words) -> None:
    """Let the sender mend or submit it, the certifier certify it, the steward publish it."""
    one = review.submission
    if one.sender == rights.person and one.state in {"draft", "submitted", "rejected"}:
        _mend(at, rights, review, words)
        if one.state == "draft":
            _submit(at, rights, review, words)
    if (
        one.state in {"submitted", "certified"}
        and rights.may_certify
        and one.sender != rights.person
    ):
        _decide(at, rights, one, words)
    if one.state == "certified" and rights.is_steward:
        _publish(at, rights, one, words)


def _publish(at: Engine, rights: Rights, one: Submission, words: Words) -> None:
    def publish() -> str:
        made = acts.publish(at, rights.person, one.submission_id)
        return words("desk_page.published_as", release=telling.title(made, words))

    label = words("desk_page.publish")
    desk_actions.button(label, publish, words, key="desk.publish", type="primary")


def _mend(at: Engine, rights: Rights, review: Review, words: Words) -> None:
    one = review.submission
    with st.expander(words("desk_page.mend"), expanded=bool(review.plan.errors or one.reason)):
        sent = st.file_uploader(
            words("desk_page.mended"),
            accept_multiple_files=True,
            key=f"desk.mended.{one.submission_id}.{one.attempt}",
            max_upload_size=10,
        )
        files = [File(file.name, file.getvalue()) for file in sent]

        def keep() -> str:
            acts.send_again(at, rights.person, one.submission_id, files)
            return words("desk_page.kept", submission=one.submission_id)

        desk_actions.button(
            words("desk_page.check_again"), keep, words, key="desk.again", disabled=not files
        )


def _submit(at: Engine, rights: Rights, review: Review, words: Words) -> None:
    one, plan = review.submission, review.plan
    if plan.errors:
        st.info(words("desk_page.errors_first"))
        return
    if plan.is_empty:
        st.info(words("desk_page.nothing"))
        return
    ticks = f"{one.submission_id}.{one.attempt}"
    warned = removes = True
    if plan.warnings:
        warned = st.checkbox(words("desk_page.accept_warnings"), key=f"desk.warnings.{ticks}")
    if plan.removes_many:
        st.warning(words("desk.many", removed=plan.removed, touchable=plan.touchable))
        removes = st.checkbox(words("desk_page.accept_removals"), key=f"desk.removals.{ticks}")

    def submit() -> str:
        moved = acts.submit(
            at,
            rights.person,
            one.submission_id,
            accepts_warnings=warned,
            accepts_removals=removes and plan.removes_many,
        )
        return telling.submission(moved, words)

    label, ready = words("desk_page.submit"), warned and removes
    desk_actions.button(label, submit, words, key="desk.submit", type="primary", disabled=not ready)


def _decide(at: Engine, rights: Rights, one: Submission, words: Words) -> None:
    st.text_input(words("desk_page.reason"), key="desk.reason", max_chars=500)

    def certify() -> str:
        return telling.submission(acts.certify(at, rights.person, one.submission_id), words)

    def reject() -> str:
        reason = desk_actions.typed("desk.reason")
        return telling.submission(acts.reject(at, rights.person, one.submission_id, reason), words)

    with st.container(horizontal=True):
        desk_actions.button(
            words("desk_page.certify"), certify, words, key="desk.certify", type="primary"
        )
        nothing = not desk_actions.typed("desk.reason").strip()
        desk_actions.button(
            words("desk_page.reject"), reject, words, key="desk.reject", disabled=nothing
        )


def trail(at: Engine, one: Submission, words: Words) -> None:
    """Offer the files of a submission as they were sent, and tell who did what with it."""
    with at.connect() as connection:
        sent = submissions.sent(connection, one)
        entries = audit.entries(connection, submission_id=one.submission_id)
    with st.expander(words("desk_page.trail", n=len(sent))):
        for number, file in enumerate(sent):
            told = {"file": desk_actions.plain(file.file_name), "attempt": file.attempt}
            st.download_button(
                words("desk_page.take_sent", **told),
                partial(_content, at, file.sha256),
                file_name=PurePath(file.file_name.replace("\\", "/")).name,
                mime="application/octet-stream",
                on_click="ignore",
                key=f"desk.trail.{number}",
            )
            st.caption(f"SHA-256 {file.sha256}")
        st.text("\n".join(telling.entry(row, words) for row in entries))


def _content(at: Engine, sha256: str) -> bytes:
    with at.connect() as connection:
        return store_files.content(connection, sha256)


def by_link(one: Submission, words: Words) -> None:
    """Give the link by which the pages show a submission that waits, and open it."""
    if one.state not in {"submitted", "certified"}:
        return
    codes = {release_shown.PREVIEW.name: one.submission_id}
    if words.lang != LANGUAGE.default:
        codes[LANGUAGE.name] = words.lang
    st.markdown(words("desk_page.by_link"))
    st.code(link.home("", codes), language=None, wrap_lines=True)
    if st.button(words("desk_page.open_preview"), key="desk.preview"):
        frame.open_preview(codes)
