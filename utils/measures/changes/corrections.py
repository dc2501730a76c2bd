"""Corrections: rows by which a later state of a table differs for years already covered."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
import pandas as pd

from utils.measures.changes.meaning import of_known_years
from utils.tables.declared import schemas

What = Literal["added", "changed", "removed"]
WHATS: tuple[What, ...] = get_args(What)


def corrections(name: str, earlier: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """List the rows by which a later state of a table corrects an earlier one.

    Parameters
    ----------
    name : str
        A table of LAOs by fiscal year, such as `awards` or `enrolment`.
    earlier, later : DataFrame
        The table in both states, as declared.

    Returns
    -------
    DataFrame, one row per correction
        `what` : changed: the key is in both states, and the cells differ. removed: the key is in
        the earlier state only. added: the key is in the later state only, for a fiscal year up to
        the last that the earlier state has of the LAO. Then the declared columns: of the earlier
        state for removed rows, of the later state for all others.

    Notes
    -----
    Source: as for `measures.changes.meaning.of_added`; the file that a row came from is not
    compared.
    """
    same = 0 if earlier is later else None  # a state compared with itself has no corrections
    was, now = (_keyed(name, table.iloc[:same]) for table in (earlier, later))
    both = was.index[was.index.isin(now.index)]
    differs = ~_alike(was.loc[both], now.loc[both])
    new = now[~now.index.isin(was.index)]
    parts = {
        "added": new[of_known_years(was.reset_index(drop=True), new).to_numpy()],
        "changed": now.loc[both[differs]],
        "removed": was[~was.index.isin(now.index)],
    }
    lists = [
        rows.assign(what=pd.Series(what, index=rows.index, dtype="string"))
        for what, rows in parts.items()
    ]
    return pd.concat(lists, ignore_index=True)[["what", *was.columns]]


def corrected(name: str, earlier: pd.DataFrame, later: pd.DataFrame) -> pd.DataFrame:
    """Return the earlier state of a table with the corrections of the later one, and no more.

    Arguments as in `corrections`. DataFrame of the declared columns.

    Notes
    -----
    Source: as for `corrections`.
    """
    changes = corrections(name, earlier, later)
    was = _keyed(name, earlier)
    ended = _keyed(name, changes[changes["what"] != "added"]).index
    unchanged = was[~was.index.isin(ended)]
    return pd.concat(
        [unchanged, changes.loc[changes["what"] != "removed", was.columns]], ignore_index=True
    )


def _keyed(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Return the declared columns of a table, indexed by its key."""
    declared = schemas.TABLES[name]
    columns = [column for column in declared.columns if column in table]
    return table[columns].set_index(list(declared.key), drop=False)


def _alike(was: pd.DataFrame, now: pd.DataFrame) -> np.ndarray:
    """Tell which rows have the same cells; cells unknown in both are the same."""
    same = was.eq(now).fillna(value=False).astype(bool) | (was.isna() & now.isna())
    return same.all(axis=1).to_numpy()
