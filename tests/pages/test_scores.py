"""The scores page: its numbers against the committed tables, counted here in plain Python."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.figures.heat_cells import spelled
from tests.pages.opened import ROOT, address, component, drawn, folded, open_page, unfold
from utils.desk import store
from utils.screen import cache
from utils.words import LANGS, Lang, Words

PARTS = ("indicators", "heat", "totals", "assessors", "lpa", "takes")
PICTURES = {
    "indicators": ("scores", "indicators"),
    "heat": ("scores", "heat"),
    "totals": ("scores", "classes", "change"),
    "assessors": ("scores", "assessors"),
    "lpa": ("scores", "lpa", "lao_lpa"),
    "takes": ("scores", "takes", "lao_lpa"),
}
MARK = {"th": "ข้อมูลสมมติ", "en": "Fictitious data"}
NEEDED = {1: 6, 2: 8, 3: 6, 4: 9}  # at least four fifths of 7, 9, 7 and 11
PASS = {"ทน.": 70, "ทม.": 70, "ทต.": 60, "อบต.": 60}
HEADINGS = {
    "scores": "lao_id,fiscal_year_be,edition,indicator,assessor,score,assessed_on,note",
    "lpa_results": "lao_id,fiscal_year_be,part_1_percent,part_2_percent,part_3_percent,"
    "part_4_percent,part_5_percent,average_percent,note",
}
# Real LAOs of the register, their scores made for this test only.
SCORES = [
    *(f"LAO-11-001,2563,criteria_34,{at},self,{18 + at % 3},," for at in range(1, 35)),
    *(f"LAO-11-002,2563,criteria_34,{at},self,27,," for at in range(1, 35)),
    *(f"LAO-11-002,2563,criteria_34,{at},area,24,," for at in range(1, 35)),
    *(f"LAO-11-002,2562,criteria_34,{at},self,21,," for at in range(1, 35)),
    "LAO-11-003,2563,criteria_34,1,self,30,,",
]
LPA = ["LAO-11-001,2563,80,85,90,95,75,85,"]


def rows_of(name: str, folder: str = "data/fictitious") -> list[dict[str, str]]:
    with (ROOT / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def component_of() -> dict[int, int]:
    rows = rows_of("indicators", "data")
    return {int(row["indicator"]): int(row["component"]) for row in rows}


def assessed(year: int, assessor: str) -> dict[str, dict[int, float]]:
    """Return the known points of every LAO: those of the table, and of the latest LPA average."""
    averages: dict[str, dict[int, float]] = {}
    for row in rows_of("lpa_results"):
        parts = [row[f"part_{part}_percent"] for part in range(1, 6)]
        average = row["average_percent"]
        if not average and all(parts):
            average = str(sum(map(float, parts)) / 5)
        if average and int(row["fiscal_year_be"]) <= year:
            averages.setdefault(row["lao_id"], {})[int(row["fiscal_year_be"])] = float(average)
    found: dict[str, dict[int, float]] = {}
    for row in rows_of("scores"):
        here = row["fiscal_year_be"] == str(year) and row["assessor"] == assessor
        if here and row["score"]:
            found.setdefault(row["lao_id"], {})[int(row["indicator"])] = float(row["score"])
    for lao, points in found.items():
        known = averages.get(lao)
        if known:
            made = dict.fromkeys(range(24, 34), 0.3 * known[max(known)])
            found[lao] = {**made, **points}
    return found


def part_scores(points: dict[int, float]) -> dict[int, float]:
    """Return the percentages of the components of which enough is known."""
    of = component_of()
    mine = {part: [p for at, p in points.items() if of[at] == part] for part in NEEDED}
    return {
        part: 100 * sum(held) / (30 * len(held))
        for part, held in mine.items()
        if len(held) >= NEEDED[part]
    }


def totals(year: int, assessor: str) -> dict[str, float]:
    parts = {lao: part_scores(points) for lao, points in assessed(year, assessor).items()}
    return {lao: sum(held.values()) / 4 for lao, held in parts.items() if len(held) == 4}


def types() -> dict[str, str]:
    return {row["lao_id"]: row["lao_type"] for row in rows_of("municipalities")}


def said(value: float) -> str:
    return f"{int(value * 10 + 0.5) / 10:.1f}"


def figures(app: AppTest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = component(app, "scores")["figures"]
    return found


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Load tables of real LAOs, as an installation would."""
    for name, rows in {"scores": SCORES, "lpa_results": LPA}.items():
        (tmp_path / f"{name}.csv").write_text("\n".join([HEADINGS[name], *rows, ""]), "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    yield
    cache.forget()


def everything(app: AppTest) -> str:
    """Return all that a page sends: its texts, its components, its tables and its boxes."""
    texts = [item.value for item in (*app.markdown, *app.caption, *app.info, *app.header)]
    data = drawn(app)
    tables = [table.value.to_csv() for table in (*app.dataframe, *app.table)]
    boxes = [str(box.options) for box in app.selectbox]
    return "\n".join([*texts, *data, *tables, *boxes])


@pytest.mark.parametrize("assessor", ["self", "area"])
@pytest.mark.parametrize("year", [2561, 2563, 2567])
def test_the_four_numbers_are_those_of_the_table(year: int, assessor: str) -> None:
    app = open_page("scores", year=str(year), assessor=assessor)
    say = Words("th")
    all_here, mine = assessed(year, assessor), totals(year, assessor)
    own, area = totals(year, "self"), totals(year, "area")
    held = {lao: total for lao, total in own.items() if types()[lao] in PASS}
    passing = [lao for lao, total in held.items() if total >= PASS[types()[lao]] - 1e-9]
    found = figures(app)
    assert [one["number"] for one in found] == [
        str(len(mine)),
        said(median(mine.values())),
        str(len(passing)),
        str(sum(total >= 60 - 1e-9 for total in area.values())),
    ]
    assert [one["of"].strip() for one in found] == [
        say("scores.of", total=len(all_here)).strip(),
        "%",
        say("scores.of", total=len(held)).strip(),
        say("scores.of", total=len(area)).strip(),
    ]
    bounds = [("ดี", 60, 70), ("ดีมาก", 70, 80), ("ดีเยี่ยม", 80, 101)]
    counts = [
        f"{name} {sum(low - 1e-9 <= total < high - 1e-9 for total in area.values())}"
        for name, low, high in bounds
    ]
    assert found[3]["notes"][0] == " · ".join(counts)
    assert "สันนิษฐาน" in found[3]["notes"][1]


def test_components_are_those_of_the_table() -> None:
    rows = component(open_page("scores", lang="en"), "scores")["rows"]
    points = assessed(2563, "self")
    parts = {lao: part_scores(held) for lao, held in points.items()}
    of = component_of()
    for number, row in enumerate(rows, start=1):
        mine = [held[number] for held in parts.values() if number in held]
        known = sum(of[at] == number for held in points.values() for at in held)
        asked = len(points) * sum(part == number for part in of.values())
        assert row["text"] == f"{said(median(mine))}%"
        assert row["note"] == Words("en")("scores.known_of", n=len(mine), known=known, of=asked)


def test_the_weakest_indicators_are_those_of_the_table() -> None:
    points = assessed(2563, "self")
    shares = {
        at: 100
        * sum(held[at] for held in points.values() if at in held)
        / (30 * sum(at in held for held in points.values()))
        for at in range(1, 35)
    }
    lowest = sorted(shares, key=shares.__getitem__)[:5]
    [weak, _] = component(open_page("scores", lang="en"), "indicators")["panels"]
    assert [int(row["name"].split(".")[0]) for row in weak["rows"]] == lowest
    assert [row["text"] for row in weak["rows"]] == [f"{said(shares[at])}%" for at in lowest]


def test_the_heat_map_is_the_table() -> None:
    app = open_page("scores", part="heat", year="2567", lang="en")
    rows = [[score for _, score in row] for row in spelled(component(app, "heat"))]
    points = assessed(2567, "self")
    shown = sorted([float(score) for score in row] for row in rows if all(row))
    expected = sorted(
        [round(held[at], 1) for at in range(1, 35)] for held in points.values() if len(held) == 34
    )
    assert len(rows) == len(points)
    assert len(shown) == len(expected)
    assert all(a == pytest.approx(b, abs=0.051) for a, b in zip(shown, expected, strict=True))


def test_what_it_takes_reaches_the_mark_by_hand() -> None:
    own, kinds = totals(2563, "self"), types()
    below = {lao for lao, total in own.items() if total < PASS.get(kinds[lao], 0) - 1e-9}
    assert below
    for lao in below:
        app = open_page("scores", part="takes", lao=lao, lang="en")
        data = component(app, "takes")
        points = assessed(2563, "self")[lao]
        for row in data["rows"]:
            at = int(row["name"].split(".")[0])
            before, after = (float(end) for end in row["text"].split(" → "))
            assert before == pytest.approx(points[at], abs=0.05)
            points[at] = after
        assert int(data["number"]) == len(data["rows"])
        # Points are shown to one decimal: 0.05 of a point on each is well under 0.1 of the total.
        assert sum(part_scores(points).values()) / 4 == pytest.approx(PASS[kinds[lao]], abs=0.1)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_fictitious_rows_says_so(part: str, lang: Lang) -> None:
    app = open_page("scores", part=part, lang=lang)
    assert not app.exception
    assert {element.key for element in app.get("bidi_component")} >= set(PICTURES[part])
    for key in PICTURES[part]:
        data = component(app, key)
        if "figure" in data:
            notes = [note["text"] for note in data["figure"]["layout"]["annotations"]]
            assert notes.count(MARK[lang]) >= 2
        else:
            panels = data.get("panels", [data])
            assert {panel["mark"] for panel in panels} == {MARK[lang]}
    assert Words(lang)("fictitious.notice_on") in [text.value for text in app.markdown]


@pytest.mark.parametrize("part", PARTS)
def test_the_words_are_nowhere_once_real_scores_are_loaded(real: None, part: str) -> None:
    assert real is None
    for lang in LANGS:
        app = open_page("scores", part=part, lang=lang)
        assert not app.exception
        # 18 + at % 3: three LAOs assessed, two with a total; the one at 19 of 30 passes at 60 %.
        assert figures(app)[0]["number"] == "2"
        assert figures(app)[3]["number"] == "1"
        for words in (*MARK.values(), "ictitious", "FIC-", "สมมติ"):
            assert words not in everything(app)
        assert not app.toggle


def test_an_lpa_result_alone_ends_the_invented_scores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lpa_results.csv").write_text(
        "\n".join([HEADINGS["lpa_results"], *LPA, ""]), "utf-8"
    )
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    cache.forget()
    for part in PARTS:
        app = open_page("scores", part=part)
        assert not app.exception
        assert {one["number"] for one in figures(app)} == {Words("th")("overview.unknown")}
    cache.forget()


