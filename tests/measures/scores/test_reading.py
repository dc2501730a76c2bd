"""The reading of a record is the measures one after the other, once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import assessed, same, shipped_record
from tests.measures.stair import frame
from utils.measures.scores.reading import score_reading
from utils.measures.scores.record import ScoreRecord
from utils.tables.declared import schemas


def record() -> ScoreRecord:
    """Return A, with part of component 2 from the LPA, and B, of which too little is known."""
    laos = [
        {"lao_id": lao, "lao_type": "ทต.", "province_code": "50", "name_th": lao} for lao in "AB"
    ]
    result = {"lao_id": "A", "fiscal_year_be": 2561, "average_percent": 80}
    return replace(
        shipped_record(fictitious=False),
        scores=scoring.table(assessed("A", same(15, range(1, 9))), assessed("B", {1: 30})),
        lpa=frame(schemas.LPA_RESULTS, [result]),
        indicators=scoring.indicators(),
        components=scoring.components(),
        conversions=scoring.conversions([(9, "average", 0, 0), (9, "average", 100, 30)]),
        municipalities=frame(schemas.MUNICIPALITIES, laos),
    )


def test_a_record_is_read_through_to_the_total() -> None:
    found = score_reading(record())
    assert found.lpa["band"].tolist() == ["very_good"]
    first, second = found.totals.to_dict("records")
    # component 1: 50 %; component 2: 15 x 3 + 24 (80 % of 30) of 120 = 57.5 %
    assert first["total"] == pytest.approx(53.75)
    assert (first["known"], first["derived"], first["of"]) == (9, 1, 10)
    assert (first["lao_type"], first["province_code"], first["region6"]) == ("ทต.", "50", "North")
    assert pd.isna(second["total"])
    assert found.where.index.tolist() == ["A", "B"]
    assert found.known["derived"].sum() == 1
    assert len(found.parts) == 4


def test_a_record_is_read_once() -> None:
    one = record()
    assert score_reading(one) is score_reading(one)
    assert score_reading(one) is not score_reading(replace(one))


def test_the_shipped_record_is_empty_and_reads_as_empty() -> None:
    found = score_reading(shipped_record(fictitious=False))
    assert [len(table) for table in (found.known, found.parts, found.totals)] == [0, 0, 0]
