"""The Plotly and pydeck pictures: what they hold, read back from the figure."""

import json

import pandas as pd
import plotly.graph_objects as go

from utils.figures.coverage import pace as coverage_pace_figure
from utils.figures.coverage import points as coverage_points_figure
from utils.figures.coverage import timeline as coverage_timeline
from utils.figures.coverage.pace import PaceLines
from utils.figures.coverage.timeline import Axis
from utils.words import Words

TH = Words("th")


def years(values: dict[int, float], dtype: str) -> pd.Series:
    return pd.Series(values, dtype=dtype)


def bounds(values: dict[int, tuple[int, int]]) -> pd.DataFrame:
    columns = ["counted_at_least", "not_known"]
    return pd.DataFrame.from_dict(values, orient="index", columns=columns).astype("Int64")


def test_the_pace_chart_holds_the_three_lines_the_band_and_the_target() -> None:
    lines = PaceLines(
        by_year=bounds({2559: (33, 0), 2560: (33, 0), 2561: (60, 5)}),
        reference=years({2560: 33, 2563: 76}, "Float64"),
        since=years({2561: 55}, "Int64"),
        listed_years=frozenset({2559, 2561}),
        open_from_be=2561,
        provinces=76,
        deadline_year_be=2563,
    )
    figure = go.Figure(
        coverage_pace_figure.pace_chart(lines, TH, chosen_year_be=2561)
    )  # refuses what Plotly does not know
    drawn = {trace.name: list(trace.y) for trace in figure.data}
    assert drawn == {
        "ไม่ทราบ (บัญชียังไม่ครบ)": [5],  # a band from 60 to 65
        "เส้นอ้างอิงเชิงเส้น": [33.0, 76.0],
        "นับเฉพาะผลตั้งแต่มีมติ": [55.0],
        "นับตามเกณฑ์": [33.0, 33.0, 60.0],
    }
    sizes = next(t for t in figure.data if t.name == "นับตามเกณฑ์").marker.size
    assert list(sizes) == [8, 0, 14]  # listed, no round, chosen
    texts = [note.text for note in figure.layout.annotations]
    assert "เป้าหมาย 76 จังหวัด" in texts
    assert "ครบกำหนดปีงบ 2563" in texts
    assert any("เริ่มมีผลระดับพื้นที่" in text for text in texts)


def test_the_timeline_has_one_mark_a_result() -> None:
    results = pd.DataFrame(
        {
            "municipality": ["ทม.ก", "ทม.ก", "ทต.ข"],
            "fiscal_year_be": [2555, 2562, 2561],
            "result": ["national", "national", "good"],
            "said": ["1", "2", "3"],
        }
    )
    span = Axis(first_year_be=2547, last_year_be=2563, window_first_be=2561, window_last_be=2563)
    figure = go.Figure(coverage_timeline.timeline(results, span, TH))
    marks = {trace.name: list(zip(trace.x, trace.y, strict=True)) for trace in figure.data}
    assert marks == {
        "ผลประเมินระดับดี": [(2561, "ทต.ข")],
        "รางวัลระดับประเทศ": [(2555, "ทม.ก"), (2562, "ทม.ก")],
    }
    assert list(figure.layout.yaxis.categoryarray) == ["ทต.ข", "ทม.ก"]
    assert (figure.layout.shapes[0].x0, figure.layout.shapes[0].x1) == (2560.5, 2563.5)


def test_the_point_map_fetches_outlines_by_address_and_no_tiles() -> None:
    placed = pd.DataFrame(
        {
            "longitude": [100.12345],
            "latitude": [15.70472],
            "name": ["ทน.ก"],
            "result": ["ดีเยี่ยม"],
            "years": ["2561–2562"],
            "kind": ["counted"],
        }
    )
    deck = coverage_points_figure.point_map(placed, "outlines/x/provinces.geojson", Words("th"))
    spec = json.loads(deck.to_json())
    assert spec.get("mapProvider") is None
    ground, reported, other, counted = spec["layers"]
    assert ground["data"] == "outlines/x/provinces.geojson"
    assert (reported["id"], reported["data"]) == ("reported", [])
    assert (other["id"], other["data"]) == ("other", [])
    [dot] = counted["data"]
    assert dot["p"] == [100.123, 15.705]
    assert vars(deck)["_tooltip"]["text"].format(**dot) == "ทน.ก\nดีเยี่ยม · ปีงบ 2561–2562"
