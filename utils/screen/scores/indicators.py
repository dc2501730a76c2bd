"""Indicators of the scores page: the weakest, and those that hold most LAOs back."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores import strips
from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.scores import summary as score_summary
from utils.measures.scores.assessments import ScoreReading
from utils.measures.scores.holding_back import NOBODY_HELD, holding_back
from utils.measures.scores.levels import ASSESSOR_OF, Scale
from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache, components
from utils.screen.scores import download
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the weakest indicators and those that hold most LAOs back; fold all as a table."""
    components.mount("strips", _panels(view), key="indicators", about=score_view.drawn(view))
    download.folded(view, "indicators", lambda: _rows(view), _definition(view))


def _definition(view: ScoresView) -> str:
    words = view.words
    return " · ".join(
        (
            words("scores.holding_lead_file"),
            score_view.cutoffs_in_words(view),
            words("scores.names_note"),
        )
    )


def _summary(view: ScoresView) -> pd.DataFrame:
    return _summary_of(view.whole, view.selected, view.year, view.assessor)


@cache.kept
def _summary_of(
    whole: ScoreRecord, selected: ScoreReading, year: int, assessor: str
) -> pd.DataFrame:
    known = score_view.known_scores(selected, year, assessor)
    return score_summary.indicator_summary(known, whole.indicators)


def _holding_back(view: ScoresView) -> pd.DataFrame:
    """Return the indicators that hold LAOs back; no row for an assessor without a scale."""
    if view.scale is None:
        return NOBODY_HELD
    return _holding_back_of(view.whole, view.selected, view.year, view.scale)


@cache.kept
def _holding_back_of(
    whole: ScoreRecord, selected: ScoreReading, year: int, scale: Scale
) -> pd.DataFrame:
    known = score_view.known_scores(selected, year, ASSESSOR_OF[scale])
    return holding_back(
        known, score_view.totals_with_levels(whole, selected, year, scale), whole.components
    )


@cache.kept
def _panels(view: ScoresView) -> dict[str, Any]:
    words, names = view.words, score_view.indicator_names(view)
    holding, weak = _holding_back(view), score_summary.weakest(_summary(view))
    of = 0 if holding.empty else int(holding["of"].iloc[0])
    few = words("scores.holding_few", minimum=SMALL_GROUP) if of < SMALL_GROUP else ""
    kind = "few" if few else "many"
    if view.scale is None:
        lead, axis = words("scores_lpa.national"), ""
    else:
        lead = words("scores.holding_lead", n=of) + few
        axis = words(f"scores.holding_axis.{kind}", marks=score_view.cutoffs_in_words(view))
    panels = [
        {
            "title": words("scores.weakest", year=view.year),
            "axis": f"{words('scores.weakest_axis')} · {words('scores.names_note')}",
            "rows": strips.weakest(weak, names, words),
        },
        {
            "title": words("scores.holding"),
            "lead": lead,
            "axis": axis,
            "rows": strips.holding(holding, names, words),
        },
    ]
    return {"panels": [invented.panel(one, words, fictitious=view.fictitious) for one in panels]}


def _rows(view: ScoresView) -> pd.DataFrame:
    return score_rows_figure.indicators(
        _summary(view), _holding_back(view), score_view.indicator_names(view), view.words
    )


def prepare(view: ScoresView) -> None:
    """Compute and cache what the part shows."""
    if not view.totals.empty:
        _panels(view)
