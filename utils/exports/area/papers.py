"""What is taken along of an area or of the evaluation: a workbook, A4, dates for a calendar."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Final

import pandas as pd
from icalendar import Calendar, Event
from xlsxwriter import Workbook

from utils import paths
from utils.exports import sheets
from utils.exports.office_zip import frozen
from utils.exports.pack import offline_page
from utils.words import Words

TYPES: Final[Mapping[str, str]] = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "ics": "text/calendar",
}
"""Every kind of file, with the name that browsers know it by."""
_FIRST: Final = 3  # rows above the headings of a sheet: title, what it says, an empty one


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part: its title, a line on it, its rows, and the lines that a printed sheet has of it.

    `in_print`: whether a printed sheet has the rows themselves too.
    """

    title: str
    note: str
    table: pd.DataFrame
    lines: tuple[str, ...] = ()
    in_print: bool = False


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """A day by which something is due. `uid`: the same for the same matter, for ever."""

    uid: str
    day: dt.date
    title: str
    about: str = ""


@dataclass(frozen=True, kw_only=True)
class Papers:
    """All that the files say. `release`: as it is called; `released`: 2026-11-24; `link`: back."""

    title: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    release: str
    released: str
    link: str
    words: Words
    deadlines: tuple[Deadline, ...] = ()


def write(kind: str, papers: Papers) -> bytes:
    """Return one file; `kind`: one of `TYPES`, KeyError for any other."""
    return {"xlsx": _workbook, "pdf": _printed, "ics": _calendar}[kind](papers)


def _workbook(papers: Papers) -> bytes:
    target = io.BytesIO()
    with Workbook(target, sheets.OPTIONS) as book:
        book.set_properties({"title": papers.title})
        looks = sheets.looks(book)
        first = book.add_worksheet(papers.words("pack.contents"))
        lines = (papers.title, *papers.lead, papers.release, papers.link)
        for at, text in enumerate(lines):
            first.write_string(at, 0, text, looks.plain if at else looks.strong)
        first.set_column(0, 0, 120)
        for at, section in enumerate(papers.sections, start=1):
            sheet = book.add_worksheet(sheets.name(at, section.title))
            sheet.write_string(0, 0, f"{papers.title} · {section.title}", looks.strong)
            sheet.write_string(1, 0, f"{section.note} · {papers.release}", looks.plain)
            sheets.table(sheet, section.table, looks, first=_FIRST)
    return frozen(target.getvalue(), papers.released)


def _printed(papers: Papers) -> bytes:
    """Return the PDF file on A4: the lines of each section, or its rows."""
    # Loaded when it is asked for: it needs Pango, and the other files must do without.
    from utils.exports.pack import pdf  # noqa: PLC0415

    lead = "".join(f"<p>{escape(line)}</p>" for line in papers.lead)
    body = "".join(
        f"<h2>{escape(section.title)}</h2>"
        + "".join(f"<p>{escape(line)}</p>" for line in section.lines)
        + (_rows(section) if section.in_print else "")
        for section in papers.sections
        if section.lines or section.in_print
    )
    look = "sheet dense" if any(section.in_print for section in papers.sections) else "sheet"
    written = (
        f'<article class="{look}"><p class="release">{escape(papers.release)}</p>'
        f'<h1>{escape(papers.title)}</h1><div class="why">{lead}</div>{body}'
        f"<footer><p>{escape(papers.words('pack.link'))}: {escape(papers.link)}</p></footer>"
        "</article>"
    )
    own = (paths.STATIC / "pack" / "sheet.css").read_text("utf-8")
    return pdf.to_pdf(
        written, offline_page.style() + own, title=papers.title, lang=papers.words.lang
    )


def _rows(section: Section) -> str:
    """Return the rows of a section as a table."""
    head = "".join(f"<th>{escape(str(name))}</th>" for name in section.table.columns)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(_printable(cell))}</td>' for cell in row)}</tr>"
        for row in section.table.itertuples(index=False, name=None)
    )
    return f'<table class="rows close"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _printable(cell: object) -> str:
    return "–" if pd.isna(cell) else str(cell)  # type: ignore[call-overload]


def _calendar(papers: Papers) -> bytes:
    """Return the deadlines as whole days; a calendar that has one already replaces it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{papers.words('app.title')}//TH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", papers.title)
    stamp = dt.datetime.fromisoformat(papers.released).replace(tzinfo=dt.UTC)
    for one in papers.deadlines:
        event = Event()
        event.add("uid", one.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", one.day)
        event.add("dtend", one.day + dt.timedelta(days=1))
        event.add("summary", one.title)
        event.add("description", f"{one.about}\n{papers.link}".strip())
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
