"""LAOs that the register lacks: proposed with an identifier of the system, or asked about first."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.desk.people import AMEND, CERTIFIER, NORTH, STEWARD, published, reverted
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.questions import NO, NOT_KNOWN, YES, Answer
from utils.desk.submissions.submissions import Order
from utils.tables.declared import schemas

HEAD = "จังหวัด,อำเภอ,อปท.,ปีงบประมาณ,เส้นทาง,ขั้นที่,สถานะ"
REGISTER = list(schemas.MUNICIPALITIES.columns)
# Of office 1; their last numbers in the shipped register are 012 and 006.
CHIANG_MAI, CHIANG_RAI = "เชียงใหม่", "เชียงราย"
FAR = "อบต.ซซซฟฟฟ"  # like no name of the register


def steps(*rows: str) -> File:
    """Return an enrolment file with province and district beside its columns."""
    lines = [f"{row},ปกติ,ขั้นที่ 1,ดำเนินงานอยู่" for row in rows]
    return File("steps.csv", "\n".join([HEAD, *lines, ""]).encode())


def award_of(engine: Engine, lao: str) -> File:
    """Return a list in the department's layout with one national prize of 2563 in Chiang Mai."""
    awards = store.table("awards", store.release(None, engine), engine)
    prize = awards.loc[awards["fiscal_year_be"] == 2563, "certificate_th"].iloc[0]
    head = (
        "region,Environmental Office Region,province,municipality,fiscal year,size,"
        "Type of Certificate,Certificate,Type"
    )
    kind = lao.partition(".")[0]
    row = f"ภาคเหนือ,สสภ.01 (เชียงใหม่),เชียงใหม่,{lao},2563,ตำบล,ระดับประเทศ,{prize},{kind}."
    return File("list.csv", f"{head}\n{row}\n".encode())


def cells(plan: Plan, *names: str) -> list[tuple[object, ...]]:
    """Return cells of the rows that are added to the register."""
    places = [REGISTER.index(name) for name in names]
    change = plan.changes["municipalities"]
    return [tuple(row.cells[at] for at in places) for row in change.added]


def last_number(engine: Engine, code: str) -> int:
    register = store.table("municipalities", store.release(None, engine), engine)
    own = register.loc[register["province_code"] == code, "lao_id"]
    return int(own.str[-3:].astype(int).max())


def test_a_name_like_no_other_is_proposed_with_an_identifier_of_the_system(
    engine: Engine,
) -> None:
    sent = steps(f"{CHIANG_MAI},เมือง,{FAR},2568", f"{CHIANG_MAI},เมือง,{FAR},2567")
    plan = acts.check(engine, NORTH, [sent], AMEND)
    assert not plan.errors
    assert plan.open_questions == (), "it is new unless the sender says otherwise"
    issued = f"LAO-50-{last_number(engine, '50') + 1:03}"
    told = cells(plan, "lao_id", "lao_type", "province_code", "name_th", "district_th")
    assert told == [(issued, "อบต.", "50", "ซซซฟฟฟ", "เมือง")]
    assert {row.cells[0] for row in plan.changes["enrolment"].added} == {issued}
    release = published(engine, NORTH, sent)
    assert release.changed == ("enrolment", "municipalities")
    again = acts.check(engine, NORTH, [sent], AMEND)
    assert again.is_empty, "it is in the register now"


def test_a_place_and_signs_typed_otherwise_are_no_part_of_a_new_name(engine: Engine) -> None:
    head = HEAD.removeprefix("จังหวัด,อำเภอ,")
    written = "องค์การบริหารส่วนต\u0e4d\u0e32บลซซซฟฟฟ จ.เชียงใหม่"
    text = f"{head}\n{written},2568,ปกติ,ขั้นที่ 1,ดำเนินงานอยู่\n"
    plan = acts.check(engine, NORTH, [File("steps.csv", text.encode())], AMEND)
    assert not plan.errors
    assert cells(plan, "lao_type", "province_code", "name_th") == [("อบต.", "50", "ซซซฟฟฟ")]


