"""The parts of the scores page: its choice, indicators, and the heat map."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented, score_heat, score_names, score_rows, score_strips
from utils.measures import score_shares, score_summary
from utils.measures.groups import SMALL_GROUP
from utils.measures.holding_back import NOBODY_HELD, holding_back
from utils.measures.score_levels import ASSESSOR_OF, Scale
from utils.measures.score_reading import ScoreReading
from utils.measures.scores_record import ScoreRecord
from utils.screen import (
    cache,
    city_links,
    components,
    link,
    scores,
    scores_compared,
    scores_file,
    scores_lpa,
    scores_takes,
    scores_view,
)
from utils.screen.scores_view import View


def draw(part: str, seen: View) -> None:
    """Draw one part of the page."""
    parts: dict[str, Callable[[View], None]] = {
        "indicators": _indicators,
        "heat": _heat,
        "totals": scores_compared.totals,
        "assessors": scores_compared.assessors,
        "lpa": scores_lpa.draw,
        "takes": scores_takes.draw,
    }
    if seen.totals.empty and part not in {"assessors", "lpa", "takes"}:
        st.info(_nothing(seen))
        return
    parts[part](seen)


def prepare(seen: View) -> None:
    """Compute the part that the page opens with, and keep it."""
    if not seen.totals.empty:
        _indicator_panels(seen)


def _nothing(seen: View) -> str:
    say, table = seen.words, seen.whole.scores
    held = table.loc[table["assessor"] == seen.assessor, "fiscal_year_be"]
    assessor, years = scores.assessor(seen), score_names.spans(sorted(set(held)))
    if not years:
        return say("scores.none_by", assessor=assessor)
    return say("scores.no_year", year=seen.year, assessor=assessor, years=years)


def _indicators(seen: View) -> None:
    components.mount("strips", _indicator_panels(seen), key="indicators")
    scores_file.folded(seen, "indicators", lambda: _indicator_rows(seen), _definition(seen))


def _definition(seen: View) -> str:
    say = seen.words
    return " · ".join(
        (say("scores.holding_lead_file"), scores_takes.marks(seen), say("scores.names_note"))
    )


def _summary(seen: View) -> pd.DataFrame:
    return _summarised(seen.whole, seen.here, seen.year, seen.assessor)


@cache.kept
def _summarised(whole: ScoreRecord, here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    known = scores_view.known(here, year, assessor)
    return score_summary.indicator_summary(known, whole.indicators)


def _held(seen: View) -> pd.DataFrame:
    """Return what holds LAOs back; no row where no scale judges the assessor."""
    if seen.scale is None:
        return NOBODY_HELD
    return _holding(seen.whole, seen.here, seen.year, seen.scale)


@cache.kept
def _holding(whole: ScoreRecord, here: ScoreReading, year: int, scale: Scale) -> pd.DataFrame:
    known = scores_view.known(here, year, ASSESSOR_OF[scale])
    return holding_back(known, scores_view.judgement(whole, here, year, scale), whole.components)


@cache.kept
def _indicator_panels(seen: View) -> dict[str, Any]:
    say, names = seen.words, scores.indicators(seen)
    mark = invented.mark(say, fictitious=seen.fictitious)
    held, weak = _held(seen), score_summary.weakest(_summary(seen))
    of = 0 if held.empty else int(held["of"].iloc[0])
    few = say("scores.holding_few", minimum=SMALL_GROUP) if of < SMALL_GROUP else ""
    kind = "few" if few else "many"
    if seen.scale is None:
        lead, axis = say("scores_lpa.national"), ""
    else:
        lead = say("scores.holding_lead", n=of) + few
        axis = say(f"scores.holding_axis.{kind}", marks=scores_takes.marks(seen))
    panels = [
        {
            "title": say("scores.weakest", year=seen.year),
            "axis": f"{say('scores.weakest_axis')} · {say('scores.names_note')}",
            "rows": score_strips.weakest(weak, names, say),
        },
        {
            "title": say("scores.holding"),
            "lead": lead,
            "axis": axis,
            "rows": score_strips.holding(held, names, say),
        },
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}


def _indicator_rows(seen: View) -> pd.DataFrame:
    return score_rows.indicators(_summary(seen), _held(seen), scores.indicators(seen), seen.words)


def _heat(seen: View) -> None:
    say = seen.words
    st.header(say("scores.heat", n=len(seen.totals), year=seen.year), anchor=False)
    city_links.go(components.mount("heat", _heat_map(seen), key="heat"), seen.chosen)
    scores_file.offer(
        seen,
        "heat",
        lambda: score_rows.heat(seen.known, scores.names(seen), say),
        say("scores.heat_note"),
    )


@cache.kept
def _heat_map(seen: View) -> dict[str, Any]:
    return score_heat.data(
        score_shares.score_shares(seen.known),
        score_heat.Axes(
            laos=scores.names(seen),
            card=link.address("city", seen.chosen.link) + "&city={id}",
            types=seen.here.where["lao_type"],
            catalogue=seen.catalogue,
            components=scores.components(seen),
        ),
        seen.words,
        fictitious=seen.fictitious,
    )
