"""Published values that a file would overwrite: told once a file, so that nobody does it unawares.

Last year's file sent again under a new name, a year typed wrong, a column of another table: each of
them is sound cell by cell, and shows only in what it overwrites.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from utils.desk.store.changes import Changes
from utils.desk.store.rows import IncomingRow, StoredRow
from utils.desk.store.scope import YEAR_FIELD
from utils.desk.submissions.intake import ANSWERS, Intake
from utils.desk.submissions.questions import Question
from utils.tables.declared import schemas
from utils.tables.reading.meaning.columns import rows_in_words
from utils.tables.reading.problems import Problem
from utils.words import LANGS, Words

# Rows that the desk itself writes beside what was sent.
_OWN = frozenset({schemas.AWARD_LIST_FAULTS.name, schemas.REPORTED_PARTS.name})


def problems(
    intake: Intake, table_changes: Mapping[str, Changes], asked: Collection[Question]
) -> Iterator[Problem]:
    """Yield a warning for each file and table in which known values of published rows would change.

    A value that was not known and is now said overwrites nothing. `asked`: the questions about
    single rows, which are passed over.
    """
    passed_over = {*(one.after for one in asked), *intake.proposed}
    for name, change in table_changes.items():
        if name in _OWN:
            continue
        by_file: dict[str, list[tuple[StoredRow, IncomingRow]]] = {}
        read_in = intake.read_in(name)
        for before, after in change.changed:
            if after not in passed_over and _overwrites(before, after):
                by_file.setdefault(read_in(after).part.name, []).append((before, after))
        for file, pairs in by_file.items():
            if not file.startswith(ANSWERS):  # what was answered on the page was asked there
                yield _problem(name, file, pairs)


def _overwrites(before: StoredRow, after: IncomingRow) -> bool:
    return any(
        old is not None and old != new for old, new in zip(before.cells, after.cells, strict=True)
    )


def _problem(name: str, file: str, pairs: list[tuple[StoredRow, IncomingRow]]) -> Problem:
    table = schemas.TABLES[name]
    rows = sorted({after.file_row for _, after in pairs})
    context: dict[str, object] = {
        "count": len(pairs),
        "table_th": table.title_th,
        "table_en": table.title_en,
        **rows_in_words(rows),
        **dict.fromkeys((f"years_{lang}" for lang in LANGS), ""),
    }
    if YEAR_FIELD in table.columns:
        at = list(table.columns).index(YEAR_FIELD)
        years = sorted({after.cells[at] for _, after in pairs if after.cells[at] is not None})
        text = ", ".join(map(str, years))
        for lang in LANGS:
            context[f"years_{lang}"] = Words(lang)("check.of_years", years=text)
    return Problem(
        file=file, code="overwrites_published", severity="warning", row=rows[0], context=context
    )
