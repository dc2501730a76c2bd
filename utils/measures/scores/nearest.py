"""Provinces without a city that counts, in order, and the LAO of each that is nearest."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from utils.measures.scores.lpa import BELOW

_MERITS = ["level", "total"]


def without_area_result(
    judged: pd.DataFrame, where: pd.DataFrame, provinces: pd.DataFrame
) -> list[str]:
    """Return the provinces of the target without an LAO whose area assessment reaches a level.

    Parameters
    ----------
    judged : DataFrame
        From `utils.measures.scores.levels.levels` on the scale area_result.
    where : DataFrame
        From `utils.measures.peers.places`.
    provinces : DataFrame
        As the table `provinces`.

    Returns
    -------
    list of str
        Province codes, in order: those that remain by scores alone. By the award list it is
        `utils.measures.coverage.coverage.remaining`.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 asks for one city per province; counting an
    area result of ดี or above is this dashboard's own convention, and its cut-off is assumed.
    """
    covering = judged[(judged["level"] != BELOW).fillna(value=False)]
    covered = where["province_code"].reindex(covering["lao_id"])
    target = provinces.loc[provinces["in_target"], "province_code"]
    return sorted(target[~target.isin(covered)])


def candidates(remaining: Collection[str], laos: pd.DataFrame) -> pd.DataFrame:
    """Return the LAO of each remaining province that is nearest to being counted.

    Parameters
    ----------
    remaining : collection of str
        Codes of the provinces without a city that counts.
    laos : DataFrame, indexed by lao_id
        `province_code`; `level` : 1 to 4, of its step, missing where not known or not enrolled;
        `total` : per cent, missing where not known.

    Returns
    -------
    DataFrame, by province_code and lao_id
        `province_code`, `lao_id`, `level`, `total` : of the LAO on the highest level, and among
        several of the one with the highest total; unknown values come after all known ones. LAOs
        that tie have a row each. A province in which no level and no total is known has one row
        without an LAO.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic and not a prediction: the step comes before
    the score.
    """
    rows = laos[laos["province_code"].isin(list(remaining))]
    rows = rows[rows[_MERITS].notna().any(axis=1)].rename_axis("lao_id").reset_index()
    place = _place(rows)
    best = rows[place == place.groupby(rows["province_code"]).transform("min")]
    every = pd.DataFrame({"province_code": sorted(remaining)}, dtype="string")
    names = ["province_code", "lao_id", *_MERITS]
    table = every.merge(best[names], on="province_code", how="left")
    return table.sort_values(["province_code", "lao_id"], ignore_index=True)


def order_of_nearness(nearest: pd.DataFrame) -> pd.DataFrame:
    """Order the remaining provinces by how near their LAOs are to being counted.

    Parameters
    ----------
    nearest : DataFrame
        From `candidates`, of every remaining province of the country.

    Returns
    -------
    DataFrame, the rows of `nearest`, nearest first, then by province_code and lao_id
        Two columns are added, `order_low` and `order_high`: the first and last rank of the
        provinces that tie with this one, 1 for the nearest; missing where neither level nor total
        is known.

    Notes
    -----
    Source: this dashboard's own convention, arithmetic and not a prediction. It orders what is left
    to do and is not a ranking of provinces.
    """
    each = nearest.drop_duplicates("province_code")
    place = _place(each).where(each[_MERITS].notna().any(axis=1))
    bands = each[["province_code"]].assign(
        order_low=place.rank(method="min").astype("Int64"),
        order_high=place.rank(method="max").astype("Int64"),
    )
    table = nearest.merge(bands, on="province_code")
    return table.sort_values(["order_low", "province_code", "lao_id"], ignore_index=True)


def _place(rows: pd.DataFrame) -> pd.Series:
    """Rank rows by level, then by total: the highest first, the unknown last."""
    merits = rows[_MERITS].astype(float).round(9).fillna(-1)
    keys = merits.sort_values(_MERITS, ascending=False).drop_duplicates()
    numbered = keys.assign(place=range(len(keys)))
    placed = merits.merge(numbered, on=_MERITS, how="left")["place"]
    return pd.Series(placed.to_numpy(), index=rows.index)
