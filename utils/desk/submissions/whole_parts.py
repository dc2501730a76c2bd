"""Whole parts: that an office has reported a table of a year in full, even where it has no row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from utils.desk.store.releases import Source
from utils.desk.store.rows import IncomingRow
from utils.desk.store.scope import YEAR_FIELD, Scope
from utils.desk.submissions.intake import Intake
from utils.tables.declared import schemas
from utils.tables.reading.cells import PROVINCE_FIELD

_TABLE_FIELD: Final = "reported_table"
_REPORTED: Final = frozenset(
    choice.code for choice in schemas.REPORTED_PARTS.columns[_TABLE_FIELD].choices
)


def rows(intake: Intake, part: Scope) -> list[IncomingRow]:
    """Return a row of `reported_parts` for each table sent and each province of an office's part.

    `part`: the provinces that the office may write for, and the fiscal year. What names a province
    and year in the file itself stays as it is sent.
    """
    sent = {row.cells[:3] for row in intake.rows(schemas.REPORTED_PARTS.name)}
    noted = dict(_noted(intake, part))
    return [row for key, row in noted.items() if key not in sent]


def sources(intake: Intake, noted: Sequence[IncomingRow]) -> Iterator[Source]:
    """Yield the files that the noted rows came from."""
    names = {one.part.file.sha256: one.part.file.name for one in intake.read_tables}
    for sha256 in dict.fromkeys(row.file_sha256 for row in noted):
        yield Source(table=schemas.REPORTED_PARTS.name, file_name=names[sha256], sha256=sha256)


def _noted(intake: Intake, part: Scope) -> Iterator[tuple[tuple[object, ...], IncomingRow]]:
    for one in intake.read_tables:
        for name in sorted(_REPORTED & one.rows.keys()):
            for code in sorted(part.provinces or ()):
                values = {
                    _TABLE_FIELD: name,
                    PROVINCE_FIELD: code,
                    YEAR_FIELD: part.fiscal_year_be,
                }
                cells = tuple(values.get(column) for column in schemas.REPORTED_PARTS.columns)
                yield cells[:3], IncomingRow(cells, 1, one.part.file.sha256)
