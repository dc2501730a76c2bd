"""Totals of LAOs between two states: two fiscal years, or the latest scores of two releases."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.measures.changes.corrections import corrected
from utils.measures.scores.change import change_between
from utils.measures.scores.components import known_scores
from utils.measures.scores.lpa import lpa_results
from utils.measures.scores.record import ScoreRecord

_KEPT = ["lao_id", "province_code", "edition", "assessor", "before", "after", "change", "cause"]
_WHOSE = ["lao_id", "assessor"]
_ALIKE = 9  # decimals to which two totals must agree to be the same


def total_changes(
    before: ScoreRecord, now: ScoreRecord, years_be: tuple[int, int] | None
) -> pd.DataFrame:
    """Return how totals changed between two states, by new assessments and by corrections.

    Parameters
    ----------
    before, now : ScoreRecord
        The same record twice for two fiscal years of one release, or those of two releases.
    years_be : two int, or None
        The fiscal years to compare, Buddhist era; between two releases, scores up to the later one
        are compared. None where the table lacks them.

    Returns
    -------
    DataFrame, one row per LAO, edition, assessor and cause
        `lao_id`, `province_code`, `edition`, `assessor`; `before`, `after`, `change` as in
        `utils.measures.scores.change.change`, between the latest assessments up to either year.
        `cause` : new: the later assessment is of a later fiscal year than the earlier one;
        correction: corrections of old rows change the total of one assessment. Empty without years.
        An LAO that was assessed by two editions is not compared.

    Notes
    -----
    Source: as for `utils.measures.scores.change.change`, and for
    `measures.changes.corrections.corrections`. As assessments are not made every year, one that was
    not repeated is not counted as unchanged.
    """
    if years_be is None:
        return pd.DataFrame(columns=_KEPT)
    first, last = years_be
    middle = now
    if before is not now:
        middle = replace(
            now,
            scores=corrected("scores", before.scores, now.scores),
            lpa=corrected("lpa_results", before.lpa, now.lpa),
        )
    sides = [_latest(middle.scores, first), _latest(now.scores, last)]
    anew = [_known(one, side) for one, side in zip((middle, now), _anew(*sides), strict=True)]
    new = _changed(anew[0], anew[1], now).assign(cause="new")[_KEPT]
    if before is now:
        return new
    pair = [_known(replace(now, lpa=before.lpa), _latest(before.scores, last))]
    pair.append(_known(middle, sides[0]))
    restated = _changed(pair[0], pair[1], now).assign(cause="correction")
    corrections = restated[(restated["change"].round(_ALIKE) != 0).fillna(value=False)]
    return pd.concat([new, corrections[_KEPT]], ignore_index=True)


def _latest(scores: pd.DataFrame, fiscal_year_be: int) -> pd.DataFrame:
    """Return the latest known scores of each LAO and assessor up to a year."""
    rows = scores.dropna(subset="score")
    rows = rows[rows["fiscal_year_be"] <= fiscal_year_be]
    return rows[rows["fiscal_year_be"] == _years(rows)]


def _years(rows: pd.DataFrame) -> pd.Series:
    return rows.groupby(_WHOSE)["fiscal_year_be"].transform("max")


def _anew(before: pd.DataFrame, now: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Narrow two sets of latest scores to the LAOs and assessors whose second one is later."""
    last = [side.groupby(_WHOSE)["fiscal_year_be"].max() for side in (before, now)]
    later = (last[1] > last[0].reindex(last[1].index)).fillna(value=False).astype(bool)
    whose = later.index[later]
    old, new = (side[pd.MultiIndex.from_frame(side[_WHOSE]).isin(whose)] for side in (before, now))
    return old, new


def _known(record: ScoreRecord, scores: pd.DataFrame) -> pd.DataFrame:
    results = lpa_results(record.lpa, record.bands)
    return known_scores(scores, record.indicators, results, record.conversions)


def _changed(before: pd.DataFrame, now: pd.DataFrame, record: ScoreRecord) -> pd.DataFrame:
    """Return the changes within each edition, with the province of each LAO."""
    editions = sorted(set(before["edition"]) & set(now["edition"])) or [""]
    changes = pd.concat(
        [
            change_between(
                before[before["edition"] == edition],
                now[now["edition"] == edition],
                record.indicators,
                record.components,
            )
            for edition in editions
        ],
        ignore_index=True,
    )
    places = record.municipalities.drop_duplicates("lao_id", keep="last").set_index("lao_id")
    return changes.assign(province_code=changes["lao_id"].map(places["province_code"]))
