"""The pictures of the staircase: what they hold, read back; each holds to Plotly's own schema."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import pytest

from tests.measures.stair import fictitious, staircase
from utils.figures import (
    cohort_panels,
    durations,
    flow,
    follow_rows,
    stage_map,
    stairs,
    step_timeline,
)
from utils.measures import cohorts, distribution, fast_track, follow_up, moves, spells, stages
from utils.words import LANGS, Lang, Words

STAIR = fictitious()
TINY = staircase()
LEVELS = {"1": "1", "2": "2", "3": "3", "4": "4", "F1": "3", "F2": "3", "F3": "4"}
EN = Words("en")


def figures(lang: Lang, *, invented: bool) -> dict[str, dict[str, Any]]:
    say = Words(lang)
    compared = [fast_track.compare(STAIR, years=years) for years in (3, 5)]
    years = STAIR.years[STAIR.years["province_code"] == "60"]
    named = years.assign(name=years["lao_id"])
    return {
        "flow": flow.flow(moves.flows(STAIR, 2563), LEVELS, 2563, say, fictitious=invented),
        "dwell": durations.dwell(spells.dwell(STAIR), 12, say, fictitious=invented),
        "reached": durations.reached(spells.time_to_top(STAIR), say, fictitious=invented),
        "pathways": durations.pathways(compared, say, fictitious=invented),
        "timeline": step_timeline.timeline(named, (2547, 2569), say, fictitious=invented),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_plotly_knows_every_word_of_the_figures_and_the_mark_follows_the_flag(lang: Lang) -> None:
    mark = Words(lang)("fictitious.mark")
    for invented in (True, False):
        for name, figure in figures(lang, invented=invented).items():
            drawn = go.Figure(figure)
            notes = [note.text for note in drawn.layout.annotations]
            assert (notes.count(mark) >= 2) is invented, name


def test_the_flow_has_a_node_for_each_step_and_year_and_no_cycle() -> None:
    found = moves.flows(TINY, 2561)
    [trace] = go.Figure(flow.flow(found, LEVELS, 2561, EN, fictitious=False)).data
    labels = list(trace.node.label)
    before = {at for at, label in enumerate(labels) if label.startswith("2560")}
    assert set(trace.link.source) <= before
    assert not set(trace.link.target) & before
    assert sum(trace.link.value) == 8  # eight LAOs, each once
    streams = dict(zip(trace.link.customdata, trace.link.value, strict=True))
    assert streams["Step 3 (2560) → Step 2 (2561): 1 LAO · Step lower than last year"] == 1


def test_the_curve_rises_from_the_share_not_yet_there() -> None:
    found = spells.time_to_top(STAIR)
    figure = durations.reached(found, EN, fictitious=True)
    line = figure["data"][2]
    assert line["y"] == sorted(line["y"])
    share = 100 * (1 - found.estimated["survival"].iloc[-1])
    assert line["y"][-1] == pytest.approx(share, abs=0.01)
    # no point rests on fewer than ten, though the table goes on to the last LAO
    assert min(line["customdata"]) >= 10
    assert found.at_risk(max(line["x"]) + 1) < 10
    assert figure["layout"]["xaxis"]["ticktext"][0] == "0<br>208"


def test_too_few_and_not_reached_are_said_in_words() -> None:
    found = spells.dwell(TINY)
    shown = durations.dwell(found, 12, EN, fictitious=False)
    assert shown["data"][0]["x"] == []
    texts = [note["text"] for note in shown["layout"]["annotations"]]
    assert len(texts) == 7
    assert all("fewer than 10" in text for text in texts)


def test_a_median_stands_with_who_is_at_risk_or_not_at_all() -> None:
    found = spells.dwell(STAIR)
    texts = [durations.median(one, EN) for one in found.values()]
    for step, text in zip(found, texts, strict=True):
        middle = found[step].median
        if middle is not None:
            assert found[step].at_risk(middle) >= 10
            assert f"; {found[step].at_risk(middle)} at risk then)" in text
    # F3: from year 5 on fewer than ten are followed, in year 11 one alone, which ends no curve
    assert texts[list(found).index("F3")].startswith("median not reached while 10 or more")
    notes = durations.dwell(found, 12, EN, fictitious=True)["layout"]["annotations"]
    shown = [note["text"] for note in notes]
    # by hand from the table: of 166 spells on step 1, 101 last two years or longer
    assert "2 y (2–3) n=101" in shown
    assert shown[-1] == "median not reached"


def test_the_list_tells_whose_years_are_so_many_at_least() -> None:
    provinces, heading = TINY.provinces.assign(name_en="P"), EN("column.since_known")
    known = follow_up.follow_up(TINY, 2561, 0)
    assert heading not in follow_rows.follow_up(known, provinces, TINY.register, EN)
    # without dates B and H may have been on their steps before 2560, the table's first year
    cut = staircase(entered=False)
    found = follow_up.follow_up(cut, 2561, 0)
    shown = follow_rows.follow_up(found, provinces, cut.register, EN)
    assert dict(zip(found["lao_id"], shown[heading], strict=True)) == {"B": "no", "H": "no"}


def test_cohorts_show_a_bar_only_where_ten_are_followed() -> None:
    data = cohort_panels.data(cohorts.cohorts(STAIR, span=4), 4, EN, fictitious=True)
    for panel in data["panels"]:
        for _, *shares in panel["bars"]:
            assert sum(shares) == pytest.approx(1, abs=0.004)
    tiny = cohort_panels.data(cohorts.cohorts(TINY, span=4), 4, EN, fictitious=False)
    assert [panel["bars"] for panel in tiny["panels"]] == [[]]
    assert tiny["mark"] == ""


def test_steps_are_not_zero_where_the_table_does_not_reach() -> None:
    data = stairs.data(distribution.step_totals(TINY, 2570), LEVELS, 2570, EN, fictitious=False)
    counts = {step["count"] for track in data["tracks"] for step in track["steps"]}
    assert counts == {"No data"}


def test_a_dot_stands_for_more_where_a_step_holds_many() -> None:
    totals = distribution.step_totals(STAIR, 2563)
    shown = stairs.data(totals, LEVELS, 2563, EN, fictitious=True)
    assert shown["each"] == 1
    assert shown["note"].startswith("1 dot = 1 LAO · ")
    totals["count"] = totals["count"] * 10  # 350 on the first step
    shown = stairs.data(totals, LEVELS, 2563, EN, fictitious=True)
    assert shown["each"] == 5
    assert shown["note"].startswith("1 dot = 5 LAOs · ")


def test_stages_keep_their_colour_in_every_year() -> None:
    painted = [stage_map.paint(stages.province_stages(STAIR, year), EN) for year in (2550, 2569)]
    assert painted[0].swatches == painted[1].swatches
    assert stage_map.paint(stages.province_stages(STAIR, 2570), EN).keys == ("outside", "no_data")
