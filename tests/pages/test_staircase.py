"""The staircase page: its numbers against the committed tables, counted here by hand."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import (
    ROOT,
    address,
    component,
    drawn,
    folded,
    open_page,
    short_table,
    unfold,
)
from utils.figures.staircase import rows as staircase_rows
from utils.screen.app import cache
from utils.screen.frame import PAGES
from utils.tables.declared import place_columns
from utils.words import LANGS, Lang, Words

PARTS = ("moves", "groups", "follow", "time", "cohorts", "map", "enrolled")
PICTURES = {
    "moves": ("stairs", "flow"),
    "groups": ("stairs",),
    "follow": ("stairs",),
    "time": ("stairs", "dwell", "reached", "pathways"),
    "cohorts": ("stairs", "cohorts"),
    "map": ("stairs", "stage_map"),
    "enrolled": ("stairs",),
}
MARK = {"th": "ข้อมูลสมมติ", "en": "Fictitious data"}
# Real LAOs of the register, in three provinces; nothing of this is known of them.
MADE = """lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status,coach_assigned,regional_network,note
LAO-11-001,2562,standard,1,2019-06-01,2019-05-01,active,true,Central,
LAO-11-001,2563,standard,2,,,active,true,Central,
LAO-11-002,2562,standard,3,2019-06-01,2019-05-01,active,,Central,
LAO-11-002,2563,standard,3,,,active,,Central,
LAO-11-003,2563,fast_track,F1,2020-06-01,2020-05-01,active,false,Central,
"""  # noqa: E501 a file as it is


def rows_of(name: str) -> list[dict[str, str]]:
    path = ROOT / "data" / "fictitious" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load a table of real LAOs, as an installation would."""
    (tmp_path / "enrolment.csv").write_text(MADE, "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()


@pytest.fixture
def recent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load a real table that begins after the last year of the award record, without dates."""
    heading = MADE.splitlines()[0]
    rows = [
        f"LAO-11-{lao:03},{year},standard,{1 + (year - 2565) * (lao == 1)},,,active,,,"
        for lao in (1, 2, 3)
        for year in (2565, 2566)
    ]
    (tmp_path / "enrolment.csv").write_text("\n".join([heading, *rows, ""]), "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()


def test_real_steps_stay_on_the_axis_of_a_city(tmp_path: Path, real: None) -> None:
    assert real is None
    heading = MADE.splitlines()[0]
    steps = [f"LAO-60-001,{year},standard,1,,,active,,," for year in (2568, 2569)]
    (tmp_path / "enrolment.csv").write_text("\n".join([heading, *steps, ""]), "utf-8")
    cache.forget()
    app = open_page("city", city="LAO-60-001", year="2555", lang="en")
    shown = component(app, "cities")
    *_, lane = shown["cities"][0]["lanes"]
    assert [(run["year"], run["last"]) for run in lane["marks"]] == [(2568, 2569)]
    assert shown["axis"]["last"] == 2569
    assert any("Programmes and steps: all years" in note.value for note in app.caption)


def everything(app: AppTest) -> str:
    """Return all that a page sends: its texts, its components, its tables and its files' names."""
    texts = [item.value for item in (*app.markdown, *app.caption, *app.info, *app.header)]
    data = drawn(app)
    tables = [table.value.to_csv() for table in (*app.dataframe, *app.table)]
    return "\n".join([*texts, *data, *tables])


def steps(app: AppTest) -> dict[str, str]:
    return {
        step["name"]: step["count"]
        for track in component(app, "stairs")["tracks"]
        for step in track["steps"]
    }


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


def test_moves_up_are_those_of_the_table() -> None:
    # Up: both years have a row with a step, neither withdrawn, on one pathway a later step, on two
    # a higher level.
    order = ("1", "2", "3", "4", "F1", "F2", "F3")
    level = dict(zip(order, (1, 2, 3, 4, 3, 3, 4), strict=True))
    by_key = {(row["lao_id"], row["fiscal_year_be"]): row for row in rows_of("enrolment")}
    up = 0
    for (lao, year), row in by_key.items():
        before = by_key.get((lao, str(int(year) - 1)))
        if year != "2563" or before is None or "withdrawn" in {row["status"], before["status"]}:
            continue
        if before["status"] == "graduated" or not (row["step"] and before["step"]):
            continue
        same = row["pathway"] == before["pathway"]
        places = order.index if same else level.__getitem__
        up += places(row["step"]) > places(before["step"])
    numbers = component(open_page("staircase"), "stairs")["figures"]
    assert numbers[1]["number"] == str(up) == "25"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_fictitious_rows_says_so(part: str, lang: Lang) -> None:
    app = open_page("staircase", part=part, lang=lang)
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
    assert Words(lang)("fictitious.notice_on") in [text.value for text in app.markdown]


@pytest.mark.parametrize("part", PARTS)
def test_the_words_are_nowhere_once_a_real_table_is_loaded(real: None, part: str) -> None:
    assert real is None
    for lang in LANGS:
        app = open_page("staircase", part=part, lang=lang)
        assert not app.exception
        assert steps(app)[Words(lang)("step.2")] == "1"
        for words in (*MARK.values(), "fictitious", "FIC-"):
            assert words not in everything(app)
        assert not app.toggle


# Scores follow their own tables: real enrolment does not end the invented ones.
@pytest.mark.parametrize("page", [name for name in PAGES if name not in {"staircase", "scores"}])
def test_no_other_page_says_the_words_beside_a_real_table(real: None, page: str) -> None:
    assert real is None
    link = {"map": {"show": "stage"}, "methods": {"table": "enrolment"}}.get(page, {})
    for lang in LANGS:
        told = everything(open_page(page, lang=lang, **link))
        for words in (*MARK.values(), "FIC-0"):
            assert words not in told


def test_the_overview_says_what_is_enrolled_by_a_real_table_only(real: None) -> None:
    assert real is None
    words = Words("en")
    told = [text.value for text in open_page("overview", lang="en").markdown]
    assert words("overview.enrolled", year=2563, n=3) in told


@pytest.mark.parametrize("lang", LANGS)
def test_other_pages_keep_fictitious_rows_out_of_real_figures(lang: Lang) -> None:
    overview = open_page("overview", lang=lang)
    assert MARK[lang] not in everything(overview)
    province = open_page("province", lang=lang, province="TH-60")
    notes = component(province, "step_timeline")["figure"]["layout"]["annotations"]
    assert [note["text"] for note in notes].count(MARK[lang]) >= 2
    assert MARK[lang] not in json.dumps(component(province, "timeline"), ensure_ascii=False)


@pytest.mark.parametrize("lang", LANGS)
def test_the_map_of_stages_has_fixed_classes_and_says_what_it_is(lang: Lang) -> None:
    def scale(map_: dict[str, Any]) -> list[tuple[str, str]]:
        return [(row["label"], row["fill"]) for row in map_["classes"]]

    maps = [
        component(open_page("map", show="stage", lang=lang, year=year), "map")
        for year in ("2550", "2563", "2569")
    ]
    assert scale(maps[0]) == scale(maps[1]) == scale(maps[2])
    assert {map_["mark"] for map_ in maps} == {MARK[lang]}
    assert [sum(row["count"] for row in map_["classes"]) for map_ in maps] == [77, 77, 77]


def test_the_switch_is_in_the_address_and_turns_them_off() -> None:
    app = open_page("staircase")
    app.toggle(key="staircase.switch").set_value(v=False).run()
    assert address(app) == {"fictitious": "off"}
    assert "stairs" not in {element.key for element in app.get("bidi_component")}
    assert Words("th")("stair.empty_title") in [text.value for text in app.header]
    app.toggle(key="staircase.switch").set_value(v=True).run()
    assert address(app) == {}
    assert steps(app)


def test_the_setting_turns_them_off_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    app = open_page("staircase", fictitious="on")
    assert not app.toggle
    assert Words("th")("stair.empty_title") in [text.value for text in app.header]


@pytest.mark.parametrize(
    ("name", "called", "good", "bad"),
    [
        ("part", "stair.parts", "cohorts", "all"),
        ("by", "overview.groups", "lao_type", "name"),
        ("longer", "follow.threshold", "3", "0"),
        ("move", "movers.filter", "down", "sideways"),
        ("fictitious", "fictitious.switch", "off", "yes"),
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
def test_the_follow_up_list_states_its_rule_and_leads_to_provinces(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="follow", longer="10", lang=lang, year="2569")
    table = app.dataframe[0].value
    assert (table[words("column.years_on_step")] > 10).all()
    [told] = [text.value for text in app.markdown if words("follow.own_rule", n=10) in text.value]
    assert str(len(table)) in told
    assert "2569" in told
    for link in table[words("column.province")].astype(str):
        start, _, name = link.partition("#")
        assert start.startswith("province?province=TH-")
        assert "year=2569" in start
        assert name
    assert table[words("column.lao")].astype(str).str.contains("สมมติ|Fictitious").all()


@pytest.mark.parametrize("lang", LANGS)
def test_moves_by_a_grouping_state_their_base(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", by="lao_type", lang=lang)
    table = short_table(app, "moves_rows")
    inside = [words(f"move.{move}") for move in ("up", "stay", "down", "left", "not_reported")]
    assert (table[inside].sum(axis=1) == table[words("column.base")]).all()
    small = table[table[words("column.base")] < 10]
    assert set(small[words("column.share_up")]) <= {words("share.none")}


@pytest.mark.parametrize("lang", LANGS)
def test_every_group_there_is_has_its_row_also_without_anybody(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="groups", by="lao_type", lang=lang, year="2547")
    table = short_table(app, "groups_rows").set_index(words("by.lao_type"))
    assert table.index.tolist() == [
        staircase_rows.lao_type(choice.code, words) for choice in place_columns.LAO_TYPES
    ]
    ids = {row["lao_id"] for row in rows_of("enrolment") if row["fiscal_year_be"] == "2547"}
    enrolled = {row["lao_type"] for row in rows_of("municipalities") if row["lao_id"] in ids}
    absent = [one.code for one in place_columns.LAO_TYPES if one.code not in enrolled]
    assert absent
    for code in absent:
        assert {str(value) for value in table.loc[staircase_rows.lao_type(code, words)]} == {"0"}


@pytest.mark.parametrize("lang", LANGS)
def test_the_denominators_are_read_from_the_left(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="enrolled", lang=lang)
    kind = words("fictitious.in_brackets")
    assert short_table(app, "enrolled_rows").columns.tolist() == [
        words("column.lao_type"),
        words("column.basis"),
        words("column.as_of"),
        words("column.enrolled") + kind,
        words("column.ever") + kind,
        words("column.total"),
        words("column.share"),
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_a_table_is_no_data_and_no_zero(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2570", lang=lang)
    assert set(steps(app).values()) == {words("overview.unknown")}
    assert {one["number"] for one in component(app, "stairs")["figures"]} == {
        words("overview.unknown")
    }
    no_year = words("stair.no_year", year=2570, years="2547–2569")
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
    app = open_page(page, lang=lang, **link)
    assert not app.exception
    told = words("stair.no_year", year=2563, years="2565–2566")
    assert told in [text.value for text in app.info]
    app.button(key=f"{page}.to_last_year").click().run()
    assert address(app)["year"] == "2566"
    assert told not in [text.value for text in app.info]
    assert f"{page}.to_last_year" not in {button.key for button in app.button}


def test_the_overview_names_the_year_that_a_later_table_ends_with(recent: None) -> None:
    assert recent is None
    words = Words("en")
    [told] = [text.value for text in open_page(lang="en").markdown if "staircase" in text.value]
    assert told.startswith(words("overview.enrolled", year=2566, n=3))
    assert told.endswith(words("stair.no_year", year=2563, years="2565–2566"))


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_later_table_cannot_tell_is_said_and_not_counted(recent: None, lang: Lang) -> None:
    assert recent is None
    words = Words(lang)
    app = open_page("staircase", lang=lang, year="2566", part="follow")
    # Three spells on step 1: no threshold, so nobody is said to be within it.
    shown = component(app, "stairs")
    assert shown["figures"][2]["number"] == words("stair.none_set")
    told = words("stair.no_threshold_note", minimum=10)
    assert shown["sentence"].endswith(told)
    assert [text.value for text in app.info] == [told]
    # By a threshold of one year two may be longer: nobody knows since when they are there.
    app = open_page("staircase", lang=lang, year="2566", part="follow", longer="1")
    assert component(app, "stairs")["figures"][2]["number"] == words("stair.cannot_tell")
    assert [text.value for text in app.info] == [words("stair.perhaps_longer", n=2)]


@pytest.mark.parametrize("part", ["time", "cohorts"])
def test_times_state_who_is_left_out_as_the_table_begins_too_late(recent: None, part: str) -> None:
    assert recent is None
    app = open_page("staircase", lang="en", part=part)
    assert not app.exception
    if part == "time":
        few = Words("en")("reached.too_few", n=0, minimum=10)
        assert few in [text.value for text in app.info]
    else:
        assert app.info[-1].value == Words("en")("cohort.no_entry")
    told = Words("en")("stair.left_out", n=3, spells=3)
    assert [text.value for text in app.caption if told in text.value]
    assert Words("en")("stair.left_out", n=1, spells=1).startswith(
        "Left out: 1 LAO whose first row"
    )


@pytest.mark.parametrize("part", ["follow", "moves"])
def test_the_headline_follows_the_readers_threshold(part: str) -> None:
    listed = open_page("staircase", part="follow", longer="3", lang="en").dataframe[0].value
    shown = component(open_page("staircase", part=part, longer="3", lang="en"), "stairs")
    words = Words("en")
    assert shown["figures"][2]["number"] == str(len(listed))
    assert shown["figures"][2]["notes"] == [words("follow.own_rule", n=3)]
    assert shown["sentence"].endswith(words("stair.sentence_longer_own", n=len(listed), years=3))
    assert "longer=3" in shown["address"]
    usual = component(open_page("staircase", part=part, lang="en"), "stairs")
    assert "longer" not in usual["address"]
    assert usual["figures"][2]["notes"][0].startswith(
        "Longer than the 75th percentile of the step, over all spells of FY 2547–2569: "
    )


def test_an_area_narrows_the_numbers_and_keeps_the_countrys_threshold() -> None:
    app = open_page("staircase", region="4-South")
    whole = open_page("staircase")
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
        said = Words("en")("moves.nobody", before=2547, year=2548)
        assert said in [text.value for text in app.info]
        assert not app.table
    if part == "follow":
        told = Words("en")("stair.nobody_in_year", year=2548)
        assert told in [text.value for text in app.info]
    for label in folded(app):
        unfold(open_page("staircase", part=part, year="2548", office="14", lang="en"), label)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_folds_its_tables(part: str) -> None:
    words = Words("en")
    app = open_page("staircase", part=part, lang="en")
    for label in folded(app):
        again = open_page("staircase", part=part, lang="en")
        assert len(unfold(again, label))
    assert words("stair.table") in folded(app)


@pytest.mark.parametrize("year", ["2550", "2563"])
def test_who_ever_enrolled_stands_beside_who_is_enrolled(year: str) -> None:
    words = Words("en")
    kind = words("fictitious.in_brackets")
    app = open_page("staircase", part="enrolled", year=year, lang="en")
    shown = short_table(app, "enrolled_rows")
    ever = shown[words("column.ever") + kind].tolist()
    # all types by either source: everybody with a row up to the year, gone or not
    laos = {row["lao_id"] for row in rows_of("enrolment") if row["fiscal_year_be"] <= year}
    assert max(ever) == len(laos)
    assert (shown[words("column.enrolled") + kind] <= shown[words("column.ever") + kind]).all()


def test_the_208_of_the_published_page_are_checked() -> None:
    app = open_page("staircase", part="enrolled", lang="en")
    ever = len({row["lao_id"] for row in rows_of("enrolment")})
    expected = Words("en")(
        "enrolled.check_agrees",
        ever=ever,
        published=208,
        kind=Words("en")("fictitious.in_brackets"),
    )
    assert ever == 208
    assert expected in [text.value for text in app.markdown]
