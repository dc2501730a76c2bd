"""Tables of the staircase page, folded, as files to download."""

from __future__ import annotations

import pandas as pd

from utils.screen.app import tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView


def folded(view: StaircaseView, name: str, table: pd.DataFrame, definition: str) -> None:
    """Draw a folded table with its download.

    `name`: of its words, key and file. `definition`: what it shows, in words.
    """
    words = view.words
    with tables.folded(words(f"staircase.table_of.{name}"), key=f"{name}_table") as opened:
        if opened:
            tables.show(
                table,
                words,
                name=staircase_view.file_name(view, name),
                invented=view.fictitious,
                key=f"{name}_rows",
                about=staircase_view.about(view, definition),
            )
