"""The slides of a meeting against numbers counted by hand in the published list."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.figures.slides.meeting import made, material, selection
from utils.figures.slides.build import build
from utils.figures.slides.slide import SLIDES, Baseline
from utils.measures.changes.comparison import State
from utils.words import LANGS, Lang, Words

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
    # One release has corrected nothing, before the first year there is none to compare, and of a
    # year without data nothing is said of regions and of who remains.
    lacking = {"corrected"}
    lacking |= {"change", "moved", "scored"} if year == 2547 else set()
    lacking |= {"change", "regions", "remaining", "needs"} if year == 2566 else set()
    assert tuple(slides) == tuple(name for name in SLIDES if name not in lacking)
    for slide in slides.values():
        assert slide.sentence
        assert json.loads(json.dumps(slide.figure)) == slide.figure
        assert "None" not in slide.sentence + slide.basis
        assert "<NA>" not in slide.sentence + slide.basis


def test_every_slide_tells_the_one_number() -> None:
    slides = made(selection())
    assert (
        slides["stand"].sentence
        == "At the end of FY 2563, at least 67 of 76 provinces are counted; 9 are not known"
    )
    assert slides["stand"].figure["main"]["number"] == "67"
    assert slides["stand"].table["Counted, at least"].tolist() == [73, 67, 54, 20]
    assert slides["stand"].table["Not known"].tolist() == [3, 9, 22, 56]
    assert slides["map"].sentence == (
        "At the end of FY 2563, 9 of 76 provinces are not known, as lists are incomplete"
    )
    assert len(slides["map"].figure["named"]) == 9
    assert slides["pace"].figure["chart"]["series"]["Counted"][-1] == 67
    assert [row["text"] for row in slides["regions"].figure["rows"]] == [
        "at least 21/25 · 4 not known",
        "17/17 (100.0%)",
        "at least 18/20 · 2 not known",
        "at least 11/14 · 3 not known",
    ]


def test_the_provinces_that_remain_are_named_by_why() -> None:
    groups = made(selection())["remaining"].figure["groups"]
    assert [set(group["names"]) for group in groups] == [NEVER, OLDER]


def test_a_reported_result_is_a_note_below_the_names_and_no_name_less() -> None:
    slide = made(selection())["remaining"]
    place = "Narathiwat (Su-ngai Kolok TM, for 2565)"
    assert slide.notes == (Words("en")("reported.beside", places=place),)
    assert any("Narathiwat" in group["names"] for group in slide.figure["groups"])
    assert made(selection(codes=("81", "50")))["remaining"].notes == ()


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
    assert gained.sentence.endswith("gained 9 · left the window 2")


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
        "provinces counted: at least 67 of 76 provinces, 9 not known"
        "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}at least 67 of 76 provinces, 9 not known "
        "(new data: gained 1 · left the window 0; "
        "corrections of earlier data: gained 0 · left the window 0 · not known 1)"
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
    assert slides["map"].figure["named"] == []
    assert not {"change", "regions", "remaining"} & set(slides)


def test_pilots_are_counted_once_and_their_bars_are_the_numbers_of_the_sentence() -> None:
    slide = made(selection(names=("pilots",)))["pilots"]
    every, *programmes = slide.figure["rows"]
    assert (
        f"Of {every['total']} pilot and model LAOs at least {every['value']} have" in slide.sentence
    )
    # 16 rows of ASEAN ESC are of 13 cities, as the page of the pilots says.
    asean = next(row for row in programmes if row["name"] == Words("en")("pilots.view.asean_esc"))
    assert (asean["total"], asean["text"]) == (
        13,
        f"at least {asean['value']}/13 · {13 - asean['value']} not known",
    )
    assert slide.figure["nested"] is True
    assert "programmes: Public pages" in slide.basis
    assert "published award list" in slide.basis


def test_an_area_counts_its_own_provinces() -> None:
    slides = made(selection(codes=("49", "60", "10")))  # Mukdahan, Nakhon Sawan, Bangkok
    assert "1 of 2 provinces in X is counted" in slides["stand"].sentence
    assert slides["map"].figure["named"] == ["49"]


def test_the_nine_and_who_is_nearest_in_each() -> None:
    slide = made(selection())["needs"]
    assert slide.sentence == (
        "9 provinces not counted or not known at the end of FY 2563: whom to call first"
    )
    rows = [row["text"] for row in slide.figure["rows"]]
    assert {row.split(":")[0] for row in rows} == NEVER | OLDER
    assert rows[0] == "Chanthaburi: Chaman SM (latest result FY 2559, by the published list)"
    # who has no result is named by its centre city, which is assumed
    assert "Phang-nga: Phang-nga TM (assumed centre city, no result found)" in rows
    assert slide.figure["rows"][0]["responsible"] == ["Office 13"]
    # by rule (d) 56 wait: nine are shown, and the table has all
    many = made(selection(rule="d"))["needs"]
    assert (len(many.figure["rows"]), len(many.table)) == (9, 56)
    assert many.sentence.endswith("(the first 9 by code; the table has all)")


def test_every_slide_can_say_why_it_is_left_out() -> None:
    always = {"stand", "map", "pace"}
    for lang in LANGS:
        for name in set(SLIDES) - always:
            assert Words(lang)(f"slide.absent.{name}")
