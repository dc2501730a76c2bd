"""One picture, three renderers: the same words, numbers and places in browser, print and deck.

The browser is sent the description itself; tests/e2e/test_present.py looks at what it draws. Places
are per cent of the picture's width and height, to one decimal.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from lxml import html  # type: ignore[import-untyped]  # the library has no types
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches

from tests.figures.slides.meeting import made, selection
from utils.exports.pack import html_pictures
from utils.exports.pack.deck import deck
from utils.figures import outlines
from utils.figures.slides.slide import SLIDES, Slide, SlideName
from utils.words import LANGS, Lang

NAMES = [name for name in SLIDES if name != "corrected"]  # one release has corrected nothing
FIGURE = (Inches(0.5), Inches(1.75), Inches(12.33), Inches(4.75))  # of a page of the deck
Node = Any  # an element of HTML, a shape of a deck: their libraries have no types
Reading = list[Any]


@cache
def slides(lang: Lang) -> dict[SlideName, Slide]:
    return made(selection(lang, fictitious=True))


@cache
def pages(lang: Lang) -> dict[SlideName, Node]:
    shown = slides(lang)
    written = deck(selection(lang, fictitious=True), tuple(shown.values()), 2547)
    return dict(zip(shown, Presentation(io.BytesIO(written)).slides, strict=True))


def placed(text: str, *numbers: float) -> tuple[str, list[float]]:
    return text, [round(float(n), 1) for n in numbers]


# What the browser is sent, by kind of picture.
SENT: dict[str, Callable[[dict[str, Any]], Reading]] = {
    "number": lambda sent: [
        (one["before"], one["basis"], one["number"]) for one in (sent["main"], *sent["others"])
    ],
    "bars": lambda sent: [(row["name"], row["text"]) for row in sent["rows"]],
    "names": lambda sent: [
        part for group in sent["groups"] for part in (group["label"], group["line"])
    ],
    "resolutions": lambda sent: [
        (row["number"], row["text"], row["responsible"]) for row in sent["rows"]
    ],
    "line": lambda sent: [placed(one["text"], one["x"], one["y"]) for one in sent["labels"]],
    "map": lambda sent: [
        *((row["label"], str(row["count"])) for row in sent["classes"]),
        *(placed(one["text"], one["x"], one["y"]) for one in sent["labels"]),
        *(placed("", *one["leader"]) for one in sent["labels"]),
    ],
}


def rows(tree: Node) -> list[list[Node]]:
    return [list(row.iter("th", "td")) for row in tree.iter("tr")]


def styled(nodes: list[Node]) -> Reading:
    """Return words of HTML where they stand."""
    places = [re.findall(r"(?:left|top):([\d.-]+)%", node.get("style")) for node in nodes]
    return [placed(node.text, *numbers) for node, numbers in zip(nodes, places, strict=True)]


def number_in_html(tree: Node) -> Reading:
    [big] = tree.find_class("big")
    text = f"{big.getprevious().text} · {big.getnext().text}"
    shown = [(text, big.text), *((text.text, number.text) for number, text in rows(tree))]
    # "at least", "of 76 provinces" and "9 not known" come before the rule and its window
    parts = [(text.split(" · ", 3), number) for text, number in shown]
    return [(before, basis, number) for (before, _, _, basis), number in parts]


def map_in_html(tree: Node) -> Reading:
    keys = [
        (key.find("svg").tail.removesuffix(": "), key.find("b").text) for key in tree.iter("li")
    ]
    ends = ("x1", "y1", "x2", "y2")
    leaders = [
        [leader.get(end).removesuffix("%") for end in ends] for leader in tree.find_class("leader")
    ]
    return [*keys, *styled(tree.find_class("word")), *(placed("", *leader) for leader in leaders)]


PRINTED: dict[str, Callable[[Node], Reading]] = {
    "number": number_in_html,
    "bars": lambda tree: [(name.text, text.find("b").text) for name, _, text in rows(tree)],
    "names": lambda tree: [one.text or "" for one in tree.iter("h3", "p")],
    "resolutions": lambda tree: [
        (number.text, text.text, list(whose.itertext())) for number, text, whose in rows(tree)[1:]
    ],
    "line": lambda tree: styled(tree.find_class("word")),
    "map": map_in_html,
}


def boxed(shape: Node, frame: tuple[float, ...]) -> tuple[str, list[float]]:
    """Return the words of a box of the deck where they stand in a frame, about their middle."""
    left, top, width, height = frame
    text, x = shape.text_frame.text, shape.left
    if shape.text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT:
        x += shape.width
    y = shape.top + shape.height / 2
    return placed(text, 100 * (x - left) / width, 100 * (y - top) / height)


def plot(page: Node) -> Node:
    [chart] = [shape.chart for shape in page.shapes if shape.has_chart]
    return chart.plots[0]


def number_in_deck(page: Node, _: Slide) -> Reading:
    counted = plot(page)
    numbers = [f"{n:g}" for n in counted.series[0].values]
    named = [str(category).rsplit(" · ", 1) for category in counted.categories]
    return [(before, basis, n) for (basis, before), n in zip(named, numbers, strict=True)]


def names_in_deck(page: Node, slide: Slide) -> Reading:
    [box] = [shape for shape in page.shapes if shape.name == slide.title]
    return [paragraph.text for paragraph in box.text_frame.paragraphs]


def resolutions_in_deck(page: Node, _: Slide) -> Reading:
    [table] = [shape.table for shape in page.shapes if shape.has_table]
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    return [(number, text, whose.split("\n")) for number, text, whose in lines[1:]]


def map_in_deck(page: Node, slide: Slide) -> Reading:
    [land] = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    (width, height), (across, down) = slide.figure["size"], slide.figure["origin"]
    unit = land.width / outlines.WIDTH  # the outlines reach from their origin so far east
    sheet = (land.left - across * unit, land.top - down * unit, width * unit, height * unit)
    texts = [shape for shape in page.shapes if shape.has_text_frame and shape.text_frame.text]
    labels = {row["label"] for row in slide.figure["classes"]}
    keys = [shape.text_frame.text for shape in texts if shape.name in labels]
    named = {label["text"] for label in slide.figure["labels"]}
    leaders = [shape for shape in page.shapes if shape.shape_type == MSO_SHAPE_TYPE.LINE]
    ends = [[(leader.begin_x, leader.begin_y), (leader.end_x, leader.end_y)] for leader in leaders]
    return [
        *(tuple(key.rsplit(": ", 1)) for key in keys),
        *(boxed(shape, sheet) for shape in texts if shape.name in named),
        *(placed("", *[n for end in leader for n in shares(end, sheet)]) for leader in ends),
    ]


def shares(place: tuple[float, float], frame: tuple[float, ...]) -> tuple[float, float]:
    left, top, width, height = frame
    return 100 * (place[0] - left) / width, 100 * (place[1] - top) / height


DECKED: dict[str, Callable[[Node, Slide], Reading]] = {
    "number": number_in_deck,
    "bars": lambda page, _: [tuple(str(one).split(" · ", 1)) for one in plot(page).categories],
    "names": names_in_deck,
    "resolutions": resolutions_in_deck,
    "map": map_in_deck,
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", NAMES)
def test_print_and_page_say_what_the_browser_is_sent(name: SlideName, lang: Lang) -> None:
    slide = slides(lang)[name]
    sent, tree = json.loads(json.dumps(slide.figure)), html.fromstring(html_pictures.figure(slide))
    assert PRINTED[slide.kind](tree) == SENT[slide.kind](sent) != []
    marks = [placed(one["text"], one["x"], one["y"]) for one in sent["marks"]]
    assert styled(tree.find_class("mark")) == marks
    assert [one.get("aria-label") for one in tree.xpath("//svg[@role='img']")] == (
        [slide.sentence] if slide.kind in {"map", "line"} else []
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "pace"])
def test_the_deck_says_what_the_browser_is_sent(name: SlideName, lang: Lang) -> None:
    slide, page = slides(lang)[name], pages(lang)[name]
    sent = json.loads(json.dumps(slide.figure))
    assert DECKED[slide.kind](page, slide) == SENT[slide.kind](sent)
    marks = [shape for shape in page.shapes if shape.name == "mark"]
    expected = [placed(one["text"], one["x"], one["y"]) for one in sent["marks"]]
    assert [boxed(mark, FIGURE) for mark in marks] == expected


@pytest.mark.parametrize("lang", LANGS)
def test_the_lines_of_the_deck_are_those_that_are_drawn(lang: Lang) -> None:
    sent, series = slides(lang)["pace"].figure, plot(pages(lang)["pace"]).series
    assert {one.name: list(one.values) for one in series} == sent["chart"]["series"]
    for label in sent["labels"]:
        if label["point"] is not None:
            native = series[label["series"]].points[label["point"]].data_label
            assert native.text_frame.text == label["text"]
        elif label["series"] is not None:
            assert series[label["series"]].name == label["text"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["regions", "stairs", "holding", "pilots"])
def test_bars_are_as_long_as_the_numbers_of_the_deck(name: SlideName, lang: Lang) -> None:
    figure, series = slides(lang)[name].figure, plot(pages(lang)[name]).series
    within, *rest = ([n or 0 for n in one.values] for one in series)
    totals = [sum(parts) for parts in zip(within, *rest, strict=True)]
    most = max(row["total"] for row in figure["rows"])
    lengths = [(row["length"], row["frame"]) for row in figure["rows"]]
    assert lengths == [
        (round(100 * n / most, 2), round(100 * total / most, 2) if rest else None)
        for n, total in zip(within, totals, strict=True)
    ]
    widths = re.findall(r"width:([\d.]+)%", html_pictures.figure(slides(lang)[name]))
    assert [float(w) for w in widths] == [n for pair in lengths for n in pair if n is not None]
