"""Check one file: ``python -m utils.tables.check FILE [--table NAME] [--heading H=COLUMN]``.

Prints what is wrong with the file and how to correct it. Exits 0 without errors (there may be
warnings), 1 with any error, 2 when it was called wrongly.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from utils.tables import calendar, shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.places import places_for
from utils.tables.reading import recognition
from utils.tables.reading.cells import EVERYBODY, Sender
from utils.tables.reading.contents import Contents
from utils.tables.reading.files import open_contents
from utils.tables.reading.gathered import gather
from utils.tables.reading.headings import NONE_CHOSEN, Chosen
from utils.tables.reading.layout import catalogue
from utils.tables.reading.layout.arranged import NOTHING_GIVEN
from utils.tables.reading.normalise import spelling_key
from utils.tables.reading.problems import Problem, Severity
from utils.tables.reading.reader import FILE_ROW, Reading, interpret
from utils.tables.reading.recognition import Part
from utils.tables.rules import by_table
from utils.words import LANGS, Lang, Words


def check(  # noqa: PLR0913 all but two have names
    contents: Contents,
    table: Table,
    *,
    today: dt.date,
    load: Load | None = None,
    chosen: Chosen = NONE_CHOSEN,
    given: Mapping[str, str] = NOTHING_GIVEN,
    sender: Sender | None = None,
) -> Reading:
    """Read a file as one table, by the rules of that table.

    `today`: the day in Thailand, after which no award can have been given. `load`: loads the other
    tables that cells and rules refer to; the shipped ones without it. `chosen`: what a person said
    of headings that are not known, `given` of columns that the file lacks. `sender`: who sends it;
    without it nobody is told of LAOs that a name alone was taken for.
    """
    places = shipped.places_for(table) if load is None else places_for(table, load)
    return interpret(
        contents,
        table=table,
        places=places,
        today=today,
        rules=by_table.rules_of(table, load or shipped.load),
        known=catalogue.of(table, load or shipped.load),
        chosen=chosen,
        given=given,
        sender=sender,
    )


def report(problems: Sequence[Problem], *, lang: Lang) -> Iterator[str]:
    """Yield the lines about the problems, those of one kind together: where, what, what to do."""
    words, lines = Words(lang), gather(problems, lang)
    several = len({one.file for one in problems}) > 1
    for line in lines:
        place = f"{line.in_files()} · {line.place(lang)}" if several else line.place(lang)
        value = f" · {words('check.value', value=line.found())}" if line.values else ""
        yield f"{words(f'check.{line.severity}')} · {place}{value}"
        yield f"    {line.message}"
        yield f"    {words('check.remedy', remedy=line.remedy)}"
    counts = Counter(line.severity for line in lines)
    kinds: dict[str, Severity] = {"errors": "error", "warnings": "warning", "notes": "note"}
    totals = {name: _count(name, counts[kind], words) for name, kind in kinds.items()}
    yield words("check.summary", **totals)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the file named on the command line, every sheet of it, and return the exit code."""
    parser = _parser()
    options = parser.parse_args(arguments)
    words = Words(options.lang)
    if not options.file.is_file():
        parser.error(words("check.no_such_file", file=options.file.name))
    contents = open_contents(options.file, options.file.name)
    named = schemas.ALL[options.table] if options.table else None
    problems: list[Problem] = []
    readings: list[tuple[Part, Reading]] = []
    for part in recognition.parts(contents, named=named, chosen=_any_table(options.heading)):
        if not (part.tables and part.contents.sheets):
            _print(words("check.not_read", file=part.contents.file))
            problems += part.contents.problems or recognition.unknown_table(part.contents)
            continue
        chosen = _chosen(options.heading, part.tables[0], parser, words)
        reading = check(
            part.contents,
            part.tables[0],
            today=calendar.today(),
            chosen=chosen,
            sender=EVERYBODY,
        )
        for line in _read_as(part, len(reading.frame), words):
            _print(line)
        problems += reading.problems
        readings.append((part, reading))
    problems += _repeats(readings)
    for line in report(problems, lang=options.lang):
        _print(line)
    if not readings and contents.sheets:
        _print(words("check.say_table", names=", ".join(schemas.ALL)))
    elif any(problem.code == "column_unknown" for problem in problems):
        _print(words("check.say_heading"))
    return int(any(problem.severity == "error" for problem in problems))


def _read_as(part: Part, rows: int, words: Words) -> tuple[str, ...]:
    title, *others = (f"“{table.title(words.lang)}” ({table.name})" for table in part.tables)
    counted = _count("rows", rows, words)
    read = words("check.table", file=part.contents.file, table=title, rows=counted)
    if not others:
        return (read,)
    return (read, words("check.other_tables", others=", ".join(others)))


def _any_table(pairs: Sequence[str]) -> dict[str, str]:
    """Return the columns that were named for headings, whatever the table."""
    split = (pair.rpartition("=") for pair in pairs)
    return {spelling_key(written): column.strip() for written, _, column in split}


def _chosen(
    pairs: Sequence[str], table: Table, parser: argparse.ArgumentParser, words: Words
) -> dict[str, str]:
    """Return the columns that were named for headings; an unknown column ends the command."""
    chosen = _any_table(pairs)
    for column in filter(None, chosen.values()):
        if column not in table.columns:
            names = ", ".join(table.columns)
            parser.error(words("check.no_such_column", column=column, names=names))
    return chosen


def _repeats(readings: Sequence[tuple[Part, Reading]]) -> Iterator[Problem]:
    """Yield the rows whose key another sheet of the file has, as the desk does for files."""
    first: dict[tuple[object, ...], tuple[str, Any]] = {}
    for part, reading in readings:
        table = part.tables[0]
        if not table.key or reading.errors:
            continue
        plain = reading.frame.astype(object).where(reading.frame.notna(), None)
        for row in plain.to_dict("records"):
            key = (table.name, *(row[name] for name in table.key))
            other, earlier = first.setdefault(key, (part.contents.file, row))
            if other == part.contents.file:
                continue
            agree = all(row[name] == earlier[name] for name in table.columns)
            yield Problem(
                file=part.contents.file,
                code="files_repeat" if agree else "files_conflict",
                severity="warning" if agree else "error",
                row=row[FILE_ROW],
                context={"other": other, "other_row": earlier[FILE_ROW]},
            )


def _count(what: str, n: int, words: Words) -> str:
    return words(f"check.{what}_one" if n == 1 else f"check.{what}", n=n)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m utils.tables.check", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--table", choices=sorted(schemas.ALL))
    parser.add_argument(
        "--heading", action="append", default=[], metavar="WRITTEN=COLUMN", type=_pair
    )
    parser.add_argument("--lang", choices=LANGS, default="th")
    return parser


def _pair(text: str) -> str:
    written, sign, _ = text.rpartition("=")
    if not (sign and written.strip()):
        raise argparse.ArgumentTypeError(text)
    return text


def _print(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit(main())
