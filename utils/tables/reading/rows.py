"""Rows of text to typed rows: cell by cell, then what the cells of a row say of one another.

Cells are checked by pydantic models built from the declarations; whole rows against other tables
and for the order of their dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from utils.tables import references
from utils.tables.declared.columns import Column, Kind, Reference, Table
from utils.tables.reading import suggestions
from utils.tables.reading.cells import FAULTY, PROVINCE_FIELD, Row, clean
from utils.tables.reading.meaning.witnesses import contradictions
from utils.tables.reading.normalise import punctuation, spelling_key
from utils.tables.reading.problems import CellProblem
from utils.tables.references import References, Referred
from utils.words import LANGS, Lang

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
_EXAMPLES: Final = 3  # values of another table that a problem names


def validate(
    cells: Mapping[str, str], *, table: Table, row: Row
) -> tuple[dict[str, Any], tuple[CellProblem, ...]]:
    """Return the typed values of one row, and its problems.

    Parameters
    ----------
    cells : mapping of column name to text
        Columns of `table`, and witnesses; a column that the file lacks is None in every row, and
        reported elsewhere.

    Returns
    -------
    dict, tuple of Found
        A cell with an error is None in the dict; the other cells keep their values.
    """
    values, faults = _cell_by_cell(cells, table, row)
    values |= dict(_as_referred_to(values, table, row.places.referred))
    faults += tuple(contradictions(cells, values, table, row.places, row.titled))
    faults += _whole_row(values, table=table, referred=row.places.referred)
    values |= dict.fromkeys(fault.column for fault in faults if fault.column in table.columns)
    return values, (*faults, *_warnings(row, values))


def _cell_by_cell(
    cells: Mapping[str, str], table: Table, row: Row
) -> tuple[dict[str, Any], tuple[CellProblem, ...]]:
    model = _model(table)
    texts = {name: cells.get(name, FAULTY) for name in table.columns}
    try:
        return dict(model.model_validate(texts, context=row).__dict__), ()
    except ValidationError as errors:
        faults = tuple(_problem(error, table) for error in errors.errors(include_url=False))
    row.warnings.clear()
    marked = {**texts, **dict.fromkeys((fault.column for fault in faults), FAULTY)}
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


def _problem(error: ErrorDetails, table: Table) -> CellProblem:
    name = str(error["loc"][0])
    code = _CODES.get(error["type"], error["type"])
    context = {**error.get("ctx", {}), **_rule(table.columns[name], code)}
    return CellProblem(name, code, "error", context)


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


def _whole_row(
    values: Mapping[str, Any], *, table: Table, referred: References
) -> tuple[CellProblem, ...]:
    """Return the problems of a row as a whole, each one under one of its cells.

    `values`: typed, None where a cell is blank or has an error.
    """
    alone = tuple(_single_references(values, table, referred))
    sound = {**values, **dict.fromkeys(fault.column for fault in alone)}
    return (*alone, *_joint_references(sound, table, referred), *_order(sound, table))


def _as_referred_to(
    values: Mapping[str, Any], table: Table, referred: References
) -> Iterator[tuple[str, str]]:
    """Yield texts that another table has, spelt as it spells them."""
    for name, column in table.columns.items():
        reference = references.of_column(column)
        value = values[name]
        if reference is None or not isinstance(value, str) or column.choices:
            continue
        target = referred[reference]
        if (value,) in target.rows:
            continue
        for written in target.by_key.get(spelling_key(value), ()):
            if punctuation(value) == punctuation(written):
                yield name, written


def _single_references(
    values: Mapping[str, Any], table: Table, referred: References
) -> Iterator[CellProblem]:
    for name, column in table.columns.items():
        reference = references.of_column(column)
        if reference is None or values[name] is None:
            continue
        target = referred[reference]
        if (values[name],) not in target.rows:
            yield _missing_reference(name, str(values[name]), target)


def _missing_reference(name: str, value: str, target: Referred) -> CellProblem:
    allowed = [str(one) for (one,) in target.rows]
    suggested = suggestions.values(value, allowed)
    context = {
        "table_th": target.title_th,
        "table_en": target.title_en,
        "suggestions": "; ".join(suggested),
        "examples": ", ".join(allowed[:_EXAMPLES]),
    }
    return CellProblem(
        name, "reference_misspelt" if suggested else "reference_unknown", "error", context
    )


def _joint_references(
    values: Mapping[str, Any], table: Table, referred: References
) -> Iterator[CellProblem]:
    for reference in table.refers_to:
        first, *others = (values[name] for name in reference.columns)
        if first is None or None in others:
            continue
        target = referred[reference]
        if (first, *others) not in target.rows:
            rows = [rest for one, *rest in target.rows if one == first]
            context: dict[str, object] = {"table_th": target.title_th, "table_en": target.title_en}
            for lang in LANGS:
                context[f"other_{lang}"] = _label(others, reference, table, lang)
                labels = (_label(row, reference, table, lang) for row in rows)
                context[f"known_{lang}"] = "; ".join(labels)
            yield CellProblem(reference.columns[0], "not_together", "error", context)


def _label(values: list[object], reference: Reference, table: Table, lang: Lang) -> str:
    columns = [table.columns[name] for name in reference.columns[1:]]
    return ", ".join(
        column.label(str(value), lang) if column.choices else str(value)
        for column, value in zip(columns, values, strict=True)
    )


def _order(values: Mapping[str, Any], table: Table) -> Iterator[CellProblem]:
    for first, then in table.in_order:
        earlier, later = values[first], values[then]
        if None not in {earlier, later} and earlier > later:
            titles = {
                f"{which}_{lang}": table.columns[name].title(lang)
                for which, name in (("first", first), ("then", then))
                for lang in LANGS
            }
            yield CellProblem(then, "out_of_order", "error", {**titles, "earlier": earlier})


def _warnings(row: Row, values: Mapping[str, object]) -> Iterator[CellProblem]:
    yield from (one for one in row.warnings if values[one.column] is not None)
