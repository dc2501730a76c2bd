"""The page of pilots: the comparison by its link, and each programme, by facts read by eye."""

from __future__ import annotations

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import address, component, open_page, unfold
from utils.screen.app import cache
from utils.screen.cities.pilots import PROGRAMME
from utils.words import LANGS, Lang, Words

NAN, PHITSANULOK, BANG_KRATHUM = "LAO-55-004", "LAO-65-005", "LAO-65-001"
EIGHT = f"{NAN},{PHITSANULOK},LAO-83-001,LAO-57-006,LAO-95-002,LAO-23-004,LAO-80-001,LAO-77-002"


def compared(app: AppTest) -> list[str]:
    return [city["id"] for city in component(app, "cities")["cities"]]


def city(app: AppTest, lao_id: str) -> dict[str, object]:
    [data] = [each for each in component(app, "cities")["cities"] if each["id"] == lao_id]
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", PROGRAMME.options)
def test_every_view_opens_by_its_link(view: str, lang: Lang) -> None:
    app = open_page("pilots", programme=view, lang=lang)
    assert app.title[0].value == Words(lang)("pilots.title")
    assert not [*app.exception, *app.error, *app.warning]
    assert component(app, "cities" if view == "compare" else "board")


def test_two_pilots_are_there_before_anything_is_chosen() -> None:
    app = open_page("pilots")
    assert compared(app) == [NAN, PHITSANULOK]
    assert address(app) == {}


def test_what_the_list_holds_of_two_cities_by_its_rows() -> None:
    # Row 85: Nan, 2559. Rows 123 to 126: Phitsanulok, 2547, 2552, 2555 and 2559.
    app = open_page("pilots", lang="en")
    nan, phitsanulok = city(app, NAN), city(app, PHITSANULOK)
    assert [count["value"] for count in nan["counts"]] == [1, 0, 2]  # type: ignore[attr-defined]
    assert nan["strengths"] == ["National award: FY 2559"]
    assert phitsanulok["strengths"] == ["National award: FY 2547, 2552, 2555, 2559"]
    assert nan["gaps"] == [
        "No area result in the list",
        "Not in the list after FY 2559 (rounds of FY 2561, 2562, 2563)",
    ]
    disputed = [row for row in phitsanulok["programmes"] if row["tag"]]  # type: ignore[attr-defined]
    assert [(row["year"], row["tag"]) for row in disputed] == [
        ("2554", "Sources differ: on this certificate.")
    ]


@pytest.mark.parametrize(
    ("year", "area"), [("2555", "no round"), ("2560", "no round"), ("2561", 0)]
)
def test_before_its_first_round_the_area_level_is_no_zero(year: str, area: str | int) -> None:
    # Phitsanulok: 2547, 2552, 2555 and 2559, all national; the area level begins in 2561.
    shown = city(open_page("pilots", lang="en", year=year), PHITSANULOK)
    assert shown["counts"][1]["value"] == area  # type: ignore[index]
    assert ("No area result in the list" in shown["gaps"]) is (area == 0)  # type: ignore[operator]


def test_an_earlier_year_leaves_out_what_came_later() -> None:
    app = open_page("pilots", year="2555", lang="en")
    assert city(app, PHITSANULOK)["strengths"] == ["National award: FY 2547, 2552, 2555"]
    assert city(app, NAN)["gaps"] == ["Not found in the published list, FY 2547–2555"]


def test_a_year_without_data_shows_the_record_to_its_end_and_no_peers() -> None:
    app = open_page("pilots", year="2566", lang="en")
    assert city(app, NAN)["strengths"] == ["National award: FY 2559"]
    assert "no data" in str(city(app, NAN)["peers"])


def test_the_axis_runs_from_the_first_year_of_the_list_to_the_last_of_the_programmes() -> None:
    axis = component(open_page("pilots"), "cities")["axis"]
    assert (axis["first"], axis["last"]) == (2547, 2568)


def test_the_choice_is_read_from_the_link_in_its_order() -> None:
    app = open_page("pilots", cities=f"{BANG_KRATHUM},{NAN}")
    assert compared(app) == [BANG_KRATHUM, NAN]
    assert not app.warning


