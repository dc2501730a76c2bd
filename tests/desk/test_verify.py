"""A damaged store is named and never served: in every part that can be damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.desk.people import CHIANG_MAI, NORTH, enrolment, published
from utils.desk.__main__ import main
from utils.desk.store import store, verify
from utils.desk.store.connect import connect, is_sqlite
from utils.words import LANGS

DAMAGES = {
    "a cell": ("UPDATE record_awards SET lao_id = 'LAO-10-001' WHERE row_id = 1", "change"),
    "a row gone": ("DELETE FROM record_enrolment", "change"),
    "a row ended": ("UPDATE record_targets SET release_to = 2", "change"),
    "a row unended": ("UPDATE record_enrolment SET release_to = 2 WHERE row_id = 1", "change"),
    "a file": ("UPDATE files SET content = '\\x00'", "file"),
    "a name": ("UPDATE releases SET author = 'somebody else' WHERE number = 1", "release"),
    "a time": ("UPDATE releases SET published_at = '2020-01-01' WHERE number = 2", "release"),
    "a source": ("UPDATE release_files SET file_name = 'x' WHERE release = 2", "release"),
    "a seal": ("DELETE FROM seals WHERE release = 2", "unsealed"),
    "a digest": ("UPDATE seals SET digest = 'x' WHERE release = 1", "release"),
}


@pytest.fixture
def published_twice(engine: Engine) -> Engine:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    return engine


def unguarded(engine: Engine, statement: str) -> None:
    """Change what nobody may: without triggers and without references."""
    with engine.connect() as connection, connection.begin():
        if is_sqlite(engine):
            query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            for name in connection.scalars(sa.text(query)).all():
                connection.execute(sa.text(f"DROP TRIGGER {name}"))
        else:
            connection.execute(sa.text("SET session_replication_role = replica"))
        connection.execute(
            sa.text(statement.replace("'\\x00'", "X'00'" if is_sqlite(engine) else "'\\x00'"))
        )


def test_a_whole_store_passes(published_twice: Engine) -> None:
    verify.check_engine(published_twice)
    verify.check_content(published_twice)


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_named(published_twice: Engine, damage: str) -> None:
    statement, part = DAMAGES[damage]
    unguarded(published_twice, statement)
    with pytest.raises(verify.DamagedStoreError) as error:
        verify.check_content(published_twice)
    assert part in {one.part for one in error.value.damages}
    assert all(one.message(lang) for one in error.value.damages for lang in LANGS)


def damaged_at(file: Path, engine: Engine) -> None:
    engine.dispose()
    content = bytearray(file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xa5" * 4096
    file.write_bytes(content)


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_file_that_was_cut_or_overwritten_is_named(
    address: str,
    published_twice: Engine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with published_twice.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    damaged_at(Path(address.removeprefix("sqlite:///")), published_twice)
    with pytest.raises(verify.DamagedStoreError):
        store.opened(address)
    monkeypatch.setenv("ESC_DATABASE_URL", address)
    assert main(["history", "--lang", "en"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("The store is damaged, so nothing of it is shown.")


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.sqlite"
    file.write_bytes(b"not a database at all" * 500)
    with pytest.raises(verify.DamagedStoreError, match="database file is damaged"):
        store.opened(f"sqlite:///{file}")
    assert connect(f"sqlite:///{tmp_path / 'new' / 'y.sqlite'}")


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_rows_that_refer_to_nothing_are_named(address: str, published_twice: Engine) -> None:
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as unchecked, unchecked:
        unchecked.execute("UPDATE record_awards SET file_sha256 = 'x'")
    with pytest.raises(verify.DamagedStoreError, match="record_awards → files"):
        verify.check_engine(published_twice)


def test_a_store_out_of_reach_is_not_called_damaged(tmp_path: Path) -> None:
    folder = tmp_path / "esc.sqlite"
    folder.mkdir()
    with pytest.raises(sa.exc.OperationalError):
        verify.check_engine(connect(f"sqlite:///{folder}"))
