"""Who has reported, in words: the sentence beside national figures, and the list of offices."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.figures import labels, rows
from utils.figures.labels import AreaTables
from utils.measures import reported as measures
from utils.measures.reported import ReportedTable
from utils.tables.declared.schemas import TABLES
from utils.words import Words


def sentence(told: pd.DataFrame, fiscal_year_be: int, words: Words) -> str:
    """Return how many offices and provinces have reported a year; empty where there is no office.

    `told`: from `utils.measures.reported.told_by_province`.
    """
    known = measures.reported(told)
    if not known.of_offices:
        return ""
    return words(
        "who_reported.offices",
        year=fiscal_year_be,
        n=known.offices,
        of=known.of_offices,
        provinces=known.provinces,
        total=known.of_provinces,
    )


def so_far(told: pd.DataFrame, words: Words) -> str:
    """Return that counts are of the provinces that have reported; empty where all have.

    `told`: from `utils.measures.reported.told_by_province`.
    """
    known = measures.reported(told)
    return words("who_reported.so_far") if known.provinces < known.of_provinces else ""


def sentence_so_far(sentence: str, told: pd.DataFrame, words: Words) -> str:
    """Return a sentence with how many provinces it rests on, where not all have reported.

    `told`: from `utils.measures.reported.told_by_province`.
    """
    known = measures.reported(told)
    if known.provinces >= known.of_provinces:
        return sentence
    return words("slide.stairs_so_far", sentence=sentence, n=known.provinces, of=known.of_provinces)


def offices(
    told: Mapping[ReportedTable, pd.DataFrame], tables: AreaTables, words: Words
) -> pd.DataFrame:
    """Return the offices with how many of their provinces have reported, one row each.

    Parameters
    ----------
    told : mapping
        From the name of a table to its `utils.measures.reported.told_by_province`. The provinces
        named are those of the first table.
    tables : AreaTables
    words : Words
    """
    first = next(iter(told.values()))
    numbers = list(measures.told_by_office(first).index)
    disputed = set(_disputed(tables.provinces)["office_number"])
    table: dict[str, list[str]] = {
        words("grouping.office_number"): [
            labels.office(number, tables.offices, tables.provinces, words)
            + (words("who_reported.mark") if number in disputed else "")
            for number in numbers
        ]
    }
    for name, one in told.items():
        counts = measures.told_by_office(one).loc[numbers].to_dict("records")
        heading = words("who_reported.column.provinces", table=TABLES[name].title(words.lang))
        table[heading] = [
            words("share.of_base", n=row["reported"], base=row["provinces"]) for row in counts
        ]
    for what in ("none", "not_reported"):
        named = first[first["told"] == what]
        table[words(f"who_reported.column.{what}")] = [
            _names(named[named["office_number"] == number], tables.provinces, words)
            for number in numbers
        ]
    return pd.DataFrame(table)


def note(provinces: pd.DataFrame, words: Words) -> str:
    """Return what the list of offices counts, and which provinces sources give to two offices."""
    names = _names(_disputed(provinces).set_index("province_code"), provinces, words)
    return words("who_reported.note", disputed=names)


def _disputed(provinces: pd.DataFrame) -> pd.DataFrame:
    return provinces[provinces["office_number_other"].notna()]


def _names(of: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> str:
    return ", ".join(rows.province_names(of.index.to_series(), provinces, words))
