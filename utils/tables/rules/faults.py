"""Faults, which rules over the rows of a table find, and how they become problems of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from utils.tables.reading.body import TablePlace
from utils.tables.reading.problems import Problem, Severity
from utils.tables.reading.reader import FILE_COLUMN, FILE_ROW


class Fault(NamedTuple):
    """Something that a rule found in a row, under one of its cells."""

    code: str
    column: str
    value: str
    severity: Severity = "warning"
    context: Mapping[str, object] = {}


def problems(faults: Iterable[tuple[Any, Fault]], file: str) -> tuple[Problem, ...]:
    """Return faults, each with its row of `itertuples`, as problems in the order of the rows."""
    listed = (
        Problem(
            file=file,
            code=fault.code,
            severity=fault.severity,
            row=int(getattr(row, FILE_ROW)),
            column=fault.column,
            value=fault.value,
            context={**fault.context, **_place(row)},
        )
        for row, fault in faults
    )
    return tuple(sorted(listed, key=lambda problem: problem.row or 0))


def _place(row: Any) -> dict[str, object]:  # noqa: ANN401
    """Return the heading of the cell that a row was made of, where they stand side by side."""
    heading = getattr(row, FILE_COLUMN, None)
    return {} if heading is None else {FILE_COLUMN: heading}


def in_file(
    check: Callable[..., tuple[Problem, ...]], frame: pd.DataFrame, place: TablePlace
) -> Iterator[Problem]:
    """Yield the problems that `check` finds in a file, their columns named as in the file.

    `check` takes the frame and, as `file`, the name of the file.
    """
    for problem in check(frame, file=place.file):
        beside = str(problem.context.get(FILE_COLUMN, problem.column))
        written = place.heading.written.get(problem.column, beside)
        yield replace(problem, column=written)
