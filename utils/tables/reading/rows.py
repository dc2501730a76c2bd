"""Rows of text to typed rows, by pydantic models built from the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from utils.tables.declared.columns import Column, Kind, Table
from utils.tables.reading import row_rules
from utils.tables.reading.cells import FAULTY, PROVINCE_FIELD, Row, clean
from utils.tables.reading.problems import Found

_TYPES: Mapping[Kind, type] = {
    "text": str,
    "code": str,
    "choice": str,
    "integer": int,
    "number": float,
    "year": int,
    "flag": bool,
    "date": str,
    "province": str,
    "lao": str,
}
_CODES = {
    "greater_than_equal": "out_of_range",
    "less_than_equal": "out_of_range",
    "string_pattern_mismatch": "wrong_pattern",
    "literal_error": "not_allowed",
}


def validate(
    cells: Mapping[str, str], *, table: Table, row: Row
) -> tuple[dict[str, Any], tuple[Found, ...]]:
    """Return the typed values of one row and what was found in it.

    Parameters
    ----------
    cells : mapping of column name to text
        Columns of `table`; one that the file lacks is None in every row, and told elsewhere.

    Returns
    -------
    dict, tuple of Found
        A cell with an error is None in the dict; the other cells keep their values.
    """
    values, faults = _cell_by_cell(cells, table, row)
    faults += row_rules.faults(values, table=table, referred=row.places.referred)
    values |= dict.fromkeys(fault.column for fault in faults)
    return values, (*faults, *_warnings(row, values))


def _cell_by_cell(
    cells: Mapping[str, str], table: Table, row: Row
) -> tuple[dict[str, Any], tuple[Found, ...]]:
    model = _model(table)
    given = {name: cells.get(name, FAULTY) for name in table.columns}
    try:
        return dict(model.model_validate(given, context=row).__dict__), ()
    except ValidationError as errors:
        faults = tuple(_found(error, table) for error in errors.errors(include_url=False))
    row.warnings.clear()
    marked = {**given, **dict.fromkeys((fault.column for fault in faults), FAULTY)}
    return dict(model.model_validate(marked, context=row).__dict__), faults


@cache
def _model(table: Table) -> type[BaseModel]:
    # LAOs come last: which one a name means depends on the province of the row.
    ordered = sorted(
        table.columns.items(), key=lambda item: (item[1].kind == "lao", item[0] != PROVINCE_FIELD)
    )
    fields: dict[str, Any] = {name: (_type(column), ...) for name, column in ordered}
    return create_model(table.name, __config__=ConfigDict(strict=True), **fields)


def _type(column: Column) -> object:
    if column.choices:
        allowed: Any = Literal[tuple(choice.code for choice in column.choices)]
    else:
        limits = Field(ge=column.low, le=column.high, pattern=column.pattern)
        allowed = Annotated[_TYPES[column.kind], limits]
    return Annotated[allowed | None, BeforeValidator(partial(clean, column=column))]


def _found(error: ErrorDetails, table: Table) -> Found:
    name = str(error["loc"][0])
    code = _CODES.get(error["type"], error["type"])
    context = {**error.get("ctx", {}), **_rule(table.columns[name], code)}
    return Found(name, code, "error", context)


def _rule(column: Column, code: str) -> dict[str, object]:
    if code == "out_of_range":
        return {"low": _limit(column.low), "high": _limit(column.high)}
    if code == "not_allowed":
        return {
            "allowed_th": ", ".join(choice.th for choice in column.choices),
            "allowed_en": ", ".join(choice.code for choice in column.choices),
        }
    if code == "wrong_pattern":
        return {"form_th": column.form_th, "form_en": column.form_en}
    return {}


def _limit(value: float | None) -> str:
    return "…" if value is None else f"{value:g}"


def _warnings(row: Row, values: Mapping[str, object]) -> Iterator[Found]:
    for column, code, context in row.warnings:
        if values[column] is not None:
            yield Found(column, code, "warning", context)
