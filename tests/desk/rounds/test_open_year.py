"""Opening a year: a list of results asks for its rounds and for the classes of new prizes."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.desk.people import AMEND, CERTIFIER, STEWARD
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, compare, open_year, summary
from utils.desk.submissions.open_year import PrizeAsked, PrizeSaid, RoundAsked, RoundSaid
from utils.desk.submissions.submissions import Order, Submission
from utils.measures.coverage import rounds as coverage_rounds
from utils.words import Words

HEAD = (
    "region,Environmental Office Region,province,municipality,fiscal year,size,"
    "Type of Certificate,Certificate,Type"
)
PATTANI = "ภาคใต้,สสภ.16 (สงขลา),ปัตตานี,ทม.ปัตตานี,{year},เมือง,{level},{prize},ทม."
RUNNER_UP = "รางวัลรองชนะเลิศ อันดับ 1 (ทบ.)"
NEW = "รางวัลเมืองคาร์บอนต่ำยอดเยี่ยม"


def listed(year: int, prize: str = RUNNER_UP, level: str = "ระดับประเทศ") -> File:
    row = PATTANI.format(year=year, level=level, prize=prize)
    return File(f"list-{year}.csv", f"{HEAD}\n{row}\n".encode())


def said(year: int, status: str = "partial", level: str = "national") -> RoundSaid:
    return RoundSaid(year, level, status, "ผู้ส่งระบุ", "The sender states it.", "letter 1", "")


def sent(engine: Engine, file: File, order: Order = AMEND) -> tuple[Submission, open_year.Asked]:
    submission = acts.send(engine, STEWARD, [file], order)
    return submission, acts.review(engine, submission).year_asked


def published(engine: Engine, submission: Submission) -> None:
    acts.submit(engine, STEWARD, submission.submission_id, accepts_warnings=True)
    acts.certify(engine, CERTIFIER, submission.submission_id)
    acts.publish(engine, STEWARD, submission.submission_id)


def test_a_list_asks_for_its_round_and_the_answer_is_a_file_of_the_submission(
    engine: Engine,
) -> None:
    submission, asked = sent(engine, listed(2564))
    assert asked == open_year.Asked(rounds=(RoundAsked(2564, "national", 1, "list_missing"),))
    assert asked.must_be_said
    files = open_year.files([said(2564, "complete")], [])
    assert [one.name for one in files] == ["open-year-rounds.csv"]
    submission = acts.answer_year(engine, STEWARD, submission.submission_id, files)
    plan = acts.review(engine, submission)
    assert (plan.errors, plan.year_asked) == ((), open_year.Asked())
    published(engine, submission)
    rounds = store.table("rounds", store.release(None, engine), engine)
    assert coverage_rounds.last_complete_year(rounds) == 2564


def test_a_list_in_part_may_be_called_whole_later(engine: Engine) -> None:
    submission, _ = sent(engine, listed(2564))
    files = open_year.files([said(2564)], [])
    submission = acts.answer_year(engine, STEWARD, submission.submission_id, files)
    asked = acts.review(engine, submission).year_asked
    assert asked.rounds == (RoundAsked(2564, "national", 1, "partial"),)
    assert not asked.must_be_said


def test_a_new_prize_is_asked_for_with_its_nearest_and_once(engine: Engine) -> None:
    rows = [PATTANI.format(year=2564, level="ระดับประเทศ", prize=prize) for prize in (NEW, NEW)]
    near = PATTANI.format(year=2564, level="ระดับประเทศ", prize="รางวัลรองชนะเลิศ อันดับ 4 (ทบ.)")
    file = File("list.csv", "\n".join([HEAD, *rows, near]).encode())
    _, asked = sent(engine, file)
    assert [(one.certificate_th, one.level) for one in asked.prizes] == [
        (NEW, "national"),
        ("รางวัลรองชนะเลิศ อันดับ 4 (ทบ.)", "national"),
    ]
    assert asked.prizes[1].like[0].startswith("รางวัลรองชนะเลิศ อันดับ ")


@pytest.mark.parametrize("year", range(2564, 2572))
def test_a_year_is_opened_whole_with_a_prize_that_nobody_knew(engine: Engine, year: int) -> None:
    if year > 2570:  # a year that the table of rounds does not have a row of
        known = store.table("rounds", store.release(None, engine), engine)
        assert not (known["fiscal_year_be"] == year).any()
    submission, asked = sent(engine, listed(year, NEW))
    assert [prize.certificate_th for prize in asked.prizes] == [NEW]
    assert [one.fiscal_year_be for one in asked.rounds] == [year]
    prize = PrizeSaid(NEW, "national", "winner", None, counts_for_excellent=True)
    files = open_year.files([said(year, "complete")], [prize])
    submission = acts.answer_year(engine, STEWARD, submission.submission_id, files)
    plan = acts.review(engine, submission)
    assert not plan.errors
    published(engine, submission)
    newest = store.release(None, engine)
    awards = store.table("awards", newest, engine)
    [award] = awards[awards["fiscal_year_be"] == year].to_dict("records")
    assert (award["certificate_th"], award["prize_class"]) == (NEW, "winner")


def test_answers_stay_when_the_list_is_corrected_and_add_even_to_whole_tables(
    engine: Engine,
) -> None:
    whole = store.table("rounds", store.release(None, engine), engine)
    submission, _ = sent(engine, listed(2564))
    submission = acts.answer_year(
        engine, STEWARD, submission.submission_id, open_year.files([said(2564)], [])
    )
    again = acts.send_again(
        engine, STEWARD, submission.submission_id, [listed(2564, "ดีเด่นระดับประเทศ")]
    )
    plan = acts.review(engine, again)
    assert not plan.errors
    assert len(plan.load("rounds")) == len(whole)
    replaced = acts.send(engine, STEWARD, [listed(2564)], Order(mode="replace"))
    replaced = acts.answer_year(
        engine, STEWARD, replaced.submission_id, open_year.files([said(2564)], [])
    )
    assert len(acts.review(engine, replaced).load("rounds")) == len(whole)


def test_other_tables_ask_nothing(engine: Engine) -> None:
    file = File("enrolment.csv", b"lao_id,fiscal_year_be,pathway,step,status\n")
    assert sent(engine, file)[1] == open_year.Asked()


def test_what_is_asked_has_no_answer_of_its_own() -> None:
    assert open_year.files([], []) == []
    assert PrizeAsked("x", "national", ()).like == ()


def test_the_advice_about_a_new_prize_leads_to_the_question_about_it(engine: Engine) -> None:
    submission, asked = sent(engine, listed(2563, NEW))
    [prize] = asked.prizes
    [wrong] = [one for one in acts.review(engine, submission).errors if one.value == NEW]
    assert (prize.certificate_th, wrong.code) == (NEW, "prize_asked")
    assert Words("th")("open_year.title") in wrong.remedy("th")


def test_the_effect_of_a_list_is_told_for_its_own_year_first(engine: Engine) -> None:
    submission, _ = sent(engine, listed(2564))
    files = open_year.files([said(2564)], [])
    plan = acts.review(engine, acts.answer_year(engine, STEWARD, submission.submission_id, files))
    told = compare.with_changes(engine, plan.at, plan.changes, plan.load)
    lines = list(summary.comparison(told, {}, Words("en")))
    headlines = [line for line in lines if " of 76" in line]
    assert ["2564" in line for line in headlines] == [True, True, False, False]
    assert all("2563" in line for line in headlines[2:])
