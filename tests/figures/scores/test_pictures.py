"""The pictures of the scores page: what they hold, read back."""

from __future__ import annotations

import json

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.figures.scores.heat_cells import spelled
from tests.measures.scoring import shipped_record
from utils.figures.scores import heat, scatter, strips
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows
from utils.figures.scores.scatter import Pairs
from utils.measures.scores.assessments import of_year, score_reading
from utils.measures.scores.holding_back import holding_back
from utils.measures.scores.levels import levels
from utils.measures.scores.nearest import candidates, order_of_nearness
from utils.measures.scores.next_level import what_it_takes
from utils.measures.scores.summary import indicator_summary, score_shares, total_classes, weakest
from utils.words import LANGS, Lang, Words

RECORD = shipped_record(fictitious=True)
READING = score_reading(RECORD)
KNOWN = of_year(READING.known, 2567, "self")
TOTALS = of_year(READING.totals, 2567, "self")
EN, TH = Words("en"), Words("th")
NAMES = score_names.indicators(RECORD.indicators, EN)


def axes(lang: Lang = "en") -> heat.Axes:
    words = Words(lang)
    return heat.Axes(
        card="city?city={id}",
        laos=score_names.laos(TOTALS["lao_id"], RECORD.municipalities, words),
        types=READING.where["lao_type"],
        catalogue=RECORD.indicators,
        components=score_names.components(RECORD.components, words),
    )


def pairs(across: list[float], up: list[float]) -> Pairs:
    names = [str(at) for at in range(len(up))]
    return Pairs(across=across, up=up, names=names, across_title="a", up_title="b")


@pytest.mark.parametrize("lang", LANGS)
def test_the_heat_map_has_a_sign_for_every_lao_and_indicator(lang: Lang) -> None:
    words = Words(lang)
    data = heat.data(score_shares(KNOWN), axes(lang), words, fictitious=True)
    rows = [row for group in data["groups"] for row in group["rows"]]
    assert len(rows) == len(TOTALS) == 106
    cells = spelled(data)
    assert {len(row) for row in cells} == {len(data["columns"])} == {34}
    ids = [data["begin"] + end for group in data["groups"] for end in group["ids"].split(",")]
    assert set(ids) == set(TOTALS["lao_id"])
    assert data["card"] == "city?city={id}"
    signs = "".join(sign for row in cells for sign, _ in row)
    derived = int(KNOWN["derived"].sum())
    assert len(signs) - signs.count("-") == len(KNOWN)
    assert sum(signs.count(sign) for sign in "abcdef") == derived > 0
    scores = [score for row in cells for _, score in row]
    assert [score == "" for score in scores] == [sign == "-" for sign in signs]
    said = KNOWN["score"].sort_values().round(1)
    assert sorted(float(score) for score in scores if score) == said.tolist()
    # With the rest of the page it must stay below what the benchmark allows on the socket.
    assert len(json.dumps(data, ensure_ascii=False).encode()) < 31_000
    assert data["mark"] == words("fictitious.mark")
    assert heat.data(score_shares(KNOWN), axes(lang), words, fictitious=False)["mark"] == ""


def test_the_classes_of_the_heat_map_never_rescale_and_the_unknown_has_a_pattern() -> None:
    few = KNOWN[KNOWN["score"] > 27]
    laos = {lao: lao for lao in few["lao_id"].unique()}
    narrow = heat.Axes(
        card="city?city={id}",
        laos=laos,
        types=READING.where["lao_type"],
        catalogue=RECORD.indicators,
        components=axes().components,
    )
    small = heat.data(score_shares(few), narrow, EN, fictitious=False)
    large = heat.data(score_shares(KNOWN), axes(), EN, fictitious=False)
    assert small["classes"] == large["classes"]
    assert [one["pattern"] for one in large["classes"]] == ["solid"] * 6 + ["hatch"]
    assert {sign for row in spelled(small) for sign, _ in row} <= set("5f-")


def test_rows_of_the_map_follow_type_and_name() -> None:
    order = [READING.where.loc[lao, "lao_type"] for lao in axes().laos]
    assert list(dict.fromkeys(order)) == ["ทน.", "ทม.", "ทต.", "อบต."]
    assert order == sorted(order, key=list(dict.fromkeys(order)).index)


def test_names_translated_back_are_marked_in_thai_only() -> None:
    thai = score_names.indicators(RECORD.indicators, TH)
    back = RECORD.indicators["name_th_status"].str.startswith("back-translated")
    assert [name.endswith("*") for name in thai.values()] == back.tolist()
    assert not any("*" in name for name in NAMES.values())


@pytest.mark.parametrize(
    ("value", "said", "with_sign"),
    [(70.0, "70.0", "+70.0"), (70.25, "70.3", "+70.3"), (-1.25, "−1.3", "−1.3"), (0, "0.0", "0.0")],
)
def test_numbers_are_rounded_half_up(value: float, said: str, with_sign: str) -> None:
    assert score_names.number(value) == said
    assert score_names.signed(value) == with_sign


def test_cutoffs_are_named_by_their_percentage() -> None:
    assert score_names.cutoffs(RECORD.cutoffs, "self_pass", TH) == "ทต. อบต. 60% · ทน. ทม. 70%"
    assert score_names.cutoffs(RECORD.cutoffs, "area_result", EN) == (
        "Good 60% · Very good 70% · Excellent 80%"
    )


