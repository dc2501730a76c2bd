"""The shared filters live in the address: across pages, reloads, Back and Forward."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.reader import MENU, Reader

HIGH_RULE = "(ค) ดีเยี่ยม/ระดับประเทศ"


def test_a_choice_redraws_the_answer_and_is_written_as_codes(reader: Reader) -> None:
    words = reader.open("overview", "en")
    expect(reader.number).to_contain_text("67of 76 provinces")
    reader.chooses("rule", "(d) Provincial-centre city", words)
    expect(reader.number).to_contain_text("20of 76 provinces")
    reader.address_is("overview", lang="en", rule="d")
    reader.chooses("region", "South (4 regions)", words)
    expect(reader.number).to_contain_text("of 14 provinces")
    reader.address_is("overview", lang="en", rule="d", region="4-South")
    reader.chooses("region", "All", words)
    reader.address_is("overview", lang="en", rule="d")


def test_filters_follow_the_reader_to_every_page(reader: Reader) -> None:
    words = reader.open("overview")
    reader.chooses("year", "2562", words)
    reader.chooses("rule", HIGH_RULE, words)
    for name in (*MENU[1:], MENU[0]):
        reader.turns_to(name, words)
        expect(reader.filter("year", words)).to_have_value("2562")
        expect(reader.filter("rule", words)).to_have_value(HIGH_RULE)
        reader.address_is(name, year="2562", rule="c")


def test_filters_survive_a_reload(reader: Reader) -> None:
    words = reader.open("map", "en", show="best")
    reader.chooses("year", "2562", words)
    reader.address_is("map", lang="en", show="best", year="2562")
    reader.page.reload()
    reader.sees("map", words)
    expect(reader.filter("year", words)).to_have_value("2562")
    expect(reader.filter("measure", words)).to_have_value("Highest result so far")
    reader.address_is("map", lang="en", show="best", year="2562")


def test_back_and_forward_return_to_the_page_with_its_filters(reader: Reader) -> None:
    words = reader.open("overview", year="2562")
    reader.turns_to("map", words)
    reader.address_is("map", year="2562")
    reader.page.go_back()
    reader.sees("overview", words)
    expect(reader.filter("year", words)).to_have_value("2562")
    reader.address_is("overview", year="2562")
    reader.page.go_forward()
    reader.sees("map", words)
    expect(reader.filter("year", words)).to_have_value("2562")
    reader.address_is("map", year="2562")


def test_each_press_of_back_undoes_one_step(reader: Reader) -> None:
    words = reader.open("overview", year="2562", rule="d")
    reader.turns_to("map", words)
    reader.chooses("rule", HIGH_RULE, words)
    reader.address_is("map", year="2562", rule="c")
    reader.turns_to("methods", words)
    reader.address_is("methods", year="2562", rule="c")

    reader.page.go_back()
    reader.sees("map", words)
    expect(reader.filter("rule", words)).to_have_value(HIGH_RULE)
    reader.page.go_back()
    expect(reader.filter("rule", words)).to_have_value("(ง) เมืองศูนย์กลางจังหวัด")
    reader.address_is("map", year="2562", rule="d")
    reader.page.go_back()
    reader.sees("overview", words)
    reader.address_is("overview", year="2562", rule="d")


def test_back_undoes_a_choice(reader: Reader) -> None:
    words = reader.open("overview", "en")
    reader.chooses("year", "2561", words)
    expect(reader.number).to_contain_text("60of 76 provinces")
    reader.page.go_back()
    expect(reader.filter("year", words)).to_have_value("2563")
    expect(reader.number).to_contain_text("67of 76 provinces")
    reader.page.go_forward()
    expect(reader.number).to_contain_text("60of 76 provinces")


def test_what_belongs_to_one_page_stays_off_the_others(reader: Reader) -> None:
    words = reader.open("map", view="points", year="2562")
    reader.turns_to("overview", words)
    reader.address_is("overview", year="2562")


def test_a_refused_value_is_said_and_goes_with_the_next_choice(reader: Reader) -> None:
    words = reader.open("overview", "en", year="1066", rule="a")
    warning = reader.page.get_by_text(words("filter.refused", names=words("filter.year")))
    expect(warning).to_be_visible()
    reader.address_is("overview", lang="en", rule="a")
    expect(reader.number).to_contain_text("73of 76 provinces")
    reader.chooses("rule", "(b) Within the window", words)
    expect(warning).to_have_count(0)


def test_a_year_without_data_says_so_and_shows_no_zero(reader: Reader) -> None:
    words = reader.open("overview", "en")
    reader.chooses("year", "2566 (no award data)", words)
    expect(reader.number).to_have_text("No data")
    expect(reader.page.locator(".brief")).to_contain_text(words("overview.unknown_note", last=2563))
    expect(reader.page.get_by_text(re.compile(r"(?<!\d)0/"))).to_have_count(0)
    reader.address_is("overview", lang="en", year="2566")
