"""LPA results of a selection in a few numbers, and the result that one LAO's scores rest on."""

from __future__ import annotations

import pandas as pd

from utils.measures.coverage.groups import class_counts
from utils.measures.scores.lpa import BELOW, PARTS
from utils.measures.scores.middle import middle

UNKNOWN_BAND = "unknown"


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
        the base is under ten, and for the unknown, which stand outside it.

    Notes
    -----
    Source: as for `lpa_results`. A group under ten shows n/N without a percentage.
    """
    order = bands.sort_values("low_percent", ascending=False)["band"]
    index = pd.Index([*order, BELOW, UNKNOWN_BAND], name="band", dtype="string")
    return class_counts(results["band"], index)


def lpa_middles(results: pd.DataFrame) -> pd.DataFrame:
    """Describe the average and every part of LPA results over LAOs.

    Parameters
    ----------
    results : DataFrame
        From `utils.measures.scores.lpa.lpa_results`, of one fiscal year: one row per LAO.

    Returns
    -------
    DataFrame, indexed by column: `average_percent`, then the five parts
        `n`, `low`, `median`, `high` : as in `utils.measures.scores.middle.middle`, over the LAOs of
        which it is known, per cent; `of` : LAOs with a result of the year.

    Notes
    -----
    Source: this dashboard's own convention; unknown is left out, never zero.
    """
    names = ["average_percent", *PARTS]
    found = [middle(results[name]) for name in names]
    table = pd.DataFrame([vars(one) for one in found], index=pd.Index(names, name="column"))
    kinds = {name: "Int64" if name == "n" else "Float64" for name in table}
    return table.astype(kinds).assign(of=len(results))


def lpa_latest(results: pd.DataFrame, lao_id: str, fiscal_year_be: int) -> pd.DataFrame:
    """Return the latest LPA result of an LAO not later than a fiscal year; one row, or none.

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
    Source: the table `lpa_conversions`, assumed.
    """
    found = conversions.loc[conversions["edition"] == edition, "indicator"]
    return tuple(sorted({int(number) for number in found}))
