"""The folder of an installation's own tables (ESC_TABLES): what is in it, and what is set aside.

A file that cannot be used is set aside until the program starts again, and the table is read as if
the file were not there; each fault is a `Problem`, as those of files that people send.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from utils import settings
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading import suggestions
from utils.tables.reading.problems import Problem

_FILES: Final = {table.file: table for table in schemas.TABLES.values()}
_SET_ASIDE: Final[set[Path]] = set()
_MEANT: Final = frozenset({".csv", ".tsv", ".txt", ".xls", ".xlsx", ".xlsm", ".ods"})
"""Endings of files that people take for tables; others may lie beside them, such as the store."""


def file_of(table: Table) -> Path | None:
    """Return the installation's own file of a table; None where it has none that can be used."""
    folder = settings.tables_folder()
    if folder is None or table.name not in schemas.TABLES:
        return None
    path = folder / table.file
    return path if path.is_file() and path not in _SET_ASIDE else None


def in_use() -> tuple[Path, ...]:
    """Return the own files that tables are read from, in the order of their declaration."""
    return tuple(path for table in _FILES.values() if (path := file_of(table)) is not None)


def is_set_aside(table: Table) -> bool:
    """Tell whether the installation has a file of this table that cannot be used."""
    folder = settings.tables_folder()
    return folder is not None and folder / table.file in _SET_ASIDE


def set_aside(path: Path) -> None:
    """Read no table from this file until the program starts again."""
    _SET_ASIDE.add(path)


def use_again(path: Path) -> None:
    """Take back `set_aside`."""
    _SET_ASIDE.discard(path)


def faults() -> Iterator[Problem]:
    """Yield what is wrong with the folder before any table is read, and set aside unreadable files.

    The folder may be missing, or hold something whose name fits no table: a slip of typing must
    not go unnoticed while other tables stand in.
    """
    folder = settings.tables_folder()
    if folder is None:
        return
    if not folder.is_dir():
        yield Problem(file=folder.name, code="own_folder_missing", value=str(folder))
        return
    for path in sorted(folder.iterdir()):
        is_hidden = path.name.startswith((".", "~"))  # as editors leave them
        if is_hidden or path.suffix.lower() not in _MEANT:
            continue
        if path.name not in _FILES:
            near = "; ".join(suggestions.values(path.name, _FILES))
            code = "own_file_misnamed" if near else "own_file_unknown"
            yield Problem(file=path.name, code=code, context={"suggestions": near})
        elif not _is_readable(path):
            set_aside(path)
            yield Problem(file=path.name, code="own_file_unreadable")


def _is_readable(path: Path) -> bool:
    try:
        with path.open("rb"):
            return True
    except OSError:
        return False