def test_the_switch_is_in_the_address_and_turns_them_off() -> None:
    app = open_page("scores")
    app.toggle(key="scores.switch").set_value(v=False).run()
    assert address(app) == {"fictitious": "off"}
    assert "scores" not in {element.key for element in app.get("bidi_component")}
    assert Words("th")("scores.empty_title") in [text.value for text in app.header]
    app.toggle(key="scores.switch").set_value(v=True).run()
    assert address(app) == {}
    assert figures(app)


def test_the_setting_turns_them_off_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    app = open_page("scores", fictitious="on")
    assert not app.toggle
    assert Words("th")("scores.empty_title") in [text.value for text in app.header]


@pytest.mark.parametrize(
    ("name", "called", "good", "bad"),
    [
        ("part", "stair.parts", "heat", "all"),
        ("type", "scores.type", "SM", "ทต."),
        ("assessor", "scores.assessor", "national", "region"),
        ("lao", "scores.lao", "FIC-12-003", "LAO-11-001"),
    ],
)
def test_values_of_the_address(name: str, called: str, good: str, bad: str) -> None:
    app = open_page("scores", **{name: good})
    assert not app.exception
    assert not app.warning
    assert address(app) == {name: good}
    app = open_page("scores", **{name: bad})
    assert not app.exception
    assert app.warning[0].value == Words("th")("filter.refused", names=Words("th")(called))
    assert address(app) == {}


