"""The heat map of the scores page: every LAO against every indicator."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures.scores import heat
from utils.figures.scores import rows as score_rows_figure
from utils.measures.scores import summary
from utils.screen.app import cache, city_links, components, link
from utils.screen.scores import download
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the heat map, whose rows lead to LAOs' cards, and offer it as a file."""
    words = view.words
    st.header(words("scores.heat", n=len(view.totals), year=view.year), anchor=False)
    city_links.go(
        components.mount("heat", _picture(view), key="heat", about=score_view.drawn(view)),
        view.chosen,
    )
    download.offer(
        view,
        "heat",
        lambda: score_rows_figure.heat(view.known, score_view.assessed_names(view), words),
        words("scores.heat_note"),
    )


@cache.kept
def _picture(view: ScoresView) -> dict[str, Any]:
    return heat.data(
        summary.score_shares(view.known),
        heat.Axes(
            laos=score_view.assessed_names(view),
            card=link.address("city", view.chosen.link) + "&city={id}",
            types=view.selected.where["lao_type"],
            catalogue=view.catalogue,
            components=score_view.component_names(view),
        ),
        view.words,
        fictitious=view.fictitious,
    )
