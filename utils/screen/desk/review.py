"""One submission: its problems, what it would change, what can be done with it, and its trail."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import PurePath
from typing import Any, Final, NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.store import audit, store
from utils.desk.store import files as store_files
from utils.desk.store.files import File
from utils.desk.store.releases import Source
from utils.desk.submissions import acts, compare, differing, marked, submissions, summary
from utils.desk.submissions.compare import TableDifferences
from utils.desk.submissions.differing import AskedRow, DifferingRow, Names
from utils.desk.submissions.intake import SentTable
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.screen.app import link, release_shown, tables
from utils.screen.app.filters import LANGUAGE
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import differences
from utils.screen.desk import questions as desk_questions
from utils.screen.desk.send import XLSX
from utils.tables.declared import schemas
from utils.tables.reading.gathered import gather
from utils.tables.reading.problems import Problem
from utils.words import Words

_REVIEWED: Final = "desk.reviewed"
_COLUMNS: Final = ("kind", "file", "row", "column", "value", "problem", "remedy")
_MOST_SHOWN: Final = 100  # problems on the page; the files hold all
MOST: Final = 20
"""Reviews that a session keeps, and so submissions that are certified or published at once."""


class Review(NamedTuple):
    """A submission against the newest release.

    `differences`: from that release, once it is published; None where it has errors. `rows`: the
    same, row by row, of the rows without errors; `asked`: the rows that the sender is asked about.
    """

    submission: Submission
    plan: Plan
    differences: TableDifferences | None
    rows: Sequence[DifferingRow]
    asked: Sequence[AskedRow]


def review(engine: Engine, submission_id: str, words: Words) -> Review:
    """Return the review of a submission, kept for the session until it or the release changes."""
    submission, number = acts.find_submission(engine, submission_id), store.newest(engine)
    changed_at = submission.changed_at if submission.state == "draft" else ""  # moved by an act
    key = (str(engine.url), submission_id, submission.attempt, number, words.lang, changed_at)
    kept: dict[object, Any] = st.session_state.setdefault(_REVIEWED, {})
    place = st.container()
    if key not in kept:
        with place, st.status(words("desk_page.reading")) as progress:
            review = acts.review(engine, submission)
            progress.update(label=words("desk_page.comparing"))
            differences = None
            published = partial(store.table, shown=review.at, engine=engine)
            names = Names.of((published, review.load), _sources(engine, review), words)
            if review.errors:
                told = compare.rows_alone(engine, review.at, review.told, review.load)
            else:
                differences = compare.with_changes(engine, review.at, review.changes, review.load)
                told = list(differences.differences)
            rows = differing.rows_of(told, names)
            asked = [differing.asked(one, names) for one in review.questions]
            progress.update(label=words("desk_page.read"), state="complete")
        kept[key] = (review, differences, rows, asked)
    for old in list(kept)[:-MOST]:
        del kept[old]
    return Review(submission, *kept[key])


def _sources(engine: Engine, plan: Plan) -> list[Source]:
    """Return the files that rows before and after may come from."""
    every = store.every(plan.at.number, engine)
    return [*(source for one in every for source in one.sources), *plan.sources]


def problems(review: Review, words: Words) -> None:
    """Show the problems row by row, and offer each file with its problems marked in it."""
    errors = len(gather(review.plan.errors, words.lang))
    warnings = len(gather(review.plan.warnings, words.lang))
    st.markdown(words("desk_page.found", errors=errors, warnings=warnings))
    if not errors + warnings:
        return
    for number, parts in enumerate(marked.by_file(review.plan.parts)):
        _offer_marked(parts, review, number, words)
    _show_problems((*review.plan.errors, *review.plan.warnings), words)


def _offer_marked(parts: list[SentTable], review: Review, number: int, words: Words) -> None:
    name = marked.name_of(parts[0])
    st.download_button(
        words("desk_page.take_marked", file=desk_actions.escaped(parts[0].contents.file)),
        lambda: marked.with_problems(parts, review.plan.problems, words.lang).content,
        file_name=name,
        mime=XLSX if name.endswith("xlsx") else "text/csv",
        on_click="ignore",
        type="primary" if review.plan.errors else "secondary",
        key=f"desk.marked.{number}",
    )


def _show_problems(problems: Iterable[Problem], words: Words) -> None:
    """Draw the first problems as a table, a row for each kind, with all of them as a file."""
    rows = [
        (
            words(f"check.{line.severity}"),
            line.in_files(),
            line.at_rows(),
            line.at_columns(),
            line.found(),
            line.message,
            line.remedy,
        )
        for line in gather(problems, words.lang)
    ]
    headings = [words(f"form.problems_{name}") for name in _COLUMNS]
    table = pd.DataFrame(rows, columns=headings)
    if len(table) > _MOST_SHOWN:
        st.markdown(words("desk_page.first", shown=_MOST_SHOWN))
    tables.plain(
        table.head(_MOST_SHOWN),
        words,
        name="problems",
        key="desk.problems",
        file=table,
        title=words("desk_page.csv_problems"),
    )


def preview(engine: Engine, review: Review, words: Words) -> None:
    """Show what would change: by table, by province, and in the headline.

    With errors, the rows that have none: partial, and said to be.
    """
    key = f"desk.rows.{review.submission.submission_id}"
    if review.differences is None:
        st.subheader(words("desk_page.partial", number=review.plan.at.number), anchor=False)
        st.caption(words("desk_page.partial_note"))
        if review.rows:
            differences.show(review.rows, words, key=key)
        return
    st.subheader(words("desk_page.preview", number=review.plan.at.number), anchor=False)
    rows_by_table(review.plan, words)
    provinces = store.table("provinces", review.plan.at, engine)
    names_of_provinces = dict(
        zip(provinces["province_code"], provinces[f"name_{words.lang}"], strict=True)
    )
    st.text("\n".join(summary.comparison(review.differences, names_of_provinces, words)))
    if review.rows:
        differences.show(review.rows, words, key=key)


def rows_by_table(plan: Plan, words: Words) -> None:
    """Show how many rows of each table would be added, changed and removed."""
    names = ("added", "changed", "removed")
    rows = [
        (
            schemas.TABLES[name].title(words.lang),
            *(len(getattr(changes, what)) for what in names),
            changes.unchanged,
        )
        for name, changes in plan.changes.items()
    ]
    headings = [words("desk_page.table"), *(words(f"desk.what.{what}") for what in names)]
    table = pd.DataFrame(rows, columns=[*headings, words("desk_page.unchanged")])
    st.dataframe(table, hide_index=True, width="stretch")


def questions(engine: Engine, rights: Rights, review: Review, words: Words) -> None:
    """Ask the sender of a draft about single rows; show everybody else what the sender said."""
    own_draft = review.submission.state == "draft" and review.submission.sender == rights.person
    if review.asked:
        desk_questions.show(
            engine, review.submission, review.plan, review.asked, words, ask=own_draft
        )


def act(engine: Engine, rights: Rights, review: Review, words: Words) -> None:
    """Offer what the visitor may do: correct and submit, certify or reject, publish."""
    submission = review.submission
    is_own = submission.sender == rights.person
    has_files = submission.mode != "revert"
    if is_own and has_files and submission.state in {"draft", "submitted", "rejected"}:
        _correct(engine, rights, review, words)
        if submission.state == "draft":
            _submit(engine, rights, review, words)
    has_moved = submission.state == "certified" and submission.base != review.plan.at.number
    if not is_own and rights.may_certify:
        if submission.state == "submitted":
            _decide(engine, rights, submission, words)
        elif has_moved:
            with st.expander(words("desk_page.certify_again")):
                _decide(engine, rights, submission, words)
    if submission.state == "certified" and rights.is_steward:
        with engine.connect() as connection:
            is_for_another = acts.is_for_another(connection, rights.person, submission)
        if is_for_another:
            st.info(words("desk_page.next_other_steward"))
        else:
            _publish(engine, rights, submission, words)
    elif step := _waits_for(submission, rights):
        st.info(words(f"desk_page.next_{step}"))


def _waits_for(submission: Submission, rights: Rights) -> str | None:
    """Return what a submission waits for that this visitor cannot do; None where they can."""
    if submission.state == "submitted":
        is_own = submission.sender == rights.person
        return "certifier" if is_own or not rights.may_certify else None
    return "steward" if submission.state == "certified" else None


def _publish(engine: Engine, rights: Rights, submission: Submission, words: Words) -> None:
    def publish() -> str:
        release = acts.publish(engine, rights.person, submission.submission_id)
        link.drop(desk_actions.OPEN)
        return words("desk_page.published_as", release=summary.title(release, words))

    label = words("desk_page.publish")
    desk_actions.button(label, publish, words, key="desk.publish", type="primary")


def _correct(engine: Engine, rights: Rights, review: Review, words: Words) -> None:
    submission = review.submission
    with st.expander(
        words("desk_page.mend"), expanded=bool(review.plan.errors or submission.reason)
    ):
        uploaded = st.file_uploader(
            words("desk_page.mended"),
            accept_multiple_files=True,
            key=f"desk.mended.{submission.submission_id}.{submission.attempt}",
            max_upload_size=10,
        )
        files = [File(file.name, file.getvalue()) for file in uploaded]

        def keep() -> str:
            acts.send_again(engine, rights.person, submission.submission_id, files)
            return words("desk_page.kept", submission=submission.submission_id)

        desk_actions.button(
            words("desk_page.check_again"), keep, words, key="desk.again", disabled=not files
        )


def _submit(engine: Engine, rights: Rights, review: Review, words: Words) -> None:
    submission, plan = review.submission, review.plan
    if plan.errors:
        st.info(words("desk_page.errors_first"))
        return
    if plan.open_questions:
        st.info(words("desk_page.answer_first", n=len(plan.open_questions)))
    elif plan.is_empty:
        st.info(words("desk_page.nothing"))
        return
    ticks = f"{submission.submission_id}.{submission.attempt}"
    accepts_warnings = True
    if plan.warnings:
        accepts_warnings = st.checkbox(
            words("desk_page.accept_warnings"), key=f"desk.warnings.{ticks}"
        )

    def submit() -> str:
        submitted = acts.submit(
            engine,
            rights.person,
            submission.submission_id,
            accepts_warnings=accepts_warnings,
        )
        return summary.submission(submitted, words)

    label, ready = words("desk_page.submit"), accepts_warnings and not plan.open_questions
    desk_actions.button(label, submit, words, key="desk.submit", type="primary", disabled=not ready)


def _decide(engine: Engine, rights: Rights, submission: Submission, words: Words) -> None:
    st.text_input(words("desk_page.reason"), key="desk.reason", max_chars=500)

    def certify() -> str:
        return summary.submission(
            acts.certify(engine, rights.person, submission.submission_id), words
        )

    def reject() -> str:
        reason = desk_actions.typed("desk.reason")
        rejected = acts.reject(engine, rights.person, submission.submission_id, reason)
        link.drop(desk_actions.OPEN)
        return summary.submission(rejected, words)

    with st.container(horizontal=True):
        desk_actions.button(
            words("desk_page.certify"), certify, words, key="desk.certify", type="primary"
        )
        no_reason = not desk_actions.typed("desk.reason").strip()
        desk_actions.button(
            words("desk_page.reject"), reject, words, key="desk.reject", disabled=no_reason
        )


def trail(engine: Engine, submission: Submission, words: Words) -> None:
    """Offer the files of a submission as they were sent, and list who did what with it."""
    with engine.connect() as connection:
        files = submissions.sent_files(connection, submission)
        entries = audit.entries(connection, submission_id=submission.submission_id)
    with st.expander(words("desk_page.trail", n=len(files))):
        for number, file in enumerate(files):
            values = {"file": desk_actions.escaped(file.file_name), "attempt": file.attempt}
            st.download_button(
                words("desk_page.take_sent", **values),
                partial(_content, engine, file.sha256),
                file_name=PurePath(file.file_name.replace("\\", "/")).name,
                mime="application/octet-stream",
                on_click="ignore",
                key=f"desk.trail.{number}",
            )
            st.caption(f"SHA-256 {file.sha256}")
        st.text("\n".join(summary.audit_entry(row, words) for row in entries))


def _content(engine: Engine, sha256: str) -> bytes:
    with engine.connect() as connection:
        return store_files.content(connection, sha256)


def preview_link(submission: Submission, words: Words) -> None:
    """Show the link by which the pages preview a submission that waits, and offer to open it."""
    if submission.state not in {"submitted", "certified"}:
        return
    codes = {release_shown.PREVIEW.name: submission.submission_id}
    if words.lang != LANGUAGE.default:
        codes[LANGUAGE.name] = words.lang
    st.markdown(words("desk_page.by_link"))
    address = link.home("", codes)
    st.code(address, language=None, wrap_lines=True)
    st.link_button(words("desk_page.open_preview"), address)
