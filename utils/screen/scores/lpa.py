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
from utils.screen.scores.view import View


def draw(seen: View) -> None:
    """Draw the year's LPA results of the selection, then those of one LAO."""
    say = seen.words
    if seen.lpa.empty:
        st.info(_nothing(seen))
        return
    components.mount("strips", _panels(seen), key="lpa")
    names = score_answer.lao_names(seen.whole, tuple(seen.lpa["lao_id"]), say)
    download.folded(
        seen,
        "lpa",
        lambda: lpa_strips.table(seen.lpa, seen.whole.bands, names, say),
        " · ".join(lpa_strips.definition(seen.whole.bands, say)),
        laos=names,
    )
    st.header(say("scores_lpa.one"), anchor=False)
    score_lao.lpa(seen, score_lao.choose(seen, names, next(iter(names)), "scores_lpa.outside"))


def _nothing(seen: View) -> str:
    held = score_names.spans(sorted({int(year) for year in seen.whole.lpa["fiscal_year_be"]}))
    if held:
        return seen.words("scores_lpa.no_year", year=seen.year, years=held)
    return seen.words("scores_lpa.none")


@cache.kept
def _panels(seen: View) -> dict[str, Any]:
    say, bands = seen.words, seen.whole.bands
    mark = invented.mark(say, fictitious=seen.fictitious)
    middles = lpa_middles(seen.lpa)
    panels = [
        lpa_strips.bands(
            lpa_bands_reached(seen.lpa, bands),
            middles,
            bands,
            say,
            fiscal_year_be=seen.year,
            passed=int(seen.lpa["passed"].sum()),
        )
        | {"notes": [one for one in (score_answer.converted(seen),) if one]},
        lpa_strips.parts(middles, say, fiscal_year_be=seen.year),
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}
