"""What each word of ``python -m utils.desk`` does.

Each takes the arguments of the command line, prints its answer, and returns the exit code: 0 when
done, 1 when it was not done or files have errors.
"""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable

from sqlalchemy import Engine
from sqlalchemy.exc import NoResultFound

from utils import settings
from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, backup, releases, store
from utils.desk.store import files as store_files
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import connect, writing
from utils.desk.store.files import File
from utils.desk.store.releases import Release
from utils.desk.submissions import (
    acts,
    compare,
    differing,
    forms,
    marked,
    pull,
    questions,
    submissions,
    summary,
)
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.revert import undone as undone_releases
from utils.desk.submissions.submissions import Order, Submission, WayBack
from utils.figures.slides import minutes as slide_minutes
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import Words


def form(options: Namespace) -> int:
    """Write a workbook to fill; for an office, with its own rows in it."""
    engine, words = store.opened(), Words(options.lang)
    names = options.table or ["enrolment", "step_evidence"]
    release = store.release(None, engine)
    options.file.write_bytes(
        forms.form(engine, release, names, options.lang, office=options.office)
    )
    _print([words("desk.written", file=options.file.name)])
    return 0


def check(options: Namespace) -> int:
    """Show what files would do, keeping nothing."""
    engine = store.opened()
    plan = acts.check(engine, options.person, _files(options), _order(options))
    _print_preview(engine, plan, options)
    return int(bool(plan.errors))


def submit(options: Namespace) -> int:
    """Keep files as a draft, then submit it if nothing in it prevents that."""
    engine = store.opened()
    if options.resume is None:
        draft = acts.send(engine, options.person, _files(options), _order(options))
    else:
        draft = acts.find_submission(engine, options.resume)
        if options.files or options.sql:
            draft = acts.send_again(engine, options.person, options.resume, _files(options))
    words = Words(options.lang)
    _print([words("desk.kept", submission=draft.submission_id)])
    plan = acts.review(engine, draft)
    _print_preview(engine, plan, options)
    if options.draft:
        return int(bool(plan.errors))
    submitted = acts.submit(
        engine,
        options.person,
        draft.submission_id,
        accepts_warnings=options.accept_warnings,
        accepts=[kind for kind in questions.KINDS if getattr(options, f"accept_{kind}")],
    )
    _print([summary.submission(submitted, words)])
    return 0


def certify(options: Namespace) -> int:
    """Show what a submission would do, and certify it."""
    engine = store.opened()
    submission = acts.find_submission(engine, options.submission)
    _print_undone(engine, submission, options)
    _print_preview(engine, acts.review(engine, submission), options)
    certified = acts.certify(engine, options.person, options.submission)
    _print([summary.submission(certified, Words(options.lang))])
    return 0


def reject(options: Namespace) -> int:
    """Send a submission back."""
    rejected = acts.reject(store.opened(), options.person, options.submission, options.note)
    _print([summary.submission(rejected, Words(options.lang))])
    return 0


def publish(options: Namespace) -> int:
    """Publish a certified submission."""
    release = acts.publish(store.opened(), options.person, options.submission)
    _print(summary.release(release, Words(options.lang)))
    return 0


def revert(options: Namespace) -> int:
    """Propose to return to an old release, or to one office's part of it; another certifies it."""
    engine, words, part = store.opened(), Words(options.lang), None
    if options.office is not None:
        part = OfficeScope(office_number=options.office, fiscal_year_be=options.year)
    way = WayBack(options.number, not options.undo_offices)
    proposed = acts.propose_back(engine, options.person, way, note=options.note, part=part)
    _print_undone(engine, proposed, options)
    _print_preview(engine, acts.review(engine, proposed), options)
    _print([summary.submission(proposed, words)])
    return 0


def history(options: Namespace) -> int:
    """List all releases, or all submissions, newest first."""
    words = Words(options.lang)
    with store.opened().connect() as connection:
        if options.submissions:
            _print(summary.submission(one, words) for one in submissions.every(connection))
            return 0
        for one in releases.every(connection):
            _print(summary.release(one, words))
    return 0


def minutes(options: Namespace) -> int:
    """List all meetings, the latest first, with every version of their resolutions."""
    words = Words(options.lang)
    with store.opened().connect() as connection:
        for meeting in store_minutes.every(connection):
            title = slide_minutes.title(meeting, words)
            _print(
                [words("desk.meeting", number=meeting.number, title=title, release=meeting.release)]
            )
            _print(
                summary.resolution(row, words)
                for row in store_minutes.versions(connection, meeting.number)
            )
    return 0


def show(options: Namespace) -> int:
    """Show a release and what it changed, or a submission and what it would change."""
    engine, words = store.opened(), Words(options.lang)
    if not options.which.isdecimal():
        submission = acts.find_submission(engine, options.which)
        _print([summary.submission(submission, words)])
        with engine.connect() as connection:
            _print(
                summary.audit_entry(row, words)
                for row in audit.entries(connection, submission_id=options.which)
            )
        _print_undone(engine, submission, options)
        _print_preview(engine, acts.review(engine, submission), options)
        return 0
    release = store.release(int(options.which), engine)
    _print(summary.release(release, words))
    if release.number > 1:
        _print_comparison(engine, store.release(release.number - 1, engine), release, words)
    return 0


