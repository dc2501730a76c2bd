"""Cities' scores beside their peers': data for the component `beside`, and the same as tables.

The component receives numbers as whole tenths of a percentage point, rounded half up: eight cities
with 34 indicators have about three hundred cells of five numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.figures import rows as place_rows
from utils.figures.scores import names as score_names
from utils.figures.scores.rows import rounded
from utils.measures.cities.awards import PeersOnList
from utils.measures.cities.scores import BesidePeers, Distance, Known, ScoreSheet, farthest
from utils.measures.peers import MINIMUM_PEERS, AgainstPeers, Peers
from utils.tables.declared.schemas import PROVINCES
from utils.words import Words

Cell = list[int | None]
_NAMED = 2


@dataclass(frozen=True, kw_only=True)
class Scored:
    """One city as it is shown."""

    lao_id: str
    name: str
    href: str
    beside: BesidePeers

    @property
    def known(self) -> Known | None:
        """Return how many indicators are known, and of how many; None without an assessment."""
        parts = self.beside.known.values()
        return Known(*map(sum, zip(*parts, strict=True))) if parts else None


def cities(shown: list[Scored], words: Words) -> list[dict[str, Any]]:
    """Return the head of each city's column: its rank, its peers, its farthest indicators."""
    return [
        {
            "id": city.lao_id,
            "name": city.name,
            "href": city.href,
            "place": place(city, words),
            "peers": peers(city.beside.peers, words),
            "above": _far(farthest(city.beside.indicators, above=True)),
            "below": _far(farthest(city.beside.indicators, above=False)),
            "told": _is_compared(city),
            "none": _no_distance(city, words),
        }
        for city in shown
    ]


def groups(
    shown: list[Scored],
    components: Mapping[int, str],
    catalogue: pd.DataFrame,
    names: Mapping[int, str],
    words: Words,
) -> list[dict[str, Any]]:
    """Return total and components, then the indicators of each component, one cell per city.

    Total and components show how many of their indicators are known.

    `components`, `names`: of components and indicators by number. `catalogue`: rows of the table
    `indicators` for the edition.
    """
    total = _row(words("city_scores.total"), [city.beside.total for city in shown])
    total |= {"known": [_known(city.known) for city in shown]}
    parts = [
        _row(name, [city.beside.components.get(number) for city in shown])
        | {"known": [_known(city.beside.known.get(number)) for city in shown]}
        for number, name in components.items()
    ]
    first = {"name": words("city_scores.components"), "rows": [total, *parts]}
    return [first] + [
        {"name": name, "rows": _indicators(shown, catalogue, number, names)}
        for number, name in components.items()
    ]


def place(city: Scored, words: Words) -> str:
    """Return the rank of a city's total, a band where it ties, or why there is none."""
    beside = city.beside
    if city.known is None:
        return words("city_scores.not_assessed")
    if beside.total.value is None:
        return words("city_scores.no_total", known=city.known.known, of=city.known.of)
    if beside.place is None:
        return words("city_scores.no_place", n=len(beside.peers.members), minimum=MINIMUM_PEERS)
    return words("city_scores.place", place=labels.years(*beside.place), of=beside.of)


def peers(theirs: Peers, words: Words) -> str:
    """Return whom an LAO is compared with: type, region, and how many have a total."""
    kind = score_names.lao_type_name(theirs.lao_type, words)
    where = words("city.everywhere")
    if theirs.basis == "type_and_region":
        region = PROVINCES.columns["region6"].label(theirs.region6, words.lang)
        where = words("area.region6", name=region)
    return words("city_scores.peers", kind=kind, place=where, n=len(theirs.members))


def tenths(value: float | None) -> int | None:
    """Return a percentage in whole tenths of a point, rounded half up."""
    return None if value is None else int(round(10 * value, 6) + 0.5)


def rows(
    shown: list[Scored],
    components: Mapping[int, str],
    names: Mapping[int, str],
    words: Words,
) -> pd.DataFrame:
    """Return every score of the cities beside their peers', as a table; empty where unknown."""
    cells = [
        {
            words("column.lao"): city.name,
            words("city_scores.column.score"): name,
            words("city_scores.column.value"): one.value,
            words("city_scores.column.n"): one.n,
            words("city_scores.column.low"): one.low,
            words("city_scores.column.median"): one.median,
            words("city_scores.column.high"): one.high,
        }
        for city in shown
        for name, one in _named(city.beside, components, names, words)
    ]
    table = pd.DataFrame(cells)
    numbers = [words(f"city_scores.column.{one}") for one in ("value", "low", "median", "high")]
    return table.assign(**{one: table[one].astype("Float64").round(1) for one in numbers})


