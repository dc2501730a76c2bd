"""The scores page: its numbers against the committed tables, counted in plain Python."""

from __future__ import annotations

from statistics import median

import pytest

from tests.figures.scores.heat_cells import spelled
from tests.pages.opened import MARK, address, component, folded, open_page, turn, unfold
from tests.pages.scores.by_hand import (
    PARTS,
    PASS,
    PICTURES,
    assessed,
    component_of,
    figures,
    part_scores,
    rounded,
    rows_of,
    totals,
    types,
)
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("assessor", ["self", "area"])
@pytest.mark.parametrize("year", [2561, 2563, 2567])
def test_the_four_numbers_are_those_of_the_table(year: int, assessor: str) -> None:
    app = open_page("scores", year=str(year), assessor=assessor)
    words = Words("th")
    all_here, with_total = assessed(year, assessor), totals(year, assessor)
    own, area = totals(year, "self"), totals(year, "area")
    judged = {lao: total for lao, total in own.items() if types()[lao] in PASS}
    passing = [lao for lao, total in judged.items() if total >= PASS[types()[lao]] - 1e-9]
    numbers = figures(app)
    assert [one["number"] for one in numbers] == [
        str(len(with_total)),
        rounded(median(with_total.values())),
        str(len(passing)),
        str(sum(total >= 60 - 1e-9 for total in area.values())),
    ]
    assert [one["of"].strip() for one in numbers] == [
        words("scores.of", total=len(all_here)).strip(),
        "%",
        words("scores.of", total=len(judged)).strip(),
        words("scores.of", total=len(area)).strip(),
    ]
    bounds = [("ดี", 60, 70), ("ดีมาก", 70, 80), ("ดีเยี่ยม", 80, 101)]
    counts = [
        f"{name} {sum(low - 1e-9 <= total < high - 1e-9 for total in area.values())}"
        for name, low, high in bounds
    ]
    assert numbers[3]["notes"][0] == " · ".join(counts)
    assert "สันนิษฐาน" in numbers[3]["notes"][1]


def test_components_are_those_of_the_table() -> None:
    rows = component(open_page("scores", year="2563", lang="en"), "scores")["rows"]
    points = assessed(2563, "self")
    parts = {lao: part_scores(of_lao) for lao, of_lao in points.items()}
    of = component_of()
    for number, row in enumerate(rows, start=1):
        percents = [of_lao[number] for of_lao in parts.values() if number in of_lao]
        known = sum(of[at] == number for of_lao in points.values() for at in of_lao)
        possible = len(points) * sum(part == number for part in of.values())
        assert row["text"] == f"{rounded(median(percents))}%"
        assert row["note"] == Words("en")(
            "scores.known_of", n=len(percents), known=known, of=possible
        )


def test_the_weakest_indicators_are_those_of_the_table() -> None:
    points = assessed(2563, "self")
    shares = {
        at: 100
        * sum(of_lao[at] for of_lao in points.values() if at in of_lao)
        / (30 * sum(at in of_lao for of_lao in points.values()))
        for at in range(1, 35)
    }
    lowest = sorted(shares, key=shares.__getitem__)[:5]
    [weak, _] = component(open_page("scores", year="2563", lang="en"), "indicators")["panels"]
    assert [int(row["name"].split(".")[0]) for row in weak["rows"]] == lowest
    assert [row["text"] for row in weak["rows"]] == [f"{rounded(shares[at])}%" for at in lowest]


def test_the_heat_map_is_the_table() -> None:
    app = open_page("scores", part="heat", year="2567", lang="en")
    rows = [[score for _, score in row] for row in spelled(component(app, "heat"))]
    points = assessed(2567, "self")
    shown = sorted([float(score) for score in row] for row in rows if all(row))
    expected = sorted(
        [round(of_lao[at], 1) for at in range(1, 35)]
        for of_lao in points.values()
        if len(of_lao) == 34
    )
    assert len(rows) == len(points)
    assert len(shown) == len(expected)
    assert all(a == pytest.approx(b, abs=0.051) for a, b in zip(shown, expected, strict=True))


def test_what_it_takes_reaches_the_mark_by_hand() -> None:
    own, kinds = totals(2563, "self"), types()
    below = {lao for lao, total in own.items() if total < PASS.get(kinds[lao], 0) - 1e-9}
    assert below
    app = open_page("scores", year="2563", part="takes", lang="en")
    for lao in below:
        turn(app, lao=lao)
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


@pytest.mark.parametrize("lang", LANGS)
def test_every_picture_of_fictitious_rows_says_so(lang: Lang) -> None:
    app = open_page("scores", year="2563", lang=lang)
    for part in PARTS:
        turn(app, part=part)
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
        assert Words(lang)("trial.band") in [text.value for text in app.markdown]


def test_the_switch_is_in_the_address_and_turns_them_off() -> None:
    app = open_page("scores")
    app.toggle(key="trial.switch").set_value(v=False).run()
    assert address(app) == {"trial": "0"}
    assert "scores" not in {element.key for element in app.get("bidi_component")}
    assert Words("th")("scores.empty_title") in [text.value for text in app.header]
    app.toggle(key="trial.switch").set_value(v=True).run()
    assert address(app) == {"trial": "1"}
    assert figures(app)


