"""Totals of LAOs between two states: two fiscal years, or the latest scores of two releases."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.measures.corrections import corrected
from utils.measures.score_change import change_between
from utils.measures.score_components import known_scores
from utils.measures.score_lpa import lpa_results
from utils.measures.scores_record import ScoreRecord

_KEPT = ["lao_id", "province_code", "edition", "assessor", "before", "after", "change", "cause"]
_ALIKE = 9  # decimals beyond which two totals are the same


def total_changes(
    before: ScoreRecord, now: ScoreRecord, years_be: tuple[int, int] | None
) -> pd.DataFrame:
    """Return how totals changed between two states, and apart from it what is a correction.

    Parameters
    ----------
    before, now : ScoreRecord
        One and the same for two fiscal years of one release, otherwise those of two releases.
    years_be : two int, or None
        The fiscal years to compare, Buddhist era. Of two releases the latest scores of each LAO
        and assessor up to the later year are compared. None where the table does not hold them.

    Returns
    -------
    DataFrame, one row per LAO, edition, assessor and cause
        `lao_id`, `province_code`, `edition`, `assessor`; `before`, `after`, `change` as in
        `utils.measures.score_change.change`; `cause` : new, or correction: totals that the
        corrections of old rows tell otherwise, and no others. Empty without years. An LAO that was
        assessed by two editions is not compared.

    Notes
    -----
    Source: as for `utils.measures.score_change.change`, and for
    `utils.measures.corrections.corrections`.
    """
    first, last = years_be or (0, 0)
    if before is now:
        years = now.scores["fiscal_year_be"]
        sides = [_known(now, now.scores[years == year]) for year in (first, last)]
        return _changed(sides[0], sides[1], now).assign(cause="new")[_KEPT]
    middle = replace(
        now,
        scores=corrected("scores", before.scores, now.scores),
        lpa=corrected("lpa_results", before.lpa, now.lpa),
    )
    known = [
        _known(replace(now, lpa=one.lpa), _latest(one.scores, last))
        for one in (before, middle, now)
    ]
    new = _changed(known[1], known[2], now).assign(cause="new")
    told = _changed(known[0], known[1], now).assign(cause="correction")
    otherwise = told[(told["change"].round(_ALIKE) != 0).fillna(value=False)]
    return pd.concat([new[_KEPT], otherwise[_KEPT]], ignore_index=True)


def _latest(scores: pd.DataFrame, fiscal_year_be: int) -> pd.DataFrame:
    rows = scores.dropna(subset="score")
    rows = rows[rows["fiscal_year_be"] <= fiscal_year_be]
    last = rows.groupby(["lao_id", "assessor"])["fiscal_year_be"].transform("max")
    return rows[rows["fiscal_year_be"] == last]


def _known(record: ScoreRecord, scores: pd.DataFrame) -> pd.DataFrame:
    results = lpa_results(record.lpa, record.bands)
    return known_scores(scores, record.indicators, results, record.conversions)


def _changed(before: pd.DataFrame, now: pd.DataFrame, record: ScoreRecord) -> pd.DataFrame:
    """Return the changes of every edition by itself, with the province of each LAO."""
    editions = sorted(set(before["edition"]) & set(now["edition"])) or [""]
    found = pd.concat(
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
    return found.assign(province_code=found["lao_id"].map(places["province_code"]))
