"""Two assessments of each LAO as a picture and in words: two years, or two assessors."""

from __future__ import annotations

import pandas as pd

from utils.figures.scores import pairs as score_pairs_figure
from utils.figures.scores.names import signed
from utils.figures.scores.pairs import Pairs
from utils.measures.scores.change import Spread
from utils.screen.app.components import Chart
from utils.screen.scores import answer as score_answer
from utils.screen.scores.view import ScoresView


def pairs(  # noqa: PLR0913, PLR0917 two columns, their titles and what is said of them
    view: ScoresView,
    found: pd.DataFrame,
    columns: tuple[str, str],
    titles: list[str],
    lead: str,
    notes: tuple[str, ...],
) -> Chart:
    """Draw two percentages of each LAO; `columns`: across and up."""
    words = view.words
    names = by_name(found, view)
    across, up = ([float(value) for value in found[column]] for column in columns)
    both = Pairs(
        across=across,
        up=up,
        names=[names[lao] for lao in found["lao_id"]],
        across_title=titles[0],
        up_title=titles[1],
    )
    figure = score_pairs_figure.pairs(both, words, fictitious=view.fictitious)
    return Chart(lead=lead, axis=titles[1], figure=figure, said=lead, notes=notes)


def spread(key: str, found: Spread, view: ScoresView, **values: object) -> str:
    """Return how differences lie, in words."""
    words = view.words
    counts = {"n": found.n, "above": found.above, "level": found.level, "below": found.below}
    half = words("scores.no_spread")
    if found.low is not None and found.median is not None and found.high is not None:
        half = words(
            "scores.spread",
            median=signed(found.median),
            low=signed(found.low),
            high=signed(found.high),
        )
    return words(key, year=view.year, half=half, **counts, **values)


def by_name(found: pd.DataFrame, view: ScoresView) -> dict[str, str]:
    """Return the names of the LAOs compared, by type and name."""
    return score_answer.lao_names(view.whole, tuple(found["lao_id"]), view.words)
