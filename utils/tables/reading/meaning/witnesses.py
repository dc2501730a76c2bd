"""What columns beside the table say of where a row belongs, and what contradicts it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from utils.tables import districts
from utils.tables.declared import witnesses as declared
from utils.tables.declared.columns import Table
from utils.tables.places import (
    Places,
    find_office,
    find_province,
    find_province_of_address,
    find_type,
    read_address,
)
from utils.tables.reading import suggestions
from utils.tables.reading.layout.data_row import DataRow
from utils.tables.reading.meaning.blanks import is_blank
from utils.tables.reading.normalise import tidy
from utils.tables.reading.problems import CellProblem


class Seen(NamedTuple):
    """What the witnesses of a row say: where it lies, and of which type its LAO is.

    `provinces`: codes of the provinces that office and district leave, None for all.
    """

    province_code: str | None = None
    lao_type: str | None = None
    provinces: frozenset[str] | None = None


NOTHING: Final = Seen()


def seen(
    cells: Mapping[str, str],
    table: Table,
    places: Places,
    titled: frozenset[str] | None = None,
) -> Seen:
    """Return what the cells of a row beside the table say; what cannot be read says nothing.

    `titled`: the provinces of the office that the title above the row names.
    """
    said = {name: _read(name, cells[name], places) for name in _present(cells, table)}
    sets = [said[name] for name in _OF_PROVINCES if said.get(name) is not None]
    sets += [] if titled is None else [titled]
    return Seen(
        province_code=said.get(declared.PROVINCE_NAME),
        lao_type=said.get(declared.TYPE_NAME),
        provinces=frozenset.intersection(*sets) if sets else None,
    )


def contradictions(
    cells: Mapping[str, str],
    values: Mapping[str, Any],
    table: Table,
    places: Places,
    titled: frozenset[str] | None = None,
) -> Iterator[CellProblem]:
    """Yield where a row and a witness disagree, or where its province cannot be read.

    `cells`: the texts of the row, those of the witnesses among them; `values`: typed, None where a
    cell could not be read; `titled`: the provinces of the title above the row. An LAO that lies in
    another province than the row says is found as its name is looked up.
    """
    about = _About.of(values, table, places)
    if titled and about.province is not None and about.province not in titled:
        named = ", ".join(sorted(places.province_names[code] for code in titled))
        context = {"stated": named, "name": about.name}
        yield CellProblem(about.column, "title_elsewhere", "error", context)
    for name in _present(cells, table):
        text = tidy(cells[name])
        said = _read(name, text, places)
        if said is None and name == declared.PROVINCE_NAME:
            near = suggestions.provinces(text, places)
            code = "province_misspelt" if near else "province_unknown"
            yield CellProblem(name, code, "error", {"suggestions": "; ".join(near)})
        elif said is None:
            continue
        elif name == declared.TYPE_NAME and about.types and said not in about.types:
            context = {"stated": text, "name": about.name, "known": " / ".join(sorted(about.types))}
            yield CellProblem(about.column, "lao_other_type", "error", context)
        elif name in _OF_PROVINCES and about.province and about.province not in said:
            known = ", ".join(sorted(places.province_names[code] for code in said)) or "–"
            context = {"stated": text, "name": about.name, "known": known}
            yield CellProblem(about.column, _OF_PROVINCES[name], "error", context)


class _About(NamedTuple):
    """What a row is about, as far as its own cells tell."""

    column: str  # the one that says it
    name: str
    province: str | None
    types: frozenset[str]

    @classmethod
    def of(cls, values: Mapping[str, Any], table: Table, places: Places) -> _About:
        by_kind = {one.kind: name for name, one in reversed(list(table.columns.items()))}
        column = by_kind.get("lao", by_kind.get("province", ""))
        lao = places.lao_by_id.get(str(values.get(by_kind.get("lao", ""))))
        province = lao.province_code if lao else values.get(declared.PROVINCE_NAME)
        where = places.province_names.get(province or "", "–")
        name = f"{lao.full_name} ({where})" if lao else where
        types = places.types_of.get(lao.lao_id, frozenset()) if lao else frozenset()
        return cls(column, name, province, types)


def unread(rows: Sequence[DataRow], name: str, places: Places) -> dict[int, str]:
    """Return the cells of a witness that hold a text which says nothing, by row number."""
    cells = {row.number: tidy(row.cells.get(name, "")) for row in rows}
    return {
        number: text
        for number, text in cells.items()
        if not is_blank(text, "text") and _read(name, text, places) is None
    }


def is_silent(rows: Sequence[DataRow], name: str, places: Places) -> bool:
    """Tell whether no cell of a column headed as an office, a type or an address names one."""
    return name in MAY_BE_OTHERS and all(
        is_blank(tidy(text := row.cells.get(name, "")), "text") or _read(name, text, places) is None
        for row in rows
    )


def _present(cells: Mapping[str, str], table: Table) -> list[str]:
    return [
        name
        for name in declared.of(table)
        if name in cells and not is_blank(tidy(cells[name]), "text")
    ]


def _read(name: str, text: str, places: Places) -> Any:  # noqa: ANN401
    return _READERS[name](tidy(text), places)


def _district(text: str, places: Places) -> frozenset[str] | None:
    """Return the provinces that have a district of the name that a text gives."""
    found = districts.provinces_of(text).intersection(places.province_names)
    return found or read_address(text, places)


_READERS: Final[Mapping[str, Callable[[str, Places], Any]]] = {
    declared.PROVINCE_NAME: lambda text, places: (
        find_province(text, places) or find_province_of_address(text, places)
    ),
    declared.TYPE_NAME: lambda text, _: find_type(text),
    declared.OFFICE_NAME: find_office,
    declared.DISTRICT_NAME: _district,
    declared.ADDRESS_NAME: read_address,
}
MAY_BE_OTHERS: Final = (declared.OFFICE_NAME, declared.TYPE_NAME, declared.ADDRESS_NAME)
"""Headings of many meanings."""
_OF_PROVINCES: Final[Mapping[str, str]] = {
    declared.OFFICE_NAME: "office_elsewhere",
    declared.DISTRICT_NAME: "district_elsewhere",
    declared.ADDRESS_NAME: "address_elsewhere",
}
