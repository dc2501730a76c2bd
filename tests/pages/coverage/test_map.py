"""The map page: what is painted, its legend, the points, and the same as a table."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.pages.opened import PROVINCE_CODES, address, component, open_page, unfold
from utils.words import LANGS, Lang, Words

MEASURES = ("status", "latest", "first", "best", "municipalities")
NARATHIWAT, BANGKOK, SAMUT_SAKHON = "96", "10", "74"


def scale(map_: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(swatch["label"], swatch["fill"], swatch["pattern"]) for swatch in map_["classes"]]


def class_of(map_: dict[str, Any], code: str) -> str:
    """Return the legend's name for a province: the paint is in order of province code."""
    index = int(map_["paint"][PROVINCE_CODES.index(code)], 36)
    label: str = map_["classes"][index]["label"]
    return label


@pytest.mark.parametrize("lang", LANGS)
def test_status_paints_67_and_leaves_bangkok_outside(lang: Lang) -> None:
    words = Words(lang)
    map_ = component(open_page("map", lang=lang), "map")
    assert len(PROVINCE_CODES) == len(map_["paint"]) == 77
    assert {row["label"]: row["count"] for row in map_["classes"]} == {
        words("status.counted"): 67,
        words("status.not_known"): 9,
        words("status.outside"): 1,
    }
    assert class_of(map_, NARATHIWAT) == words("status.not_known")
    assert class_of(map_, BANGKOK) == words("status.outside")
    whole = component(open_page("map", lang=lang, year="2562"), "map")
    assert {row["label"]: row["count"] for row in whole["classes"]} == {
        words("status.counted"): 67,
        words("status.older", n=3): 6,
        words("status.other"): 0,
        words("status.none"): 3,
        words("status.outside"): 1,
    }
    assert class_of(whole, NARATHIWAT) == words("status.none")
    assert class_of(whole, SAMUT_SAKHON) == words("status.older", n=3)


def test_outlines_and_tiles_share_one_legend() -> None:
    assert component(open_page("map"), "map")["views"] == ["outlines", "tiles"]


@pytest.mark.parametrize("show", MEASURES)
def test_no_year_rescales_the_colours(show: str) -> None:
    # With a list missing, as in the last year, some states cannot be told and are left out.
    last = scale(component(open_page("map", show=show, year="2562"), "map"))
    assert last
    for year in ("2547", "2555", "2561"):
        assert scale(component(open_page("map", show=show, year=year), "map")) == last
    now = scale(component(open_page("map", show=show), "map"))
    assert {one for one in now if one[0] != Words("th")("status.not_known")} <= set(last)


@pytest.mark.parametrize("show", MEASURES)
def test_a_year_without_data_paints_all_76_as_unknown(show: str) -> None:
    words = Words("en")
    map_ = component(open_page("map", show=show, year="2566", lang="en"), "map")
    counts = {row["label"]: row["count"] for row in map_["classes"] if row["count"]}
    assert counts == {words("status.no_data"): 76, words("status.outside"): 1}


@pytest.mark.parametrize("show", MEASURES)
def test_every_measure_covers_the_77_and_never_paints_a_province_red(show: str) -> None:
    map_ = component(open_page("map", show=show), "map")
    assert len(map_["paint"]) == 77
    assert sum(row["count"] for row in map_["classes"]) == 77
    for row in map_["classes"]:
        if row["pattern"] == "solid":
            red, green, blue = (int(row["fill"][at : at + 2], 16) for at in (1, 3, 5))
            assert red < 1.5 * max(green, blue), row


def test_an_area_fades_what_lies_outside_it() -> None:
    map_ = component(open_page("map", region="4-South"), "map")
    assert map_["faded"].count("0") == 14
    assert sum(row["count"] for row in map_["classes"]) == 14


@pytest.mark.parametrize("lang", LANGS)
def test_the_caption_names_measure_rule_window_and_year(lang: Lang) -> None:
    words = Words(lang)
    expected = words(
        "map.caption",
        measure=words("map.measure.status"),
        basis=f"{words('rule.b', n=3)} · {words('window.years', first=2560, last=2562)}",
        year=2562,
    )
    assert open_page("map", lang=lang, year="2562").caption[0].value == expected


