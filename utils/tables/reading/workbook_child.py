"""Read a workbook in a process of its own, so that a damaged or hostile one harms nothing else.

`workbook.py` starts it as a bare script; it imports neither pandas nor this project. It reads the
workbook from standard input and writes its cells to standard output as JSON, every cell as text.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import resource
import sys
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Any, NamedTuple
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineWorkbook

MARK_NO_VALUE = "#NO_VALUE!"  # the same as cells.NO_VALUE
EXACT = 1e15  # floats below it hold every whole number
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ET.ParseError, CalamineError),
    *(KeyError, StopIteration, ValueError, OSError, EOFError, NotImplementedError, RuntimeError),
)
MOST_MERGED = 20_000  # merged cells of a sheet that are looked at: more than people make
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")


class UnreadableError(Exception):
    """The workbook cannot be read; `code` and `context` of the problem."""

    def __init__(self, code: str, **context: object) -> None:
        super().__init__(code)
        self.code = code
        self.context = context


class Link(NamedTuple):
    """A worksheet as the workbook lists it: its name, and its path in the archive."""

    name: str
    path: str
    is_hidden: bool


class Scan(NamedTuple):
    """What the library leaves out: texts to put into cells, columns that hold formulas, merges.

    `merged`: first row and column, last row and column of cells merged into one, from 0.
    """

    marks: dict[tuple[int, int], str]
    formulas: dict[int, int]
    merged: list[tuple[int, int, int, int]]


def main() -> None:
    """Write the cells of the workbook to standard output, or the reason why it is not read."""
    limits = json.loads(sys.argv[1])
    for kind, most in (
        (resource.RLIMIT_AS, limits["memory"]),
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    content = sys.stdin.buffer.read()
    try:
        answer = read(content, limits)
    except UnreadableError as refused:
        answer = {"code": refused.code, "context": refused.context}
    except MemoryError:
        answer = {"code": "workbook_too_costly", "context": {}}
    except _DAMAGED:
        answer = {"code": "workbook_damaged", "context": {}}
    sys.stdout.write(json.dumps(answer))


def read(content: bytes, limits: dict[str, int]) -> dict[str, Any]:
    """Return the visible sheets, and the names of the hidden ones that hold anything."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _weigh(archive, len(content), limits)
        links = list(_sheets(archive))
        hidden = [one.name for one in links if one.is_hidden and _holds_data(archive, one.path)]
        scans = {one.name: _scan(archive, one.path, limits) for one in links if not one.is_hidden}
    return {"sheets": _cells(content, scans, limits), "hidden": hidden}


def _weigh(archive: zipfile.ZipFile, packed: int, limits: dict[str, int]) -> None:
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > limits["unpacked"] or unpacked > limits["ratio"] * packed:
        raise UnreadableError(
            "workbook_unpacks_too_large", limit_mb=limits["unpacked"] // 1_000_000
        )


def _sheets(archive: zipfile.ZipFile) -> Iterator[Link]:
    targets = {
        link.get("Id"): link.get("Target", "")
        for link in ET.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314 limited
    }
    for element in ET.fromstring(archive.read("xl/workbook.xml")).iter():  # noqa: S314 limited
        if _local(element.tag) == "sheet":
            link = next(value for name, value in element.items() if _local(name) == "id")
            target = targets[link]
            if "worksheets/" in target:
                path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
                is_hidden = element.get("state", "visible") != "visible"
                yield Link(element.attrib["name"], path, is_hidden)


def _holds_data(archive: zipfile.ZipFile, path: str) -> bool:
    with archive.open(path) as file:
        return next(_written_cells(file), None) is not None


def _scan(archive: zipfile.ZipFile, path: str, limits: dict[str, int]) -> Scan:
    scan = Scan({}, {}, [])
    merged: list[str] = []
    most = {"max_rows": limits["rows"], "max_columns": limits["columns"]}
    with archive.open(path) as file:
        for row, column, cell in _written_cells(file, merged):
            if row >= limits["rows"] or column >= limits["columns"]:
                raise UnreadableError("stray_cell", cell=cell.get("r", ""), **most)
            texts = {_local(part.tag): part.text or "" for part in cell}
            if cell.get("t") == "e":
                scan.marks[row, column] = texts.get("v", "#N/A")
            elif "f" in texts and not texts.get("v") and cell.get("t") != "str":
                scan.marks[row, column] = MARK_NO_VALUE
            elif "f" in texts:
                scan.formulas.setdefault(column, row)
    scan.merged.extend(_merged(merged, limits))
    return scan


def _merged(references: list[str], limits: dict[str, int]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the cells that are merged into one ("A3:B5"), those beyond the limits left out."""
    for reference in references[:MOST_MERGED]:
        corners = _AREA.fullmatch(reference)
        if corners is None:
            continue
        top, start = int(corners[2]) - 1, _column(corners[1] + corners[2], 0)
        bottom, end = int(corners[4]) - 1, _column(corners[3] + corners[4], 0)
        if 0 <= top <= bottom < limits["rows"] and start <= end < limits["columns"]:
            yield top, start, bottom, end


def _written_cells(
    file: IO[bytes], merged: list[str] | None = None
) -> Iterator[tuple[int, int, ET.Element]]:
    """Yield every cell that holds anything, with its row and column counted from 0.

    `merged`: takes the references of cells that are merged into one.
    """
    row = column = -1
    for event, element in ET.iterparse(file, events=("start", "end")):  # noqa: S314 limited
        name = _local(element.tag)
        if name == "row" and event == "start":
            row, column = int(element.get("r", row + 2)) - 1, -1
        elif name == "c" and event == "start":
            column = _column(element.get("r"), column + 1)
        elif name == "c" and len(element):
            yield row, column, element
        elif name == "row":
            element.clear()
        elif name == "mergeCell" and event == "end" and merged is not None:
            merged.append(element.get("ref", ""))


def _column(reference: str | None, following: int) -> int:
    match = _REFERENCE.fullmatch(reference or "")
    if not match:
        return following
    number = 0
    for letter in match[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _cells(content: bytes, scans: dict[str, Scan], limits: dict[str, int]) -> list[dict[str, Any]]:
    """Return each sheet's name, its rows of text, and the first formula of each column."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    left = limits["characters"]
    sheets = []
    for name, scan in scans.items():
        rows = []
        for values in workbook.get_sheet_by_name(name).to_python(skip_empty_area=False):
            texts = [_text(value) for value in values]
            left -= sum(map(len, texts))
            if left < 0:
                raise UnreadableError("workbook_too_costly")
            rows.append(texts)
        _mark(rows, scan.marks)
        formulas = list(scan.formulas.items())
        sheets.append({"name": name, "rows": rows, "formulas": formulas, "merged": scan.merged})
    return sheets


def _mark(rows: list[list[str]], marks: dict[tuple[int, int], str]) -> None:
    for (row, column), text in marks.items():
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
        rows[row][column] = text


def _text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < EXACT:
            return str(int(value))
        case dt.datetime() if value.time() == dt.time():
            return value.date().isoformat()
        case dt.datetime():
            return value.isoformat(sep=" ")
        case _:
            return str(value)


if __name__ == "__main__":
    main()
