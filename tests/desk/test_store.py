"""The store: made from nothing, filled once, read as the shipped tables are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from tests.desk.people import (
    CERTIFIER,
    CHIANG_MAI,
    NORTH,
    STEWARD,
    enrolment,
    minuted,
    published,
    reverted,
)
from utils import paths, settings
from utils.desk.people import roles
from utils.desk.refusal import RefusedError
from utils.desk.store import (
    audit,
    digest,
    ledger,
    migrate,
    record_tables,
    releases,
    store,
    verify,
)
from utils.desk.store import connect as connection_to
from utils.desk.store.connect import connect, writing
from utils.desk.store.files import File
from utils.desk.store.ledger import METADATA
from utils.desk.submissions import compare, summary
from utils.tables import calendar, shipped
from utils.tables.declared import schemas
from utils.words import Words

# Tables in which triggers of the store refuse every change.
APPEND_ONLY = (
    *(ledger.FILES, ledger.RELEASES, ledger.RELEASE_FILES, ledger.RELEASE_TABLES, ledger.SEALS),
    *(ledger.SUBMISSION_FILES, ledger.MEETINGS, ledger.RESOLUTIONS, ledger.AUDIT),
)
# What the store itself knows of each row of a table of record.
OWN_COLUMNS = {"row_id", "row_order", "file_row", "file_sha256", "release_from", "release_to"}


def test_an_empty_store_gets_the_shipped_tables_as_release_1(empty: str) -> None:
    engine = store.opened(empty)
    first = store.release(None, engine)
    assert (first.number, first.kind, first.author) == (1, "shipped", "system")
    assert set(first.since) == set(schemas.TABLES)
    assert {source.table for source in first.sources} == set(schemas.ALL)
    assert store.newest(engine) == 1


@pytest.mark.parametrize("name", schemas.TABLES)
def test_a_table_reads_as_the_shipped_one(engine: Engine, name: str) -> None:
    read = store.table(name, store.release(None, engine), engine)
    pd.testing.assert_frame_equal(read, shipped.load(name))


def test_opening_again_publishes_nothing(empty: str) -> None:
    digest = store.release(None, store.opened(empty)).digest
    again(empty)
    assert store.release(None, store.opened(empty)).digest == digest
    assert store.newest(store.opened(empty)) == 1


def test_a_release_is_seen_by_every_copy_at_once(address: str, engine: Engine) -> None:
    other = connect(address)
    assert store.release(None, other).number == 1
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    assert store.newest(other) == 2
    assert store.release(None, other).changed == ("enrolment",)
    other.dispose()


def test_a_table_that_did_not_change_is_read_once(engine: Engine) -> None:
    first = store.release(None, engine)
    second = published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    assert store.table("awards", first, engine) is store.table("awards", second, engine)
    assert len(store.table("enrolment", first, engine)) == 0
    assert len(store.table("enrolment", second, engine)) == 1


def test_a_release_of_before_a_table_was_declared_holds_no_row_of_it(engine: Engine) -> None:
    first = store.release(1, engine)
    older = replace(first, since={name: 1 for name in first.since if name != "targets"})
    read = store.table("targets", older, engine)
    pd.testing.assert_frame_equal(read, shipped.load("targets").iloc[0:0])


def test_no_release_and_no_table_of_that_name(engine: Engine) -> None:
    with pytest.raises(releases.NoSuchReleaseError, match="7"):
        store.release(7, engine)
    with pytest.raises(KeyError):
        store.table("no_such_table", store.release(None, engine), engine)


def test_the_migrations_make_what_is_declared(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, METADATA) == []


def test_a_column_and_a_table_declared_later_are_added(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        connection.execute(sa.text("DROP TABLE record_targets"))
        connection.execute(sa.text("ALTER TABLE record_enrolment DROP COLUMN note"))
    with writing(engine) as connection:
        migrate.migrate(connection)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_store_of_a_later_version_is_not_touched(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'later'"))
    with pytest.raises(migrate.NewerStoreError, match="later"), writing(engine) as connection:
        migrate.migrate(connection)


@pytest.mark.parametrize("table", APPEND_ONLY, ids=lambda table: table.name)
@pytest.mark.parametrize("change", ["update", "delete"])
def test_what_is_written_once_stays(engine: Engine, table: sa.Table, change: str) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    minuted(engine)
    column = next(iter(table.columns))
    statement = (
        sa.update(table).values({column.name: column}) if change == "update" else sa.delete(table)
    )
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(statement)


def test_the_store_itself_refuses_two_present_rows_of_one_key(engine: Engine) -> None:
    table = record_tables.RECORD["provinces"]
    copied = sa.select(table).where(table.c.province_code == "90")
    with engine.connect() as connection:
        row = dict(connection.execute(copied).mappings().one())
    again = sa.insert(table).values({**row, "row_id": 10_000})
    with pytest.raises(sa.exc.IntegrityError), writing(engine) as connection:
        connection.execute(again)


def test_no_declared_column_has_a_name_of_the_store() -> None:
    named = {name for table in schemas.TABLES.values() for name in table.columns}
    assert not named & OWN_COLUMNS


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(ValueError, match="mysql"):
        connect("mysql://host/esc")


def test_the_store_lies_in_an_ignored_folder_unless_the_setting_names_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settings.database_url() == f"sqlite:///{paths.ROOT}/store/esc.sqlite"
    assert "/store/" in (paths.ROOT / ".gitignore").read_text("utf-8").split()
    monkeypatch.setenv("ESC_DATABASE_URL", "postgresql://host/esc")
    assert settings.database_url() == "postgresql://host/esc"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an installation with tables of its own."""
    folder = tmp_path / "own"
    folder.mkdir()
    shutil.copy(paths.DATA / "targets.csv", folder)
    monkeypatch.setenv("ESC_TABLES", str(folder))
    return folder / "targets.csv"


