"""The staircase page: its numbers against the committed tables, its address and its notices."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from tests.pages.opened import (
    MARK,
    ROOT,
    address,
    component,
    everything,
    folded,
    open_page,
    unfold,
)
from tests.pages.staircase.enrolment import PARTS, PICTURES, rows_of, steps
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("year", [2550, 2569])
def test_the_steps_are_those_of_the_table(lang: Lang, year: int) -> None:
    # Rows of the year with a step and not withdrawn are on that step, whatever else is done with
    # years that have no row: those add to a step only where a row follows, or after a graduation.
    words = Words(lang)
    shown = steps(open_page("staircase", lang=lang, year=str(year)))
    rows = rows_of("enrolment")
    by_lao: dict[str, dict[int, dict[str, str]]] = {}
    for row in rows:
        by_lao.setdefault(row["lao_id"], {})[int(row["fiscal_year_be"])] = row
    expected: Counter[str] = Counter()
    for years in by_lao.values():
        before = [at for at in years if at <= year]
        if not before:
            continue
        last = years[max(before)]
        silent = max(before) < year
        if last["status"] == "withdrawn":
            continue
        lost = silent and last["status"] != "graduated" and max(years) < year
        expected["unknown" if lost else last["step"] or "unknown"] += 1
    names = ("1", "2", "3", "4", "F1", "F2", "F3", "unknown")
    assert shown == {words(f"step.{step}"): str(expected[step]) for step in names}
    numbers = component(open_page("staircase", lang=lang, year=str(year)), "stairs")["figures"]
    assert numbers[0]["number"] == str(sum(expected.values()))
    assert numbers[0]["window"] == words("window.year", last=year)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_fictitious_rows_says_so(part: str, lang: Lang) -> None:
    app = open_page("staircase", year="2563", part=part, lang=lang)
    assert not app.exception
    drawn = {element.key for element in app.get("bidi_component")}
    assert drawn >= set(PICTURES[part])
    for key in PICTURES[part]:
        data = component(app, key)
        if "figure" in data:
            notes = [note["text"] for note in data["figure"]["layout"]["annotations"]]
            assert notes.count(MARK[lang]) >= 2
        else:
            assert data["mark"] == MARK[lang]
    assert Words(lang)("trial.band") in [text.value for text in app.markdown]


@pytest.mark.parametrize("part", PARTS)
def test_the_words_are_nowhere_once_a_real_table_is_loaded(real: None, part: str) -> None:
    assert real is None
    for lang in LANGS:
        app = open_page("staircase", year="2563", part=part, lang=lang)
        assert not app.exception
        assert steps(app)[Words(lang)("step.2")] == "1"
        for words in (*MARK.values(), "fictitious", "FIC-"):
            assert words not in everything(app)
        assert not app.toggle(key="trial.switch").value  # scores are still invented


def test_the_switch_is_in_the_address_and_turns_them_off() -> None:
    app = open_page("staircase")
    app.toggle(key="trial.switch").set_value(v=False).run()
    assert address(app) == {"trial": "0"}
    assert "stairs" not in {element.key for element in app.get("bidi_component")}
    assert Words("th")("staircase.empty_title") in [text.value for text in app.header]
    app.toggle(key="trial.switch").set_value(v=True).run()
    assert address(app) == {"trial": "1"}
    assert steps(app)


def test_the_setting_turns_them_off_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    app = open_page("staircase", year="2563", trial="1")
    assert not app.toggle
    assert Words("th")("staircase.empty_title") in [text.value for text in app.header]


@pytest.mark.parametrize(
    ("name", "called", "good", "bad"),
    [
        ("part", "filter.parts", "cohorts", "all"),
        ("by", "overview.groups", "lao_type", "name"),
        ("longer", "follow.threshold", "3", "0"),
        ("move", "moves.list_filter", "down", "sideways"),
        ("trial", "trial.switch", "0", "yes"),
        ("year", "filter.year", "2569", "1999"),
    ],
)
def test_values_of_the_address(name: str, called: str, good: str, bad: str) -> None:
    app = open_page("staircase", **{name: good})
    assert not app.exception
    assert not app.warning
    assert address(app) == {name: good}
    app = open_page("staircase", **{name: bad})
    assert not app.exception
    assert app.warning[0].value == Words("th")("filter.refused", names=Words("th")(called))
    assert address(app) == {}


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_a_table_is_no_data_and_no_zero(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2570", lang=lang)
    assert set(steps(app).values()) == {words("overview.unknown")}
    assert {one["number"] for one in component(app, "stairs")["figures"]} == {
        words("overview.unknown")
    }
    no_year = words("staircase.no_year", year=2570, years="2547–2569")
    assert [text.value for text in app.info] == [no_year]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("page", "link"),
    [("staircase", {}), ("map", {"show": "stage"}), ("province", {"province": "TH-11"})],
)
def test_a_table_that_begins_later_says_which_years_it_holds_and_leads_there(
    recent: None, page: str, link: dict[str, str], lang: Lang
) -> None:
    assert recent is None
    words = Words(lang)
    note = words("staircase.no_year", year=2563, years="2565–2566")
    unasked = open_page(page, lang=lang, **link)  # it opens on the table's own last year
    assert note not in [text.value for text in unasked.info]
    assert "2566" in everything(unasked)
    app = open_page(page, lang=lang, year="2563", **link)
    assert not app.exception
    assert note in [text.value for text in app.info]
    app.button(key=f"{page}.to_last_year").click().run()
    assert address(app).get("year", "2566") == "2566"
    assert note not in [text.value for text in app.info]
    assert f"{page}.to_last_year" not in {button.key for button in app.button}


def test_an_area_narrows_the_numbers_and_keeps_the_countrys_threshold() -> None:
    app = open_page("staircase", year="2563", region="4-South")
    whole = open_page("staircase", year="2563")
    south, country = (component(one, "stairs")["figures"] for one in (app, whole))
    assert int(south[0]["number"]) < int(country[0]["number"])
    assert south[2]["notes"] == country[2]["notes"]


@pytest.mark.parametrize("part", PARTS)
def test_an_area_where_nobody_has_enrolled_yet_says_so(part: str) -> None:
    # The first LAOs of office 14 enrol after FY 2549: at the end of 2547 and 2548 there are none.
    homes = {row["lao_id"]: row["province_code"] for row in rows_of("municipalities")}
    with (ROOT / "data" / "provinces.csv").open(encoding="utf-8", newline="") as file:
        area = {
            row["province_code"] for row in csv.DictReader(file) if row["office_number"] == "14"
        }
    early = [row for row in rows_of("enrolment") if row["fiscal_year_be"] <= "2548"]
    assert not [row for row in early if homes[row["lao_id"]] in area]
    app = open_page("staircase", part=part, year="2548", office="14", lang="en")
    assert not app.exception
    assert set(steps(app).values()) == {"0"}
    if part == "moves":
        nobody_moved = Words("en")("moves.nobody", before=2547, year=2548)
        assert nobody_moved in [text.value for text in app.info]
        assert not app.table
    if part == "follow":
        nobody_there = Words("en")("staircase.nobody_in_year", year=2548)
        assert nobody_there in [text.value for text in app.info]
    for label in folded(app):
        unfold(open_page("staircase", part=part, year="2548", office="14", lang="en"), label)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_folds_its_tables(part: str) -> None:
    words = Words("en")
    app = open_page("staircase", year="2563", part=part, lang="en")
    for label in folded(app):
        again = open_page("staircase", year="2563", part=part, lang="en")
        assert len(unfold(again, label))
    assert words("staircase.table") in folded(app)
