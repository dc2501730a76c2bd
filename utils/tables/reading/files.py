"""From the bytes of a file to its contents, by what kind of file it really is."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import Final

from utils.tables.reading import delimited, workbook
from utils.tables.reading.contents import MAX_BYTES, Contents, refused

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0"  # workbooks of before 2007, and those with a password
_TEXT: Final = frozenset({".csv", ".txt", ".tsv"})
_WORKBOOK: Final = frozenset({".xlsx", ".xlsm"})


def open_contents(source: Path | bytes, name: str) -> Contents:
    """Return the sheets of a CSV file or a workbook, or the reason why there are none.

    Parameters
    ----------
    source : Path or bytes
        The file, or its content (an upload).
    name : str
        Its name as the sender knows it; only its last part is shown.
    """
    file = PurePath(name.replace("\\", "/")).name or "?"
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > MAX_BYTES:
        return refused(file, "too_large_file", limit_mb=MAX_BYTES // 1_000_000)
    content = source if isinstance(source, bytes) else source.read_bytes()
    if not content:
        return refused(file, "empty_file")
    return _parse(content, file)


def _parse(content: bytes, file: str) -> Contents:
    ending = PurePath(file).suffix.lower()
    if content.startswith(_OLE):
        return refused(file, "old_workbook")
    if ending not in _TEXT | _WORKBOOK:
        return refused(file, "unsupported_type", ending=ending or "–")
    is_workbook = content.startswith(_ZIP)
    if is_workbook != (ending in _WORKBOOK):
        names = {"found_th": "แฟ้ม Excel", "found_en": "a workbook"}
        if not is_workbook:
            names = {"found_th": "แฟ้มข้อความ", "found_en": "not a workbook"}
        return refused(file, "wrong_extension", ending=ending, **names)
    return workbook.parse(content, file) if is_workbook else delimited.parse(content, file)