def test_the_weakest_indicators_lie_on_one_axis() -> None:
    summary = indicator_summary(KNOWN, RECORD.indicators)
    rows = strips.weakest(weakest(summary), NAMES, EN)
    assert len(rows) >= 5
    assert [row["at"] for row in rows] == sorted(row["at"] for row in rows)
    assert all(0 <= row["low"] <= row["high"] <= 100 for row in rows)


def test_what_holds_back_has_no_percentage_under_ten() -> None:
    judged = levels(TOTALS, RECORD.cutoffs, "self_pass")
    held = holding_back(KNOWN, judged, RECORD.components)
    assert held["of"].iloc[0] == 8
    rows = strips.holding(held, NAMES, EN)
    assert {row["bar"] for row in rows} == {None}
    assert not any("%" in row["said"] for row in rows)
    counts = [tuple(int(part) for part in row["text"].split("/")) for row in rows]
    assert [alone for alone, _ in counts] == sorted(held["alone"], reverse=True)[: len(rows)]
    assert all(alone <= known <= 8 for alone, known in counts)
    area = levels(of_year(READING.totals, 2567), RECORD.cutoffs, "area_result")
    known = of_year(READING.known, 2567, "area")
    many = strips.holding(holding_back(known, area, RECORD.components), NAMES, EN)
    assert all(0 < row["bar"] <= 100 for row in many)
    assert all(row["text"].endswith("%") for row in many)


def test_classes_are_counted_without_a_percentage_under_ten() -> None:
    rows = strips.classes(total_classes(TOTALS), EN)
    assert len(rows) == 7
    assert rows[-1]["bar"] is None
    counts = [int(row["text"].split("/")[0]) for row in rows[:-1]]
    assert sum(counts) == TOTALS["total"].count()
    few = strips.classes(total_classes(TOTALS.dropna(subset="total").head(9)), EN)
    assert not any("%" in row["text"] for row in few)
    assert sum(int(row["text"].split("/")[0]) for row in few[:-1]) == 9


def test_raises_run_from_the_score_to_what_it_would_be() -> None:
    judged = levels(TOTALS, RECORD.cutoffs, "self_pass")
    result = next(iter(what_it_takes(KNOWN, judged, RECORD.components).values()))
    rows = strips.raised(result, NAMES, EN)
    assert len(rows) == len(result.steps)
    for row, (_, step) in zip(rows, result.steps.iterrows(), strict=True):
        assert row["low"] == pytest.approx(100 * step["score"] / 30)
        assert row["high"] == row["at"] == pytest.approx(100 * step["raise_to"] / 30)


@pytest.mark.parametrize("lang", LANGS)
def test_plotly_knows_every_word_of_the_pairs_and_the_mark_follows_the_flag(lang: Lang) -> None:
    for invented in (True, False):
        figure = scatter.pairs(pairs([50, 60], [60, 55]), Words(lang), fictitious=invented)
        drawn = go.Figure(figure)
        notes = [note.text for note in drawn.layout.annotations]
        assert (notes.count(Words(lang)("fictitious.mark")) >= 2) is invented
        assert list(drawn.data[1].x) == [50, 60]


def test_the_axes_of_the_pairs_are_one_of_two() -> None:
    def bounds(across: list[float], up: list[float]) -> list[int]:
        layout = scatter.pairs(pairs(across, up), EN, fictitious=False)["layout"]
        assert layout["xaxis"]["range"] == layout["yaxis"]["range"]
        ends: list[int] = layout["xaxis"]["range"]
        return ends

    assert bounds([50], [95]) == bounds([71], [72]) == [40, 100]
    assert bounds([39.9], [95]) == [0, 100]


def test_the_order_of_provinces_says_so_where_it_is_invented() -> None:
    laos = pd.DataFrame(
        {"province_code": ["60", "60"], "level": [3, 3], "total": [70.0, 70.0]}, index=["A", "B"]
    )
    result = order_of_nearness(candidates(("60", "61"), laos))
    names = {"A": "One", "B": "Two"}
    table = score_rows.nearest(result, names, RECORD.provinces, EN, fictitious=True)
    assert table[EN("scores.column.nearest")].tolist() == ["One", "Two"]
    marked = [name for name in table if EN("fictitious.in_brackets") in str(name)]
    assert len(marked) == 3
    real = score_rows.nearest(result, names, RECORD.provinces, EN, fictitious=False)
    assert real[EN("scores.column.nearest")].tolist() == ["One", "Two", pd.NA]
    assert real[EN("scores.column.order")].tolist() == ["1", "1", EN("scores.unknown")]
    assert not [name for name in real if "ictitious" in str(name)]


@pytest.mark.parametrize("lang", LANGS)
def test_no_invented_number_stands_beside_a_real_province(lang: Lang) -> None:
    words = Words(lang)
    laos = pd.DataFrame({"province_code": ["60"], "level": [3], "total": [70.0]}, index=["A"])
    result = order_of_nearness(candidates(("60", "61"), laos))
    for fictitious in (True, False):
        table = score_rows.nearest(
            result, {"A": "One"}, RECORD.provinces, words, fictitious=fictitious
        )
        assert (words("column.province") in table) is not fictitious
        cells = set(table.astype(str).to_numpy().ravel())
        provinces = set(RECORD.provinces[f"name_{lang}"])
        assert bool(cells & provinces) is not fictitious
