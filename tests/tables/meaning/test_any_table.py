"""What holds for one table holds for every table that has such a column."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.meaning.test_witnesses import PLACES
from utils.tables.declared import schemas, witnesses
from utils.tables.declared.columns import Table
from utils.tables.reading.cells import Row
from utils.tables.reading.layout.data_row import DataRow
from utils.tables.reading.meaning import units
from utils.tables.reading.meaning.columns import Judged, judge
from utils.tables.reading.meaning.witnesses import seen
from utils.tables.reading.rows import validate

COLUMNS = [(table, name) for table in schemas.ALL.values() for name in table.columns]
DATES = [one for one in COLUMNS if one[0].columns[one[1]].kind == "date"]
NUMBERS = [one for one in COLUMNS if one[0].columns[one[1]].kind in {"number", "integer"}]
PERCENT = [one for one in NUMBERS if units.PERCENT in units.unit_of(one[0].columns[one[1]])]
OF_LAOS = [
    table
    for table in schemas.ALL.values()
    if "lao_id" in table.columns and table.columns["lao_id"].kind == "lao"
]
STATES = ["ไม่เข้าร่วม", "ยังไม่ประเมิน", "รอผล", "ยังไม่ได้ประเมิน"]
WORDS = ["ไร่", "ล้าน", "พันคน", "เท่า", "กก."]


def judged(table: Table, name: str, texts: list[str]) -> tuple[Judged, list[str | None]]:
    """Return the judgement of a column, and how each of its cells is to be read."""
    rows = [DataRow(number=at + 2, cells={name: text}) for at, text in enumerate(texts)]
    found = judge(rows, table, {name: table.columns[name].title_th})
    return found, [cells.get(name) for cells in found.cells]


@settings(deadline=None)
@given(
    at=st.sampled_from(DATES),
    days=st.lists(st.dates(dt.date(1980, 1, 1), dt.date(2060, 1, 1)), max_size=6),
    telling=st.dates(dt.date(1980, 1, 13), dt.date(2060, 1, 1)).filter(lambda day: day.day > 12),
)
def test_one_month_first_puts_every_column_of_dates_in_doubt(
    at: tuple[Table, str], days: list[dt.date], telling: dt.date
) -> None:
    texts = [f"{day.month}/{day.day}/{day.year}" for day in [*days, telling]]
    found, read = judged(*at, texts)
    assert [(one.code, one.severity) for one in found.doubts] == [("date_month_first", "error")]
    for day, text in zip([*days, telling], read, strict=True):
        assert text is None or day.day == day.month


@settings(deadline=None)
@given(
    at=st.sampled_from(PERCENT),
    shares=st.lists(st.integers(1, 1000).map(lambda n: n / 1000), min_size=1, max_size=6),
)
def test_fractions_are_doubted_in_every_column_of_percentages(
    at: tuple[Table, str], shares: list[float]
) -> None:
    found, read = judged(*at, [*map(str, shares), "0"])
    assert [one.code for one in found.doubts] == ["percent_fractions"]
    assert set(read) == {None}
    _, signed = judged(*at, [f"{share}%" for share in shares])
    assert signed == [f"{share}" for share in shares]


@settings(deadline=None)
@given(
    at=st.sampled_from(NUMBERS),
    word=st.sampled_from(WORDS),
    numbers=st.lists(st.integers(2, 999), min_size=1, max_size=6),
    is_before=st.booleans(),
)
def test_another_unit_is_asked_once_in_every_column_of_numbers(
    at: tuple[Table, str], word: str, numbers: list[int], *, is_before: bool
) -> None:
    texts = [f"{word} {n}" if is_before else f"{n} {word}" for n in numbers]
    found, read = judged(*at, texts)
    assert [(one.code, one.severity) for one in found.doubts] == [("unit_other", "error")]
    assert set(read) == {None}


@settings(deadline=None)
@given(at=st.sampled_from([*NUMBERS, *DATES]), state=st.sampled_from(STATES), n=st.integers(1, 4))
def test_a_state_is_told_once_in_every_column_of_values(
    at: tuple[Table, str], state: str, n: int
) -> None:
    found, read = judged(*at, [state] * n)
    (doubt,) = found.doubts
    assert doubt.code in {"state_written", "state_unplaced"}
    is_nullable = at[0].columns[at[1]].nullable
    assert doubt.severity == ("warning" if is_nullable else "error")
    assert set(read) == {"" if is_nullable else None}


@settings(deadline=None)
@given(
    table=st.sampled_from(OF_LAOS),
    lao=st.sampled_from(sorted(PLACES.lao_by_id.values())),
    stated=st.sampled_from(sorted(PLACES.province_names.items())),
)
def test_no_table_takes_an_lao_of_another_province_than_its_row_says(
    table: Table, lao: tuple[str, str, str, str], stated: tuple[str, str]
) -> None:
    lao_id, lao_type, province, name = lao
    cells = {"lao_id": f"{lao_type}{name}", witnesses.PROVINCE_NAME: stated[1]}
    row = Row(places=PLACES, today=None, seen=seen(cells, table, PLACES))
    values, faults = validate(cells, table=table, row=row)
    if values["lao_id"] is None:
        assert "lao_other_province" in {fault.code for fault in faults}
    else:
        assert PLACES.lao_by_id[values["lao_id"]].province_code == stated[0]
    assert stated[0] != province or values["lao_id"] == lao_id
