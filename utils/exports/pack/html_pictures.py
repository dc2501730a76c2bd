"""The pictures of slides as HTML and inline SVG, for files that are read without the dashboard.

They are drawn as described in `utils.figures.slides.pictures`. All text goes through `escape`:
names come from tables, which anybody may have filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from utils.figures.slides import country_map
from utils.figures.slides.country_map import Province
from utils.figures.slides.slide import Slide
from utils.figures.theme import ACCENT, EDGE, HATCH, INK, PAPER

# Each picture carries its own style: the PDF library reads none of the page inside an SVG.
_STYLE = (
    f"<style>.frame{{stroke:{EDGE}}}.leader{{stroke:{INK};stroke-width:4}}"
    f".base,.series-2{{stroke:{INK};stroke-width:1.5;fill:none}}"
    f".series-1{{stroke:{INK};stroke-width:2.5;stroke-dasharray:10 10;fill:none}}"
    f".series-3{{fill:{HATCH};fill-opacity:0.55;stroke:none}}"
    f".series-0{{stroke:{ACCENT};stroke-width:5;fill:none}}"
    f".province{{stroke:{PAPER};stroke-width:2}}</style>"
)
_MAP = "m-"


def figure(slide: Slide) -> str:
    """Return the picture of a slide as HTML, marked where its numbers are fictitious."""
    drawn = {
        "number": _number,
        "map": _map,
        "names": _names,
        "line": _line,
        "bars": _bars,
        "resolutions": _resolutions,
    }
    marks = "".join(
        f'<p class="mark" style="left:{mark["x"]}%;top:{mark["y"]}%">{escape(mark["text"])}</p>'
        for mark in slide.figure["marks"]
    )
    marked = " marked" if marks else ""
    picture = drawn[slide.kind](slide.figure)
    return f'<div class="figure"><div class="drawn{marked}">{picture}{marks}</div></div>'


def _number(shown: Mapping[str, Any]) -> str:
    main = shown["main"]
    before = f"<p>{escape(main['before'])}</p>" if main["before"] else ""
    others = "".join(
        f"<tr><th>{escape(one['number'])}</th>"
        f"<td>{escape(' · '.join(filter(None, (one['before'], one['text']))))}</td></tr>"
        for one in shown["others"]
    )
    return (
        f'<div class="number">{before}<p class="big">{escape(main["number"])}</p>'
        f"<p>{escape(main['text'])}</p><table>{others}</table></div>"
    )


def _bars(shown: Mapping[str, Any]) -> str:
    return f'<table class="bars">{"".join(_bar(row) for row in shown["rows"])}</table>'


def _bar(row: Mapping[str, Any]) -> str:
    frame = "" if row["frame"] is None else f'<b class="whole" style="width:{row["frame"]}%"></b>'
    return (
        f"<tr><th>{escape(row['name'])}</th>"
        f'<td><div><i style="width:{row["length"]}%"></i>{frame}</div></td>'
        f"<td><b>{escape(row['text'])}</b></td></tr>"
    )


def _names(shown: Mapping[str, Any]) -> str:
    return "".join(
        f"<h3>{escape(group['label'])}</h3><p>{escape(group['line'])}</p>"
        for group in shown["groups"]
    )


def _resolutions(shown: Mapping[str, Any]) -> str:
    if not shown["rows"]:
        return f"<p>{escape(shown['none'])}</p>"
    headings = "".join(f"<th>{escape(heading)}</th>" for heading in shown["headings"])
    rows = "".join(
        f"<tr><td>{escape(row['number'])}</td><td>{escape(row['text'])}</td>"
        f"<td>{'<br>'.join(map(escape, row['responsible']))}</td></tr>"
        for row in shown["rows"]
    )
    few = " few" if shown["few"] else ""
    return f'<table class="resolutions{few}"><tr>{headings}</tr>{rows}</table>'


def _line(shown: Mapping[str, Any]) -> str:
    lines = "".join(
        f'<path class="series-{at}" d="{path}"/>'
        for at, path in reversed([*enumerate(shown["paths"])])
    )
    return _plot(shown, f'<path class="base" d="{shown["base"]}"/>{lines}', "line")


def _map(shown: Mapping[str, Any]) -> str:
    land = "".join(_province(province) for province in country_map.provinces(shown))
    across, down = shown["origin"]
    leaders = "".join(_leader(*label["leader"]) for label in shown["labels"])
    keys = "".join(_key(swatch, f"k{at}-") for at, swatch in enumerate(shown["classes"]))
    picture = f'{_patterns(_MAP)}<g transform="translate({across} {down})">{land}</g>{leaders}'
    return f'<div class="mapped">{_plot(shown, picture, "country")}<ul>{keys}</ul></div>'


def _plot(shown: Mapping[str, Any], picture: str, kind: str) -> str:
    """Return a drawing with its texts over it: the PDF library would tear Thai marks off in it."""
    width, height = shown["size"]
    return (
        f'<div class="plot {kind}"><svg class="{kind}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(shown["alternative"])}">{_STYLE}{picture}</svg>'
        f"{_words(shown['labels'])}</div>"
    )


def _words(labels: Iterable[Mapping[str, Any]]) -> str:
    return "".join(
        f'<span class="word {label["anchor"]}{" strong" if label["strong"] else ""}" style="'
        f"left:{label['x']}%;top:{label['y']}%;"
        f'margin:{label["shift"][1]}em 0 0 {label["shift"][0]}em">{escape(label["text"])}</span>'
        for label in labels
    )


def _province(province: Province) -> str:
    opacity = "" if province.opacity == 1 else f' fill-opacity="{province.opacity}"'
    return (
        f'<path class="province" d="{province.outline.path}" '
        f'fill="{_fill(province.swatch, _MAP)}"{opacity} tabindex="0">'
        f"<title>{escape(province.text)}</title></path>"
    )


def _leader(x: float, y: float, to_x: float, to_y: float) -> str:
    return (
        f'<line class="leader" x1="{x}%" y1="{y}%" x2="{to_x}%" y2="{to_y}%"/>'
        f'<circle cx="{x}%" cy="{y}%" r="10"/>'
    )


def _key(swatch: Mapping[str, Any], prefix: str) -> str:
    return (
        '<li><svg viewBox="0 0 28 18" class="key" aria-hidden="true">'
        f"{_STYLE}{_patterns(prefix)}"
        f'<rect class="frame" x="1" y="1" width="26" height="16" fill="{_fill(swatch, prefix)}"/>'
        "</svg>"
        f"{escape(swatch['label'])}: <b>{swatch['count']}</b></li>"
    )


def _fill(swatch: Mapping[str, Any], prefix: str) -> str:
    pattern: str = swatch["pattern"]
    return str(swatch["fill"]) if pattern == "solid" else f"url(#{prefix}{pattern})"


def _patterns(prefix: str) -> str:
    """Return the patterns of one picture; `prefix` keeps their names apart on a page of many."""
    square = 'width="14" height="14" patternUnits="userSpaceOnUse"'
    ground = f'<rect width="14" height="14" fill="{PAPER}"/>'
    return (
        f'<defs><pattern id="{prefix}hatch" {square}>{ground}'
        f'<path d="M0 14L14 0" stroke="{HATCH}" stroke-width="5"/></pattern>'
        f'<pattern id="{prefix}dots" {square}>{ground}<circle cx="7" cy="7" r="2.4" fill="{EDGE}"/>'
        "</pattern></defs>"
    )
