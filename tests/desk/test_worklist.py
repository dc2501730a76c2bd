"""What is said of items: kept in versions, by the office that writes for the province alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from tests.desk.people import CERTIFIER, NORTH, SOUTH, STEWARD, minuted, one_more_award
from utils.desk import corrections, minuting, reporting_rounds, work_at_hand, worklist
from utils.desk.corrections import RowOfRelease
from utils.desk.minuting import ResolutionDraft
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, verify
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import writing
from utils.desk.store.ledger import WORK_NOTES
from utils.desk.worklist import Said
from utils.measures.worklist.item import Item

YALA = Item(
    rule="centre_without_result", fiscal_year_be=2563, province_code="95", lao_id="LAO-95-1"
)
LIST = Item(rule="list_open", fiscal_year_be=2563, about="area")


def test_an_office_says_something_of_its_own_items_and_every_version_stays(engine: Engine) -> None:
    seen = worklist.say(engine, SOUTH, YALA, Said())
    assert (seen.version, seen.due_on, seen.is_put_off) == (1, None, False)
    said = Said(owner="ผอ.ส่วน", due_on="30/9/2570", note="โทรแล้ว", reason="รอประกาศผล")
    second = worklist.say(engine, SOUTH, YALA, said, seen)
    assert (second.version, second.due_on, second.is_put_off) == (2, "2027-09-30", True)
    with engine.connect() as connection:
        assert worklist.of_item(connection, YALA.item_id) == [seen, second]
        assert worklist.latest(connection) == {YALA.item_id: second}
        assert [row["action"] for row in audit.entries(connection)][-2:] == ["work_noted"] * 2


@pytest.mark.parametrize(
    ("person", "item", "said", "code"),
    [
        (NORTH, YALA, Said(), "work_other_office"),
        ("nobody", YALA, Said(), "work_other_office"),
        (SOUTH, LIST, Said(), "work_other_office"),  # of no province: the centre's
        (SOUTH, YALA, Said(due_on="31/2/2570"), "minutes_day"),
        (SOUTH, YALA, Said(note="ก" * 501), "text_long"),
    ],
)
def test_what_may_not_be_said_is_refused_at_the_write(
    engine: Engine, person: str, item: Item, said: Said, code: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        worklist.say(engine, person, item, said)
    assert refused.value.code == code
    with engine.connect() as connection:
        assert worklist.latest(connection) == {}


def test_two_at_once_do_not_overwrite_each_other(engine: Engine) -> None:
    worklist.say(engine, SOUTH, YALA, Said(note="first"))
    with pytest.raises(RefusedError) as refused:
        worklist.say(engine, STEWARD, YALA, Said(note="second"))
    assert refused.value.code == "work_moved"
    for person in (CERTIFIER, STEWARD):
        assert (
            worklist.say(engine, person, LIST, Said(), last(engine, LIST)).item_id == LIST.item_id
        )


def last(engine: Engine, item: Item) -> worklist.Note | None:
    with engine.connect() as connection:
        return worklist.latest(connection).get(item.item_id)


def test_no_note_is_ever_changed(engine: Engine) -> None:
    worklist.say(engine, SOUTH, YALA, Said())
    for change in (sa.update(WORK_NOTES).values(note="other"), sa.delete(WORK_NOTES)):
        with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
            connection.execute(change)


def test_an_open_round_asks_each_office_for_each_table_until_it_closes(engine: Engine) -> None:
    day = dt.date(2027, 9, 25)
    assert work_at_hand.items(engine, day) == ()
    reporting_rounds.open_round(engine, STEWARD, 2570, dt.date(2027, 9, 30))
    items = work_at_hand.items(engine, day)
    assert {one.rule for one in items} == {"part_missing"}
    assert len(items) == 16 * 4
    assert {dict(one.facts)["days"] for one in items} == {5}
    reporting_rounds.close_round(engine, STEWARD, 2570)
    assert work_at_hand.items(engine, day) == ()


def test_a_resolution_is_due_the_day_after_its_day_across_the_fiscal_year(engine: Engine) -> None:
    minuted(engine)  # the first is due on 30 September 2570, the last day of its fiscal year
    first, _ = work_at_hand.items(engine, dt.date(2027, 9, 30))
    assert (first.rule, first.about, dict(first.facts)["now"]) == ("resolution_open", "1-1", "open")
    first, second = work_at_hand.items(engine, dt.date(2027, 10, 1))
    assert dict(first.facts) | {"text": ""} == {
        "meeting": "first",
        "text": "",
        "owner": "Office 1",
        "due": "30/9/2570",
        "now": "overdue",
    }
    assert dict(second.facts)["now"] == "open"  # no day was set


def test_a_resolution_stands_at_the_office_of_its_owner_until_it_is_done(engine: Engine) -> None:
    number = minuted(engine).number
    given = ResolutionDraft(text="Call", owner="สสภ.13 (ชลบุรี)")
    noted = minuting.note_resolution(engine, CERTIFIER, number, given)
    day = dt.date(2026, 12, 1)
    assert 13 in [one.office_number for one in work_at_hand.items(engine, day)]
    with pytest.raises(RefusedError) as refused:
        minuting.note_resolution(engine, CERTIFIER, number, replace(given, outcome="done"), noted)
    assert refused.value.code == "minutes_no_ended_by"
    done = replace(given, outcome="done", ended_by="เผยแพร่ ครั้งที่ 2")
    minuting.note_resolution(engine, CERTIFIER, number, done, noted)
    assert 13 not in [one.office_number for one in work_at_hand.items(engine, day)]


def test_a_resolution_that_points_to_an_item_is_closed_by_the_data(engine: Engine) -> None:
    number = minuted(engine).number
    item = "province_waiting.2563.22.b"  # Chanthaburi
    given = ResolutionDraft(text="Bring it in", level="province", strategy="4", points_to=(item,))
    minuting.note_resolution(engine, CERTIFIER, number, given)
    day = dt.date(2026, 12, 1)
    assert "22" in [one.province_code for one in work_at_hand.items(engine, day)]
    one_more_award(engine, "LAO-22-002")
    assert "22" not in [one.province_code for one in work_at_hand.items(engine, day)]
    with engine.connect() as connection:
        kept = store_minutes.find(connection, number).standing[-1]
        verify.check_content(engine)
    assert (kept.points_to, kept.level, kept.strategy) == ((item,), "province", "4")


def test_a_correction_that_is_asked_for_is_an_item_until_it_is_answered(engine: Engine) -> None:
    about = RowOfRelease("awards", ("AL-0263",), 1)
    number = corrections.ask(engine, NORTH, about, "the class is wrong")
    [item] = work_at_hand.items(engine, dt.date(2026, 12, 1))
    assert (item.rule, item.province_code, item.about) == ("correction_asked", "38", str(number))
    corrections.answer(engine, STEWARD, number, "done", "mended")
    assert work_at_hand.items(engine, dt.date(2026, 12, 1)) == ()
