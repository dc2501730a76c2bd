"""What the scores ask of offices: for each rule one LAO that raises it and one that does not."""

from __future__ import annotations

import pandas as pd

from tests.measures import scoring
from tests.measures.scoring import assessed, same
from tests.measures.stair import frame, staircase
from utils.measures.scores.record import ScoreRecord
from utils.measures.worklist import scores
from utils.measures.worklist.item import Item
from utils.tables.declared import schemas

HOMES = {"A": "20", "B": "20", "C": "30", "D": "40", "E": "40", "F": "50", "G": "60"}
ASSESSED = (
    # both assessed A and G; over 290 points, 50 and 145/290 are 10.3 and 6.9 points apart
    *(assessed("A", same(15)), assessed("A", same(12), assessor="area")),
    *(assessed("G", same(15)), assessed("G", same(13), assessor="area")),
    # B and C were assessed the year before; of the province of C nothing is known for 2562
    *(assessed("B", same(15), year=2561), assessed("C", same(15), year=2561)),
    # the last scores of D are four years old, those of E three
    *(assessed("D", same(15), year=2558), assessed("E", same(15), year=2559)),
    # four indicators of component 1 and none of component 2
    assessed("F", same(15, range(1, 5))),
)


def record(*rows: list[dict[str, object]]) -> ScoreRecord:
    places = [
        {"lao_id": lao, "province_code": code, "lao_type": "ทต.", "name_th": lao}
        for lao, code in HOMES.items()
    ]
    return ScoreRecord(
        scores=scoring.table(*rows),
        lpa=frame(schemas.LPA_RESULTS, []),
        indicators=scoring.indicators(),
        components=scoring.components(),
        editions=frame(schemas.EDITIONS, []),
        mappings=frame(schemas.EDITION_MAPPINGS, []),
        conversions=scoring.conversions(),
        cutoffs=frame(schemas.SCORE_CUTOFFS, []),
        bands=frame(schemas.LPA_BANDS, []),
        municipalities=frame(schemas.MUNICIPALITIES, places),
        provinces=staircase().provinces,
        parts=frame(schemas.REPORTED_PARTS, []),
        fictitious=False,
    )


def of(items: tuple[Item, ...], rule: str) -> list[str]:
    return [one.lao_id for one in items if one.rule == rule]


def test_each_rule_raises_one_and_leaves_the_one_beside_it() -> None:
    items = scores.items(record(*ASSESSED), 2562)
    assert of(items, "score_missing") == ["B"]
    assert of(items, "score_old") == ["D"]
    assert of(items, "score_part") == ["F"]
    assert of(items, "self_far_from_area") == ["A"]
    [far] = [one for one in items if one.rule == "self_far_from_area"]
    assert dict(far.facts) == {"points": 10.3, "common": 10}
    [part] = [one for one in items if one.rule == "score_part"]
    assert dict(part.facts) == {"known": 4, "of": 10, "percent": 80}


def test_without_a_score_nothing_is_asked() -> None:
    assert scores.items(record(), 2562) == ()
    assert pd.isna(record().last_year_of("area") or pd.NA)
