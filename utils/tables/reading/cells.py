"""One cell: from the text of a file to a typed value, or a problem.

`clean` runs before pydantic checks type and limits. An error is raised as `PydanticCustomError`,
whose type is the code of the problem; a warning is added to `Row.warnings`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, NamedTuple

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from utils.tables import calendar
from utils.tables.declared.columns import Column, Kind
from utils.tables.places import (
    Lao,
    Places,
    find_laos,
    find_province,
    find_province_of_address,
    split_place,
    split_type,
)
from utils.tables.reading import scalars, suggestions
from utils.tables.reading.meaning import dates
from utils.tables.reading.meaning.blanks import is_blank
from utils.tables.reading.meaning.witnesses import NOTHING, Seen
from utils.tables.reading.normalise import (
    has_hidden_characters,
    punctuation,
    spelling_key,
    tidy,
)
from utils.tables.reading.problems import CellProblem, Severity

MAX_CELL: Final = 5_000  # characters: longer than any sentence, shorter than a pasted document
FAULTY: Final = object()  # stands for a cell with an error: its value is not known
NO_VALUE: Final = "#NO_VALUE!"  # the workbook reader's mark for a formula without a value
PROVINCE_FIELD: Final = "province_code"
_LOST = re.compile(r"\?{3,}")
_SHEET_ERROR = re.compile(r"#(REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)")


class Sender(NamedTuple):
    """Who sends a file, as far as it says where its rows lie.

    `provinces`: the codes of those that the sender answers for, None for all of them.
    """

    provinces: frozenset[str] | None


EVERYBODY: Final = Sender(provinces=None)


@dataclass(frozen=True, kw_only=True)
class Row:
    """The surroundings of the cells of one row, and the warnings about them.

    `today`: later days and fiscal years are warned of; None for no such check. `seen`: what columns
    beside the table say of the row; `province_code`: said by the title above it, `provinces` by the
    office that is named there; `likely`: said by the name of the sheet or of the whole, for names
    that several provinces have. `sender`: whose file it is; None where that is not asked.
    `by_name`: LAOs that a name alone was taken for.
    """

    places: Places
    today: dt.date | None
    seen: Seen = NOTHING
    province_code: str | None = None
    provinces: frozenset[str] | None = None
    likely: str | None = None
    sender: Sender | None = None
    by_name: list[Lao] = field(default_factory=list)
    warnings: list[CellProblem] = field(default_factory=list)

    @property
    def titled(self) -> frozenset[str] | None:
        """The provinces that the title above the row leaves, None for all."""
        return self.provinces if self.province_code is None else frozenset({self.province_code})

    def warn(
        self, column: str, code: str, severity: Severity = "warning", **context: object
    ) -> None:
        """Add a remark about a cell that could be read."""
        self.warnings.append(CellProblem(column, code, severity, context))


def clean(value: Any, info: ValidationInfo, *, column: Column) -> object:  # noqa: ANN401
    """Return the value of a cell, None where it is blank."""
    if value is FAULTY:
        return None
    row, name = _row(info), str(info.field_name)
    text = _readable(value, row, name, column.kind)
    if is_blank(text, column.kind) and spelling_key(text) not in _codes(column):
        if column.nullable:
            return None
        raise PydanticCustomError("required", "required")
    if alone := _ALONE.get(column.kind):
        return alone(text)
    return _IN_PLACE[column.kind](text, _Cell(column, name, row, info.data))


def _row(info: ValidationInfo) -> Row:
    if not isinstance(info.context, Row):
        raise TypeError("cells are read with a Row as validation context")
    return info.context


def _readable(value: str, row: Row, name: str, kind: Kind) -> str:
    if len(value) > MAX_CELL:
        raise PydanticCustomError("cell_too_long", "cell_too_long", {"limit": MAX_CELL})
    if "\ufffd" in value:  # what stands for a byte that no encoding knows
        raise PydanticCustomError("cell_broken", "cell_broken")
    if _LOST.search(value):
        if kind != "text":
            raise PydanticCustomError("cell_broken", "cell_broken")
        row.warn(name, "cell_broken")
    if has_hidden_characters(value):
        row.warn(name, "hidden_characters", "note")
    text = tidy(value)
    if text == NO_VALUE:
        raise PydanticCustomError("formula_no_value", "formula_no_value")
    if text.startswith("#") and _SHEET_ERROR.fullmatch(text):
        raise PydanticCustomError("sheet_error", "sheet_error")
    return text


class _Cell(NamedTuple):
    """The place of a text: its column, its row, and the cells of the row read before it."""

    column: Column
    name: str
    row: Row
    others: Mapping[str, Any]


def _choice(text: str, cell: _Cell) -> str:
    for written, code in _codes(cell.column).get(spelling_key(text), ()):
        if punctuation(text) <= punctuation(written):
            return code
    return text


@lru_cache(maxsize=100)
def _codes(column: Column) -> Mapping[str, list[tuple[str, str]]]:
    codes: dict[str, list[tuple[str, str]]] = {}
    for choice in column.choices:
        for written in (choice.code, choice.th, choice.en, *choice.aliases):
            codes.setdefault(spelling_key(written), []).append((written, choice.code))
    return codes


def _year(text: str, cell: _Cell) -> int:
    year, was_ce = scalars.year_be(text)
    if was_ce:
        cell.row.warn(cell.name, "year_converted", year_be=year)
    today = cell.row.today
    now = None if today is None else calendar.fiscal_year(today)
    if cell.column.past and now is not None and year > now:
        cell.row.warn(cell.name, "year_ahead", year_be=year, now_be=now)
    return year


def _date(text: str, cell: _Cell) -> str:
    day, today = dates.date_ce(text), cell.row.today
    if cell.column.past and today is not None and day > today.isoformat():
        cell.row.warn(cell.name, "date_ahead", day=day, today=calendar.date_be(today))
    return day


def _province(text: str, cell: _Cell) -> str:
    code = find_province(text, cell.row.places)
    code = code or find_province_of_address(text, cell.row.places)
    if code is None:
        raise _unknown("province", suggestions.provinces(text, cell.row.places))
    return code


def _lao(text: str, cell: _Cell) -> str:
    places = cell.row.places
    row = cell.row
    stated = cell.others.get(PROVINCE_FIELD) or row.seen.province_code or row.province_code
    first, _, name = text.partition(" ")
    if first in places.lao_by_id and spelling_key(name) == spelling_key(
        places.lao_by_id[first].full_name
    ):
        text = first  # "LAO-60-001 ทน.นครสวรรค์", as in the drop-downs of the desk's workbooks
    if text not in places.lao_by_id:
        return _lao_by_name(text, stated, cell)
    lao = places.lao_by_id[text]
    if stated not in {None, lao.province_code}:
        raise _elsewhere(lao.full_name, stated, places)
    return text


def _lao_by_name(text: str, stated: str | None, cell: _Cell) -> str:
    """Return the LAO of a name, its province beside it or in the row; raise where none is sure."""
    places, seen = cell.row.places, cell.row.seen
    within = None
    if not find_laos(text, places, province_code=None):
        text, within = split_place(text, places)  # ทต.ปริก (สงขลา)
        if stated is not None and stated not in (within or {stated}):
            raise _elsewhere(text, stated, places)
        if stated is None and within is not None and len(within) == 1:
            (stated,) = within
    if split_type(text)[0] is None and seen.lao_type is not None:
        text = f"{seen.lao_type}{text}"
    laos = _narrowed(find_laos(text, places, province_code=stated), cell.row, within)
    if within is not None and not any(lao.province_code in within for lao in laos):
        laos = ()
    if len(laos) == 1:
        if stated is None and seen.provinces is None and within is None:
            _note_by_name(text, laos[0], cell.row)
        return laos[0].lao_id
    if laos:
        namesakes = suggestions.namesakes(text, places)
        raise PydanticCustomError(
            "lao_ambiguous", "lao_ambiguous", {"suggestions": "; ".join(namesakes)}
        )
    raise _not_found(text, stated, places)


def _not_found(text: str, stated: str | None, places: Places) -> PydanticCustomError:
    if stated is not None and find_laos(text, places, province_code=None):
        return _elsewhere(text, stated, places)
    if changed := _of_another_type(text, stated, places):
        known = "; ".join(suggestions.with_province(lao, places) for lao in changed)
        return PydanticCustomError(
            "lao_type_changed", "lao_type_changed", {"known": known, "lao_ids": _ids(changed)}
        )
    return _unknown("lao", suggestions.laos(text, places, province_code=stated))


def _narrowed(laos: tuple[Lao, ...], row: Row, within: frozenset[str] | None) -> tuple[Lao, ...]:
    """Return those of several LAOs that lie where the row, its sheet and its sender say."""
    own = None if row.sender is None else row.sender.provinces
    likely = None if row.likely is None else frozenset({row.likely})
    for said in (row.seen.provinces, within, likely, own):
        left = tuple(lao for lao in laos if said and lao.province_code in said)
        laos = left or laos
    return laos


def _note_by_name(text: str, lao: Lao, row: Row) -> None:
    """Note that a name alone was taken for an LAO; raise where the sender answers for others.

    The register is not whole: an LAO that it lacks may have the name of one that it has.
    """
    if row.sender is None or lao.province_code == row.likely:
        return
    own = row.sender.provinces
    if own is not None and lao.province_code not in own:
        names = row.places.province_names
        context = {
            "suggestions": "; ".join(suggestions.namesakes(text, row.places)),
            "provinces": ", ".join(sorted(names[code] for code in own if code in names)) or "–",
        }
        raise PydanticCustomError("lao_not_of_sender", "lao_not_of_sender", context)
    row.by_name.append(lao)


def _elsewhere(text: str, stated: str | None, places: Places) -> PydanticCustomError:
    context = {
        "suggestions": "; ".join(suggestions.namesakes(text, places)) or "–",
        "province": places.province_names.get(stated or "", "–"),
    }
    return PydanticCustomError("lao_other_province", "lao_other_province", context)


def _of_another_type(text: str, stated: str | None, places: Places) -> tuple[Lao, ...]:
    """Return the LAOs with the name of a text but another type than it says, in the province."""
    lao_type, name = split_type(text)
    laos = {
        lao.lao_id: lao
        for lao in places.laos.get(spelling_key(name), ())
        if lao_type is not None and stated in {None, lao.province_code}
        if punctuation(name) <= punctuation(lao.name_th)
    }
    return tuple(laos.values())


def _ids(laos: tuple[Lao, ...]) -> str:
    return "; ".join(lao.lao_id for lao in laos)


def _unknown(kind: str, suggested: tuple[str, ...]) -> PydanticCustomError:
    code: Any = f"{kind}_misspelt" if suggested else f"{kind}_unknown"
    return PydanticCustomError(code, code, {"suggestions": "; ".join(suggested)})


_ALONE: Final[Mapping[Kind, Callable[[str], object]]] = {
    "text": str,
    "code": str,
    "integer": scalars.whole_number,
    "number": scalars.number,
    "flag": scalars.flag,
}
_IN_PLACE: Final[Mapping[Kind, Callable[[str, _Cell], object]]] = {
    "choice": _choice,
    "date": _date,
    "year": _year,
    "province": _province,
    "lao": _lao,
}
