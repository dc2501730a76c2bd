"""LPA results and conversion, mappings, cut-offs, green areas, reports: what cannot be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tables.sample import PLACES, codes, worded
from utils import paths
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, read
from utils.tables.rules import criteria as criteria_rules
from utils.tables.rules import green_areas as green_areas_rules
from utils.tables.rules import reported_results as reported_results_rules
from utils.tables.rules import scores as scores_rules

LPA = "อปท.,ปีงบ,ด้านที่ 1,ด้านที่ 2,ด้านที่ 3,ด้านที่ 4,ด้านที่ 5,ค่าเฉลี่ย,หมายเหตุ"
MAXIMA = scores_rules.maxima(shipped.load("indicators"))


def reading(table: Table, *rows: str, head: str = "") -> Reading:
    known = replace(PLACES, referred=shipped.places_for(table).referred)
    content = "\n".join([head or ",".join(table.columns), *rows]).encode()
    return worded(read(content, name="a.csv", table=table, places=known))


def lpa(*rows: str) -> tuple[Problem, ...]:
    table = reading(schemas.LPA_RESULTS, *rows, head=LPA)
    assert table.errors == ()
    problems = scores_rules.check_lpa_results(table.frame, file="a.csv")
    return worded(Reading(frame=table.frame, problems=problems)).problems


def test_an_average_that_is_not_the_mean_of_its_parts_is_told() -> None:
    result = lpa(
        "ทต.ปริก,2562,80,85,90,95,75,85.5,",  # mean 85: half a point is rounding
        "ทน.หาดใหญ่,2562,80,85,90,95,75,85.51,",
        "ทน.นครสวรรค์,2562,80.1,80.1,80.1,80.1,80.2,80.62,",  # mean 80.12: half a point again
        "ทม.บ้านพรุ,2562,80,85,90,95,,50,",  # a part is not known: nothing to compare
        "อบต.หนองบัว,2562,80,85,90,95,75,,",
    )
    assert [(one.code, one.row, one.severity) for one in result] == [
        ("lpa_average_differs", 3, "warning")
    ]
    assert "(85.51)" in result[0].message("en")
    assert "(85.00)" in result[0].message("th")


def test_the_fictitious_results_have_such_averages() -> None:
    frame = shipped.load("lpa_results", data=paths.FICTITIOUS)
    problems = scores_rules.check_lpa_results(frame, file="a.csv")
    assert 1 < len(problems) < 0.05 * len(frame)


def test_an_lpa_result_is_a_percentage_and_may_be_partly_known() -> None:
    result = reading(
        schemas.LPA_RESULTS, "ทต.ปริก,2562,80,,,,,,", "ทน.หาดใหญ่,2562,101,,,,,,", head=LPA
    )
    assert codes(result) == [("out_of_range", 3)]
    assert result.frame["part_1_percent"].tolist()[0] == 80
    assert result.frame["average_percent"].isna().all()


def conversions(*rows: str) -> tuple[Problem, ...]:
    table = reading(schemas.LPA_CONVERSIONS, *(f"criteria_34,{row},assumed,–ก,–a" for row in rows))
    assert table.errors == ()
    problems = scores_rules.check_conversions(table.frame, maxima=MAXIMA, file="a.csv")
    return worded(Reading(frame=table.frame, problems=problems)).problems


def test_a_conversion_gives_no_more_points_than_there_are_and_has_one_basis() -> None:
    result = conversions(
        "24,average,0,0",
        "24,average,100,30.1",
        "25,part_1,0,0",
        "25,part_2,100,30",
        "26,part_2,0,0",  # another indicator may have another basis
    )
    assert codes(result) == [("score_above_maximum", 3), ("conversion_two_bases", 5)]
    assert {problem.severity for problem in result} == {"error"}


def test_a_conversion_is_of_an_indicator_of_its_edition() -> None:
    result = reading(schemas.LPA_CONVERSIONS, "criteria_2568,24,average,0,0,assumed,–ก,–a")
    assert codes(result) == [("not_together", 2)]
    assert scores_rules.check_conversions(result.frame, maxima=MAXIMA, file="a.csv") == ()


def weights(*rows: str) -> tuple[Problem, ...]:
    table = reading(schemas.COMPONENTS, *(f"{row},stated,-a" for row in rows))
    assert table.errors == ()
    problems = criteria_rules.check_weights(table.frame, file="a.csv")
    return worded(Reading(frame=table.frame, problems=problems)).problems


def test_the_components_of_an_edition_weigh_a_hundred_per_cent() -> None:
    result = weights(
        "criteria_34,1,ก,a,60",
        "criteria_34,2,ข,b,39",
        "criteria_2568,1,ก,a,33.33",
        "criteria_2568,2,ข,b,33.33",
        "criteria_2568,3,ค,c,33.33",
    )
    assert [(one.code, one.row, one.severity) for one in result] == [
        ("weights_not_whole", 2, "error")
    ]
    assert "add up to 99 per cent" in result[0].message("en")


def mappings(*rows: str) -> tuple[Problem, ...]:
    table = reading(schemas.EDITION_MAPPINGS, *(f"{row},–ก,–a,-b" for row in rows))
    assert table.errors == ()
    known = MAXIMA | {("criteria_2568", number): 30.0 for number in (1, 2, 3)}
    problems = criteria_rules.check_mappings(table.frame, indicators=known, file="a.csv")
    return worded(Reading(frame=table.frame, problems=problems)).problems


def test_a_mapping_leads_from_one_indicator_to_one() -> None:
    result = mappings(
        "criteria_34,1,criteria_2568,1",
        "criteria_34,2,criteria_2568,2",
        "criteria_34,2,criteria_2568,3",
        "criteria_34,3,criteria_2568,1",
        "criteria_34,4,criteria_2568,4",
    )
    assert [(one.code, one.row, one.column) for one in result] == [
        ("mapping_not_one_to_one", 4, "from_indicator"),
        ("mapping_not_one_to_one", 5, "to_indicator"),
        ("indicator_not_in_edition", 6, "to_indicator"),
    ]
    assert {problem.severity for problem in result} == {"error"}


def cutoffs(*rows: str) -> tuple[Problem, ...]:
    table = reading(schemas.SCORE_CUTOFFS, *(f"{row},assumed,-a" for row in rows))
    assert table.errors == ()
    problems = scores_rules.check_cutoffs(table.frame, file="a.csv")
    return worded(Reading(frame=table.frame, problems=problems)).problems


def test_a_higher_level_asks_for_more_on_its_scale_and_for_its_type() -> None:
    result = cutoffs(
        "area_result,,excellent,70",
        "area_result,,good,60",
        "area_result,,very_good,70",
        "area_result,ทน.,good,65",  # of a type: a ladder of its own
        "self_pass,,pass,70",
    )
    assert [(one.code, one.row, one.severity) for one in result] == [
        ("cutoff_out_of_order", 2, "error")
    ]
    assert result[0].message("en").endswith("not above that of Very good (70 per cent).")


def test_a_cutoff_stands_once() -> None:
    row = "area_result,,good,60,assumed,-a"
    assert codes(reading(schemas.SCORE_CUTOFFS, row, row)) == [("duplicate_key", 3)]


def test_a_green_area_lies_within_its_lao() -> None:
    result = reading(
        schemas.GREEN_AREAS,
        'ทต.ปริก,2562,"1,600",1600,5000,-a,',
        'ทน.หาดใหญ่,2562,"2,000,000",1600,5000,-a,',
        "ทม.บ้านพรุ,2562,1600,,,-a,",
    )
    assert result.errors == ()
    problems = green_areas_rules.check(result.frame, file="a.csv")
    (problem,) = worded(Reading(frame=result.frame, problems=problems)).problems
    assert (problem.code, problem.row, problem.severity) == ("green_above_area", 3, "error")
    assert "2,000,000" in problem.message("th")


def report(**cells: str) -> str:
    row = {"report_id": "RR-0001", "kind": "claim", "claim_th": "ก", "claim_en": "a"} | cells
    row |= {"source_th": "ข่าว", "source_en": "press"}
    return ",".join(row.get(name, "") for name in schemas.REPORTED_RESULTS.columns)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"kind": "search", "province_code": "90", "checked_on": "2026-11-29"}, []),
        ({"kind": "search", "checked_on": "2026-11-29"}, [("search_unplaced", 2)]),
        ({"kind": "search", "province_code": "90"}, [("search_unplaced", 2)]),
        ({}, []),
        ({"reported_count": "39"}, [("count_without_unit", 2)]),
        ({"reported_count": "39", "count_of": "awards"}, []),
    ],
)
def test_a_search_says_where_and_when_and_a_number_says_of_what(
    cells: dict[str, str], found: list[tuple[str, int]]
) -> None:
    result = reading(schemas.REPORTED_RESULTS, report(**cells))
    assert result.errors == ()
    problems = reported_results_rules.check(result.frame, file="a.csv")
    assert codes(worded(Reading(frame=result.frame, problems=problems))) == found


@pytest.mark.parametrize("name", ["lpa_conversions", "score_cutoffs", "lpa_bands", "components"])
def test_the_shipped_criteria_break_no_rule(name: str) -> None:
    assert not shipped.load(name).empty  # an error would be raised
