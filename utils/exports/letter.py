"""Documents in the form of official Thai letters: TH Sarabun New of 16 points on A4."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from utils.exports.office_zip import frozen
from utils.words import Words

FONT = "TH Sarabun New"
SIZE, SMALL, LARGE, LINK = 16, 14, 20, 10  # points; a link is for a machine to read
_LEADING = 1.25  # a line's height in sizes: the face is small, and its marks find room
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9]+")  # LA21 is a name


@dataclass(frozen=True, kw_only=True)
class LetterForm:
    """What the secretary adds: the meeting, the item of its agenda, and the digits."""

    meeting: str = ""
    agenda: str = ""
    thai_digits: bool = False

    def digits(self, text: str) -> str:
        """Return a text with its numbers in the digits that were asked for, names as they are."""
        if not self.thai_digits:
            return text
        return _NUMBER.sub(lambda number: number[0].translate(_THAI), text)

    def items(self, words: Words) -> str:
        """Return the meeting and the item of its agenda, empty where neither is given."""
        parts = [
            f"{words(f'pack.{name}')} {text}"
            for name, text in (("meeting", self.meeting), ("agenda", self.agenda))
            if text
        ]
        return " · ".join(parts)


class Letter:
    """One document as it is written, top to bottom; its numbers in the digits of its form."""

    def __init__(self, title: str, form: LetterForm) -> None:
        self._form = form
        self._made: Any = Document()
        _drop_effects(self._made)
        self._made.core_properties.title = title
        self._made.core_properties.author = ""
        section = self._made.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin, section.right_margin = Cm(3), Cm(2)
        section.top_margin, section.bottom_margin = Cm(2), Cm(1.5)
        style = self._made.styles["Normal"]
        style.paragraph_format.space_after = Pt(0)
        _dress(style.element.get_or_add_rPr(), SIZE, bold=False)
        self.line(title, size=LARGE, bold=True, centred=True)

    def head(self, text: str, *, bold: bool) -> None:
        """Write what every page says in its margin."""
        paragraph = self._made.sections[0].header.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _run(paragraph, self._form.digits(text), SMALL, bold=bold)

    def line(
        self,
        text: str,
        *,
        size: int = SIZE,
        bold: bool = False,
        centred: bool = False,
        indented: bool = False,
    ) -> None:
        """Write a paragraph."""
        paragraph = self._made.add_paragraph()
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if indented:
            paragraph.paragraph_format.left_indent = Cm(1)
        _run(paragraph, self._form.digits(text), size, bold=bold)

    def link(self, name: str, address: str) -> None:
        """Write an address, whose digits stay as they are."""
        _run(self._made.add_paragraph(), f"{name}: {address}", LINK, bold=False)

    def table(self, table: pd.DataFrame, widths: Sequence[Length] = ()) -> None:
        """Write a table with its headings; `widths`: of its columns, equal where not given."""
        grid = self._made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        for cell, heading in zip(grid.rows[0].cells, table.columns, strict=True):
            self._cell(cell, str(heading), bold=True)
        for row in table.astype(object).to_numpy():
            for cell, value in zip(grid.add_row().cells, row, strict=True):
                self._cell(cell, "–" if pd.isna(value) else str(value), bold=False)
        grid.autofit = not widths
        for column, width in zip(grid.columns, widths, strict=False):
            column.width = width  # LibreOffice reads this one, Word the cells' own
            for cell in column.cells:
                cell.width = width

    def _cell(self, cell: Any, text: str, *, bold: bool) -> None:  # noqa: ANN401 as below
        [paragraph] = cell.paragraphs
        paragraph.paragraph_format.space_after = Pt(0)
        _run(paragraph, self._form.digits(text), SMALL, bold=bold)

    def written(self, day: str) -> bytes:
        """Return the DOCX file; `day`: of its release, as in "2026-11-24"."""
        written = io.BytesIO()
        self._made.save(written)
        return frozen(written.getvalue(), day)


def _drop_effects(made: Any) -> None:  # noqa: ANN401 the library's are made by functions
    """Leave out the template's second set of styles, which its first has outgrown."""
    for name, relation in list(made.part.rels.items()):
        if relation.reltype.endswith("/stylesWithEffects"):
            del made.part.rels[name]


def _run(paragraph: Any, text: str, size: int, *, bold: bool) -> None:  # noqa: ANN401 the library's are made by functions
    # Said in points: a machine without the face would set the lines apart by its own.
    paragraph.paragraph_format.line_spacing = Pt(size * _LEADING)
    run = paragraph.add_run(text)
    _dress(run._r.get_or_add_rPr(), size, bold=bold)  # noqa: SLF001 the library has no other way in


def _dress(properties: Any, size: int, *, bold: bool) -> None:  # noqa: ANN401 as above
    """Set face, weight and size, for Thai letters too: Word has a second set of them."""
    faces = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), FONT)
    halves = str(size * 2)
    tags = [("w:b", None), ("w:bCs", None)] if bold else []
    for tag, value in [*tags, ("w:sz", halves), ("w:szCs", halves)]:
        element = properties.find(qn(tag))
        if element is None:
            element = properties.makeelement(qn(tag), {})
            properties.append(element)
        if value is not None:
            element.set(qn("w:val"), value)
