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
from utils.words import Words

_GAP = 60  # per cent of a bar


def bars(shapes: SlideShapes, box: Box, slide: Slide, words: Words) -> None:
    """Add bars, one a row; of n in N where the rows are nested."""
    figure = slide.figure
    data = CategoryChartData()
    data.categories = [f"{row['name']} · {row['text']}" for row in figure["rows"]]
    nested = bool(figure["nested"])
    counted = [row["value"] for row in figure["rows"]]
    within, outside = figure.get("series", (words("slide.counted"), words("pack.not_counted")))
    data.add_series(within if nested else slide.title, counted)
    if nested:
        rest = [
            None if row["value"] is None else row["total"] - row["value"] for row in figure["rows"]
        ]
        data.add_series(outside, rest)
    chart = _added(shapes, box, XL_CHART_TYPE.BAR_STACKED, data, slide)
    chart.category_axis.reverse_order = True  # as on the screen: the first row on top
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = _GAP, 100
    _fill(chart, 0, theme.ACCENT)
    if nested:
        _fill(chart, 1, theme.PAPER)
        chart.plots[0].series[1].format.line.color.rgb = colour(theme.INK)
        _legend(chart)


def rules(shapes: SlideShapes, box: Box, slide: Slide, words: Words) -> None:
    """Add the provinces counted by each rule, as bars with their numbers."""
    figure: Mapping[str, Any] = slide.figure
    shown = [figure["main"], *figure["others"]]
    data = CategoryChartData()
    data.categories = [f"{one['rule']} · {one['window']}" for one in shown]
    data.add_series(
        words("slide.counted"), [int(one["number"]) if one["known"] else None for one in shown]
    )
    chart = _added(shapes, box, XL_CHART_TYPE.BAR_CLUSTERED, data, slide)
    chart.category_axis.reverse_order = True
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width = _GAP
    plot.has_data_labels = True
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    _font(plot.data_labels.font, bold=True)
    _fill(chart, 0, theme.ACCENT)


def line(shapes: SlideShapes, box: Box, slide: Slide) -> None:
    """Add what was counted by year, the straight reference and the target."""
    figure = slide.figure
    data = CategoryChartData()
    data.categories = [str(year) for year in figure["years"]]
    data.add_series(figure["actualName"], figure["actual"])
    data.add_series(figure["referenceName"], figure["reference"])
    data.add_series(figure["targetName"], [figure["target"]] * len(figure["years"]))
    chart = _added(shapes, box, XL_CHART_TYPE.LINE, data, slide)
    chart.value_axis.minimum_scale = 0
    chart.value_axis.major_gridlines.format.line.color.rgb = colour(theme.GRID)
    looks = ((theme.ACCENT, 3.5, None), (theme.INK, 2, MSO_LINE.DASH), (theme.INK, 1.5, None))
    for series, (code, width, dash) in zip(chart.plots[0].series, looks, strict=True):
        series.smooth = False
        series.format.line.color.rgb = colour(code)
        series.format.line.width = Pt(width)
        if dash is not None:
            series.format.line.dash_style = dash
    _legend(chart)


def _added(
    shapes: SlideShapes, box: Box, kind: XL_CHART_TYPE, data: CategoryChartData, slide: Slide
) -> Chart:
    frame = shapes.add_chart(kind, box.left, box.top, box.width, box.height, data)
    frame.name = slide.title
    frame._element.nvGraphicFramePr.cNvPr.set("descr", slide.sentence)  # noqa: SLF001
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


def _fill(chart: Chart, at: int, code: str) -> None:
    series = chart.plots[0].series[at]
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour(code)


def _legend(chart: Chart) -> None:
    chart.has_legend = True
    chart.legend.position = XL_LEGEND_POSITION.BOTTOM
    chart.legend.include_in_layout = False
