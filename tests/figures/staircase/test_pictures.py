"""The pictures of the staircase: what they hold, read back; each holds to Plotly's own schema."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from tests.measures.stair import fictitious, staircase
from utils.figures import theme
from utils.figures.staircase import cohorts as staircase_cohorts_figure
from utils.figures.staircase import durations, flow, key_figures
from utils.figures.staircase import rows as staircase_rows
from utils.figures.staircase import sentences as staircase_sentences
from utils.figures.staircase import stage_map as staircase_stage_map_figure
from utils.figures.staircase import steps as staircase_steps
from utils.figures.staircase import timeline as staircase_timeline
from utils.measures.staircase import cohorts as staircase_cohorts
from utils.measures.staircase import distribution, fast_track, stages, stalled
from utils.measures.staircase import durations as staircase_durations
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase import summary as staircase_summary
from utils.measures.staircase.survival import kaplan_meier
from utils.words import LANGS, Lang, Words

NONE = pd.Series(dtype="float64")
STAIR = fictitious()
TINY = staircase()
LEVELS = {"1": "1", "2": "2", "3": "3", "4": "4", "F1": "3", "F2": "3", "F3": "4"}
EN = Words("en")


def figures(lang: Lang, *, invented: bool) -> dict[str, dict[str, Any]]:
    words = Words(lang)
    compared = [fast_track.compare(STAIR, years=years) for years in (3, 5)]
    years = STAIR.years[STAIR.years["province_code"] == "60"]
    named = years.assign(name=years["lao_id"])
    return {
        "flow": flow.flow(
            staircase_moves.flows(STAIR, 2563), LEVELS, 2563, words, fictitious=invented
        ),
        "dwell": durations.dwell(staircase_durations.dwell(STAIR), 12, words, fictitious=invented),
        "reached": durations.reached(
            staircase_durations.time_to_top(STAIR), words, fictitious=invented
        ),
        "pathways": durations.pathways(compared, words, fictitious=invented),
        "timeline": staircase_timeline.timeline(named, (2547, 2569), words, fictitious=invented),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_plotly_knows_every_word_of_the_figures_and_the_mark_follows_the_flag(lang: Lang) -> None:
    mark = Words(lang)("fictitious.mark")
    for invented in (True, False):
        for name, figure in figures(lang, invented=invented).items():
            drawn = go.Figure(figure)
            notes = [note.text for note in drawn.layout.annotations]
            assert (notes.count(mark) >= 2) is invented, name


def test_the_steps_stay_rows_where_none_of_them_has_a_median() -> None:
    nowhere = {step: kaplan_meier(NONE, NONE.astype(bool)) for step in ("1", "2")}
    figure = durations.dwell(nowhere, 12, EN, fictitious=False)
    assert figure["data"][0]["y"] == []
    assert go.Figure(figure).layout.yaxis.type == "category"
    assert len(figure["layout"]["yaxis"]["categoryarray"]) == 2


def test_the_curve_begins_at_enrolment_and_has_ticks_every_four_years() -> None:
    # Fifteen: three reach it after 3 years (15 at risk), one is lost after 5 (12), one reaches it
    # after 5, ten are followed for 9.
    times = pd.Series([3] * 3 + [5] * 2 + [9] * 10)
    reached = pd.Series([True] * 3 + [True, False] + [False] * 10)
    estimate = kaplan_meier(times, reached)
    assert durations.has_curve(estimate)
    figure = durations.reached(estimate, EN, fictitious=False)
    *_, line = figure["data"]
    assert line["x"] == [0, 3, 5, 9]
    assert line["y"] == [0, 20, 26.67, 26.67]  # 3/15, then 1 - 12/15 * 11/12
    assert line["customdata"] == [15, 15, 12, 10]
    assert figure["layout"]["xaxis"]["tickvals"] == [0, 4, 8]
    assert figure["layout"]["xaxis"]["ticktext"] == ["0<br>15", "4<br>12", "8<br>10"]


def test_one_time_alone_makes_no_curve() -> None:
    times = pd.Series([2] * 4 + [5] * 7)  # seven are too few at 5
    estimate = kaplan_meier(times, times == 2)
    assert not estimate.too_few
    assert not durations.has_curve(estimate)


def test_a_share_on_the_edge_is_drawn_whole() -> None:
    compared = [fast_track.compare(STAIR, years=3)]
    [trace] = durations.pathways(compared, EN, fictitious=False)["data"]
    assert trace["cliponaxis"] is False


def test_the_flow_has_a_node_for_each_step_and_year_and_no_cycle() -> None:
    result = staircase_moves.flows(TINY, 2561)
    [trace] = go.Figure(flow.flow(result, LEVELS, 2561, EN, fictitious=False)).data
    stamps = list(trace.node.customdata)
    before = {at for at, stamp in enumerate(stamps) if stamp.startswith("2560")}
    assert len(set(stamps)) == len(stamps)
    assert set(trace.link.source) <= before
    assert not set(trace.link.target) & before
    assert sum(trace.link.value) == 8  # eight LAOs, each once
    ends = zip(trace.link.source, trace.link.target, trace.link.customdata, strict=True)
    named = [(stamps[source], stamps[target], move) for source, target, move in ends]
    streams = dict(zip(named, trace.link.value, strict=True))
    fall = ("2560 · Step 3 (1)", "2561 · Step 2 (3)", "Step lower than last year")
    assert streams[fall] == 1  # D; on step 2 then are A, B and D


def test_the_words_of_the_flow_stand_beside_it_a_line_apart() -> None:
    for year in (2548, 2555, 2563, 2569):
        figure = flow.flow(staircase_moves.flows(STAIR, year), LEVELS, year, EN, fictitious=True)
        [trace] = figure["data"]
        assert not any(trace["node"]["label"])  # Plotly would write them across the streams
        for side in (0, 1):
            notes = [
                note
                for note in figure["layout"]["annotations"]
                if note["x"] == side and "yshift" not in note
            ]
            heights = sorted(note["y"] * flow.PLOT for note in notes)
            assert len(notes) == trace["node"]["x"].count(0.999 if side else 0.001)
            steps = [above - below for below, above in itertools.pairwise(heights)]
            assert min(steps) >= 20
            assert {note["xanchor"] for note in notes} == {"left" if side else "right"}


def test_plotly_draws_the_nodes_where_their_words_are() -> None:
    # Plotly scales a node by the fullest side: its height less the distances between nodes.
    result = staircase_moves.flows(STAIR, 2563)
    [trace] = flow.flow(result, LEVELS, 2563, EN, fictitious=True)["data"]
    counts = result.groupby("step")["count"].sum()
    fullest = max(result["step_before"].nunique(), result["step"].nunique())
    scale = (flow.PLOT - (fullest - 1) * trace["node"]["pad"]) / int(counts.sum())
    sides = list(zip(trace["node"]["x"], trace["node"]["y"], strict=True))
    right = [y * flow.PLOT for x, y in sides if x > 0.5]
    order = ("F3", "F2", "F1", "4", "3", "2", "1", "unknown", "absent")
    heights = [int(counts[step]) * scale for step in order if step in counts.index]
    edges = [(y - height / 2, y + height / 2) for y, height in zip(right, heights, strict=True)]
    assert edges[0][0] >= 0
    assert edges[-1][1] <= flow.PLOT + 0.5
    assert all(above[1] < below[0] for above, below in itertools.pairwise(edges))


def test_the_legend_of_the_flow_shows_colours_as_drawn_and_none_alike() -> None:
    shown = {row["label"]: row["fill"] for row in flow.legend(EN)}
    assert set(shown) == {EN(f"move.{move}") for move in staircase_moves.MOVES}
    [trace] = flow.flow(staircase_moves.flows(STAIR, 2563), LEVELS, 2563, EN, fictitious=True)[
        "data"
    ]
    assert {colour.rsplit(",", 1)[1] for colour in trace["link"]["color"]} == {"0.7)"}
    up = theme.rgb(theme.MOVES["up"])
    assert theme.rgb(shown["Moved up"]) == [round(0.7 * part + 0.3 * 255) for part in up]
    drawn = [theme.rgb(fill) for fill in shown.values()]
    assert min(math.dist(*pair) for pair in itertools.combinations(drawn, 2)) > 35


def test_a_run_of_equal_steps_is_one_bar_with_one_label() -> None:
    years = TINY.years[TINY.years["enrolled"] & TINY.years["lao_id"].isin(["B", "E", "F"])]
    result = staircase_timeline.runs(years.assign(name=years["lao_id"]))
    told = result[["lao_id", "step", "first_be", "last_be"]].itertuples(index=False, name=None)
    assert list(told) == [
        ("B", "2", 2560, 2561),  # carried over the year without a row
        ("B", "3", 2562, 2563),
        ("E", "1", 2560, 2560),
        ("E", "1", 2563, 2563),  # away in between
        ("F", "1", 2561, 2561),
        ("F", "unknown", 2562, 2562),
        ("F", "1", 2563, 2563),
    ]
    figure = staircase_timeline.timeline(
        years.assign(name=years["lao_id"]), (2560, 2563), EN, fictitious=False
    )
    [bars] = figure["data"]
    assert bars["text"] == ["2", "3", "1", "1", "1", "?", "1"]
    assert bars["base"][:2] == [2559.5, 2561.5]
    assert bars["x"] == [2, 2, 1, 1, 1, 1, 1]
    assert bars["y"] == [2, 2, 1, 1, 0, 0, 0]  # the first LAO on top
    assert bars["hovertext"][0] == "B · FY 2560–2561: Step 2"
    assert [row["label"] for row in staircase_timeline.legend(years, EN)] == [
        "Level of step 1",
        "Level of step 2",
        "Level of step 3",
        "Step unknown",
    ]


def test_the_curve_rises_from_the_share_not_yet_there() -> None:
    result = staircase_durations.time_to_top(STAIR)
    figure = durations.reached(result, EN, fictitious=True)
    line = figure["data"][2]
    assert line["y"] == sorted(line["y"])
    share = 100 * (1 - result.estimated["survival"].iloc[-1])
    assert line["y"][-1] == pytest.approx(share, abs=0.01)
    # no point rests on fewer than ten, though the table goes on to the last LAO
    assert min(line["customdata"]) >= 10
    assert result.at_risk(max(line["x"]) + 1) < 10
    assert figure["layout"]["xaxis"]["ticktext"][0] == "0<br>208"


def test_too_few_and_not_reached_are_given_in_words() -> None:
    by_step = staircase_durations.dwell(TINY)
    shown = durations.dwell(by_step, 12, EN, fictitious=False)
    assert shown["data"][0]["x"] == []
    texts = [note["text"] for note in shown["layout"]["annotations"]]
    assert len(texts) == 7
    assert all("fewer than 10" in text for text in texts)


def test_a_median_stands_with_who_is_at_risk_or_not_at_all() -> None:
    by_step = staircase_durations.dwell(STAIR)
    texts = [durations.median(one, EN) for one in by_step.values()]
    for step, text in zip(by_step, texts, strict=True):
        middle = by_step[step].median
        if middle is not None:
            assert by_step[step].at_risk(middle) >= 10
            assert f"; {by_step[step].at_risk(middle)} still followed then)" in text
    # F3: from year 5 on fewer than ten are followed, in year 11 one alone, which ends no curve
    assert texts[list(by_step).index("F3")].startswith(
        "median cannot be computed yet (fewer than half so far, with 10 or more still followed"
    )
    notes = durations.dwell(by_step, 12, EN, fictitious=True)["layout"]["annotations"]
    shown = [note["text"] for note in notes]
    # by hand from the table: of 166 spells on step 1, 101 last two years or longer
    assert "2 y (2–3) n=101" in shown
    assert shown[-1] == "no median yet"


def test_the_list_tells_whose_years_are_so_many_at_least() -> None:
    provinces, heading = TINY.provinces.assign(name_en="P"), EN("staircase.column.since_known")
    known = stalled.follow_up(TINY, 2561, 0)
    assert heading not in staircase_rows.follow_up(known, provinces, TINY.register, EN)
    # without dates B and H may have been on their steps before 2560, the table's first year
    cut = staircase(entered=False)
    listed = stalled.follow_up(cut, 2561, 0)
    shown = staircase_rows.follow_up(listed, provinces, cut.register, EN)
    assert dict(zip(listed["lao_id"], shown[heading], strict=True)) == {"B": "no", "H": "no"}


def test_cohorts_show_a_bar_only_where_ten_are_followed() -> None:
    data = staircase_cohorts_figure.data(
        staircase_cohorts.cohorts(STAIR, span=4), 4, EN, fictitious=True
    )
    for panel in data["panels"]:
        for _, *shares in panel["bars"]:
            assert sum(shares) == pytest.approx(1, abs=0.004)
    tiny = staircase_cohorts_figure.data(
        staircase_cohorts.cohorts(TINY, span=4), 4, EN, fictitious=False
    )
    assert [panel["bars"] for panel in tiny["panels"]] == [[]]
    assert tiny["mark"] == ""


@pytest.mark.parametrize(
    ("span", "apart"), [((2562, 2563), 1), ((2560, 2566), 2), ((2547, 2569), 5)]
)
def test_the_years_below_the_steps_are_whole(span: tuple[int, int], apart: int) -> None:
    years = TINY.years.assign(name=TINY.years["lao_id"])
    figure = staircase_timeline.timeline(years, span, EN, fictitious=False)
    assert figure["layout"]["xaxis"]["dtick"] == apart


def test_the_stage_of_the_province_is_the_row_above_its_laos() -> None:
    # Province 30: C on 2, F1 (3), F2 (3), 3; D on 3, 2, 2, 2. So 3 in every year.
    stage = stages.stage_years(TINY, "30")
    assert stage.to_dict() == dict.fromkeys((2560, 2561, 2562, 2563), "3")
    for year, told in stage.items():
        assert stages.province_stages(TINY, int(str(year))).loc["30", "stage"] == told
    centre = stages.stage_years(TINY, "30", pd.DataFrame({"lao_id": ["D"]}))
    assert list(centre) == ["3", "2", "2", "2"]
    rows = TINY.years[TINY.years["enrolled"] & (TINY.years["province_code"] == "30")]
    above = staircase_timeline.of_stage(stage, staircase_timeline.STAGE_ROWS[0], "Stage")
    shown = pd.concat([above, rows.assign(name=rows["lao_id"])])
    figure = staircase_timeline.timeline(shown, (2560, 2563), EN, fictitious=False)
    [bars] = figure["data"]
    assert (bars["y"][0], bars["x"][0], bars["text"][0]) == (2, 4, "3")  # the topmost of three
    assert bars["hovertext"][0] == "Stage · FY 2560–2563: Level of step 3"


def test_no_centre_city_is_measured_on_fictitious_rows() -> None:
    with pytest.raises(ValueError, match="fictitious"):
        stages.stage_years(STAIR, "60", pd.DataFrame({"lao_id": ["D"]}))


def test_the_note_names_the_year_before_only_where_the_table_holds_it() -> None:
    notes = {
        year: staircase_steps.data(
            distribution.step_totals(TINY, year), LEVELS, year, EN, fictitious=False
        )["note"]
        for year in (2560, 2561)
    }
    assert notes[2560].startswith("1 dot = 1 LAO · in order of step, not rank")
    assert all(EN("staircase.levels_assumed") in note for note in notes.values())
    assert "small figures: change since 2560" in notes[2561]


def test_an_area_without_enrolled_laos_has_one_number() -> None:
    told = staircase([], parts=[("40", 2562), ("40", 2563)])
    others = TINY.enrolment[TINY.enrolment["lao_id"] != "E"]
    told = replace(TINY, parts=told.parts, enrolment=others)
    nobody = staircase_summary.in_brief(told.within(["40"]), 2563)
    [shown] = key_figures.figures(nobody, EN, longer_rule="", notes=[])
    assert (shown["number"], shown["known"]) == ("0", True)
    assert shown["window"]


def test_an_area_that_has_not_reported_has_no_number_and_says_why() -> None:
    # Nobody of 40 has a row in 2562: that is not nobody on the staircase.
    silent = staircase_summary.in_brief(TINY.within(["40"]), 2562)
    enrolled, moved, longer = key_figures.figures(silent, EN, longer_rule="", notes=["source"])
    assert {one["number"] for one in (enrolled, moved, longer)} == {"Not reported"}
    why = EN("staircase.unreported", year=2562)
    assert enrolled["notes"] == [why, "source"]
    assert staircase_sentences.sentence(
        silent, EN, area="", years=(2560, 2563), threshold_years=None, fictitious=False
    ).endswith(why)


def test_nobody_moved_of_nobody_is_no_number() -> None:
    # E of 40 withdrew in 2561 and is back in 2563; its office told of none in 2562.
    back = replace(TINY, parts=staircase([], parts=[("40", 2562)]).parts).within(["40"])
    brief = staircase_summary.in_brief(back, 2563)
    assert (brief.enrolled, brief.base) == (1, 0)
    _, moved, _ = key_figures.figures(brief, EN, longer_rule="", notes=[])
    assert (moved["number"], moved["of"]) == ("Not counted", "")
    assert moved["notes"] == [EN("staircase.no_base", before=2562, new=1)]


def test_steps_are_not_zero_where_the_table_does_not_reach() -> None:
    data = staircase_steps.data(
        distribution.step_totals(TINY, 2570), LEVELS, 2570, EN, fictitious=False
    )
    counts = {(one["count"], one["known"]) for track in data["tracks"] for one in track["steps"]}
    assert counts == {("No data", False)}
    assert data["note"] == ""  # nothing is drawn that it could explain


@pytest.mark.parametrize(("year", "why"), [(2570, []), (2560, ["year before"])])
def test_the_reason_why_there_are_no_moves_is_given_once(year: int, why: list[str]) -> None:
    # 2560 is the first year held; of 2570 nothing is held, which the sentence says once.
    _, moved, _ = key_figures.figures(
        staircase_summary.in_brief(TINY, year), EN, longer_rule="", notes=[]
    )
    assert moved["number"] == "No data"
    assert len(moved["notes"]) == len(why)
    assert all(part in note for part, note in zip(why, moved["notes"], strict=True))


def test_a_dot_stands_for_more_where_a_step_holds_many() -> None:
    totals = distribution.step_totals(STAIR, 2563)
    shown = staircase_steps.data(totals, LEVELS, 2563, EN, fictitious=True)
    assert shown["each"] == 1
    assert shown["note"].startswith("1 dot = 1 LAO · ")
    totals["count"] = totals["count"] * 10  # 350 on the first step
    shown = staircase_steps.data(totals, LEVELS, 2563, EN, fictitious=True)
    assert shown["each"] == 5
    assert shown["note"].startswith("1 dot = 5 LAOs · ")


def test_stages_keep_their_colour_in_every_year() -> None:
    painted = [
        staircase_stage_map_figure.paint(stages.province_stages(STAIR, year), EN)
        for year in (2550, 2569)
    ]
    assert painted[0].swatches == painted[1].swatches
    assert staircase_stage_map_figure.paint(stages.province_stages(STAIR, 2570), EN).keys == (
        "outside",
        "no_data",
    )
