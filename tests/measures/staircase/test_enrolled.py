"""Enrolment against the denominators, by hand, and the published number of areas."""

from __future__ import annotations

import pytest

from tests.measures.stair import staircase
from utils.measures.staircase.enrolled import against_denominators
from utils.tables import shipped

DENOMINATORS = shipped.load("lao_denominators")


def test_both_sources_have_their_dates_and_their_sums() -> None:
    stated = DENOMINATORS.set_index(["basis", "lao_group"])["count"]
    page, dla = stated["la21_page"].to_dict(), stated["dla_2563"].to_dict()
    assert page["municipalities"] + page["อบต."] + page["อบจ."] == 7850
    assert page["all"] == dla["all"] == 7852
    assert dla["ทน."] + dla["ทม."] + dla["ทต."] == dla["municipalities"] == 2462
    assert dla["municipalities"] + dla["อบต."] + dla["อบจ."] + dla["special"] == 7852
    notes = DENOMINATORS.loc[DENOMINATORS["lao_group"] == "all", ["note_th", "note_en"]]
    assert all("7,850" in note for note in notes.iloc[0])


def test_enrolled_of_all_by_type() -> None:
    table = against_denominators(staircase(), DENOMINATORS, 2561).set_index(["basis", "lao_group"])
    dla = table.loc["dla_2563"]
    # E (อบต.) has left by 2561; ทต.: A, C, D, F, H; ทม.: B; ทน.: G
    assert dla["enrolled"].to_dict() == {
        "ทน.": 1,
        "ทม.": 1,
        "ทต.": 5,
        "municipalities": 7,
        "อบต.": 0,
        "อบจ.": 0,
        "all": 7,
    }
    assert dla["ever"].to_dict()["อบต."] == 1
    assert dla.at["ทต.", "share"] == pytest.approx(5 / 2242)
    assert set(dla["as_of_on"]) == {"2020-06-05"}
    page = table.loc["la21_page"]
    assert page["as_of_on"].isna().all()
    assert page.at["all", "total"] == 7852


def test_a_year_without_data_is_not_zero() -> None:
    for stair in (staircase(), staircase([])):
        table = against_denominators(stair, DENOMINATORS, 2570)
        assert table[["enrolled", "ever", "share"]].isna().all(axis=None)
        assert table["total"].notna().all()
