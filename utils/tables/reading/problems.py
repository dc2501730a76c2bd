"""Problems of a file: where each is, which rule it breaks, what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from utils.tables.reading.normalise import visible
from utils.words import Lang, Words

Severity = Literal["error", "warning", "note"]
"""An error must be corrected, a warning accepted; a note says what was understood."""


class CellProblem(NamedTuple):
    """A problem of one cell of a row, before its place in the file is added."""

    column: str
    code: str
    severity: Severity
    context: Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One problem, as it is shown to the sender of the file.

    `row` is the row number that a spreadsheet shows (1 is the first line of the file; None: the
    whole file). `column` is the heading as written in the file, or the name of the column.
    `code` names the rule: its words are `problem.<code>` and `remedy.<code>` of the catalogue,
    filled from `context`, in which `<name>_th` and `<name>_en` stand for `{name}`.
    """

    file: str
    code: str
    severity: Severity = "error"
    row: int | None = None
    column: str = ""
    value: str = ""
    context: Mapping[str, object] = field(default_factory=dict, hash=False)

    def message(self, lang: Lang) -> str:
        """Return which rule is broken, in one sentence."""
        return Words(lang)(f"problem.{self.code}", **self._values(lang))

    def remedy(self, lang: Lang) -> str:
        """Return what to do about it, in one sentence."""
        return Words(lang)(f"remedy.{self.code}", **self._values(lang))

    def place(self, lang: Lang) -> str:
        """Return where it is: the row, then the column, as far as known."""
        words = Words(lang)
        parts = []
        if self.row is not None:
            parts.append(words("check.row", row=self.row))
        if self.column:
            parts.append(words("check.column", column=self.column))
        return " · ".join(parts) or words("check.whole_file")

    @property
    def shown(self) -> str:
        """The value as it is shown: signs that nobody sees are written out."""
        return visible(self.value)

    def _values(self, lang: Lang) -> dict[str, object]:
        own = {"file": self.file, "row": self.row, "column": self.column, "value": self.shown}
        ending = f"_{lang}"
        chosen = {
            name.removesuffix(ending): value
            for name, value in self.context.items()
            if name.endswith(ending)
        }
        return {**own, **self.context, **chosen}
