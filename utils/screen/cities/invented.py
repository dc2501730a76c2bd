"""Where no real score is loaded: what is said beside cities, and the invented ones that show it."""

from __future__ import annotations

from itertools import islice

import streamlit as st

from utils.measures import peers
from utils.measures.scores.record import ScoreRecord
from utils.screen import frame, params
from utils.screen.app import cache, city_links, link
from utils.screen.app.filters import Filters
from utils.screen.cities import score_sheet
from utils.screen.scores import answer as score_answer
from utils.screen.scores import tables_in_use


def notice(chosen: Filters, ids: tuple[str, ...], *, page: str) -> None:
    """Say that no real score is loaded, how to load one, and where invented cities show it.

    `page`: the one that is drawn.
    """
    seen, words = score_sheet.view(chosen), chosen.words
    if not (seen.whole.is_empty or seen.fictitious):
        return
    made = score_sheet.are_invented(ids)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice"):
        st.markdown(words(f"city_scores.{'invented' if made else 'empty'}"), width="stretch")
        if made:
            _offer("back", params.COMPARED_FIRST, chosen, page)
        elif seen.fictitious:
            _offer(
                "see_invented", _first_invented(seen.whole, seen.year, seen.assessor), chosen, page
            )
        if st.button(words("city_scores.load"), key="city_scores.load"):
            frame.open_loading(chosen)


def _offer(name: str, ids: tuple[str, ...], chosen: Filters, page: str) -> None:
    """Offer to compare other cities: here, or from another page there."""
    held, key = link.join(ids), f"city_scores.{name}"

    def put() -> None:
        if page == params.COMPARISON:
            link.put(params.cities_param(), held)

    if st.button(chosen.words(key), key=key, on_click=put) and page != params.COMPARISON:
        frame.open_comparison(held, chosen)


def options(chosen: Filters, ids: tuple[str, ...]) -> dict[str, str]:
    """Return the cities that may be chosen beside some: real ones, or invented ones, by name."""
    if not score_sheet.are_invented(ids):
        return city_links.options(chosen.words.lang)
    whole = tables_in_use.tables()
    held = tuple(dict.fromkeys(whole.municipalities["lao_id"]))
    return score_answer.lao_names(whole, held, chosen.words)


@cache.kept
def _first_invented(whole: ScoreRecord, year: int, assessor: str) -> tuple[str, ...]:
    """Return two invented LAOs of one type whose peers are of their region, with a total."""
    here = score_sheet.sheet(whole, year, assessor)
    known = here.totals.dropna().index
    found = (one for one in known if peers.peers_of(one, here.where, known).basis != "type")
    return tuple(islice(found, 2)) or tuple(known[:2]) or tuple(here.where.index[:2])
