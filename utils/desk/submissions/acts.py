"""What people do at the desk: send, submit, certify, reject, publish, revert.

Each act checks the person's rights as it writes, is one transaction, and leaves a row in the audit.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, publishing, releases, store
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.store.publishing import PUBLICATION, REVERT, Publication
from utils.desk.store.releases import Release
from utils.desk.submissions import heading_choices, intake, open_year, sent_parts, submissions
from utils.desk.submissions.plan import Plan, make_plan, plan_back
from utils.desk.submissions.questions import YES, Answer, Answers, QuestionKind, kind_of
from utils.desk.submissions.submissions import Order, Submission, WayBack
from utils.tables.reading.files import open_contents
from utils.tables.reading.headings import Chosen
from utils.tables.reading.normalise import tidy


def send(engine: Engine, person: str, sent: Sequence[File], order: Order) -> Submission:
    """Keep files as a draft; they are stored before anything in them is read."""
    office = order.office_number
    has_part = office is not None and order.fiscal_year_be is not None
    if (order.mode == "office") != has_part:
        raise RefusedError("office_and_year")
    with writing(engine) as connection:
        rights = roles.rights(connection, person)
        rights.must_send()
        if order.mode == "replace":
            rights.must_publish()
        if office is not None and office not in rights.offices and not rights.is_steward:
            raise RefusedError("other_office", office=office)
        draft = submissions.keep(connection, person, sent, order)
        heading_choices.carry(connection, draft)
        audit.note(connection, person, "sent", submission_id=draft.submission_id)
        return draft


def send_again(engine: Engine, person: str, submission_id: str, sent: Sequence[File]) -> Submission:
    """Keep corrected files in a submission; those sent before are kept as well.

    Files that answers became stay in the submission beside the corrected ones.
    """
    with writing(engine) as connection:
        submission = _own(connection, person, submission_id)
        if submission.mode == "revert":
            raise RefusedError("no_files_back")
        answered = open_year.answers_among(submissions.files_of(connection, submission))
        sent = open_year.beside(answered, sent) if sent else sent
        draft = submissions.keep_again(connection, submission, sent)
        audit.note(connection, person, "sent", submission_id=submission_id)
        return draft


def answer_year(
    engine: Engine, person: str, submission_id: str, answered: Sequence[File]
) -> Submission:
    """Keep what the sender of a list says of its year, beside the files of the submission."""
    with writing(engine) as connection:
        submission = _own(connection, person, submission_id)
        before = submissions.files_of(connection, submission)
        draft = submissions.keep_again(connection, submission, open_year.beside(before, answered))
        audit.note(connection, person, "sent", submission_id=submission_id)
        return draft


def choose_headings(
    engine: Engine, person: str, submission_id: str, table: str, chosen: Chosen
) -> Submission:
    """Note what headings of a draft mean; they are remembered for the office's next file.

    `chosen`: the column of `table` for each heading, by its spelling key; "" where it is not to be
    read.
    """
    with writing(engine) as connection:
        submission = _own(connection, person, submission_id)
        if submission.state != "draft":
            state = {"state": submission.state, "to": "draft"}
            raise RefusedError("state", submission=submission_id, **state)
        moved = submissions.move(connection, submission, "draft")
        heading_choices.keep(connection, submission, table, chosen, person)
        detail = json.dumps({table: dict(chosen)}, ensure_ascii=False)
        audit.note(
            connection, person, "headings_chosen", submission_id=submission_id, detail=detail
        )
        return moved


def name_table(
    engine: Engine, person: str, submission_id: str, sha256: str, table: str
) -> Submission:
    """Send the files of a draft again, one of them (by its SHA-256) as this table.

    That is remembered for the office's next file with the same headings.
    """
    submission = find_submission(engine, submission_id)
    with engine.connect() as connection:
        files = submissions.files_of(connection, submission)
    named = [one._replace(table=table) if one.sha256 == sha256 else one for one in files]
    draft = send_again(engine, person, submission_id, named)
    known = {
        signature: table
        for one in named
        if one.sha256 == sha256
        for signature in intake.signatures(open_contents(one.content, one.name))
    }
    with writing(engine) as connection:
        heading_choices.keep(connection, draft, intake.NAMED, known, person)
    return draft


def review(engine: Engine, submission: Submission, at: Release | None = None) -> Plan:
    """Return what a submission would do to a release; `at`: the newest where not given.

    What the newest release makes of it is noted for lists of submissions.
    """
    plan = _planned(engine, submission, at or store.release(None, engine))
    if at is None:
        with writing(engine) as connection:
            sent_parts.keep(connection, submission, plan.checked)
    return plan


def _planned(engine: Engine, submission: Submission, at: Release) -> Plan:
    with engine.connect() as connection:
        if submission.mode == "revert":
            return plan_back(engine, submission, submissions.way_back(connection, submission), at)
        sent = submissions.files_of(connection, submission)
        answers = submissions.answers_of(connection, submission)
    return make_plan(engine, submission, sent, at, answers)


def check(engine: Engine, person: str, sent: Sequence[File], order: Order) -> Plan:
    """Return what files would do if this person sent them; nothing is kept but the audit."""
    now = store.release(None, engine)
    plan = make_plan(engine, submissions.new_draft(person, order, now.number), sent, now)
    files = [{"file": file.name, "sha256": file.sha256} for file in sent]
    with writing(engine) as connection:
        audit.note(connection, person, "checked", detail=json.dumps(files, ensure_ascii=False))
    return plan


def answer(engine: Engine, person: str, submission_id: str, answers: Answers) -> Submission:
    """Keep what the sender of a draft says of single rows; a row to be removed needs a reason."""
    with writing(engine) as connection:
        submission = _own(connection, person, submission_id)
        _must_have_reasons(answers)
        submissions.keep_answers(connection, submission, answers)
        told = json.dumps(answers, ensure_ascii=False)
        audit.note(connection, person, "answered", submission_id=submission_id, detail=told)
        return submissions.move(connection, submission, "draft")


def submit(
    engine: Engine,
    person: str,
    submission_id: str,
    *,
    accepts_warnings: bool = False,
    accepts: Collection[QuestionKind] = (),
) -> Submission:
    """Submit a draft for certification: without errors, warnings accepted, questions answered.

    `accepts`: answers every open question of these kinds by yes, with the note of the submission as
    the reason.
    """
    submission = find_submission(engine, submission_id)
    plan = review(engine, submission)
    accepted = {
        one.code: Answer(YES, submission.note)
        for one in plan.questions
        if one.kind in accepts and one.code not in plan.answers
    }
    if accepted:
        submission = answer(engine, person, submission_id, accepted)
        plan = review(engine, submission)
    _must_be_sound(plan)
    if plan.warnings and not accepts_warnings:
        raise RefusedError("warnings", count=len(plan.warnings))
    _must_be_answered(plan)
    accepts_removals = any(one.removed for one in plan.changes.values())
    with writing(engine) as connection:
        _own(connection, person, submission_id)
        submitted = submissions.move(
            connection,
            submission,
            "submitted",
            base=plan.at.number,
            accepts_warnings=accepts_warnings,
            accepts_removals=accepts_removals,
        )
        audit.note(
            connection, person, "submitted", submission_id=submission_id, detail=_in_brief(plan)
        )
        return submitted


def certify(engine: Engine, person: str, submission_id: str) -> Submission:
    """Certify what a submission would do to the newest release; its own sender cannot.

    Where others have published since, the same submission can be certified again.
    """
    submission = find_submission(engine, submission_id)
    plan = review(engine, submission)
    _must_be_sound(plan)
    _must_be_answered(plan)
    with writing(engine) as connection:
        roles.rights(connection, person).must_certify()
        if person == submission.sender:
            raise RefusedError("own_submission", person=person)
        certified = submissions.move(
            connection, submission, "certified", base=plan.at.number, certifier=person
        )
        audit.note(
            connection, person, "certified", submission_id=submission_id, detail=_in_brief(plan)
        )
        return certified


def reject(engine: Engine, person: str, submission_id: str, reason: str) -> Submission:
    """Send a submission back, with the reason; it is kept and can be corrected."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_certify()
        submission = submissions.find(connection, submission_id)
        rejected = submissions.move(connection, submission, "rejected", reason=tidy(reason))
        audit.note(connection, person, "rejected", submission_id=submission_id, detail=tidy(reason))
        return rejected


