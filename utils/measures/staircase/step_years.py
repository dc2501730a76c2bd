"""The state of every LAO at the end of every fiscal year, read from the enrolment table.

Every measure of the staircase starts from this table. How missing years, changes of pathway and
other awkward cases are treated is decided here alone, and stated in the notes of `step_years`.
"""

from __future__ import annotations

from typing import Literal, get_args

import pandas as pd

State = Literal["active", "paused", "graduated", "withdrawn", "not_reported", "no_longer_reported"]
STATES: tuple[State, ...] = get_args(State)
LEVELS = ("1", "2", "3", "4")
UNKNOWN = "unknown"
TOP_LEVEL = 4
_BE_AHEAD_OF_CE = 543
_LASTING = ("withdrawn", "graduated")  # still true in later years without a row
_PLACE = ("province_code", "lao_type", "region4", "region6", "cluster_code", "office_number")
_DTYPES = {
    **dict.fromkeys(("lao_id", "province_code", "lao_type", "region4", "region6"), "string"),
    **dict.fromkeys(("cluster_code", "regional_network", "pathway", "step"), "string"),
    **dict.fromkeys(("state", "note"), "string"),
    **dict.fromkeys(("fiscal_year_be", "first_year_be", "step_since_be"), "Int64"),
    **dict.fromkeys(("office_number", "level", "years_on_step"), "Int64"),
    **dict.fromkeys(("late", "coach_assigned", "since_known"), "boolean"),
    **dict.fromkeys(("enrolled", "reported", "carried", "entry_known"), "bool"),
}


def step_years(
    enrolment: pd.DataFrame,
    *,
    register: pd.DataFrame,
    provinces: pd.DataFrame,
    levels: pd.DataFrame,
) -> pd.DataFrame:
    """Work out the state of every LAO at the end of every fiscal year since its first enrolment.

    Parameters
    ----------
    enrolment, register, provinces, levels : DataFrame
        As the tables `enrolment`, `municipalities`, `provinces` and `step_levels`. The last row
        of an LAO in the register gives its type and province.

    Returns
    -------
    DataFrame, one row per LAO and fiscal year, up to the last of the table, in that order
        `province_code`, `lao_type`, `region4`, `region6`, `cluster_code`, `office_number`: of the
        LAO. `regional_network` : the latest known one. `pathway`, `step`, `level` (1 to 4) at the
        end of the year; step and level are missing where unknown, and for an LAO that has
        withdrawn. `state` : one of `STATES`. `enrolled` : bool, in every state but withdrawn.
        `reported` : bool, whether the year has a row. `carried` : bool, whether the step is carried
        over from an earlier year. `late` : boolean, whether its latest application came after 30
        September of the fiscal year it was for; missing where no application is dated.
        `coach_assigned`, `note` : of the latest row. `entry_known` : bool, whether its first row is
        its first enrolment. `first_year_be` : fiscal year of its first row. `step_since_be` :
        fiscal year in which its present step was first reported without another step, or a
        withdrawal, in between. `years_on_step` : `fiscal_year_be` - `step_since_be`, 0 at the end
        of the first year; both are missing where the step is. `since_known` : boolean, false where
        it may have been on that step before the table begins, so that `years_on_step` is a minimum.

    Raises
    ------
    ValueError
        If an LAO has two rows for one year.

    Notes
    -----
    Source: this dashboard's own convention.
    Late application: it belongs to the fiscal year for which it was made, and is marked.
    A missing year between two rows: the later row shows that the LAO was still enrolled. Its state
    is not_reported; its last step is carried over and marked. A change between the two rows is not
    a move between consecutive years; it is dated by the row that first reports it.
    Entry: known where the first row gives the day of an application, and that day is in the row's
    fiscal year or after it. Otherwise the LAO may have enrolled before: its entry is unknown, and
    so is the beginning of its time on the first step, unless a withdrawal comes before it.
    No further row: after its last row an LAO that neither withdrew nor graduated is
    no_longer_reported. It counts as enrolled, with its step unknown.
    Empty step: the LAO is enrolled and its step is unknown, which is a class of its own. It is
    never zero, and never the step of the year before.
    Change of pathway: steps of one pathway are compared in their order, steps of two pathways by
    level. A lower step is a move down and counts from that year on.
    Withdrawn: not enrolled from that year on. An LAO that comes back counts as new in that year;
    its first year remains that of its first enrolment.
    Graduated: it stays on its last step from that year on, with or without rows, and no longer
    moves. Paused: it stays on its step and is marked; its time on the step continues.
    Merged into another: no state after the last year of its name, unless a row reports one; it
    neither withdrew nor moved, and its step is not handed on.
    Sources: the enrolment page of LA21 & Green City for steps, pathways and the end of September;
    the other treatments are this project's own (docs/decisions/0008-staircase.md).
    """
    if enrolment.duplicated(["lao_id", "fiscal_year_be"]).any():
        raise ValueError("repeated (lao_id, fiscal_year_be)")
    if enrolment.empty:
        return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in _DTYPES.items()})
    table = _until_merged(_filled(_rows(enrolment)), register)
    table = _with_states(table).merge(levels[["step", "level"]], on="step", how="left")
    table = _with_places(_with_runs(table, levels), register, provinces)
    return table[list(_DTYPES)].astype(_DTYPES)