def test_the_setting_turns_them_off_for_good(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    app = open_page("scores", year="2563", trial="1")
    assert not app.toggle
    assert Words("th")("scores.empty_title") in [text.value for text in app.header]


@pytest.mark.parametrize(
    ("name", "called", "good", "bad"),
    [
        ("part", "filter.parts", "heat", "all"),
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
    app = open_page("scores", year="2563", type="SM", lang=lang, part="heat")
    kinds = types()
    of_type = [lao for lao in totals(2563, "self") if kinds[lao] == "ทต."]
    assert figures(app)[0]["number"] == str(len(of_type))
    [group] = component(app, "heat")["groups"]
    assert len(group["rows"]) == sum(kinds[lao] == "ทต." for lao in assessed(2563, "self"))


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_scores_is_no_data_and_no_zero(lang: Lang) -> None:
    app = open_page("scores", year="2570", lang=lang)
    unknown = Words(lang)("overview.unknown")
    for part in PARTS:
        turn(app, part=part)
        assert not app.exception
        assert {one["number"] for one in figures(app)} == {unknown}
        assert app.info


def test_a_group_under_ten_has_no_percentage() -> None:
    app = open_page("scores", year="2563", type="CM", lang="en", part="totals")
    assert not any("%" in one["rule"] for one in figures(app)[:3])
    texts = [row["text"] for row in component(app, "classes")["rows"]]
    assert not any("%" in text for text in texts)


def test_a_chosen_lao_outside_the_selection_is_told() -> None:
    app = open_page("scores", year="2563", part="takes", type="CM", lao="FIC-12-003")
    assert Words("th")("scores.lao_outside") in [text.value for text in app.info]
    app.selectbox(key="scores.lao").select_index(1).run()
    assert not app.exception
    assert address(app)["lao"] != "FIC-12-003"
    assert not app.info


@pytest.mark.parametrize("part", PARTS)
def test_every_part_folds_its_tables(part: str) -> None:
    words = Words("en")
    app = open_page("scores", year="2563", part=part, lang="en")
    labels = folded(app)
    assert words("scores.table.laos") in labels
    for label in labels:
        assert len(unfold(app, label))


@pytest.mark.parametrize("lang", LANGS)
def test_provinces_without_an_assessed_city_are_ordered_among_the_invented(lang: Lang) -> None:
    words = Words(lang)
    data = component(open_page("scores", part="takes", lang=lang, year="2567"), "nearest_rows")
    reached = {lao[4:6] for lao, total in totals(2567, "area").items() if total >= 60 - 1e-9}
    codes = {
        row["province_code"] for row in rows_of("provinces", "data") if row["in_target"] == "true"
    }
    # A row for each of them of whose invented LAOs anything is known; no province is named.
    assert words("column.province") not in data["headings"]
    [links] = data["links"].values()
    cards = {to["id"]: to["href"] for to in links if to}
    assert cards
    assert {lao[4:6] for lao in cards} <= codes - reached
    assert all(href.startswith(f"city?city={lao}") for lao, href in cards.items())
    word = {"th": "สมมติ", "en": "Fictitious"}[lang]
    assert all(word in name for _, name, *_ in data["rows"])
    assert words("table.missing") in {cell for row in data["rows"] for cell in row}


@pytest.mark.parametrize("lang", LANGS)
def test_lpa_results_of_the_selection_are_those_of_the_table(lang: Lang) -> None:
    words = Words(lang)
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
    assert bands["of"] == words("scores_lpa.with_average", total=len(rows))
    assert f"{rounded(median(averages))}" in bands["lead"]
    bounds = [(90, 101), (80, 90), (70, 80), (0, 70)]
    counts = [sum(low - 1e-9 <= one < high - 1e-9 for one in averages) for low, high in bounds]
    assert [int(row["text"].split("/")[0].split()[0]) for row in bands["rows"][:4]] == counts
    assert bands["rows"][4]["text"] == words("scores.laos", n=len(rows) - len(averages))
    first_part = [float(row["part_1_percent"]) for row in rows if row["part_1_percent"]]
    assert rounded(median(first_part)) in parts["rows"][0]["text"]
    assert "24–33" in bands["notes"][1]
    assert {"th": "สันนิษฐาน", "en": "assumed"}[lang] in bands["notes"][1]


@pytest.mark.parametrize("lang", LANGS)
def test_a_change_that_nobody_has_is_said_and_not_drawn(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("scores", part="totals", year="2566", assessor="national", lang=lang)
    assert "change" not in {element.key for element in app.get("bidi_component")}
    both = set(assessed(2564, "national")) & set(assessed(2566, "national"))
    values = {"n": len(both), "before": 2564, "year": 2566, "percent": 80}
    assert both
    assert [text.value for text in app.info] == [words("scores_change.none", **values)]
