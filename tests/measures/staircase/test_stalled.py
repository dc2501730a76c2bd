"""The follow-up list, by hand: who is on it, for how long, and which reasons are known."""

from __future__ import annotations

from tests.measures.stair import EVIDENCE, YEARS, staircase
from utils.measures.staircase import stalled
from utils.tables import shipped

STAIR = staircase()


def test_above_a_readers_own_threshold() -> None:
    listed = stalled.follow_up(STAIR, 2563, 1)
    # D and F have been on their step for two years; G, for three, has graduated; H is not known
    assert listed["lao_id"].tolist() == ["D", "F"]
    assert listed["years_on_step"].tolist() == [2, 2]
    assert set(listed["threshold_years"]) == {1}
    first = listed.iloc[0]
    assert (first["state"], first["next_step"], first["step_since_be"]) == ("paused", "3", 2561)
    assert listed.set_index("lao_id")["late"].to_dict()["F"]


def test_longest_on_a_step_first() -> None:
    listed = stalled.follow_up(STAIR, 2563, 0)
    assert listed["lao_id"].tolist() == ["D", "F", "B", "C"]
    assert listed["years_on_step"].tolist() == [2, 2, 1, 1]


def test_what_the_next_step_asks_for_and_the_evidence_lacks() -> None:
    lacking = stalled.follow_up(STAIR, 2563, 0).set_index("lao_id")["lacking"].to_dict()
    assert lacking == {
        "D": "review",  # to step 3
        "F": "activity",  # to step 2
        "B": "learning_centre/model_area, expansion",  # to step 4, either place will do
        "C": "learning_centre/model_area, expansion",
    }


def test_evidence_of_a_later_year_does_not_count_and_either_place_will_do() -> None:
    pieces = [*EVIDENCE, ("D", 2563, "review"), ("B", 2562, "model_area"), ("B", 2562, "expansion")]
    stair = staircase(evidence=pieces)
    assert (
        stalled.follow_up(stair, 2562, 0).set_index("lao_id")["lacking"].to_dict()["D"] == "review"
    )
    later = stalled.follow_up(stair, 2563, 0).set_index("lao_id")["lacking"].to_dict()
    assert (later["D"], later["B"]) == ("", "")


def test_an_activity_counts_whatever_is_told_of_it() -> None:
    # F is on step 1; step 2 asks for an activity, of which F has one in 2562
    stair = staircase(evidence=[*EVIDENCE, ("F", 2562, "activity")])
    assert stalled.follow_up(stair, 2563, 0).set_index("lao_id").loc["F", "lacking"] == ""


def test_without_evidence_it_is_not_known_what_is_lacking() -> None:
    listed = stalled.follow_up(staircase(evidence=[]), 2563, 0)
    assert len(listed) == 4
    assert listed["lacking"].isna().all()


def test_a_step_without_ten_spells_has_no_threshold_and_lists_nobody() -> None:
    table = stalled.thresholds(STAIR)
    # step 1: A, E twice, F, H; 2: A, B, C, D; 3: A, B, D
    assert table["spells"].to_dict() == {"1": 5, "2": 4, "3": 3, "F1": 1, "F2": 1}
    assert table["threshold_years"].isna().all()
    assert stalled.follow_up(STAIR, 2563).empty


def test_the_threshold_is_a_length_three_quarters_do_not_exceed() -> None:
    laos = {f"L{n:02}": ("20", "ทต.") for n in range(12)}
    # nine are on step 1 for a year, two for two, one for five and still there
    rises = dict(zip(laos, [1] * 9 + [2] * 2 + [9], strict=True))
    rows = [
        (lao, 2560 + at, "2" if at >= rise else "1")
        for lao, rise in rises.items()
        for at in range(6)
    ]
    stair = staircase(rows, laos=laos)
    # 9 of 12 lengths are 1: exactly three quarters
    assert stalled.thresholds(stair).loc["1"].to_dict() == {"spells": 12, "threshold_years": 1}
    listed = stalled.follow_up(stair, 2565)
    # step 2: nine running for 4 years, two for 3; three quarters of 11 do not exceed 4
    assert listed[["lao_id", "years_on_step"]].to_numpy().tolist() == [["L11", 5]]


def test_the_top_of_a_pathway_has_no_step_to_wait_for() -> None:
    assert stalled.next_steps(shipped.load("step_levels")) == {
        "1": "2",
        "2": "3",
        "3": "4",
        "F1": "F2",
        "F2": "F3",
    }
    rows = [*YEARS, ("G", 2562, "4"), ("G", 2563, "4")]  # no longer a graduate, still at the top
    assert "G" not in set(stalled.follow_up(staircase(rows), 2563, 0)["lao_id"])


def test_a_year_without_data_lists_nobody() -> None:
    assert stalled.follow_up(STAIR, 2570, 0).empty
    assert stalled.follow_up(staircase([]), 2563, 0).empty
