"""The LPA results of the scores page: bands, the five parts, and one LAO's own."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import invented, lpa_strips, score_names
from utils.measures.score_lpa_summary import lpa_bands_reached, lpa_middles
from utils.screen import cache, components, scores, scores_file, scores_lao
from utils.screen.scores_view import View


def draw(seen: View) -> None:
    """Draw the year's LPA results of the selection, then those of one LAO."""
    say = seen.words
    if seen.lpa.empty:
        st.info(_nothing(seen))
        return
    components.mount("strips", _panels(seen), key="lpa")
    names = scores.lao_names(seen.whole, tuple(seen.lpa["lao_id"]), say)
    scores_file.folded(
        seen,
        "lpa",
        lambda: lpa_strips.table(seen.lpa, seen.whole.bands, names, say),
        " · ".join(lpa_strips.definition(seen.whole.bands, say)),
        laos=names,
    )
    st.header(say("scores_lpa.one"), anchor=False)
    scores_lao.lpa(seen, scores_lao.choose(seen, names, next(iter(names)), "scores_lpa.outside"))


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
        | {"notes": [one for one in (scores.converted(seen),) if one]},
        lpa_strips.parts(middles, say, fiscal_year_be=seen.year),
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}