def direction(before: pd.DataFrame, after: pd.DataFrame, levels: pd.DataFrame) -> pd.Series:
    """Compare two steps, row by row: 1 up, 0 the same, -1 down.

    Parameters
    ----------
    before, after : DataFrame of one length
        `pathway`, `step` and `level`, as in `step_years`.
    levels : DataFrame
        As the table `step_levels`: its rows give the order of the steps of a pathway.

    Returns
    -------
    Series, Int64, indexed as `after`
        Steps of one pathway are compared in their order, those of two pathways by level. Missing
        where either step is unknown.

    Notes
    -----
    Source: `data/step_levels.csv`, whose correspondence of the two pathways is assumed with a
    stated reason.
    """
    order = {step: at for at, step in enumerate(levels["step"])}
    old, new = before.reset_index(drop=True), after.reset_index(drop=True)
    same = (old["pathway"] == new["pathway"]).fillna(value=False)
    places = [
        side["step"].map(order).where(same, side["level"]).astype("Int64") for side in (old, new)
    ]
    return (places[1] - places[0]).clip(-1, 1).set_axis(after.index)


def _rows(enrolment: pd.DataFrame) -> pd.DataFrame:
    """Return the rows in order, with what an LAO's latest row or application says."""
    rows = enrolment.sort_values(["lao_id", "fiscal_year_be"]).reset_index(drop=True)
    by_lao = rows.groupby("lao_id")
    due = (rows["fiscal_year_be"] - _BE_AHEAD_OF_CE).astype("string") + "-09-30"
    rows["late"] = (rows["applied_on"] > due).astype("boolean")
    for name in ("late", "regional_network"):
        rows[name] = by_lao[name].ffill()
    rows["first_year_be"] = by_lao["fiscal_year_be"].transform("min")
    begin = (rows["fiscal_year_be"] - _BE_AHEAD_OF_CE - 1).astype("string") + "-10-01"
    applied = (rows["applied_on"] >= begin).fillna(value=False)
    rows["entry_known"] = applied.groupby(rows["lao_id"]).transform("first").astype(bool)
    rows["last_row_be"] = by_lao["fiscal_year_be"].transform("max")
    rows["row_be"] = rows["fiscal_year_be"]
    return rows


def _filled(rows: pd.DataFrame) -> pd.DataFrame:
    """Give every LAO a row for each year since its first, repeating the row before where needed."""
    last = rows["fiscal_year_be"].max()
    firsts = rows.groupby("lao_id")["first_year_be"].first()
    grid = pd.DataFrame(
        [(lao, year) for lao, first in firsts.items() for year in range(first, last + 1)],
        columns=["lao_id", "fiscal_year_be"],
    ).astype({"lao_id": "string", "fiscal_year_be": "Int64"})
    keys = rows[["lao_id", "fiscal_year_be"]].assign(row=range(len(rows)))
    latest = grid.merge(keys, on=["lao_id", "fiscal_year_be"], how="left")["row"].ffill()
    table = rows.iloc[latest.astype(int)].reset_index(drop=True)
    return table.assign(fiscal_year_be=grid["fiscal_year_be"])


def _until_merged(table: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """Leave out the years after an LAO became part of another, where that is known."""
    merged = register.dropna(subset=["merged_into", "valid_to_be"])
    last = merged.drop_duplicates("lao_id", keep="last").set_index("lao_id")["valid_to_be"]
    after = (table["fiscal_year_be"] > table["lao_id"].map(last)).fillna(value=False).astype(bool)
    return table[~after | (table["row_be"] == table["fiscal_year_be"])].reset_index(drop=True)


def _with_states(table: pd.DataFrame) -> pd.DataFrame:
    reported = table["row_be"] == table["fiscal_year_be"]
    lasting = table["status"].isin(_LASTING)
    between = table["fiscal_year_be"] < table["last_row_be"]
    state = table["status"].where(reported | lasting, "no_longer_reported")
    state = state.mask(~reported & ~lasting & between, "not_reported")
    unknown = state.isin(["withdrawn", "no_longer_reported"])
    return table.assign(
        state=state,
        step=table["step"].mask(unknown),
        enrolled=(state != "withdrawn").astype(bool),
        reported=reported.astype(bool),
        carried=((state == "not_reported") & table["step"].notna()).astype(bool),
    )


def _with_runs(table: pd.DataFrame, levels: pd.DataFrame) -> pd.DataFrame:
    """Add since when an LAO is on its step; a withdrawal ends that, an unknown step does not."""
    absences = (~table["enrolled"]).groupby(table["lao_id"]).cumsum()
    known = table[table["level"].notna()]
    stay = known["lao_id"] + "/" + absences[known.index].astype("string")
    before = known.groupby(stay)[["pathway", "step", "level"]].shift()
    begins = direction(before, known, levels).ne(0).fillna(value=True)
    since = known["fiscal_year_be"].where(begins).groupby(stay).ffill()
    table["step_since_be"] = since.reindex(table.index).astype("Int64")
    table["years_on_step"] = table["fiscal_year_be"] - table["step_since_be"]
    later = table["step_since_be"] > table.groupby("lao_id")["step_since_be"].transform("min")
    begin_known = (table["entry_known"] | (absences > 0)).astype("boolean") | later
    table["since_known"] = begin_known.where(table["step_since_be"].notna())
    return table


def _with_places(
    table: pd.DataFrame, register: pd.DataFrame, provinces: pd.DataFrame
) -> pd.DataFrame:
    present = register.drop_duplicates("lao_id", keep="last")[
        ["lao_id", "province_code", "lao_type"]
    ]
    places = present.merge(provinces[["province_code", *_PLACE[2:]]], on="province_code")
    return table.merge(places, on="lao_id", how="left", validate="many_to_one")
