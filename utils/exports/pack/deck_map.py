"""The map of a deck: one named shape a province, with a legend, all of them native."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Emu, Inches, Pt

from utils.exports.pack.deck_text import Box, Look, colour, text_box
from utils.figures import map_data, outlines, theme
from utils.figures.slides.slide import Slide

_RING = re.compile(r"M(-?\d+) (-?\d+)l([^z]*)z")
_PATTERNS = {"hatch": MSO_PATTERN.WIDE_UPWARD_DIAGONAL, "dots": MSO_PATTERN.PERCENT_20}
_LINE = 0.27  # inches from one name to the next
Ring = list[tuple[int, int]]


def country(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add the provinces, the names of those that are named, and the legend at the right."""
    figure, provinces = slide.figure, map_data.provinces(slide.figure)
    each = box.height / outlines.height()
    left = box.left + (box.width * 0.62 - outlines.WIDTH * each) / 2
    together = shapes.add_group_shape()
    together.name = slide.title
    together._element.nvGrpSpPr.cNvPr.set("descr", slide.sentence)  # noqa: SLF001
    name = f"name_{figure['lang']}"
    for code, province in provinces.to_dict("index").items():
        shape = _province(together.shapes, province["path"], (left, box.top, each))
        shape.name = f"{province[name]} ({code})"
        paint(shape, figure["classes"][province["class"]])
    together._element.recalculate_extents()  # noqa: SLF001 freeforms do not ask for it
    _names(
        shapes,
        provinces.loc[figure["named"]].reset_index().to_dict("records"),
        slide,
        (left, box.top, each, outlines.WIDTH, outlines.height()),
    )
    _legend(shapes, box, figure["classes"])


def paint(shape: Shape, swatch: dict[str, Any]) -> None:
    """Fill a shape as its class is painted on the screen: solid, hatched or dotted."""
    fill = shape.fill
    if swatch["pattern"] == "solid":
        fill.solid()
        fill.fore_color.rgb = colour(swatch["fill"])
    else:
        fill.patterned()
        fill.pattern = _PATTERNS[swatch["pattern"]]
        fill.fore_color.rgb = colour(theme.EDGE)
        fill.back_color.rgb = colour(theme.PAPER)
    shape.line.color.rgb = colour(theme.EDGE if swatch["pattern"] != "solid" else theme.PAPER)
    shape.line.width = Pt(0.5)
    shape.shadow.inherit = False


def _province(shapes: Any, path: str, place: tuple[float, int, float]) -> Shape:  # noqa: ANN401
    """Add a province; `place`: where the picture begins, and the EMU of one of its units."""
    left, top, each = place
    first, *others = _rings(path)
    builder = shapes.build_freeform(*first[0], scale=each)
    builder.add_line_segments(first[1:], close=True)
    for ring in others:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    shape: Shape = builder.convert_to_shape(Emu(round(left)), Emu(top))
    return shape


def _rings(path: str) -> Iterator[Ring]:
    """Yield the corners of every ring of an SVG path of `utils.figures.outlines`."""
    for x, y, steps in _RING.findall(path):
        corners = [(int(x), int(y))]
        numbers = [int(n) for n in steps.split()]
        for right, down in zip(numbers[::2], numbers[1::2], strict=True):
            corners.append((corners[-1][0] + right, corners[-1][1] + down))
        yield corners


def _names(
    shapes: SlideShapes,
    named: list[dict[Hashable, Any]],
    slide: Slide,
    place: tuple[float, int, float, int, int],
) -> None:
    """Write names in the margins, each tied to its province, from north to south."""
    left, top, each, width, height = place
    line = Inches(_LINE)
    for east in (False, True):
        some = sorted((p for p in named if (p["x"] > width / 2) == east), key=lambda p: p["y"])
        lowest = top + height * each
        next_at = float(top)
        for at, province in enumerate(some):
            last = lowest - (len(some) - at) * line
            y = min(max(top + province["y"] * each, next_at), last)
            next_at = y + line
            edge = left + (width * each + Inches(0.1) if east else -Inches(0.1))
            tie = shapes.add_connector(
                MSO_CONNECTOR.STRAIGHT,
                Emu(round(left + province["x"] * each)),
                Emu(round(top + province["y"] * each)),
                Emu(round(edge)),
                Emu(round(y)),
            )
            tie.line.color.rgb = colour(theme.INK)
            tie.line.width = Pt(0.75)
            wide = Inches(1.9)
            text_box(
                shapes,
                Box(
                    left=Emu(round(edge if east else edge - wide)),
                    top=Emu(round(y - line * 0.75)),
                    width=wide,
                    height=Emu(round(line * 1.5)),
                ),
                [province[f"name_{slide.figure['lang']}"]],
                Look(align=PP_ALIGN.LEFT if east else PP_ALIGN.RIGHT, anchor=MSO_ANCHOR.MIDDLE),
                province["province_code"],
            )


def _legend(shapes: SlideShapes, box: Box, classes: list[dict[str, Any]]) -> None:
    step = Inches(0.62)
    left = box.left + round(box.width * 0.72)
    top = box.top + (box.height - step * len(classes)) // 2
    for at, swatch in enumerate(classes):
        y = Emu(top + step * at)
        key = shapes.add_shape(MSO_SHAPE.RECTANGLE, Emu(left), y, Inches(0.4), Inches(0.27))
        key.name = swatch["label"]
        paint(key, swatch)
        key.line.color.rgb = colour(theme.EDGE)
        text_box(
            shapes,
            Box(
                left=Emu(left + Inches(0.5)),
                top=Emu(y - Inches(0.06)),
                width=Emu(box.left + box.width - left - Inches(0.5)),
                height=step,
            ),
            [f"{swatch['label']}: {swatch['count']}"],
            Look(),
            swatch["label"],
        )
