"""Reported results in words, of provinces read by eye in the shipped register."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.figures.coverage import reports
from utils.measures.coverage.coverage import Status, by_province
from utils.measures.coverage.record import Record
from utils.measures.coverage.reports import standings
from utils.measures.coverage.rules import Question, RuleCode
from utils.tables import shipped
from utils.words import LANGS, Lang, Words

TH, EN = Words("th"), Words("en")
REGISTER = reports.Register.of(shipped.load)
NOW = Question(rule="b", fiscal_year_be=2563)
KOLOK = "Narathiwat (Su-ngai Kolok TM, for 2565)"
NARATHIWAT, PHANG_NGA, KRABI, PHITSANULOK = "96", "82", "81", "65"


def test_a_report_says_what_how_it_stands_on_whose_word_and_how_checked() -> None:
    first, second = reports.notes(REGISTER, NOW, NARATHIWAT, "none", EN)
    assert first == (
        "Su-ngai Kolok TM was second runner-up, sustainable liveable city, for 2565 · "
        "Not listed, not counted · Hot News Time Online · 5/9/2566 · "
        "https://www.hotnewstimeonline.com/57080 · Excerpt read"
    )
    assert "sustainable environment" in second


def test_a_search_says_that_it_found_nothing_and_when() -> None:
    [search] = reports.notes(REGISTER, NOW, PHANG_NGA, "none", TH)
    assert "ค้นแล้วไม่พบ" in search
    assert search.endswith("ค้นเมื่อ 29/11/2569")
    assert "ไม่ใช่ทั้งเว็บ" in search


@pytest.mark.parametrize("lang", LANGS)
def test_no_entry_is_not_no_result(lang: Lang) -> None:
    words = Words(lang)
    assert reports.notes(REGISTER, NOW, KRABI, "older", words) == (words("reported.none_here"),)


@pytest.mark.parametrize(("status", "n"), [("counted", 0), ("outside", 0), ("no_data", 1)])
def test_notes_stand_beside_what_is_not_counted_or_not_known(status: Status, n: int) -> None:
    assert len(reports.notes(REGISTER, NOW, PHITSANULOK, status, TH)) == n


@pytest.mark.parametrize(
    ("rule", "places"),
    [
        ("b", [KOLOK]),
        # The cities of Phrae and Phitsanulok themselves have no recent result in the list.
        ("d", ["Phrae (Phrae TM, for 2567)", "Phitsanulok (Ban Khlong SM, for 2564)", KOLOK]),
    ],
)
def test_the_headline_names_each_city_once(rule: RuleCode, places: list[str]) -> None:
    question = Question(rule=rule, fiscal_year_be=2563)
    states = by_province(Record.of(shipped.load), question)
    said = reports.beside(REGISTER, states, question, EN)
    assert said == EN("reported.beside", places=", ".join(places))


def test_without_a_report_the_headline_says_nothing() -> None:
    states = by_province(Record.of(shipped.load), NOW)
    assert reports.beside(REGISTER, states.loc[[KRABI, "50"]], NOW, EN) == ""


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_has_every_entry_and_leaves_no_cell_open(lang: Lang) -> None:
    words, record = Words(lang), Record.of(shipped.load)
    register = shipped.load("reported_results")
    standing = standings(register, record, shipped.load("municipalities"))
    whole = reports.table(register, standing, record.provinces, words)
    short = reports.shortened(register, whole, words)
    assert len(whole) == len(short) == 15
    for table in (whole, short):
        assert table.notna().all(axis=None)
        assert (table != "").all(axis=None)
    sources = pd.Series(short[words("column.source")])
    assert sources[3].endswith("http://www.phanomcity.go.th/")


def test_the_lead_counts_entries_and_leaves_out_what_there_is_none_of() -> None:
    counts = pd.Series({"not_listed": 2, "differs": 0, "in_list": 0, "nothing_found": 1})
    assert reports.lead(counts, EN) == (
        "3 entries of the register: Not listed, not counted 2 · Searched, nothing found 1"
    )
    assert reports.lead(counts * 0, EN) == ""