@pytest.mark.parametrize("lang", LANGS)
def test_a_type_narrows_every_number(lang: Lang) -> None:
    app = open_page("scores", type="SM", lang=lang, part="heat")
    kinds = types()
    mine = [lao for lao in totals(2563, "self") if kinds[lao] == "ทต."]
    assert figures(app)[0]["number"] == str(len(mine))
    [group] = component(app, "heat")["groups"]
    assert len(group["rows"]) == sum(kinds[lao] == "ทต." for lao in assessed(2563, "self"))


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_scores_is_no_data_and_no_zero(part: str, lang: Lang) -> None:
    app = open_page("scores", year="2570", lang=lang, part=part)
    assert not app.exception
    unknown = Words(lang)("overview.unknown")
    assert {one["number"] for one in figures(app)} == {unknown}
    assert app.info


def test_a_group_under_ten_has_no_percentage() -> None:
    app = open_page("scores", type="CM", lang="en", part="totals")
    assert not any("%" in one["rule"] for one in figures(app)[:3])
    texts = [row["text"] for row in component(app, "classes")["rows"]]
    assert not any("%" in text for text in texts)


def test_a_chosen_lao_outside_the_selection_is_told() -> None:
    app = open_page("scores", part="takes", type="CM", lao="FIC-12-003")
    assert Words("th")("scores.lao_outside") in [text.value for text in app.info]
    app.selectbox(key="scores.lao").select_index(1).run()
    assert not app.exception
    assert address(app)["lao"] != "FIC-12-003"
    assert not app.info


