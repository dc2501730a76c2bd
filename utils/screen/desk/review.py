"""The second half of the desk page: what is wrong, what would change, and how it goes on."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, compare, marked, telling
from utils.desk.submissions.compare import Comparison
from utils.desk.submissions.intake import Part
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import parts as desk_parts
from utils.screen.desk.send import XLSX
from utils.tables.declared import schemas
from utils.words import Words

_SEEN = "desk.seen"


class Seen(NamedTuple):
    """A submission against the newest release. `made`: what would differ; None with errors."""

    submission: Submission
    plan: Plan
    made: Comparison | None


def look(at: Engine, submission_id: str, say: Words) -> Seen:
    """Return what a submission would do; kept until it or the release is another."""
    found, number = acts.submission(at, submission_id), store.newest(at)
    key = (str(at.url), submission_id, found.attempt, number)
    kept, place = st.session_state.get(_SEEN), st.container()
    if kept is None or kept[0] != key:
        with place, st.status(say("desk_page.reading")) as progress:
            seen = acts.review(at, found)
            progress.update(label=say("desk_page.comparing"))
            made = None
            if not seen.errors:
                made = compare.with_changes(at, seen.at, seen.changes, seen.load)
            progress.update(label=say("desk_page.read"), state="complete")
        kept = st.session_state[_SEEN] = (key, seen, made)
    return Seen(found, kept[1], kept[2])


def problems(seen: Seen, say: Words) -> None:
    """Show the problems by row, and offer each file with its problems in it."""
    errors, warnings = len(seen.plan.errors), len(seen.plan.warnings)
    st.markdown(say("desk_page.found", errors=errors, warnings=warnings))
    if not seen.plan.problems:
        return
    for number, parts in enumerate(marked.by_file(seen.plan.parts)):
        _take(parts, seen, number, say)
    desk_parts.show_problems((*seen.plan.errors, *seen.plan.warnings), say)


def _take(parts: list[Part], seen: Seen, number: int, say: Words) -> None:
    name = marked.name_of(parts[0])
    st.download_button(
        say("desk_page.take_marked", file=desk_parts.plain(parts[0].contents.file)),
        lambda: marked.marked(parts, seen.plan.problems, say.lang).content,
        file_name=name,
        mime=XLSX if name.endswith("xlsx") else "text/csv",
        on_click="ignore",
        type="primary" if seen.plan.errors else "secondary",
        key=f"desk.marked.{number}",
    )


def preview(at: Engine, seen: Seen, say: Words) -> None:
    """Show what would change: by table, by province, and the headline before and after."""
    if seen.made is None:
        return
    st.subheader(say("desk_page.preview", number=seen.plan.at.number), anchor=False)
    names = ("added", "changed", "removed")
    rows = [
        (
            schemas.TABLES[name].title(say.lang),
            *(len(getattr(one, what)) for what in names),
            one.unchanged,
        )
        for name, one in seen.plan.changes.items()
    ]
    headings = [say("desk_page.table"), *(say(f"desk.what.{what}") for what in names)]
    table = pd.DataFrame(rows, columns=[*headings, say("desk_page.unchanged")])
    st.dataframe(table, hide_index=True, width="stretch")
    provinces = store.table("provinces", seen.plan.at, at)
    called = dict(zip(provinces["province_code"], provinces[f"name_{say.lang}"], strict=True))
    st.text("\n".join(telling.comparison(seen.made, called, say)))


def go_on(at: Engine, rights: Rights, seen: Seen, say: Words) -> None:
    """Let the sender mend or submit it, the certifier certify it, the steward publish it."""
    one = seen.submission
    if one.sender == rights.person and one.state in {"draft", "submitted", "rejected"}:
        _mend(at, rights, seen, say)
        if one.state == "draft":
            _submit(at, rights, seen, say)
    if (
        one.state in {"submitted", "certified"}
        and rights.may_certify
        and one.sender != rights.person
    ):
        _decide(at, rights, one, say)
    if one.state == "certified" and rights.is_steward:
        _publish(at, rights, one, say)


def _publish(at: Engine, rights: Rights, one: Submission, say: Words) -> None:
    def publish() -> str:
        made = acts.publish(at, rights.person, one.submission_id)
        return say("desk_page.published_as", release=telling.title(made, say))

    label = say("desk_page.publish")
    desk_parts.button(label, publish, say, key="desk.publish", type="primary")


def _mend(at: Engine, rights: Rights, seen: Seen, say: Words) -> None:
    one = seen.submission
    with st.expander(say("desk_page.mend"), expanded=bool(seen.plan.errors or one.reason)):
        sent = st.file_uploader(
            say("desk_page.mended"),
            accept_multiple_files=True,
            key=f"desk.mended.{one.submission_id}.{one.attempt}",
            max_upload_size=10,
        )
        files = [File(file.name, file.getvalue()) for file in sent]

        def keep() -> str:
            acts.send_again(at, rights.person, one.submission_id, files)
            return say("desk_page.kept", submission=one.submission_id)

        desk_parts.button(
            say("desk_page.check_again"), keep, say, key="desk.again", disabled=not files
        )


def _submit(at: Engine, rights: Rights, seen: Seen, say: Words) -> None:
    one, plan = seen.submission, seen.plan
    if plan.errors:
        st.info(say("desk_page.errors_first"))
        return
    if plan.is_empty:
        st.info(say("desk_page.nothing"))
        return
    ticks = f"{one.submission_id}.{one.attempt}"
    warned = removes = True
    if plan.warnings:
        warned = st.checkbox(say("desk_page.accept_warnings"), key=f"desk.warnings.{ticks}")
    if plan.removes_many:
        st.warning(say("desk.many", removed=plan.removed, touchable=plan.touchable))
        removes = st.checkbox(say("desk_page.accept_removals"), key=f"desk.removals.{ticks}")

    def submit() -> str:
        moved = acts.submit(
            at,
            rights.person,
            one.submission_id,
            accepts_warnings=warned,
            accepts_removals=removes and plan.removes_many,
        )
        return telling.submission(moved, say)

    label, ready = say("desk_page.submit"), warned and removes
    desk_parts.button(label, submit, say, key="desk.submit", type="primary", disabled=not ready)


def _decide(at: Engine, rights: Rights, one: Submission, say: Words) -> None:
    st.text_input(say("desk_page.reason"), key="desk.reason", max_chars=500)

    def certify() -> str:
        return telling.submission(acts.certify(at, rights.person, one.submission_id), say)

    def reject() -> str:
        reason = desk_parts.typed("desk.reason")
        return telling.submission(acts.reject(at, rights.person, one.submission_id, reason), say)

    with st.container(horizontal=True):
        desk_parts.button(
            say("desk_page.certify"), certify, say, key="desk.certify", type="primary"
        )
        nothing = not desk_parts.typed("desk.reason").strip()
        desk_parts.button(say("desk_page.reject"), reject, say, key="desk.reject", disabled=nothing)
