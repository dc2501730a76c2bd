"""Scores as officers write them, and what the criteria do not allow or expect of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from tests.tables.sample import PLACES, codes, worded
from utils import paths
from utils.tables import shipped
from utils.tables.check import main
from utils.tables.declared import schemas
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, read
from utils.tables.rules import scores as scores_rules

HEAD = "อปท.,ปีงบ,ฉบับ,ตัวชี้วัด,ผู้ประเมิน,คะแนน,วันที่ประเมิน,หมายเหตุ"
KNOWN = replace(PLACES, referred=shipped.places_for(schemas.SCORES).referred)


def scores(*rows: str) -> Reading:
    content = "\n".join([HEAD, *rows]).encode()
    return worded(read(content, name="a.csv", table=schemas.SCORES, places=KNOWN))


def faults(reading: Reading, **criteria: pd.DataFrame) -> tuple[Problem, ...]:
    names = {"editions": "editions", "indicators": "indicators", "conversions": "lpa_conversions"}
    tables = {name: shipped.load(table) for name, table in names.items()} | criteria
    problems = scores_rules.check(reading.frame, **tables, file="a.csv")
    return worded(Reading(frame=reading.frame, problems=problems)).problems


def test_thai_headings_words_and_digits_are_read() -> None:
    reading = scores(
        "ทต.ปริก,๒๕๖๒,criteria_34,๓,ประเมินตนเอง,๒๗.๕,15 ส.ค. 2562,",
        "ทน.หาดใหญ่,2562,criteria_34,3,ระดับพื้นที่,-,,ยังไม่แจ้งผล",
        "อบต.หนองบัว,2562,criteria_34,3,national,0,,",
    )
    assert codes(reading) == []
    first, second, third = reading.frame.drop(columns="file_row").to_dict("records")
    assert first == {
        "lao_id": "LAO-90-001",
        "fiscal_year_be": 2562,
        "edition": "criteria_34",
        "indicator": 3,
        "assessor": "self",
        "score": 27.5,
        "assessed_on": "2019-08-15",
        "note": None,
    }
    assert second["assessor"] == "area"
    assert pd.isna(second["score"])  # not known: never zero
    assert (third["assessor"], third["score"]) == ("national", 0.0)


def test_one_score_an_lao_year_edition_indicator_and_assessor() -> None:
    row = "ทต.ปริก,2562,criteria_34,3,self,20,,"
    other = "ทต.ปริก,2562,criteria_34,3,area,20,,"
    assert codes(scores(row, other, row)) == [("duplicate_key", 4)]


def test_an_edition_that_is_not_declared_is_an_error() -> None:
    reading = scores("ทต.ปริก,2562,criteria_43,3,self,20,,")
    assert codes(reading) == [("reference_misspelt", 2)]
    assert faults(reading) == ()


def test_more_points_than_the_indicator_has_are_an_error() -> None:
    reading = scores(
        "ทต.ปริก,2562,criteria_34,3,self,30,,",
        "ทน.หาดใหญ่,2562,criteria_34,3,self,30.5,,",
        "ทม.บ้านพรุ,2562,criteria_34,3,self,-1,,",
    )
    assert codes(reading) == [("out_of_range", 4)]
    (problem,) = faults(reading)
    assert (problem.code, problem.row, problem.severity) == ("score_above_maximum", 3, "error")
    assert problem.message("en") == "30.5 points exceed the maximum of indicator 3 (30)."


def test_scores_that_are_mostly_above_the_maximum_are_asked_once() -> None:
    reading = scores(
        *(f"ทต.ปริก,2562,criteria_34,{n},self,{50 + n}.5,," for n in range(1, 6)),
        "ทน.หาดใหญ่,2562,criteria_34,3,self,20,,",
    )
    (problem,) = faults(reading)
    assert (problem.code, problem.row, problem.severity) == ("scores_above_maximum", 2, "error")
    assert problem.message("en").startswith("Of 6 scores 5 exceed the maximum")


def test_scores_that_may_be_fractions_are_pointed_out_once() -> None:
    reading = scores(*(f"ทต.ปริก,2562,criteria_34,{n},self,0.{n},," for n in range(1, 5)))
    (problem,) = faults(reading)
    assert (problem.code, problem.row, problem.severity) == ("scores_up_to_one", 2, "warning")
    whole = scores(*(f"ทต.ปริก,2562,criteria_34,{n},self,1,," for n in range(1, 5)))
    assert faults(whole) == ()


def test_an_indicator_whose_maximum_is_unknown_takes_any_score() -> None:
    indicators = shipped.load("indicators")
    indicators.loc[indicators["indicator"] == 3, "max_score"] = pd.NA
    reading = scores("ทต.ปริก,2562,criteria_34,3,self,90,,")
    assert faults(reading, indicators=indicators) == ()


@pytest.mark.parametrize(("edition", "indicator"), [("criteria_34", 35), ("criteria_2568", 1)])
def test_an_indicator_that_the_edition_does_not_have_is_an_error(
    edition: str, indicator: int
) -> None:
    year = 2568 if edition == "criteria_2568" else 2562
    (problem,) = faults(scores(f"ทต.ปริก,{year},{edition},{indicator},self,20,,"))
    assert (problem.code, problem.severity) == ("indicator_not_in_edition", "error")
    assert f"ฉบับ {edition} ไม่มีตัวชี้วัดที่ {indicator}" in problem.message("th")


@pytest.mark.parametrize(
    ("edition", "year", "fits"),
    [
        *(("criteria_34", 2560, False), ("criteria_34", 2561, True)),
        *(("criteria_34", 2567, True), ("criteria_34", 2568, False)),
        ("criteria_2568", 2567, False),
        *(("criteria_2568", 2568, True), ("criteria_2568", 2590, True)),  # still in use
    ],
)
def test_an_edition_is_of_its_years(edition: str, year: int, *, fits: bool) -> None:
    indicators = shipped.load("indicators").assign(edition=edition)
    problems = faults(scores(f"ทต.ปริก,{year},{edition},3,self,20,,"), indicators=indicators)
    assert codes(problems) == ([] if fits else [("edition_other_year", 2)])
    assert {problem.severity for problem in problems} <= {"warning"}


@pytest.mark.parametrize(
    ("day", "fits"),
    [
        # fiscal year 2562 is 1 October 2018 to 30 September 2019; the next ends a year later
        *(("2018-09-30", False), ("2018-10-01", True)),
        *(("2020-09-30", True), ("2020-10-01", False)),
    ],
)
def test_an_assessment_falls_into_its_year_or_the_next(day: str, *, fits: bool) -> None:
    problems = faults(scores(f"ทต.ปริก,2562,criteria_34,3,self,20,{day},"))
    assert codes(problems) == ([] if fits else [("assessed_outside_year", 2)])
    assert {problem.severity for problem in problems} <= {"warning"}


def test_a_score_stated_beside_the_lpa_result_is_told() -> None:
    reading = scores(
        "ทต.ปริก,2562,criteria_34,23,self,20,,",
        "ทต.ปริก,2562,criteria_34,24,self,20,,",
        "ทต.ปริก,2562,criteria_34,25,self,,,",  # not known: nothing stands beside it
    )
    (problem,) = faults(reading)
    assert (problem.code, problem.row, problem.severity) == ("score_beside_lpa", 3, "warning")


def test_a_row_with_an_unread_cell_is_passed_over_where_a_rule_needs_it() -> None:
    reading = scores("ทต.ปริก,62,criteria_34,สาม,self,31,2030-01-01,")
    assert codes(reading) == [("year_two_digits", 2), ("not_an_integer", 2)]
    assert faults(reading) == ()


def test_the_command_applies_the_rules(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "คะแนน.csv"
    file.write_text(f"{HEAD}\nLAO-90-001,2562,criteria_34,3,self,31,,\n", "utf-8")
    assert main([str(file), "--lang", "en"]) == 1
    output = capsys.readouterr().out
    assert "read as the table “Scores by indicator” (scores), 1 row" in output
    assert "column “คะแนน” · found “31”" in output


def test_own_scores_above_the_maximum_are_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    file = tmp_path / "scores.csv"
    head = ",".join(schemas.SCORES.columns)
    file.write_text(f"{head}\nLAO-90-001,2562,criteria_34,3,self,30,,\n", "utf-8")
    assert shipped.load("scores")["score"].tolist() == [30.0]
    file.write_text(f"{head}\nLAO-90-001,2562,criteria_34,3,self,31,,\n", "utf-8")
    with pytest.raises(shipped.ShippedTableError, match=r"scores\.csv: row 2, score: 31 points"):
        shipped.load("scores")


def test_a_heading_alone_is_told_and_no_error() -> None:
    for name in ("scores", "lpa_results", "edition_mappings", "green_areas"):
        assert shipped.load(name).empty
        assert [one.code for one in shipped.read_table(name).warnings] == ["no_rows"]
        assert (paths.DATA / schemas.TABLES[name].file).read_text("utf-8").count("\n") == 1


def test_the_fictitious_table_breaks_a_rule_but_holds_no_error() -> None:
    frame = shipped.load("scores", data=paths.FICTITIOUS)
    problems = faults(Reading(frame=frame, problems=()))
    assert {(problem.code, problem.severity) for problem in problems} == {
        ("assessed_outside_year", "warning")
    }
