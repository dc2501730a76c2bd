"""What the comparison of pilots starts from: their start years, and values by LAO and year."""

from __future__ import annotations

import pandas as pd

from utils.measures.scores.editions import only_edition


def start_years(pilots: pd.DataFrame) -> pd.Series:
    """Return the fiscal year in which each pilot LAO first appears in a programme.

    Parameters
    ----------
    pilots : DataFrame
        As the table `pilots`; `lao_id`, `year_be` and `sources_differ` are read.

    Returns
    -------
    Series of Int64, indexed by lao_id
        The earliest year of its entries; missing where no entry has one. Years that sources
        differ on, and entries of provinces, are left aside.

    Notes
    -----
    Source: the table `pilots`. That the first known year is the start is this dashboard's own
    convention: an entry without a year may be older.
    """
    rows = pilots.dropna(subset="lao_id")
    years = rows["year_be"].mask(rows["sources_differ"].fillna(value=False).astype(bool))
    return years.groupby(rows["lao_id"]).min().astype("Int64")


def award_panel(awards: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Count the awards and area results of every LAO in every year that has any.

    Parameters
    ----------
    awards : DataFrame
        As the table `awards`.
    where : DataFrame
        From `utils.measures.peers.places`.

    Returns
    -------
    DataFrame, one row per LAO of `where` and fiscal year of `awards`
        `lao_id`, `fiscal_year_be`; `value` : awards. A listed year without the LAO is 0; a year
        that the list does not hold has no row.

    Notes
    -----
    Source: the published list names every awarded LAO of its years. A register made from that
    list holds LAOs that won at some time: others alike won too.
    """
    years = pd.Index(sorted(awards["fiscal_year_be"].unique()), name="fiscal_year_be")
    cells = pd.MultiIndex.from_product([where.index.rename("lao_id"), years])
    count = awards.groupby(["lao_id", "fiscal_year_be"]).size()
    value = count.reindex(cells).fillna(0).astype("Float64")
    return value.rename("value").reset_index()


def score_panel(totals: pd.DataFrame) -> pd.DataFrame:
    """Return known totals as the values that `utils.measures.cities.effect.pilot_effect` compares.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.scores.components.total_scores`, of one edition and assessor.

    Returns
    -------
    DataFrame, one row per LAO and fiscal year with a known total
        `lao_id`, `fiscal_year_be`, `value` (per cent).

    Raises
    ------
    ValueError
        If the totals are of more than one edition or assessor.

    Notes
    -----
    Source: `utils.measures.scores.components.total_scores`.
    """
    only_edition(totals)
    if len(totals["assessor"].unique()) > 1:
        raise ValueError("totals of one assessor are compared: choose it")
    known = totals.dropna(subset="total").rename(columns={"total": "value"})
    return known[["lao_id", "fiscal_year_be", "value"]]