def test_a_table_nobody_has_changed_follows_the_shipped_one(empty: str, own: Path) -> None:
    engine = store.opened(empty)
    own.write_text(own.read_text("utf-8").replace(",76,", ",75,"), "utf-8")
    again(empty)
    second = store.release(None, engine)
    assert (second.number, second.kind, second.changed) == (2, "shipped", ("targets",))
    assert store.table("targets", second, engine)["target_provinces"].tolist() == [75]


def again(address: str) -> None:
    """Start the dashboard once more on a store."""
    ended = subprocess.run(
        [sys.executable, "-m", "utils.desk", "history", "--lang", "en"],
        cwd=paths.ROOT,
        env={**os.environ, "ESC_DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr


def test_newer_shipped_tables_that_do_not_fit_are_kept_back(empty: str, own: Path) -> None:
    register = own.with_name("municipalities.csv")
    whole = (paths.DATA / "municipalities.csv").read_text("utf-8")
    row = "LAO-50-901,อบต.,50,แห่งใหม่,,,,,,,,\n"
    register.write_text(whole + row, "utf-8")
    engine = store.opened(empty)
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, CERTIFIER, "certifier")
    published(engine, STEWARD, enrolment(("LAO-50-901", 2568, "1")))
    register.write_text(whole, "utf-8")
    again(empty)
    assert store.newest(engine) == 2
    with engine.connect() as connection:
        last = audit.entries(connection)[-1]
    assert (last["action"], last["person"], last["detail"]) == (
        "kept_back",
        "system",
        "municipalities",
    )


def test_a_table_somebody_has_changed_is_theirs(empty: str, own: Path) -> None:
    engine = store.opened(empty)
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, CERTIFIER, "certifier")
    theirs = own.read_text("utf-8").replace(",76,", ",70,")
    published(engine, STEWARD, File("targets.csv", theirs.encode()))
    own.write_text(own.read_text("utf-8").replace(",76,", ",75,"), "utf-8")
    again(empty)
    shown = store.release(None, engine)
    assert store.table("targets", shown, engine)["target_provinces"].tolist() == [70]


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_who_waits_too_long_to_write_is_told(
    address: str, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_to, "PATIENCE_S", 0.05)
    other = connect(address)
    with writing(engine):
        with pytest.raises(RefusedError, match="try again"), writing(other):
            pass
        assert store.newest(other) == 1  # readers wait for nobody
    with writing(other):
        assert store.newest(engine) == 1
    other.dispose()


def with_a_retired_table(engine: Engine) -> None:
    """Publish release 2 as an earlier version did: a row of a table that is declared no more."""
    table = sa.Table(
        "record_retired",
        sa.MetaData(),
        *(sa.Column(name, sa.BigInteger) for name in ("row_id", "release_from", "release_to")),
        sa.Column("fact", sa.Text),
    )
    row = {"number": 2, "kind": "shipped", "author": "system", "publisher": "system"}
    row |= {"note": "", "published_at": calendar.now_utc()}
    before = store.release(1, engine)
    file = {"release": 2, "table_name": "retired", "file_name": "retired.csv"}
    with writing(engine) as connection:
        table.create(connection)
        connection.execute(sa.insert(ledger.RELEASES).values(row))
        connection.execute(
            sa.insert(ledger.RELEASE_FILES).values(sha256=before.sources[0].sha256, **file)
        )
        connection.execute(sa.insert(table).values(row_id=1, release_from=2, fact="kept"))
        change = digest.of_change(connection, table, 2)
        connection.execute(
            sa.insert(ledger.RELEASE_TABLES).values(release=2, table_name="retired", digest=change)
        )
        sealed = digest.of_release(connection, 2, before.digest)
        connection.execute(sa.insert(ledger.SEALS).values(release=2, digest=sealed))


def test_a_table_that_is_declared_no_more_keeps_its_rows_and_stops_nothing(empty: str) -> None:
    with_a_retired_table(store.opened(empty))
    again(empty)
    engine = store.opened(empty)
    verify.check_content(engine)
    second = store.release(2, engine)
    assert set(second.since) == set(schemas.TABLES)
    assert second.changed == ()
    told = "\n".join(summary.release(second, Words("en")))
    assert "A table no longer in use (retired), from the file retired.csv" in told
    assert compare.releases(engine, store.release(1, engine), second).differences == ()
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, CERTIFIER, "certifier")
    third = published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "2")))
    back = reverted(engine, 1, note="as before")
    assert (third.number, back.changed) == (3, ("enrolment",))
    with engine.connect() as connection:
        kept = connection.scalar(sa.text("SELECT fact FROM record_retired"))
    assert kept == "kept"
