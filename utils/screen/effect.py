"""Did being a pilot make a difference? On the award record, where enough pilots can tell."""

from __future__ import annotations

from typing import Any

from utils.figures import effect
from utils.measures.pilots_effect import pilot_effect
from utils.measures.pilots_panel import award_panel, start_years
from utils.screen import cache, cities, components
from utils.screen.cache import record, table
from utils.screen.filters import Filters
from utils.words import Words


def show(chosen: Filters) -> None:
    """Draw the answer with the numbers it rests on, whatever the chosen year."""
    components.mount("board", _board(chosen.words), key="board")


@cache.kept
def _board(say: Words) -> dict[str, Any]:
    pilots, where = table("pilots"), cities.places()
    panel = award_panel(record().awards, where)
    found = pilot_effect(panel, panel, start_years(pilots), where)
    unknown = say("board.undated", n=int(pilots["year_be"].isna().sum()), total=len(pilots))
    notes = [unknown, say("effect.no_scores")]
    return effect.board(found, (record().first_year_be, record().last_year_be), say) | {
        "notes": notes
    }
