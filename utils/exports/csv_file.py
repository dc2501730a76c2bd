"""Tables as CSV that a spreadsheet opens right and never runs."""

from __future__ import annotations

import pandas as pd

from utils.tables.reading.normalise import inert


def csv_bytes(table: pd.DataFrame, *, about: tuple[str, ...] = ()) -> bytes:
    """Return a table as CSV in UTF-8 with a byte-order mark, which spreadsheets need for Thai.

    Parameters
    ----------
    table : DataFrame
    about : tuple of str
        Lines after the rows: definition, window, year, source. One cell each.
    """
    safe = table.rename(columns=_safe).map(_safe)
    text = safe.to_csv(index=False, lineterminator="\r\n")
    if about:
        text += "\r\n" + pd.Series([_safe(line) for line in about]).to_csv(
            index=False, header=False, lineterminator="\r\n"
        )
    return text.encode("utf-8-sig")


def _safe(cell: object) -> object:
    return inert(cell) if isinstance(cell, str) else cell
