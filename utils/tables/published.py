"""The published award list turned into the project's own award table, and a table of its faults.

``python -m utils.tables.published`` rewrites data/awards.csv and data/award_list_faults.csv.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from utils import paths
from utils.tables import shipped
from utils.tables.declared.awards import AWARD_LIST, AWARD_LIST_FAULTS, AWARDS
from utils.tables.declared.columns import Table
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import FILE_ROW, Reading
from utils.tables.reading.writer import to_csv
from utils.tables.rules import by_table

# What a stored award keeps when a later list repeats it.
_PROVENANCE = ("award_id", "source_row", "source_row_repeated")


class Import(NamedTuple):
    """The tables made from the published list, and the problems found in it."""

    awards: pd.DataFrame
    faults: pd.DataFrame
    problems: tuple[Problem, ...]


def import_list(*, data: Path = paths.DATA) -> Import:
    """Read the published list in its own layout and return the project's tables.

    Returns
    -------
    Import
        `awards`, one row per award, as `schemas.AWARDS`: a row of the list that repeats all of
        another one is not a second award. `faults`, one row per fault, as
        `schemas.AWARD_LIST_FAULTS`. `problems`, the same faults with their words.

    Raises
    ------
    ShippedTableError
        If a row of the list cannot be read, or names a prize that prizes.csv does not have at its
        level.
    """
    load = partial(shipped.load, data=data)
    reading = shipped.read_table(
        AWARD_LIST.name, data=data, rules=by_table.rules_of(AWARD_LIST, load)
    )
    return tables_from(
        shipped.without_errors(reading, shipped.file_of(AWARD_LIST, data)), load("prizes")
    )


def tables_from(reading: Reading, prizes: pd.DataFrame) -> Import:
    """Return the project's tables from a reading of the published list without errors.

    `prizes`: as `schemas.PRIZES`.
    """
    problems = reading.warnings
    return Import(_awards(reading.frame, prizes), _faults(problems), problems)


def _awards(rows: pd.DataFrame, prizes: pd.DataFrame) -> pd.DataFrame:
    classed = rows.merge(
        prizes.drop(columns=FILE_ROW),
        on=["certificate_th", "level"],
        how="left",
        validate="many_to_one",
    )
    published = list(AWARD_LIST.columns)
    last_rows = classed.groupby(published, dropna=False)[FILE_ROW].transform("max")
    repeated = last_rows.where(last_rows > classed[FILE_ROW]).astype("Int64")
    awards = classed.assign(
        award_id=("AL-" + classed[FILE_ROW].astype("string").str.zfill(4)),
        source_row=classed[FILE_ROW],
        source_row_repeated=repeated,
    )
    return awards.loc[~awards.duplicated(published), list(AWARDS.columns)].reset_index(drop=True)


def identified(imported: Import, stored: pd.DataFrame, issued: Iterable[str]) -> Import:
    """Return a list under the identifiers and rows that stored awards of the same content have.

    An award is what it is by year, level, LAO and prize, wherever it stands in whatever list; of
    several that agree in these, the first of a list is the first of those stored. One that is
    stored keeps its row of the list that it came from, and so do the faults found in it; a new one
    goes on after the last identifier.

    Parameters
    ----------
    imported : Import
        A list that was sent.
    stored : DataFrame
        As `schemas.AWARDS`: the awards of the release.
    issued : iterable of str
        Every identifier ever given: that of an award which has been removed is not given again.
    """
    sent, known = (_with_content(table) for table in (imported.awards, stored))
    held = known.set_index("content")[list(_PROVENANCE)].reindex(sent["content"])
    is_new = held["award_id"].isna().to_numpy()
    last = max((int(one.removeprefix("AL-")) for one in issued), default=0)
    fresh = [f"AL-{last + at:04}" for at in range(1, int(is_new.sum()) + 1)]
    table = imported.awards.copy()
    for name in _PROVENANCE:
        table[name] = table[name].where(is_new, held[name].array)
    table.loc[is_new, "award_id"] = fresh
    awards = table.astype(imported.awards.dtypes)
    return imported._replace(awards=awards, faults=_moved(imported, awards))


def _moved(imported: Import, awards: pd.DataFrame) -> pd.DataFrame:
    """Return the faults of a list at the rows that their awards are known by."""
    rows: dict[int, int] = {}
    for name in ("source_row", "source_row_repeated"):
        pairs = pd.DataFrame({"sent": imported.awards[name], "known": awards[name]}).dropna()
        rows.update(zip(pairs["sent"].astype(int), pairs["known"].astype(int), strict=True))
    faults = imported.faults.copy()
    faults["source_row"] = faults["source_row"].map(lambda row: rows.get(row, row)).astype("Int64")
    of_row = faults["code"] == "row_repeated"  # its detail is the row that it repeats
    told = faults.loc[of_row, "detail"].astype(int)
    faults.loc[of_row, "detail"] = told.map(lambda row: str(rows.get(row, row)))
    return faults.astype(imported.faults.dtypes)


def _with_content(awards: pd.DataFrame) -> pd.DataFrame:
    """Return awards with what each is about, and which of those that agree in it."""
    about = awards[list(AWARDS.about)].astype("string").fillna("").agg("|".join, axis=1)
    nth = about.groupby(about).cumcount().astype("string")
    return awards.assign(content=about + "|" + nth)


def _faults(problems: Sequence[Problem]) -> pd.DataFrame:
    rows = [
        {
            "source_row": problem.row,
            "column": problem.column,
            "value": problem.value,
            "code": problem.code,
            **problem.context,
        }
        for problem in problems
    ]
    columns = AWARD_LIST_FAULTS.columns
    dtypes = {name: column.dtype for name, column in columns.items()}
    return pd.DataFrame(rows, columns=list(columns)).astype(dtypes)


def main(data: Path = paths.DATA) -> None:
    """Rewrite the tables that are made from the published list."""
    imported = import_list(data=data)
    _write(imported.awards, AWARDS, data)
    _write(imported.faults, AWARD_LIST_FAULTS, data)


def _write(frame: pd.DataFrame, table: Table, data: Path) -> None:
    (data / table.file).write_text(to_csv(frame, table), "utf-8", newline="")
    sys.stdout.write(f"data/{table.file}: {len(frame)} rows\n")


if __name__ == "__main__":
    main()
