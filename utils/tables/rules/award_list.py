"""Rules over the rows of a list of awards; every fault is a warning.

The list is kept as published: each fault is reported with what the rule expects, and none is
corrected. A rule checks the rows in which the cells that it needs could be read, whatever else the
file lacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import pandas as pd

from utils.tables import office_names
from utils.tables.declared.awards import AWARD_LIST
from utils.tables.declared.places import REGIONS_4
from utils.tables.office_names import Offices
from utils.tables.places import Places
from utils.tables.reading.body import TablePlace
from utils.tables.reading.normalise import fold
from utils.tables.reading.problems import CellProblem, Problem
from utils.tables.reading.reader import FILE_ROW

NEW_SIZES_FROM_BE: Final = 2561
SIZE_OF_TYPE: Final = {"ทต.": "ตำบล", "ทม.": "เมือง", "ทน.": "นคร"}
NEW_SIZES: Final = frozenset(SIZE_OF_TYPE.values())
OLD_SIZES: Final = frozenset({"เล็ก", "กลาง", "ใหญ่"})
# Without these, two rows that are alike may still be two awards.
_AN_AWARD: Final = frozenset({"lao_id", "fiscal_year_be", "level", "certificate_th"})
_REGION_TH = {choice.code: choice.th for choice in REGIONS_4}


class _Lookup(NamedTuple):
    offices: Offices
    assigned: Mapping[str, tuple[int, ...]]  # by province: the office, and the other source's
    regions: Mapping[str, str]
    types: Mapping[str, tuple[str, ...]]  # by LAO: every type it ever had, the present one last


class _Fault(NamedTuple):
    code: str
    column: str
    value: str
    detail: str


def check(
    award_list: pd.DataFrame,
    place: TablePlace,
    *,
    provinces: pd.DataFrame,
    offices: pd.DataFrame,
    places: Places,
) -> tuple[Problem, ...]:
    """Find the faults of an award list, in the order of its rows.

    Parameters
    ----------
    award_list : DataFrame, one row per row of the list
        As `schemas.AWARD_LIST`, with `file_row`; a cell that could not be read is NA.
    place : TablePlace
        The list in its file, for the headings as written.
    provinces, offices : DataFrame
        As `schemas.PROVINCES` and `schemas.OFFICES`: an office agrees with a province when either
        of the two sources of provinces.csv assigns it.
    places : Places
        The names of provinces and LAOs.

    Returns
    -------
    tuple of Problem
        Warnings. `context` holds `detail` (what the rule expects), `province_code`, `lao_id`.
    """
    lookup = _lookup(provinces, offices, places)
    faults = [
        (row, fault)
        for needs, rule in _RULES
        for row in award_list.dropna(subset=list(needs)).itertuples(index=False)
        for fault in rule(row, lookup)
    ]
    faults += _repeats(award_list, place, places)
    problems = [_problem(place, row, fault) for row, fault in faults]
    return tuple(sorted(problems, key=lambda problem: problem.row or 0))


def _lookup(provinces: pd.DataFrame, offices: pd.DataFrame, places: Places) -> _Lookup:
    types: dict[str, tuple[str, ...]] = {}
    for lao in (lao for named in places.laos.values() for lao in named):
        types[lao.lao_id] = (*types.get(lao.lao_id, ()), lao.lao_type)
    assigned = provinces[["province_code", "office_number", "office_number_other"]]
    return _Lookup(
        offices=office_names.index_offices(offices, places),
        assigned={
            code: tuple(int(number) for number in numbers if not pd.isna(number))
            for code, *numbers in assigned.itertuples(index=False, name=None)
        },
        regions=dict(zip(provinces["province_code"], provinces["region4"], strict=True)),
        types=types,
    )


def _office(row: Any, lookup: _Lookup) -> Iterator[_Fault]:  # noqa: ANN401 a row of itertuples
    written = row.office_as_published
    fitting = lookup.assigned.get(row.province_code, ())
    name, is_right = office_names.find(written, lookup.offices)
    if not is_right:
        meant = fitting if name is None else (name.number,)
        detail = _office_names(meant, row, lookup)
        yield _Fault("office_misspelt", "office_as_published", written, detail)
    if name is not None and name.number not in fitting:
        detail = _office_names(fitting, row, lookup)
        yield _Fault("office_other_province", "office_as_published", written, detail)


def _office_names(numbers: Iterable[int], row: Any, lookup: _Lookup) -> str:  # noqa: ANN401
    written, year = row.office_as_published, row.fiscal_year_be
    year = None if pd.isna(year) else int(year)
    names = (
        office_names.full_name(number, lookup.offices, like=written, fiscal_year_be=year)
        for number in numbers
    )
    return " / ".join(names) or "–"  # Bangkok belongs to no office


def _region(row: Any, lookup: _Lookup) -> Iterator[_Fault]:  # noqa: ANN401
    expected = _REGION_TH[lookup.regions[row.province_code]]
    if fold(row.region_as_published) != fold(expected):
        yield _Fault("region_other", "region_as_published", row.region_as_published, expected)


def _type(row: Any, lookup: _Lookup) -> Iterator[_Fault]:  # noqa: ANN401
    types = lookup.types[row.lao_id]
    if row.lao_type not in types:
        yield _Fault("type_other", "lao_type", row.lao_type, " / ".join(types))


def _size(row: Any, lookup: _Lookup) -> Iterator[_Fault]:  # noqa: ANN401
    types = lookup.types.get(row.lao_id, (row.lao_type,))
    # The register knows better than a type that contradicts it, which is a fault of its own.
    lao_type = row.lao_type if row.lao_type in types else types[-1]
    size, expected = fold(row.size_as_published), SIZE_OF_TYPE.get(lao_type, "–")
    is_new_scheme = row.fiscal_year_be >= NEW_SIZES_FROM_BE
    code = None
    if size not in OLD_SIZES | NEW_SIZES:
        code = "size_misspelt"
    elif is_new_scheme and size in OLD_SIZES:
        code = "size_word_old"
    elif is_new_scheme and lao_type in SIZE_OF_TYPE and size != expected:
        code = "size_contradicts_type"
    elif not is_new_scheme and size in NEW_SIZES:
        code = "size_word_early"
    if code:
        yield _Fault(code, "size_as_published", row.size_as_published, expected)


_RULES: Final[tuple[tuple[tuple[str, ...], Callable[[Any, _Lookup], Iterator[_Fault]]], ...]] = (
    (("office_as_published", "province_code"), _office),
    (("region_as_published", "province_code"), _region),
    (("lao_type", "lao_id"), _type),
    (("size_as_published", "fiscal_year_be", "lao_type"), _size),
)


def _repeats(
    award_list: pd.DataFrame, place: TablePlace, places: Places
) -> Iterator[tuple[Any, _Fault]]:
    present = [name for name in AWARD_LIST.columns if name in place.heading.positions]
    if not _AN_AWARD.issubset(present):
        return
    first_rows: dict[tuple[object, ...], int] = {}
    for row in award_list.dropna(subset=present).itertuples(index=False):
        values = tuple(getattr(row, name) for name in present)
        number = int(getattr(row, FILE_ROW))
        first = first_rows.setdefault(values, number)
        if first != number:
            name = places.lao_by_id[str(row.lao_id)].full_name
            yield row, _Fault("row_repeated", "lao_id", name, str(first))


def _problem(place: TablePlace, row: Any, fault: _Fault) -> Problem:  # noqa: ANN401
    context = {
        "detail": fault.detail,
        "province_code": row.province_code,
        "lao_id": row.lao_id,
    }
    cell = CellProblem(fault.column, fault.code, "warning", context)
    return place.problem(int(row.file_row), cell, fault.value)