def compare_releases(options: Namespace) -> int:
    """Show what differs between two releases."""
    engine = store.opened()
    earlier, later = (store.release(number, engine) for number in (options.earlier, options.later))
    _print_comparison(engine, earlier, later, Words(options.lang))
    return 0


def export(options: Namespace) -> int:
    """Write the tables of a release into a folder as CSV files."""
    engine, words = store.opened(), Words(options.lang)
    release = store.release(options.number, engine)
    for name in [options.table] if options.table else list(release.since):
        file = options.folder / schemas.TABLES[name].file
        file.parent.mkdir(parents=True, exist_ok=True)
        text = to_csv(store.table(name, release, engine), schemas.TABLES[name], inert=True)
        file.write_text(text, "utf-8-sig", newline="")
        _print([words("desk.written", file=file.name)])
    return 0


def source(options: Namespace) -> int:
    """Write a file exactly as it was sent, by the SHA-256 that a release shows for it."""
    if options.file.exists():
        raise RefusedError("file_exists", file=options.file.name)
    with store.opened().connect() as connection:
        try:
            options.file.write_bytes(store_files.content(connection, options.sha256))
        except NoResultFound:
            raise RefusedError("no_kept_file", sha256=options.sha256) from None
    _print([Words(options.lang)("desk.written", file=options.file.name)])
    return 0


def back_up(options: Namespace) -> int:
    """Copy the store into a new file."""
    number = backup.backup(store.opened(), options.file)
    _print([Words(options.lang)("desk.backed_up", file=options.file.name, number=number)])
    return 0


def restore(options: Namespace) -> int:
    """Restore a backup into the empty store of this installation."""
    empty = connect(settings.database_url())
    try:
        number = backup.restore(empty, options.file)
    finally:
        empty.dispose()
    _print([Words(options.lang)("desk.restored", file=options.file.name, number=number)])
    return 0


def role(options: Namespace) -> int:
    """Give a role, or take it away."""
    change = roles.revoke if options.revoke else roles.grant
    with writing(store.opened()) as connection:
        change(
            connection,
            options.person,
            options.whom,
            options.role,
            options.office or roles.NO_OFFICE,
        )
    return 0


def assign(options: Namespace) -> int:
    """Decide which office writes for a province that the sources give to two."""
    with writing(store.opened()) as connection:
        roles.assign(connection, options.person, options.province, options.office)
    return 0


def _files(options: Namespace) -> list[File]:
    files = [File(path.name, path.read_bytes(), options.table) for path in options.files]
    return [*files, pull.pull(*options.sql, table=options.table)] if options.sql else files


def _order(options: Namespace) -> Order:
    return Order(
        mode=options.mode,
        office_number=options.office,
        fiscal_year_be=options.year,
        note=options.note,
    )


def _print_undone(engine: Engine, submission: Submission, options: Namespace) -> None:
    """Print which releases a return to an earlier one undoes; nothing of any other submission."""
    if submission.mode != "revert" or submission.office_number is not None:
        return
    with engine.connect() as connection:
        way = submissions.way_back(connection, submission)
        undone = undone_releases(connection, store.release(None, engine), way)
    _print(summary.undone(undone, Words(options.lang)))


def _print_preview(engine: Engine, plan: Plan, options: Namespace) -> None:
    words = Words(options.lang)
    _print(summary.plan(plan, words))
    if folder := getattr(options, "marked", None):
        for file in marked.all_with_problems(plan.parts, plan.problems, options.lang):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / file.name).write_bytes(file.content)
            _print([words("desk.written", file=file.name)])
    if not plan.errors:
        comparison = compare.with_changes(engine, plan.at, plan.changes, plan.load)
        names = differing.Names.of(comparison.states, plan.sources, words)
        for one in plan.questions:
            _print([summary.question(differing.asked(one, names), plan.answers, words)])
        _print(summary.comparison(comparison, _provinces(engine, plan.at, words), words))
        _print(summary.rows(differing.rows_of(comparison.differences, names), words))


def _print_comparison(engine: Engine, earlier: Release, later: Release, words: Words) -> None:
    comparison = compare.releases(engine, earlier, later)
    _print(summary.comparison(comparison, _provinces(engine, later, words), words))
    sources = [*earlier.sources, *later.sources]
    names = differing.Names.of(comparison.states, sources, words)
    _print(summary.rows(differing.rows_of(comparison.differences, names), words))


def _provinces(engine: Engine, release: Release, words: Words) -> dict[str, str]:
    table = store.table("provinces", release, engine)
    names = table["name_th"] if words.lang == "th" else table["name_en"]
    return dict(zip(table["province_code"], names, strict=True))


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
