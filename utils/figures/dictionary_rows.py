"""The declared tables, their sources and the definitions of measures, as tables for reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from utils.figures import labels
from utils.measures.definitions import Subject, definitions
from utils.tables.declared.awards import LEVEL
from utils.tables.declared.columns import Column, Table
from utils.tables.declared.schemas import AWARD_LIST_FAULTS, ROUNDS
from utils.tables.dictionary import KINDS
from utils.words import Words


def columns(table: Table, words: Words) -> pd.DataFrame:
    """Return what each column of a declared table is, means and may hold.

    A reader's table is Markdown: names, codes and patterns are set as code.
    """
    lang = words.lang
    rows = [
        {
            words("methods.column.name"): f"`{name}` · {column.title(lang)}",
            words("methods.column.kind"): _kind(name, table, words),
            words("column.meaning"): column.about(lang),
            words("methods.column.unit"): column.unit(lang),
            words("methods.column.allowed"): _allowed(column, words),
            words("methods.column.empty"): words(
                "methods.allowed.yes" if column.nullable else "methods.allowed.no"
            ),
        }
        for name, column in table.columns.items()
    ]
    return pd.DataFrame(rows)


def _kind(name: str, table: Table, words: Words) -> str:
    thai, english = KINDS[table.columns[name].kind]
    kind = words.pick(th=thai, en=english)
    return f"{kind} · {words('methods.allowed.key')}" if name in table.key else kind


def _allowed(column: Column, words: Words) -> str:
    parts = [f"`{choice.code}` = {choice.label(words.lang)}" for choice in column.choices]
    if column.pattern:
        parts.append(words.pick(th=column.form_th, en=column.form_en))
    if column.bounds:
        parts.append(column.bounds)
    if column.refers_to:
        parts.append(words("methods.allowed.refers_to", column=f"`{column.refers_to}`"))
    return ", ".join(parts)


@dataclass(frozen=True, kw_only=True)
class Loaded:
    """What is loaded of a table now: its rows, its fiscal years, and the release that they are of.

    `years`: as text, empty where it has none. `release`: None for an invented table. `changed`: the
    release, with its day, in which people last changed the table; empty where it is as shipped.
    """

    rows: int
    years: str
    release: int | None
    changed: str = ""

    @classmethod
    def of(cls, frame: pd.DataFrame, release: int | None) -> Loaded:
        """Return what a frame of a table holds."""
        known = [frame[name].dropna() for name in ("fiscal_year_be", "year_be") if name in frame]
        years = known[0] if known else pd.Series(dtype="Int64")
        span = "" if years.empty else labels.years(int(years.min()), int(years.max()))
        return cls(rows=len(frame), years=span, release=release)


def sources(rows: Iterable[tuple[Table, Loaded]], words: Words) -> pd.DataFrame:
    """Return what is loaded of each table, from where it is, and under which terms."""
    return pd.DataFrame(
        [
            {
                words("methods.column.table"): table.title(words.lang),
                words("methods.column.rows"): f"{loaded.rows:,}",
                words("methods.column.years"): loaded.years,
                words("methods.column.loaded"): _loaded(loaded, words),
                words("column.source"): words("methods.loaded.by_script")
                if loaded.release is None
                else table.source(words.lang),
                words("column.as_of"): _as_of(table, loaded, words),
                words("column.licence"): ""
                if loaded.release is None
                else table.licence(words.lang),
            }
            for table, loaded in rows
        ]
    )


def _as_of(table: Table, loaded: Loaded, words: Words) -> str:
    """Return when the facts are of; and who changed them since knows what else they are of."""
    if loaded.release is None:
        return ""
    shipped = words.pick(th=table.as_of_th, en=table.as_of_en)
    if not loaded.changed:
        return shipped
    return words("methods.changed", shipped=shipped, release=loaded.changed)


def _loaded(loaded: Loaded, words: Words) -> str:
    if loaded.release is None:
        return words("methods.loaded.invented")
    return words(f"methods.loaded.{'rows' if loaded.rows else 'empty'}", n=loaded.release)


def faults(rows_with_faults: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the known faults of the published list, each with its source row."""
    kind = AWARD_LIST_FAULTS.columns["code"]
    return pd.DataFrame(
        {
            words("column.source_row"): rows_with_faults["source_row"],
            words("methods.column.fault"): rows_with_faults["code"].map(
                lambda code: kind.label(code, words.lang)
            ),
            words("methods.column.value"): rows_with_faults["value"],
            words("methods.column.should_be"): rows_with_faults["detail"],
        }
    )


def fault_counts(rows_with_faults: pd.DataFrame, words: Words) -> list[str]:
    """Return one line a kind of fault, with the number of rows that have it."""
    kind = AWARD_LIST_FAULTS.columns["code"]
    counts = rows_with_faults.groupby("code", sort=False).size()
    return [
        words("methods.fault_count", n=counts[choice.code], fault=choice.label(words.lang))
        for choice in kind.choices
        if choice.code in counts.index
    ]


def rounds(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the state of every year's rounds, with the basis of each."""
    return pd.DataFrame(
        {
            words("column.year"): table["fiscal_year_be"],
            words("column.level"): table["level"].map(lambda level: LEVEL.label(level, words.lang)),
            words("column.status"): table["status"].map(
                lambda status: ROUNDS.columns["status"].label(status, words.lang)
            ),
            words("column.basis"): table[f"basis_{words.lang}"],
        }
    )


def steps(levels: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return the steps of both pathways, with the level each amounts to and why."""
    return pd.DataFrame(
        {
            words("column.step"): [words(f"step.{step}") for step in levels["step"]],
            words("column.meaning"): levels[f"name_{words.lang}"].array,
            words("methods.column.level_of"): levels["level"].array,
            words("methods.column.why"): levels[f"reason_{words.lang}"].array,
        }
    )


def requirements(table: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return what each step asks for, as the table `step_requirements` holds it."""
    return pd.DataFrame(
        {
            words("column.step"): [words(f"step.{step}") for step in table["step"]],
            words("methods.column.asks"): table[f"about_{words.lang}"].array,
            words("methods.column.minimum"): table["minimum"].array,
            words("methods.column.either"): [
                "" if pd.isna(group) else words("requirement.either") for group in table["one_of"]
            ],
        }
    )


def measures(subject: Subject, words: Words) -> pd.DataFrame:
    """Return what each measure of a subject is, how it is computed and on whose word."""
    rows = [
        {
            words("methods.column.measure"): one.name,
            words("methods.column.rule"): one.rule,
            words("methods.column.formula"): one.formula,
            words("methods.column.unit"): one.unit,
            words("column.source"): one.source,
        }
        for one in definitions(subject, words.lang)
    ]
    return pd.DataFrame(rows)
