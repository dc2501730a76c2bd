"""Cities' scores on Pilots and on a card: real tables by hand, invented cities apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import component, open_page, unfold
from tests.pages.test_scores import HEADINGS
from utils.screen import cache
from utils.words import Words

EN = Words("en")
NAN, PHITSANULOK = "LAO-55-004", "LAO-65-005"
# Town municipalities of the North, the same points of 30 on every indicator: 40 to 80 per cent.
POINTS = {
    NAN: 24,
    "LAO-51-001": 12,
    "LAO-53-007": 15,
    "LAO-54-006": 18,
    "LAO-56-006": 21,
    "LAO-58-002": 24,
    PHITSANULOK: 21,  # a city municipality: nobody's peer here
}
FIC = "FIC-17-001,FIC-18-001"


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load scores of real LAOs, made for these tests only."""
    rows = [
        f"{lao},2563,criteria_34,{at},self,{30 if (lao, at) == (NAN, 1) else points},,"
        for lao, points in POINTS.items()
        for at in range(1, 35)
    ]
    (tmp_path / "scores.csv").write_text("\n".join([HEADINGS["scores"], *rows, ""]), "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()


def beside(app: AppTest) -> dict[str, Any]:
    return component(app, "beside")


def keys(app: AppTest) -> list[str | None]:
    return [found.key for found in app.get("bidi_component")]


@pytest.mark.usefixtures("real")
def test_two_real_cities_stand_beside_their_peers_by_one_link() -> None:
    app = open_page("pilots", cities=f"{NAN},{PHITSANULOK}", lang="en")
    shown = beside(app)
    nan, phitsanulok = shown["cities"]
    # Nan: 34 x 24 and six more; component 1 is (30 + 6 x 24) of 210: 82.857, the total 80.714.
    assert [row["cells"][0] for row in shown["groups"][0]["rows"]] == [
        [807, 500, 600, 700, 5],
        [829, 500, 600, 700, 5],
        *[[800, 500, 600, 700, 5]] * 3,
    ]
    assert nan["place"] == "Place 1 of 6 (itself and its peers)"
    assert nan["above"] == [[1, 400], ["2–34", 200]]
    assert phitsanulok["place"] == EN("city_scores.alone")
    assert shown["groups"][0]["rows"][0]["cells"][1] == [700, None, None, None, 0]
    assert shown["mark"] == ""
    table = unfold(app, EN("city_scores.table"))
    assert len(table) == 2 * (1 + 4 + 34)
    assert table["The city (%)"].iloc[0] == 80.7


@pytest.mark.usefixtures("real")
def test_a_card_shows_the_same_and_its_neighbours_in_score() -> None:
    shown = beside(open_page("city", city="LAO-56-006", lang="en"))
    assert shown["groups"][0]["rows"][0]["cells"] == [[700, 500, 600, 800, 5]]
    # By distance from 70: 60 and 80, then 80.7, 50 and 40.
    assert [(one["id"], one["said"]) for one in shown["near"]] == [
        ("LAO-54-006", "60.0 (−10.0)"),
        ("LAO-58-002", "80.0 (+10.0)"),
        (NAN, "80.7 (+10.7)"),
        ("LAO-53-007", "50.0 (−20.0)"),
        ("LAO-51-001", "40.0 (−30.0)"),
    ]


@pytest.mark.usefixtures("real")
def test_with_real_scores_invented_cities_are_unknown_and_pilots_are_compared() -> None:
    app = open_page("pilots", cities=FIC, lang="en")
    assert [one.value for one in app.warning] == [EN("pilots.refused.unknown")]
    effect = component(open_page("pilots", programme="effect", lang="en"), "scores_board")
    assert effect["number"] == "Not enough data"
    said = "Totals: Self-assessment · Criteria of 4 components and 34 indicators · FY 2563"
    assert effect["notes"] == [said]


def test_no_invented_score_stands_beside_a_real_city() -> None:
    for name in ("pilots", "city"):
        app = open_page(name, year="2567", lang="en")
        assert "beside" not in keys(app)
        assert EN("city_scores.empty") in [one.value for one in app.markdown]
        assert app.button(key="city_scores.load")


def test_invented_cities_are_compared_apart_and_say_so() -> None:
    app = open_page("pilots", cities=FIC, year="2567", lang="en", shape="radar")
    assert not [*app.exception, *app.warning]
    assert "cities" not in keys(app)
    shown = beside(app)
    assert (shown["mark"], shown["shape"]) == ("Fictitious data", "radar")
    assert [city["id"] for city in shown["cities"]] == FIC.split(",")
    options = component(app, "finder")["options"]
    assert options
    assert all("Fictitious" in name for _, name in options)


def test_from_the_quiet_line_invented_cities_are_one_step_away() -> None:
    app = open_page("pilots", lang="en", year="2567")
    [button] = [one for one in app.button if one.label == EN("city_scores.see_invented")]
    shown = beside(button.click().run())
    assert all(city["id"].startswith("FIC-") for city in shown["cities"])
    off = open_page("pilots", lang="en", fictitious="off")
    assert EN("city_scores.see_invented") not in [one.label for one in off.button]


def test_an_invented_city_has_a_card_of_scores_alone() -> None:
    app = open_page("city", city="FIC-18-001", year="2567", lang="en")
    assert not [*app.exception, *app.warning]
    assert "cities" not in keys(app)
    assert beside(app)["near"]
