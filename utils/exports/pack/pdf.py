"""The slides and a brief of one page, as PDF: Pango stacks Thai marks and breaks Thai words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint import HTML
from weasyprint.urls import URLFetcher

from utils import paths
from utils.exports.pack import about as pack_about
from utils.exports.pack import html_pictures, offline_page
from utils.figures.slides.slide import Selection, Slide
from utils.words import Lang

_LONG = 2400  # signs of a brief, its marks of structure among them
# A glyph without text, or with that of a whole sara am.
_GLYPH = re.compile(rb"<([0-9a-f]{4})> <(?:[0-9a-f]*0e33)?>")


def printed(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> bytes:
    """Return a PDF file: a page for each slide, then the brief on one page of A4.

    `first_year_be`: the first fiscal year of the record.
    """
    words = chosen.words
    total = len(slides)
    pages = "".join(
        _slide(slide, chosen, words("present.at", n=at, total=total))
        for at, slide in enumerate(slides, start=1)
    )
    own = (paths.STATIC / "pack" / "print.css").read_text("utf-8")
    body = pages + _brief(chosen, slides, first_year_be)
    return to_pdf(body, offline_page.style() + own, title=words("pack.title"), lang=words.lang)


def to_pdf(body: str, style: str, *, title: str, lang: Lang) -> bytes:
    """Return HTML as PDF; `style`: every rule of it, with the faces."""
    text = (
        f'<html lang="{lang}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )
    written: bytes = HTML(string=text, url_fetcher=_DataOnly()).write_pdf(finisher=_mend_thai)
    return written


def _slide(slide: Slide, chosen: Selection, place: str) -> str:
    warning = pack_about.warning([slide], chosen.words)
    about = " · ".join(part for part in (warning, slide.basis) if part)
    return (
        f'<article class="slide"><h2>{escape(slide.title)}</h2>'
        f'<p class="message">{escape(slide.sentence)}</p>'
        f"{html_pictures.figure(slide)}<footer><p>{escape(about)}</p>"
        f"<p>{escape(pack_about.release(chosen))} · {escape(place)}</p></footer></article>"
    )


def _brief(chosen: Selection, slides: Sequence[Slide], first_year_be: int) -> str:
    words = chosen.words
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
    warning = pack_about.warning(slides, words)
    notice = f'<p class="warning">{escape(warning)}</p>' if warning else ""
    # One page of A4 holds so much at the usual size; more is set smaller.
    size = "brief long" if len(messages) + len(about) + len(sources) > _LONG else "brief"
    return (
        f'<article class="{size}"><h1>{escape(words("pack.brief"))}</h1>{notice}<ol>{messages}</ol>'
        f'<dl>{about}</dl><div class="notes">{sources}</div></article>'
    )


def _who(slide: Slide) -> str:
    """Return the names behind a message where it is about names, and every resolution."""
    if slide.name in pack_about.MINUTED:
        return "".join(f"<br>{escape(line)}" for line in pack_about.resolutions(slide))
    if slide.name != "remaining":
        return ""
    groups = slide.figure["groups"]
    return "".join(
        f"<br>{escape(group['label'])}: {escape(', '.join(group['names']))}" for group in groups
    )


def _mend_thai(_: object, pdf: Any) -> None:  # noqa: ANN401 the library has no types
    """Make Thai right in every reader.

    Pango sets sara am as two glyphs with the tone mark between them, and the library gives their
    text to one of the three: readers then take a letter for another. So each gets its own. An
    empty string in a line of text makes PDFium, the reader inside browsers, forget the step back
    after a raised mark, and letters overlap. So there is none.
    """
    for part in pdf.objects:
        lines = getattr(part, "stream", [])
        if b"begincmap" in lines:
            part.stream = [_with_own_letter(line) for line in lines]
        else:
            part.stream = [
                line.replace(b"<>", b" ") if line.endswith(b"] TJ") else line for line in lines
            ]


def _with_own_letter(line: bytes) -> bytes:
    """Return a line of a table from glyphs to text with the letter of the glyph itself."""
    glyph = _GLYPH.fullmatch(line)
    if glyph is None:
        return line
    letter = _letters().get(int(glyph[1], 16))
    return line if letter is None else b"<%s> <%04x>" % (glyph[1], letter)


@cache
def _letters() -> dict[int, int]:
    """Return the letter of each glyph of our face, its raised and narrow forms included."""
    face = TTFont(paths.STATIC / "fonts" / "IBMPlexSansThai-Regular.woff2")
    letters = {name: letter for letter, name in face.getBestCmap().items()}
    named = ((at, name.partition(".")[0]) for at, name in enumerate(face.getGlyphOrder()))
    return {at: letters[name] for at, name in named if name in letters}


class _DataOnly(URLFetcher):  # type: ignore[misc]  # the library has no types
    """Refuse every address but data that the file holds itself: no table can fetch anything."""

    def fetch(self, url: str, headers: object = None) -> object:
        """Return what a data address holds; raise ValueError for any other."""
        if not url.startswith("data:"):
            raise ValueError(url)
        return super().fetch(url, headers)
