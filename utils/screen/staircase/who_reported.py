"""Who has reported the tables of the staircase: each office with its provinces, in a table."""

from __future__ import annotations

from typing import Final

from utils.figures import reported
from utils.measures.reported import ReportedTable
from utils.screen.app import filters, tables
from utils.screen.staircase import view as staircase_view
from utils.screen.staircase.view import StaircaseView

_TABLES: Final[tuple[ReportedTable, ...]] = ("enrolment", "step_evidence")


def draw(view: StaircaseView) -> None:
    """Fold a table of the offices of the chosen area; nothing where the table lacks the year."""
    words = view.words
    if not staircase_view.reported_note(view):
        return
    with tables.folded(words("who_reported.table", year=view.year), key="reported_table") as opened:
        if opened:
            told = {name: view.selected.told(view.year, name) for name in _TABLES}
            areas = filters.area_tables()
            tables.show(
                reported.offices(told, areas, words),
                words,
                name=staircase_view.file_name(view, f"reported_{view.year}"),
                invented=view.fictitious,
                key="reported_rows",
                about=staircase_view.about(view, reported.note(areas.provinces, words)),
            )
