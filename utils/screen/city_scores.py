"""Scores of cities beside their peers': on the page of pilots and on a city's card."""

from __future__ import annotations

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
    frame,
    link,
    score_tables,
    scores,
    scores_view,
    tables,
)
from utils.screen.cache import record
from utils.screen.filters import Filters
from utils.screen.scores_view import View
from utils.tables.schema_scores import SCORES
from utils.tables.staircase_columns import FICTITIOUS_PREFIX

REMOVED = "-"


def are_invented(ids: tuple[str, ...]) -> bool:
    """Tell whether the chosen cities are invented: a link never mixes them with real ones."""
    return bool(ids) and ids[0].startswith(FICTITIOUS_PREFIX)


def view(chosen: Filters) -> View:
    """Return the tables in use for the whole country: peers are those of the register."""
    every = tuple(record().provinces["province_code"])
    whole = replace(chosen, codes=every, area="")
    assessor = frame.assessor_param()
    return scores_view.of(whole, {assessor.name: link.value(assessor)})


def show(chosen: Filters, ids: tuple[str, ...], *, compared: bool, page: str) -> str | None:
    """Draw cities' scores beside their peers'; return what was picked, as `cities.show` does.

    Invented tables are for invented cities alone. `page`: which is drawn, for links and keys.
    """
    seen, say = view(chosen), chosen.words
    if seen.whole.is_empty or seen.fictitious != are_invented(ids):
        return None
    st.header(say("city_scores.title"), anchor=False)
    _choose(chosen, page)
    shape = link.value(frame.SHAPE)
    picked = components.mount("beside", _picture(seen, ids, shape, compared), key="beside")
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
        choice.among(
            frame.assessor_param(),
            say("scores.assessor"),
            lambda code: SCORES.columns["assessor"].label(code, say.lang),
            place=page,
        )
        choice.among(
            frame.SHAPE,
            say("city_scores.shapes"),
            lambda code: say(f"city_scores.shape.{code}"),
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
        "notes": [say("city_scores.axis"), *_notes(seen)],
    }


_SAID = ("value", "median", "half", "n", "unknown", "above", "below", "level", "near")


def _notes(seen: View) -> list[str]:
    say = seen.words
    return [*scores.notes(seen), *([say("scores.names_note")] if say.lang == "th" else [])]


@cache.kept
def _scored(seen: View, ids: tuple[str, ...]) -> list[Scored]:
    sheet = _sheet(seen.whole, seen.year, seen.assessor)
    names = scores.lao_names(seen.whole, ids, seen.words)
    parts = sheet.parts.groupby("lao_id")[["known", "of"]].sum().astype(int)
    known, of = parts["known"].to_dict(), parts["of"].to_dict()
    return [
        Scored(
            lao_id=lao,
            name=names[lao],
            href=city_links.address(lao, seen.chosen),
            beside=beside_peers(sheet, lao),
            known=known.get(lao),
            of=of.get(lao),
        )
        for lao in ids
    ]


@cache.kept
def _sheet(whole: ScoreRecord, year: int, assessor: str) -> ScoreSheet:
    return score_sheet(score_reading(whole), year, assessor)


def _near(seen: View, lao_id: str) -> list[dict[str, Any]]:
    """Return the LAOs of the same type whose totals are nearest, each leading to its card."""
    sheet = _sheet(seen.whole, seen.year, seen.assessor)
    found = peers.neighbours(lao_id, sheet.where, sheet.totals)
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
        link.home(page, seen.chosen.link | cities | dict(seen.own)),
    )


def notice(chosen: Filters, ids: tuple[str, ...]) -> None:
    """Say that no real score is loaded, how to load one, and where invented cities show it."""
    seen, say = view(chosen), chosen.words
    if not (seen.whole.is_empty or seen.fictitious):
        return
    made = are_invented(ids)
    with st.container(border=True, horizontal=True, vertical_alignment="center", key="notice"):
        st.markdown(say(f"city_scores.{'invented' if made else 'empty'}"), width="stretch")
        if made and st.button(say("city_scores.back"), key="city_scores.back"):
            frame.open_comparison(link.join(frame.COMPARED_FIRST), chosen)
        if not made and seen.fictitious and st.button(say("city_scores.see_invented")):
            frame.open_comparison(link.join(_first_invented(seen)), chosen)
        if st.button(say("city_scores.load"), key="city_scores.load"):
            frame.open_loading(chosen)


def options(chosen: Filters, ids: tuple[str, ...]) -> dict[str, str]:
    """Return the cities that may be chosen beside some: real ones, or invented ones, by name."""
    if not are_invented(ids):
        return city_links.options(chosen.words.lang)
    whole = score_tables.tables()
    held = tuple(dict.fromkeys(whole.scores["lao_id"]))
    return scores.lao_names(whole, held, chosen.words)


@cache.kept
def _first_invented(seen: View) -> tuple[str, ...]:
    """Return two invented LAOs of one type whose peers are of their region, with a total."""
    sheet = _sheet(seen.whole, seen.year, seen.assessor)
    known = sheet.totals.dropna().index
    found = [one for one in known if peers.peers_of(one, sheet.where, known).basis != "type"]
    return tuple((found or list(known) or list(sheet.where.index))[:2])
