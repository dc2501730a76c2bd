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
from dataclasses import dataclass, field
from functools import cache
from typing import IO, Any, NamedTuple
from xml.etree import ElementTree as ET

from python_calamine import CalamineError, CalamineWorkbook

MARK_NO_VALUE = "#NO_VALUE!"  # the same as cells.NO_VALUE
EXACT = 1e15  # floats below it hold every whole number
_DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, ET.ParseError, CalamineError),
    *(KeyError, StopIteration, ValueError, OSError, EOFError, NotImplementedError, RuntimeError),
)
_PIECE = re.compile(r'"[^"]*"?|\\.|\[[^\]]*\]?|[_*].|.', re.DOTALL)
_GENERAL = re.compile(r"general", re.IGNORECASE)
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)\]")
_DIGIT = re.compile("[0#?]")
_TRAILING = re.compile(r"[0#?](,+)(?![0#?,])")
_DATE = re.compile("[dmyhsb]", re.IGNORECASE)
MOST_MERGED = 20_000  # merged cells of a sheet that are looked at: more than people make
_AREA = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"-?[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")
_SAYS = re.compile(r"[^\W_]|[%฿‰]")  # letters and digits; brackets and dashes say nothing
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


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


@dataclass
class Scan:
    """What the library leaves out, by row and column counted from 0.

    `marks`: texts to put into cells. `formulas`: the first row with one, by column. `scaled`: the
    first cell that is shown divided by thousands, by column: its row, what it holds and shows.
    `concealed`: the cells that hold a number and show none, by column: their rows, what the first
    holds.
    `merged`: first row and column, last row and column of cells merged into one.
    `hidden_rows`, `hidden_columns`: those that hold anything.
    """

    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[int, int] = field(default_factory=dict)
    scaled: dict[int, tuple[int, str, str]] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    is_filtered: bool = False
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    concealed: dict[int, tuple[list[int], str]] = field(default_factory=dict)
    hides_zeros: bool = False


class Cell(NamedTuple):
    """A cell that holds anything, and where it stands."""

    row: int
    column: int
    element: ET.Element
    is_hidden_row: bool


class Section(NamedTuple):
    """One part of a number format: what it writes around a number, and how it changes that."""

    before: str
    after: str
    digits: int  # least number of digits before the point; -1 where the number is not shown
    percents: int
    thousands: int
    is_date: bool
    condition: tuple[str, float] | None
    is_empty: bool  # it writes nothing at all
    decimals: int  # where it writes a number of optional digits alone; -1 otherwise


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
        formats = _formats(archive)
        scans = {
            one.name: _scan(archive, one.path, formats, limits)
            for one in links
            if not one.is_hidden
        }
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
        return next(_written_cells(file, Scan()), None) is not None


def _scan(archive: zipfile.ZipFile, path: str, formats: list[str], limits: dict[str, int]) -> Scan:
    scan = Scan()
    most = {"max_rows": limits["rows"], "max_columns": limits["columns"]}
    with archive.open(path) as file:
        for cell in _written_cells(file, scan):
            if cell.row >= limits["rows"] or cell.column >= limits["columns"]:
                raise UnreadableError("stray_cell", cell=cell.element.get("r", ""), **most)
            _look_at(cell, scan, formats)
    scan.merged = [
        (top, start, bottom, end)
        for top, start, bottom, end in scan.merged
        if 0 <= top <= bottom < limits["rows"] and start <= end < limits["columns"]
    ]
    return scan


def _merged(reference: str) -> Iterator[tuple[int, int, int, int]]:
    """Yield the cells that are merged into one ("A3:B5")."""
    if corners := _AREA.fullmatch(reference):
        top, start = int(corners[2]) - 1, _column(corners[1] + corners[2], 0)
        bottom, end = int(corners[4]) - 1, _column(corners[3] + corners[4], 0)
        yield top, start, bottom, end


