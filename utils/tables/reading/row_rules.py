"""Rules over a row whose cells could be read one by one: other tables, and the order of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from utils.tables import references
from utils.tables.declared.columns import Reference, Table
from utils.tables.reading import suggestions
from utils.tables.reading.problems import Found
from utils.tables.references import References, Referred
from utils.words import LANGS, Lang

_EXAMPLES: Final = 3


def faults(values: Mapping[str, Any], *, table: Table, referred: References) -> tuple[Found, ...]:
    """Return what is wrong with a row as a whole, each fault told of one of its cells.

    Parameters
    ----------
    values : mapping of column name to value
        Typed; None where a cell says nothing or was found wrong before.
    table : Table
        Its declaration says what refers to other tables, and what comes before what.
    referred : References
        What stands in those tables.

    Raises
    ------
    KeyError
        If `referred` lacks a table that a value of the row refers to.
    """
    alone = tuple(_alone(values, table, referred))
    sound = {**values, **dict.fromkeys(fault.column for fault in alone)}
    return (*alone, *_together(sound, table, referred), *_in_order(sound, table))


def _alone(values: Mapping[str, Any], table: Table, referred: References) -> Iterator[Found]:
    for name, column in table.columns.items():
        reference = references.of_column(column)
        if reference is None or values[name] is None:
            continue
        known = referred[reference]
        if (values[name],) not in known.rows:
            yield _unknown(name, str(values[name]), known)


def _unknown(name: str, value: str, known: Referred) -> Found:
    there = [str(one) for (one,) in known.rows]
    near = suggestions.values(value, there)
    context = {
        "table_th": known.title_th,
        "table_en": known.title_en,
        "suggestions": "; ".join(near),
        "examples": ", ".join(there[:_EXAMPLES]),
    }
    return Found(name, "reference_misspelt" if near else "reference_unknown", "error", context)


def _together(values: Mapping[str, Any], table: Table, referred: References) -> Iterator[Found]:
    for reference in table.refers_to:
        first, *others = (values[name] for name in reference.columns)
        if first is None or None in others:
            continue
        known = referred[reference]
        if (first, *others) not in known.rows:
            rows = [rest for one, *rest in known.rows if one == first]
            context: dict[str, object] = {"table_th": known.title_th, "table_en": known.title_en}
            for lang in LANGS:
                context[f"other_{lang}"] = _label(others, reference, table, lang)
                labels = (_label(row, reference, table, lang) for row in rows)
                context[f"known_{lang}"] = "; ".join(labels)
            yield Found(reference.columns[0], "not_together", "error", context)


def _label(values: list[object], reference: Reference, table: Table, lang: Lang) -> str:
    columns = [table.columns[name] for name in reference.columns[1:]]
    return ", ".join(
        column.label(str(value), lang) if column.choices else str(value)
        for column, value in zip(columns, values, strict=True)
    )


def _in_order(values: Mapping[str, Any], table: Table) -> Iterator[Found]:
    for first, then in table.in_order:
        earlier, later = values[first], values[then]
        if None not in {earlier, later} and earlier > later:
            titles = {
                f"{which}_{lang}": table.columns[name].title(lang)
                for which, name in (("first", first), ("then", then))
                for lang in LANGS
            }
            yield Found(then, "out_of_order", "error", {**titles, "earlier": earlier})