def test_an_identifier_is_never_given_again(engine: Engine) -> None:
    published(engine, NORTH, steps(f"{CHIANG_MAI},,{FAR},2568"))
    reverted(engine, 1, note="back")
    plan = acts.check(engine, NORTH, [steps(f"{CHIANG_MAI},,อบต.ฌฌฌญญญ,2568")], AMEND)
    assert cells(plan, "lao_id") == [(f"LAO-50-{last_number(engine, '50') + 2:03}",)]


def test_an_office_proposes_for_its_own_provinces_alone(engine: Engine) -> None:
    plan = acts.check(engine, NORTH, [steps(f"สงขลา,,{FAR},2568")], AMEND)
    assert {one.code for one in plan.errors} == {"outside_office"}


def test_a_part_may_name_a_new_lao(engine: Engine) -> None:
    part = Order(mode="office", office_number=1, fiscal_year_be=2568)
    plan = acts.check(engine, NORTH, [steps(f"{CHIANG_MAI},,{FAR},2568")], part)
    assert not plan.errors
    assert len(cells(plan, "lao_id")) == 1


def test_a_near_spelling_is_asked_and_never_taken_for_new(engine: Engine) -> None:
    # ทต.เวียงเทิง is of Chiang Rai.
    sent = steps(f"{CHIANG_RAI},,ทต.เวียงเทิน,2568")
    draft = acts.send(engine, NORTH, [sent], AMEND)
    plan = acts.review(engine, draft)
    [asked] = plan.questions
    assert asked.kind == "new_lao"
    assert "municipalities" not in plan.changes
    assert {one.code for one in plan.errors} == {"lao_misspelt"}
    said = acts.answer(engine, NORTH, draft.submission_id, {asked.code: Answer(YES)})
    plan = acts.review(engine, said)
    assert not plan.errors
    assert cells(plan, "lao_type", "name_th") == [("ทต.", "เวียงเทิน")]
    said = acts.answer(engine, NORTH, draft.submission_id, {asked.code: Answer(NO)})
    assert {one.code for one in acts.review(engine, said).errors} == {"lao_misspelt"}


def test_it_may_be_the_new_name_of_a_known_one(engine: Engine) -> None:
    draft = acts.send(engine, NORTH, [steps(f"{CHIANG_RAI},,ทต.เวียงเทิน,2568")], AMEND)
    [asked] = acts.review(engine, draft).questions
    known = asked.options[0]
    said = acts.answer(engine, NORTH, draft.submission_id, {asked.code: Answer(known)})
    plan = acts.review(engine, said)
    assert not plan.errors
    assert plan.open_questions == ()
    told = cells(plan, "lao_id", "name_th", "valid_from_be", "name_en")
    assert told == [(known, "เวียงเทิน", 2568, None)]
    [(before, after)] = plan.changes["municipalities"].changed
    until = REGISTER.index("valid_to_be")
    assert (before.cells[until], after.cells[until]) == (None, 2567)
    assert {row.cells[0] for row in plan.changes["enrolment"].added} == {known}


def test_a_namesake_of_another_province_is_asked(engine: Engine) -> None:
    plan = acts.check(engine, STEWARD, [award_of(engine, "ทต.เวียงเทิง")], AMEND)
    assert [one.kind for one in plan.questions] == ["new_lao"]
    assert {one.code for one in plan.errors} == {"lao_other_province"}


