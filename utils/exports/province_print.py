"""The brief of one province as PDF, on one page of A4."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from utils import paths
from utils.exports import pack_about, pack_page, pack_print, province
from utils.exports.letter import Form
from utils.figures.province_sheet import Sheet
from utils.figures.slide import Selection


def printed(chosen: Selection, sheet: Sheet, first_year_be: int, form: Form) -> bytes:
    """Return the PDF file; see `utils.exports.province.write`."""
    say = chosen.words

    def put(text: str) -> str:
        return escape(form.digits(text))

    items = f'<p class="items">{put(form.items(say))}</p>' if form.items(say) else ""
    why = "".join(f"<p>{put(text)}</p>" for text in province.paragraphs(chosen, sheet))
    facts = "".join(f"<dt>{put(term)}</dt><dd>{put(value)}</dd>" for term, value in sheet.facts)
    unsaid = f"<p>{put(sheet.unsaid)}</p>" if sheet.unsaid else ""
    programmes = "".join(f"<p>{put(line)}</p>" for line in sheet.programmes)
    body = (
        f'<article class="sheet"><p class="release">{put(pack_about.release(chosen))}</p>'
        f"<h1>{put(sheet.title)}</h1>"
        f'{items}<div class="why">{why}</div><dl>{facts}</dl>'
        f"<h2>{put(say('sheet.rows'))}</h2>{_rows(sheet, form)}{unsaid}"
        f"<h2>{put(say('province.programmes'))}</h2>{programmes}"
        f"<footer><p>{put(province.about(chosen, sheet, first_year_be))}</p>"
        f"<p>{escape(say('pack.link'))}: {escape(chosen.link)}</p></footer></article>"
    )
    own = (paths.STATIC / "pack" / "sheet.css").read_text("utf-8")
    return pack_print.to_pdf(body, pack_page.style() + own, title=sheet.title, lang=say.lang)


def _rows(sheet: Sheet, form: Form) -> str:
    if sheet.results.empty:
        return ""

    def row(cells: Iterable[object], tag: str) -> str:
        told = (escape(form.digits(str(cell))) for cell in cells)
        return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in told)}</tr>"

    body = "".join(row(cells, "td") for cells in sheet.results.itertuples(index=False))
    head = row(sheet.results.columns, "th")
    return f'<table class="rows"><thead>{head}</thead><tbody>{body}</tbody></table>'
