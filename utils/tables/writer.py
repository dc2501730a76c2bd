"""Typed frames to the files of data/: UTF-8, one line feed a row, empty where unknown."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from utils.tables.columns import Table


def to_csv(frame: pd.DataFrame, table: Table) -> str:
    """Return the declared columns of a typed frame as the text of a CSV file.

    The text reads back equal through `reader.read`; booleans are true and false.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    chosen = frame[list(table.columns)]
    writer.writerows(map(_texts, chosen.itertuples(index=False, name=None)))
    return out.getvalue()


def _texts(row: tuple[Any, ...]) -> list[str]:
    return [_text(value) for value in row]


def _text(value: Any) -> str:  # noqa: ANN401 any cell of a typed frame
    if pd.isna(value):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