def test_an_upgrade_is_proposed_with_its_year_and_never_as_a_misspelling(engine: Engine) -> None:
    # ทต.เวียงเทิง became a town municipality; the file says so for 2568 and 2569.
    sent = steps(f"{CHIANG_RAI},,ทม.เวียงเทิง,2569", f"{CHIANG_RAI},,ทม.เวียงเทิง,2568")
    draft = acts.send(engine, NORTH, [sent], AMEND)
    plan = acts.review(engine, draft)
    assert not plan.errors
    [asked] = plan.open_questions
    assert asked.kind == "upgraded"
    assert cells(plan, "lao_type", "name_th", "valid_from_be") == [("ทม.", "เวียงเทิง", 2568)]
    with pytest.raises(RefusedError) as refusal:
        acts.submit(engine, NORTH, draft.submission_id, accepts_warnings=True)
    assert refusal.value.code == "questions"
    acts.answer(engine, NORTH, draft.submission_id, {asked.code: Answer(YES)})
    acts.submit(engine, NORTH, draft.submission_id, accepts_warnings=True)
    acts.certify(engine, CERTIFIER, draft.submission_id)
    release = acts.publish(engine, STEWARD, draft.submission_id)
    register = store.table("municipalities", release, engine)
    names = register[register["name_th"] == "เวียงเทิง"]
    assert names["lao_id"].nunique() == 1
    assert names[["lao_type", "valid_from_be", "valid_to_be"]].fillna(0).to_numpy().tolist() == [
        ["ทต.", 0, 2567],
        ["ทม.", 2568, 0],
    ]


def test_an_upgrade_that_is_denied_is_asked_as_a_new_one(engine: Engine) -> None:
    draft = acts.send(engine, NORTH, [steps(f"{CHIANG_RAI},,ทม.เวียงเทิง,2568")], AMEND)
    [asked] = acts.review(engine, draft).questions
    said = acts.answer(engine, NORTH, draft.submission_id, {asked.code: Answer(NO)})
    plan = acts.review(engine, said)
    assert [one.kind for one in plan.questions] == ["upgraded", "new_lao"]
    assert plan.errors


def test_a_type_is_never_lowered_by_a_file(engine: Engine) -> None:
    plan = acts.check(engine, NORTH, [steps(f"{CHIANG_MAI},,ทต.เชียงใหม่,2568")], AMEND)
    assert "upgraded" not in [one.kind for one in plan.questions]
    assert plan.errors


def test_without_a_province_nothing_is_proposed_but_an_upgrade_of_the_only_one(
    engine: Engine,
) -> None:
    text = f"{HEAD.removeprefix('จังหวัด,อำเภอ,')}\n{FAR},2568,ปกติ,ขั้นที่ 1,ดำเนินงานอยู่\n"
    plan = acts.check(engine, NORTH, [File("steps.csv", text.encode())], AMEND)
    assert {one.code for one in plan.errors} == {"lao_unknown"}
    upgraded = text.replace(FAR, "ทม.เวียงเทิง")
    plan = acts.check(engine, NORTH, [File("steps.csv", upgraded.encode())], AMEND)
    assert [one.kind for one in plan.questions] == ["upgraded"]
    assert not plan.errors


def test_awards_of_a_list_may_name_a_new_lao(engine: Engine) -> None:
    plan = acts.check(engine, STEWARD, [award_of(engine, FAR)], AMEND)
    assert not plan.errors
    [award] = plan.changes["awards"].added
    assert (award.cells[3],) == cells(plan, "lao_id")[0]


def said(engine: Engine, sent: File, answer: Answer) -> tuple[str, Plan]:
    """Send a file with one name that the register lacks, answer for it, and review it."""
    draft = acts.send(engine, NORTH, [sent], AMEND)
    [asked] = acts.review(engine, draft).questions
    answered = acts.answer(engine, NORTH, draft.submission_id, {asked.code: answer})
    return draft.submission_id, acts.review(engine, answered)


def ended(plan: Plan) -> list[tuple[object, ...]]:
    """Return id, last year and successor of the rows of the register that change."""
    places = [REGISTER.index(name) for name in ("lao_id", "valid_to_be", "merged_into")]
    change = plan.changes["municipalities"]
    return [tuple(after.cells[at] for at in places) for _, after in change.changed]


def test_a_new_one_has_its_district_and_its_first_year_as_answered(engine: Engine) -> None:
    sent = steps(f"{CHIANG_MAI},เมือง,{FAR},2568")
    _, plan = said(engine, sent, Answer(YES, since="2560", district="อำเภอแม่ริม"))
    assert cells(plan, "valid_from_be", "district_th") == [(2560, "แม่ริม")]
    _, plan = said(engine, sent, Answer(YES))
    assert cells(plan, "valid_from_be", "district_th") == [(None, "เมือง")], "not known"


