"""What a submission asks its sender row by row, and what the answers do.

A row that is published goes, or becomes another, only where the sender says so of this one row.
See docs/decisions/0018-what-a-row-is.md.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, get_args

from utils.desk.store.changes import Changes
from utils.desk.store.rows import Cells, IncomingRow, Row, StoredRow, key_of
from utils.desk.store.scope import LAO_FIELD
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.normalise import spelling_key

QuestionKind = Literal["new_lao", "upgraded", "another", "removal"]
KINDS: Final[tuple[QuestionKind, ...]] = get_args(QuestionKind)
ABOUT_LAOS: Final[frozenset[QuestionKind]] = frozenset({"new_lao", "upgraded"})
"""What is asked about a name, whatever the file: an answer holds for the next file too."""
YES: Final = "yes"
NO: Final = "no"


NOT_KNOWN: Final = "-"
_AND: Final = "+"


class Answer(NamedTuple):
    """What the sender says to one question, and why.

    `says`: `YES`, `NO`, or the ids of the known LAOs that a name stands for (`of_laos`): one that
    bears it now, or several that became one. `since`: the first year (B.E.) of a name, `NOT_KNOWN`,
    or empty for what the file tells. `district`: of a new LAO.
    """

    says: str
    reason: str = ""
    since: str = ""
    district: str = ""

    @classmethod
    def of_laos(cls, *laos: str, since: str = "") -> Answer:
        """Return the answer that a name is one of these LAOs, or what several became."""
        return cls(_AND.join(laos), since=since)

    @property
    def laos(self) -> tuple[str, ...]:
        """The ids of the known LAOs that it names."""
        return () if self.says in {YES, NO} else tuple(self.says.split(_AND))


Answers = Mapping[str, Answer]
"""Answers by the code of their question."""
NO_ANSWERS: Final[Answers] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Question:
    """One row that only its sender can decide on.

    `kind`: "removal", a published row that no sent row has; "another", a row that keeps its key and
    would be about somebody, some year or something else; "upgraded", a known LAO with a higher
    type; "new_lao", an LAO that the register lacks. `before`, `after`: the row in each state.
    `may_wait`: whether it may go without an answer: what was published then stays, and an LAO whose
    name is like no other is new. `options`: the LAOs, by id, whose name is near to a new one;
    `year_be`: the first fiscal year of the file's rows of it, None where they have none.
    """

    kind: QuestionKind
    table: str
    before: Row | None = None
    after: IncomingRow | None = None
    may_wait: bool = False
    options: tuple[str, ...] = ()
    year_be: int | None = None

    def cell(self, column: str) -> object:
        """Return a cell of the row as it would be; None where it would be gone."""
        at = list(schemas.TABLES[self.table].columns).index(column)
        return None if self.after is None else self.after.cells[at]

    @property
    def code(self) -> str:
        """What names the question: its kind, table and row, and what would become of it."""
        table = schemas.TABLES[self.table]
        told = [] if self.before is None else [*_key(table, self.before.cells)]
        if self.after is not None:
            columns = list(table.columns)
            issued = LAO_FIELD if self.before is None else ""  # may be another one next time
            names = dict.fromkeys((*table.key, *table.about))
            told += [
                _alike(self.after.cells[columns.index(name)], name)
                for name in names
                if name != issued
            ]
        return json.dumps([self.kind, self.table, *told], ensure_ascii=False)


def kind_of(code: str) -> str:
    """Return the kind of the question that a code names."""
    return str(json.loads(code)[0])


def of(
    name: str,
    change: Changes,
    stored: Sequence[StoredRow],
    *,
    may_wait: bool,
    asked_already: Collection[IncomingRow] = (),
) -> Iterator[Question]:
    """Yield what the changes of a table ask.

    `stored`: the rows of the table; `may_wait`: whether removals may go without an answer;
    `asked_already`: rows of the register that were proposed.
    """
    table = schemas.TABLES[name]
    if table is not schemas.AWARD_LIST_FAULTS:  # these follow the awards that they are found in
        for row in change.removed:
            yield Question(kind="removal", table=name, before=row, may_wait=may_wait)
    for before, after in change.changed:
        if _about(table, before.cells) != _about(table, after.cells):
            yield Question(kind="another", table=name, before=before, after=after)
    if table is schemas.MUNICIPALITIES:
        # One more name of an LAO that is known makes whatever bears this name its own.
        at = list(table.columns).index(LAO_FIELD)
        known = {row.cells[at]: row for row in stored}
        for new in change.added:
            named = known.get(new.cells[at])
            if named is not None and new not in asked_already:
                yield Question(kind="another", table=name, before=named, after=new)


def settled(change: Changes, asked: Collection[Question], answers: Answers) -> Changes:
    """Return the changes of a table as the answers leave them.

    A removal is left out until it is answered by `YES`; a row that becomes another only where it is
    answered by `NO`, so that everybody sees it before it is answered.
    """
    says = {one: answers[one.code].says if one.code in answers else None for one in asked}
    stays = {one.before for one in asked if one.kind == "removal" and says[one] != YES}
    dropped = {one.after for one in asked if one.kind == "another" and says[one] == NO}
    return Changes(
        added=tuple(row for row in change.added if row not in dropped),
        changed=tuple(pair for pair in change.changed if pair[1] not in dropped),
        removed=tuple(row for row in change.removed if row not in stays),
        unchanged=change.unchanged,
    )


def faults_after(awards: Changes, faults: Changes, stored: Sequence[StoredRow]) -> Changes:
    """Return the changes of the faults of the list: those of an award that goes go with it.

    `awards`: as the answers leave them, with every award that stays although it was not sent
    left out of `removed`; `stored`: the faults of the release.
    """
    row_at = list(schemas.AWARDS.columns).index("source_row")
    fault_at = list(schemas.AWARD_LIST_FAULTS.columns).index("source_row")
    gone = {row.cells[row_at] for row in awards.removed}
    key = key_of(schemas.AWARD_LIST_FAULTS)
    kept = {key(row.cells) for row in faults.added}
    removed = dict.fromkeys(
        row
        for row in (*faults.removed, *stored)
        if row.cells[fault_at] in gone and key(row.cells) not in kept
    )
    return Changes(
        added=faults.added,
        changed=tuple(pair for pair in faults.changed if pair[0] not in removed),
        removed=tuple(removed),
        unchanged=faults.unchanged,
    )


def _alike(cell: object, name: str) -> object:
    """Return a cell as it names its question: a name as all spellings of it share."""
    return spelling_key(str(cell)) if name == "name_th" else cell


def _key(table: Table, cells: Cells) -> tuple[object, ...]:
    key = key_of(table)(cells)
    return key if isinstance(key, tuple) else (key,)


def _about(table: Table, cells: Cells) -> tuple[object, ...]:
    columns = list(table.columns)
    return tuple(cells[columns.index(name)] for name in table.about)
