"""Typed frames as CSV, in the form of the files of data/; a cell is empty where not known."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from utils.tables.declared.columns import Kind, Table
from utils.tables.reading import normalise


def to_csv(frame: pd.DataFrame, table: Table, *, inert: bool = False) -> str:
    """Return the declared columns of a typed frame as the text of a CSV file.

    `reader.read` reads it back equal; booleans are true and false. `inert`: for people, whose
    spreadsheets would run some texts (`normalise.inert`); these texts do not read back equal.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    kinds = [column.kind for column in table.columns.values()]
    for row in frame[list(table.columns)].itertuples(index=False, name=None):
        texts = list(map(_text, row, kinds))
        writer.writerow(map(_inert, texts, kinds) if inert else texts)
    return out.getvalue()


def _text(value: Any, kind: Kind) -> str:  # noqa: ANN401 any cell of a typed frame
    if pd.isna(value):
        return ""
    if kind == "flag":
        return "true" if value else "false"
    if kind == "number":
        return str(float(value)).removesuffix(".0")
    return str(value)


def _inert(text: str, kind: Kind) -> str:
    return text if kind in {"integer", "number", "year"} else normalise.inert(text)
