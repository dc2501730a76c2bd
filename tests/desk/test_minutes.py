"""Minutes in the store: who may note them, what is kept of every version, and what is refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from tests.desk.people import CERTIFIER, NORTH, STEWARD, minuted
from tests.desk.test_verify import unguarded
from utils.desk import minuting
from utils.desk.__main__ import main
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases, verify
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import writing
from utils.desk.store.ledger import METADATA, RESOLUTIONS
from utils.desk.store.migrate import migrate
from utils.tables.minutes import Meeting

CALL = MeetingDraft(title="second", held_on="28 พฤศจิกายน 2569", release=1, selection="year=2562")

# The tables of the migrations from the one of the minutes on, those that refer to others first.
LATER = (
    *("resolutions", "meetings"),
    *("sent_parts", "reviews", "reporting_rounds"),
    *("submission_answers", "heading_choices"),
    *("ways_back", "corrections_asked", "work_notes"),
)


def meeting_of(engine: Engine, number: int) -> Meeting:
    with engine.connect() as connection:
        return store_minutes.find(connection, number)


def test_a_resolution_is_amended_and_withdrawn_and_nothing_is_lost(engine: Engine) -> None:
    meeting = meeting_of(engine, minuted(engine).number)
    assert (meeting.number, meeting.version, meeting.held_on) == (1, 1, "2026-08-03")
    versions = [(one.version, one.text, one.owner, one.due_on) for one in meeting.resolutions]
    assert versions == [(2, "Look again", "Office 1", "2027-09-30"), (1, "Noted", "", None)]
    assert meeting.as_of == meeting.resolutions[0].noted_at

    minuting.withdraw_resolution(engine, STEWARD, 1, meeting.resolutions[1])
    meeting = meeting_of(engine, 1)
    assert [one.number for one in meeting.standing] == [1]
    assert [one.number for one in meeting.resolutions] == [1, 2]
    assert minuting.note_resolution(engine, STEWARD, 1, ResolutionDraft(text="Third")).number == 3
    with engine.connect() as connection:
        rows = [row for row in audit.entries(connection) if row["release"] == 1][-6:]
        verify.check_content(engine)
    assert [(row["person"], row["action"], json.loads(row["detail"])) for row in rows] == [
        (CERTIFIER, "meeting_noted", {"meeting": 1, "version": 1}),
        (CERTIFIER, "resolution_noted", {"meeting": 1, "resolution": 1, "version": 1}),
        (CERTIFIER, "resolution_noted", {"meeting": 1, "resolution": 2, "version": 1}),
        (STEWARD, "resolution_noted", {"meeting": 1, "resolution": 1, "version": 2}),
        (STEWARD, "resolution_withdrawn", {"meeting": 1, "resolution": 2, "version": 2}),
        (STEWARD, "resolution_noted", {"meeting": 1, "resolution": 3, "version": 1}),
    ]


def test_the_meeting_before_is_found_and_the_last_held_comes_first(engine: Engine) -> None:
    first = minuted(engine)
    second = minuting.note_meeting(engine, STEWARD, replace(CALL, follows=first.number))
    third = minuting.note_meeting(
        engine, STEWARD, replace(CALL, title="earlier", held_on="1/1/2569")
    )
    with engine.connect() as connection:
        assert store_minutes.with_last(connection, second.number) == (second, meeting_of(engine, 1))
        assert store_minutes.with_last(connection, third.number)[1] is None
        assert store_minutes.with_last(connection, None) == (None, None)
        assert [one.title for one in store_minutes.every(connection)] == [
            "second",
            "first",
            "earlier",
        ]
    moved = minuting.note_meeting(engine, STEWARD, replace(CALL, title="moved"), second)
    assert (moved.number, moved.version, moved.follows) == (2, 2, None)
    assert (
        minuting.note_resolution(
            engine, STEWARD, 2, ResolutionDraft(text="Under the second version")
        ).version
        == 1
    )


@pytest.mark.parametrize("person", [NORTH, "nobody"])
def test_a_regional_officer_and_a_stranger_are_refused_at_the_write(
    engine: Engine, person: str
) -> None:
    shown = meeting_of(engine, minuted(engine).number).resolutions[0]
    for act in (
        lambda: minuting.note_meeting(engine, person, CALL),
        lambda: minuting.note_resolution(engine, person, 1, ResolutionDraft(text="x")),
        lambda: minuting.withdraw_resolution(engine, person, 1, shown),
    ):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.code == "not_secretary"
    assert len(meeting_of(engine, 1).resolutions) == 2


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_what_was_amended_meanwhile_is_not_written_over(engine: Engine) -> None:
    shown = meeting_of(engine, minuted(engine).number)
    first = shown.resolutions[0]
    minuting.note_resolution(engine, STEWARD, 1, ResolutionDraft(text="newer"), first)
    minuting.note_meeting(engine, STEWARD, CALL, shown)
    for act in (
        lambda: minuting.note_resolution(
            engine, CERTIFIER, 1, ResolutionDraft(text="older"), first
        ),
        lambda: minuting.withdraw_resolution(engine, CERTIFIER, 1, first),
        lambda: minuting.note_meeting(engine, CERTIFIER, CALL, shown),
    ):
        with pytest.raises(RefusedError) as refused:
            act()
        assert refused.value.code == "minutes_moved"
    assert meeting_of(engine, 1).resolutions[0].text == "newer"


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (ResolutionDraft(text=" \u200b\u202e "), "minutes_no_text"),
        (ResolutionDraft(text="x" * 501), "text_long"),
        (ResolutionDraft(text="x", owner="x" * 151), "text_long"),
        (ResolutionDraft(text="x", due_on="31/2/2570"), "minutes_day"),
        (ResolutionDraft(text="x", due_on="soon"), "minutes_day"),
    ],
)
def test_what_no_slide_can_show_is_refused(
    engine: Engine, draft: ResolutionDraft, code: str
) -> None:
    meeting = minuted(engine)
    with pytest.raises(RefusedError) as refused:
        minuting.note_resolution(engine, STEWARD, meeting.number, draft)
    assert refused.value.code == code
    assert refused.value.message("th")


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_meeting_needs_a_title_a_day_and_a_release_that_is_there(engine: Engine) -> None:
    for wrong, code in (
        (replace(CALL, title="\u200b"), "minutes_no_title"),
        (replace(CALL, held_on=""), "minutes_day"),
        (replace(CALL, follows=9), "no_meeting"),
    ):
        with pytest.raises(RefusedError) as refused:
            minuting.note_meeting(engine, STEWARD, wrong)
        assert refused.value.code == code
    with pytest.raises(releases.NoSuchReleaseError):
        minuting.note_meeting(engine, STEWARD, replace(CALL, release=9))
    with pytest.raises(RefusedError):
        meeting_of(engine, 1)


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_a_text_is_kept_in_one_line_without_what_nobody_sees(engine: Engine) -> None:
    meeting = minuted(engine)
    resolution = minuting.note_resolution(
        engine, STEWARD, meeting.number, ResolutionDraft(text="ให้\u202e เร่ง\n\tรัด ", owner=" ก ")
    )
    assert (resolution.text, resolution.owner) == ("ให้ เร่ง รัด", "ก")


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE resolutions SET text = 'other' WHERE version = 2", "resolutions 1.1.2"),
        ("UPDATE resolutions SET owner = 'x' WHERE number = 2", "resolutions 1.2.1"),
        ("DELETE FROM resolutions WHERE number = 1 AND version = 1", "resolutions 1.1.2"),
        ("DELETE FROM resolutions WHERE number = 1", "resolutions 1.2.1"),
        ("UPDATE meetings SET held_on = '2020-01-01'", "meetings 1.1"),
    ],
)
def test_minutes_that_were_tampered_with_are_named(
    engine: Engine, statement: str, named: str
) -> None:
    minuted(engine)
    unguarded(engine, statement)
    with pytest.raises(verify.DamagedStoreError) as damaged:
        verify.check_content(engine)
    assert [(one.part, one.what) for one in damaged.value.damages] == [("minutes", named)]
    assert named in damaged.value.damages[0].message("th")


def test_a_store_of_before_there_were_minutes_gets_them(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        for table in LATER:
            connection.execute(sa.text(f"DROP TABLE {table}"))
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '0002'"))
    with writing(engine) as connection:
        migrate(connection)
    minuted(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        verify.check_content(engine)
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(sa.delete(RESOLUTIONS))


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_the_command_line_tells_every_version(
    address: str,
    engine: Engine,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = meeting_of(engine, minuted(engine).number).resolutions[1]
    minuting.withdraw_resolution(engine, STEWARD, 1, shown)
    monkeypatch.setenv("ESC_DATABASE_URL", address)
    assert main(["minutes", "--lang", "en"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "Meeting no. 1: first (3/8/2569 B.E.) · data release no. 1"
    texts = [line.split(" · ", 1)[0].strip() + line.split(":", 2)[2] for line in lines]
    assert texts == [
        "Resolution 1, version 1 Look · owner – · due –",
        "Resolution 1, version 2 Look again · owner Office 1 · due 30/9/2570",
        "Resolution 2, version 1 Noted · owner – · due –",
        "Resolution 2, version 2 withdrawn: Noted (–, –)",
    ]