def test_a_name_like_no_other_may_be_the_new_name_of_any_of_the_province(engine: Engine) -> None:
    sent = steps(f"{CHIANG_MAI},,{FAR},2568")
    _, plan = said(engine, sent, Answer.of_laos("LAO-50-001", since="2566"))
    assert not plan.errors
    assert cells(plan, "lao_id", "name_th", "valid_from_be") == [("LAO-50-001", "ซซซฟฟฟ", 2566)]
    assert ended(plan) == [("LAO-50-001", 2565, None)]
    _, plan = said(engine, sent, Answer.of_laos("LAO-50-001", since=NOT_KNOWN))
    assert cells(plan, "valid_from_be") == [(None,)]
    assert plan.changes["municipalities"].changed == (), "nor is the end of the old name"


def test_an_lao_of_another_province_is_no_answer(engine: Engine) -> None:
    sent = steps(f"{CHIANG_MAI},,{FAR},2568")
    for laos in (("LAO-57-001",), ("LAO-50-001", "LAO-57-001")):
        _, plan = said(engine, sent, Answer.of_laos(*laos))
        assert {one.code for one in plan.errors} == {"lao_unknown"}


def test_several_become_one_and_end_with_the_year_before(engine: Engine) -> None:
    issued = f"LAO-50-{last_number(engine, '50') + 1:03}"
    sent = steps(f"{CHIANG_MAI},,{FAR},2568")
    draft, plan = said(engine, sent, Answer.of_laos("LAO-50-001", "LAO-50-002", since="2567"))
    assert not plan.errors
    assert cells(plan, "lao_id", "valid_from_be") == [(issued, 2567)]
    assert ended(plan) == [("LAO-50-001", 2566, issued), ("LAO-50-002", 2566, issued)]
    acts.submit(engine, NORTH, draft, accepts_warnings=True)
    acts.certify(engine, CERTIFIER, draft)
    release = acts.publish(engine, STEWARD, draft)
    register = store.table("municipalities", release, engine).set_index("lao_id")
    assert register.loc[issued, "name_th"] == "ซซซฟฟฟ"
    # What has merged takes part in nothing later.
    later = steps(f"{CHIANG_MAI},,อบต.ฌฌฌญญญ,2569")
    _, plan = said(engine, later, Answer.of_laos("LAO-50-001", "LAO-50-003"))
    assert {one.code for one in plan.errors} == {"lao_unknown"}


def test_the_present_name_is_the_last_one_before_it_is_published_too(engine: Engine) -> None:
    sent = steps(f"{CHIANG_MAI},,{FAR},2568")
    _, plan = said(engine, sent, Answer.of_laos("LAO-50-001", since="2566"))
    register = plan.load("municipalities")
    names = register.loc[register["lao_id"] == "LAO-50-001", "name_th"]
    assert names.iloc[-1] == "ซซซฟฟฟ"


def test_an_answer_holds_for_the_file_that_is_sent_anew(engine: Engine) -> None:
    sent = steps(f"{CHIANG_MAI},,{FAR},2568")
    draft, _ = said(engine, sent, Answer.of_laos("LAO-50-001", since="2566"))
    corrected = steps(f"{CHIANG_MAI},, {FAR}\u200b,2568", f"{CHIANG_MAI},,{FAR},2569")
    again = acts.send_again(engine, NORTH, draft, [corrected])
    plan = acts.review(engine, again)
    assert [one.code in plan.answers for one in plan.questions] == [True]
    assert cells(plan, "lao_id", "valid_from_be") == [("LAO-50-001", 2566)]


def test_the_year_of_an_upgrade_may_be_another_than_in_the_file(engine: Engine) -> None:
    sent = steps(f"{CHIANG_RAI},,ทม.เวียงเทิง,2568")
    _, plan = said(engine, sent, Answer(YES, since="2565"))
    assert cells(plan, "lao_type", "valid_from_be") == [("ทม.", 2565)]
    assert [until for _, until, _ in ended(plan)] == [2564]
