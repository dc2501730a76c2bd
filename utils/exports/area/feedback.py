"""The feedback sheet of one LAO as a file, and those of many in one: DOCX to edit, PDF to print."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from docx.shared import Cm

from utils import paths
from utils.exports.letter import SMALL, Letter, LetterForm
from utils.exports.pack import files as pack_files
from utils.exports.pack import offline_page
from utils.figures.cities.feedback import FeedbackSheet, Part
from utils.words import Words

TYPES: Mapping[str, str] = {kind: pack_files.TYPES[kind] for kind in ("docx", "pdf")}
"""Every kind of file, with the name that browsers know it by."""
ZIP = "application/zip"
_WIDTHS: Final = (Cm(6), Cm(3), Cm(7))


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What every file says of itself. `release`: as it is called; `released`: 2026-11-24."""

    release: str
    number: int
    released: str
    words: Words


def write(kind: str, sheet: FeedbackSheet, link: str, stamp: Stamp) -> bytes:
    """Return one sheet; `kind`: one of `TYPES`, KeyError for any other; `link`: the city's page."""
    return {"docx": _letter, "pdf": _printed}[kind](sheet, link, stamp)


def file_name(lao_id: str, stamp: Stamp, kind: str) -> str:
    """Return the name of a file; `kind`: its ending."""
    return f"feedback_{lao_id}_r{stamp.number}_{stamp.words.lang}.{kind}"


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files in one ZIP file, by name: the same files give the same bytes."""
    target = io.BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as written:
        for name, data in files:
            info = ZipInfo(name)  # 1980-01-01, the first day that the format knows
            info.compress_type = ZIP_DEFLATED
            written.writestr(info, data)
    return target.getvalue()


def _letter(sheet: FeedbackSheet, link: str, stamp: Stamp) -> bytes:
    letter = Letter(sheet.title, LetterForm())
    letter.head(stamp.release, bold=False)
    for part in sheet.parts:
        letter.line(part.heading, bold=True, size=SMALL)
        if part.lines:
            letter.line("; ".join(part.lines), size=SMALL)
        if part.table is not None:
            letter.table(part.table, _WIDTHS)
    letter.line(sheet.source, size=SMALL)
    letter.link(stamp.words("pack.link"), link)
    return letter.written(stamp.released)


def _printed(sheet: FeedbackSheet, link: str, stamp: Stamp) -> bytes:
    """Return the PDF file: one page of A4."""
    # Loaded when it is asked for: it needs Pango, and the other file must do without.
    from utils.exports.pack import pdf  # noqa: PLC0415

    body = (
        f'<article class="sheet compact"><p class="release">{escape(stamp.release)}</p>'
        f"<h1>{escape(sheet.title)}</h1>{''.join(map(_part, sheet.parts))}"
        f"<footer><p>{escape(sheet.source)}</p>"
        f"<p>{escape(stamp.words('pack.link'))}: {escape(link)}</p></footer></article>"
    )
    own = (paths.STATIC / "pack" / "sheet.css").read_text("utf-8")
    return pdf.to_pdf(body, offline_page.style() + own, title=sheet.title, lang=stamp.words.lang)


def _part(part: Part) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in part.lines)
    table = "" if part.table is None else _rows(part.table)
    return f"<h2>{escape(part.heading)}</h2>{lines}{table}"


def _rows(table: pd.DataFrame) -> str:
    head = "".join(f"<th>{escape(str(name))}</th>" for name in table.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>"
        for row in table.itertuples(index=False, name=None)
    )
    return f'<table class="rows"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
