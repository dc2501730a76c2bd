"""Scores of cities beside their peers': on the page of pilots and on a city's card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from utils.figures import city_scores, invented, score_names
from utils.figures.city_scores import Scored
from utils.measures import peers
from utils.measures.beside_peers import ScoreSheet, beside_peers, score_sheet
from utils.measures.score_reading import score_reading
from utils.measures.scores_record import ScoreRecord
from utils.screen import (
    cache,
    choice,
    city_links,
    components,
    link,
    params,
    scores,
    scores_view,
    shown,
    tables,
)
from utils.screen.cache import record
from utils.screen.filters import Filters
from utils.screen.scores_view import View
from utils.tables.schema_scores import SCORES
from utils.tables.staircase_columns import FICTITIOUS_PREFIX


def are_invented(ids: tuple[str, ...]) -> bool:
    """Tell whether the chosen cities are invented: a link never mixes them with real ones."""
    return bool(ids) and ids[0].startswith(FICTITIOUS_PREFIX)


def view(chosen: Filters) -> View:
    """Return the tables in use for the whole country: peers are those of the register."""
    every = tuple(record().provinces["province_code"])
    whole = replace(chosen, codes=every, area="")
    assessor = params.assessor_param()
    return scores_view.of(whole, {assessor.name: link.value(assessor)})


def show(
    chosen: Filters,
    ids: tuple[str, ...],
    *,
    page: str,
    act: Callable[[str], None] | None = None,
) -> str | None:
    """Draw cities' scores beside their peers'; return what was picked, as `cities.show` does.

    Invented tables are for invented cities alone. `page`: which is drawn, for links and keys.
    `act`: as in `cities.show`.
    """
    compared = act is not None
    seen, say = view(chosen), chosen.words
    if seen.whole.is_empty or seen.fictitious != are_invented(ids):
        return None
    st.header(say("city_scores.title"), anchor=False)
    _choose(chosen, page)
    shape = link.value(params.SHAPE)
    picked = components.mount("beside", _picture(seen, ids, shape, compared), key="beside", act=act)
    # Apart from the picture: what stays the same is not sent again with every city.
    for note in (say("city_scores.axis"), *_notes(seen)):
        st.caption(note.replace("*", r"\*"))  # a mark, not a list
    with tables.folded(say("city_scores.table"), key="city_scores") as opened:
        if opened:
            tables.show(
                city_scores.rows(
                    _scored(seen, ids), scores.components(seen), scores.indicators(seen), say
                ),
                say,
                name=scores.file_name(seen, "beside_peers"),
                key="city_scores_rows",
                one_decimal=True,
                about=_about(seen, page, ids, compared=compared),
            )
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
    say, shown = seen.words, _scored(seen, ids)
    names = scores.indicators(seen)
    return {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "lead": say("scores.window", year=seen.year, assessor=scores.assessor(seen)),
        "shape": shape,
        "remove": say("pilots.remove") if compared and seen.fictitious else None,
        "cities": city_scores.cities(shown, say),
        "groups": city_scores.groups(shown, scores.components(seen), seen.catalogue, names, say),
        "words": {name: say(f"city_scores.{name}") for name in _SAID},
        "near": [] if compared else _near(seen, ids[0]),
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
    return [*scores.notes(seen), *([say("scores.names_note")] if say.lang == "th" else [])]


@cache.kept
def _scored(seen: View, ids: tuple[str, ...]) -> list[Scored]:
    here = sheet(seen.whole, seen.year, seen.assessor)
    names = scores.lao_names(seen.whole, ids, seen.words)
    parts = here.parts.groupby("lao_id")[["known", "of"]].sum().astype(int)
    known, of = parts["known"].to_dict(), parts["of"].to_dict()
    return [
        Scored(
            lao_id=lao,
            name=names[lao],
            href=city_links.address(lao, seen.chosen),
            beside=beside_peers(here, lao),
            known=known.get(lao),
            of=of.get(lao),
        )
        for lao in ids
    ]


@cache.kept
def sheet(whole: ScoreRecord, year: int, assessor: str) -> ScoreSheet:
    """Return `score_sheet`, whatever the language or rule."""
    return score_sheet(score_reading(whole), year, assessor)


def _near(seen: View, lao_id: str) -> list[dict[str, Any]]:
    """Return the LAOs of the same type whose totals are nearest, each leading to its card."""
    here = sheet(seen.whole, seen.year, seen.assessor)
    found = peers.neighbours(lao_id, here.where, here.totals)
    names = scores.lao_names(seen.whole, tuple(found.index), seen.words)
    return [
        {
            "id": lao,
            "name": names[str(lao)],
            "href": city_links.address(str(lao), seen.chosen),
            "said": seen.words(
                "city_scores.near_said",
                total=score_names.number(row["total"]),
                difference=score_names.signed(row["difference"]),
            ),
        }
        for lao, row in zip(found.index, found.to_dict("records"), strict=True)
    ]


def _about(seen: View, page: str, ids: tuple[str, ...], *, compared: bool) -> tuple[str, ...]:
    """Return what a file must say of itself: kind, definition, year, assessor, and the way back."""
    say = seen.words
    cities = {"cities": link.join(ids)} if compared else {"city": ids[0]}
    said = (say("fictitious.words"),) if seen.fictitious else ()
    return (
        *said,
        say("city_scores.definition"),
        f"{say('filter.year')}: {seen.year}",
        f"{say('scores.assessor')}: {scores.assessor(seen)}",
        *_notes(seen),
        shown.home(page, seen.chosen.link | cities | dict(seen.own)),
    )
