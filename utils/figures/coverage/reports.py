"""Reported results in words: beside a province, beside the headline, and as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures.rows import province_names
from utils.measures.coverage import reports as measured
from utils.measures.coverage.coverage import Status
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.tables import calendar
from utils.tables.declared.schemas import REPORTED_RESULTS
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Register:
    """The register of reported results, with what its entries are held against.

    `entries`, `laos`: the tables `reported_results` and `municipalities`.
    """

    entries: pd.DataFrame
    record: Record
    laos: pd.DataFrame

    @classmethod
    def of(cls, load: Callable[[str], pd.DataFrame]) -> Register:
        """Return the register made of the tables that `load` returns by name."""
        return cls(
            entries=load("reported_results"), record=Record.of(load), laos=load("municipalities")
        )

    def of_province(self, province_code: str, question: Question) -> pd.DataFrame:
        """Return the entries of a province at the question's year, with their standing."""
        year = question.fiscal_year_be
        here = measured.of_province(self.entries, self.record, province_code, year)
        return here.assign(standing=measured.standings(here, self.record, self.laos))


def notes(
    register: Register, question: Question, province_code: str, status: Status, words: Words
) -> tuple[str, ...]:
    """Return what stands beside a province that is not counted or not known, a line an entry.

    No line where the province is counted or outside the target; one that says so where the register
    has nothing of it, or does not exist yet.
    """
    if not measured.awaits(status):
        return ()
    here = register.of_province(province_code, question)
    if here.empty:
        return (words("reported.none_here"),)
    return tuple(_line(row, words) for row in here.to_dict("records"))


def beside(register: Register, states: pd.DataFrame, question: Question, words: Words) -> str:
    """Return in one sentence which provinces of an area have a reported result that is not counted.

    `states`: rows of `utils.measures.coverage.coverage.by_province`. Empty where there is none.
    """
    reported = set(register.entries["province_code"].dropna())
    waiting = [
        register.of_province(str(code), question)
        for code, status in states["status"].items()
        if code in reported and measured.awaits(status)
    ]
    if not waiting:
        return ""
    rows = pd.concat(waiting)
    named = rows[rows["standing"].isin(["not_listed", "differs"])].drop_duplicates(
        ["province_code", "lao_name_th", "fiscal_year_be"]
    )
    if named.empty:
        return ""
    provinces = province_names(named["province_code"], register.record.provinces, words)
    places = [
        words("reported.place", province=province, lao=lao, year=_year(year, words))
        for province, lao, year in zip(
            provinces,
            named[f"lao_name_{words.lang}"].fillna("–"),
            named["fiscal_year_be"],
            strict=True,
        )
    ]
    return words("reported.beside", places=", ".join(places))


def table(
    reports: pd.DataFrame, standing: pd.Series, provinces: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return rows of the register as a reader's table, each with its standing.

    `reports`: rows of the table `reported_results`; `standing`: from
    `utils.measures.coverage.reports.standings`, indexed like them; `provinces`: as the table.
    """
    columns, lang = REPORTED_RESULTS.columns, words.lang
    entries = reports.to_dict("records")
    names = province_names(reports["province_code"], provinces, words)
    return pd.DataFrame(
        {
            words("reported.column.claim"): reports[f"claim_{lang}"].array,
            words("reported.column.standing"): [words(f"reported.standing.{s}") for s in standing],
            words("column.province"): names.fillna(words("filter.everywhere")).array,
            words("column.lao"): reports[f"lao_name_{lang}"].fillna("–").array,
            words("column.year"): [_year(year, words) for year in reports["fiscal_year_be"]],
            words("column.level"): [
                "–" if pd.isna(level) else columns["level"].label(level, lang)
                for level in reports["level"]
            ],
            words("column.source"): reports[f"source_{lang}"].array,
            words("reported.column.address"): reports["address"].fillna("–").array,
            words("reported.column.reported_on"): [
                _day(day, words) for day in reports["reported_on"]
            ],
            words("reported.column.checked"): [_checked(entry, words) for entry in entries],
            words("reported.column.id"): reports["report_id"].array,
        },
        dtype="string",
    )


def shortened(reports: pd.DataFrame, whole: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the table as a screen has room for it: each source in one cell, the LAO in the claim.

    `reports`: the rows of the register; `whole`: their `table`.
    """
    sources = [_source(row, words) for row in reports.to_dict("records")]
    return pd.DataFrame(
        {
            **{
                heading: whole[heading]
                for heading in (
                    *(words("reported.column.claim"), words("reported.column.standing")),
                    *(words("column.province"), words("column.year")),
                )
            },
            words("column.source"): sources,
            words("reported.column.checked"): whole[words("reported.column.checked")],
        },
        dtype="string",
    )


def lead(counts: pd.Series, words: Words) -> str:
    """Return how many entries there are of each standing.

    `counts`: from `utils.measures.coverage.reports.by_standing`.
    """
    parts = [
        words("reported.count", standing=words(f"reported.standing.{code}"), n=n)
        for code, n in counts.items()
        if n
    ]
    total = int(counts.sum())
    return words("reported.lead", n=total, parts=" · ".join(parts)) if total else ""


def _line(row: Mapping[Any, Any], words: Words) -> str:
    """Return one entry: what is claimed, how it stands, and on whose word."""
    return words(
        "reported.line",
        claim=row[f"claim_{words.lang}"],
        standing=words(f"reported.standing.{row['standing']}"),
        source=_source(row, words),
        checked=_checked(row, words),
    )


def _source(row: Mapping[Any, Any], words: Words) -> str:
    """Return on whose word an entry stands: name, address and day, as far as known."""
    day = "" if pd.isna(row["reported_on"]) else _day(row["reported_on"], words)
    address = "" if pd.isna(row["address"]) else row["address"]
    return " · ".join(part for part in (row[f"source_{words.lang}"], day, address) if part)


def _checked(row: Mapping[Any, Any], words: Words) -> str:
    """Return how an entry was checked and when, as far as it says."""
    day = "" if pd.isna(row["checked_on"]) else _day(row["checked_on"], words)
    if row["kind"] == "search":
        return words("reported.searched", day=day)
    if pd.isna(row["how_checked"]):
        how = words("reported.unchecked")
    else:
        how = REPORTED_RESULTS.columns["how_checked"].label(row["how_checked"], words.lang)
    return f"{how} ({day})" if day else how


def _day(iso: Any, words: Words) -> str:  # noqa: ANN401 a cell
    if pd.isna(iso):
        return words("reported.no_day")
    return calendar.date_be(dt.date.fromisoformat(str(iso)))


def _year(year: Any, words: Words) -> str:  # noqa: ANN401 a cell
    return words("reported.any_year") if pd.isna(year) else str(year)
