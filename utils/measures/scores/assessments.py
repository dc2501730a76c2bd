"""Every assessment of a score record, and the selection by area, type, edition or year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache

import pandas as pd

from utils.measures.peers import places
from utils.measures.scores.components import component_scores, known_scores, total_scores
from utils.measures.scores.lpa import lpa_results
from utils.measures.scores.record import ScoreRecord


@dataclass(frozen=True, kw_only=True, eq=False)
class ScoreReading:
    """Every assessment of a score record. Its frames are shared: never change one in place.

    `lpa` : from `lpa_results`; `known`, `parts`, `totals` : from `known_scores`, `component_scores`
    and `total_scores`; the totals have the columns of `where` too. `where` : type, province and
    regions of every LAO, from `utils.measures.peers.places`.
    """

    lpa: pd.DataFrame
    known: pd.DataFrame
    parts: pd.DataFrame
    totals: pd.DataFrame
    where: pd.DataFrame


@lru_cache(maxsize=8)
def score_reading(record: ScoreRecord) -> ScoreReading:
    """Work out the assessments of a score record, once for every measure of scores.

    Parameters
    ----------
    record : ScoreRecord

    Returns
    -------
    ScoreReading

    Notes
    -----
    Source: the measures it is made from.
    """
    where = places(record.municipalities, record.provinces)
    lpa = lpa_results(record.lpa, record.bands)
    known = known_scores(record.scores, record.indicators, lpa, record.conversions)
    parts = component_scores(known, record.indicators)
    totals = total_scores(parts, record.components).join(where, on="lao_id")
    return ScoreReading(lpa=lpa, known=known, parts=parts, totals=totals, where=where)


def edition_of(totals: pd.DataFrame, fiscal_year_be: int) -> str | None:
    """Return the edition by which most assessments of a fiscal year were made.

    `totals`: from `utils.measures.scores.components.total_scores`. Of two that are equally
    frequent, the one whose code sorts last; None where the year has no assessment.

    Notes
    -----
    Source: this dashboard's own convention; scores of two editions are never combined.
    """
    counts = totals.loc[totals["fiscal_year_be"] == fiscal_year_be, "edition"].value_counts()
    return None if counts.empty else str(counts[counts == counts.max()].index.max())


def other_editions(totals: pd.DataFrame, fiscal_year_be: int) -> int:
    """Count the assessments of a fiscal year that were made by another edition than `edition_of`.

    Notes
    -----
    Source: as for `edition_of`; pages say how many are left out.
    """
    here = totals[totals["fiscal_year_be"] == fiscal_year_be]
    return int((here["edition"] != edition_of(totals, fiscal_year_be)).sum())


def selected(
    reading: ScoreReading,
    *,
    fiscal_year_be: int,
    province_codes: Collection[str],
    lao_type: str | None = None,
) -> ScoreReading:
    """Select the assessments of an area and a type of LAO, by the edition of a fiscal year.

    Parameters
    ----------
    reading : ScoreReading
    fiscal_year_be : int
        Its edition is that of `edition_of`; assessments of other years by the same edition are
        kept.
    province_codes : collection of str
        Codes of the provinces of the area.
    lao_type : str or None
        As in the table `municipalities`; None for every type.

    Returns
    -------
    ScoreReading
        As `narrowed`, of one edition.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    here = narrowed(reading, province_codes=province_codes, lao_type=lao_type)
    edition = edition_of(reading.totals, fiscal_year_be)
    return _narrowed_by(here, "edition", [] if edition is None else [edition])


def narrowed(
    reading: ScoreReading, *, province_codes: Collection[str], lao_type: str | None = None
) -> ScoreReading:
    """Select the assessments of an area and a type of LAO, by any edition.

    Arguments as in `selected`. `lpa`, `known`, `parts` and `totals` keep their order.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    where = reading.where
    laos = where["province_code"].isin(list(province_codes))
    if lao_type is not None:
        laos &= (where["lao_type"] == lao_type).fillna(value=False)
    ids = where.index[laos]
    here = replace(reading, lpa=reading.lpa[reading.lpa["lao_id"].isin(ids)])
    return _narrowed_by(here, "lao_id", ids)


def of_year(rows: pd.DataFrame, fiscal_year_be: int, assessor: str | None = None) -> pd.DataFrame:
    """Return the rows of one fiscal year, and of one assessor where one is named.

    `rows`: `known`, `parts` or `totals` of a `ScoreReading`. The index is reset.

    Notes
    -----
    Source: the tables; scores of different assessors are never combined.
    """
    keep = rows["fiscal_year_be"] == fiscal_year_be
    if assessor is not None:
        keep &= rows["assessor"] == assessor
    return rows[keep].reset_index(drop=True)


def _narrowed_by(reading: ScoreReading, column: str, values: Collection[str]) -> ScoreReading:
    """Select the assessments whose `column` has one of some values."""
    frames = {name: getattr(reading, name) for name in ("known", "parts", "totals")}
    return replace(
        reading,
        **{
            name: rows[rows[column].isin(values)].reset_index(drop=True)
            for name, rows in frames.items()
        },
    )
