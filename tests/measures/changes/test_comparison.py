"""Two releases and two fiscal years compared, by hand: what is new, apart from corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd
import pytest

from tests.measures import scoring
from tests.measures.scoring import EDITION, REVISED, assessed, same
from tests.measures.stair import LAOS, frame, staircase
from utils.measures.changes.comparison import Comparison, State, compared
from utils.measures.changes.provinces import year_before
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.scores.record import ScoreRecord
from utils.tables.declared import schemas

ASKED = Question(rule="b", fiscal_year_be=2562)
CODES = ("10", "20", "30", "40", "50", "60")
HALF = {**same(15, range(1, 10)), 10: 10}
WHOLE = {**same(30, range(1, 10)), 10: 20}
PLACES = {lao: code for lao, (code, _) in LAOS.items()} | {"L50a": "50", "L60a": "60"}


def scores(*assessments: Iterable[Mapping[str, object]]) -> ScoreRecord:
    laos = [
        {"lao_id": lao, "province_code": code, "lao_type": "ทต.", "name_th": lao}
        for lao, code in PLACES.items()
    ]
    return ScoreRecord(
        scores=scoring.table(*assessments),
        lpa=frame(schemas.LPA_RESULTS, []),
        indicators=scoring.indicators(EDITION, REVISED),
        components=scoring.components(EDITION, REVISED),
        editions=frame(schemas.EDITIONS, []),
        mappings=frame(schemas.EDITION_MAPPINGS, []),
        conversions=scoring.conversions(),
        cutoffs=frame(schemas.SCORE_CUTOFFS, []),
        bands=frame(schemas.LPA_BANDS, [{"band": "good", "low_percent": 70}]),
        municipalities=frame(schemas.MUNICIPALITIES, laos),
        provinces=frame(schemas.PROVINCES, []),
        parts=frame(schemas.REPORTED_PARTS, []),
        fictitious=False,
    )


def state(record: Record, rows: Iterable[tuple[object, ...]] = (), **records: ScoreRecord) -> State:
    return State(record=record, staircase=staircase(rows), scores=records.get("scores", scores()))


@pytest.fixture
def record(record: Record) -> Record:
    """Return the record with the key of its awards."""
    named = record.awards.assign(award_id=[f"A{at}" for at in range(len(record.awards))])
    return replace(record, awards=named)


@pytest.fixture
def later(record: Record) -> Record:
    """Return a record that told L60a's result of FY 2562 as one of FY 2558 before."""
    rows = record.awards
    moved = rows.tail(1).assign(award_id="A60", lao_id="L60a", province_code="60")
    return replace(record, awards=pd.concat([rows, moved], ignore_index=True))


@pytest.fixture
def earlier(later: Record) -> Record:
    """Return the same without province 40, L60a's year wrong, and a row that was taken away."""
    rows = later.awards[later.awards["province_code"] != "40"]
    year = rows["fiscal_year_be"].mask(rows["award_id"] == "A60", 2558)
    rows = rows.assign(fiscal_year_be=year)
    wrong = rows.tail(1).assign(
        award_id="A50", lao_id="L50a", province_code="50", fiscal_year_be=2561, level="area"
    )
    return replace(later, awards=pd.concat([rows, wrong.astype(rows.dtypes)], ignore_index=True))


def turned(comparison: Comparison) -> set[tuple[str, str, str]]:
    rows = comparison.provinces[comparison.provinces["turn"].isin(["gained", "left_window"])]
    return set(zip(rows.index, rows["turn"], rows["cause"], strict=True))


def test_provinces_of_two_releases_with_corrections_apart(earlier: Record, later: Record) -> None:
    comparison = compared(state(later), ASKED, CODES, earlier=state(earlier))
    assert comparison is not None
    # Before: 20, and 50 by a row that is gone; now: 20, 40, 60. 40 is told for the first time.
    assert [(one.at_least, one.not_known, one.total) for one in comparison.headlines] == [
        (2, 0, 5),
        (3, 0, 5),
    ]
    assert turned(comparison) == {
        ("40", "gained", "new"),
        ("60", "gained", "correction"),
        ("50", "left_window", "correction"),
    }
    rows = comparison.corrections.set_index("province_code")
    assert rows[["table", "what", "fiscal_year_be", "rows"]].T.to_dict("list") == {
        "60": ["awards", "changed", 2562, 1],
        "50": ["awards", "removed", 2561, 1],
    }


def test_an_area_has_its_own(earlier: Record, later: Record) -> None:
    comparison = compared(state(later), ASKED, ("20", "60"), earlier=state(earlier))
    assert comparison is not None
    assert [(one.at_least, one.not_known, one.total) for one in comparison.headlines] == [
        (1, 0, 2),
        (2, 0, 2),
    ]
    assert turned(comparison) == {("60", "gained", "correction")}
    assert comparison.corrections["province_code"].tolist() == ["60"]


