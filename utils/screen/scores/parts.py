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
from utils.screen.scores.view import View


def draw(part: str, seen: View) -> None:
    """Draw one part of the page."""
    parts: dict[str, Callable[[View], None]] = {
        "indicators": _indicators,
        "heat": _heat,
        "totals": compared.totals,
        "assessors": compared.assessors,
        "lpa": score_lpa_part.draw,
        "takes": next_level.draw,
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
    assessor, years = score_answer.assessor(seen), score_names.spans(sorted(set(held)))
    if not years:
        return say("scores.none_by", assessor=assessor)
    return say("scores.no_year", year=seen.year, assessor=assessor, years=years)


def _indicators(seen: View) -> None:
    components.mount("strips", _indicator_panels(seen), key="indicators")
    download.folded(seen, "indicators", lambda: _indicator_rows(seen), _definition(seen))


def _definition(seen: View) -> str:
    say = seen.words
    return " · ".join(
        (say("scores.holding_lead_file"), next_level.marks(seen), say("scores.names_note"))
    )


def _summary(seen: View) -> pd.DataFrame:
    return _summarised(seen.whole, seen.here, seen.year, seen.assessor)


@cache.kept
def _summarised(whole: ScoreRecord, here: ScoreReading, year: int, assessor: str) -> pd.DataFrame:
    known = score_view.known(here, year, assessor)
    return score_summary.indicator_summary(known, whole.indicators)


def _held(seen: View) -> pd.DataFrame:
    """Return what holds LAOs back; no row where no scale judges the assessor."""
    if seen.scale is None:
        return NOBODY_HELD
    return _holding(seen.whole, seen.here, seen.year, seen.scale)


@cache.kept
def _holding(whole: ScoreRecord, here: ScoreReading, year: int, scale: Scale) -> pd.DataFrame:
    known = score_view.known(here, year, ASSESSOR_OF[scale])
    return holding_back(known, score_view.judgement(whole, here, year, scale), whole.components)


@cache.kept
def _indicator_panels(seen: View) -> dict[str, Any]:
    say, names = seen.words, score_answer.indicators(seen)
    mark = invented.mark(say, fictitious=seen.fictitious)
    held, weak = _held(seen), score_summary.weakest(_summary(seen))
    of = 0 if held.empty else int(held["of"].iloc[0])
    few = say("scores.holding_few", minimum=SMALL_GROUP) if of < SMALL_GROUP else ""
    kind = "few" if few else "many"
    if seen.scale is None:
        lead, axis = say("scores_lpa.national"), ""
    else:
        lead = say("scores.holding_lead", n=of) + few
        axis = say(f"scores.holding_axis.{kind}", marks=next_level.marks(seen))
    panels = [
        {
            "title": say("scores.weakest", year=seen.year),
            "axis": f"{say('scores.weakest_axis')} · {say('scores.names_note')}",
            "rows": strips.weakest(weak, names, say),
        },
        {
            "title": say("scores.holding"),
            "lead": lead,
            "axis": axis,
            "rows": strips.holding(held, names, say),
        },
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}


def _indicator_rows(seen: View) -> pd.DataFrame:
    return score_rows_figure.indicators(
        _summary(seen), _held(seen), score_answer.indicators(seen), seen.words
    )


def _heat(seen: View) -> None:
    say = seen.words
    st.header(say("scores.heat", n=len(seen.totals), year=seen.year), anchor=False)
    city_links.go(components.mount("heat", _heat_map(seen), key="heat"), seen.chosen)
    download.offer(
        seen,
        "heat",
        lambda: score_rows_figure.heat(seen.known, score_answer.names(seen), say),
        say("scores.heat_note"),
    )


@cache.kept
def _heat_map(seen: View) -> dict[str, Any]:
    return heat.data(
        shares.score_shares(seen.known),
        heat.Axes(
            laos=score_answer.names(seen),
            card=link.address("city", seen.chosen.link) + "&city={id}",
            types=seen.here.where["lao_type"],
            catalogue=seen.catalogue,
            components=score_answer.components(seen),
        ),
        seen.words,
        fictitious=seen.fictitious,
    )
