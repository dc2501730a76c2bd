"""The brief of a meeting as an editable document, in the form of official Thai letters."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from utils.exports import pack_about
from utils.exports.office_zip import frozen
from utils.figures import slide_minutes
from utils.figures.slide import Selection, Slide

FONT = "TH Sarabun New"
SIZE, SMALL, LARGE = 16, 14, 20  # points
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TABLED = 4  # columns of the table of rules that find room


@dataclass(frozen=True, kw_only=True)
class Form:
    """What the secretary adds: the meeting, the item of its agenda, and the digits."""

    meeting: str = ""
    agenda: str = ""
    thai_digits: bool = False

    def digits(self, text: str) -> str:
        """Return a text with its numbers in the digits that were asked for."""
        return text.translate(_THAI) if self.thai_digits else text


def brief(
    chosen: Selection, slides: Sequence[Slide], first_year_be: int, form: Form | None = None
) -> bytes:
    """Return a DOCX file: every message of the slides, the rules, and who remains.

    `first_year_be`: the first fiscal year of the record. The link keeps its digits.
    """
    form, say = form or Form(), chosen.words
    made = Document()
    _page(made)
    made.core_properties.title = say("pack.brief")
    made.core_properties.author = ""
    _margins(made, chosen, slides, form)
    _line(made, form.digits(say("pack.brief")), size=LARGE, bold=True, centred=True)
    _meeting(made, chosen, form)
    for at, slide in enumerate(slides, start=1):
        _line(made, form.digits(f"{at}. {slide.title}: {slide.sentence}"))
        if slide.name == "stand":
            _table(made, slide.table.iloc[:, :_TABLED], form)
        elif slide.name == "remaining":
            for group in slide.figure["groups"]:
                names = f"{group['label']}: {', '.join(group['names'])}"
                _line(made, form.digits(names), indented=True)
        elif slide.kind == "resolutions":
            for line in pack_about.resolutions(slide):
                _line(made, form.digits(line), indented=True)
    _line(made, form.digits(say("pack.definitions")), bold=True)
    for basis in dict.fromkeys(slide.basis for slide in slides):
        _line(made, form.digits(basis), size=SMALL)
    *about, (name, link) = pack_about.head(chosen, first_year_be)
    _line(made, form.digits(" · ".join(f"{key}: {text}" for key, text in about)), size=SMALL)
    _line(made, f"{name}: {link}", size=SMALL)
    written = io.BytesIO()
    made.save(written)
    return frozen(written.getvalue(), chosen.released)


def _page(made: Any) -> None:  # noqa: ANN401 the library's documents are made by a function
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    style = made.styles["Normal"]
    style.paragraph_format.space_after = Pt(2)
    style.paragraph_format.line_spacing = 1
    _dress(style.element.get_or_add_rPr(), SIZE, bold=False)


def _margins(
    made: Any,  # noqa: ANN401 as above
    chosen: Selection,
    slides: Sequence[Slide],
    form: Form,
) -> None:
    """Say on every page which release it is, and whether any number is invented."""
    warning = pack_about.warning(slides, chosen.words)
    said = " · ".join(part for part in (warning, pack_about.release(chosen)) if part)
    paragraph = made.sections[0].header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _run(paragraph, form.digits(said), SMALL, bold=bool(warning))


def _meeting(made: Any, chosen: Selection, form: Form) -> None:  # noqa: ANN401 as above
    said = [
        f"{chosen.words(f'pack.{name}')} {text}"
        for name, text in (("meeting", form.meeting), ("agenda", form.agenda))
        if text
    ]
    if chosen.meeting is not None and not form.meeting:
        said.insert(0, slide_minutes.title(chosen.meeting, chosen.words))
    if said:
        _line(made, form.digits(" · ".join(said)), centred=True)


def _line(  # noqa: PLR0913 all but two have names
    made: Any,  # noqa: ANN401 as above
    text: str,
    *,
    size: int = SIZE,
    bold: bool = False,
    centred: bool = False,
    indented: bool = False,
) -> None:
    paragraph = made.add_paragraph()
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indented:
        paragraph.paragraph_format.left_indent = Cm(1)
    _run(paragraph, text, size, bold=bold)


def _table(made: Any, table: pd.DataFrame, form: Form) -> None:  # noqa: ANN401 as above
    grid = made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    for cell, heading in zip(grid.rows[0].cells, table.columns, strict=True):
        _run(cell.paragraphs[0], str(heading), SMALL, bold=True)
    for row in table.astype(object).to_numpy():
        for cell, value in zip(grid.add_row().cells, row, strict=True):
            text = "–" if pd.isna(value) else str(value)
            _run(cell.paragraphs[0], form.digits(text), SMALL, bold=False)


def _run(paragraph: Any, text: str, size: int, *, bold: bool) -> None:  # noqa: ANN401 as above
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
        found = properties.find(qn(tag))
        if found is None:
            found = properties.makeelement(qn(tag), {})
            properties.append(found)
        if value is not None:
            found.set(qn("w:val"), value)
