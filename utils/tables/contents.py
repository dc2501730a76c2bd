"""What a file holds before anyone knows which table it is: grids of text, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from utils.tables.problems import Problem

MAX_BYTES: Final = 10_000_000  # as much as the dashboard lets anyone upload
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet of a workbook, or the whole of a text file, from its first row and column on."""

    rows: list[list[str]]
    name: str = ""
    formulas: Mapping[int, int] = field(default_factory=dict)  # column -> first row with a formula


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The sheets of a file, and what was wrong with the file itself."""

    file: str
    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()


def refused(file: str, code: str, **context: object) -> Contents:
    """Return contents that hold nothing but the reason."""
    return Contents(file=file, problems=(Problem(file=file, code=code, context=context),))
