"""Cities' scores on Pilots and on a card: real tables by hand, invented cities apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import component, open_page, unfold
from tests.pages.scores.by_hand import HEADINGS
from utils.screen.app import cache
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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with scores of real LAOs, made for these tests only, and its store."""
    tables = tmp_path_factory.mktemp("tables")
    rows = [
        f"{lao},2563,criteria_34,{at},self,{30 if (lao, at) == (NAN, 1) else points},,"
        for lao, points in POINTS.items()
        for at in range(1, 35)
    ]
    (tables / "scores.csv").write_text("\n".join([HEADINGS["scores"], *rows, ""]), "utf-8")
    return tables


@pytest.fixture
def real(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Load them, as an installation would; what is kept is of one release: nothing is forgotten."""
    monkeypatch.setenv("ESC_TABLES", str(folder))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{folder / 'esc.sqlite'}")


def beside(app: AppTest) -> dict[str, Any]:
    return component(app, "beside")


def keys(app: AppTest) -> list[str | None]:
    return [element.key for element in app.get("bidi_component")]


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
    assert nan["place"] == "Rank 1 of 6 (with its peers)"
    assert nan["above"] == [[1, 400], ["2–34", 200]]
    assert phitsanulok["place"] == EN("city_scores.no_place", n=0, minimum=5)
    assert shown["groups"][0]["rows"][0]["cells"][1] == [700, None, None, None, 0]
    assert shown["mark"] == ""
    assert [row["known"][0] for row in shown["groups"][0]["rows"]] == [
        *("34/34", "7/7", "9/9", "7/7", "11/11")
    ]
    table = unfold(app, EN("city_scores.table"))
    assert len(table) == 2 * (1 + 4 + 34)
    assert table["The city (%)"].iloc[0] == 80.7
    # Who the peers are, so that 60 is seen to be the median of 40, 50, 60, 70 and 80.
    peers = unfold(app, EN("peers.in_scores"))
    assert peers["Peers of"].tolist() == ["Nan TM"] * 6 + ["Phitsanulok CM"]
    assert sorted(peers["Total (%)"][:6]) == [40, 50, 60, 70, 80, 80.7]
    assert peers["LAO"][0] == f"city?city={NAN}&lang=en#Nan TM"


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
    note = "Totals: Self-assessment · Criteria of 4 components and 34 indicators · FY 2563"
    assert effect["notes"] == [note]


def test_no_invented_score_stands_beside_a_real_city() -> None:
    for name in ("pilots", "city"):
        app = open_page(name, year="2567", lang="en")
        assert "beside" not in keys(app)
        assert EN("city_scores.empty") in [one.value for one in app.markdown]
        assert app.button(key="city_scores.load")


def test_invented_cities_are_compared_apart_and_say_so() -> None:
    app = open_page("pilots", cities=FIC, year="2567", lang="en", shape="radar")
    assert not [*app.exception, *app.warning]
    shown = beside(app)
    assert (shown["mark"], shown["shape"]) == ("Fictitious data", "radar")
    assert [city["id"] for city in shown["cities"]] == FIC.split(",")
    options = component(app, "finder")["options"]
    assert options
    assert all("Fictitious" in name for _, name in options)


def test_invented_cities_stand_on_the_staircase_beside_no_real_place() -> None:
    shown = component(open_page("pilots", cities=FIC, year="2567", lang="en"), "cities")
    assert (shown["mark"], shown["remove"]) == ("Fictitious data", EN("pilots.remove"))
    first, second = shown["cities"]
    assert [first["place"], first["counts"], first["strengths"]] == [None, [], []]
    # It withdrew in 2566: from then on it is on no step.
    runs = [(run["year"], run["last"], run["n"]) for run in first["lanes"][0]["marks"]]
    assert runs == [(2558, 2559, "1"), (2560, 2560, "2"), (2561, 2563, "3"), (2564, 2565, "4")]
    [sentence] = first["peers"]
    assert sentence.startswith("[Fictitious data] Staircase, FY 2565: Step 4 since FY 2564; ")
    # It graduated in 2560, and stays on its step.
    last = second["lanes"][0]["marks"][-1]
    assert last == {"year": 2559, "last": 2569, "n": "4", "said": "Step 4"}


def test_from_the_quiet_line_invented_cities_are_one_step_away() -> None:
    app = open_page("pilots", lang="en", year="2567", trial="1")
    [button] = [one for one in app.button if one.label == EN("city_scores.see_invented")]
    shown = beside(button.click().run())
    assert all(city["id"].startswith("FIC-") for city in shown["cities"])
    off = open_page("pilots", lang="en", trial="0")
    assert EN("city_scores.see_invented") not in [one.label for one in off.button]


def test_an_invented_city_has_a_card_of_steps_and_scores() -> None:
    app = open_page("city", city="FIC-18-001", year="2567", lang="en")
    assert not [*app.exception, *app.warning]
    assert component(app, "cities")["cities"][0]["href"] is None
    assert beside(app)["near"]
    unscored = open_page("city", city="FIC-11-002", year="2567", lang="en")
    assert not [*unscored.exception, *unscored.warning]
    assert beside(unscored)["cities"][0]["place"] == EN("city_scores.not_assessed")


def test_with_real_steps_an_invented_city_is_on_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heading = "lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status,"
    heading += "coach_assigned,regional_network,note"
    row = "LAO-60-001,2568,standard,1,,,active,,,"
    (tmp_path / "enrolment.csv").write_text(f"{heading}\n{row}\n", "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    [city] = component(open_page("city", city="FIC-18-001", lang="en"), "cities")["cities"]
    assert city["lanes"][0]["marks"] == []
    assert city["gaps"] == [EN("city.no_step")]
    cache.forget()
