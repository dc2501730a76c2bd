"""The figures of slides as HTML and inline SVG, for files that are read without the dashboard.

All text goes through `escape`: names come from tables, and a table is anybody's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any

from utils.figures import outlines
from utils.figures.slide import Slide
from utils.figures.theme import EDGE, HATCH, PAPER

_WIDE, _HIGH, _LEFT, _RIGHT, _LOW = 1000, 420, 40, 150, 36  # of the line chart
_ROOM = 1.15  # above the target, for its name
_SIDE = 620  # beside the map, for names
_STEP = 62  # from one name to the next
_LETTER = 46


def figure(slide: Slide) -> str:
    """Return the figure of a slide as HTML."""
    made = {"number": _number, "map": _map, "names": _names, "line": _line, "bars": _bars}
    return made[slide.kind](slide.figure)


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
        f'<rect class="frame" x="1" y="1" width="{row["total"] / most * 598:.1f}" height="22"/>'
        if shown["nested"]
        else ""
    )
    full = (row["value"] or 0) / most * 600
    return (
        f"<tr><th>{escape(row['name'])}</th>"
        '<td><svg viewBox="0 0 600 24" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="full" width="{full:.1f}" height="24"/>{frame}</svg></td>'
        f"<td><b>{escape(row['text'])}</b></td></tr>"
    )


def _names(shown: Mapping[str, Any]) -> str:
    return "".join(
        f"<h3>{escape(group['label'])}</h3><p>{escape(' · '.join(group['names']))}</p>"
        for group in shown["groups"]
    )


def _line(shown: Mapping[str, Any]) -> str:
    years = shown["years"]
    actual, reference = (_path(shown, name) for name in ("actual", "reference"))
    top = _y(shown["target"], shown)
    across = "".join(
        f'<path class="rule" d="M{_LEFT} {y:.0f}H{_WIDE - _RIGHT}"/>' for y in (top, _y(0, shown))
    )
    ticks = "".join(
        f'<text x="{_x(year, shown):.0f}" y="{_HIGH - 8}" text-anchor="middle">{year}</text>'
        for year in years
        if (years[-1] - year) % 4 == 0
    )
    known = [n for n in shown["actual"] if n is not None]
    last = (
        f'<text class="strong" x="{_WIDE - _RIGHT + 12}" y="{_y(known[-1], shown) + 8:.0f}">'
        f"{known[-1]} · {escape(shown['actualName'])}</text>"
        if known
        else ""
    )
    return (
        f'<svg class="line" viewBox="0 0 {_WIDE} {_HIGH}" role="img">{across}'
        f'<text x="{_LEFT}" y="{top - 8:.0f}">{escape(shown["targetName"])}</text>'
        f'<path class="reference" d="{reference}"/><path class="actual" d="{actual}"/>{ticks}{last}'
        f'<text x="{_WIDE}" y="{_HIGH - 70}" text-anchor="end">– – {escape(shown["referenceName"])}'
        "</text></svg>"
    )


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


@cache
def _drawn() -> dict[str, Any]:
    drawn: dict[str, Any] = json.loads(outlines.for_browser())
    return drawn


def _map(shown: Mapping[str, Any]) -> str:
    drawn = _drawn()
    shapes = "".join(
        _province(province, shown["classes"][int(shown["paint"][at], 36)], shown, at)
        for at, province in enumerate(drawn["provinces"])
    )
    named = [one for one in drawn["provinces"] if one["code"] in shown["named"]]
    labels = "".join(
        _labels([one for one in named if (one["x"] > drawn["width"] / 2) == east], shown, east=east)
        for east in (False, True)
    )
    box = f"{-_SIDE} -20 {drawn['width'] + 2 * _SIDE} {drawn['height'] + 40}"
    return (
        f'<div class="mapped"><svg class="country" viewBox="{box}" role="img" '
        f'aria-label="{escape(shown["label"])}">{_patterns()}{shapes}{labels}</svg>'
        f"<ul>{''.join(_key(swatch) for swatch in shown['classes'])}</ul></div>"
    )


def _province(
    province: Mapping[str, Any], swatch: Mapping[str, Any], shown: Mapping[str, Any], at: int
) -> str:
    opacity = ' fill-opacity="0.22"' if shown["faded"][at] == "1" else ""
    said = escape(f"{province[shown['lang']]}: {swatch['label']}")
    return (
        f'<path d="{province["d"]}" fill="{_fill(swatch)}"{opacity} tabindex="0">'
        f"<title>{said}</title></path>"
    )


def _labels(some: Iterable[Mapping[str, Any]], shown: Mapping[str, Any], *, east: bool) -> str:
    """Return names in a margin, from north to south, each tied to its province."""
    width, made, following = _drawn()["width"], [], 0.0
    edge, side = (width + 30, "start") if east else (-30, "end")
    ordered = sorted(some, key=lambda one: one["y"])
    for at, one in enumerate(ordered):
        last = _drawn()["height"] - (len(ordered) - at - 0.5) * _STEP
        y = min(max(one["y"], following), last)
        following = y + _STEP
        made.append(
            f'<path class="tie" d="M{one["x"]} {one["y"]}L{edge} {y:.0f}"/>'
            f'<text x="{edge + (12 if east else -12)}" y="{y + _LETTER / 3:.0f}" '
            f'font-size="{_LETTER}" text-anchor="{side}">{escape(one[shown["lang"]])}</text>'
        )
    return "".join(made)


def _key(swatch: Mapping[str, Any]) -> str:
    return (
        '<li><svg viewBox="0 0 28 18" class="key" aria-hidden="true">'
        f'<rect class="frame" x="1" y="1" width="26" height="16" fill="{_fill(swatch)}"/></svg>'
        f"{escape(swatch['label'])}: <b>{swatch['count']}</b></li>"
    )


def _fill(swatch: Mapping[str, Any]) -> str:
    fill: str = swatch["fill"] if swatch["pattern"] == "solid" else f"url(#{swatch['pattern']})"
    return fill


def _patterns() -> str:
    square = 'width="14" height="14" patternUnits="userSpaceOnUse"'
    ground = f'<rect width="14" height="14" fill="{PAPER}"/>'
    return (
        f'<defs><pattern id="hatch" {square}>{ground}'
        f'<path d="M0 14L14 0" stroke="{HATCH}" stroke-width="5"/></pattern>'
        f'<pattern id="dots" {square}>{ground}<circle cx="7" cy="7" r="2.4" fill="{EDGE}"/>'
        "</pattern></defs>"
    )
