"""Did being a pilot make a difference? On awards and on scores, where there are enough pilots."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from utils.figures.cities import effect as city_effect_figure
from utils.figures.scores import names as score_names
from utils.measures.cities.effect import award_panel, pilot_effect, score_panel, start_years
from utils.measures.scores.assessments import score_reading
from utils.screen.app import cache, components, provenance
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.cities import scores as city_scores_part
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.tables.declared.schemas import PILOTS
from utils.words import Words


def show(chosen: Filters) -> None:
    """Draw both answers with the numbers they rest on, whatever year of the list is chosen."""
    words, view = chosen.words, score_sheet.view(chosen)
    st.header(words("effect.on.awards"), anchor=False)
    pilots = provenance.source_of(PILOTS, words)
    about = (provenance.award_list(words), pilots)
    components.mount("board", _awards(words), key="board", about=about)
    st.header(words("effect.on.scores"), anchor=False)
    if not (view.whole.is_empty or view.fictitious):
        city_scores_part.choose_assessor(chosen, "pilots")
    components.mount("board", _scores(view), key="scores_board", about=(pilots,))


@cache.kept
def _awards(words: Words) -> dict[str, Any]:
    pilots, where = table("pilots"), city_facts.places()
    panel = _award_panel()
    effect = pilot_effect(panel, panel, start_years(pilots), where)
    undated = words(
        "programme.board.undated", n=int(pilots["year_be"].isna().sum()), total=len(pilots)
    )
    return city_effect_figure.board(effect, _years(), words, of="awards") | {"notes": [undated]}


@cache.kept
def _scores(view: ScoresView) -> dict[str, Any]:
    """Return the answer for the totals of one assessor in the chosen year's edition."""
    words, totals = view.words, _totals(view)
    effect = pilot_effect(
        score_panel(totals), _award_panel(), start_years(table("pilots")), city_facts.places()
    )
    note = words("effect.no_scores")
    if not (view.whole.is_empty or view.fictitious):
        years = score_names.spans(sorted(set(totals["fiscal_year_be"].astype(int))))
        note = words(
            "effect.scores_of",
            assessor=score_view.assessor_name(view),
            edition=_edition(view),
            years=years or words("scores.unknown"),
        )
    return city_effect_figure.board(effect, _years(), words, of="scores") | {"notes": [note]}


def _edition(view: ScoresView) -> str:
    """Return the title of the edition compared."""
    titles = view.whole.editions.set_index("edition")[f"title_{view.words.lang}"].to_dict()
    return str(titles.get(view.edition, view.words("scores.unknown")))


def _totals(view: ScoresView) -> pd.DataFrame:
    """Return the totals compared; none of invented LAOs."""
    totals = score_reading(view.whole).totals
    compared = (totals["edition"] == view.edition) & (totals["assessor"] == view.assessor)
    return totals[compared & (not view.fictitious)]


@cache.kept
def _award_panel() -> pd.DataFrame:
    return award_panel(record().awards, city_facts.places())


def _years() -> tuple[int, int]:
    return (record().first_year_be, record().last_year_be)