def publish(engine: Engine, person: str, submission_id: str) -> Release:
    """Make a certified submission the next release.

    Who certified it does not publish it, unless there is no other steward.
    Where others have published since it was certified, it is published if it still does exactly
    what the certifier saw, row by row; if not, `RefusedError` says so and the submission is kept.
    """
    submission = find_submission(engine, submission_id)
    plan = _as_certified(engine, submission, store.release(None, engine))
    with writing(engine) as connection:
        roles.rights(connection, person).must_publish()
        if is_for_another(connection, person, submission):
            raise RefusedError("own_certificate", person=person)
        now = releases.find(connection)
        if now.number != plan.at.number:
            plan = _as_certified(engine, submission, now)
        number = publishing.write(connection, _publication(connection, submission, plan, person))
        submissions.move(connection, submission, "published", release=number)
        done: audit.Action = "reverted" if submission.mode == "revert" else "published"
        audit.note(connection, person, done, submission_id=submission_id, release=number)
    return store.release(number, engine)


def is_for_another(connection: Connection, person: str, submission: Submission) -> bool:
    """Tell whether a steward other than this person must publish: this one certified it.

    Where there is no other steward, nobody else could.
    """
    others = roles.stewards(connection) - {person}
    return person == submission.certifier and bool(others)


@dataclass(frozen=True, kw_only=True)
class OfficeScope:
    """One office's part of the tables: one fiscal year of it, or (None) all years."""

    office_number: int
    fiscal_year_be: int | None = None


