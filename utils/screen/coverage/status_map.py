"""The map of provinces by status, as the component `map` reads it: for every page that has one."""

from __future__ import annotations

from typing import Any

from utils.figures import map_data
from utils.figures.coverage.choropleth import paint
from utils.figures.map_data import Frame
from utils.measures.coverage.rules import Question
from utils.screen.app import cache, server
from utils.words import Words


@cache.kept
def data(
    question: Question,
    codes: tuple[str, ...],
    words: Words,
    *,
    chosen: str | None = None,
    zoomed: bool = False,
) -> dict[str, Any]:
    """Return the map under a question; `codes`: the area, `chosen`, `zoomed`: as in `Frame`.

    The legend counts the provinces of the area, unless one province is chosen.
    """
    frame = Frame(
        outlines=server.outlines_address(),
        views=("outlines",),
        label=words("map.label", measure=words("map.measure.status"), year=question.fiscal_year_be),
        area=codes,
        chosen=chosen,
        zoomed=zoomed,
    )
    painted = paint(cache.states(question), "status", words, question=question)
    return map_data.data(painted, frame, words, counts=chosen is None)
