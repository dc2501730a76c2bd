"""The slides of a meeting as a deck: native charts, native shapes, notes with definitions."""

from __future__ import annotations

import io
from collections.abc import Sequence

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.shapes.shapetree import SlideShapes
from pptx.slide import Slide as DeckSlide
from pptx.util import Emu, Inches

from utils.exports.office_zip import frozen
from utils.exports.pack import about as pack_about
from utils.exports.pack import deck_charts, deck_map, deck_table
from utils.exports.pack.deck_text import Box, Look, dress, mark, text_box, write
from utils.figures import theme
from utils.figures.slides.slide import Selection, Slide

_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_TITLE_ONLY = 5  # of the library's own template
_FIGURE = Box(left=Inches(0.5), top=Inches(1.75), width=Inches(12.33), height=Inches(4.75))
_MARK, _MARK_HEIGHT = Inches(2.6), Inches(0.55)
_NAMES = {"many": 14, "some": 18, "few": 24}  # points of names


def deck(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return a PPTX file, one slide for each.

    `first_year_be`: the first fiscal year of the record.
    """
    presentation: Deck = Presentation()
    presentation.slide_width, presentation.slide_height = _WIDTH, _HEIGHT
    presentation.core_properties.title = chosen.words("pack.title")
    presentation.core_properties.author = ""
    presentation.core_properties.last_modified_by = ""
    for at, slide in enumerate(slides, start=1):
        page = presentation.slides.add_slide(presentation.slide_layouts[_TITLE_ONLY])
        _title(page, slide)
        _figure(page.shapes, slide)
        _footer(page.shapes, slide, chosen, chosen.words("present.at", n=at, total=len(slides)))
        _notes(page, slide, chosen, first_year_be)
    written = io.BytesIO()
    presentation.save(written)
    return frozen(written.getvalue(), chosen.released)


def _title(page: DeckSlide, slide: Slide) -> None:
    shapes = page.shapes
    text_box(
        shapes,
        Box(left=Inches(0.5), top=Inches(0.2), width=Inches(12.33), height=Inches(0.4)),
        [slide.title],
        Look(size=16),
        "topic",
    )
    title = shapes.title
    title.left, title.top = Inches(0.5), Inches(0.6)
    title.width, title.height = Inches(12.33), Inches(1.1)
    size = 20 if slide.is_long else 26
    write(title.text_frame, [slide.sentence], Look(size=size, bold=True, anchor=MSO_ANCHOR.TOP))


def _figure(shapes: SlideShapes, slide: Slide) -> None:
    drawn = {
        "number": _number,
        "map": deck_map.country,
        "bars": deck_charts.bars,
        "resolutions": deck_table.resolutions,
        "line": deck_charts.line,
        "names": _names,
    }
    drawn[slide.kind](shapes, _FIGURE, slide)
    for one in slide.figure["marks"]:
        left, middle = _FIGURE.at(one["x"], one["y"])
        top = Emu(middle - _MARK_HEIGHT // 2)
        mark(shapes, Box(left=left, top=top, width=_MARK, height=_MARK_HEIGHT), one["text"])


def _number(shapes: SlideShapes, figure: Box, slide: Slide) -> None:
    main = slide.figure["main"]
    large = Look(size=115 if main["known"] else 40, bold=True, colour=theme.ACCENT)
    box = Box(left=Inches(0.5), top=Inches(2.2), width=Inches(4), height=Inches(2.2))
    text_box(shapes, box, [main["number"]], large, "number")
    above = Box(left=Inches(0.5), top=Inches(1.85), width=Inches(4), height=Inches(0.6))
    text_box(shapes, above, [main["before"]], Look(size=24), "before")
    below = Box(left=Inches(0.5), top=Inches(4.4), width=Inches(4), height=Inches(0.6))
    text_box(shapes, below, [main["of"]], Look(size=24), "of")
    right = Box(left=Inches(4.7), top=figure.top, width=Inches(8.1), height=figure.height)
    deck_charts.rules(shapes, right, slide)


def _names(shapes: SlideShapes, figure: Box, slide: Slide) -> None:
    groups, size = slide.figure["groups"], _NAMES[slide.figure["size"]]
    if not groups:
        return
    shape = shapes.add_textbox(figure.left, figure.top, figure.width, figure.height)
    shape.name = slide.title
    frame = shape.text_frame
    lines = [line for group in groups for line in (group["label"], group["line"])]
    write(frame, lines, Look(size=size, anchor=MSO_ANCHOR.MIDDLE))
    for paragraph in frame.paragraphs[::2]:
        dress(paragraph.runs[0], Look(size=size, bold=True))


def _footer(shapes: SlideShapes, slide: Slide, chosen: Selection, place: str) -> None:
    top, height = Inches(6.65), Inches(0.75)
    left = Box(left=Inches(0.5), top=top, width=Inches(8.1), height=height)
    text_box(shapes, left, [slide.basis], Look(), "basis")
    right = Box(left=Inches(8.7), top=top, width=Inches(4.13), height=height)
    lines = [pack_about.release(chosen), place]
    text_box(shapes, right, lines, Look(align=PP_ALIGN.RIGHT), "release")


def _notes(page: DeckSlide, slide: Slide, chosen: Selection, first_year_be: int) -> None:
    """Write definitions and sources, and the way back to the screen, for the speaker."""
    warning = pack_about.warning([slide], chosen.words)
    about = [f"{name}: {text}" for name, text in pack_about.head(chosen, first_year_be)]
    lines = [line for line in (warning, slide.basis, *slide.notes, *about) if line]
    write(page.notes_slide.notes_text_frame, lines, Look(size=12))