@pytest.mark.parametrize("part", PARTS)
def test_every_part_folds_its_tables(part: str) -> None:
    say = Words("en")
    labels = folded(open_page("scores", part=part, lang="en"))
    assert say("scores.table.laos") in labels
    for label in labels:
        again = open_page("scores", part=part, lang="en")
        assert len(unfold(again, label))


def test_provinces_without_an_assessed_city_are_ordered_among_the_invented() -> None:
    app = open_page("scores", part="takes", lang="en", year="2567")
    table = app.dataframe[0].value
    reached = {lao[4:6] for lao, total in totals(2567, "area").items() if total >= 60 - 1e-9}
    codes = [
        row["province_code"] for row in rows_of("provinces", "data") if row["in_target"] == "true"
    ]
    # A row for each of them of whose invented LAOs anything is known; no province is named.
    assert 0 < len(table) <= len(set(codes) - reached)
    nearest = table[Words("en")("scores.column.nearest")].astype(str)
    assert nearest.str.contains("Fictitious").all()
    assert Words("en")("column.province") not in table


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_cell_is_said_in_words(lang: Lang) -> None:
    app = open_page("scores", part="takes", lang=lang, year="2567")
    shown = app.dataframe[0]
    assert shown.value.isna().to_numpy().any()
    assert shown.proto.placeholder == Words(lang)("table.missing")


def load(folder: Path, **tables: list[str]) -> None:
    """Put tables into an installation's folder, each as lines with its heading."""
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([*lines, ""]), "utf-8")
    store.close()
    cache.forget()


