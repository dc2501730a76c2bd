"""Sentences in both languages, from numbers of domain.md."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pytest

from utils.figures import labels
from utils.figures.coverage import sentences as coverage_sentences
from utils.figures.coverage.sentences import RecordYears, Standing
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.outlook import Outlook
from utils.measures.coverage.rules import Question, RuleCode
from utils.words import Words

TH, EN = Words("th"), Words("en")
SPAN = RecordYears(first_year_be=2547, last_year_be=2563, deadline_year_be=2563)
LESSER = pd.DataFrame(
    {"counted": [86, 27], "left_out": [0, 0]}, index=["honourable", "commitment_or_regional"]
)


def standing(
    rule: RuleCode, counted: int | None, *, year: int = 2563, n: int = 3, not_known: int = 0
) -> Standing:
    question = Question(rule=rule, fiscal_year_be=year, window_years=n)
    bounds = Bounds(
        at_least=counted, not_known=not_known, total=76, no_round=counted is None and year <= 2563
    )
    caveat = labels.caveat(question, LESSER, EN)
    lists = "area level, FY 2563: round held, list not in this table" if not_known else ""
    return Standing(question=question, bounds=bounds, caveat=caveat, lists=lists)


def test_the_sentence_says_it_all() -> None:
    text = coverage_sentences.where_we_stand(
        standing("b", 67), standing("d", 20), area="", span=SPAN, words=EN
    )
    assert text == (
        "At the end of fiscal year 2563, 67 of 76 provinces (88.2%) are counted under rule (b) "
        "Result within 3 fiscal years (FY 2561–2563); 9 are not counted towards the target of one "
        "city per province by 2563. The provincial-centre city itself was assessed in 20 of 76 "
        "(FY 2561–2563 · the list of centre cities is assumed). "
        "Source: published award list of DEQP (now DCCE)"
    )


def test_where_a_list_is_missing_the_rest_is_not_known_and_nothing_remains() -> None:
    text = coverage_sentences.where_we_stand(
        standing("b", 67, not_known=9),
        standing("d", 20, not_known=56),
        area="",
        span=SPAN,
        words=EN,
    )
    assert text == (
        "At the end of fiscal year 2563, at least 67 of 76 provinces are counted under rule (b) "
        "Result within 3 fiscal years (FY 2561–2563); 9 are not known, as lists are missing or "
        "incomplete: area level, FY 2563: round held, list not in this table. The "
        "provincial-centre city itself was assessed in at least 20 of 76; 56 are not known "
        "(FY 2561–2563 · the list of centre cities is assumed). "
        "Source: published award list of DEQP (now DCCE)"
    )
    thai = coverage_sentences.where_we_stand(
        standing("b", 67, not_known=9),
        standing("d", 20, not_known=56),
        area="",
        span=SPAN,
        words=TH,
    )
    assert "อย่างน้อย 67 จังหวัด จาก 76 จังหวัด ไม่ทราบ 9 จังหวัด" in thai
    assert "เหลือ" not in thai


def test_the_thai_sentence_uses_buddhist_years_and_per_cent_in_words() -> None:
    text = coverage_sentences.where_we_stand(
        standing("b", 67), standing("d", 20), area="", span=SPAN, words=TH
    )
    assert "มีจังหวัดที่เข้าเกณฑ์ (ข)" in text
    assert "67 จังหวัด จาก 76 จังหวัด (ร้อยละ 88.2)" in text
    assert "ปีงบประมาณ 2561–2563" in text
    assert "20 จังหวัด จาก 76 จังหวัด (ปีงบประมาณ 2561–2563" in text


def test_under_rule_a_the_centre_cities_keep_a_window_of_their_own() -> None:
    # 20 of the last three years, beside 73 of all years: ever it would be 41.
    text = coverage_sentences.where_we_stand(
        standing("a", 73), standing("d", 20), area="", span=SPAN, words=EN
    )
    assert "(a) Ever awarded or certified (FY 2547 to FY 2563)" in text
    assert "in 20 of 76 (FY 2561–2563 · the list of centre cities is assumed)" in text


def test_the_sentence_of_rule_d_says_that_the_list_is_assumed() -> None:
    main = standing("d", 20)
    text = coverage_sentences.where_we_stand(main, main, area="", span=SPAN, words=EN)
    assert "(FY 2561–2563 · the list of centre cities is assumed)" in text
    assert text.count("assumed") == 1


def test_the_sentence_of_rule_c_says_which_prizes_count() -> None:
    text = coverage_sentences.where_we_stand(
        standing("c", 54), standing("d", 20), area="", span=SPAN, words=EN
    )
    assert (
        "(FY 2561–2563 · 86 honourable mentions and 27 commitment or regional prizes in the whole "
        "list count)"
    ) in text


def test_prizes_that_are_left_out_are_named_as_left_out() -> None:
    counts = pd.DataFrame(
        {"counted": [86, 0], "left_out": [0, 27]}, index=["honourable", "commitment_or_regional"]
    )
    assert labels.lesser_prizes(counts, TH) == (
        "ทั้งบัญชีนับรวมรางวัลชมเชย 86 รายการ · ทั้งบัญชีไม่นับรางวัลความมุ่งมั่นหรือดีเด่นระดับภาค 27 รายการ"
    )


def test_an_unknown_year_says_so_and_names_no_number() -> None:
    text = coverage_sentences.where_we_stand(
        standing("b", None, year=2566), standing("d", None), area="", span=SPAN, words=EN
    )
    assert text.startswith("There are no data for fiscal year 2566: the published list ends")
    assert "76" not in text


def test_a_readers_own_window_is_named_as_such() -> None:
    question = Question(rule="b", fiscal_year_be=2563, window_years=5)
    assert labels.window(question, 2547, EN) == "FY 2559–2563 (chosen by the reader)"
    usual = Question(rule="b", fiscal_year_be=2563)
    assert labels.window(usual, 2547, EN) == "FY 2561–2563"
    ever = Question(rule="a", fiscal_year_be=2563, window_years=5)
    assert labels.window(ever, 2547, EN) == "FY 2547 to FY 2563"
    single = Question(rule="b", fiscal_year_be=2563, window_years=1)
    assert labels.window(single, 2547, EN) == "FY 2563 (chosen by the reader)"
    every = Question(rule="d", fiscal_year_be=2563, window_years=None)
    assert labels.window(every, 2547, EN) == "FY 2547 to FY 2563 (chosen by the reader)"
    assert labels.rule(replace(every, rule="b"), EN) == "(b) Result in any fiscal year"


@pytest.mark.parametrize(
    ("year", "n", "text"),
    [
        (2547, 3, "FY 2547"),
        (2548, 3, "FY 2547–2548"),
        (2549, 3, "FY 2547–2549"),
        (2547, 10, "FY 2547 (chosen by the reader)"),
        (2547, None, "FY 2547 (chosen by the reader)"),
    ],
)
def test_no_window_begins_before_the_record(year: int, n: int | None, text: str) -> None:
    question = Question(rule="b", fiscal_year_be=year, window_years=n)
    assert labels.window(question, 2547, EN) == text


@pytest.mark.parametrize(
    ("rule", "th", "en"),
    [
        ("b", "ผลประเมินล่าสุดเกิน 3 ปี", "Latest result older than 3 years"),
        ("c", "ผลที่เข้าเกณฑ์ล่าสุดเกิน 3 ปี", "Latest qualifying result older than 3 years"),
        ("d", "ผลที่เข้าเกณฑ์ล่าสุดเกิน 3 ปี", "Latest qualifying result older than 3 years"),
    ],
)
def test_where_a_rule_leaves_out_results_only_the_qualifying_ones_are_called_old(
    rule: RuleCode, th: str, en: str
) -> None:
    question = Question(rule=rule, fiscal_year_be=2563)
    assert labels.status("older", question, TH) == th
    assert labels.status("older", question, EN) == en
    assert labels.status("none", question, EN) == "Not in the published list"


@pytest.mark.parametrize(
    ("share", "text"), [(67 / 76, "88.2"), (0.5, "50.0"), (1.0, "100.0"), (41 / 76, "53.9")]
)
def test_percentages_round_half_up(share: float, text: str) -> None:
    assert labels.percent(share) == text


def test_a_window_without_a_round_says_so_and_names_no_number() -> None:
    main = standing("b", None, year=2560, n=1)
    text = coverage_sentences.where_we_stand(main, main, area="", span=SPAN, words=EN)
    assert text.startswith("The published list has no assessment round in FY 2560")
    assert "76" not in text
    assert " 0 " not in text


TARGET: dict[str, Any] = {"deadline_year_be": 2575, "provinces": 76, "gap": 9, "exact": True}


def test_the_road_ahead_declines_or_shows_its_interval() -> None:
    thin = Outlook(verdict="too_thin", years_used=3, needed_per_year=0.75, **TARGET)
    assert coverage_sentences.road_ahead(thin, EN).startswith(
        "To reach 76 provinces by the end of FY 2575, 0.8 more per year are needed. No projection"
    )
    most = replace(thin, exact=False)
    assert "at most 0.8 more per year" in coverage_sentences.road_ahead(most, EN)
    full = Outlook(
        verdict="projected",
        years_used=6,
        needed_per_year=1.5,
        expected=70.2,
        low=64.0,
        high=76.0,
        **TARGET,
    )
    assert "80% prediction interval: 64.0–76.0" in coverage_sentences.road_ahead(full, EN)
    past = Outlook(verdict="passed", years_used=3, **TARGET | {"deadline_year_be": 2563})
    assert coverage_sentences.road_ahead(past, EN).startswith("The deadline of FY 2563 has passed")
