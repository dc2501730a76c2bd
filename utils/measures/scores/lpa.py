"""The local performance assessment (LPA): averages, bands, and the scores derived from them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from utils.measures.coverage.groups import class_counts
from utils.measures.scores.summary import middle

LPA_PASS_PERCENT = 70
PARTS = tuple(f"part_{part}_percent" for part in range(1, 6))
BELOW = "below"
EXACT = 1e-9
"""Tolerance for means and sums of fractions: a smaller difference is none."""
_POINT = ["edition", "indicator"]
UNKNOWN_BAND = "unknown"


def lpa_results(lpa: pd.DataFrame, bands: pd.DataFrame) -> pd.DataFrame:
    """Return the yearly average of every LPA result, with its band and whether it passes.

    Parameters
    ----------
    lpa, bands : DataFrame
        As the tables `lpa_results` and `lpa_bands`.

    Returns
    -------
    DataFrame, the rows and columns of `lpa`, index kept
        `average_percent` : as stated in the table, else the mean of the five parts where all are
        known, else missing; `stated` : bool, whether the table states it; `band` : the code of its
        band, "below" under the lowest; `passed` : boolean, 70 or above. The last two are missing
        where the average is.

    Notes
    -----
    Source: the bands of the LPA (ดีเด่น 90-100, ดีมาก 80-89.99, ดี 70-79.99; pass at 70 on average)
    are the table `lpa_bands`. Giving the five parts equal weights where no average is stated is
    this dashboard's own convention.
    """
    stated = lpa["average_percent"].notna()
    average = lpa["average_percent"].where(stated, lpa[list(PARTS)].mean(axis=1, skipna=False))
    ladder = bands.sort_values("low_percent")
    names = np.array([BELOW, *ladder["band"]], dtype=object)
    lows = ladder["low_percent"].to_numpy(dtype=float)
    place = np.searchsorted(
        lows - EXACT, average.to_numpy(dtype=float, na_value=np.nan), side="right"
    )
    band = pd.Series(names[place], index=lpa.index, dtype="string").where(average.notna())
    passed = (average >= LPA_PASS_PERCENT - EXACT).astype("boolean").mask(average.isna())
    return lpa.assign(
        average_percent=average.astype("Float64"), stated=stated, band=band, passed=passed
    )


def derived_scores(
    assessments: pd.DataFrame, lpa: pd.DataFrame, conversions: pd.DataFrame
) -> pd.DataFrame:
    """Convert LPA results into scores of the indicators that are derived from them.

    Parameters
    ----------
    assessments : DataFrame
        With `lao_id`, `fiscal_year_be`, `edition` and further columns, which are kept.
    lpa : DataFrame
        From `lpa_results`.
    conversions : DataFrame
        As the table `lpa_conversions`: for each edition and indicator the points of a piecewise
        linear function.

    Returns
    -------
    DataFrame, one row per assessment and indicator that has a score
        The columns of `assessments`; `indicator`; `score`, points; `lpa_year_be`, the fiscal year
        of the result used: the latest up to that of the assessment with a known value of the part
        or average to be converted. No row where there is no such result, or where its value lies
        outside the points of the function.

    Raises
    ------
    ValueError
        If the points of one indicator are for more than one part or average.

    Notes
    -----
    Source: indicators 24-33 are converted from the latest LPA result, by the programme's criteria.
    The conversion is not public: that of the table `lpa_conversions` is assumed.
    """
    basis = conversions[[*_POINT, "lpa_basis"]].drop_duplicates()
    if basis.duplicated(_POINT).any():
        raise ValueError("the conversion of an indicator takes one part or the average, not both")
    latest = _latest(assessments.merge(basis, on="edition"), lpa)
    points = dict(iter(conversions.sort_values("lpa_percent").groupby(_POINT)))
    converted_rows = [_converted(rows, points[key]) for key, rows in latest.groupby(_POINT)]
    scores = pd.concat(converted_rows) if converted_rows else latest.assign(score=np.nan)
    scores = scores.dropna(subset="score").astype({"score": "Float64", "lpa_year_be": "Int64"})
    return scores[[*assessments.columns, "indicator", "score", "lpa_year_be"]]


def lpa_bands_reached(results: pd.DataFrame, bands: pd.DataFrame) -> pd.DataFrame:
    """Count LAOs by the band of their LPA average.

    Parameters
    ----------
    results : DataFrame
        From `utils.measures.scores.lpa.lpa_results`, of one fiscal year: one row per LAO.
    bands : DataFrame
        As the table `lpa_bands`.

    Returns
    -------
    DataFrame, indexed by band: from the highest, then "below", then "unknown"
        `count` : LAOs; `base` : LAOs whose average is known; `share` : count / base, missing where
        the base is under ten, and for the unknown, which are not in it.

    Notes
    -----
    Source: as for `lpa_results`. A group under ten shows n/N without a percentage.
    """
    order = bands.sort_values("low_percent", ascending=False)["band"]
    index = pd.Index([*order, BELOW, UNKNOWN_BAND], name="band", dtype="string")
    return class_counts(results["band"], index)


def lpa_middles(results: pd.DataFrame) -> pd.DataFrame:
    """Describe the average and each part of the LPA results of many LAOs.

    Parameters
    ----------
    results : DataFrame
        From `utils.measures.scores.lpa.lpa_results`, of one fiscal year: one row per LAO.

    Returns
    -------
    DataFrame, indexed by column: `average_percent`, then the five parts
        `n`, `low`, `median`, `high` : as in `utils.measures.scores.summary.middle`, over the LAOs
        of which it is known, per cent; `of` : LAOs with a result of the year.

    Notes
    -----
    Source: this dashboard's own convention; unknown values are left out, never zero.
    """
    names = ["average_percent", *PARTS]
    middles = [middle(results[name]) for name in names]
    table = pd.DataFrame([vars(one) for one in middles], index=pd.Index(names, name="column"))
    kinds = {name: "Int64" if name == "n" else "Float64" for name in table}
    return table.astype(kinds).assign(of=len(results))


def lpa_latest(results: pd.DataFrame, lao_id: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the latest LPA result of an LAO up to a fiscal year: one row, or none.

    `results`: from `utils.measures.scores.lpa.lpa_results`.

    Notes
    -----
    Source: indicators are converted from the latest LPA result, by the programme's criteria.
    """
    own = results[results["lao_id"] == lao_id]
    own = own[own["fiscal_year_be"] <= fiscal_year_be].sort_values("fiscal_year_be")
    return own.tail(1)


