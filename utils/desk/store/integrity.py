"""Whether the tables of a release fit together: what a table refers to must be in the other one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

import pandas as pd

from utils.measures.coverage.rounds import unstated
from utils.tables.declared import schemas
from utils.tables.declared.columns import Reference, Table
from utils.tables.declared.places import FICTITIOUS_PREFIX
from utils.tables.declared.schemas import Load
from utils.tables.reading.problems import Problem
from utils.tables.rules import by_table


def problems(changed: Collection[str], load: Load) -> Iterator[Problem]:
    """Yield the problems of a release in the making: lost references, invented rows, broken rules.

    Parameters
    ----------
    changed : collection of str
        The names of the tables that would change: they and those that refer to them are checked.
    load : Load
        The tables as they would be.
    """
    for table in schemas.TABLES.values():
        for columns, target, named in _references(table):
            if table.name in changed or target in changed:
                yield from _unresolved(
                    table, load(table.name)[columns], target, load(target)[named]
                )
        if table.name in changed and "lao_id" in table.columns:
            yield from _invented(table, load(table.name)["lao_id"])
        yield from _by_rules(table, changed, load)
    if {schemas.AWARDS.name, schemas.ROUNDS.name} & set(changed):
        yield from _unstated(load)


def _unstated(load: Load) -> Iterator[Problem]:
    """Yield each round that has results while the table of rounds does not say how whole they are.

    Only whoever sends a list knows that; without it the provinces that it lacks cannot be told from
    those that are not known.
    """
    rounds, awards = load(schemas.ROUNDS.name), load(schemas.AWARDS.name)
    level = schemas.AWARDS.columns["level"]
    for year, code in unstated(rounds, awards):
        yield Problem(
            file=schemas.ROUNDS.file,
            code="round_unstated",
            column="status",
            value=str(year),
            context={
                "level_th": level.label(code, "th"),
                "level_en": level.label(code, "en"),
                "table_th": schemas.ROUNDS.title_th,
                "table_en": schemas.ROUNDS.title_en,
            },
        )


def _references(table: Table) -> Iterator[tuple[list[str], str, list[str]]]:
    """Yield the columns of a table, and the table and columns in which their values must stand."""
    for name, column in table.columns.items():
        if column.refers_to is not None:
            target, named = column.refers_to.split(".")
            yield [name], target, [named]
    for reference in table.refers_to:
        yield _together(reference)
    if table is schemas.MUNICIPALITIES:
        # Of itself: an LAO may be sent in one file with those that merged into it.
        yield ["merged_into"], table.name, ["lao_id"]


def _together(reference: Reference) -> tuple[list[str], str, list[str]]:
    return list(reference.columns), reference.table, list(reference.columns)


def _unresolved(
    table: Table, rows: pd.DataFrame, target: str, target_rows: pd.DataFrame
) -> Iterator[Problem]:
    known = set(target_rows.itertuples(index=False, name=None))
    referring = dict.fromkeys(rows.dropna().itertuples(index=False, name=None))
    unresolved = [values for values in referring if values not in known]
    if not unresolved:
        return
    whole = schemas.TABLES[target]
    yield Problem(
        file=table.file,
        code="reference_left",
        column=rows.columns[0],
        value=", ".join(map(str, unresolved[0])),
        context={
            "count": len(unresolved),
            "table_th": table.title_th,
            "table_en": table.title_en,
            "target_th": whole.title_th,
            "target_en": whole.title_en,
        },
    )


def _by_rules(table: Table, changed: Collection[str], load: Load) -> Iterator[Problem]:
    """Yield the errors of a whole table, where it or a table that its rules read would change."""
    tables_read = {table.name}

    def load_noting(name: str) -> pd.DataFrame:
        tables_read.add(name)
        return load(name)

    check = by_table.check_of(table, load_noting)
    if check is not None and tables_read & set(changed):
        for problem in check(load(table.name), file=table.file):
            if problem.severity == "error":
                yield replace(problem, row=None)  # rows of a table come from several files


def _invented(table: Table, laos: pd.Series) -> Iterator[Problem]:
    for lao in laos[laos.str.startswith(FICTITIOUS_PREFIX)].drop_duplicates():
        yield Problem(file=table.file, code="invented_row", column="lao_id", value=lao)
