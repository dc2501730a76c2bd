"""From a sent file to a published release, and who may do which step of it."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.desk.people import (
    AMEND,
    CERTIFIER,
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    HEAD,
    NORTH,
    PHATTHALUNG,
    SONGKHLA,
    SOUTH,
    STEWARD,
    certified,
    enrolment,
    published,
    reverted,
    submitted,
)
from tests.tables.sample import workbook
from utils.desk.people import roles, sign_ins
from utils.desk.people.claims import ClaimedRoles, Identity
from utils.desk.refusal import RefusedError
from utils.desk.store import audit, releases, store
from utils.desk.store import files as store_files
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.store.releases import Release
from utils.desk.submissions import acts, submissions
from utils.desk.submissions.submissions import Order
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import LANGS

SOUTH_2568 = Order(mode="office", office_number=16, fiscal_year_be=2568, note="whole part")
REPLACE = Order(mode="replace", note="whole table")


def steps(engine: Engine, release: Release) -> dict[tuple[str, int], str]:
    rows = store.table("enrolment", release, engine)
    keys = zip(rows["lao_id"], rows["fiscal_year_be"], strict=True)
    return dict(zip(keys, rows["step"], strict=True))


def refused(refusal: pytest.ExceptionInfo[RefusedError]) -> str:
    """Return why; every reason has words in both languages."""
    assert all(refusal.value.message(lang) for lang in LANGS)
    return refusal.value.code


def codes(engine: Engine, sender: str, *sent: File, order: Order = AMEND) -> set[str]:
    """Return the codes of the errors that files have."""
    problems = acts.check(engine, sender, sent, order).errors
    assert all(one.message(lang) and one.remedy(lang) for one in problems for lang in LANGS)
    return {one.code for one in problems}


def test_the_whole_way(engine: Engine) -> None:
    file = enrolment((CHIANG_MAI, 2568, "2"))
    release = published(engine, NORTH, file)
    assert (release.number, release.kind, release.note) == (2, "publication", "test")
    assert (release.author, release.certifier, release.publisher) == (NORTH, CERTIFIER, STEWARD)
    (source,) = release.sources
    assert (source.table, source.file_name) == ("enrolment", "enrolment.csv")
    with engine.connect() as connection:
        assert store_files.content(connection, source.sha256) == file.content
        acted = [(row["action"], row["person"]) for row in audit.entries(connection)]
    assert acted[-4:] == [
        ("sent", NORTH),
        ("submitted", NORTH),
        ("certified", CERTIFIER),
        ("published", STEWARD),
    ]
    assert steps(engine, release) == {(CHIANG_MAI, 2568): "2"}


def test_the_time_of_a_release_is_shown_in_thailand(engine: Engine) -> None:
    release = store.release(1, engine)
    assert release.published_at.endswith("+00:00")
    assert release.published.utcoffset() is not None
    assert release.published.isoformat().endswith("+07:00")


def test_a_file_with_errors_is_kept_and_can_be_mended(engine: Engine) -> None:
    sent = acts.send(engine, NORTH, [enrolment((CHIANG_MAI, 2568, "9"))], AMEND)
    with pytest.raises(RefusedError) as refusal:
        acts.submit(engine, NORTH, sent.submission_id)
    assert refused(refusal) == "errors"
    mended = acts.send_again(
        engine, NORTH, sent.submission_id, [enrolment((CHIANG_MAI, 2568, "3"))]
    )
    assert (mended.state, mended.attempt) == ("draft", 2)
    with engine.connect() as connection:
        (file,) = submissions.files_of(connection, mended)
        assert b",3," in file.content
        first = enrolment((CHIANG_MAI, 2568, "9"))
        assert store_files.content(connection, first.sha256) == first.content
    assert acts.submit(engine, NORTH, sent.submission_id).state == "submitted"


def test_a_file_that_cannot_be_opened_is_kept_as_well(engine: Engine) -> None:
    assert codes(engine, NORTH, File("a.xlsx", b"no workbook")) == {"wrong_extension"}
    sent = acts.send(engine, NORTH, [File("a.xlsx", b"no workbook")], AMEND)
    with engine.connect() as connection:
        assert submissions.files_of(connection, sent)[0].content == b"no workbook"


def test_warnings_need_a_tick(engine: Engine) -> None:
    head = b"lao_id,fiscal_year_be,pathway,step,status,colour\n"
    rows = f"{CHIANG_MAI},2568,standard,2,active,blue\n".encode()
    sent = acts.send(engine, NORTH, [File("enrolment.csv", head + rows)], AMEND)
    with pytest.raises(RefusedError) as refusal:
        acts.submit(engine, NORTH, sent.submission_id)
    assert refused(refusal) == "warnings"
    moved = acts.submit(engine, NORTH, sent.submission_id, accepts_warnings=True)
    assert moved.accepts_warnings


def test_what_is_published_already_is_not_published_again(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    with pytest.raises(RefusedError) as refusal:
        submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    assert refused(refusal) == "nothing"


def test_rows_are_added_and_amended_and_none_is_removed(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2567, "1"), (CHIANG_MAI, 2568, "1")))
    release = published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2"), (CHIANG_RAI, 2568, "1")))
    assert steps(engine, release) == {
        (CHIANG_MAI, 2567): "1",
        (CHIANG_MAI, 2568): "2",
        (CHIANG_RAI, 2568): "1",
    }
    assert steps(engine, store.release(2, engine))[CHIANG_MAI, 2568] == "1"


def test_a_column_left_out_keeps_what_is_there_and_an_empty_cell_does_not(engine: Engine) -> None:
    head = "lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status,note\n"
    row = f"{CHIANG_MAI},2568,standard,2,,,active,"
    published(engine, NORTH, File("enrolment.csv", f"{head}{row}first\n".encode()))
    short = head.replace(",note", "")
    published(
        engine, NORTH, File("enrolment.csv", f"{short}{row[:-1]}\n".replace(",2,", ",3,").encode())
    )
    note = store.table("enrolment", store.release(None, engine), engine)["note"]
    assert note.tolist() == ["first"]
    release = published(engine, NORTH, File("enrolment.csv", f"{head}{row}\n".encode()))
    assert store.table("enrolment", release, engine)["note"].isna().all()


def test_an_office_cannot_touch_rows_of_another(engine: Engine) -> None:
    assert codes(engine, NORTH, enrolment((HAT_YAI, 2568, "2"))) == {"outside_office"}
    with pytest.raises(RefusedError) as refusal:
        submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2"), (HAT_YAI, 2568, "2")))
    assert refused(refusal) == "errors"


def test_an_office_cannot_take_a_row_of_another_over(engine: Engine) -> None:
    shown = store.release(None, engine)
    pilots = store.table("pilots", shown, engine)
    theirs = pilots[pilots["province_code"] == "90"].head(1)
    assert len(theirs) == 1
    moved = theirs.assign(province_code="50", lao_id=CHIANG_MAI)
    sent = File("pilots.csv", to_csv(moved, schemas.PILOTS).encode())
    assert "outside_office" in codes(engine, NORTH, sent)


def test_an_lao_of_another_office_is_not_won_by_a_row_of_the_register(engine: Engine) -> None:
    head = ",".join(schemas.MUNICIPALITIES.columns)
    row = f"{HAT_YAI},ทต.,50,เมืองอื่น,,,,,,,,"
    register = File("municipalities.csv", f"{head}\n{row}\n".encode())
    assert codes(engine, NORTH, register) == {"outside_office"}
    both = codes(engine, NORTH, register, enrolment((HAT_YAI, 2568, "1")))
    assert both == {"outside_office"}


def test_a_new_lao_and_its_enrolment_are_sent_together(engine: Engine) -> None:
    head = ",".join(schemas.MUNICIPALITIES.columns)
    register = File("municipalities.csv", f"{head}\nLAO-50-901,อบต.,50,แห่งใหม่,,,,,,,,\n".encode())
    release = published(engine, NORTH, enrolment(("LAO-50-901", 2568, "1")), register)
    assert release.changed == ("enrolment", "municipalities")


def test_tables_of_no_province_are_the_stewards(engine: Engine) -> None:
    table = store.table("targets", store.release(None, engine), engine)
    sent = File("targets.csv", to_csv(table.assign(note_en="x"), schemas.TARGETS).encode())
    assert codes(engine, NORTH, sent) == {"not_of_an_office"}
    assert codes(engine, STEWARD, sent) == set()


def test_one_offices_part_of_a_year_is_replaced_and_nothing_else(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    published(engine, SOUTH, enrolment((HAT_YAI, 2567, "1"), (HAT_YAI, 2568, "1")))
    release = published(
        engine, SOUTH, enrolment((SONGKHLA, 2568, "2")), order=SOUTH_2568, accepts=["removal"]
    )
    assert steps(engine, release) == {
        (CHIANG_MAI, 2568): "1",
        (HAT_YAI, 2567): "1",
        (SONGKHLA, 2568): "2",
    }


@pytest.mark.parametrize(
    ("row", "code"),
    [((CHIANG_MAI, 2568, "1"), "outside_office"), ((HAT_YAI, 2567, "1"), "outside_year")],
)
def test_a_part_holds_no_row_of_elsewhere(
    engine: Engine, row: tuple[str, int, str], code: str
) -> None:
    assert codes(engine, SOUTH, enrolment(row), order=SOUTH_2568) == {code}
    assert codes(engine, STEWARD, enrolment(row), order=SOUTH_2568) == {code}


def test_a_certifier_is_not_shown_more_removals_than_were_meant(engine: Engine) -> None:
    published(engine, SOUTH, enrolment((HAT_YAI, 2568, "1")))
    waiting = submitted(engine, SOUTH, enrolment((HAT_YAI, 2568, "2")), order=SOUTH_2568)
    published(engine, SOUTH, enrolment((SONGKHLA, 2568, "1")))
    with pytest.raises(RefusedError) as refusal:
        acts.certify(engine, CERTIFIER, waiting.submission_id)
    assert refused(refusal) == "questions"


def parts(engine: Engine, release: Release) -> set[tuple[str, str, int]]:
    rows = store.table("reported_parts", release, engine)
    return set(
        zip(rows["reported_table"], rows["province_code"], rows["fiscal_year_be"], strict=True)
    )


def test_an_empty_part_is_certified_and_leaves_its_trace(engine: Engine) -> None:
    # Office 16 writes for Songkhla (90) and others; Phatthalung (93) is disputed and left out.
    release = published(engine, SOUTH, enrolment(), order=SOUTH_2568)
    with engine.connect() as connection:
        own = roles.writable(connection, [16], release.number)
    assert "90" in own
    assert "93" not in own
    assert parts(engine, release) == {("enrolment", code, 2568) for code in own}
    assert release.changed == ("reported_parts",)
    assert [source.table for source in release.sources] == ["enrolment", "reported_parts"]
    assert steps(engine, release) == {}
    with pytest.raises(RefusedError) as refusal:
        submitted(engine, SOUTH, enrolment(), order=SOUTH_2568)
    assert refused(refusal) == "nothing"


def test_a_part_with_rows_is_told_in_full_and_single_rows_are_not(engine: Engine) -> None:
    one = published(engine, SOUTH, enrolment((HAT_YAI, 2568, "1")))
    assert parts(engine, one) == set()
    whole = published(engine, SOUTH, enrolment((HAT_YAI, 2568, "2")), order=SOUTH_2568)
    assert ("enrolment", "90", 2568) in parts(engine, whole)
    assert steps(engine, whole) == {(HAT_YAI, 2568): "2"}
    part = acts.OfficeScope(office_number=16, fiscal_year_be=2568)
    back = reverted(engine, one.number, note="back", part=part)
    assert parts(engine, back) == set()


def test_a_table_is_replaced_by_a_steward_alone(engine: Engine) -> None:
    with pytest.raises(RefusedError) as refusal:
        acts.send(engine, NORTH, [enrolment((CHIANG_MAI, 2568, "1"))], REPLACE)
    assert refused(refusal) == "not_steward"
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1"), (CHIANG_RAI, 2568, "1")))
    release = published(
        engine, STEWARD, enrolment((HAT_YAI, 2568, "1")), order=REPLACE, accepts=["removal"]
    )
    assert steps(engine, release) == {(HAT_YAI, 2568): "1"}


def test_the_published_list_replaces_awards_and_their_faults(engine: Engine) -> None:
    with engine.connect() as connection:
        listed = next(
            one for one in releases.find(connection, 1).sources if one.table == "award_list"
        )
        content = store_files.content(connection, listed.sha256)
    lines = content.decode("utf-8-sig").splitlines(keepends=True)
    shorter = "".join(lines[:-1]).encode()
    shorter_list = File("list.csv", shorter)
    release = published(engine, STEWARD, shorter_list, order=REPLACE, accepts=["removal"])
    assert set(release.changed) <= {"awards", "award_list_faults"}
    first = store.release(1, engine)
    assert (
        len(store.table("awards", release, engine)) == len(store.table("awards", first, engine)) - 1
    )


def published_list(engine: Engine) -> list[str]:
    """Return the lines of the list that is shipped, as the department published it."""
    with engine.connect() as connection:
        source = next(
            one for one in releases.find(connection, 1).sources if one.table == "award_list"
        )
        content = store_files.content(connection, source.sha256)
    return content.decode("utf-8-sig").splitlines(keepends=True)


def round_of(engine: Engine, year: int, level: str, status: str) -> File:
    rounds = store.table("rounds", store.release(None, engine), engine)
    state = rounds.tail(1).assign(fiscal_year_be=year, level=level, status=status)
    return File("rounds.csv", to_csv(state, schemas.ROUNDS).encode())


def test_the_same_list_sent_again_changes_nothing(engine: Engine) -> None:
    again = File("again.csv", "".join(published_list(engine)).encode())
    plan = acts.check(engine, STEWARD, [again], AMEND)
    assert not plan.errors
    assert plan.changes["awards"].is_empty
    assert plan.changes["awards"].unchanged == 540


@pytest.mark.parametrize("whole", [False, True])
def test_a_new_list_adds_and_moves_nothing_that_is_old(engine: Engine, *, whole: bool) -> None:
    head, *rows = published_list(engine)
    new = next(row for row in rows if "2563" in row).replace("2563", "2564")
    # New rows alone, or on top of all others, which then stand a row lower than they did.
    sent = File("2564.csv", "".join([head, new, *(rows if whole else [])]).encode())
    level = "area" if "พื้นที่" in new else "national"
    plan = acts.check(engine, STEWARD, [sent, round_of(engine, 2564, level, "partial")], AMEND)
    assert not plan.errors
    changes = plan.changes["awards"]
    assert (len(changes.added), changes.changed, changes.removed) == (1, (), ())
    assert changes.added[0].cells[:2] == ("AL-0543", 2564)
    assert changes.unchanged == (540 if whole else 0)


def test_a_release_never_refers_to_what_it_does_not_hold(engine: Engine) -> None:
    table = store.table("municipalities", store.release(None, engine), engine)
    fewer = table[table["lao_id"] != HAT_YAI]
    sent = File("municipalities.csv", to_csv(fewer, schemas.MUNICIPALITIES).encode())
    draft = acts.send(engine, STEWARD, [sent], REPLACE).submission_id
    with pytest.raises(RefusedError) as refusal:
        acts.submit(engine, STEWARD, draft, accepts_warnings=True, accepts=["removal"])
    assert refused(refusal) == "errors"
    plan = acts.review(engine, acts.find_submission(engine, draft))
    assert {one.code for one in plan.errors} == {"reference_left"}


def test_a_list_comes_with_what_is_known_of_its_round(engine: Engine) -> None:
    first = store.release(None, engine)
    new = store.table("awards", first, engine).tail(1)
    new = new.assign(award_id="AL-9001", fiscal_year_be=2564)
    awards = File("awards.csv", to_csv(new, schemas.AWARDS).encode())
    assert codes(engine, STEWARD, awards) == {"round_unstated"}
    state = store.table("rounds", first, engine).tail(1)
    state = state.assign(fiscal_year_be=2564, level="national")
    for status, expected in (("no_round", {"round_unstated"}), ("partial", set())):
        rounds = to_csv(state.assign(status=status), schemas.ROUNDS).encode()
        assert codes(engine, STEWARD, awards, File("rounds.csv", rounds)) == expected


def test_invented_rows_are_never_taken(engine: Engine) -> None:
    head = ",".join(schemas.MUNICIPALITIES.columns)
    row = f"{head}\nFIC-50-001,ทต.,50,สมมติ,,,,,,,,\n"
    assert codes(engine, STEWARD, File("municipalities.csv", row.encode())) == {"invented_row"}


def test_conflicts_between_files_are_listed(engine: Engine) -> None:
    one = enrolment((CHIANG_MAI, 2568, "1"), name="one.csv")
    other = enrolment((CHIANG_MAI, 2568, "2"), name="other.csv")
    same = enrolment((CHIANG_MAI, 2568, "1"), name="same.csv")
    assert codes(engine, NORTH, one, other) == {"files_conflict"}
    plan = acts.check(engine, NORTH, [one, same], AMEND)
    assert [(p.code, p.file, p.row) for p in plan.problems] == [("files_repeat", "same.csv", 2)]
    assert len(plan.changes["enrolment"].added) == 1


def test_the_certifier_is_not_the_sender(engine: Engine) -> None:
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, NORTH, "certifier")
    sent = submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    with pytest.raises(RefusedError) as refusal:
        acts.certify(engine, NORTH, sent.submission_id)
    assert refused(refusal) == "own_submission"


def test_each_step_is_refused_to_whoever_may_not_take_it(engine: Engine) -> None:
    with pytest.raises(RefusedError) as refusal:
        acts.send(engine, CERTIFIER, [enrolment((CHIANG_MAI, 2568, "1"))], AMEND)
    assert refused(refusal) == "not_sender"
    with pytest.raises(RefusedError) as refusal:
        acts.send(engine, NORTH, [enrolment((HAT_YAI, 2568, "1"))], SOUTH_2568)
    assert refused(refusal) == "other_office"
    sent = submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    for person, act, code in (
        (SOUTH, acts.certify, "not_certifier"),
        (STEWARD, acts.publish, "state"),
        (SOUTH, acts.submit, "not_yours"),
    ):
        with pytest.raises(RefusedError) as refusal:
            act(engine, person, sent.submission_id)
        assert refused(refusal) == code
    acts.certify(engine, CERTIFIER, sent.submission_id)
    with pytest.raises(RefusedError) as refusal:
        acts.publish(engine, CERTIFIER, sent.submission_id)
    assert refused(refusal) == "not_steward"
    assert store.newest(engine) == 1


def test_a_rejected_submission_can_be_mended(engine: Engine) -> None:
    sent = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    back = acts.reject(engine, CERTIFIER, sent.submission_id, "wrong year")
    assert (back.state, back.reason) == ("rejected", "wrong year")
    again = acts.send_again(engine, NORTH, sent.submission_id, [enrolment((CHIANG_MAI, 2567, "1"))])
    assert (again.state, again.certifier) == ("draft", None)


def test_a_published_submission_is_published_once(engine: Engine) -> None:
    sent = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    acts.publish(engine, STEWARD, sent.submission_id)
    with pytest.raises(RefusedError) as refusal:
        acts.publish(engine, STEWARD, sent.submission_id)
    assert refused(refusal) == "state"
    assert store.newest(engine) == 2


def test_two_who_touch_different_rows_both_succeed(engine: Engine) -> None:
    north = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    south = certified(engine, SOUTH, enrolment((HAT_YAI, 2568, "2")))
    acts.publish(engine, STEWARD, north.submission_id)
    release = acts.publish(engine, STEWARD, south.submission_id)
    assert steps(engine, release) == {(CHIANG_MAI, 2568): "1", (HAT_YAI, 2568): "2"}


def test_the_second_of_two_who_touch_one_row_is_told_and_keeps_its_work(engine: Engine) -> None:
    first = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    second = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    acts.publish(engine, STEWARD, first.submission_id)
    with pytest.raises(RefusedError) as refusal:
        acts.publish(engine, STEWARD, second.submission_id)
    assert refused(refusal) == "moved_tables"
    assert acts.find_submission(engine, second.submission_id).state == "certified"
    acts.certify(engine, CERTIFIER, second.submission_id)
    release = acts.publish(engine, STEWARD, second.submission_id)
    assert steps(engine, release) == {(CHIANG_MAI, 2568): "2"}


def test_a_disputed_province_is_nobodys_until_it_is_assigned(engine: Engine) -> None:
    def mine() -> tuple[bool, bool]:
        with engine.connect() as connection:
            codes_16 = roles.writable(connection, [16], 1)
            return PHATTHALUNG in codes_16, PHATTHALUNG in roles.visible(connection, [16], 1)

    assert mine() == (False, True)
    with writing(engine) as connection:
        roles.assign(connection, STEWARD, PHATTHALUNG, 16)
    assert mine() == (True, True)
    with writing(engine) as connection:
        roles.assign(connection, STEWARD, PHATTHALUNG, 14)
    assert mine() == (False, True)


def test_roles_are_given_by_a_steward_alone(engine: Engine) -> None:
    with pytest.raises(RefusedError) as refusal, writing(engine) as connection:
        roles.grant(connection, NORTH, NORTH, "steward")
    assert refused(refusal) == "not_steward"
    with pytest.raises(RefusedError) as refusal, writing(engine) as connection:
        roles.grant(connection, STEWARD, NORTH, "officer")
    assert refused(refusal) == "role_office"
    with writing(engine) as connection:
        roles.revoke(connection, STEWARD, NORTH, "officer", 1)
        assert roles.rights(connection, NORTH).offices == frozenset()


def test_a_release_that_comes_between_looking_and_writing_is_looked_at_again(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = certified(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    other = certified(engine, SOUTH, enrolment((HAT_YAI, 2568, "2")))
    looked = acts.review

    def overtaken(*arguments: object) -> object:
        plan = looked(*arguments)  # type: ignore[arg-type]
        monkeypatch.setattr(acts, "review", looked)
        acts.publish(engine, STEWARD, other.submission_id)
        return plan

    monkeypatch.setattr(acts, "review", overtaken)
    release = acts.publish(engine, STEWARD, waiting.submission_id)
    assert release.number == 3
    assert steps(engine, release) == {(CHIANG_MAI, 2568): "1", (HAT_YAI, 2568): "2"}


def test_two_who_act_on_one_submission(engine: Engine) -> None:
    sent = submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    acts.certify(engine, CERTIFIER, sent.submission_id)
    with pytest.raises(RefusedError) as refusal, writing(engine) as connection:
        submissions.move(connection, sent, "certified")
    assert refused(refusal) == "moved_on"


@pytest.mark.parametrize(
    ("order", "sent", "code"),
    [
        (Order(mode="office", office_number=1), [enrolment()], "office_and_year"),
        (Order(office_number=1, fiscal_year_be=2568), [enrolment()], "office_and_year"),
        (AMEND, [], "no_files"),
    ],
)
def test_an_order_that_lacks_something(
    engine: Engine, order: Order, sent: list[File], code: str
) -> None:
    with pytest.raises(RefusedError) as refusal:
        acts.send(engine, NORTH, sent, order)
    assert refused(refusal) == code
    with pytest.raises(RefusedError) as refusal:
        acts.find_submission(engine, "none")
    assert refused(refusal) == "no_submission"


def test_several_sheets_of_one_workbook_are_several_tables(engine: Engine) -> None:
    register = list(schemas.MUNICIPALITIES.columns)
    new = ["LAO-50-901", "อบต.", "50", "แห่งใหม่"]
    book = workbook(
        [["a note to whoever reads it"]],
        [HEAD.split(","), ["LAO-50-901", 2568, "standard", "1", "", "", "active"]],
        [register, new],
    )
    plan = acts.check(engine, NORTH, [File("both.xlsx", book)], AMEND)
    assert not plan.errors
    assert {name: len(one.added) for name, one in plan.changes.items()} == {
        "municipalities": 1,
        "enrolment": 1,
    }
    assert {source.file_name for source in plan.sources} == {"both.xlsx"}


def test_a_file_of_no_table_is_told_and_stops_the_rest(engine: Engine) -> None:
    unknown = File("x.csv", b"a,b\n1,2\n")
    assert codes(engine, NORTH, unknown, enrolment((CHIANG_MAI, 2568, "1"))) == {"unknown_table"}
    named = File("x.csv", b"a,b\n1,2\n", "enrolment")
    assert codes(engine, NORTH, named) == {"no_heading"}
    assert codes(engine, NORTH, File("x.csv", b"", "enrolment")) == {"empty_file"}


def test_the_tables_as_they_would_be_keep_the_rules_of_each_as_a_whole(engine: Engine) -> None:
    components = store.table("components", store.release(None, engine), engine)
    fewer = components.tail(1).assign(weight_percent=100.0)
    sent = File("components.csv", to_csv(fewer, schemas.COMPONENTS).encode())
    # Alone the file is sound; with the components that stay, they weigh more than a hundred.
    (problem,) = acts.check(engine, STEWARD, [sent], AMEND).errors
    assert (problem.code, problem.row) == ("weights_not_whole", None)


def test_who_certified_publishes_only_where_there_is_no_other_steward(engine: Engine) -> None:
    sent = submitted(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    acts.certify(engine, STEWARD, sent.submission_id)
    with writing(engine) as connection:
        roles.grant(connection, STEWARD, "another", "steward")
    with pytest.raises(RefusedError) as refusal:
        acts.publish(engine, STEWARD, sent.submission_id)
    assert refused(refusal) == "own_certificate"
    with writing(engine) as connection:
        roles.revoke(connection, STEWARD, "another", "steward")
    release = acts.publish(engine, STEWARD, sent.submission_id)
    assert (release.certifier, release.publisher) == (STEWARD, STEWARD)


def test_a_steward_by_sign_in_is_another_steward(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    claimed = ClaimedRoles(is_steward=True)
    sign_ins.begin(
        engine,
        Identity(person="signed in", issuer="https://id", subject="7", issued_at=1, roles=claimed),
    )
    with engine.connect() as connection:
        assert roles.stewards(connection) == {STEWARD}
        monkeypatch.setenv("ESC_ROLES_CLAIM", "roles")
        assert roles.stewards(connection) == {STEWARD, "signed in"}
