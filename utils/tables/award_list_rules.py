"""What the published award list says that cannot be right: rules over its rows, each a warning.

The list is kept as published. Every fault is named with what the rule expects, and none is mended
in the published words: only codes are taken from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import pandas as pd

from utils.tables.place_columns import REGIONS_4
from utils.tables.places import Places
from utils.tables.problems import Problem
from utils.tables.reader import FILE_ROW
from utils.tables.schema_awards import AWARD_LIST

NEW_SIZES_FROM_BE: Final = 2561
SIZE_OF_TYPE: Final = {"ทต.": "ตำบล", "ทม.": "เมือง", "ทน.": "นคร"}
NEW_SIZES: Final = frozenset(SIZE_OF_TYPE.values())
OLD_SIZES: Final = frozenset({"เล็ก", "กลาง", "ใหญ่"})
# The headings of the list as published: a fault names the column as its reader sees it.
_HEADINGS: Final = {
    "office_as_published": "Environmental Office Region",
    "size_as_published": "size",
    "region_as_published": "region",
    "lao_id": "municipality",
}
_OFFICE = re.compile(r"สสภ\.([0-9]{2}) \((.+)\)")
_REGION_TH = {choice.code: choice.th for choice in REGIONS_4}


class _Known(NamedTuple):
    offices: Mapping[str, tuple[int, ...]]  # by province: the office, and the other source's
    regions: Mapping[str, str]
    seats: Mapping[int, str]


class _Fault(NamedTuple):
    code: str
    column: str
    value: str
    detail: str


def check(
    award_list: pd.DataFrame,
    *,
    provinces: pd.DataFrame,
    offices: pd.DataFrame,
    places: Places,
    file: str,
) -> tuple[Problem, ...]:
    """Find the faults of an award list, in the order of its rows.

    Parameters
    ----------
    award_list : DataFrame, one row per row of the list
        As `schemas.AWARD_LIST`, with `file_row`.
    provinces, offices : DataFrame
        As `schemas.PROVINCES` and `schemas.OFFICES`: an office agrees with a province when either
        of the two sources of provinces.csv assigns it.
    places : Places
        The names of LAOs.
    file : str
        The name of the list.

    Returns
    -------
    tuple of Problem
        Warnings. `context` holds `detail` (what the rule expects), `province_code`, `lao_id`.
    """
    known = _known(provinces, offices)
    # A cell that could not be read is its own problem: rules look at whole rows only.
    rows = award_list.dropna()
    found = [
        (row, fault)
        for row in rows.itertuples(index=False)
        for fault in (*_office(row, known), *_region(row, known), *_size(row))
    ]
    found += _repeats(rows, places)
    problems = [_problem(file, row, fault) for row, fault in found]
    return tuple(sorted(problems, key=lambda problem: problem.row or 0))


def _known(provinces: pd.DataFrame, offices: pd.DataFrame) -> _Known:
    names = dict(zip(provinces["province_code"], provinces["name_th"], strict=True))
    assigned = provinces[["province_code", "office_number", "office_number_other"]]
    return _Known(
        offices={
            code: tuple(int(number) for number in numbers if not pd.isna(number))
            for code, *numbers in assigned.itertuples(index=False, name=None)
        },
        regions=dict(zip(provinces["province_code"], provinces["region4"], strict=True)),
        seats={
            int(number): names[seat]
            for number, seat in zip(
                offices["office_number"], offices["seat_province_code"], strict=True
            )
        },
    )


def _office(row: Any, known: _Known) -> Iterator[_Fault]:  # noqa: ANN401 a row of itertuples
    written = row.office_as_published
    fitting = known.offices.get(row.province_code, ())
    found = _OFFICE.fullmatch(written)
    number = int(found[1]) if found else None
    meant = fitting if number is None else (number,)
    if written not in {_office_name(one, known) for one in meant}:
        detail = _office_names(meant, known)
        yield _Fault("office_misspelt", "office_as_published", written, detail)
    if number is not None and number not in fitting:
        detail = _office_names(fitting, known)
        yield _Fault("office_other_province", "office_as_published", written, detail)


def _office_name(number: int, known: _Known) -> str:
    return f"สสภ.{number:02d} ({known.seats.get(number, '–')})"


def _office_names(numbers: Iterable[int], known: _Known) -> str:
    return " / ".join(_office_name(number, known) for number in numbers)


def _region(row: Any, known: _Known) -> Iterator[_Fault]:  # noqa: ANN401
    expected = _REGION_TH[known.regions[row.province_code]]
    if row.region_as_published != expected:
        yield _Fault("region_other", "region_as_published", row.region_as_published, expected)


def _size(row: Any) -> Iterator[_Fault]:  # noqa: ANN401
    size, expected = row.size_as_published, SIZE_OF_TYPE[row.lao_type]
    is_new_scheme = row.fiscal_year_be >= NEW_SIZES_FROM_BE
    code = None
    if size not in OLD_SIZES | NEW_SIZES:
        code = "size_misspelt"
    elif is_new_scheme and size in OLD_SIZES:
        code = "size_word_old"
    elif is_new_scheme and size != expected:
        code = "size_contradicts_type"
    elif not is_new_scheme and size in NEW_SIZES:
        code = "size_word_early"
    if code:
        yield _Fault(code, "size_as_published", size, expected)


def _repeats(rows: pd.DataFrame, places: Places) -> Iterator[tuple[Any, _Fault]]:
    first_rows: dict[tuple[object, ...], int] = {}
    for row in rows.itertuples(index=False):
        said = tuple(getattr(row, name) for name in AWARD_LIST.columns)
        number = int(getattr(row, FILE_ROW))
        first = first_rows.setdefault(said, number)
        if first != number:
            name = places.lao_by_id[str(row.lao_id)].full_name
            yield row, _Fault("row_repeated", "lao_id", name, str(first))


def _problem(file: str, row: Any, fault: _Fault) -> Problem:  # noqa: ANN401
    return Problem(
        file=file,
        code=fault.code,
        severity="warning",
        row=int(row.file_row),
        column=_HEADINGS[fault.column],
        value=fault.value,
        context={
            "detail": fault.detail,
            "province_code": row.province_code,
            "lao_id": row.lao_id,
        },
    )
