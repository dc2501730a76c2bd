"""Text of a deck, in a face that every office suite has, for Thai as for Latin letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes
from pptx.text.text import TextFrame, _Run
from pptx.util import Emu, Length, Pt

from utils.figures import theme

FONT = "Tahoma"
SMALLEST = 14  # points of a slide of 540: 1/39 of its height


@dataclass(frozen=True, kw_only=True)
class Box:
    """Where something stands on a slide."""

    left: Length
    top: Length
    width: Length
    height: Length

    def at(self, x: float, y: float) -> tuple[Length, Length]:
        """Return a place in per cent of the box as one on the slide."""
        across, down = self.left + self.width * x / 100, self.top + self.height * y / 100
        return Emu(round(across)), Emu(round(down))


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a text looks: size in points, weight, colour, and where in its box it stands."""

    size: float = SMALLEST
    bold: bool = False
    colour: str = theme.INK
    align: PP_ALIGN = PP_ALIGN.LEFT
    anchor: MSO_ANCHOR = MSO_ANCHOR.TOP


def colour(code: str) -> RGBColor:
    """Return a colour of the theme as a deck has it."""
    return RGBColor.from_string(code.removeprefix("#"))


def text_box(shapes: SlideShapes, box: Box, lines: list[str], look: Look, name: str) -> None:
    """Add a named box of text, one paragraph a line."""
    shape = shapes.add_textbox(box.left, box.top, box.width, box.height)
    shape.name = name
    write(shape.text_frame, lines, look)


def mark(shapes: SlideShapes, box: Box, text: str) -> None:
    """Add words that stand over a picture and stay legible whatever lies below them."""
    shape = shapes.add_textbox(box.left, box.top, box.width, box.height)
    shape.name = "mark"
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(theme.PAPER)
    shape.line.color.rgb = colour(theme.INK)
    shape.line.width = Pt(1.5)
    shape.line.dash_style = MSO_LINE.DASH
    look = Look(size=22, bold=True, align=PP_ALIGN.CENTER, anchor=MSO_ANCHOR.MIDDLE)
    write(shape.text_frame, [text], look)


def write(frame: TextFrame, lines: list[str], look: Look) -> None:
    """Write lines into a frame: words are broken inside it, and it keeps its size."""
    frame.word_wrap = True
    frame.vertical_anchor = look.anchor
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment = look.align
        run = paragraph.add_run()
        run.text = line
        dress(run, look)


def dress(run: _Run, look: Look) -> None:
    """Set a run's size, weight, colour and face: the complex script's face too, or Thai falls back.

    Office reads the face of Thai letters from `a:cs`, and python-pptx sets `a:latin` only.
    """
    font = run.font
    font.size, font.bold, font.name = Pt(look.size), look.bold, FONT
    font.color.rgb = colour(look.colour)
    set_faces(run._r.get_or_add_rPr())  # noqa: SLF001 the library has no other way in


def set_faces(properties: Any) -> None:  # noqa: ANN401 an element of the library
    """Set the faces of East Asian and complex scripts in an element of run properties."""
    for tag in ("a:ea", "a:cs"):
        face = properties.find(qn(tag))
        if face is None:
            face = properties.makeelement(qn(tag), {})
            properties.append(face)
        face.set("typeface", FONT)
