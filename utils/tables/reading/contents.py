"""What a file holds before anyone knows which table it is: grids of text, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from utils.tables.reading.problems import Problem

MAX_BYTES: Final = 10_000_000  # as much as the dashboard lets anyone upload
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200

GUIDE_SHEET: Final = "คำอธิบาย Guide"
LISTS_SHEET: Final = "รายการ Lists"
PROBLEMS_SHEET: Final = "ข้อผิดพลาด Problems"
OWN_SHEETS: Final = frozenset({GUIDE_SHEET, LISTS_SHEET, PROBLEMS_SHEET})
"""Sheets that the desk itself puts into workbooks: they hold no table."""
PROBLEMS_HEADING: Final = "ข้อผิดพลาด / Problems"  # of the column that the desk adds for people


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or the whole of a text file, from its first row and column on."""

    rows: list[list[str]]
    name: str = ""
    formulas: Mapping[int, int] = field(default_factory=dict)  # column -> first row with a formula


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The sheets of a file, and what was wrong with the file itself.

    `hidden` names the sheets that hold data and are not read, as nobody sees them.
    """

    file: str
    sheets: tuple[Sheet, ...] = ()
    hidden: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def hidden_sheet_problems(contents: Contents) -> tuple[Problem, ...]:
    """Tell the hidden sheets of a file in which no table was found: it may be in one of them."""
    if not contents.hidden:
        return ()
    names = {"others": ", ".join(contents.hidden)}
    return (Problem(file=contents.file, code="sheets_hidden", severity="warning", context=names),)


def refused(file: str, code: str, **context: object) -> Contents:
    """Return contents that hold nothing but the reason."""
    return Contents(file=file, problems=(Problem(file=file, code=code, context=context),))