@pytest.mark.parametrize("lang", LANGS)
def test_the_national_level_is_offered_only_where_a_score_of_it_is_held(
    tmp_path: Path, real: None, lang: Lang
) -> None:
    assert real is None
    say = Words(lang)
    app = open_page("scores", lang=lang, assessor="national")
    assert app.warning[0].value == say("filter.refused", names=say("scores.assessor"))
    rows = [f"LAO-11-003,2563,criteria_34,{at},national,20,," for at in range(1, 35)]
    load(tmp_path, scores=[HEADINGS["scores"], *SCORES, *rows])
    for part in PARTS:
        app = open_page("scores", lang=lang, assessor="national", part=part)
        assert not app.exception
        assert not app.warning
        assert [one["number"] for one in figures(app)][:2] == ["1", "66.7"]
        assert say("scores_lpa.national") in component(app, "scores")["notes"]
    assert say("scores_lpa.national") in [text.value for text in app.info]
    [_, held] = component(open_page("scores", lang=lang, assessor="national"), "indicators")[
        "panels"
    ]
    assert (held["lead"], held["rows"]) == (say("scores_lpa.national"), [])


@pytest.mark.parametrize("lang", LANGS)
def test_lpa_results_of_the_selection_are_those_of_the_table(lang: Lang) -> None:
    say = Words(lang)
    [bands, parts] = component(open_page("scores", part="lpa", year="2567", lang=lang), "lpa")[
        "panels"
    ]
    averages = []
    rows = [row for row in rows_of("lpa_results") if row["fiscal_year_be"] == "2567"]
    for row in rows:
        five = [row[f"part_{part}_percent"] for part in range(1, 6)]
        if row["average_percent"] or all(five):
            averages.append(float(row["average_percent"] or sum(map(float, five)) / 5))
    assert (bands["number"], len(parts["rows"])) == (str(len(averages)), 5)
    assert bands["of"] == say("scores_lpa.with_average", total=len(rows))
    assert f"{said(median(averages))}" in bands["lead"]
    bounds = [(90, 101), (80, 90), (70, 80), (0, 70)]
    counts = [sum(low - 1e-9 <= one < high - 1e-9 for one in averages) for low, high in bounds]
    assert [int(row["text"].split("/")[0].split()[0]) for row in bands["rows"][:4]] == counts
    assert bands["rows"][4]["text"] == say("scores.laos", n=len(rows) - len(averages))
    held = [float(row["part_1_percent"]) for row in rows if row["part_1_percent"]]
    assert said(median(held)) in parts["rows"][0]["text"]
    assert "24–33" in bands["notes"][0]
    assert {"th": "สันนิษฐาน", "en": "assumed"}[lang] in bands["notes"][0]


@pytest.mark.parametrize("part", ["lpa", "takes"])
def test_one_real_lao_shows_its_lpa_result_and_leads_to_its_card(real: None, part: str) -> None:
    assert real is None
    shown = component(open_page("scores", part=part, lang="en", lao="LAO-11-001"), "lao_lpa")
    assert shown["number"] == "85.0"
    assert [row["at"] for row in shown["rows"]] == [80, 85, 90, 95, 75]
    assert "Very good" in shown["of"]
    assert shown["card"]["href"].startswith("city?city=LAO-11-001")
    assert shown["mark"] == ""


def test_a_year_without_lpa_results_is_one_line_and_no_zero(real: None) -> None:
    assert real is None
    app = open_page("scores", part="lpa", lang="en", year="2562")
    assert Words("en")("scores_lpa.no_year", year=2562, years="2563") in [
        text.value for text in app.info
    ]
    assert {element.key for element in app.get("bidi_component")}.isdisjoint({"lpa", "lao_lpa"})


MAPPING = (
    "from_edition,from_indicator,to_edition,to_indicator,reason_th,reason_en,source",
    *(
        f"criteria_34,{at},criteria_2568,{at},ตรงกัน,The same,made for this test"
        for at in range(1, 35)
        if at not in {1, 8, 17, 24}
    ),
)


def two_editions(folder: Path, *, mapped: bool) -> None:
    """Load a revised edition of the same indicators, and an LAO assessed by both."""
    names = ("indicators", "components")
    both = {}
    for name in names:
        lines = (ROOT / "data" / f"{name}.csv").read_text("utf-8").splitlines()
        revised = [line.replace("criteria_34", "criteria_2568", 1) for line in lines[1:]]
        both[name] = [*lines, *revised]
    rows = [
        *(f"LAO-11-002,2567,criteria_34,{at},self,15,," for at in range(1, 35)),
        *(f"LAO-11-002,2568,criteria_2568,{at},self,18,," for at in range(1, 35)),
    ]
    mappings = list(MAPPING if mapped else MAPPING[:1])
    load(folder, **both, scores=[HEADINGS["scores"], *rows], edition_mappings=mappings)


