"""The parts of the scores page: its choice, indicators, and the heat map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import heat, strips
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows_figure
from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.scores import shares
from utils.measures.scores import summary as score_summary
from utils.measures.scores.holding_back import NOBODY_HELD, holding_back
from utils.measures.scores.levels import ASSESSOR_OF, Scale
from utils.measures.scores.reading import ScoreReading
from utils.measures.scores.record import ScoreRecord
from utils.screen.app import cache, city_links, components, link
from utils.screen.scores import answer as score_answer
from utils.screen.scores import compared, download, next_level
from utils.screen.scores import lpa as score_lpa_part
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView


def draw(part: str, view: ScoresView) -> None:
    """Draw one part of the page."""
    parts: dict[str, Callable[[ScoresView], None]] = {
        "indicators": _indicators,
        "heat": _heat,
        "totals": compared.totals,
        "assessors": compared.assessors,
        "lpa": score_lpa_part.draw,
        "takes": next_level.draw,
    }
    if view.totals.empty and part not in {"assessors", "lpa", "takes"}:
        st.info(_nothing(view))
        return
    parts[part](view)


def prepare(view: ScoresView) -> None:
    """Compute the part that the page opens with, and keep it."""
    if not view.totals.empty:
        _indicator_panels(view)


def _nothing(view: ScoresView) -> str:
    words, table = view.words, view.whole.scores
    held = table.loc[table["assessor"] == view.assessor, "fiscal_year_be"]
    assessor, years = score_answer.assessor(view), score_names.spans(sorted(set(held)))
    if not years:
        return words("scores.none_by", assessor=assessor)
    return words("scores.no_year", year=view.year, assessor=assessor, years=years)


def _indicators(view: ScoresView) -> None:
    components.mount("strips", _indicator_panels(view), key="indicators")
    download.folded(view, "indicators", lambda: _indicator_rows(view), _definition(view))


def _definition(view: ScoresView) -> str:
    words = view.words
    return " · ".join(
        (words("scores.holding_lead_file"), next_level.marks(view), words("scores.names_note"))
    )


def _summary(view: ScoresView) -> pd.DataFrame:
    return _summarised(view.whole, view.here, view.year, view.assessor)


@cache.kept
def _summarised(whole: ScoreRecord, here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    known = score_view.known(here, year, assessor)
    return score_summary.indicator_summary(known, whole.indicators)


def _held(view: ScoresView) -> pd.DataFrame:
    """Return what holds LAOs back; no row where no scale judges the assessor."""
    if view.scale is None:
        return NOBODY_HELD
    return _holding(view.whole, view.here, view.year, view.scale)


@cache.kept
def _holding(whole: ScoreRecord, here: ScoreReading, year: int, scale: Scale) -> pd.DataFrame:
    known = score_view.known(here, year, ASSESSOR_OF[scale])
    return holding_back(known, score_view.judgement(whole, here, year, scale), whole.components)


@cache.kept
def _indicator_panels(view: ScoresView) -> dict[str, Any]:
    words, names = view.words, score_answer.indicators(view)
    mark = invented.mark(words, fictitious=view.fictitious)
    held, weak = _held(view), score_summary.weakest(_summary(view))
    of = 0 if held.empty else int(held["of"].iloc[0])
    few = words("scores.holding_few", minimum=SMALL_GROUP) if of < SMALL_GROUP else ""
    kind = "few" if few else "many"
    if view.scale is None:
        lead, axis = words("scores_lpa.national"), ""
    else:
        lead = words("scores.holding_lead", n=of) + few
        axis = words(f"scores.holding_axis.{kind}", marks=next_level.marks(view))
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
            "rows": strips.holding(held, names, words),
        },
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}


def _indicator_rows(view: ScoresView) -> pd.DataFrame:
    return score_rows_figure.indicators(
        _summary(view), _held(view), score_answer.indicators(view), view.words
    )


def _heat(view: ScoresView) -> None:
    words = view.words
    st.header(words("scores.heat", n=len(view.totals), year=view.year), anchor=False)
    city_links.go(components.mount("heat", _heat_map(view), key="heat"), view.chosen)
    download.offer(
        view,
        "heat",
        lambda: score_rows_figure.heat(view.known, score_answer.names(view), words),
        words("scores.heat_note"),
    )


@cache.kept
def _heat_map(view: ScoresView) -> dict[str, Any]:
    return heat.data(
        shares.score_shares(view.known),
        heat.Axes(
            laos=score_answer.names(view),
            card=link.address("city", view.chosen.link) + "&city={id}",
            types=view.here.where["lao_type"],
            catalogue=view.catalogue,
            components=score_answer.components(view),
        ),
        view.words,
        fictitious=view.fictitious,
    )
