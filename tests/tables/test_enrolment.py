"""Enrolment as officers write it, and what the programme's rules do not expect of it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tests.tables.sample import PLACES, codes, read_csv, worded
from utils import paths
from utils.tables import shipped
from utils.tables.check import main
from utils.tables.declared import schemas
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, read
from utils.tables.rules import enrolment as enrolment_rules

HEAD = "อปท.,ปีงบ,เส้นทาง,ขั้นที่,วันที่สมัคร,วันที่ประเมินตนเอง,สถานะ,พี่เลี้ยง,เครือข่าย,หมายเหตุ"


def enrolment(*rows: str) -> Reading:
    return read_csv("\n".join([HEAD, *rows]), table=schemas.ENROLMENT)


def evidence(*rows: str) -> pd.DataFrame:
    text = "\n".join([",".join(schemas.STEP_EVIDENCE.columns), *rows])
    return read_csv(text, table=schemas.STEP_EVIDENCE).frame


def faults(reading: Reading, *pieces: str) -> tuple[Problem, ...]:
    assert reading.errors == ()
    problems = enrolment_rules.check(reading.frame, evidence=evidence(*pieces), file="a.csv")
    worded(Reading(frame=reading.frame, problems=problems))
    return problems


def test_thai_headings_words_and_dates_are_read() -> None:
    reading = enrolment(
        "ทต.ปริก,2567,บันได 4 ขั้น,ขั้นที่ ๒,15 ส.ค. 2567,1/8/2567,ดำเนินงานอยู่,ใช่,ภาคใต้,",
        "ทน.หาดใหญ่,2568,เส้นทางลัด,F1,,,พัก,ไม่ใช่,เครือข่ายภาคใต้,รอแผน",
        "อบต.หนองบัว,2568,standard,,,,ถอนตัว,,,",
    )
    assert codes(reading) == []
    first, second, third = reading.frame.drop(columns="file_row").to_dict("records")
    assert first == {
        "lao_id": "LAO-90-001",
        "fiscal_year_be": 2567,
        "pathway": "standard",
        "step": "2",
        "applied_on": "2024-08-15",
        "self_assessed_on": "2024-08-01",
        "status": "active",
        "coach_assigned": True,
        "regional_network": "South",
        "note": None,
    }
    assert (second["step"], second["status"], second["coach_assigned"]) == ("F1", "paused", False)
    assert (third["status"], third["regional_network"]) == ("withdrawn", None)
    assert third["step"] is None  # not known: never zero


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("2", "2"), ("๒", "2"), ("ขั้น 2", "2"), ("ขั้นที่2", "2"), ("Step 2", "2")),
        *(("f2", "F2"), ("F ๒", "F2"), ("Fast Track 2", "F2"), ("เส้นทางลัดขั้นที่ 2", "F2")),
    ],
)
def test_every_form_of_a_step(written: str, code: str) -> None:
    row = f"ทต.ปริก,2567,standard,{written},,,active,,,"
    assert enrolment(row).frame["step"].tolist() == [code]


def test_what_is_no_step_is_an_error_and_not_a_guess() -> None:
    assert codes(enrolment("ทต.ปริก,2567,standard,ขั้นที่ 5,,,active,,,")) == [("not_allowed", 2)]
    assert codes(enrolment("ทต.ปริก,2567,standard,0,,,active,,,")) == [("not_allowed", 2)]


def test_one_row_an_lao_and_year() -> None:
    row = "ทต.ปริก,2567,standard,1,,,active,,,"
    assert codes(enrolment(row, row)) == [("duplicate_key", 3)]


def test_a_heading_alone_is_told_and_no_error() -> None:
    for table in (schemas.ENROLMENT, schemas.STEP_EVIDENCE):
        assert shipped.load(table.name).empty
        assert [one.code for one in shipped.read_table(table.name).warnings] == ["no_rows"]


def rows(*problems: tuple[str, int, str, str, str, str]) -> Reading:
    """Read (lao, year, pathway, step, applied, self-assessed)."""
    return enrolment(*(f"{','.join(map(str, row))},active,,," for row in problems))


def test_an_application_after_september_is_told_and_kept_in_its_year() -> None:
    reading = rows(
        ("ทต.ปริก", 2567, "standard", "1", "2024-09-30", "2024-09-01"),
        ("ทน.หาดใหญ่", 2567, "standard", "1", "2024-10-01", "2024-09-01"),
    )
    (late,) = faults(reading)
    assert (late.code, late.row, late.severity) == ("enrolment_late", 3, "warning")
    assert late.context == {"year_be": 2567, "due": "2024-09-30"}
    assert reading.frame["fiscal_year_be"].tolist() == [2567, 2567]


def test_an_application_of_an_earlier_year_is_told() -> None:
    reading = rows(
        ("ทต.ปริก", 2567, "standard", "1", "2023-10-01", "2023-09-01"),
        ("ทน.หาดใหญ่", 2567, "standard", "1", "2023-09-30", "2023-09-01"),
    )
    (early,) = faults(reading)
    assert (early.code, early.row, early.severity) == ("enrolment_early", 3, "warning")
    assert early.context == {"year_be": 2567, "begin": "2023-10-01"}


def test_a_self_assessment_is_missing_or_came_later() -> None:
    problems = faults(
        rows(
            ("ทต.ปริก", 2567, "standard", "1", "2024-08-01", ""),
            ("ทน.หาดใหญ่", 2567, "standard", "1", "2024-08-01", "2024-08-02"),
            ("ทม.บ้านพรุ", 2567, "standard", "1", "2024-08-01", "2024-08-01"),
            ("อบต.หนองบัว", 2567, "standard", "1", "", ""),  # no application: none is asked for
        )
    )
    assert codes(problems) == [("self_assessment_missing", 2), ("self_assessment_after", 3)]


def test_a_second_step_needs_an_activity_in_evidence_told_once() -> None:
    reading = rows(
        ("ทต.ปริก", 2566, "standard", "1", "", ""),
        ("ทต.ปริก", 2567, "standard", "2", "", ""),
        ("ทต.ปริก", 2568, "standard", "3", "", ""),
        ("ทน.หาดใหญ่", 2567, "standard", "2", "", ""),
        ("ทม.บ้านพรุ", 2567, "fast_track", "F2", "", ""),  # of the fast track none is asked
    )
    problems = faults(
        reading,
        "E1,ทต.ปริก,2567,plan,,,,,,",
        "E2,ทต.ปริก,2568,activity,1,คัดแยกขยะ,50000,โรงเรียน,,",  # a year too late
        "E3,ทน.หาดใหญ่,2566,activity,1,คัดแยกขยะ,0,โรงเรียน,,",
    )
    assert codes(problems) == [("activity_missing", 3)]
    assert "ขั้นที่ 2" in problems[0].message("th")


def test_an_activity_counts_whatever_is_told_of_it() -> None:
    # the programme's page asks for at least one activity, and for no more
    reading = rows(("ทต.ปริก", 2567, "standard", "2", "", ""))
    assert faults(reading, "E1,ทต.ปริก,2567,activity,1,,,,,") == ()


def test_without_any_evidence_loaded_nothing_is_said_to_lack() -> None:
    assert faults(rows(("ทต.ปริก", 2567, "standard", "2", "", ""))) == ()


def test_a_step_of_the_other_pathway_is_an_error() -> None:
    problems = faults(
        rows(
            ("ทต.ปริก", 2567, "standard", "F1", "", ""),
            ("ทน.หาดใหญ่", 2567, "fast_track", "3", "", ""),
            ("ทม.บ้านพรุ", 2567, "fast_track", "", "", ""),
        )
    )
    assert codes(problems) == [("step_other_pathway", 2), ("step_other_pathway", 3)]
    assert {problem.severity for problem in problems} == {"error"}


def test_a_row_with_an_unread_cell_is_passed_over_where_the_rule_needs_it() -> None:
    reading = enrolment("ทต.ปริก,67,standard,2,2024-10-01,2024-09-01,active,,,")
    assert codes(reading) == [("year_two_digits", 2)]
    assert enrolment_rules.check(reading.frame, evidence=evidence(), file="a.csv") == ()


def test_the_fictitious_table_breaks_rules_but_holds_no_error() -> None:
    problems = enrolment_rules.check(
        shipped.load("enrolment", data=paths.FICTITIOUS),
        evidence=shipped.load("step_evidence", data=paths.FICTITIOUS),
        file="enrolment.csv",
    )
    assert {problem.code for problem in problems} == {
        "enrolment_late",
        "self_assessment_missing",
        "self_assessment_after",
        "activity_missing",
    }
    assert {problem.severity for problem in problems} == {"warning"}


def test_the_command_applies_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "สมัคร.csv"
    file.write_text(
        f"{HEAD}\nLAO-90-001,2567,standard,F1,2024-10-02,2024-09-01,active,,,\n", "utf-8"
    )
    assert main([str(file), "--lang", "en"]) == 1
    output = capsys.readouterr().out
    assert "read as the table “Enrolment and steps by year” (enrolment), 1 row" in output
    assert "does not belong to the pathway" in output
    assert "marked late" in output


def test_fictitious_rows_are_unknown_to_the_real_register() -> None:
    content = (paths.FICTITIOUS / "enrolment.csv").read_bytes()
    reading = read(content, name="a.csv", table=schemas.ENROLMENT, places=shipped.places())
    assert reading.frame["lao_id"].isna().all()
    assert {problem.code for problem in reading.errors} <= {"lao_unknown", "lao_misspelt"}
    assert PLACES.lao_by_id.keys().isdisjoint(shipped.places(data=paths.FICTITIOUS).lao_by_id)
