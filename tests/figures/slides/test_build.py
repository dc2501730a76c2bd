"""The slides of a meeting against numbers counted by hand in the published list."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.figures.slides.meeting import made, material, selection
from utils.figures.slides.build import build
from utils.figures.slides.slide import SLIDES, Baseline
from utils.measures.changes.comparison import State
from utils.words import LANGS, Lang

# Nine of the 76 have no result in FY 2561-2563: three none at all, six an older one.
NEVER = {"Mukdahan", "Phang-nga", "Narathiwat"}
OLDER = {"Chanthaburi", "Nakhon Phanom", "Samut Sakhon", "Samut Songkhram", "Phetchaburi", "Krabi"}


def listed(years: range) -> set[str]:
    """Return the provinces with a row in the published list in these years, Bangkok left out."""
    awards = material().record.awards
    return set(awards.loc[awards["fiscal_year_be"].isin(years), "province_code"]) - {"10"}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("year", [2547, 2560, 2563, 2566])
def test_every_slide_has_a_message_and_its_figure_is_json(year: int, lang: Lang) -> None:
    slides = made(selection(lang, year=year, fictitious=True))
    # One release has corrected nothing, and before the first year there is none to compare.
    lacking = {"corrected"} | ({"moved", "scored"} if year == 2547 else set())
    assert tuple(slides) == tuple(name for name in SLIDES if name not in lacking)
    for slide in slides.values():
        assert slide.sentence
        assert json.loads(json.dumps(slide.figure)) == slide.figure
        assert "None" not in slide.sentence + slide.basis
        assert "<NA>" not in slide.sentence + slide.basis


def test_every_slide_tells_the_one_number() -> None:
    slides = made(selection())
    assert (
        slides["stand"].sentence == "At the end of FY 2563, 67 of 76 provinces are counted (88.2%)"
    )
    assert slides["stand"].figure["main"]["number"] == "67"
    assert slides["stand"].table["Provinces counted"].tolist() == [73, 67, 54, 20]
    assert slides["map"].sentence == "At the end of FY 2563, 9 of 76 provinces are not counted yet"
    assert len(slides["map"].figure["named"]) == 9
    assert slides["pace"].figure["chart"]["series"]["Counted"][-1] == 67
    assert [row["text"] for row in slides["regions"].figure["rows"]] == [
        "21/25 (84.0%)",
        "17/17 (100.0%)",
        "18/20 (90.0%)",
        "11/14 (78.6%)",
    ]


def test_the_provinces_that_remain_are_named_by_why() -> None:
    groups = made(selection())["remaining"].figure["groups"]
    assert [set(group["names"]) for group in groups] == [NEVER, OLDER]


def test_what_changed_names_who_came_and_who_went() -> None:
    change = made(selection(names=("change",)))["change"]
    assert "no province changed status" in change.sentence
    assert change.table.empty
    gained = made(selection(year=2562, names=("change",)))["change"]
    before, now = (listed(range(last - 2, last + 1)) for last in (2561, 2562))
    new, gone = gained.figure["groups"]
    assert (len(before), len(now)) == (60, 67)
    assert (
        (len(new["names"]), len(gone["names"])) == (len(now - before), len(before - now)) == (9, 2)
    )
    assert len(gained.table) == 11
    assert "9 provinces were newly counted, and 2 are no longer counted" in gained.sentence


def test_two_releases_are_compared_and_corrections_stand_apart() -> None:
    held = material()
    awards = held.record.awards
    # The earlier release lacked Nakhon Sawan, and dated Krabi's prize of FY 2559 three years late.
    rows = awards[awards["province_code"] != "60"]
    late = (rows["province_code"] == "81") & (rows["fiscal_year_be"] == 2559)
    rows = rows.assign(fiscal_year_be=rows["fiscal_year_be"].mask(late, 2562))
    record = replace(held.record, awards=rows)
    earlier = State(record=record, staircase=held.staircase, scores=held.scores)
    baseline = Baseline(release=3, name="data release no. 3 (1/10/2569)")
    chosen = replace(selection(names=("change", "moved", "scored", "corrected")), baseline=baseline)
    slides = {slide.name: slide for slide in build(chosen, replace(held, earlier=earlier))}
    assert list(slides) == ["change", "corrected"]
    change, corrected = slides.values()
    assert change.sentence == (
        "From data release no. 3 (1/10/2569) to no. 7, "
        "67\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}67 of 76 provinces counted "
        "(new data: 1 gained, 0 lost · corrections of earlier data: 0 gained, 1 lost)"
    )
    assert [group["names"] for group in change.figure["groups"]] == [
        ["Nakhon Sawan"],
        [],
        ["Krabi"],
    ]
    assert change.table["Cause"].tolist() == [
        "new data or a later year",
        "correction of earlier data",
    ]
    assert corrected.sentence.endswith(
        "1 earlier row was corrected; this alone changed the status of 1 province, the step of "
        "0 LAOs and 0 totals"
    )
    assert corrected.table.to_numpy().tolist() == [
        ["Awards and area results", "changed", 2559, "Krabi", 1]
    ]


def test_invented_steps_and_scores_are_of_no_release() -> None:
    held = material(fictitious=True)
    chosen = selection(names=("moved", "scored"), fictitious=True)
    years = made(chosen)
    assert [slide.fictitious for slide in years.values()] == [True, True]
    assert all(slide.sentence.startswith("[Fictitious data]") for slide in years.values())
    rows = years["moved"].figure["rows"]
    up, down = (row["value"] for row in rows if row["name"] in {"Moved up", "On a lower step"})
    assert f"{up} of " in years["moved"].sentence
    assert f"and {down} " in years["moved"].sentence
    real = material()
    earlier = State(record=real.record, staircase=real.staircase, scores=real.scores)
    assert build(chosen, replace(held, earlier=earlier)) == ()
    assert made(replace(chosen, fictitious=False)) == {}


def test_slides_keep_the_order_they_were_chosen_in() -> None:
    assert tuple(made(selection(names=("remaining", "stand")))) == ("remaining", "stand")


def test_invented_tables_are_shown_only_when_asked_for_and_say_so() -> None:
    assert "stairs" not in made(selection())
    stairs = made(selection(fictitious=True))["stairs"]
    assert stairs.fictitious
    assert stairs.sentence.startswith("[Fictitious data]")
    assert "fictitious data" in stairs.basis
    for name in ("stairs", "holding", "moved", "scored"):
        basis = made(selection(fictitious=True))[name].basis
        assert "reported by" in basis, name
        assert "of 16 offices" in basis, name


def test_an_unknown_year_is_never_zero() -> None:
    slides = made(selection(year=2566))
    assert slides["stand"].figure["main"]["known"] is False
    assert {row["value"] for row in slides["regions"].figure["rows"]} == {None}
    assert slides["map"].figure["named"] == []
    assert "There are no data" in slides["remaining"].sentence


def test_an_area_counts_its_own_provinces() -> None:
    slides = made(selection(codes=("49", "60", "10")))  # Mukdahan, Nakhon Sawan, Bangkok
    assert "1 of 2 provinces in X is counted" in slides["stand"].sentence
    assert slides["map"].figure["named"] == ["49"]
