"""One LAO of the scores page: which one, and the LPA result that its scores rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import lpa_strips
from utils.measures.scores.lpa_summary import lpa_latest
from utils.screen import params
from utils.screen.app import cache, city_links, components, link
from utils.screen.scores import answer as score_answer
from utils.screen.scores.view import ScoresView

_LAO = "scores.lao"


def choose(view: ScoresView, names: Mapping[str, str], first: str, outside: str) -> str:
    """Offer LAOs; return the one of the link, else `first`.

    `names`: by id, in the order shown. `outside`: key of what is said where the link's is not one.
    """
    words = view.words
    asked = link.value(params.lao_param())
    shown = asked if asked in names else first
    if asked and asked not in names:
        st.info(words(outside))
    if link.renamed() or st.session_state.get(_LAO) != shown:
        st.session_state[_LAO] = shown
    st.selectbox(
        words(_LAO),
        list(names),
        format_func=names.__getitem__,
        key=_LAO,
        on_change=lambda: link.put(params.lao_param(), str(st.session_state[_LAO])),
        filter_mode="contains",
        width=420,
    )
    return shown


def lpa(view: ScoresView, lao_id: str) -> None:
    """Draw an LAO's latest LPA result up to the year; a real name leads to its card."""
    picked = components.mount("strips", _lpa(view, lao_id), key="lao_lpa")
    city_links.go(picked, view.chosen)


def card(view: ScoresView, lao_id: str, name: str) -> dict[str, str]:
    """Return what makes of a name in a title a link to the card."""
    return {"id": lao_id, "name": name, "href": city_links.address(lao_id, view.chosen)}


@cache.kept
def _lpa(view: ScoresView, lao_id: str) -> dict[str, Any]:
    words = view.words
    name = score_answer.lao_names(view.whole, (lao_id,), words)[lao_id]
    shown = {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "card": card(view, lao_id, name),
    }
    found = lpa_latest(view.here.lpa, lao_id, view.year)
    if found.empty:
        title = words("scores_lpa.lao", name=name)
        return shown | {
            "title": title,
            "lead": words("scores_lpa.no_result", year=view.year),
            "rows": [],
        }
    row = found.iloc[0].to_dict()
    return shown | lpa_strips.one(
        row, view.whole.bands, words, name=name, rests=_rests(view, lao_id)
    )


def _rests(view: ScoresView, lao_id: str) -> list[str]:
    """Return which indicators are converted from LPA results, and from those of which year."""
    said = [score_answer.converted(view)]
    known = view.known
    used = known.loc[(known["lao_id"] == lao_id) & known["derived"], "lpa_year_be"]
    years = sorted({int(year) for year in used if not pd.isna(year)})
    if years:
        said.append(view.words("scores_lpa.used", year=view.year, years=", ".join(map(str, years))))
    return [one for one in said if one]
