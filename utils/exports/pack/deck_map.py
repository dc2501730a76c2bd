"""The map of a deck: one named shape a province, with a legend, all of them native."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Inches, Pt

from utils.exports.pack.deck_text import Box, Look, colour, text_box
from utils.figures import theme
from utils.figures.outlines import Outline
from utils.figures.slides import country_map
from utils.figures.slides.slide import Slide

_PATTERNS = {"hatch": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "dots": MSO_PATTERN.PERCENT_20}
_LAND = 0.62  # of the width: the middle of the outlines is the middle of it
_OVER = Inches(0.05)  # by so much the picture is higher than its box, above and below
_NAME = Inches(1.9)
_HIGH = Inches(0.4)  # of a name


def country(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add the provinces, the names of those that are named, and the legend at the right."""
    figure = slide.figure
    wide, high = figure["size"]
    height = Emu(box.height + 2 * _OVER)
    width = Emu(round(height * wide / high))
    left = Emu(round(box.left + (box.width * _LAND - width) / 2))
    sheet = Box(left=left, top=Emu(box.top - _OVER), width=width, height=height)
    together = shapes.add_group_shape()
    together.name = slide.title
    together._element.nvGrpSpPr.cNvPr.set("descr", figure["alternative"])  # noqa: SLF001
    for province in country_map.provinces(figure):
        shape = _province(together.shapes, province.outline, sheet, figure)
        shape.name = f"{province.name} ({province.outline.code})"
        _paint(shape, province.swatch, province.opacity)
    together._element.recalculate_extents()  # noqa: SLF001 freeforms do not ask for it
    for label in figure["labels"]:
        _name(shapes, label, sheet)
    _legend(shapes, box, figure["classes"])


def _paint(shape: Shape, swatch: Mapping[str, Any], opacity: float = 1) -> None:
    """Fill a shape as its class is painted on the screen: solid, hatched or dotted."""
    fill, solid = shape.fill, swatch["pattern"] == "solid"
    if solid:
        fill.solid()
        fill.fore_color.rgb = colour(theme.on_paper(swatch["fill"], opacity))
    else:
        fill.patterned()
        fill.pattern = _PATTERNS[swatch["pattern"]]
        fill.fore_color.rgb = colour(theme.on_paper(theme.EDGE, opacity))
        fill.back_color.rgb = colour(theme.PAPER)
    shape.line.color.rgb = colour(theme.PAPER if solid else theme.EDGE)
    shape.line.width = Pt(0.5)
    shape.shadow.inherit = False


def _province(
    shapes: Any,  # noqa: ANN401 of a group: the library's own, without a name
    outline: Outline,
    sheet: Box,
    figure: Mapping[str, Any],
) -> Shape:
    unit = sheet.width / figure["size"][0]
    first, *others = outline.rings
    builder = shapes.build_freeform(*first[0], scale=unit)
    builder.add_line_segments(first[1:], close=True)
    for ring in others:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    across, down = (distance * unit for distance in figure["origin"])
    shape: Shape = builder.convert_to_shape(
        Emu(round(sheet.left + across)), Emu(round(sheet.top + down))
    )
    return shape


def _name(shapes: SlideShapes, label: Mapping[str, Any], sheet: Box) -> None:
    """Write a name, with a leader that begins with a dot in the province."""
    x, y, to_x, to_y = label["leader"]
    ends = (*sheet.at(x, y), *sheet.at(to_x, to_y))
    leader = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
    leader.line.color.rgb = colour(theme.INK)
    leader.line.width = Pt(0.75)
    drawn = leader.line._get_or_add_ln()  # noqa: SLF001 the library has no other way in
    drawn.append(drawn.makeelement(qn("a:headEnd"), {"type": "oval", "w": "sm", "len": "sm"}))
    at, middle = sheet.at(label["x"], label["y"])
    begins = label["anchor"] == "start"
    place = Box(
        left=at if begins else Emu(at - _NAME),
        top=Emu(middle - _HIGH // 2),
        width=_NAME,
        height=_HIGH,
    )
    align = PP_ALIGN.LEFT if begins else PP_ALIGN.RIGHT
    text_box(
        shapes, place, [label["text"]], Look(align=align, anchor=MSO_ANCHOR.MIDDLE), label["text"]
    )


def _legend(shapes: SlideShapes, box: Box, classes: list[dict[str, Any]]) -> None:
    step = Inches(0.62)
    left = box.left + round(box.width * 0.72)
    top = box.top + (box.height - step * len(classes)) // 2
    for at, swatch in enumerate(classes):
        y = Emu(top + step * at)
        key = shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), y, Inches(0.4), Inches(0.27))
        key.name = swatch["label"]
        _paint(key, swatch)
        key.line.color.rgb = colour(theme.EDGE)
        place = Box(
            left=Emu(left + Inches(0.5)),
            top=Emu(y - Inches(0.06)),
            width=Emu(box.left + box.width - left - Inches(0.5)),
            height=step,
        )
        text_box(shapes, place, [f"{swatch['label']}: {swatch['count']}"], Look(), swatch["label"])
