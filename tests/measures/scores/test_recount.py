"""The totals of the invented record, counted again in plain Python."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.scoring import shipped_record
from utils.measures.scores.assessments import score_reading

RECORD = shipped_record(fictitious=True)
COMPONENT = dict(zip(RECORD.indicators["indicator"], RECORD.indicators["component"], strict=True))
NEEDED = {1: 6, 2: 8, 3: 6, 4: 9}  # at least four fifths of 7, 9, 7 and 11
KEY = ["lao_id", "fiscal_year_be", "edition", "assessor"]


def lpa_averages() -> dict[str, dict[int, float]]:
    averages: dict[str, dict[int, float]] = {}
    for row in RECORD.lpa.to_dict("records"):
        parts = [row[f"part_{part}_percent"] for part in range(1, 6)]
        average = row["average_percent"]
        if pd.isna(average) and not any(pd.isna(part) for part in parts):
            average = sum(parts) / 5
        if not pd.isna(average):
            averages.setdefault(row["lao_id"], {})[row["fiscal_year_be"]] = average
    return averages


def stated_scores() -> dict[tuple[str, int, str, str], dict[int, float]]:
    stated: dict[tuple[str, int, str, str], dict[int, float]] = {}
    for row in RECORD.scores.to_dict("records"):
        if not pd.isna(row["score"]):
            lao, year, edition, assessor = (row[name] for name in KEY)
            key = (lao, year, edition, assessor)
            stated.setdefault(key, {})[row["indicator"]] = row["score"]
    return stated


def total(scores: dict[int, float]) -> float | None:
    percents = []
    for component, needed in NEEDED.items():
        mine = [score for one, score in scores.items() if COMPONENT[one] == component]
        if len(mine) < needed:
            return None
        percents.append(100 * sum(mine) / (30 * len(mine)))
    return sum(percents) / 4


def test_every_total_survives_a_recount() -> None:
    reading = score_reading(RECORD).totals.set_index(KEY)["total"].to_dict()
    averages, stated = lpa_averages(), stated_scores()
    assert set(reading) == set(stated)
    assert any(pd.isna(one) for one in reading.values())
    for (lao, year, edition, assessor), scores in stated.items():
        known = {at: average for at, average in averages.get(lao, {}).items() if at <= year}
        # The shipped conversion is in proportion: 30 points at 100 per cent.
        made = dict.fromkeys(range(24, 34), 0.3 * known[max(known)]) if known else {}
        by_hand = total({**made, **scores})
        mine = reading[lao, year, edition, assessor]
        assert pd.isna(mine) if by_hand is None else mine == pytest.approx(by_hand)