def converted(conversions: pd.DataFrame, edition: str | None) -> tuple[int, ...]:
    """Return the indicators of an edition that are converted from LPA results, in order.

    `conversions`: as the table `lpa_conversions`.

    Notes
    -----
    Source: the table `lpa_conversions`, which is assumed.
    """
    numbers = conversions.loc[conversions["edition"] == edition, "indicator"]
    return tuple(sorted({int(number) for number in numbers}))


def _latest(wanted: pd.DataFrame, lpa: pd.DataFrame) -> pd.DataFrame:
    """Add to each row the latest known percentage to be converted, with its fiscal year."""
    values = lpa.rename(columns=lambda name: name.removesuffix("_percent"))
    values = values.melt(
        id_vars=["lao_id", "fiscal_year_be"],
        value_vars=[part.removesuffix("_percent") for part in (*PARTS, "average_percent")],
        var_name="lpa_basis",
        value_name="percent",
    ).dropna(subset="percent")
    values = values.rename(columns={"fiscal_year_be": "lpa_year_be"})
    paired = wanted.merge(values, on=["lao_id", "lpa_basis"])
    paired = paired[paired["lpa_year_be"] <= paired["fiscal_year_be"]].sort_values("lpa_year_be")
    latest = paired.drop_duplicates([*wanted.columns], keep="last").sort_index()
    return latest.astype({"percent": "float64"})


def _converted(rows: pd.DataFrame, points: pd.DataFrame) -> pd.DataFrame:
    percents, scores = (points[name].to_numpy(dtype=float) for name in ("lpa_percent", "score"))
    score = np.interp(rows["percent"], percents, scores, left=np.nan, right=np.nan)
    return rows.assign(score=score)
