"""The contents of a file, whichever table it holds: grids of text, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from utils.tables.reading.problems import Problem
from utils.words import LANGS, Words

MAX_BYTES: Final = 10_000_000  # the size limit of uploads
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200

GUIDE_SHEET: Final = "คำอธิบาย Guide"
LISTS_SHEET: Final = "รายการ Lists"
PROBLEMS_SHEET: Final = "ข้อผิดพลาด Problems"
OWN_SHEETS: Final = frozenset({GUIDE_SHEET, LISTS_SHEET, PROBLEMS_SHEET})
"""Sheets that the desk adds to workbooks: they hold no table."""
PROBLEMS_HEADING: Final = "ข้อผิดพลาด / Problems"  # of the column that the desk adds


class Merged(NamedTuple):
    """Cells merged into one, its value in the first; rows and columns counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Scaled(NamedTuple):
    """A number that is shown in thousands or millions: its row, what it holds, what it shows."""

    row: int
    held: str
    shown: str


class Concealed(NamedTuple):
    """Cells that hold numbers and show none: their rows, and what the first of them holds."""

    rows: Sequence[int]
    held: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or a whole text file; rows and columns are counted from 0.

    Cells hold what they mean as they are shown: "83.5%" where 0.835 is shown as per cent.
    """

    rows: list[list[str]]
    name: str = ""
    merged: tuple[Merged, ...] = ()
    formulas: Mapping[int, int] = field(default_factory=dict)  # column -> first row with a formula
    scaled: Mapping[int, Scaled] = field(default_factory=dict)  # column -> its first such cell
    concealed: Mapping[int, Concealed] = field(default_factory=dict)  # by column
    hidden_rows: tuple[int, ...] = ()  # those that hold anything
    hidden_columns: tuple[int, ...] = ()
    is_filtered: bool = False
    is_turned: bool = False  # its columns were read as rows


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The sheets of a file, and problems of the file itself.

    `hidden`: names of the sheets that hold data but are hidden, and so not read.
    """

    file: str
    sheets: tuple[Sheet, ...] = ()
    hidden: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def hidden_sheet_problems(contents: Contents) -> tuple[Problem, ...]:
    """Return a warning that a file without a table has hidden sheets: one of them may hold it."""
    if not contents.hidden:
        return ()
    names = {"others": ", ".join(contents.hidden)}
    return (Problem(file=contents.file, code="sheets_hidden", severity="warning", context=names),)


def other_sheets_problem(file: str, shown: Sequence[str], hidden: Sequence[str]) -> Problem:
    """Return a warning that sheets were not read, by name; `hidden` ones are marked as such."""
    names = {
        f"others_{lang}": ", ".join(
            [*shown, *(Words(lang)("check.hidden_sheet", sheet=name) for name in hidden)]
        )
        for lang in LANGS
    }
    return Problem(file=file, code="other_sheets", severity="warning", context=names)


def refused(file: str, code: str, **context: object) -> Contents:
    """Return empty contents with the reason why the file was not read."""
    return Contents(file=file, problems=(Problem(file=file, code=code, context=context),))
