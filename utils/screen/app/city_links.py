"""Cities by name, and the way to a city's card from anywhere."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import rows, search
from utils.figures.scores import names as score_names
from utils.screen.app import cache, link, navigate, province_choice
from utils.screen.app.cache import table
from utils.screen.app.filters import Filters
from utils.words import Lang, Words


def go(picked: str | None, chosen: Filters) -> None:
    """Open the province that was picked by its ISO code, or the card of an LAO, by its id."""
    if picked is None:
        return
    if picked in province_choice.param().options:
        navigate.open_province(picked, chosen)
    navigate.open_city(picked, chosen)


def address(lao_id: str, chosen: Filters) -> str:
    """Return the relative address of a city's card."""
    return link.address("city", {"city": lao_id} | chosen.short_link)


def links(ids: tuple[str, ...], chosen: Filters) -> dict[str, Any]:
    """Return links to cards, as the component `facts` draws them."""
    words = chosen.words
    return {
        "term": words("city.cards"),
        "links": [
            {"id": lao, "name": named(lao, words.lang), "href": address(lao, chosen)} for lao in ids
        ],
    }


@cache.kept
def named(lao_id: str, lang: Lang) -> str:
    """Return an LAO's present name, a former one beside it."""
    ids = pd.Series([lao_id], dtype="string")
    return str(rows.municipality_names(ids, table("municipalities"), Words(lang)).iloc[0])


@cache.kept
def names(ids: tuple[str, ...], lang: Lang) -> dict[str, str]:
    """Return the present names of LAOs by id, in the order of type and name: no rank."""
    return score_names.laos(pd.Series(ids, dtype="string"), table("municipalities"), Words(lang))


@cache.kept
def options(lang: Lang) -> dict[str, str]:
    """Return every LAO with all its names, those of a programme first."""
    named = search.cities(table("municipalities"), Words(lang))
    pilots = set(table("pilots")["lao_id"].dropna())
    return {lao: named[lao] for lao in sorted(named, key=lambda one: one not in pilots)}
