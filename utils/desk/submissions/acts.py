"""What people do at the desk: send, submit, certify, reject, publish, revert.

Each act checks who may do it where it writes, is one transaction, and leaves a row in the audit.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, Engine

from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, publishing, releases, store
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.store.publishing import PUBLICATION, REVERT, Publication
from utils.desk.store.releases import Release
from utils.desk.store.scope import EVERYTHING, Scope
from utils.desk.submissions import submissions
from utils.desk.submissions.plan import Plan, plan
from utils.desk.submissions.revert import back
from utils.desk.submissions.submissions import Order, Submission
from utils.tables.reading.normalise import tidy


def send(engine: Engine, person: str, sent: Sequence[File], order: Order) -> Submission:
    """Keep files as a draft. They are in the store before anybody looks into them."""
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
        kept = submissions.keep(connection, person, sent, order)
        audit.note(connection, person, "sent", submission_id=kept.submission_id)
        return kept


def send_again(engine: Engine, person: str, submission_id: str, sent: Sequence[File]) -> Submission:
    """Keep mended files in a submission: those sent before are kept as well."""
    with writing(engine) as connection:
        found = _own(connection, person, submission_id)
        kept = submissions.keep_again(connection, found, sent)
        audit.note(connection, person, "sent", submission_id=submission_id)
        return kept


def review(engine: Engine, submission: Submission, at: Release | None = None) -> Plan:
    """Return what a submission would do to a release, by default the newest."""
    with engine.connect() as connection:
        sent = submissions.files_of(connection, submission)
    return plan(engine, submission, sent, at or store.release(None, engine))


def check(engine: Engine, person: str, sent: Sequence[File], order: Order) -> Plan:
    """Return what files would do if this person sent them; they are not kept."""
    now = store.release(None, engine)
    seen = plan(engine, submissions.unkept(person, order, now.number), sent, now)
    told = [{"file": file.name, "sha256": file.sha256} for file in sent]
    with writing(engine) as connection:
        audit.note(connection, person, "checked", detail=json.dumps(told, ensure_ascii=False))
    return seen


def submit(
    engine: Engine,
    person: str,
    submission_id: str,
    *,
    accepts_warnings: bool = False,
    accepts_removals: bool = False,
) -> Submission:
    """Hand a draft on for certification, once nothing in it stands against that."""
    found = submission(engine, submission_id)
    seen = review(engine, found)
    _must_be_sound(seen)
    if seen.warnings and not accepts_warnings:
        raise RefusedError("warnings", count=len(seen.warnings))
    _must_be_meant(seen, accepts_removals=accepts_removals)
    with writing(engine) as connection:
        _own(connection, person, submission_id)
        moved = submissions.move(
            connection,
            found,
            "submitted",
            base=seen.at.number,
            accepts_warnings=accepts_warnings,
            accepts_removals=accepts_removals,
        )
        audit.note(
            connection, person, "submitted", submission_id=submission_id, detail=_in_brief(seen)
        )
        return moved


def certify(engine: Engine, person: str, submission_id: str) -> Submission:
    """Vouch for a submission as it would change the newest release; its sender cannot.

    Where the tables have moved on since, the same submission can be certified again.
    """
    found = submission(engine, submission_id)
    seen = review(engine, found)
    _must_be_sound(seen)
    _must_be_meant(seen, accepts_removals=found.accepts_removals)
    with writing(engine) as connection:
        roles.rights(connection, person).must_certify()
        if person == found.sender:
            raise RefusedError("own_submission", person=person)
        moved = submissions.move(
            connection, found, "certified", base=seen.at.number, certifier=person
        )
        audit.note(
            connection, person, "certified", submission_id=submission_id, detail=_in_brief(seen)
        )
        return moved


def reject(engine: Engine, person: str, submission_id: str, reason: str) -> Submission:
    """Send a submission back, with the reason; it is kept and can be mended."""
    with writing(engine) as connection:
        roles.rights(connection, person).must_certify()
        found = submissions.find(connection, submission_id)
        moved = submissions.move(connection, found, "rejected", reason=tidy(reason))
        audit.note(connection, person, "rejected", submission_id=submission_id, detail=tidy(reason))
        return moved


def publish(engine: Engine, person: str, submission_id: str) -> Release:
    """Make a certified submission the next release.

    Where others have published since it was certified, it is published all the same if it does
    just what the certifier saw, row by row; if not, `RefusedError` says so and it is kept.
    """
    found = submission(engine, submission_id)
    seen = _as_certified(engine, found, store.release(None, engine))
    with writing(engine) as connection:
        roles.rights(connection, person).must_publish()
        now = releases.find(connection)
        if now.number != seen.at.number:
            seen = _as_certified(engine, found, now)
        number = publishing.write(connection, _publication(found, seen, person))
        submissions.move(connection, found, "published", release=number)
        audit.note(connection, person, "published", submission_id=submission_id, release=number)
    return store.release(number, engine)


@dataclass(frozen=True, kw_only=True)
class OfficeScope:
    """One office's part of the tables: of one fiscal year, or (None) of all."""

    office_number: int
    fiscal_year_be: int | None = None


