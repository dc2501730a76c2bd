"""Scores of cities beside their peers': on the page of pilots and on a city's card."""

from __future__ import annotations

from typing import Any

import streamlit as st

from utils.figures import invented
from utils.figures.cities import scores as city_scores_figure
from utils.screen import params
from utils.screen.app import cache, choice, components, link, release_shown
from utils.screen.app.filters import Filters
from utils.screen.cities import score_sheet
from utils.screen.cities import tables as city_tables
from utils.screen.scores import answer as score_answer
from utils.screen.scores.view import View
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
    seen, say = score_sheet.view(chosen), chosen.words
    if seen.whole.is_empty or seen.fictitious != score_sheet.are_invented(ids):
        return None
    st.header(say("city_scores.title"), anchor=False)
    _choose(chosen, page)
    shape = link.value(params.SHAPE)
    picked = components.mount("beside", _picture(seen, ids, shape, compared), key="beside")
    # Apart from the picture: what stays the same is not sent again with every city.
    for note in (say("city_scores.axis"), *_notes(seen)):
        st.caption(note.replace("*", r"\*"))  # a mark, not a list
    told = _about(seen, page, ids, compared=compared)
    city_tables.of_scores(seen, ids, told)
    city_tables.peers_in_scores(seen, ids, told)
    return picked


def _choose(chosen: Filters, page: str) -> None:
    """Offer the assessor, and dots or a radar, side by side."""
    say = chosen.words
    with st.container(horizontal=True, key="score_choices"):
        choose_assessor(chosen, page)
        choice.among(
            params.SHAPE,
            say("city_scores.shapes"),
            lambda code: say(f"city_scores.shape.{code}"),
            place=page,
        )


def choose_assessor(chosen: Filters, page: str) -> None:
    """Offer who assessed; `page`: as in `show`."""
    say = chosen.words
    choice.among(
        params.assessor_param(),
        say("scores.assessor"),
        lambda code: SCORES.columns["assessor"].label(code, say.lang),
        place=page,
    )


@cache.kept
def _picture(
    seen: View,
    ids: tuple[str, ...],
    shape: str,
    compared: bool,  # noqa: FBT001 kept by value
) -> dict[str, Any]:
    say, shown = seen.words, score_sheet.scored(seen, ids)
    names = score_answer.indicators(seen)
    return {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "lead": say("scores.window", year=seen.year, assessor=score_answer.assessor(seen)),
        "shape": shape,
        "cities": city_scores_figure.cities(shown, say),
        "groups": city_scores_figure.groups(
            shown, score_answer.components(seen), seen.catalogue, names, say
        ),
        "words": {name: say(f"city_scores.{name}") for name in _SAID}
        | {"known": say("city_scores.known", n="{n}")},
        "near": [] if compared else score_sheet.near(seen, ids[0]),
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


def _notes(seen: View) -> list[str]:
    say = seen.words
    return [*score_answer.notes(seen), *([say("scores.names_note")] if say.lang == "th" else [])]


def _about(seen: View, page: str, ids: tuple[str, ...], *, compared: bool) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, assessor, and the way back."""
    say = seen.words
    cities = {"cities": link.join(ids)} if compared else {"city": ids[0]}
    said = (say("fictitious.words"),) if seen.fictitious else ()
    return (
        *said,
        say("city_scores.definition"),
        f"{say('filter.year')}: {seen.year}",
        f"{say('scores.assessor')}: {score_answer.assessor(seen)}",
        *_notes(seen),
        release_shown.home(page, seen.chosen.link | cities | dict(seen.own)),
    )
