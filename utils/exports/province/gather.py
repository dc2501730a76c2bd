"""What the brief of a province is made from, straight from the store."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlencode

from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.exports.pack.gather import Asked
from utils.figures import labels
from utils.figures.coverage import province_sheet
from utils.figures.coverage.province_facts import GROUPINGS, ProvinceMaterial
from utils.figures.coverage.province_sheet import ProvinceSheet
from utils.figures.slides.slide import Selection
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import evidence
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


class NoSuchProvinceError(Exception):
    """No province has this ISO code; its text is the code."""


def gather_province(
    asked: Asked, iso_code: str, release: Release
) -> tuple[Selection, ProvinceSheet, Record]:
    """Return a province's selection, what its brief says, and the record of a release.

    `asked`: of it, rule, year, window, words and address are used.

    Raises
    ------
    NoSuchProvinceError
        If no province has this code.
    """
    load = partial(store.table, shown=release)
    record = Record.of(load)
    found = record.provinces[record.provinces["iso_code"] == iso_code].to_dict("records")
    if not found:
        raise NoSuchProvinceError(iso_code)
    [province], words = found, asked.words
    question = Question(
        rule=asked.rule,
        fiscal_year_be=record.last_year_be if asked.year is None else asked.year,
        window_years=asked.window,
    )
    states = coverage_coverage.by_province(record, question)
    place = ProvinceMaterial(
        province=province,
        question=question,
        evidence=evidence.of_province(record, question, province["province_code"]),
        counted={
            by: coverage_groups.coverage_by(states, record.provinces, by)
            for by in GROUPINGS.values()
        },
        register=load("municipalities"),
        centre_cities=record.centre_cities,
        areas=labels.AreaTables(
            clusters=load("clusters"), offices=load("offices"), provinces=record.provinces
        ),
        years=(record.first_year_be, record.last_year_be),
    )
    codes = {
        "province": iso_code,
        "year": question.fiscal_year_be,
        "rule": asked.rule,
        "window": "all" if asked.window is None else asked.window,
        "lang": words.lang,
        "release": release.number,
    }
    chosen = Selection(
        question=question,
        codes=(province["province_code"],),
        area=str(province[f"name_{words.lang}"]),
        words=words,
        slides=(),
        release=release.number,
        released=release.published.date().isoformat(),
        link=f"{asked.address}province?{urlencode(codes)}",
    )
    sheet = province_sheet.sheet(place, load("pilots"), load("press_facts"), words)
    return chosen, sheet, record
