"""Native tables of a deck: their words can be edited in the office suite."""

from __future__ import annotations

from pptx.enum.text import MSO_ANCHOR
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Inches, Pt

from utils.exports.pack.deck_text import SMALLEST, Box, Look, colour, text_box, write
from utils.figures import theme
from utils.figures.slides.slide import Slide

_SHARES = (0.09, 0.61, 0.3)  # of the width: number, resolution, owner
_LARGE = 20  # points, where there are few


def resolutions(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add the resolutions of a slide as a table: number, resolution, owner with the day it is due.

    Where there is none, the slide says so.
    """
    figure = slide.figure
    size = _LARGE if figure["few"] else SMALLEST
    if not figure["rows"]:
        text_box(shapes, box, [figure["none"]], Look(size=size), "none")
        return
    lines = [[[heading] for heading in figure["headings"]]]
    lines += [[[row["number"]], [row["text"]], row["responsible"]] for row in figure["rows"]]
    place = (box.left, box.top, box.width, Inches(0.3))
    frame = shapes.add_table(len(lines), len(_SHARES), *place)
    frame.name = slide.title
    table = frame.table
    for at, share in enumerate(_SHARES):
        table.columns[at].width = Emu(round(box.width * share))
    for at, row in enumerate(lines):
        table.rows[at].height = Pt(size * 1.5)  # grows with what it holds
        for cell, texts in zip(table.rows[at].cells, row, strict=True):
            cell.fill.solid()
            cell.fill.fore_color.rgb = colour(theme.PAPER if at else theme.WASH)
            write(cell.text_frame, texts, Look(size=size, bold=not at, anchor=MSO_ANCHOR.TOP))
            cell.margin_top = cell.margin_bottom = Pt(2)
