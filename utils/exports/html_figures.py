"""The figures of slides as HTML and inline SVG, for files that are read without the dashboard.

All text goes through `escape`: names come from tables, and a table is anybody's.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from utils.figures import invented, map_data, outlines
from utils.figures.slides.slide import Slide
from utils.figures.theme import ACCENT, EDGE, HATCH, INK, PAPER
from utils.words import Words

_WIDE, _HIGH, _LEFT, _RIGHT, _LOW = 1000, 420, 40, 240, 36  # of the line chart
_ROOM = 1.15  # above the target, for its name
_SIDE = 620  # beside the map, for names
_MAP = "m-"
_STEP = 100  # from one name to the next


@dataclass(frozen=True, kw_only=True)
class _Box:
    """What part of its plane a picture shows."""

    left: float
    top: float
    width: float
    height: float


_LINE_BOX = _Box(left=0, top=0, width=_WIDE, height=_HIGH)

# Each picture carries its own style: a printer reads no style of the page around it.
_STYLE = (
    f"<style>.full{{fill:{ACCENT}}}.frame{{stroke:{EDGE}}}.bare{{fill:none;stroke:{INK};stroke-width:2}}"
    f".rule{{stroke:{INK};stroke-width:1.5}}.tie{{stroke:{INK};stroke-width:4;fill:none}}"
    f".reference{{stroke:{INK};stroke-width:2.5;stroke-dasharray:10 10;fill:none}}"
    f".actual{{stroke:{ACCENT};stroke-width:5;fill:none}}"
    f".province{{stroke:{PAPER};stroke-width:2}}</style>"
)


def figure(slide: Slide, words: Words) -> str:
    """Return the figure of a slide as HTML, marked where its numbers are invented."""
    made = {
        "number": _number,
        "map": _map,
        "names": _names,
        "line": _line,
        "bars": _bars,
        "resolutions": _resolutions,
    }
    said = invented.mark(words, fictitious=slide.fictitious)
    mark = f'<p class="mark">{escape(said)}</p>' if said else ""
    return f'<div class="figure">{made[slide.kind](slide.figure)}{mark}</div>'


def _number(shown: Mapping[str, Any]) -> str:
    main = shown["main"]
    others = "".join(
        f"<tr><th>{escape(one['number'])}</th>"
        f"<td>{escape(one['of'])} · {escape(one['rule'])} · {escape(one['window'])}</td></tr>"
        for one in shown["others"]
    )
    return (
        f'<div class="number"><p class="big">{escape(main["number"])}</p>'
        f"<p>{escape(main['of'])} · {escape(main['rule'])} · {escape(main['window'])}</p>"
        f"<table>{others}</table></div>"
    )


def _bars(shown: Mapping[str, Any]) -> str:
    most = max((row["total"] for row in shown["rows"]), default=0) or 1
    return f'<table class="bars">{"".join(_bar(row, most, shown) for row in shown["rows"])}</table>'


def _bar(row: Mapping[str, Any], most: int, shown: Mapping[str, Any]) -> str:
    frame = (
        f'<rect class="bare" x="1" y="1" width="{row["total"] / most * 598:.1f}" height="22"/>'
        if shown["nested"]
        else ""
    )
    full = (row["value"] or 0) / most * 600
    return (
        f"<tr><th>{escape(row['name'])}</th>"
        '<td><svg viewBox="0 0 600 24" preserveAspectRatio="none" aria-hidden="true">'
        f"{_STYLE}"
        f'<rect class="full" width="{full:.1f}" height="24"/>{frame}</svg></td>'
        f"<td><b>{escape(row['text'])}</b></td></tr>"
    )


def _names(shown: Mapping[str, Any]) -> str:
    return "".join(
        f"<h3>{escape(group['label'])}</h3><p>{escape(' · '.join(group['names']))}</p>"
        for group in shown["groups"]
    )


def _resolutions(shown: Mapping[str, Any]) -> str:
    if not shown["rows"]:
        return f"<p>{escape(shown['none'])}</p>"
    headings = "".join(f"<th>{escape(heading)}</th>" for heading in shown["headings"])
    rows = "".join(
        f"<tr><td>{escape(row['number'])}</td><td>{escape(row['text'])}</td>"
        f"<td>{'<br>'.join(escape(row[name]) for name in ('owner', 'due') if row[name]) or '–'}"
        "</td></tr>"
        for row in shown["rows"]
    )
    few = " few" if shown["few"] else ""
    return f'<table class="resolutions{few}"><tr>{headings}</tr>{rows}</table>'


def _line(shown: Mapping[str, Any]) -> str:
    years = shown["years"]
    actual, reference = (_path(shown, name) for name in ("actual", "reference"))
    top = _y(shown["target"], shown)
    across = "".join(
        f'<path class="rule" d="M{_LEFT} {y:.0f}H{_WIDE - _RIGHT}"/>' for y in (top, _y(0, shown))
    )
    known = [n for n in shown["actual"] if n is not None]
    right, low = _WIDE - _RIGHT, _HIGH - _LOW / 2
    words = [
        _word(shown["targetName"], _LEFT, top - 14, "start"),
        _word(f"– – {shown['referenceName']}", _WIDE, _HIGH * 0.8, "end"),
        *(
            _word(str(year), _x(year, shown), low, "middle")
            for year in years
            if (years[-1] - year) % 4 == 0
        ),
        *(
            _word(f"{known[-1]} · {shown['actualName']}", right + 12, _y(known[-1], shown), "start")
            for _ in known[-1:]
        ),
    ]
    return (
        f'<div class="plot line"><svg viewBox="0 0 {_WIDE} {_HIGH}" role="img">{_STYLE}{across}'
        f'<path class="reference" d="{reference}"/><path class="actual" d="{actual}"/></svg>'
        f"{''.join(words)}</div>"
    )


def _word(said: str, x: float, y: float, anchor: str, box: _Box = _LINE_BOX) -> str:
    """Return words over a picture: a printer draws those inside it letter by letter."""
    left, top = (x - box.left) / box.width * 100, (y - box.top) / box.height * 100
    style = f"left:{left:.2f}%;top:{top:.2f}%"
    return f'<span class="word {anchor}" style="{style}">{escape(said)}</span>'


def _x(year: int, shown: Mapping[str, Any]) -> float:
    years: list[int] = shown["years"]
    share = (year - years[0]) / max(years[-1] - years[0], 1)
    return _LEFT + share * (_WIDE - _LEFT - _RIGHT)


def _y(n: float, shown: Mapping[str, Any]) -> float:
    target: int = shown["target"]
    return _HIGH - _LOW - n / max(target * _ROOM, 1) * (_HIGH - _LOW)


def _path(shown: Mapping[str, Any], name: str) -> str:
    """Return a line over the years, broken where nothing is known; what was counted in steps."""
    steps, drawing = [], False
    for year, n in zip(shown["years"], shown[name], strict=True):
        if n is not None:
            x, y = f"{_x(year, shown):.0f}", f"{_y(n, shown):.0f}"
            stepped = f"H{x}V{y}" if name == "actual" else f"L{x} {y}"
            steps.append(stepped if drawing else f"M{x} {y}")
        drawing = n is not None
    return "".join(steps)


def _map(shown: Mapping[str, Any]) -> str:
    provinces = map_data.provinces(shown)
    shapes = "".join(_province(province, shown) for province in provinces.to_dict("records"))
    named = provinces.loc[shown["named"]].to_dict("records")
    box = _Box(
        left=-_SIDE, top=-20, width=outlines.WIDTH + 2 * _SIDE, height=outlines.height() + 40
    )
    ties, words = _labels(named, shown, box)
    corners = f"{box.left} {box.top} {box.width} {box.height}"
    keys = "".join(_key(swatch, f"k{at}-") for at, swatch in enumerate(shown["classes"]))
    return (
        '<div class="mapped"><div class="plot"><svg class="country" '
        f'viewBox="{corners}" role="img" aria-label="{escape(shown["label"])}">'
        f"{_STYLE}{_patterns(_MAP)}{shapes}{ties}</svg>{words}</div>"
        f"<ul>{keys}</ul></div>"
    )


def _province(province: Mapping[Hashable, Any], shown: Mapping[str, Any]) -> str:
    swatch = shown["classes"][province["class"]]
    opacity = ' fill-opacity="0.22"' if province["faded"] else ""
    name = province[f"name_{shown['lang']}"]
    said = escape(f"{name}: {swatch['label']}")
    return (
        f'<path class="province" d="{province["path"]}" fill="{_fill(swatch, _MAP)}"{opacity} '
        'tabindex="0">'
        f"<title>{said}</title></path>"
    )


def _labels(
    named: list[dict[Hashable, Any]], shown: Mapping[str, Any], box: _Box
) -> tuple[str, str]:
    """Return names in the margins, from north to south, and what ties each to its province."""
    width, height = outlines.WIDTH, outlines.height()
    ties, words = [], []
    for east in (False, True):
        edge, anchor = (width + 30, "start") if east else (-30, "end")
        ordered = sorted((o for o in named if (o["x"] > width / 2) == east), key=lambda o: o["y"])
        following = 0.0
        for at, one in enumerate(ordered):
            y = min(max(one["y"], following), height - (len(ordered) - at - 0.5) * _STEP)
            following = y + _STEP
            ties.append(f'<path class="tie" d="M{one["x"]} {one["y"]}L{edge} {y:.0f}"/>')
            aside = 12 if east else -12
            words.append(_word(one[f"name_{shown['lang']}"], edge + aside, y, anchor, box))
    return "".join(ties), "".join(words)


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
