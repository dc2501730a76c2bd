"""Native charts of a deck: their numbers can be edited in the office suite."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.shapes.shapetree import SlideShapes
from pptx.util import Pt

from utils.exports.pack.deck_text import FONT, SMALLEST, Box, colour, set_faces
from utils.figures import theme
from utils.figures.slides.slide import Slide

_GAP = 60  # per cent of a bar
# Colour, points and dash of a line: what was counted, the reference, the target, and the most that
# may have been counted where some provinces are not known.
_LINES = (
    (theme.ACCENT, 3.5, None),
    (theme.INK, 2, MSO_LINE.DASH),
    (theme.INK, 1.5, None),
    (theme.EDGE, 2, MSO_LINE.ROUND_DOT),
)
# Right of a line's end; above a line that goes across.
_BESIDE = (XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.ABOVE)


def bars(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add bars, one a row; of n in N where the rows are nested."""
    chart = _bar_chart(shapes, box, slide, XL_CHART_TYPE.BAR_STACKED)
    chart.plots[0].overlap = 100
    if slide.figure["nested"]:
        rest = chart.plots[0].series[1]
        _fill(rest, theme.PAPER)
        rest.format.line.color.rgb = colour(theme.INK)
        _legend(chart)


def rules(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add the provinces counted by each rule, as bars with their numbers."""
    plot = _bar_chart(shapes, box, slide, XL_CHART_TYPE.BAR_CLUSTERED).plots[0]
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _font(plot.data_labels.font, bold=True)


def line(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add what was counted by year, the straight reference and the target."""
    chart = _added(shapes, box, slide, XL_CHART_TYPE.LINE)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(theme.GRID)
    for series, (code, width, dash) in zip(chart.plots[0].series, _LINES, strict=False):
        series.smooth = False
        series.format.line.color.rgb = colour(code)
        series.format.line.width = Pt(width)
        if dash is not None:
            series.format.line.dash_style = dash
    _legend(chart)
    for label in slide.figure["labels"]:
        if label["point"] is not None:
            _point(chart, label)


def _point(chart: Chart, label: Mapping[str, Any]) -> None:
    """Write beside a point what it is: years stand on the axis, names of lines in the legend."""
    native = chart.plots[0].series[label["series"]].points[label["point"]].data_label
    native.position = _BESIDE[label["series"]]
    native.text_frame.word_wrap = False
    run = native.text_frame.paragraphs[0].add_run()
    run.text = label["text"]
    _font(run.font, bold=label["series"] == 0)


def _bar_chart(shapes: SlideShapes, box: Box, slide: Slide, kind: XL_CHART_TYPE) -> Chart:
    chart = _added(shapes, box, slide, kind)
    chart.category_axis.reverse_order = True  # as on the screen: the first row on top
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.plots[0].gap_width = _GAP
    _fill(chart.plots[0].series[0], theme.ACCENT)
    return chart


def _added(shapes: SlideShapes, box: Box, slide: Slide, kind: XL_CHART_TYPE) -> Chart:
    described, data = slide.figure["chart"], CategoryChartData()
    data.categories = described["categories"]
    for name, values in described["series"].items():
        data.add_series(name, values)
    frame = shapes.add_chart(kind, box.left, box.top, box.width, box.height, data)
    frame.name = slide.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.figure["alternative"])  # noqa: SLF001
    chart: Chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    _font(chart.font, bold=False)
    _number_axes(chart)
    return chart


def _number_axes(chart: Chart) -> None:
    """Set numbers that the schema allows, the library's own being negative.

    Above 2**31 LibreOffice takes them for others and leaves the axes out.
    """
    for named in chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # noqa: SLF001 no other way in
        named.set("val", str(int(named.get("val")) % 2**31))


def _font(font: Any, *, bold: bool) -> None:  # noqa: ANN401 the library's own, without a name
    font.size, font.bold, font.name = Pt(SMALLEST), bold, FONT
    font.color.rgb = colour(theme.INK)
    set_faces(font._rPr)  # noqa: SLF001


def _fill(series: Any, code: str) -> None:  # noqa: ANN401 the library's own, without a name
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(code)


def _legend(chart: Chart) -> None:
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
