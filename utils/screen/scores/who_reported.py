"""Who has reported the tables of scores: each office with its provinces, in a table."""

from __future__ import annotations

from typing import Final

from utils.figures import reported
from utils.measures.reported import ReportedTable
from utils.screen.app import filters, tables
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

_TABLES: Final[tuple[ReportedTable, ...]] = ("scores", "lpa_results")


def draw(view: ScoresView) -> None:
    """Fold a table of the offices of the chosen area; nothing where it has no office."""
    words = view.words
    if not score_view.reported_note(view):
        return
    with tables.folded(
        words("who_reported.table", year=view.year), key="scores_reported"
    ) as opened:
        if opened:
            told = {name: score_view.told(view, name) for name in _TABLES}
            areas = filters.area_tables()
            tables.show(
                reported.offices(told, areas, words),
                words,
                name=score_view.file_name(view, f"reported_{view.year}"),
                invented=view.fictitious,
                key="scores_reported_rows",
                about=score_view.about(view, reported.note(areas.provinces, words)),
            )
