"""The LPA results of the scores page: bands, the five parts, and one LAO's own."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import invented
from utils.figures.scores import lpa_strips
from utils.figures.scores import names as score_names
from utils.measures.scores.lpa_summary import lpa_bands_reached, lpa_middles
from utils.screen.app import cache, components
from utils.screen.scores import answer as score_answer
from utils.screen.scores import download
from utils.screen.scores import lao as score_lao
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the year's LPA results of the selection, then those of one LAO."""
    words = view.words
    if view.lpa.empty:
        st.info(_nothing(view))
        return
    components.mount("strips", _panels(view), key="lpa")
    names = score_answer.lao_names(view.whole, tuple(view.lpa["lao_id"]), words)
    download.folded(
        view,
        "lpa",
        lambda: lpa_strips.table(view.lpa, view.whole.bands, names, words),
        " · ".join(lpa_strips.definition(view.whole.bands, words)),
        laos=names,
    )
    st.header(words("scores_lpa.one"), anchor=False)
    score_lao.lpa(view, score_lao.choose(view, names, next(iter(names)), "scores_lpa.outside"))


def _nothing(view: ScoresView) -> str:
    held = score_names.spans(sorted({int(year) for year in view.whole.lpa["fiscal_year_be"]}))
    if held:
        return view.words("scores_lpa.no_year", year=view.year, years=held)
    return view.words("scores_lpa.none")


@cache.kept
def _panels(view: ScoresView) -> dict[str, Any]:
    words, bands = view.words, view.whole.bands
    mark = invented.mark(words, fictitious=view.fictitious)
    middles = lpa_middles(view.lpa)
    panels = [
        lpa_strips.bands(
            lpa_bands_reached(view.lpa, bands),
            middles,
            bands,
            words,
            fiscal_year_be=view.year,
            passed=int(view.lpa["passed"].sum()),
        )
        | {"notes": [one for one in (score_answer.converted(view),) if one]},
        lpa_strips.parts(middles, words, fiscal_year_be=view.year),
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}
