"""LPA results on the scores page: bands, the five parts, and the result of one LAO."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented
from utils.figures.scores import lpa
from utils.figures.scores import names as score_names
from utils.measures.scores.lpa import lpa_bands_reached, lpa_latest, lpa_middles
from utils.screen.app import cache, city_links, components, link
from utils.screen.scores import download
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

_LAO = "scores.lao"


def draw(view: ScoresView) -> None:
    """Draw the year's LPA results of the selection, then those of one LAO."""
    words = view.words
    if view.lpa.empty:
        st.info(_nothing(view))
        return
    components.mount("strips", _panels(view), key="lpa", about=score_view.drawn(view))
    names = score_view.lao_names(view.whole, tuple(view.lpa["lao_id"]), words)
    download.folded(
        view,
        "lpa",
        lambda: lpa.table(view.lpa, view.whole.bands, names, words),
        " · ".join(lpa.definition(view.whole.bands, words)),
        laos=names,
    )
    st.header(words("scores_lpa.one"), anchor=False)
    draw_lao(view, choose_lao(view, names, next(iter(names)), "scores_lpa.outside"))


def _nothing(view: ScoresView) -> str:
    years = score_names.spans(sorted({int(year) for year in view.whole.lpa["fiscal_year_be"]}))
    if years:
        return view.words("scores_lpa.no_year", year=view.year, years=years)
    return view.words("scores_lpa.none")


@cache.kept
def _panels(view: ScoresView) -> dict[str, Any]:
    words, bands = view.words, view.whole.bands
    medians = lpa_middles(view.lpa)
    panels = [
        lpa.bands(
            lpa_bands_reached(view.lpa, bands),
            medians,
            bands,
            words,
            fiscal_year_be=view.year,
            passed=int(view.lpa["passed"].sum()),
        )
        | {
            "notes": [
                *score_view.reported_note(view, "lpa_results"),
                *filter(None, [score_view.conversion(view)]),
            ]
        },
        lpa.parts(medians, words, fiscal_year_be=view.year),
    ]
    return {"panels": [invented.panel(one, words, fictitious=view.fictitious) for one in panels]}


def choose_lao(view: ScoresView, names: Mapping[str, str], first: str, outside: str) -> str:
    """Offer LAOs; return the id of the one that the link names, else `first`.

    `names`: of LAOs by id, in the order shown. `outside`: key of the words that say that the LAO of
    the link is not among them.
    """
    words = view.words
    linked = link.value(score_view.lao_param())
    shown = linked if linked in names else first
    if linked and linked not in names:
        st.info(words(outside))
    if link.renamed() or st.session_state.get(_LAO) != shown:
        st.session_state[_LAO] = shown
    st.selectbox(
        words(_LAO),
        list(names),
        format_func=names.__getitem__,
        key=_LAO,
        on_change=lambda: link.put(score_view.lao_param(), str(st.session_state[_LAO])),
        filter_mode="contains",
        width=420,
    )
    return shown


def draw_lao(view: ScoresView, lao_id: str) -> None:
    """Draw an LAO's latest LPA result up to the year; a real name leads to its card."""
    picked = components.mount(
        "strips", _lao_panel(view, lao_id), key="lao_lpa", about=score_view.drawn(view)
    )
    city_links.go(picked, view.chosen)


@cache.kept
def _lao_panel(view: ScoresView, lao_id: str) -> dict[str, Any]:
    words = view.words
    name = score_view.lao_names(view.whole, (lao_id,), words)[lao_id]
    heading = {"card": score_view.card_link(view, lao_id, name)}
    latest = lpa_latest(view.selected.lpa, lao_id, view.year)
    if latest.empty:
        title = words("scores_lpa.lao", name=name)
        lead = words("scores_lpa.no_result", year=view.year)
        shown = heading | {"title": title, "lead": lead, "rows": []}
        return invented.panel(shown, words, fictitious=view.fictitious)
    row = latest.iloc[0].to_dict()
    rests = _converted_scores(view, lao_id)
    shown = heading | lpa.one(row, view.whole.bands, words, name=name, rests=rests)
    return invented.panel(shown, words, fictitious=view.fictitious)


def _converted_scores(view: ScoresView, lao_id: str) -> list[str]:
    """Return which indicators are converted from LPA results, and of which year."""
    lines = [score_view.conversion(view)]
    known = view.known
    used = known.loc[(known["lao_id"] == lao_id) & known["derived"], "lpa_year_be"]
    years = sorted({int(year) for year in used if not pd.isna(year)})
    if years:
        lines.append(
            view.words("scores_lpa.used", year=view.year, years=", ".join(map(str, years)))
        )
    return [*filter(None, lines)]
