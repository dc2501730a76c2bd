"""One message as a picture for a messaging app: the number, its rule, its year and its release."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape

from pypdfium2 import PdfDocument

from utils import paths
from utils.exports.pack import about as pack_about
from utils.exports.pack import html_pictures, offline_page
from utils.exports.pack import pdf as pack_pdf
from utils.figures.slides.slide import Selection, Slide

WIDTH, HEIGHT = 1080, 1350  # pixels
_SCALE = 96 / 72  # pixels of CSS in a point of PDF


def card(chosen: Selection, slides: Sequence[Slide]) -> bytes:
    """Return a PNG picture of the large number, or of the first slide where that is left out.

    It goes through the PDF: nothing else here sets Thai right.
    """
    words = chosen.words
    slide = next((one for one in slides if one.kind == "number"), slides[0])
    warning = pack_about.warning([slide], words)
    notice = f'<p class="warning">{escape(warning)}</p>' if warning else ""
    own = (paths.STATIC / "pack" / "card.css").read_text("utf-8")
    body = (
        f'<article class="card"><h2>{escape(slide.title)}</h2>{notice}'
        f'<p class="message">{escape(slide.sentence)}</p>{html_pictures.figure(slide)}'
        f"<footer><p>{escape(slide.basis)}</p><p>{escape(pack_about.release(chosen))}</p>"
        f"<p>{escape(chosen.link)}</p></footer></article>"
    )
    style = offline_page.style() + own
    printed = pack_pdf.to_pdf(body, style, title=words("pack.title"), lang=words.lang)
    return _picture(printed)


def _picture(printed: bytes) -> bytes:
    written = io.BytesIO()
    document = PdfDocument(printed)
    picture = document[0].render(scale=_SCALE).to_pil()
    picture.crop((0, 0, WIDTH, HEIGHT)).save(written, "PNG")
    document.close()
    return written.getvalue()
