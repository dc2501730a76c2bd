"""What each word of ``python -m utils.desk`` does: asked in arguments, told in lines.

Each returns the exit code: 0 done, 1 not done or faults found.
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
from utils.desk.submissions import acts, compare, forms, marked, pull, submissions, telling
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Order
from utils.figures.slides import minutes as slide_minutes
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import Words


def form(asked: Namespace) -> int:
    """Write a workbook to fill, for an office with its own rows in it."""
    engine, words = store.opened(), Words(asked.lang)
    names = asked.table or ["enrolment", "step_evidence"]
    shown = store.release(None, engine)
    asked.file.write_bytes(forms.form(engine, shown, names, asked.lang, office=asked.office))
    _say([words("desk.written", file=asked.file.name)])
    return 0


def check(asked: Namespace) -> int:
    """Tell what files would do, keeping nothing."""
    engine = store.opened()
    seen = acts.check(engine, asked.person, _files(asked), _order(asked))
    _preview(engine, seen, asked)
    return int(bool(seen.errors))


def submit(asked: Namespace) -> int:
    """Keep files as a draft, then submit it where nothing stands against that."""
    engine = store.opened()
    if asked.resume is None:
        kept = acts.send(engine, asked.person, _files(asked), _order(asked))
    else:
        kept = acts.submission(engine, asked.resume)
        if asked.files or asked.sql:
            kept = acts.send_again(engine, asked.person, asked.resume, _files(asked))
    words = Words(asked.lang)
    _say([words("desk.kept", submission=kept.submission_id)])
    seen = acts.review(engine, kept)
    _preview(engine, seen, asked)
    if asked.draft:
        return int(bool(seen.errors))
    moved = acts.submit(
        engine,
        asked.person,
        kept.submission_id,
        accepts_warnings=asked.accept_warnings,
        accepts_removals=asked.accept_removals,
    )
    _say([telling.submission(moved, words)])
    return 0


def certify(asked: Namespace) -> int:
    """Show what a submission would do, and vouch for it."""
    engine = store.opened()
    _preview(engine, acts.review(engine, acts.submission(engine, asked.submission)), asked)
    moved = acts.certify(engine, asked.person, asked.submission)
    _say([telling.submission(moved, Words(asked.lang))])
    return 0


def reject(asked: Namespace) -> int:
    """Send a submission back."""
    moved = acts.reject(store.opened(), asked.person, asked.submission, asked.note)
    _say([telling.submission(moved, Words(asked.lang))])
    return 0


def publish(asked: Namespace) -> int:
    """Publish a certified submission."""
    made = acts.publish(store.opened(), asked.person, asked.submission)
    _say(telling.release(made, Words(asked.lang)))
    return 0


def revert(asked: Namespace) -> int:
    """Publish the content of an old release again, or one office's part of it."""
    part = None
    if asked.office is not None:
        part = OfficeScope(office_number=asked.office, fiscal_year_be=asked.year)
    made = acts.revert(store.opened(), asked.person, asked.number, note=asked.note, part=part)
    _say(telling.release(made, Words(asked.lang)))
    return 0


def history(asked: Namespace) -> int:
    """Tell all releases, or all submissions, newest first."""
    words = Words(asked.lang)
    with store.opened().connect() as connection:
        if asked.submissions:
            _say(telling.submission(one, words) for one in submissions.every(connection))
            return 0
        for one in releases.every(connection):
            _say(telling.release(one, words))
    return 0


def told_minutes(asked: Namespace) -> int:
    """Tell all meetings, the last held first, with every version of their resolutions."""
    words = Words(asked.lang)
    with store.opened().connect() as connection:
        for held in store_minutes.every(connection):
            title = slide_minutes.title(held, words)
            _say([words("desk.meeting", number=held.number, title=title, release=held.release)])
            _say(
                telling.resolution(row, words)
                for row in store_minutes.versions(connection, held.number)
            )
    return 0


