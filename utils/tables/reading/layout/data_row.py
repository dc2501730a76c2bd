"""One row of data as a sheet lays it out, and what is told of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from utils.tables.reading.problems import Severity


@dataclass(frozen=True, kw_only=True)
class DataRow:
    """One row of the table. `number`: its row in the file, from 1; `cells`: texts by column.

    `written`: the heading of cells that stand side by side with others of their row; `wide`: the
    one of them that the row was made of. `province_code`: said by the title above; `likely`: said
    by the name of the sheet or of the whole. `provinces`: those of the office of the title above.
    """

    number: int
    cells: Mapping[str, str]
    written: Mapping[str, str] = field(default_factory=dict)
    wide: str = ""
    province_code: str | None = None
    likely: str | None = None
    provinces: frozenset[str] | None = None


class Remark(NamedTuple):
    """What is told of a row (None: of the whole) that was understood, or set aside."""

    code: str
    severity: Severity
    row: int | None
    value: str = ""
    column: str = ""
    context: Mapping[str, object] = {}
