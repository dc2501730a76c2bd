"""The stage of a province: the level of its best LAO, or of its centre city."""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.staircase.record import Staircase

Stage = Literal[
    "1",
    "2",
    "3",
    "4",
    "unknown",
    "withdrawn",
    "none",
    "not_reported",
    "outside",
    "no_data",
]
STAGES: tuple[Stage, ...] = get_args(Stage)
_OF_TARGET = STAGES[:8]
_SILENT: Stage = "not_reported"


def province_stages(staircase: Staircase, fiscal_year_be: int) -> pd.DataFrame:
    """Return the stage of every province at the end of a fiscal year.

    Returns
    -------
    DataFrame, one row per province, indexed by province_code
        `stage` : one of `STAGES`, the same classes in every year
            1 to 4: the level of its best enrolled LAO. not_reported: no such level is known, and
            the province has told nothing of the year (`measures.reported`). unknown: it has, LAOs
            are enrolled, and no step of theirs is known. withdrawn: it has, no LAO is enrolled, and
            one has withdrawn, by its status. none: it has told that no LAO is enrolled. outside:
            Bangkok, which is not in the target. no_data: the table does not reach the year.
        `laos` : LAOs enrolled; `best` : LAOs on the level of the stage. Both are missing, never 0,
        where the table does not reach the year, and where the province has not reported.

    Notes
    -----
    Source: this dashboard's own convention: the stage of a province is the level of its best LAO,
    and a province whose office is silent is never called one without LAOs.
    """
    years = staircase.years
    return _stages(staircase, fiscal_year_be, years[years["fiscal_year_be"] == fiscal_year_be])


def centre_stages(
    staircase: Staircase, centre_cities: pd.DataFrame, fiscal_year_be: int
) -> pd.DataFrame:
    """Return the stage of every province by its centre city alone.

    Parameters
    ----------
    staircase : Staircase
    centre_cities : DataFrame
        As the table `centre_cities`, an assumed list.
    fiscal_year_be : int
        Fiscal year, Buddhist era.

    Returns
    -------
    DataFrame, one row per province, indexed by province_code
        As `province_stages`, where withdrawn and none are said of the centre city alone.

    Raises
    ------
    ValueError
        If the staircase is fictitious: real cities are never measured with invented tables.

    Notes
    -----
    Source: the cabinet resolution of 10 October 2560 speaks of the provincial-centre city; the
    list of these cities is assumed.
    """
    if staircase.fictitious:
        raise ValueError("real centre cities are not measured on fictitious tables")
    rows = staircase.years[staircase.years["fiscal_year_be"] == fiscal_year_be]
    centres = rows[rows["lao_id"].isin(centre_cities["lao_id"])]
    return _stages(staircase, fiscal_year_be, centres)


def stage_years(
    staircase: Staircase, province_code: str, centre_cities: pd.DataFrame | None = None
) -> pd.Series:
    """Return the stage of one province at the end of every fiscal year in which it has one.

    Parameters
    ----------
    staircase : Staircase
    province_code : str
    centre_cities : DataFrame, optional
        As the table `centre_cities`: with it the stage is that of the centre city alone.

    Returns
    -------
    Series of text, indexed by fiscal_year_be
        1 to 4, unknown or not_reported, as in `province_stages` and `centre_stages`; years without
        an enrolled LAO that counts are left out.

    Raises
    ------
    ValueError
        If centre cities are given for a fictitious staircase.

    Notes
    -----
    Source: as `province_stages` and `centre_stages`.
    """
    years = staircase.years
    rows = years[years["enrolled"] & (years["province_code"] == province_code)]
    if centre_cities is not None:
        if staircase.fictitious:
            raise ValueError("real centre cities are not measured on fictitious tables")
        rows = rows[rows["lao_id"].isin(centre_cities["lao_id"])]
    level = rows.groupby("fiscal_year_be")["level"].max().astype("string")
    silent = [
        pd.isna(highest) and staircase.told(int(str(year)))["told"].get(province_code) == _SILENT
        for year, highest in level.items()
    ]
    return (
        level.fillna("unknown")
        .mask(pd.Series(silent, level.index, dtype=bool), _SILENT)
        .rename("stage")
    )


def stage_shares(stages: pd.DataFrame) -> pd.DataFrame:
    """Count the provinces of the target on each stage.

    Parameters
    ----------
    stages : DataFrame
        From `province_stages` or `centre_stages`, of the country or of some provinces.

    Returns
    -------
    DataFrame, indexed by stage: 1 to 4, unknown, withdrawn, none, not_reported
        `count` : provinces; `base` : provinces of the target among the rows that are on any other
        stage than not_reported, which is outside it and has none; `share` : count / base, missing
        where the base is under ten. All missing where there is no data.

    Notes
    -----
    Source: conventions of the programme's readers: a group under ten shows n/N without a
    percentage.
    """
    target = stages.loc[stages["stage"] != "outside", "stage"]
    index = pd.Index(_OF_TARGET, name="stage")
    known = not target.eq("no_data").any()
    table = pd.DataFrame(
        {
            "count": target.value_counts().reindex(index).fillna(0) if known else None,
            "base": int(target.ne(_SILENT).sum()) if known else None,
        },
        index=index,
    ).astype("Int64")
    table["base"] = table["base"].mask(table.index == _SILENT)
    share = table["count"].astype("Float64") / table["base"].astype("Float64")
    table["share"] = share.where(table["base"] >= SMALL_GROUP)
    return table


def _stages(staircase: Staircase, fiscal_year_be: int, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the stages that the rows of one year give; withdrawn LAOs are among these."""
    provinces = staircase.provinces.set_index("province_code")
    enrolled, gone = rows[rows["enrolled"]], rows.loc[rows["state"] == "withdrawn", "province_code"]
    by_province = enrolled.groupby("province_code")
    level = by_province["level"].max()
    is_best = enrolled["level"] == enrolled["province_code"].map(level)
    best = is_best.groupby(enrolled["province_code"]).sum()
    table = pd.DataFrame({"laos": by_province.size(), "best": best}).reindex(provinces.index)
    stage = level.reindex(provinces.index).astype("string")
    told = staircase.told(fiscal_year_be)["told"].reindex(provinces.index)
    silent = stage.isna() & (told == _SILENT).fillna(value=False)
    nobody = pd.Series("none", provinces.index).mask(provinces.index.isin(gone), "withdrawn")
    stage = stage.mask(silent, _SILENT).fillna(nobody.where(table["laos"].isna(), "unknown"))
    if staircase.covers(fiscal_year_be):
        table = table.fillna(0).mask(silent & table["laos"].isna())
    else:
        stage[:] = "no_data"
    table = table.astype("Int64").assign(stage=stage.mask(~provinces["in_target"], "outside"))
    return table[["stage", "laos", "best"]]
