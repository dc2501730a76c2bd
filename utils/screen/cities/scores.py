"""Scores of cities beside those of their peers: on the pilots page and on a city's card."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import invented
from utils.figures.cities import scores as city_scores_figure
from utils.screen.app import cache, choice, components, link, release_shown
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.cities import compared as compared_cities
from utils.screen.cities import facts as city_facts
from utils.screen.cities import score_sheet
from utils.screen.cities import tables as city_tables
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView
from utils.tables.declared.scores import SCORES

SHAPE = Param(name="shape", options=("dots", "radar"), default="dots", label="city_scores.shapes")


def show(chosen: Filters, ids: tuple[str, ...], *, page: str) -> str | None:
    """Draw cities' scores beside those of their peers; return the id of the LAO that was picked.

    Nothing where real cities meet invented tables or the reverse. `page`: name of the page that is
    drawn; on that of the comparison, several cities are.
    """
    compared = page == compared_cities.PAGE_NAME
    view, words = score_sheet.view(chosen), chosen.words
    if view.whole.is_empty or view.fictitious != city_facts.are_invented(ids):
        return None
    st.header(words("city_scores.title"), anchor=False)
    _choose(chosen, page)
    shape = link.value(SHAPE)
    picked = components.mount(
        "beside", _picture(view, ids, shape, compared), key="beside", about=score_view.drawn(view)
    )
    # Outside the picture, so that what stays the same is not sent again with every city.
    for note in (words("city_scores.axis"), *_notes(view)):
        st.caption(note.replace("*", r"\*"))  # an asterisk in Markdown begins a list
    about = _about(view, page, ids, compared=compared)
    city_tables.of_scores(view, ids, about)
    city_tables.peers_in_scores(view, ids, about)
    return picked


def _choose(chosen: Filters, page: str) -> None:
    """Offer the assessor, and beside it dots or a radar."""
    words = chosen.words
    with st.container(horizontal=True, key="score_choices"):
        choose_assessor(chosen, page)
        choice.among(
            SHAPE,
            words,
            lambda code: words(f"city_scores.shape.{code}"),
            place=page,
        )


def choose_assessor(chosen: Filters, page: str) -> None:
    """Offer the assessors; `page`: as in `show`."""
    words = chosen.words
    choice.among(
        score_view.assessor_param(),
        words,
        lambda code: SCORES.columns["assessor"].label(code, words.lang),
        place=page,
    )


@cache.kept
def _picture(
    view: ScoresView,
    ids: tuple[str, ...],
    shape: str,
    compared: bool,  # noqa: FBT001 cached by value
) -> dict[str, Any]:
    words, cities = view.words, score_sheet.scored(view, ids)
    names = score_view.indicator_names(view)
    return {
        "mark": invented.mark(words, fictitious=view.fictitious),
        "lead": view.before
        + words("scores.window", year=view.year, assessor=score_view.assessor_name(view)),
        "shape": shape,
        "cities": [
            city | {"peers": view.before + city["peers"]}
            for city in city_scores_figure.cities(cities, words)
        ],
        "groups": city_scores_figure.groups(
            cities, score_view.component_names(view), view.catalogue, names, words
        ),
        "words": {name: words(f"city_scores.{name}") for name in _LABELS}
        | {"known": words("city_scores.known", n="{n}")},
        "near": [] if compared else score_sheet.near(view, ids[0]),
    }


_LABELS = (
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
    """Return the lines that a file must carry: kind, definition, year, assessor, and link."""
    words = view.words
    cities = {"cities": link.join(ids)} if compared else {"city": ids[0]}
    invented_note = (words("fictitious.words"),) if view.fictitious else ()
    return (
        *invented_note,
        words("city_scores.definition"),
        f"{words('filter.year')}: {view.year}",
        f"{words('scores.assessor')}: {score_view.assessor_name(view)}",
        *_notes(view),
        release_shown.home(page, view.chosen.own_year_link | cities | dict(view.choices)),
    )
