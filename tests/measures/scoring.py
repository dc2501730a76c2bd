"""Scores small enough to count on one's fingers: two components of five indicators.

Component 1 holds the indicators 1-5, component 2 the indicators 6-10; each has a maximum of 30,
but for indicator 10, whose maximum is 20. A component weighs 25 of 50.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import pandas as pd

from tests.measures.stair import frame
from utils import paths
from utils.measures.scores.components import component_scores, known_scores, total_scores
from utils.measures.scores.lpa import lpa_results
from utils.measures.scores.record import ScoreRecord
from utils.tables import shipped
from utils.tables.declared import schemas

EDITION = "made"
REVISED = "revised"

Scores = Mapping[int, float | None]


def indicators(*editions: str) -> pd.DataFrame:
    """Return the catalogue of the module's docstring, for each edition."""
    return frame(
        schemas.INDICATORS,
        [
            {
                "edition": edition,
                "indicator": number,
                "component": 1 if number <= 5 else 2,
                "max_score": 20 if number == 10 else 30,
            }
            for edition in editions or (EDITION,)
            for number in range(1, 11)
        ],
    )


def components(*editions: str) -> pd.DataFrame:
    """Return two components of 25 per cent each, for each edition."""
    return frame(
        schemas.COMPONENTS,
        [
            {"edition": edition, "component": number, "weight_percent": 25}
            for edition in editions or (EDITION,)
            for number in (1, 2)
        ],
    )


def assessed(
    lao_id: str,
    scores: Scores,
    *,
    year: int = 2562,
    assessor: str = "self",
    edition: str = EDITION,
) -> list[dict[str, object]]:
    """Return the rows of one assessment."""
    key = {"lao_id": lao_id, "fiscal_year_be": year, "edition": edition, "assessor": assessor}
    return [{**key, "indicator": number, "score": score} for number, score in scores.items()]


def table(*assessments: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return assessments as a score table."""
    return frame(schemas.SCORES, [row for rows in assessments for row in rows])


def lpa(rows: Iterable[Mapping[str, object]] = ()) -> pd.DataFrame:
    """Return LPA results with their averages and bands."""
    bands = [("excellent", 90), ("very_good", 80), ("good", 70)]
    named = [{"band": band, "low_percent": low} for band, low in bands]
    return lpa_results(frame(schemas.LPA_RESULTS, rows), frame(schemas.LPA_BANDS, named))


def conversions(points: Iterable[tuple[int, str, float, float]] = ()) -> pd.DataFrame:
    """Return (indicator, basis, LPA per cent, score) as a table of conversions."""
    names = ("indicator", "lpa_basis", "lpa_percent", "score")
    rows = [{"edition": EDITION, **dict(zip(names, point, strict=True))} for point in points]
    return frame(schemas.LPA_CONVERSIONS, rows)


def known(*assessments: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return the known scores of assessments, none derived."""
    return known_scores(table(*assessments), indicators(EDITION, REVISED), lpa(), conversions())


def parts(*assessments: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return the component scores of assessments."""
    return component_scores(known(*assessments), indicators(EDITION, REVISED))


def totals(*assessments: Iterable[Mapping[str, object]], lao_type: str = "ทต.") -> pd.DataFrame:
    """Return the totals of assessments, of LAOs of one type."""
    table = total_scores(parts(*assessments), components(EDITION, REVISED))
    return table.assign(lao_type=pd.Series(lao_type, index=table.index, dtype="string"))


def same(score: float | None, numbers: Iterable[int] = range(1, 11)) -> dict[int, float | None]:
    """Return one score for several indicators."""
    return dict.fromkeys(numbers, score)


@cache
def shipped_record(*, fictitious: bool) -> ScoreRecord:
    """Return the record of the real tables, or of the invented ones: read once for all tests."""
    folder = paths.FICTITIOUS if fictitious else paths.DATA
    return ScoreRecord(
        scores=shipped.load("scores", data=folder),
        lpa=shipped.load("lpa_results", data=folder),
        indicators=shipped.load("indicators"),
        components=shipped.load("components"),
        editions=shipped.load("editions"),
        mappings=shipped.load("edition_mappings"),
        conversions=shipped.load("lpa_conversions"),
        cutoffs=shipped.load("score_cutoffs"),
        bands=shipped.load("lpa_bands"),
        municipalities=shipped.load("municipalities", data=folder),
        provinces=shipped.load("provinces"),
        parts=shipped.load("reported_parts", data=folder),
        fictitious=fictitious,
    )
