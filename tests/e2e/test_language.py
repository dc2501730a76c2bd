"""Both languages: the same figures, the same address, other words."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.e2e.reader import MENU, Reader
from utils.screen.pages import PAGES
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize(("rule", "number"), [("a", 73), ("b", 67), ("c", 54), ("d", 20)])
def test_the_four_figures_stand_in_both_languages(reader: Reader, rule: str, number: int) -> None:
    for words in reader.opens_in_both("overview", rule=rule):
        of = words("overview.of_between", total=76, n=76 - number)  # one list is missing
        expect(reader.number).to_have_text(f"{words('between.at_least')}{number}{of}")
        main = reader.page.locator(".brief .main")
        expect(main).to_contain_text(words(f"rule.{rule}", n=3))
        expect(main).to_contain_text("2563")


@pytest.mark.parametrize("lang", LANGS)
def test_73_67_and_20_stand_on_one_first_screen(reader: Reader, lang: Lang) -> None:
    reader.open("overview", lang)
    expect(reader.number).to_be_in_viewport()
    expect(reader.number).to_contain_text("67")
    expect(reader.page.locator(".brief .main")).to_contain_text("73")
    beside = reader.page.locator(".brief .other .number")
    expect(beside).to_be_in_viewport()
    expect(beside).to_contain_text("20")


@pytest.mark.parametrize("name", PAGES)
def test_the_switch_works_both_ways_and_touches_no_other_code(reader: Reader, name: str) -> None:
    reader.open(name, year="2562", rule="c")
    reader.switches("English")
    reader.sees(name, Words("en"))
    reader.address_is(name, year="2562", rule="c", lang="en")
    expect(reader.filter("rule", Words("en"))).to_have_value("(c) Excellent or national")
    expect(reader.page).to_have_title(f"{Words('en')(f'{name}.menu')} · {Words('en')('app.title')}")
    reader.switches("ไทย")
    reader.sees(name, Words("th"))
    reader.address_is(name, year="2562", rule="c")
    expect(reader.filter("rule", Words("th"))).to_have_value("(ค) ดีเยี่ยม/ระดับประเทศ")


@pytest.mark.parametrize("_", range(2))  # without care, which drawing came last was chance
def test_a_script_that_comes_late_draws_the_newest_only(reader: Reader, _: int) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    reader.page.route("**/foot.js", hold)
    reader.page.goto("/methods")
    reader.sees_drawn("methods", Words("th"))  # the script that was held says the language
    reader.switches("English")
    reader.sees_drawn("methods", Words("en"))
    reader.page.wait_for_timeout(500)  # both drawings wait for the script by now
    for request in held:
        request.continue_()
    reader.page.wait_for_function("history.pushState.joined")
    reader.page.wait_for_timeout(200)
    assert reader.page.locator("html").get_attribute("lang") == "en"


def test_the_language_follows_the_reader_to_another_page(reader: Reader) -> None:
    reader.open("overview")
    reader.switches("English")
    reader.sees("overview", Words("en"))
    reader.turns_to("map", Words("en"))
    reader.address_is("map", lang="en")
    # The menu too: its names are drawn before the page.
    expect(reader.page.get_by_role("navigation").get_by_role("link")).to_have_text(
        [Words("en")(f"{name}.menu") for name in MENU]
    )
    reader.turns_to("methods", Words("en"))
