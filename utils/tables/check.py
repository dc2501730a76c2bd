"""Check one file: ``python -m utils.tables.check FILE [--table NAME] [--lang th|en]``.

Prints what is wrong with the file and how to correct it. Exits 0 without errors (there may be
warnings), 1 with any error, 2 when it was called wrongly.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from utils.tables import calendar, shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.places import places_for
from utils.tables.reading import recognition
from utils.tables.reading.contents import Contents
from utils.tables.reading.files import open_contents
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading, interpret
from utils.tables.rules import by_table
from utils.words import LANGS, Lang, Words


def check(contents: Contents, table: Table, *, today: dt.date, load: Load | None = None) -> Reading:
    """Read a file as one table, by the rules of that table.

    `today`: the day in Thailand, after which no award can have been given. `load`: loads the other
    tables that cells and rules refer to; the shipped ones without it.
    """
    places = shipped.places_for(table) if load is None else places_for(table, load)
    rules = by_table.rules_of(table, load or shipped.load)
    return interpret(contents, table=table, places=places, today=today, rules=rules)


def report(problems: Sequence[Problem], *, lang: Lang) -> Iterator[str]:
    """Yield the lines about the problems: where, what, and what to do."""
    words = Words(lang)
    for problem in problems:
        value = f" · {words('check.value', value=problem.value)}" if problem.value else ""
        yield f"{words(f'check.{problem.severity}')} · {problem.place(lang)}{value}"
        yield f"    {problem.message(lang)}"
        yield f"    {words('check.remedy', remedy=problem.remedy(lang))}"
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    totals = {name: _count(name, n, words) for name, n in counts.items()}
    yield words("check.summary", **totals)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the file named on the command line, and return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    words = Words(options.lang)
    if not options.file.is_file():
        parser.error(words("check.no_such_file", file=options.file.name))
    contents = open_contents(options.file, options.file.name)
    named = (schemas.ALL[options.table],) if options.table else recognition.candidates(contents)
    if named and contents.sheets:
        reading = check(contents, named[0], today=calendar.today())
        head, problems = _read_as(contents, named, len(reading.frame), words), reading.problems
    else:
        head = (words("check.not_read", file=contents.file),)
        problems = contents.problems or recognition.unknown_table(contents)
    for line in (*head, *report(problems, lang=options.lang)):
        _print(line)
    return int(any(problem.severity == "error" for problem in problems))


def _read_as(
    contents: Contents, tables: Sequence[Table], rows: int, words: Words
) -> tuple[str, ...]:
    title, *others = (f"“{table.title(words.lang)}” ({table.name})" for table in tables)
    counted = _count("rows", rows, words)
    read = words("check.table", file=contents.file, table=title, rows=counted)
    if not others:
        return (read,)
    return (read, words("check.other_tables", others=", ".join(others)))


def _count(what: str, n: int, words: Words) -> str:
    return words(f"check.{what}_one" if n == 1 else f"check.{what}", n=n)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m utils.tables.check", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--table", choices=sorted(schemas.ALL))
    parser.add_argument("--lang", choices=LANGS, default="th")
    return parser


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
