"""The tables that come with the project, read by the same reader as everything else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

import pandas as pd

from utils import paths
from utils.tables import places as lookup
from utils.tables import references, schemas
from utils.tables.columns import Reference, Table
from utils.tables.files import open_contents
from utils.tables.places import NOWHERE, Places
from utils.tables.problems import Problem
from utils.tables.reader import Reading, Rules, interpret, read
from utils.tables.references import Referred


class ShippedTableError(ValueError):
    """A table of the project itself has errors: it must be mended, not shown."""

    def __init__(self, table: Table, problems: tuple[Problem, ...]) -> None:
        told = "; ".join(
            f"row {problem.row}, {problem.column}: {problem.message('en')}" for problem in problems
        )
        super().__init__(f"data/{table.file}: {told}")
        self.problems = problems


def load(name: str, *, data: Path = paths.DATA) -> pd.DataFrame:
    """Return one table of the project as a typed frame of its own, in the order of its file.

    Parameters
    ----------
    name : str
        A name in `schemas.ALL`.
    data : Path
        The folder with the tables.

    Returns
    -------
    DataFrame
        The declared columns (text, codes and dates `string`, whole numbers and years `Int64`,
        numbers `Float64`, yes or no `boolean`), then `file_row` (Int64).

    Raises
    ------
    KeyError
        If no table has this name.
    ShippedTableError
        If the file has an error.
    """
    return sound(reading_of(name, data=data), schemas.ALL[name]).frame


def sound(reading: Reading, table: Table) -> Reading:
    """Return a reading of one table of the project that has no error, or raise as `load` does."""
    if reading.errors:
        raise ShippedTableError(table, reading.errors)
    return reading


def reading_of(name: str, *, data: Path = paths.DATA, rules: Rules | None = None) -> Reading:
    """Return what the reader found in one table of the project, problems included.

    `rules`: as `reader.interpret` takes them.
    """
    table = schemas.ALL[name]
    path = data / table.file
    known = known_to(table, data=data)
    contents = open_contents(path, path.name)
    return interpret(contents, table=table, places=known, rules=rules)


def known_to(table: Table, *, data: Path = paths.DATA) -> Places:
    """Return what the cells of a table may refer to: what `reader.read` needs to read one."""
    referred = {one: _referred(one, data) for one in references.of_table(table)}
    return replace(_needs(table, data), referred=referred)


def _referred(reference: Reference, data: Path) -> Referred:
    whole = schemas.ALL[reference.table]
    path = data / whole.file
    columns = list(reference.columns)
    frame = read(path, name=path.name, table=_only(reference), places=NOWHERE).frame[columns]
    rows = dict.fromkeys(frame.dropna().itertuples(index=False, name=None))
    return Referred(whole.title_th, whole.title_en, tuple(rows))


@cache
def _only(reference: Reference) -> Table:
    """Declare a table by the columns referred to: two tables may refer to one another."""
    whole = schemas.ALL[reference.table]
    columns = {name: replace(whole.columns[name], refers_to=None) for name in reference.columns}
    return replace(whole, columns=columns, key=(), refers_to=(), in_order=())


def places(*, data: Path = paths.DATA) -> Places:
    """Return the provinces and LAOs of the project, for looking up names: read once."""
    register = data / schemas.MUNICIPALITIES.file
    return _places(data, _provinces_changed(data), register.stat().st_mtime_ns)


def _needs(table: Table, data: Path) -> Places:
    kinds = {column.kind for column in table.columns.values()}
    if "lao" in kinds:
        return places(data=data)
    return _provinces(data, _provinces_changed(data)) if "province" in kinds else NOWHERE


def _provinces_changed(data: Path) -> int:
    return (data / schemas.PROVINCES.file).stat().st_mtime_ns


@lru_cache(maxsize=4)
def _provinces(data: Path, changed_ns: int) -> Places:
    del changed_ns  # part of the cache key
    return lookup.places(load("provinces", data=data))


@lru_cache(maxsize=4)
def _places(data: Path, provinces_ns: int, register_ns: int) -> Places:
    del provinces_ns, register_ns  # part of the cache key
    return lookup.places(load("provinces", data=data), load("municipalities", data=data))