def test_eight_cities_are_shown_and_it_is_said_that_no_more_can_be_added() -> None:
    app = open_page("pilots", cities=EIGHT, lang="en")
    assert ",".join(compared(app)) == EIGHT
    assert app.caption[0].value == Words("en")("pilots.full", most=8)
    two = open_page("pilots", lang="en")
    # The same to the letter: what has not changed is not sent again.
    assert component(app, "finder") == component(two, "finder")


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (f"{NAN},LAO-99-999", "unknown"),
        (f"{NAN},{NAN}", "twice"),
        (f"{EIGHT},{BANG_KRATHUM}", "many"),
        ("<b>", "unknown"),
        ("FIC-10-001", "unknown"),
        (f"{NAN},FIC-11-001", "mixed"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_choice_that_cannot_be_is_refused_for_its_reason(code: str, why: str, lang: Lang) -> None:
    app = open_page("pilots", cities=code, lang=lang)
    assert "cities" not in address(app)
    assert [warning.value for warning in app.warning] == [
        Words(lang)(f"pilots.refused.{why}", most=8)
    ]
    assert compared(app) == [NAN, PHITSANULOK]


def offered(app: AppTest) -> list[str]:
    return [name for _, name in component(app, "finder")["options"]]


def test_the_list_to_add_from_begins_with_the_pilots() -> None:
    names = offered(open_page("pilots", lang="en"))
    pilots = cache.table("pilots")["lao_id"].dropna().nunique()
    assert any("Thung Song" in name for name in names[:pilots])
    assert not any("Bang Krathum" in name for name in names[:pilots])


@pytest.mark.parametrize("typed", ["ทม.หัวหิน", "เทศบาลเมืองหัวหิน", "Hua Hin", "ทน.หัวหิน"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_city_is_found_under_its_former_and_short_names(typed: str, lang: Lang) -> None:
    names = offered(open_page("pilots", lang=lang))
    assert len([name for name in names if typed in name]) == 1
    assert len(set(names)) == len(names)  # a city is known again by its text


@pytest.mark.parametrize(("code", "key"), [("", "pilots.none_chosen"), (NAN, "pilots.too_few")])
def test_fewer_than_two_say_what_to_do(code: str, key: str) -> None:
    app = open_page("pilots", cities=code)
    assert [info.value for info in app.info] == [Words("th")(key, most=8)]


def test_the_rows_behind_the_comparison_name_their_source_rows() -> None:
    app = open_page("pilots", lang="en")
    table = unfold(app, Words("en")("pilots.rows"))
    assert sorted(table["Source row"]) == ["123", "124", "125", "126", "85"]
    programmes = unfold(app, Words("en")("pilots.programme_rows"))
    assert len(programmes) == 4


PEOPLED = {
    "eco_city": ("4", 4),
    "urban_green": ("2", 2),
    "asean_esc": ("13", 17),
    "green_city_14": ("14", 14),
    "delgosea": ("9", 9),
    "la21": ("6", 6),
}


@pytest.mark.parametrize(("group", "expected"), PEOPLED.items())
def test_each_programme_counts_its_places_and_lists_every_entry(
    group: str, expected: tuple[str, int]
) -> None:
    app = open_page("pilots", programme=group, lang="en")
    number, rows = expected
    shown = component(app, "board")
    assert shown["number"] == number
    assert len(unfold(app, Words("en")("programme.table"))) == rows
    assert all(entry["name"] for part in shown["groups"] for entry in part["entries"])


def test_bangkok_has_an_award_and_no_card() -> None:
    shown = component(open_page("pilots", programme="asean_esc", lang="en"), "board")
    [bangkok] = [one for one in shown["groups"][0]["entries"] if one["name"] == "Bangkok"]
    assert (bangkok["id"], bangkok["year"], bangkok["place"]) == ("TH-10", "2551", "")
    assert bangkok["href"].startswith("province?province=TH-10")


def test_a_disputed_certificate_is_said_and_not_counted() -> None:
    # 14 LAOs by the rows of the table; the only one of ทน.พิษณุโลก is asean_esc_disputed.
    shown = component(open_page("pilots", programme="asean_esc", lang="en"), "board")
    assert shown["number"] == "13"
    assert " of 13 " in shown["lead"][1]
    assert shown["lead"][2] == "Not counted: 1 city on which sources differ"
    phitsanulok = city(open_page("pilots", lang="en"), PHITSANULOK)
    assert phitsanulok["counts"][2] == {  # type: ignore[index]
        "value": 1,
        "term": "Programme entries (1 on which sources differ not counted)",
    }


def test_what_sources_differ_on_is_shown_as_such() -> None:
    for group, names in (
        ("asean_esc", {"Phitsanulok CM", "Phuket CM", "Pak Kret CM"}),
        ("delgosea", {"Mueang Klaeng SM", "Udon Thani CM"}),
    ):
        shown = component(open_page("pilots", programme=group, lang="en"), "board")
        every = [entry for part in shown["groups"] for entry in part["entries"]]
        assert {one["name"] for one in every if one["disputed"]} == names
        assert all(one["note"] for one in every if one["disputed"])


def test_both_roles_of_delgosea_are_labelled() -> None:
    shown = component(open_page("pilots", programme="delgosea", lang="en"), "board")
    by_title = {part["title"]: part["entries"] for part in shown["groups"]}
    assert {one["said"].split(" · ")[0] for one in by_title["Governance in the organisation"]} == {
        "DELGOSEA pilot city"
    }
    last = by_title[Words("en")("programme.no_theme")]
    assert {one["said"] for one in last} == {"DELGOSEA best-practice city"}


def test_what_is_not_public_says_so_and_is_no_zero() -> None:
    eco = component(open_page("pilots", programme="eco_city", lang="en"), "board")
    [plans] = eco["asides"]
    assert [item["value"] for item in plans["items"]] == ["no data"] * 3
    assert "not zero" in plans["note"]
    green = component(open_page("pilots", programme="urban_green", lang="en"), "board")
    against, _ = green["asides"]
    assert [item["value"].count("no data") for item in against["items"]] == [2, 2]
    assert ["standard: 20" in item["value"] for item in against["items"]] == [True, False]
    assert ["standard: 15" in item["value"] for item in against["items"]] == [False, True]
    assert "“Green areas of LAOs”" in against["note"]
    assert "Data desk" in against["note"]


def test_a_loaded_table_of_green_areas_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    # 1.8 of 12 square kilometres, 200,000 inhabitants: 15 per cent, 9 square metres a person.
    row = {
        "lao_id": PHITSANULOK,
        "fiscal_year_be": 2562,
        "green_area_m2": 1_800_000.0,
        "area_m2": 12_000_000.0,
        "population": 200_000,
    }
    real = cache.table

    def loaded(name: str) -> pd.DataFrame:
        return pd.DataFrame([row]) if name == "green_areas" else real(name)

    cache.forget()
    monkeypatch.setattr("utils.screen.cities.programmes.table", loaded)
    shown = component(open_page("pilots", programme="urban_green", lang="en"), "board")
    cache.forget()
    value = shown["asides"][0]["items"][1]["value"]
    assert "15.0 (FY 2562) (standard: 15, met)" in value
    assert "9.0 (FY 2562) (standard: 9, met and 16, not met yet)" in value


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_before_every_green_area_says_so_and_offers_the_last(
    monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    row = {
        "lao_id": PHITSANULOK,
        "fiscal_year_be": 2566,
        "green_area_m2": 1_800_000.0,
        "area_m2": 12_000_000.0,
        "population": 200_000,
    }
    real, words = cache.table, Words(lang)

    def loaded(name: str) -> pd.DataFrame:
        return pd.DataFrame([row]) if name == "green_areas" else real(name)

    cache.forget()
    monkeypatch.setattr("utils.screen.cities.programmes.table", loaded)
    app = open_page("pilots", programme="urban_green", lang=lang, year="2563")
    note = component(app, "board")["asides"][0]["note"]
    assert note == words("green.none_up_to", year=2563, years="2566")
    app.button(key="pilots.to_last_year").click().run()
    assert "2566" in component(app, "board")["asides"][0]["items"][1]["value"]
    cache.forget()


def test_a_programme_without_award_data_offers_a_year_that_has_them() -> None:
    app = open_page("pilots", programme="delgosea", lang="en", year="2568")
    assert "not zero" in str(component(app, "board")["lead"])
    assert app.button(key="pilots.to_last_year").label == "See FY 2563, which has data"
    within = open_page("pilots", programme="delgosea", lang="en")
    assert "pilots.to_last_year" not in {button.key for button in within.button}


def test_whether_it_made_a_difference_cannot_be_told_yet() -> None:
    # 30 LAOs in 52 rows, of which 29 have no year.
    shown = component(open_page("pilots", programme="effect", lang="en"), "board")
    assert shown["number"] == "Not enough data"
    assert shown["asides"][0]["items"][0]["term"] == "30"
    assert shown["notes"][0] == "Year not known: 29 of 52 entries"


def test_scores_are_no_part_of_the_answer_until_real_ones_are_loaded() -> None:
    shown = component(open_page("pilots", programme="effect", lang="en"), "scores_board")
    assert (shown["number"], shown["notes"]) == (
        "Not enough data",
        [Words("en")("effect.no_scores")],
    )
    assert shown["asides"][0]["items"][2]["term"] == "0"


def test_an_area_filter_that_does_not_act_says_so() -> None:
    app = open_page("pilots", lang="en", region="4-North")
    assert app.caption[0].value.startswith("The area filter (North")
    assert compared(app) == [NAN, PHITSANULOK]
    # Nor is a picture of cities sent again for it.
    assert component(app, "cities") == component(open_page("pilots", lang="en"), "cities")


def test_no_invented_city_is_offered() -> None:
    assert not [name for name in offered(open_page("pilots")) if "สมมติ" in name]
