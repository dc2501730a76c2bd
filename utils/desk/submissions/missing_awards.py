"""Awards that a whole list no longer has: proposed to go, one by one, never taken away with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from utils.desk.store.rows import StoredRow, key_of
from utils.desk.submissions.intake import Intake
from utils.tables.declared import schemas

WHOLE: Final = 0.5
"""A list that repeats at least this share of a round's awards is the whole list of that round."""
_ROUND: Final = ("fiscal_year_be", "level")


def of(name: str, intake: Intake, stored: Sequence[StoredRow]) -> Iterator[StoredRow]:
    """Yield the stored awards that a list in the department's layout lacks.

    Only of rounds (fiscal year and level) of which the list repeats at least half: a list of new
    rows alone, or of a few that are corrected, says nothing of the others.

    Notes
    -----
    Source: a convention of this project. No list says whether it is whole.
    """
    if name != schemas.AWARDS.name:
        return
    key, columns = key_of(schemas.AWARDS), list(schemas.AWARDS.columns)
    places = [columns.index(column) for column in _ROUND]
    sent = {
        key(row.cells)
        for one in intake.read_tables
        if one.part.table is schemas.AWARD_LIST
        for row in one.rows.get(name, ())
    }
    rounds = {row: tuple(row.cells[at] for at in places) for row in stored}
    known = Counter(rounds.values())
    repeated = Counter(rounds[row] for row in stored if key(row.cells) in sent)
    for row in stored:
        of_round = rounds[row]
        if key(row.cells) not in sent and repeated[of_round] >= WHOLE * known[of_round]:
            yield row