@pytest.mark.parametrize("lang", LANGS)
def test_two_editions_are_compared_through_the_mapping(
    tmp_path: Path, real: None, lang: Lang
) -> None:
    assert real is None
    two_editions(tmp_path, mapped=True)
    app = open_page("scores", part="totals", year="2568", lang=lang)
    assert not app.exception
    shown = component(app, "change")
    assert (shown["figure"]["data"][1]["x"], shown["figure"]["data"][1]["y"]) == ([50], [60])
    title = {"th": "เกณฑ์ 4 องค์ประกอบ 34 ตัวชี้วัด", "en": "Criteria of 4 components and 34 indicators"}
    left = {"laos": 1, "edition": title[lang], "mapped": 30, "of": 34, "left": 4}
    assert Words(lang)("scores_change.translated", **left) in shown["notes"]
    cells = unfold(app, Words(lang)("scores.table.change"))
    assert cells[Words(lang)("scores.column.common")].tolist() == [30]


@pytest.mark.parametrize("lang", LANGS)
def test_two_editions_without_a_mapping_are_said_not_to_be_compared(
    tmp_path: Path, real: None, lang: Lang
) -> None:
    assert real is None
    two_editions(tmp_path, mapped=False)
    app = open_page("scores", part="totals", year="2568", lang=lang)
    assert not app.exception
    assert "change" not in {element.key for element in app.get("bidi_component")}
    assert len(app.info) == 1
    assert {"th": "จึงไม่นำคะแนนมาเปรียบเทียบ", "en": "are not compared"}[lang] in app.info[0].value


@pytest.mark.parametrize("lang", LANGS)
def test_a_change_that_nobody_has_is_said_and_not_drawn(lang: Lang) -> None:
    say = Words(lang)
    app = open_page("scores", part="totals", year="2566", assessor="national", lang=lang)
    assert "change" not in {element.key for element in app.get("bidi_component")}
    both = set(assessed(2564, "national")) & set(assessed(2566, "national"))
    told = {"n": len(both), "before": 2564, "year": 2566, "percent": 80}
    assert both
    assert [text.value for text in app.info] == [say("scores_change.none", **told)]


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_scores_names_the_years_of_that_assessor(real: None, lang: Lang) -> None:
    assert real is None
    say = Words(lang)
    app = open_page("scores", lang=lang, year="2570")
    name = {"th": "ประเมินตนเอง", "en": "Self-assessment"}[lang]
    told = say("scores.no_year", year=2570, assessor=name, years="2562–2563")
    assert [text.value for text in app.info] == [told]


@pytest.mark.parametrize("lang", LANGS)
def test_an_assessor_of_no_score_has_no_year(tmp_path: Path, real: None, lang: Lang) -> None:
    assert real is None
    load(tmp_path, scores=[HEADINGS["scores"], *(row for row in SCORES if ",self," in row)])
    app = open_page("scores", lang=lang, assessor="area")
    name = {"th": "ประเมินระดับพื้นที่", "en": "Area level"}[lang]
    assert [text.value for text in app.info] == [Words(lang)("scores.none_by", assessor=name)]


def test_real_names_in_tables_lead_to_their_cards(real: None) -> None:
    assert real is None
    say = Words("en")
    cells = unfold(open_page("scores", lang="en"), say("scores.table.laos"))
    assert cells[say("column.lao")].str.startswith("city?city=LAO-11-").all()


def test_real_provinces_without_a_city_are_those_of_the_record(real: None) -> None:
    assert real is None
    app = open_page("scores", part="takes", lang="en")
    assert len(app.dataframe[0].value) == 9  # 76 - 67, as the overview says
