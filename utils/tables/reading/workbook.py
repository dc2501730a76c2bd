"""Workbooks (XLSX), read in a child process with limits on memory and time.

A workbook is a compressed archive of unknown origin: one cell at XFD1048576, or a zip bomb, brings
down the process that opens it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from utils.tables.reading import limited
from utils.tables.reading.contents import (
    MAX_COLUMNS,
    MAX_ROWS,
    Concealed,
    Contents,
    Merged,
    Scaled,
    Sheet,
    refused,
)
from utils.tables.reading.meaning import broken

_CHILD: Final = Path(__file__).with_name("workbook_child.py")
_WALL_SECONDS: Final = 40
_LIMITS: Final = {
    "memory": 1_000_000_000,  # bytes of address space
    "seconds": 20,  # of processor time: twice what the largest workbook within limits needs
    "unpacked": 50_000_000,  # bytes
    "ratio": 100,  # unpacked to packed
    "characters": 50_000_000,
    "rows": MAX_ROWS,
    "columns": MAX_COLUMNS,
}


def parse(content: bytes, file: str) -> Contents:
    """Read the visible sheets of a workbook; a formula counts as its last computed value."""
    try:
        answer = limited.run(_CHILD, content, _LIMITS, seconds=_WALL_SECONDS)
    except limited.TooCostlyError:
        return refused(file, "workbook_too_costly")
    except limited.DamagedError:
        return refused(file, "workbook_damaged")
    return _contents(json.loads(answer), file)


def _contents(answer: dict[str, Any], file: str) -> Contents:
    if "code" in answer:
        return refused(file, answer["code"], **answer["context"])
    sheets = tuple(
        Sheet(
            rows=sheet["rows"],
            name=sheet["name"],
            formulas=dict(sheet["formulas"]),
            merged=tuple(Merged(*one) for one in sheet["merged"]),
            concealed={column: Concealed(*cells) for column, cells in sheet["concealed"]},
            scaled={column: Scaled(*cell) for column, cell in sheet["scaled"]},
            hidden_rows=tuple(sheet["hidden_rows"]),
            hidden_columns=tuple(sheet["hidden_columns"]),
            is_filtered=sheet["is_filtered"],
        )
        for sheet in answer["sheets"]
        if any(any(row) for row in sheet["rows"])
    )
    hidden = tuple(answer["hidden"])
    if sheets:
        return broken.of_workbook(Contents(file=file, sheets=sheets, hidden=hidden))
    if hidden:
        return refused(file, "sheets_hidden", others=", ".join(hidden))
    return refused(file, "empty_file")
