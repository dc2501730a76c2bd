"""The tables that come with the project, read by the same reader as everything else.

An installation may name a folder of its own (`settings.tables_folder`): a file in it with the name
of a declared table replaces the shipped one. The fictitious tables lie in a folder of their own
(`paths.FICTITIOUS`) and are read by the same functions: their LAOs come from the invented register
beside them, and what is not invented, such as the provinces, from data/.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache, partial
from pathlib import Path

import pandas as pd

from utils import paths
from utils.tables import own_tables, references
from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.columns import Reference, Table
from utils.tables.places import NOWHERE, Places
from utils.tables.reading.files import open_contents
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, Rules, interpret, read
from utils.tables.references import Referred
from utils.tables.rules import by_table

INVENTED = (
    schemas.MUNICIPALITIES,
    schemas.ENROLMENT,
    schemas.STEP_EVIDENCE,
    schemas.REPORTED_PARTS,
    schemas.SCORES,
    schemas.LPA_RESULTS,
)
"""The tables of which data/fictitious/ holds an invented version."""
INVENTED_NAMES = frozenset(table.name for table in INVENTED)


class ShippedTableError(ValueError):
    """A table of the project itself has errors: it must be corrected, not shown."""

    def __init__(self, path: Path, problems: tuple[Problem, ...]) -> None:
        messages = "; ".join(
            f"row {problem.row}, {problem.column}: {problem.message('en')}" for problem in problems
        )
        super().__init__(f"{path.parent.name}/{path.name}: {messages}")
        self.path = path
        self.problems = problems


def load(name: str, *, data: Path = paths.DATA) -> pd.DataFrame:
    """Return one table of the project as a new typed frame, in the order of its file.

    Parameters
    ----------
    name : str
        A name in `schemas.ALL`.
    data : Path
        The folder with the tables: data/, or `paths.FICTITIOUS`.

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
        If the file has an error, by the declaration or by the rules over its rows.
    """
    table = schemas.ALL[name]
    rules = by_table.rules_of(table, partial(load, data=data))
    return without_errors(read_table(name, data=data, rules=rules), file_of(table, data)).frame


def without_errors(reading: Reading, path: Path) -> Reading:
    """Return the reading of a table of the project; raise `ShippedTableError` if it has errors."""
    if reading.errors:
        raise ShippedTableError(path, reading.errors)
    return reading


def read_table(name: str, *, data: Path = paths.DATA, rules: Rules | None = None) -> Reading:
    """Return the reading of one table of the project, problems included.

    `rules`: as `reader.interpret` takes them.
    """
    table = schemas.ALL[name]
    path = file_of(table, data)
    places = places_for(table, data=data)
    contents = open_contents(path, path.name)
    return interpret(contents, table=table, places=places, rules=rules)


def places_for(table: Table, *, data: Path = paths.DATA) -> Places:
    """Return what the cells of a table may refer to, as `reader.read` needs it."""
    referred = {one: _referred(one, data) for one in references.of_table(table)}
    return replace(_places_of_kinds(table, data), referred=referred)


def _referred(reference: Reference, data: Path) -> Referred:
    whole = schemas.ALL[reference.table]
    path = file_of(whole, data)
    columns = list(reference.columns)
    frame = read(path, name=path.name, table=_columns_referred_to(reference), places=NOWHERE).frame[
        columns
    ]
    rows = dict.fromkeys(frame.dropna().itertuples(index=False, name=None))
    return Referred(whole.title_th, whole.title_en, tuple(rows))


@cache
def _columns_referred_to(reference: Reference) -> Table:
    """Return a declaration of the columns referred to alone: two tables may refer to each other."""
    whole = schemas.ALL[reference.table]
    columns = {name: replace(whole.columns[name], refers_to=None) for name in reference.columns}
    return replace(whole, columns=columns, key=(), refers_to=(), in_order=())


def places(*, data: Path = paths.DATA) -> Places:
    """Return the provinces and LAOs of the project, for looking up names; read once."""
    tables = (schemas.PROVINCES, schemas.MUNICIPALITIES, schemas.OFFICES)
    return _places(data, tuple(_changed(table, data) for table in tables))


def file_of(table: Table, data: Path = paths.DATA) -> Path:
    """Return the file that a table is read from.

    The folder of the installation is searched for declared tables of data/ alone: fictitious tables
    are never replaced.
    """
    folder = paths.DATA if data == paths.FICTITIOUS and table not in INVENTED else data
    own = own_tables.file_of(table) if folder == paths.DATA else None
    return own or folder / table.file


def _places_of_kinds(table: Table, data: Path) -> Places:
    kinds = {column.kind for column in table.columns.values()}
    if "lao" in kinds:
        return places(data=data)
    if "province" not in kinds:
        return NOWHERE
    if table is schemas.OFFICES:  # the table itself is read by the provinces
        return _provinces(data, _changed(schemas.PROVINCES, data))
    return _offices(data, _changed(schemas.PROVINCES, data), _changed(schemas.OFFICES, data))


def _changed(table: Table, data: Path) -> tuple[Path, int]:
    path = file_of(table, data)
    return path, path.stat().st_mtime_ns


@lru_cache(maxsize=4)
def _provinces(data: Path, changed: tuple[Path, int]) -> Places:
    del changed  # part of the cache key
    return lookup.index_places(load("provinces", data=data))


@lru_cache(maxsize=4)
def _offices(data: Path, provinces: tuple[Path, int], offices: tuple[Path, int]) -> Places:
    del provinces, offices  # part of the cache key
    return lookup.index_places(load("provinces", data=data), offices=load("offices", data=data))


@lru_cache(maxsize=4)
def _places(data: Path, changed: tuple[tuple[Path, int], ...]) -> Places:
    del changed  # part of the cache key
    tables = ("provinces", "municipalities", "offices")
    return lookup.index_places(*(load(name, data=data) for name in tables))