def test_of_a_release_that_lacks_the_year_its_last_is_compared(later: Record) -> None:
    rows = later.awards[later.awards["fiscal_year_be"] < 2562]
    comparison = compared(state(later), ASKED, CODES, earlier=state(replace(later, awards=rows)))
    assert comparison is not None
    assert (comparison.question_before.fiscal_year_be, comparison.question.fiscal_year_be) == (
        2561,
        2562,
    )
    # 20 and 40 had results in FY 2561 already; 60 came in FY 2562, and nothing was corrected.
    assert [(one.at_least, one.not_known, one.total) for one in comparison.headlines] == [
        (2, 0, 5),
        (3, 0, 5),
    ]
    assert turned(comparison) == {("60", "gained", "new")}


def test_two_fiscal_years_of_one_release(record: Record) -> None:
    # FY 2560 counts 2558-2560, in which only Bangkok has a result; FY 2561 adds 20 and 40.
    comparison = compared(state(record), ASKED, CODES, fiscal_year_be=2560)
    assert comparison is not None
    assert turned(comparison) == {("20", "gained", "new"), ("40", "gained", "new")}
    assert comparison.corrections.empty
    usual = compared(state(record), ASKED, CODES)
    assert usual is not None
    assert (usual.question_before.fiscal_year_be, turned(usual)) == (2561, set())
    assert year_before(record, 2561) == 2558
    assert compared(state(record), replace(ASKED, fiscal_year_be=2555), CODES) is None


def test_the_last_known_steps_of_two_releases(record: Record) -> None:
    before = state(record, [("A", 2561, "1"), ("B", 2561, "2"), ("C", 2561, "3"), ("D", 2561, "2")])
    now = state(
        record,
        [
            *(("A", 2561, "1"), ("A", 2562, "2")),
            *(("B", 2561, "3"),),  # its old row is told otherwise
            *(("C", 2561, "3"), ("C", 2562, "2")),
            *(("D", 2561, "2"),),  # nothing was sent of it since: it has not left its step
            *(("E", 2562, "1"),),
        ],
    )
    comparison = compared(now, ASKED, CODES, earlier=before)
    assert comparison is not None
    rows = comparison.steps[["lao_id", "cause", "move"]].to_numpy().tolist()
    assert rows == [
        ["A", "new", "up"],
        ["B", "new", "stay"],
        ["C", "new", "down"],
        ["D", "new", "stay"],
        ["E", "new", "new"],
        ["B", "correction", "up"],
    ]


@pytest.mark.parametrize(
    ("asked", "before", "years"),
    [(2562, 2561, (2561, 2562)), (2563, 2561, (2561, 2562)), (2562, 2560, (2561, 2562))],
)
def test_years_that_a_table_lacks_give_way_to_its_last_two(
    record: Record, asked: int, before: int, years: tuple[int, int]
) -> None:
    held = state(record, [("A", 2561, "1"), ("A", 2562, "2")])
    question = replace(ASKED, fiscal_year_be=asked)
    comparison = compared(held, question, CODES, fiscal_year_be=before)
    assert comparison is not None
    assert comparison.step_years == years
    assert comparison.steps["move"].tolist() == ["up"]
    assert comparison.score_years is None
    assert comparison.totals.empty


def test_one_year_of_steps_is_compared_with_nothing(record: Record) -> None:
    comparison = compared(state(record, [("A", 2562, "1")]), ASKED, CODES)
    assert comparison is not None
    assert comparison.step_years is None
    assert comparison.steps.empty


def test_totals_of_two_releases_with_corrections_apart(record: Record) -> None:
    # A: 50, and a year later 100 in the first component, so 75. B: 50, corrected to 100, and not
    # assessed again since.
    first = {**HALF, **same(30, range(1, 6))}
    before = scores(assessed("A", HALF, year=2561), assessed("B", HALF, year=2561))
    now = scores(
        assessed("A", HALF, year=2561),
        assessed("A", first, year=2562),
        assessed("B", WHOLE, year=2561),
        assessed("C", HALF, year=2562),
    )
    comparison = compared(
        state(record, scores=now), ASKED, CODES, earlier=state(record, scores=before)
    )
    assert comparison is not None
    columns = ["lao_id", "province_code", "cause", "before", "after", "change"]
    assert comparison.totals[columns].to_numpy().tolist() == [
        ["A", "20", "new", 50, 75, 25],
        ["B", "20", "correction", 50, 100, 50],
    ]
    assert comparison.corrections[["table", "what", "rows"]].to_numpy().tolist() == [
        ["scores", "changed", 10]
    ]


def test_totals_of_two_years_and_never_of_two_editions(record: Record) -> None:
    held = scores(
        assessed("A", HALF, year=2561),
        assessed("A", WHOLE, year=2562),
        assessed("B", HALF, year=2561),
        assessed("B", WHOLE, year=2562, edition=REVISED),
    )
    comparison = compared(state(record, scores=held), ASKED, CODES, fiscal_year_be=2561)
    assert comparison is not None
    assert comparison.score_years == (2561, 2562)
    assert comparison.totals[["lao_id", "change"]].to_numpy().tolist() == [["A", 50]]