@pytest.mark.parametrize("view", ["areas", "points"])
def test_the_caption_of_rule_d_calls_its_list_assumed(view: str) -> None:
    assumed = Words("th")("rule.note.assumed")
    assert open_page("map", rule="d", view=view).caption[0].value.endswith(assumed)
    assert assumed not in open_page("map", rule="c", view=view).caption[0].value


def test_a_measure_that_no_rule_decides_says_that_every_result_is_shown() -> None:
    words = Words("en")
    caption = open_page("map", lang="en", show="best", year="2562").caption[0].value
    assert words("map.measure.best") in caption
    assert words("window.ever", first=2547, last=2562) in caption
    assert words("rule.b", n=3) not in caption


@pytest.mark.parametrize("lang", LANGS)
def test_a_table_holds_what_the_map_shows(lang: Lang) -> None:
    words = Words(lang)
    table = unfold(open_page("map", lang=lang), words("map.table"))
    assert len(table) == 77
    status = table[words("column.status")].value_counts().to_dict()
    assert status[words("status.counted")] == 67
    assert status[words("status.not_known")] == 9


def test_the_slider_and_the_sidebar_hold_one_year() -> None:
    app = open_page("map", year="2555")
    assert app.select_slider(key="map.year").value == "2555"
    app.select_slider(key="map.year").set_value("2558").run()
    assert address(app) == {"year": "2558"}
    assert app.selectbox(key="filter.year").value == "2558"
    app.selectbox(key="filter.year").select("2561").run()
    assert app.select_slider(key="map.year").value == "2561"


def test_measure_and_view_are_written_to_the_address() -> None:
    app = open_page("map")
    app.selectbox(key="map.show").select("first").run()
    app.button_group(key="map.view").set_value("points").run()
    assert address(app) == {"show": "first", "view": "points"}


@pytest.mark.parametrize("lang", LANGS)
def test_points_say_how_many_of_the_278_have_coordinates(lang: Lang) -> None:
    app = open_page("map", view="points", lang=lang)
    [drawn] = app.get("deck_gl_json_chart")
    deck = json.loads(drawn.proto.json)
    layers = [layer["data"] for layer in deck["layers"] if isinstance(layer["data"], list)]
    shown = sum(len(points) for points in layers)
    legend = component(app, "points_legend")
    assert Words(lang)("map.points_note", known=shown, all=278) in legend["notes"]
    assert 100 < shown < 278
    counts = sorted(row["count"] for row in legend["classes"])
    assert counts == sorted(len(points) for points in layers if points)
    # No tiles from elsewhere: no map provider, and the outlines come from this server.
    assert not deck.get("mapProvider")
    assert not re.search(r"https?://", drawn.proto.json)


def test_the_table_of_points_lists_all_278_municipalities() -> None:
    app = open_page("map", view="points", lang="en")
    assert len(unfold(app, Words("en")("map.points_table"))) == 278


def test_the_table_of_points_says_which_are_counted_as_the_colours_do() -> None:
    words = Words("en")
    app = open_page("map", view="points", lang="en", rule="d")
    table = unfold(app, words("map.points_table"))
    placed = table[table[words("column.coordinates")] == ""]
    status = placed[words("column.status")].value_counts().to_dict()
    legend = component(app, "points_legend")["classes"]
    assert status == {row["label"]: row["count"] for row in legend}
    # The 20 centre cities of the headline, whether or not their coordinates are known.
    assert table[words("column.status")].value_counts()[words("status.counted")] == 20


def test_points_of_a_year_without_data_show_no_zero() -> None:
    app = open_page("map", view="points", year="2566", lang="en")
    assert not app.exception
    legends = [element for element in app.get("bidi_component") if element.key == "points_legend"]
    counts = [row["count"] for row in component(app, "points_legend")["classes"]] if legends else []
    assert 0 not in counts
    captions = " ".join(caption.value for caption in app.caption)
    assert not re.search(r"(?<!\d)0 ", captions)