def revert(
    engine: Engine, person: str, number: int, *, note: str, part: OfficeScope | None = None
) -> Release:
    """Publish the content of an old release as a new one: all of it, or one office's part.

    One office's part is the rows of its provinces, in the tables that know provinces and, where a
    fiscal year is given, years.
    """
    with writing(engine) as connection:
        roles.rights(connection, person).must_publish()
        now, old = releases.find(connection), releases.find(connection, number)
        scope = EVERYTHING
        if part is not None:
            codes = roles.writable(connection, [part.office_number], now.number)
            scope = Scope(provinces=codes, fiscal_year_be=part.fiscal_year_be)
        made = back(connection, now, old, scope)
        if all(one.is_empty for one in made.values()):
            raise RefusedError("nothing")
        new = publishing.write(
            connection,
            Publication(
                kind=REVERT,
                author=person,
                publisher=person,
                note=tidy(note),
                changes=made,
                reverted_to=number,
            ),
        )
        detail = "" if part is None else json.dumps(asdict(part))
        audit.note(connection, person, "reverted", release=new, detail=detail)
    return store.release(new, engine)


def submission(engine: Engine, submission_id: str) -> Submission:
    """Return a submission, or raise `RefusedError` where there is none."""
    with engine.connect() as connection:
        return submissions.find(connection, submission_id)


def _own(connection: Connection, person: str, submission_id: str) -> Submission:
    found = submissions.find(connection, submission_id)
    if person != found.sender:
        raise RefusedError("not_yours", submission=submission_id)
    roles.rights(connection, person).must_send()
    return found


def _must_be_sound(plan: Plan) -> None:
    if plan.errors:
        raise RefusedError("errors", count=len(plan.errors))
    if plan.is_empty:
        raise RefusedError("nothing")


def _must_be_meant(plan: Plan, *, accepts_removals: bool) -> None:
    if plan.removes_many and not accepts_removals:
        raise RefusedError("removes_many", removed=plan.removed, touchable=plan.touchable)


def _as_certified(engine: Engine, found: Submission, now: Release) -> Plan:
    """Return what a submission does now, if that is what its certifier saw."""
    if found.state != "certified":
        raise RefusedError(
            "state", submission=found.submission_id, state=found.state, to="published"
        )
    seen = review(engine, found, now)
    if now.number != found.base:
        then = review(engine, found, store.release(found.base, engine))
        if seen.errors or not seen.same_as(then):
            raise RefusedError("moved_tables", submission=found.submission_id, base=found.base)
    _must_be_sound(seen)
    return seen


def _publication(found: Submission, plan: Plan, person: str) -> Publication:
    return Publication(
        kind=PUBLICATION,
        author=found.sender,
        certifier=found.certifier,
        publisher=person,
        note=found.note,
        changes=plan.changes,
        sources=plan.sources,
    )


def _in_brief(plan: Plan) -> str:
    counts = {
        name: [len(one.added), len(one.changed), len(one.removed), one.unchanged]
        for name, one in plan.changes.items()
    }
    return json.dumps({"base": plan.at.number, "changes": counts}, sort_keys=True)
