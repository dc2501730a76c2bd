"""The slides and a brief of one page, as PDF: Pango stacks Thai marks and breaks Thai words."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from utils import paths
from utils.exports import html_figures, pack_about, pack_page
from utils.figures.slide import Selection, Slide

_NO_TEXT, _RING = b" <>", b" <0e4d>"


def printed(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return a PDF file: a page for each slide, then the brief on one page of A4.

    `first_year_be`: the first fiscal year of the record.
    """
    say = chosen.words
    total = len(slides)
    pages = "".join(
        _slide(slide, chosen, say("present.at", n=at, total=total))
        for at, slide in enumerate(slides, start=1)
    )
    own = (paths.STATIC / "pack" / "print.css").read_text("utf-8")
    return to_pdf(pages + _brief(chosen, slides, first_year_be), chosen, pack_page.style() + own)


def to_pdf(body: str, chosen: Selection, style: str) -> bytes:
    """Return HTML as PDF; `style`: every rule of it, with the faces."""
    text = (
        f'<html lang="{chosen.words.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(chosen.words('pack.title'))}</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )
    made: bytes = HTML(string=text, url_fetcher=_Held()).write_pdf(finisher=_searchable)
    return made


def _slide(slide: Slide, chosen: Selection, place: str) -> str:
    warning = pack_about.warning([slide], chosen.words)
    about = " · ".join(part for part in (warning, slide.basis) if part)
    return (
        f'<article class="slide"><h2>{escape(slide.title)}</h2>'
        f'<p class="message">{escape(slide.sentence)}</p>'
        f"{html_figures.figure(slide, chosen.words)}<footer><p>{escape(about)}</p>"
        f"<p>{escape(pack_about.release(chosen))} · {escape(place)}</p></footer></article>"
    )


def _brief(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> str:
    say = chosen.words
    messages = "".join(
        f"<li><b>{escape(slide.title)}</b>: {escape(slide.sentence)}{_who(slide)}</li>"
        for slide in slides
    )
    about = "".join(
        f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>"
        for name, text in pack_about.head(chosen, first_year_be)
    )
    sources = "".join(
        f"<p>{escape(basis)}</p>" for basis in dict.fromkeys(slide.basis for slide in slides)
    )
    warning = pack_about.warning(slides, say)
    said = f'<p class="warning">{escape(warning)}</p>' if warning else ""
    return (
        f'<article class="brief"><h1>{escape(say("pack.brief"))}</h1>{said}<ol>{messages}</ol>'
        f'<dl>{about}</dl><div class="notes">{sources}</div></article>'
    )


def _who(slide: Slide) -> str:
    """Return the names behind a message where it is about names."""
    if slide.name != "remaining":
        return ""
    groups = slide.figure["groups"]
    return "".join(
        f"<br>{escape(group['label'])}: {escape(', '.join(group['names']))}" for group in groups
    )


def _searchable(_: object, pdf: Any) -> None:  # noqa: ANN401 the library has no types
    """Give the ring of sara am its letter, so that the text can be searched and copied.

    Pango sets sara am as two glyphs, and the library gives the text to one of them only: readers
    then make a letter of the other's number. No other glyph of Thai is left without its text.
    """
    for part in pdf.objects:
        lines = getattr(part, "stream", [])
        if b"begincmap" in lines:
            part.stream = [
                line[: -len(_NO_TEXT)] + _RING if line.endswith(_NO_TEXT) else line
                for line in lines
            ]


class _Held(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Refuses every address but what the file holds itself: no table sends for more."""

    def fetch(self, url: str, headers: object = None) -> object:
        """Return what a data address holds; raise ValueError for any other."""
        if not url.startswith("data:"):
            raise ValueError(url)
        return super().fetch(url, headers)
