"""Problems of one kind told once, with the rows and columns that they are found in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from utils.tables.reading.problems import Problem, Severity
from utils.words import Lang, Words

_SHOWN: Final = 3  # columns and values that one line names


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is told once. `rows`: as a spreadsheet numbers them; none for the whole file.

    `files`, `columns`, `values`: those of all its problems, in their order.
    """

    files: tuple[str, ...]
    severity: Severity
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    values: tuple[str, ...]
    message: str
    remedy: str

    @property
    def first_row(self) -> int | None:
        """The row to look at first."""
        return self.rows[0] if self.rows else None

    def in_files(self) -> str:
        """Return the first files, or sheets of one, and whether there are more."""
        return _first(self.files, ", ")

    def at_rows(self) -> str:
        """Return the rows as "3, 7–9"; empty for the whole file."""
        return runs(self.rows)

    def at_columns(self) -> str:
        """Return the first columns, and whether there are more."""
        return _first(self.columns, ", ")

    def found(self) -> str:
        """Return the first values, and whether there are more."""
        return _first(self.values, "; ")

    def place(self, lang: Lang) -> str:
        """Return where it is: the rows, then the columns, as far as known."""
        words, parts = Words(lang), []
        if self.rows:
            key = "check.row" if len(self.rows) == 1 else "check.at_rows"
            parts.append(words(key, row=self.at_rows()))
        if self.columns:
            parts.append(words("check.column", column=self.at_columns()))
        return " · ".join(parts) or words("check.whole_file")


def gather(problems: Iterable[Problem], lang: Lang) -> list[Line]:
    """Return problems as lines, in the order of the first of each.

    Those are of one kind that say the same and ask for the same, in one column of a file; then
    those that do so in the same rows of several columns, or of several files.
    """
    kinds: _Kinds = {}
    for one in problems:
        told = (one.severity, one.code, one.message(lang), one.remedy(lang))
        kinds.setdefault((*told, one.file, one.column), []).append(one)
    columns = _joined(kinds, lambda told, found: (*told[:-1], _rows(found)))
    files = _joined(columns, lambda told, found: (*told[:4], told[-1], _columns(found)))
    return [_line(found, lang) for found in files.values()]


def runs(rows: Sequence[int]) -> str:
    """Return numbers in ascending order as "3, 7–9"."""
    parts: list[list[int]] = []
    for number in rows:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{one[0]}–{one[-1]}" if len(one) > 1 else str(one[0]) for one in parts)


_Kinds = dict[tuple[object, ...], list[Problem]]


def _joined(
    kinds: _Kinds, alike: Callable[[tuple[object, ...], list[Problem]], tuple[object, ...]]
) -> _Kinds:
    """Return kinds with those put together that `alike` gives the same key."""
    together: _Kinds = {}
    for told, found in kinds.items():
        together.setdefault(alike(told, found), []).extend(found)
    return together


def _columns(found: Sequence[Problem]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.column for one in found if one.column))


def _rows(found: Sequence[Problem]) -> tuple[int, ...]:
    return tuple(sorted({one.row for one in found if one.row is not None}))


def _line(found: Sequence[Problem], lang: Lang) -> Line:
    first = found[0]
    return Line(
        files=tuple(dict.fromkeys(one.file for one in found)),
        severity=first.severity,
        rows=_rows(found),
        columns=_columns(found),
        values=tuple(dict.fromkeys(one.shown for one in found if one.value)),
        message=first.message(lang),
        remedy=first.remedy(lang),
    )


def _first(texts: Sequence[str], sign: str) -> str:
    more = "" if len(texts) <= _SHOWN else f"{sign}… (+{len(texts) - _SHOWN})"
    return sign.join(texts[:_SHOWN]) + more
