"""The meeting pack: one selection of one release, as files to take home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from utils.exports.letter import LetterForm
from utils.exports.pack.brief import brief
from utils.exports.pack.deck import deck
from utils.exports.pack.offline_page import page
from utils.exports.pack.workbook import workbook
from utils.figures.slides.slide import Selection, Slide

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES: Mapping[str, str] = {
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "png": "image/png",
    "html": "text/html",
}
"""Every kind of file of a pack, with the name that browsers know it by."""


def write(
    kind: str,
    chosen: Selection,
    slides: Sequence[Slide],
    first_year_be: int,
    form: LetterForm | None = None,
) -> bytes:
    """Return one file of a pack.

    Parameters
    ----------
    kind : str
        One of `TYPES`; raises KeyError for any other.
    chosen : Selection
    slides : sequence of Slide
        From `utils.figures.slides.build.build` of this selection.
    first_year_be : int
        The first fiscal year of the record.
    form : LetterForm, optional
        What the secretary adds to the brief.
    """
    if kind == "docx":
        return brief(chosen, slides, first_year_be, form)
    if kind in {"pdf", "png"}:
        # Loaded when they are asked for: they need Pango, and all else must do without.
        from utils.exports.pack import card, pdf  # noqa: PLC0415

        if kind == "png":
            return card.card(chosen, slides)
        return pdf.printed(chosen, slides, first_year_be)
    return {"xlsx": workbook, "pptx": deck, "html": page}[kind](chosen, slides, first_year_be)
