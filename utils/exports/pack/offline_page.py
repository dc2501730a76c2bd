"""The slides and their tables as one page that needs no network: for those without access."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import cache
from html import escape

import pandas as pd

from utils import paths
from utils.exports.pack import about as pack_about
from utils.exports.pack import html_pictures
from utils.figures import theme
from utils.figures.slides.slide import Selection, Slide
from utils.words import Words

# Nothing may be fetched, whatever a table holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:"
_FACES = {400: "IBMPlexSansThai-Regular", 600: "IBMPlexSansThai-SemiBold"}


def page(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return an HTML file: every slide with its figure, its table and its notes.

    `first_year_be`: the first fiscal year of the record.
    """
    words = chosen.words
    about = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
        for name, text in pack_about.head(chosen, first_year_be)
    )
    sections = "".join(_section(slide, words) for slide in slides)
    text = (
        f'<!doctype html><html lang="{words.lang}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(words('pack.brief'))}</title><style>{style()}</style></head><body>"
        f"<h1>{escape(words('pack.brief'))}</h1>{_warning(slides, words)}<dl>{about}</dl>{sections}"
        f"<script>{(paths.STATIC / 'pack' / 'page.js').read_text('utf-8')}</script></body></html>"
    )
    return text.encode()


def _section(slide: Slide, words: Words) -> str:
    state = f'<p class="state" role="status">{escape(words("pack.touch"))}</p>'
    notes = "".join(f"<p>{escape(note)}</p>" for note in (slide.basis, *slide.notes))
    return (
        f"<section><h2>{escape(slide.title)}</h2>{_warning([slide], words)}"
        f'<p class="message">{escape(slide.sentence)}</p>{html_pictures.figure(slide)}'
        f"{state if slide.kind == 'map' else ''}{_table(slide, words)}"
        f'<div class="notes">{notes}</div></section>'
    )


def _table(slide: Slide, words: Words) -> str:
    table = slide.table
    if table.empty:
        return ""
    headings = "".join(f"<th>{escape(str(name))}</th>" for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>"
        for row in table.astype(object).to_numpy()
    )
    find = escape(words("pack.find"))
    return (
        f"<details><summary>{escape(words('pack.table', n=len(table)))}</summary>"
        f'<input type="search" placeholder="{find}" aria-label="{find}"><div class="scroll">'
        f'<table class="rows"><thead><tr>{headings}</tr></thead><tbody>{rows}</tbody></table>'
        "</div></details>"
    )


def _cell(value: object) -> str:
    known = not pd.isna(value)  # type: ignore[call-overload]  # a cell of any table
    return escape(str(value)) if known else ""


def _warning(slides: Sequence[Slide], words: Words) -> str:
    warning = pack_about.warning(slides, words)
    return f'<p class="warning">{escape(warning)}</p>' if warning else ""


@cache
def style() -> str:
    """Return faces, colours and the page's own style."""
    faces = "".join(
        f"@font-face{{font-family:'IBM Plex Sans Thai';font-weight:{weight};"
        f"src:url(data:font/woff2;base64,{_encoded(name)})}}"
        for weight, name in _FACES.items()
    )
    return faces + theme.css_variables() + (paths.STATIC / "pack" / "page.css").read_text("utf-8")


def _encoded(name: str) -> str:
    return base64.b64encode((paths.STATIC / "fonts" / f"{name}.woff2").read_bytes()).decode()