def _look_at(cell: Cell, scan: Scan, formats: list[str]) -> None:
    row, column, element, is_hidden_row = cell
    texts = {_local(part.tag): part.text or "" for part in element}
    kind = element.get("t", "n")
    if kind == "e":
        scan.marks[row, column] = texts.get("v", "#N/A")
    elif "f" in texts and not texts.get("v") and kind != "str":
        scan.marks[row, column] = MARK_NO_VALUE
    elif "f" in texts:
        scan.formulas.setdefault(column, row)
    if kind == "n" and (value := texts.get("v")) and (row, column) not in scan.marks:
        _look_at_format(cell, value, scan, formats)
    if is_hidden_row and (not scan.hidden_rows or scan.hidden_rows[-1] != row):
        scan.hidden_rows.append(row)


def _look_at_format(cell: Cell, text: str, scan: Scan, formats: list[str]) -> None:
    style = cell.element.get("s", "0")
    code = formats[int(style)] if style.isdecimal() and int(style) < len(formats) else ""
    if not (code or scan.hides_zeros) or not _NUMBER.fullmatch(text):
        return
    value = float(text)
    section = _section(code or "General", value)
    if section is None or _is_concealed(section, value) or (scan.hides_zeros and value == 0):
        rows, _ = scan.concealed.setdefault(cell.column, ([], _text(value)))
        rows.append(cell.row)
        scan.marks[cell.row, cell.column] = ""
        return
    shown = None if section.is_date else _shown(section, value)
    if shown is None:
        return
    if section.thousands:
        scan.scaled.setdefault(cell.column, (cell.row, _text(value), shown))
    else:
        scan.marks[cell.row, cell.column] = shown


def _written_cells(file: IO[bytes], scan: Scan) -> Iterator[Cell]:
    """Yield every cell that holds anything; note in `scan` what else the sheet says."""
    row = column = -1
    is_hidden_row = False
    hidden: list[range] = []
    for event, element in ET.iterparse(file, events=("start", "end")):  # noqa: S314 limited
        name = _local(element.tag)
        if name == "row" and event == "start":
            row, column = int(element.get("r", row + 2)) - 1, -1
            is_hidden_row = _is_hidden(element, "ht")
        elif name == "c" and event == "start":
            column = _column(element.get("r"), column + 1)
        elif name == "c" and len(element):
            if any(column in columns for columns in hidden):
                scan.hidden_columns.add(column)
            yield Cell(row, column, element, is_hidden_row)
        elif name == "row":
            element.clear()
        elif name == "col" and event == "start" and _is_hidden(element, "width"):
            first, last = int(element.get("min", "0")), int(element.get("max", "0"))
            hidden.append(range(first - 1, last))
        elif event == "end":
            _look_at_sheet(name, element, scan)


def _look_at_sheet(name: str, element: ET.Element, scan: Scan) -> None:
    """Note what an element beside the cells says of the sheet."""
    if name == "mergeCell" and len(scan.merged) < MOST_MERGED:
        scan.merged.extend(_merged(element.get("ref", "")))
    elif name == "sheetView" and element.get("showZeros", "1") in {"0", "false"}:
        scan.hides_zeros = True
    elif name == "autoFilter":
        scan.is_filtered = True


def _is_hidden(element: ET.Element, size: str) -> bool:
    is_said = element.get("hidden", "0") in {"1", "true"}
    return is_said or element.get(size, "-") in {"0", "0.0"}


