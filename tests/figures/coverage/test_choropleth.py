"""Classes of the map: fixed, complete, and the same in every year and region."""

import itertools

import pandas as pd
import pytest

from utils.figures import map_data, outlines, theme
from utils.figures.coverage import choropleth
from utils.figures.map_data import Frame
from utils.figures.slides import country_map
from utils.measures.coverage.rules import Question
from utils.words import Words

EN = Words("en")
USUAL = Question(rule="b", fiscal_year_be=2563)


def states(**columns: object) -> pd.DataFrame:
    base = {
        "status": "none",
        "first_year_be": pd.NA,
        "latest_year_be": pd.NA,
        "municipalities": 0,
        "best": pd.NA,
    }
    table = pd.DataFrame(base | columns, index=pd.Index(outlines.codes(), name="province_code"))
    whole = ["first_year_be", "latest_year_be", "municipalities"]
    return table.astype(dict.fromkeys(whole, "Int64") | {"status": "string", "best": "string"})


def one(measure: choropleth.MapMeasure, **columns: object) -> str:
    """Return the class label of the first province."""
    painted = choropleth.paint(states(**columns), measure, EN, question=USUAL)
    return dict(zip(painted.keys, painted.labels, strict=True))[painted.classes.iloc[0]]


@pytest.mark.parametrize(
    ("measure", "columns", "label"),
    [
        ("status", {"status": "counted"}, "Counted under this rule"),
        ("status", {"status": "older"}, "Latest result older than 3 years"),
        ("latest", {"latest_year_be": 2552}, "2547–2552"),
        ("latest", {"latest_year_be": 2561}, "2560–2561"),
        ("latest", {"latest_year_be": 2562}, "2562"),
        ("latest", {"latest_year_be": 2569}, "2563 and over"),
        ("first", {"first_year_be": 2553}, "2553–2559"),
        ("municipalities", {"municipalities": 1}, "1"),
        ("municipalities", {"municipalities": 5}, "4–5"),
        ("municipalities", {"municipalities": 10}, "8 and over"),
        ("best", {"best": "excellent"}, "Area result: excellent"),
    ],
)
def test_a_value_falls_into_its_class(
    measure: choropleth.MapMeasure, columns: dict[str, object], label: str
) -> None:
    assert one(measure, **columns) == label


@pytest.mark.parametrize("measure", choropleth.MEASURES)
def test_nothing_is_not_low(measure: choropleth.MapMeasure) -> None:
    assert one(measure) == "Not in the published list"
    assert one(measure, status="outside") == "Outside the 76-province target (Bangkok)"
    assert one(measure, status="no_data") == "No data"


@pytest.mark.parametrize("measure", choropleth.MEASURES)
def test_classes_do_not_follow_the_data(measure: choropleth.MapMeasure) -> None:
    few = choropleth.paint(states(), measure, EN, question=USUAL)
    many = choropleth.paint(
        states(latest_year_be=2562, first_year_be=2547, municipalities=9, best="good"),
        measure,
        EN,
        question=USUAL,
    )
    assert (few.keys, few.swatches) == (many.keys, many.swatches)


def test_the_paint_string_has_one_character_a_province() -> None:
    painted = choropleth.paint(states(status="counted"), "status", EN, question=USUAL)
    assert painted.paint() == "0" * 77


def test_files_paint_each_province_as_the_page_does_whatever_the_order_of_the_table() -> None:
    counted = {"10": "outside", "47": "counted", "83": "older"}
    table = states()
    table["status"] = pd.Series(counted).reindex(table.index).fillna("none").astype("string")
    painted = choropleth.paint(table.sample(frac=1, random_state=1), "status", EN, question=USUAL)
    frame = Frame(outlines="", views=("outlines",), label="", area=("47", "83"))
    picture = country_map.country(map_data.data(painted, frame, EN, counts=True), ())
    provinces = {one.outline.code: one for one in country_map.provinces(picture)}
    assert {code: provinces[code].swatch["label"] for code in (*counted, "96")} == {
        "10": "Outside the 76-province target (Bangkok)",
        "47": "Counted under this rule",
        "83": "Latest result older than 3 years",
        "96": "Not in the published list",
    }
    assert [code for code, one in provinces.items() if one.opacity == 1] == ["47", "83"]
    assert len(provinces) == 77


def test_without_a_window_nothing_is_older() -> None:
    for asked in (
        Question(rule="a", fiscal_year_be=2563),
        Question(rule="d", fiscal_year_be=2563, window_years=None),
    ):
        assert "older" not in choropleth.paint(states(), "status", EN, question=asked).keys
    assert "older" in choropleth.paint(states(), "status", EN, question=USUAL).keys


def test_missing_is_patterned_and_every_value_is_solid() -> None:
    patterns = {key: swatch.pattern for key, swatch in theme.STATUS.items()}
    assert patterns["not_known"] == "hatch"
    assert patterns["no_data"] == "dots"
    assert patterns["counted"] == patterns["older"] == "solid"


def test_neighbouring_colours_differ_in_lightness() -> None:
    light = [0.299 * r + 0.587 * g + 0.114 * b for r, g, b in map(theme.rgb, theme.SEQUENTIAL)]
    steps = [before - after for before, after in itertools.pairwise(light)]
    assert min(steps) > 20
