"""Scores of cities beside their peers': on the page of pilots and on a city's card."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import invented
from utils.figures.cities import scores as city_scores_figure
from utils.screen import params
from utils.screen.app import cache, choice, components, link, release_shown
from utils.screen.app.filters import Filters
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.cities import tables as city_tables
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.tables.declared.scores import SCORES


def show(
    chosen: Filters,
    ids: tuple[str, ...],
    *,
    page: str,
) -> str | None:
    """Draw cities' scores beside their peers'; return the id of the LAO that was picked.

    Invented tables are for invented cities alone. `page`: which is drawn: on the one of pilots
    cities are compared.
    """
    compared = page == params.COMPARISON
    seen, words = score_sheet.view(chosen), chosen.words
    if seen.whole.is_empty or seen.fictitious != city_facts.are_invented(ids):
        return None
    st.header(words("city_scores.title"), anchor=False)
    _choose(chosen, page)
    shape = link.value(params.SHAPE)
    picked = components.mount("beside", _picture(seen, ids, shape, compared), key="beside")
    # Apart from the picture: what stays the same is not sent again with every city.
    for note in (words("city_scores.axis"), *_notes(seen)):
        st.caption(note.replace("*", r"\*"))  # a mark, not a list
    told = _about(seen, page, ids, compared=compared)
    city_tables.of_scores(seen, ids, told)
    city_tables.peers_in_scores(seen, ids, told)
    return picked


def _choose(chosen: Filters, page: str) -> None:
    """Offer the assessor, and dots or a radar, side by side."""
    words = chosen.words
    with st.container(horizontal=True, key="score_choices"):
        choose_assessor(chosen, page)
        choice.among(
            params.SHAPE,
            words("city_scores.shapes"),
            lambda code: words(f"city_scores.shape.{code}"),
            place=page,
        )


def choose_assessor(chosen: Filters, page: str) -> None:
    """Offer who assessed; `page`: as in `show`."""
    words = chosen.words
    choice.among(
        params.assessor_param(),
        words("scores.assessor"),
        lambda code: SCORES.columns["assessor"].label(code, words.lang),
        place=page,
    )


@cache.kept
def _picture(
    view: ScoresView,
    ids: tuple[str, ...],
    shape: str,
    compared: bool,  # noqa: FBT001 kept by value
) -> dict[str, Any]:
    words, shown = view.words, score_sheet.scored(view, ids)
    names = score_view.indicators(view)
    return {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "lead": words("scores.window", year=view.year, assessor=score_view.assessor(view)),
        "shape": shape,
        "cities": city_scores_figure.cities(shown, words),
        "groups": city_scores_figure.groups(
            shown, score_view.components(view), view.catalogue, names, words
        ),
        "words": {name: words(f"city_scores.{name}") for name in _SAID}
        | {"known": words("city_scores.known", n="{n}")},
        "near": [] if compared else score_sheet.near(view, ids[0]),
    }


_SAID = (
    "value",
    "median",
    "half",
    "n",
    "unknown",
    "above",
    "below",
    "none_above",
    "none_below",
    "several",
    "near",
    "radar",
)


def _notes(view: ScoresView) -> list[str]:
    words = view.words
    return [
        *score_view.notes(view),
        *([words("scores.names_note")] if words.lang == "th" else []),
    ]


def _about(view: ScoresView, page: str, ids: tuple[str, ...], *, compared: bool) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, assessor, and the way back."""
    words = view.words
    cities = {"cities": link.join(ids)} if compared else {"city": ids[0]}
    said = (words("fictitious.words"),) if view.fictitious else ()
    return (
        *said,
        words("city_scores.definition"),
        f"{words('filter.year')}: {view.year}",
        f"{words('scores.assessor')}: {score_view.assessor(view)}",
        *_notes(view),
        release_shown.home(page, view.chosen.link | cities | dict(view.own)),
    )
