"""Every Plotly figure is made in one place, which refuses what Plotly does not know."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any
from unittest.mock import patch

import plotly.graph_objects as go
import pytest

from utils import paths
from utils.figures import plotly_figure

DOTS: dict[str, Any] = {"type": "scatter", "mode": "markers", "x": [1, None], "y": [2, 3]}


@pytest.mark.parametrize(
    ("trace", "layout"),
    [
        ({"colour": "#000000"}, {}),  # an unknown property
        ({"marker": {"sise": 3}}, {}),  # the same, deeper
        ({"mode": "dots"}, {}),  # a word that the property does not have
        ({"opacity": "strong"}, {}),  # a word for a number
        ({}, {"hight": 300}),
        ({}, {"annotations": [{"text": "a"}, {"txt": "b"}]}),
        ({}, {"xaxis": {"range": 5}}),
    ],
)
def test_what_plotly_does_not_know_is_refused(
    trace: dict[str, Any], layout: dict[str, Any]
) -> None:
    plotly_figure.figure([DOTS], {"height": 300})
    for _ in range(2):  # what was refused once is not taken for known
        with pytest.raises(ValueError, match=r"[Ii]nvalid"):
            plotly_figure.figure([DOTS | trace], {"height": 300} | layout)


def test_a_figure_is_sent_as_it_is_written_on_the_template() -> None:
    written = deepcopy(DOTS)
    figure = plotly_figure.figure([DOTS], {"height": 310, "title": {"text": "a"}})
    assert list(figure["layout"]) == ["template", "height", "title"]
    assert (figure["data"], list(figure["data"][0])) == ([written], list(written))
    assert go.Figure(figure).layout.template.layout.font.size == 15


def test_figures_that_differ_in_numbers_and_texts_are_asked_about_once() -> None:
    def made(size: float, text: str) -> None:
        plotly_figure.figure(
            [DOTS | {"hovertext": [text], "marker": {"size": size}}], {"height": 90}
        )

    made(1, "a")
    with patch.object(go, "Figure", side_effect=AssertionError("asked again")):
        made(2.5, "b")
        with pytest.raises(AssertionError, match="asked again"):
            plotly_figure.figure([DOTS | {"marker": {"symbol": "diamond"}}], {"height": 90})


def test_no_other_module_writes_a_figure() -> None:
    sources = (
        path for path in (paths.ROOT / "utils").rglob("*.py") if path.stem != "plotly_figure"
    )
    writing = [path.stem for path in sources if re.search(r'"layout":', path.read_text("utf-8"))]
    assert writing == []