def members(groups: Iterable[Peers], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (city, LAO) for each city and each LAO it is compared with, itself first.

    `names`: of all of them by id, in the order shown, which is that of the pairs.
    """
    return [
        (peers.lao_id, lao)
        for peers in groups
        for lao in (peers.lao_id, *(one for one in names if one in set(peers.members)))
    ]


def peers_on_list(
    groups: Sequence[PeersOnList],
    names: Mapping[str, str],
    where: pd.DataFrame,
    provinces: pd.DataFrame,
    words: Words,
) -> pd.DataFrame:
    """Return every peer of the cities with the number of its results in the window.

    `names`: as in `members`. `where`: from `utils.measures.peers.places`.
    """
    each = pd.concat([one.each for one in groups]).groupby(level=0).first()
    pairs = members([one.peers for one in groups], names)
    ids = pd.Series([lao for _, lao in pairs], dtype="string")
    return pd.DataFrame(
        {
            words("peers.column.of"): [names[city] for city, _ in pairs],
            words("column.lao"): [names[lao] for lao in ids],
            words("column.province"): place_rows.province_names(
                ids.map(where["province_code"]), provinces, words
            ).array,
            words("peers.column.results"): each.reindex(ids).array,
        }
    )


def peers_in_scores(
    groups: Sequence[BesidePeers], sheet: ScoreSheet, names: Mapping[str, str], words: Words
) -> pd.DataFrame:
    """Return every peer of the cities with its total and components; `names`: as in `members`."""
    pairs = members([one.peers for one in groups], names)
    ids = [lao for _, lao in pairs]
    table = {
        words("peers.column.of"): [names[city] for city, _ in pairs],
        words("column.lao"): [names[lao] for lao in ids],
        words("scores.column.total"): rounded(sheet.totals.reindex(ids)),
    }
    for number in sheet.components.columns:
        heading = words("scores.column.component", n=number)
        table[heading] = rounded(sheet.components[number].reindex(ids))
    return pd.DataFrame(table)


def _indicators(
    shown: list[Scored], catalogue: pd.DataFrame, component: int, names: Mapping[int, str]
) -> list[dict[str, Any]]:
    numbers = catalogue.loc[catalogue["component"] == component, "indicator"].astype(int).tolist()
    return [
        _row(names[number], [city.beside.indicators.get(number) for city in shown])
        | {"number": number}
        for number in numbers
    ]


def _known(one: Known | None) -> str:
    return "" if one is None else f"{one.known}/{one.of}"


def _row(name: str, cells: list[AgainstPeers | None]) -> dict[str, Any]:
    return {"name": name, "cells": [_cell(one) for one in cells]}


def _cell(one: AgainstPeers | None) -> Cell:
    """Return the value, the peers' lower quartile, median and upper quartile, and their number."""
    if one is None:
        return [None, None, None, None, 0]
    return [*map(tenths, (one.value, one.low, one.median, one.high)), one.n]


def _far(distances: tuple[Distance, ...]) -> list[list[int | str | None]]:
    """Return indicators and their distances, in tenths of a point without a sign.

    More than two that are equally far, such as those converted from one LPA result, are one line,
    with their numbers as a text.
    """
    tied: dict[int | None, list[int]] = {}
    for one in distances:
        tied.setdefault(tenths(abs(one.points)), []).append(one.indicator)
    lines: list[list[int | str | None]] = []
    for points, numbers in tied.items():
        alike: list[int | str] = [score_names.spans(numbers)]
        lines += [[who, points] for who in (alike if len(numbers) > _NAMED else numbers)]
    return lines


def _is_compared(city: Scored) -> bool:
    """Tell whether there are enough peers to be above or below them."""
    return city.known is not None and len(city.beside.peers.members) >= MINIMUM_PEERS


def _no_distance(city: Scored, words: Words) -> str:
    """Return why no indicators are given as far from the peers; empty where some may be."""
    if city.known is None or _is_compared(city):
        return ""
    return words("city_scores.few_peers", minimum=MINIMUM_PEERS)


def _named(
    beside: BesidePeers, components: Mapping[int, str], names: Mapping[int, str], words: Words
) -> list[tuple[str, AgainstPeers]]:
    return [
        (words("city_scores.total"), beside.total),
        *((components[number], one) for number, one in beside.components.items()),
        *((names[number], one) for number, one in beside.indicators.items()),
    ]
