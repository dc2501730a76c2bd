"""A query of another database as a way in: the same checks, and it can only read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from tests.desk.filled import create
from tests.desk.people import CHIANG_MAI, HAT_YAI, NORTH
from utils.desk.__main__ import main
from utils.desk.refusal import RefusedError
from utils.desk.store.connect import connect
from utils.desk.submissions import pull

QUERY = (
    "SELECT lao AS lao_id, year AS fiscal_year_be, 'standard' AS pathway, step, "
    "'active' AS status, applied AS applied_on FROM steps"
)


@pytest.fixture(scope="module")
def elsewhere(postgres: str) -> Iterator[str]:
    """Return the URL of a database of somebody else."""
    url = postgres + create(postgres, "elsewhere")
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "CREATE TABLE steps (lao text, year int, step text, applied date)"
        )
        row = {"lao": CHIANG_MAI}
        insert = sa.text("INSERT INTO steps VALUES (:lao, 2568, '2', '2024-10-10')")
        connection.execute(insert, row)
    yield url
    engine.dispose()


def test_a_query_becomes_a_file(elsewhere: str) -> None:
    file = pull.pull(elsewhere, QUERY)
    assert file.name == "query.csv"
    assert file.content.decode().splitlines() == [
        "lao_id,fiscal_year_be,pathway,step,status,applied_on",
        f"{CHIANG_MAI},2568,standard,2,active,2024-10-10",
    ]
    pulled = pull.pull("sqlite://", "SELECT 1 AS a, NULL AS b, 'x,y' AS c")
    assert pulled.content == b'a,b,c\n1,,"x,y"\n'


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_a_query_goes_through_the_same_checks(
    address: str,
    elsewhere: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("ESC_DATABASE_URL", address)
    arguments = ["check", "--as", NORTH, "--lang", "en", "--sql", elsewhere]
    assert main([*arguments, QUERY]) == 0
    assert "rows added 1, changed 0, removed 0" in capsys.readouterr().out
    assert main([*arguments, QUERY.replace("lao AS", f"'{HAT_YAI}' AS")]) == 1
    assert "lies outside the provinces" in capsys.readouterr().out
    assert main([*arguments, "SELECT nonsense"]) == 1
    output = capsys.readouterr().err
    assert "did not answer the query" in output
    assert "postgresql:" not in output


@pytest.mark.parametrize(
    "query", ["DELETE FROM steps", "DELETE FROM steps RETURNING lao", "DROP TABLE steps"]
)
def test_a_query_only_reads(elsewhere: str, query: str) -> None:
    with pytest.raises(RefusedError) as refused:
        pull.pull(elsewhere, query)
    assert refused.value.code == "pull_failed"
    engine = connect(elsewhere)
    with engine.connect() as connection:
        assert connection.scalar(sa.text("SELECT count(*) FROM steps")) == 1
    engine.dispose()


@pytest.mark.parametrize(
    ("address_", "query", "code"),
    [
        ("nonsense", "SELECT 1", "pull_address"),
        ("mysql://x@y/z", "SELECT 1", "pull_address"),
        ("postgresql://x:secret@127.0.0.1:1/z", "SELECT 1", "pull_failed"),
        ("sqlite://", "PRAGMA foreign_keys = ON", "pull_nothing"),
        ("sqlite://", "CREATE TABLE a (b)", "pull_failed"),
    ],
)
def test_what_cannot_be_asked_says_why(address_: str, query: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        pull.pull(address_, query)
    assert refused.value.code == code
    assert "secret" not in str(refused.value)


def test_a_query_gives_no_more_than_a_file_may_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pull, "MAX_ROWS", 2)
    with pytest.raises(RefusedError) as refused:
        pull.pull("sqlite://", "SELECT 1 UNION SELECT 2 UNION SELECT 3")
    assert refused.value.code == "pull_too_much"
