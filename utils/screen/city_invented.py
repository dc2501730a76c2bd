"""Where no real score is loaded: what is said beside cities, and the invented ones that show it."""

from __future__ import annotations

import streamlit as st

from utils.measures import peers
from utils.screen import cache, city_links, city_scores, frame, link, score_tables, scores
from utils.screen.filters import Filters
from utils.screen.scores_view import View


def notice(chosen: Filters, ids: tuple[str, ...], *, page: str) -> None:
    """Say that no real score is loaded, how to load one, and where invented cities show it.

    `page`: the one that is drawn.
    """
    seen, say = city_scores.view(chosen), chosen.words
    if not (seen.whole.is_empty or seen.fictitious):
        return
    made = city_scores.are_invented(ids)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice"):
        st.markdown(say(f"city_scores.{'invented' if made else 'empty'}"), width="stretch")
        if made and st.button(say("city_scores.back"), key="city_scores.back"):
            _compare(frame.COMPARED_FIRST, chosen, page)
        if not made and seen.fictitious and st.button(say("city_scores.see_invented")):
            _compare(_first_invented(seen), chosen, page)
        if st.button(say("city_scores.load"), key="city_scores.load"):
            frame.open_loading(chosen)


def _compare(ids: tuple[str, ...], chosen: Filters, page: str) -> None:
    """Put cities into the comparison, and go there from another page."""
    if page != "pilots":
        frame.open_comparison(link.join(ids), chosen)
    link.put(frame.cities_param(), link.join(ids))
    st.rerun()


def options(chosen: Filters, ids: tuple[str, ...]) -> dict[str, str]:
    """Return the cities that may be chosen beside some: real ones, or invented ones, by name."""
    if not city_scores.are_invented(ids):
        return city_links.options(chosen.words.lang)
    whole = score_tables.tables()
    held = tuple(dict.fromkeys(whole.scores["lao_id"]))
    return scores.lao_names(whole, held, chosen.words)


@cache.kept
def _first_invented(seen: View) -> tuple[str, ...]:
    """Return two invented LAOs of one type whose peers are of their region, with a total."""
    here = city_scores.sheet(seen.whole, seen.year, seen.assessor)
    known = here.totals.dropna().index
    found = [one for one in known if peers.peers_of(one, here.where, known).basis != "type"]
    return tuple((found or list(known) or list(here.where.index))[:2])