def show(asked: Namespace) -> int:
    """Tell a release and what it changed, or a submission and what it would change."""
    engine, words = store.opened(), Words(asked.lang)
    if not asked.which.isdecimal():
        found = acts.submission(engine, asked.which)
        _say([telling.submission(found, words)])
        with engine.connect() as connection:
            _say(
                telling.entry(row, words)
                for row in audit.entries(connection, submission_id=asked.which)
            )
        _preview(engine, acts.review(engine, found), asked)
        return 0
    one = store.release(int(asked.which), engine)
    _say(telling.release(one, words))
    if one.number > 1:
        _compared(engine, store.release(one.number - 1, engine), one, words)
    return 0


def compared(asked: Namespace) -> int:
    """Tell what differs between two releases."""
    engine = store.opened()
    earlier, later = (store.release(number, engine) for number in (asked.earlier, asked.later))
    _compared(engine, earlier, later, Words(asked.lang))
    return 0


def export(asked: Namespace) -> int:
    """Write the tables of a release into a folder as CSV files."""
    engine, words = store.opened(), Words(asked.lang)
    shown = store.release(asked.number, engine)
    for name in [asked.table] if asked.table else list(shown.since):
        file = asked.folder / schemas.TABLES[name].file
        file.parent.mkdir(parents=True, exist_ok=True)
        text = to_csv(store.table(name, shown, engine), schemas.TABLES[name], inert=True)
        file.write_text(text, "utf-8-sig", newline="")
        _say([words("desk.written", file=file.name)])
    return 0


def source(asked: Namespace) -> int:
    """Write a file that was sent, as it was, by the SHA-256 that a release tells of it."""
    if asked.file.exists():
        raise RefusedError("file_exists", file=asked.file.name)
    with store.opened().connect() as connection:
        try:
            asked.file.write_bytes(store_files.content(connection, asked.sha256))
        except NoResultFound:
            raise RefusedError("no_kept_file", sha256=asked.sha256) from None
    _say([Words(asked.lang)("desk.written", file=asked.file.name)])
    return 0


def back_up(asked: Namespace) -> int:
    """Copy the store into a new file."""
    number = backup.backup(store.opened(), asked.file)
    _say([Words(asked.lang)("desk.backed_up", file=asked.file.name, number=number)])
    return 0


def restore(asked: Namespace) -> int:
    """Bring a backup into the empty store of this installation."""
    empty = connect(settings.database_url())
    try:
        number = backup.restore(empty, asked.file)
    finally:
        empty.dispose()
    _say([Words(asked.lang)("desk.restored", file=asked.file.name, number=number)])
    return 0


def role(asked: Namespace) -> int:
    """Give a role, or take it away."""
    change = roles.revoke if asked.revoke else roles.grant
    with writing(store.opened()) as connection:
        change(connection, asked.person, asked.whom, asked.role, asked.office or roles.NO_OFFICE)
    return 0


def assign(asked: Namespace) -> int:
    """Decide which office writes for a province that sources dispute."""
    with writing(store.opened()) as connection:
        roles.assign(connection, asked.person, asked.province, asked.office)
    return 0


def _files(asked: Namespace) -> list[File]:
    files = [File(path.name, path.read_bytes(), asked.table) for path in asked.files]
    return [*files, pull.pull(*asked.sql, table=asked.table)] if asked.sql else files


def _order(asked: Namespace) -> Order:
    return Order(
        mode=asked.mode,
        office_number=asked.office,
        fiscal_year_be=asked.year,
        note=asked.note,
    )


def _preview(engine: Engine, plan: Plan, asked: Namespace) -> None:
    words = Words(asked.lang)
    _say(telling.plan(plan, words))
    if folder := getattr(asked, "marked", None):
        for file in marked.every(plan.parts, plan.problems, asked.lang):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / file.name).write_bytes(file.content)
            _say([words("desk.written", file=file.name)])
    if not plan.errors:
        found = compare.with_changes(engine, plan.at, plan.changes, plan.load)
        _say(telling.comparison(found, _provinces(engine, plan.at, words), words))


def _compared(engine: Engine, earlier: Release, later: Release, words: Words) -> None:
    found = compare.releases(engine, earlier, later)
    _say(telling.comparison(found, _provinces(engine, later, words), words))


def _provinces(engine: Engine, shown: Release, words: Words) -> dict[str, str]:
    table = store.table("provinces", shown, engine)
    names = table["name_th"] if words.lang == "th" else table["name_en"]
    return dict(zip(table["province_code"], names, strict=True))


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