def _formats(archive: zipfile.ZipFile) -> list[str]:
    """Return the number format of every style of cell; empty for those that change no number."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    styles = ET.fromstring(archive.read("xl/styles.xml"))  # noqa: S314 limited
    codes = {"9": "0%", "10": "0.00%"}
    formats: list[str] = []
    for part in styles:
        if _local(part.tag) == "numFmts":
            codes |= {one.get("numFmtId", ""): one.get("formatCode", "") for one in part}
        elif _local(part.tag) == "cellXfs":
            formats = [one.get("numFmtId", "") for one in part]
    return [codes.get(number, "") for number in formats]


@cache
def _sections(code: str) -> tuple[Section, ...]:
    parts = [""]
    for piece in _PIECE.findall(code):
        if piece == ";":
            parts.append("")
        else:
            parts[-1] += piece
    return tuple(map(_parsed, parts))


def _parsed(part: str) -> Section:
    before, after, pattern = "", "", ""
    percents = 0
    condition = None
    for piece in _PIECE.findall(_GENERAL.sub("0", part)):
        literal = ""
        if piece[0] in '"\\' or (len(piece) == 1 and not piece.isascii()):
            literal = piece.strip('"') if piece[0] == '"' else piece[-1]
        elif piece[0] == "[":
            literal = piece[2:-1].split("-")[0] if piece.startswith("[$") else ""
            if match := _CONDITION.fullmatch(piece):
                condition = (match[1], float(match[2]))
        elif piece == "%":
            percents, literal = percents + 1, "%"
        elif piece[0] not in "_*":
            pattern += piece
        if _DIGIT.search(pattern):
            after += literal
        else:
            before += literal
    whole, _, rest = pattern.partition(".")
    # A dash in place of zero, as accountants write it, shows that it is zero.
    is_optional = (
        _DIGIT.search(pattern) is not None and "0" not in pattern and "-" not in before + after
    )
    return Section(
        before=before if _SAYS.search(before) else "",
        after=after if _SAYS.search(after) else "",
        digits=whole.count("0") if _DIGIT.search(pattern) else -1,
        percents=percents,
        thousands=sum(map(len, _TRAILING.findall(pattern))),
        is_date=_DATE.search(pattern) is not None,
        condition=condition,
        is_empty=not (pattern.strip(" ,") or (before + after).strip()),
        decimals=len(_DIGIT.findall(rest)) if is_optional else -1,
    )


def _is_concealed(section: Section, value: float) -> bool:
    """Tell whether a section shows nothing of a number: `;;;`, or `#,###` of zero."""
    if section.is_date:
        return False
    number = value * 100.0**section.percents / 1000.0**section.thousands
    rounds_away = section.decimals >= 0 and round(number, section.decimals) == 0
    return section.is_empty or rounds_away


def _section(code: str, value: float) -> Section | None:
    """Return the part of a number format that a value is shown by; None where none fits it."""
    sections = _sections(code)[:3]
    for one in sections:
        if one.condition is not None and _holds(one.condition, value):
            return one
    if any(one.condition is not None for one in sections):
        return next((one for one in sections if one.condition is None), None)
    at = 0 if value > 0 else (1 if value < 0 else 2)
    return sections[at] if at < len(sections) else sections[0]


def _holds(condition: tuple[str, float], value: float) -> bool:
    sign, limit = condition
    alike = {"=": value == limit, "<>": value != limit, "<": value < limit, ">": value > limit}
    return alike[sign] if sign in alike else alike[sign[0]] or value == limit


def _shown(section: Section, value: float) -> str | None:
    """Return what a cell means as it is shown, unrounded; None where it is the number it holds."""
    if section.digits < 0:
        return (section.before + section.after).strip() or None
    number = round(value * 100.0**section.percents / 1000.0**section.thousands, 10)
    text = _text(number)
    if section.digits > 1 and text.isdecimal():
        text = text.zfill(section.digits)
    said = f"{section.before}{text}{section.after}".strip()
    return said if section.thousands or said != _text(value) else None


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
        sheets.append(
            {
                "name": name,
                "rows": rows,
                "formulas": list(scan.formulas.items()),
                "merged": scan.merged,
                "scaled": list(scan.scaled.items()),
                "concealed": list(scan.concealed.items()),
                "hidden_rows": scan.hidden_rows,
                "hidden_columns": sorted(scan.hidden_columns),
                "is_filtered": scan.is_filtered,
            }
        )
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
