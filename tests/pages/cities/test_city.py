"""A city's card: opened by its link, found by any name, true to the published rows."""

from __future__ import annotations

import pytest

from tests.pages.opened import address, component, folded, open_page, short_table, unfold
from utils.words import LANGS, Lang, Words

CHIANG_RAI, NAM_CHIAO, HUA_HIN = "LAO-57-006", "LAO-23-004", "LAO-77-002"


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_opens_by_its_link(lang: Lang) -> None:
    app = open_page("city", city=CHIANG_RAI, lang=lang)
    assert app.title[0].value == Words(lang)("city.title")
    [city] = component(app, "cities")["cities"]
    assert city["id"] == CHIANG_RAI
    assert city["href"] is None
    assert not [*app.exception, *app.error, *app.warning]


def test_its_rows_are_those_of_the_published_list() -> None:
    # Rows 10 to 14: 2547, 2550, 2552 and twice 2555.
    app = open_page("city", city=CHIANG_RAI, lang="en")
    rows = short_table(app, "city_rows")
    assert list(rows["Source row"].astype(str)) == ["10", "11", "12", "13", "14"]
    assert list(rows["Fiscal year"]) == [2547, 2550, 2552, 2555, 2555]
    assert len(unfold(app, Words("en")("city.programmes"))) == 3


def test_a_former_name_stands_beside_the_present_one() -> None:
    [city] = component(open_page("city", city=HUA_HIN), "cities")["cities"]
    assert city["name"] == "ทน.หัวหิน (เดิม ทม.หัวหิน)"


def test_a_city_without_a_row_has_a_card_too() -> None:
    app = open_page("city", city=NAM_CHIAO, lang="en")
    [city] = component(app, "cities")["cities"]
    assert city["gaps"] == ["Not found in the published list, FY 2547–2563"]
    assert not app.table
    sections = ("peers.on_list", "city.programmes", "correction.ask_about")
    assert folded(app) == [Words("en")(key) for key in sections]


def test_the_peers_of_a_city_are_named_with_their_results() -> None:
    app = open_page("city", city=CHIANG_RAI, lang="en")
    words = Words("en")
    rows = unfold(app, words("peers.on_list"))
    [sentence, *_] = component(app, "cities")["cities"][0]["peers"]
    peers = rows[~rows[words("column.lao")].str.endswith("#Chiang Rai CM")]
    counted = (peers[words("peers.column.results")] > 0).sum()
    assert f"{counted} of {len(peers)} have a result" in sentence
    assert f"median {peers[words('peers.column.results')].median():g}" in sentence


def test_another_city_is_chosen_by_any_of_its_names() -> None:
    app = open_page("city", city=CHIANG_RAI, lang="en")
    app.selectbox(key="city.city").set_value(HUA_HIN).run()
    assert address(app) == {"city": HUA_HIN, "lang": "en"}
    assert component(app, "cities")["cities"][0]["id"] == HUA_HIN


@pytest.mark.parametrize("code", ["LAO-99-999", "FIC-10-001", "<script>"])
def test_an_unknown_city_is_refused_politely(code: str) -> None:
    app = open_page("city", city=code)
    words = Words("th")
    expected = words("filter.refused", names=words("filter.municipality"))
    assert [warning.value for warning in app.warning] == [expected]
    assert address(app) == {}


@pytest.mark.parametrize("city", [CHIANG_RAI, NAM_CHIAO])
def test_invented_steps_never_stand_beside_a_real_name(city: str) -> None:
    [shown] = component(open_page("city", city=city, lang="en"), "cities")["cities"]
    assert [lane["label"] for lane in shown["lanes"]] == ["National", "Area", "Programmes"]
