"""Old rows told otherwise, by hand."""

from __future__ import annotations

import pandas as pd

from tests.measures.stair import enrolment
from utils.measures.changes.corrections import corrected, corrections

EARLIER = enrolment(
    [("A", 2566, "1"), ("A", 2567, "2"), ("B", 2567, "3"), ("C", 2567, None)], entered=False
)
LATER = enrolment(
    [
        ("A", 2565, "1"),  # a past year of A filled in
        ("A", 2566, "1"),
        ("A", 2567, "3"),  # told otherwise
        ("A", 2568, "4"),  # a later year: nothing old
        ("C", 2567, None),  # unknown both times
        ("D", 2560, "1"),  # its first: nothing was told of it
    ],  # B is taken away
    entered=False,
)


def listed(rows: pd.DataFrame) -> list[list[object]]:
    return rows[["what", "lao_id", "fiscal_year_be", "step"]].to_numpy().tolist()


def test_rows_changed_removed_or_filled_in_are_corrections() -> None:
    assert listed(corrections("enrolment", EARLIER, LATER)) == [
        ["added", "A", 2565, "1"],
        ["changed", "A", 2567, "3"],
        ["removed", "B", 2567, "3"],
    ]
    assert corrections("enrolment", EARLIER, EARLIER).empty
    assert corrections("enrolment", LATER, LATER.copy()).empty


def test_corrections_alone_give_the_earlier_table_as_it_should_have_been() -> None:
    rows = corrected("enrolment", EARLIER, LATER).sort_values(["lao_id", "fiscal_year_be"])
    result = rows[["lao_id", "fiscal_year_be", "step"]].astype(object)
    assert result.where(result.notna(), None).to_numpy().tolist() == [
        ["A", 2565, "1"],
        ["A", 2566, "1"],
        ["A", 2567, "3"],
        ["C", 2567, None],
    ]
    assert corrections("enrolment", rows, LATER).empty
    assert rows.dtypes.to_dict() == EARLIER.dtypes.to_dict()


def test_an_empty_table_has_nothing_to_correct() -> None:
    none = EARLIER.iloc[:0]
    assert corrections("enrolment", none, LATER).empty
    assert corrected("enrolment", none, LATER).empty
    assert len(corrections("enrolment", LATER, none)) == len(LATER)
