"""Check one file: ``python -m utils.tables.check FILE [--table NAME] [--lang th|en]``.

Prints what is wrong with the file and how to mend it. Exits 0 without errors (warnings may be
there), 1 with any error, 2 when it was called wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import pandas as pd

from utils.tables import award_list_rules, enrolment_rules, headings, schemas, shipped
from utils.tables.columns import Table
from utils.tables.contents import Contents
from utils.tables.files import open_contents
from utils.tables.problems import Problem
from utils.tables.reader import Reading, interpret
from utils.words import LANGS, Lang, Words

_ALIKE: Final = 0.5  # of 1: at least half of the headings fit


def recognise(contents: Contents) -> Table | None:
    """Return the table that the headings of a file fit best, None where they fit none."""
    likeness = {
        name: max((headings.likeness(sheet.rows, table) for sheet in contents.sheets), default=0.0)
        for name, table in schemas.ALL.items()
    }
    best = max(likeness, key=lambda name: likeness[name])
    return schemas.ALL[best] if likeness[best] >= _ALIKE else None


def check(contents: Contents, table: Table) -> Reading:
    """Read a file as one table, by the rules of that table."""
    reading = interpret(contents, table=table, places=shipped.places())
    faults = _faults(reading.frame, table, contents.file)
    return Reading(frame=reading.frame, problems=(*reading.problems, *faults))


def _faults(frame: pd.DataFrame, table: Table, file: str) -> tuple[Problem, ...]:
    if table is schemas.AWARD_LIST:
        return award_list_rules.check(
            frame,
            provinces=shipped.load("provinces"),
            offices=shipped.load("offices"),
            places=shipped.places(),
            file=file,
        )
    if table is schemas.ENROLMENT:
        return enrolment_rules.check(frame, evidence=shipped.load("step_evidence"), file=file)
    return ()


def report(problems: Sequence[Problem], *, lang: Lang) -> Iterator[str]:
    """Give the lines that tell the problems: where, what, and what to do."""
    words = Words(lang)
    for problem in problems:
        value = f" · {words('check.value', value=problem.value)}" if problem.value else ""
        yield f"{words(f'check.{problem.severity}')} · {problem.place(lang)}{value}"
        yield f"    {problem.message(lang)}"
        yield f"    {words('check.remedy', remedy=problem.remedy(lang))}"
    errors = sum(problem.severity == "error" for problem in problems)
    yield words("check.summary", errors=errors, warnings=len(problems) - errors)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the file named on the command line and return the exit code."""
    parser = _parser()
    asked = parser.parse_args(arguments)
    words = Words(asked.lang)
    if not asked.file.is_file():
        parser.error(words("check.no_such_file", file=asked.file.name))
    contents = open_contents(asked.file, asked.file.name)
    table = schemas.ALL[asked.table] if asked.table else recognise(contents)
    problems = contents.problems
    if table is not None:
        reading = check(contents, table)
        problems = reading.problems
        named = {"title": table.title(asked.lang), "name": table.name}
        _say(words("check.table", file=contents.file, rows=len(reading.frame), **named))
    elif not problems:
        problems = (Problem(file=contents.file, code="unknown_table"),)
    for line in report(problems, lang=asked.lang):
        _say(line)
    return int(any(problem.severity == "error" for problem in problems))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m utils.tables.check", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--table", choices=sorted(schemas.ALL))
    parser.add_argument("--lang", choices=LANGS, default="th")
    return parser


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
