"""A sent file marked with its problems: the officer's own workbook, or CSV, with one more column.

The column says beside each faulty row what is wrong and what to do; a workbook also gets a sheet
of all problems. The marked file holds nothing that a spreadsheet runs. It can be corrected and sent
as it is: the reader ignores the column and the sheet.
"""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any, Final, NamedTuple

from utils.desk.submissions.intake import SentTable
from utils.tables.reading import delimited, limited, scalars
from utils.tables.reading.contents import PROBLEMS_HEADING, PROBLEMS_SHEET, Sheet
from utils.tables.reading.gathered import gather
from utils.tables.reading.normalise import inert, tidy
from utils.tables.reading.problems import Problem
from utils.words import Lang, Words

_CHILD: Final = Path(__file__).with_name("marked_child.py")
_WALL_SECONDS: Final = 90
_LIMITS: Final = {"memory": 1_500_000_000, "seconds": 60}  # bytes of address space; of processor
_ZIP: Final = b"PK\x03\x04"
_HEADINGS: Final = ("file", "sheet", "row", "column", "kind", "value", "problem", "remedy")


class MarkedFile(NamedTuple):
    """A marked file to download."""

    name: str
    content: bytes


class _Row(NamedTuple):
    """A faulty row of a sheet, counted from 1, and the text beside it."""

    number: int
    text: str


def name_of(part: SentTable) -> str:
    """Return the name of the marked file: list-checked.csv for a part of list.txt."""
    stem = PurePath(part.contents.file).stem
    return f"{stem}-checked.{'csv' if _is_text(part) else 'xlsx'}"


def _is_text(part: SentTable) -> bool:
    return part.sheet is not None and not part.file.content.startswith(_ZIP)


def by_file(parts: Iterable[SentTable]) -> list[list[SentTable]]:
    """Return the parts of each file in a list of their own."""
    parts_of: dict[str, list[SentTable]] = {}
    for part in parts:
        parts_of.setdefault(part.file.name, []).append(part)
    return list(parts_of.values())


def all_with_problems(
    parts: Iterable[SentTable], problems: Sequence[Problem], lang: Lang
) -> Iterator[MarkedFile]:
    """Yield each file of a submission with its problems."""
    return (with_problems(own, problems, lang) for own in by_file(parts))


def with_problems(
    parts: Sequence[SentTable], problems: Iterable[Problem], lang: Lang
) -> MarkedFile:
    """Return a sent file with its problems.

    Parameters
    ----------
    parts : sequence of SentTable
        The tables of this one file.
    problems : iterable of Problem
        Those of the whole submission; only those of this file are used.
    lang : Lang
        The language of problems and remedies.
    """
    file = parts[0].file
    names = {part.name for part in parts}
    own = [one for one in problems if one.file in names]
    beside = {part.name: _beside(part, own, lang) for part in parts if part.table is not None}
    name = name_of(parts[0])
    if _is_text(parts[0]):
        return MarkedFile(name, _csv(parts[0], beside.get(parts[0].name, [])))
    return MarkedFile(name, _workbook(file.content, parts, own, beside, lang))


def _beside(part: SentTable, problems: Sequence[Problem], lang: Lang) -> list[_Row]:
    """Return the texts to stand beside the rows under the heading that are not blank."""
    sheet, texts = part.sheet, defaultdict(list)
    first = _heading_row(part) + 1
    for problem in problems:
        is_own = problem.file == part.name and problem.severity != "note"
        if is_own and problem.row is not None and problem.row >= first:
            texts[problem.row].append(_in_a_line(problem, lang))
    rows = [] if sheet is None else sheet.rows
    return [
        _Row(number, "\n".join(dict.fromkeys(lines)))
        for number, lines in sorted(texts.items())
        if number <= len(rows) and any(map(tidy, rows[number - 1]))
    ]


def _heading_row(part: SentTable) -> int:
    """Return the row number of the heading, counted from 1; 0 where there is none."""
    return 0 if part.heading is None else part.heading.row + 1


def _in_a_line(problem: Problem, lang: Lang) -> str:
    words = Words(lang)
    where = f" · {words('check.column', column=problem.column)}" if problem.column else ""
    remedy = words("check.remedy", remedy=problem.remedy(lang))
    return f"{words(f'check.{problem.severity}')}{where}: {problem.message(lang)} {remedy}"


def _csv(part: SentTable, marks: Sequence[_Row]) -> bytes:
    """Return the rows as they were sent, with one more column, as CSV that a spreadsheet opens."""
    rows = [] if part.sheet is None else part.sheet.rows
    sign = delimited.delimiter(delimited.decode(part.file.content) or "")
    beside = {row.number: row.text for row in marks}
    heading = _heading_row(part)
    width = max(map(len, rows), default=0)
    earlier = () if part.heading is None else part.heading.remarks
    out = io.StringIO()
    writer = csv.writer(out, delimiter=sign, lineterminator="\r\n")
    for number, cells in enumerate(rows, 1):
        padded = [_safe(cell) for at, cell in enumerate(cells) if at not in earlier]
        padded += [""] * (width - len(earlier) - len(padded))
        writer.writerow(
            [*padded, PROBLEMS_HEADING if number == heading else beside.get(number, "")]
        )
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: str) -> str:
    return cell if scalars.is_number(cell) else inert(cell)


def _workbook(
    content: bytes,
    parts: Sequence[SentTable],
    problems: Sequence[Problem],
    beside: Mapping[str, list[_Row]],
    lang: Lang,
) -> bytes:
    """Return the marked workbook; where it cannot be written, a new one with the problems alone."""
    remarks = {
        "heading": PROBLEMS_HEADING,
        "title": PROBLEMS_SHEET,
        "sheets": [
            {"name": part.sheet.name, "heading_row": _heading_row(part), "rows": beside[part.name]}
            for part in parts
            if part.sheet is not None and part.sheet.name and part.name in beside
            if not part.sheet.is_turned  # its rows are columns of the workbook
        ],
        "problems": _listed(parts, problems, lang),
    }
    if parts[0].sheet is not None and content.startswith(_ZIP):
        try:
            return _written(content, remarks)
        except (limited.TooCostlyError, limited.DamagedError):
            pass  # it could be read and not be written: its problems are listed all the same
    return _written(b"", {**remarks, "sheets": []})


def _written(content: bytes, remarks: Mapping[str, Any]) -> bytes:
    head = json.dumps(remarks).encode()
    whole = len(head).to_bytes(8) + head + content
    return limited.run(_CHILD, whole, _LIMITS, seconds=_WALL_SECONDS)


def _listed(parts: Sequence[SentTable], problems: Sequence[Problem], lang: Lang) -> list[list[str]]:
    words = Words(lang)
    sheets: dict[str, Sheet | None] = {part.name: part.sheet for part in parts}
    rows = [[words(f"form.problems_{name}") for name in _HEADINGS]]
    for one in gather(problems, lang):
        names = [sheet.name for file in one.files if (sheet := sheets[file]) is not None]
        rows.append(
            [
                parts[0].file.name,
                ", ".join(names),
                one.at_rows(),
                ", ".join(one.columns),
                words(f"check.{one.severity}"),
                one.found(),
                one.message,
                one.remedy,
            ]
        )
    return rows
