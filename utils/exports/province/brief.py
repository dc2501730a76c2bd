"""The brief of one province as a file: DOCX to edit, PDF to hand out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from html import escape

from docx.shared import Cm

from utils import paths
from utils.exports.letter import SMALL, Letter, LetterForm
from utils.exports.pack import about as pack_about
from utils.exports.pack import files as pack_files
from utils.exports.pack import offline_page
from utils.exports.selection import ReleaseTables
from utils.figures import labels
from utils.figures.coverage import province_sheet, reports
from utils.figures.coverage.province_facts import ProvinceMaterial
from utils.figures.coverage.province_sheet import ProvinceSheet
from utils.figures.slides.slide import Selection
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import evidence
from utils.measures.coverage import groups as coverage_groups

TYPES: Mapping[str, str] = {kind: pack_files.TYPES[kind] for kind in ("docx", "pdf")}
"""Every kind of file, with the name that browsers know it by."""
_WIDTHS = (Cm(3.6), Cm(12.4))


def compose_sheet(chosen: Selection, tables: ReleaseTables) -> ProvinceSheet:
    """Return what the brief of a selected province says; `chosen`: from `selection.of_province`."""
    [code], question, record = chosen.codes, chosen.question, tables.real.record
    states = coverage_coverage.by_province(record, question)
    place = ProvinceMaterial.of(
        tables.load,
        question,
        code,
        evidence=evidence.of_province(record, question, code),
        coverage_by=partial(coverage_groups.coverage_by, states, record.provinces),
    )
    register = reports.Register.of(tables.load)
    notes = reports.notes(register, question, code, place.evidence.status, chosen.words)
    return province_sheet.sheet(place, tables.load("pilots"), notes, chosen.words)


def write(
    kind: str,
    chosen: Selection,
    sheet: ProvinceSheet,
    first_year_be: int,
    form: LetterForm | None = None,
) -> bytes:
    """Return one file of a province.

    Parameters
    ----------
    kind : str
        One of `TYPES`; raises KeyError for any other.
    chosen : Selection
        Of the province alone; its slides are not read.
    sheet : ProvinceSheet
        From `utils.figures.coverage.province_sheet.sheet` of this selection.
    first_year_be : int
        The first fiscal year of the record.
    form : LetterForm, optional
        What the secretary adds.
    """
    if kind == "pdf":
        return _printed(chosen, sheet, first_year_be, form or LetterForm())
    return {"docx": _letter}[kind](chosen, sheet, first_year_be, form or LetterForm())


def file_name(chosen: Selection, iso_code: str, kind: str) -> str:
    """Return the name of a file; `kind`: its ending, such as "pdf"."""
    question = chosen.question
    return (
        f"province_{iso_code}_r{chosen.release}_{question.fiscal_year_be}_{question.rule}"
        f"_{chosen.words.lang}.{kind}"
    )


def paragraphs(chosen: Selection, sheet: ProvinceSheet) -> Iterator[str]:
    """Yield what stands above the facts: the state, why, and what is reported."""
    words = chosen.words
    yield words("province.brief.state", year=chosen.question.fiscal_year_be, status=sheet.status)
    yield sheet.lead
    yield from sheet.notes


def about(chosen: Selection, sheet: ProvinceSheet, first_year_be: int) -> str:
    """Return rule and source: year and release stand above, the link is `chosen.link`."""
    words = chosen.words
    basis = labels.basis(chosen.question, first_year_be, words)
    return f"{words('filter.rule')}: {basis} · {sheet.source}"


def _joined(parts: Iterable[str]) -> str:
    """Return parts in one paragraph: a page has no room for a line each."""
    return "; ".join(parts)


def _letter(chosen: Selection, sheet: ProvinceSheet, first_year_be: int, form: LetterForm) -> bytes:
    words = chosen.words
    letter = Letter(sheet.title, form)
    letter.head(pack_about.release(chosen), bold=False)
    if items := form.items(words):
        letter.line(items, centred=True)
    for at, text in enumerate(paragraphs(chosen, sheet)):
        letter.line(text, bold=at == 0)
    letter.line(_joined(f"{term}: {value}" for term, value in sheet.facts), size=SMALL)
    letter.line(words("province.brief.rows"), bold=True)
    if len(sheet.results):
        letter.table(sheet.results, _WIDTHS)
    if sheet.unsaid:
        letter.line(sheet.unsaid, size=SMALL)
    letter.line(words("province.programmes"), bold=True)
    letter.line(_joined(sheet.programmes), size=SMALL)
    letter.line(about(chosen, sheet, first_year_be), size=SMALL)
    letter.link(words("pack.link"), chosen.link)
    return letter.written(chosen.released)


def _printed(
    chosen: Selection, sheet: ProvinceSheet, first_year_be: int, form: LetterForm
) -> bytes:
    """Return the PDF file: one page of A4."""
    # Loaded when it is asked for: it needs Pango, and the other file must do without.
    from utils.exports.pack import pdf  # noqa: PLC0415

    words = chosen.words

    def put(text: str) -> str:
        return escape(form.digits(text))

    items = f'<p class="items">{put(form.items(words))}</p>' if form.items(words) else ""
    why = "".join(f"<p>{put(text)}</p>" for text in paragraphs(chosen, sheet))
    facts = "".join(f"<dt>{put(term)}</dt><dd>{put(value)}</dd>" for term, value in sheet.facts)
    unsaid = f"<p>{put(sheet.unsaid)}</p>" if sheet.unsaid else ""
    programmes = "".join(f"<p>{put(line)}</p>" for line in sheet.programmes)
    body = (
        f'<article class="sheet"><p class="release">{put(pack_about.release(chosen))}</p>'
        f"<h1>{put(sheet.title)}</h1>"
        f'{items}<div class="why">{why}</div><dl>{facts}</dl>'
        f"<h2>{put(words('province.brief.rows'))}</h2>{_rows(sheet, form)}{unsaid}"
        f"<h2>{put(words('province.programmes'))}</h2>{programmes}"
        f"<footer><p>{put(about(chosen, sheet, first_year_be))}</p>"
        f"<p>{escape(words('pack.link'))}: {escape(chosen.link)}</p></footer></article>"
    )
    own = (paths.STATIC / "pack" / "sheet.css").read_text("utf-8")
    return pdf.to_pdf(body, offline_page.style() + own, title=sheet.title, lang=words.lang)


def _rows(sheet: ProvinceSheet, form: LetterForm) -> str:
    if sheet.results.empty:
        return ""

    def row(cells: Iterable[object], tag: str) -> str:
        texts = (escape(form.digits(str(cell))) for cell in cells)
        return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in texts)}</tr>"

    body = "".join(row(cells, "td") for cells in sheet.results.itertuples(index=False))
    head = row(sheet.results.columns, "th")
    return f'<table class="rows"><thead>{head}</thead><tbody>{body}</tbody></table>'
