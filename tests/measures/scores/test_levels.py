"""The two scales by hand: each judges its own assessor, by the cut-offs of the type."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import assessed, same
from utils.measures.scores.levels import Scale, levels
from utils.tables import shipped


def judged(
    total: float | None, *, lao_type: str | None = "ทต.", scale: Scale = "area_result"
) -> dict[str, object]:
    rows = pd.DataFrame(
        {
            "lao_id": ["A"],
            "assessor": ["self" if scale == "self_pass" else "area"],
            "lao_type": pd.array([lao_type], dtype="string"),
            "total": pd.array([total], dtype="Float64"),
        }
    )
    (row,) = levels(rows, shipped.load("score_cutoffs"), scale).to_dict("records")
    names = ("level", "next_level", "next_low_percent", "assumed")
    return {name: None if pd.isna(row[name]) else row[name] for name in names}


def levels_of(
    level: str | None = None,
    next_level: str | None = None,
    mark: float | None = None,
    *,
    assumed: bool | None = None,
) -> dict[str, object]:
    return {
        "level": level,
        "next_level": next_level,
        "next_low_percent": mark,
        "assumed": assumed,
    }


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (0, ("below", "good", 60)),
        (59.99, ("below", "good", 60)),
        (60, ("good", "very_good", 70)),
        (69.99, ("good", "very_good", 70)),
        (70 - 1e-12, ("very_good", "excellent", 80)),
        (79.99, ("very_good", "excellent", 80)),
        (80, ("excellent", None, None)),
        (100, ("excellent", None, None)),
    ],
)
def test_area_results_are_judged_by_assumed_cutoffs(
    total: float, expected: tuple[str, str | None, float | None]
) -> None:
    assert judged(total) == levels_of(*expected, assumed=True)


@pytest.mark.parametrize(
    ("lao_type", "mark"), [("ทน.", 70), ("ทม.", 70), ("ทต.", 60), ("อบต.", 60)]
)
def test_a_self_assessment_passes_at_the_mark_of_its_type(lao_type: str, mark: int) -> None:
    below = judged(mark - 0.01, lao_type=lao_type, scale="self_pass")
    assert below == levels_of("below", "pass", mark, assumed=False)
    assert judged(mark, lao_type=lao_type, scale="self_pass") == levels_of("pass", assumed=False)


def test_no_level_without_a_total_or_a_cutoff() -> None:
    assert judged(None) == levels_of()
    assert judged(90, lao_type="อบจ.", scale="self_pass") == levels_of()
    assert judged(90, lao_type=None, scale="self_pass") == levels_of()
    assert judged(90, lao_type=None) == levels_of("excellent", assumed=True)


def test_a_cutoff_of_the_type_goes_before_the_general_one() -> None:
    cutoffs = shipped.load("score_cutoffs")
    own = cutoffs[cutoffs["level"] == "good"].assign(
        lao_type="ทน.", low_percent=65.0, confidence="stated"
    )
    both = pd.concat([cutoffs, own])
    rows = scoring.totals(assessed("A", same(18), assessor="area"))
    rows["total"] = pd.array([62.0], dtype="Float64")
    assert levels(rows, both, "area_result")["level"].tolist() == ["good"]
    city = levels(rows.assign(lao_type="ทน."), both, "area_result")
    assert city["level"].tolist() == ["below"]
    assert city["assumed"].tolist() == [False]


def test_each_scale_judges_its_own_assessor_only() -> None:
    rows = scoring.totals(
        assessed("A", same(20)),
        assessed("A", same(20), assessor="area"),
        assessed("A", same(20), assessor="national"),
    )
    cutoffs = shipped.load("score_cutoffs")
    assert levels(rows, cutoffs, "self_pass")["assessor"].tolist() == ["self"]
    assert levels(rows, cutoffs, "area_result")["assessor"].tolist() == ["area"]
    assert levels(rows.iloc[0:0], cutoffs, "area_result")["level"].tolist() == []
