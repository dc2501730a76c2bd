"""The drill: back up, lose the store, bring it back; also from one engine to the other."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from tests.desk.people import (
    CHIANG_MAI,
    HAT_YAI,
    NORTH,
    SOUTH,
    enrolment,
    minuted,
    published,
    submitted,
)
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, backup, releases, store
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import connect, writing
from utils.desk.store.verify import DamagedStoreError
from utils.desk.submissions import submissions
from utils.tables.declared import schemas


def test_a_store_is_brought_back_as_it_was(engine: Engine, empty: str, tmp_path: Path) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    waiting = submitted(engine, SOUTH, enrolment((HAT_YAI, 2568, "2")))
    meeting = minuted(engine)
    file = tmp_path / "backup.sqlite"
    assert backup.backup(engine, file) == 2

    restored = connect(empty)
    assert backup.restore(restored, file) == 2
    with engine.connect() as here, restored.connect() as there:
        assert releases.every(there) == releases.every(here)
        assert submissions.every(there) == submissions.every(here)
        sent = submissions.files_of(there, waiting)
        assert sent == submissions.files_of(here, waiting)
        assert audit.entries(there) == audit.entries(here)
        assert store_minutes.find(there, meeting.number) == store_minutes.find(here, meeting.number)
    for name in schemas.TABLES:
        here_and_there = [
            store.table(name, store.release(2, one), one) for one in (engine, restored)
        ]
        pd.testing.assert_frame_equal(here_and_there[0], here_and_there[1])
    published(restored, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    restored.dispose()


def test_what_is_no_longer_declared_goes_along(engine: Engine, empty: str, tmp_path: Path) -> None:
    with writing(engine) as connection:
        connection.execute(sa.text("ALTER TABLE record_targets ADD COLUMN forgotten TEXT"))
        columns = "row_id BIGINT, release_from INTEGER, release_to INTEGER"
        connection.execute(sa.text(f"CREATE TABLE record_forgotten ({columns})"))
    file = tmp_path / "backup.sqlite"
    backup.backup(engine, file)
    restored = connect(empty)
    backup.restore(restored, file)
    inspector = sa.inspect(restored)
    assert "record_forgotten" in inspector.get_table_names()
    assert "forgotten" in {column["name"] for column in inspector.get_columns("record_targets")}
    restored.dispose()


def test_nothing_is_ever_written_over(engine: Engine, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    backup.backup(engine, file)
    content = file.read_bytes()
    with pytest.raises(RefusedError, match="exists already"):
        backup.backup(engine, file)
    assert file.read_bytes() == content
    with pytest.raises(RefusedError, match="not overwritten"):
        backup.restore(engine, file)
    with pytest.raises(RefusedError, match="No such file"):
        backup.restore(engine, tmp_path / "none.sqlite")


def test_a_damaged_backup_is_not_brought_back(engine: Engine, empty: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.sqlite"
    backup.backup(engine, file)
    copy = connect(f"sqlite:///{file}")
    with copy.connect() as connection, connection.begin():
        connection.execute(sa.text("UPDATE record_awards SET lao_id = 'x' WHERE row_id = 7"))
    copy.dispose()
    restored = connect(empty)
    with pytest.raises(DamagedStoreError, match="awards"):
        backup.restore(restored, file)
    assert sa.inspect(restored).get_table_names() == []
    restored.dispose()