def look_back(
    engine: Engine, person: str, way: WayBack, *, note: str = "", part: OfficeScope | None = None
) -> Plan:
    """Return what a return to an old release would do if this person proposed it; nothing is kept.

    `part`: one office's part, the rows of its provinces in the tables that know provinces and,
    where a fiscal year is given, years; without it everything.
    """
    with engine.connect() as connection:
        roles.rights(connection, person).must_publish()
    now = store.release(None, engine)
    draft = submissions.new_draft(person, _order_back(note, part), now.number)
    return plan_back(engine, draft, way, now)


def propose_back(
    engine: Engine, person: str, way: WayBack, *, note: str, part: OfficeScope | None = None
) -> Submission:
    """Propose to return to an old release: all of it, or one office's part.

    Somebody else certifies it, and a steward publishes it, as any other submission.
    """
    plan = look_back(engine, person, way, note=note, part=part)
    if plan.errors:
        problem = plan.errors[0].message("en")
        raise RefusedError("not_whole", problem=problem, count=len(plan.errors))
    _must_be_sound(plan)
    with writing(engine) as connection:
        roles.rights(connection, person).must_publish()
        draft = submissions.keep_back(connection, person, _order_back(note, part), way)
        proposed = submissions.move(connection, draft, "submitted", base=plan.at.number)
        audit.note(
            connection,
            person,
            "proposed_back",
            submission_id=draft.submission_id,
            detail=_in_brief(plan),
        )
        return proposed


def _order_back(note: str, part: OfficeScope | None) -> Order:
    if part is None:
        return Order(mode="revert", note=note)
    return Order(
        mode="revert",
        office_number=part.office_number,
        fiscal_year_be=part.fiscal_year_be,
        note=note,
    )


def find_submission(engine: Engine, submission_id: str) -> Submission:
    """Return a submission, or raise `RefusedError` where there is none."""
    with engine.connect() as connection:
        return submissions.find(connection, submission_id)


def _own(connection: Connection, person: str, submission_id: str) -> Submission:
    submission = submissions.find(connection, submission_id)
    if person != submission.sender:
        raise RefusedError("not_yours", submission=submission_id)
    roles.rights(connection, person).must_send()
    return submission


def _must_be_sound(plan: Plan) -> None:
    if plan.errors:
        raise RefusedError("errors", count=len(plan.errors))
    if plan.is_empty:
        raise RefusedError("questions" if plan.open_questions else "nothing", **_asks(plan))


def _must_be_answered(plan: Plan) -> None:
    if plan.open_questions:
        raise RefusedError("questions", **_asks(plan))


def _asks(plan: Plan) -> dict[str, int]:
    return {"count": len(plan.open_questions)}


def _must_have_reasons(answers: Answers) -> None:
    for code, one in answers.items():
        if one.says == YES and kind_of(code) == "removal" and not tidy(one.reason):
            raise RefusedError("removal_reason")


def _as_certified(engine: Engine, submission: Submission, release: Release) -> Plan:
    """Return what a submission would do to a release, if that is what its certifier saw."""
    if submission.state != "certified":
        raise RefusedError(
            "state", submission=submission.submission_id, state=submission.state, to="published"
        )
    plan = review(engine, submission, release)
    if release.number != submission.base:
        certified = review(engine, submission, store.release(submission.base, engine))
        if plan.errors or not plan.same_as(certified):
            raise RefusedError(
                "moved_tables", submission=submission.submission_id, base=submission.base
            )
    _must_be_sound(plan)
    _must_be_answered(plan)
    return plan


def _publication(
    connection: Connection, submission: Submission, plan: Plan, person: str
) -> Publication:
    is_back = submission.mode == "revert"
    return Publication(
        kind=REVERT if is_back else PUBLICATION,
        reverted_to=submissions.way_back(connection, submission).number if is_back else None,
        author=submission.sender,
        certifier=submission.certifier,
        publisher=person,
        note=submission.note,
        changes=plan.changes,
        sources=plan.sources,
    )


def _in_brief(plan: Plan) -> str:
    counts = {
        name: [len(one.added), len(one.changed), len(one.removed), one.unchanged]
        for name, one in plan.changes.items()
    }
    return json.dumps({"base": plan.at.number, "changes": counts}, sort_keys=True)
