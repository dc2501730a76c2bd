"""Cities' scores beside their peers' as tables: every score, and every peer with its scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from utils.figures import rows as place_rows
from utils.figures.cities.scores import Scored
from utils.figures.scores.rows import rounded
from utils.measures.cities.beside_peers import BesidePeers, ScoreSheet
from utils.measures.cities.record import PeersOnList
from utils.measures.peers import AgainstPeers, Peers
from utils.words import Words


def rows(
    shown: list[Scored],
    components: Mapping[int, str],
    names: Mapping[int, str],
    words: Words,
) -> pd.DataFrame:
    """Return every score of the cities beside their peers', for a table; empty where not known."""
    found = [
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
    table = pd.DataFrame(found)
    numbers = [words(f"city_scores.column.{one}") for one in ("value", "low", "median", "high")]
    return table.assign(**{one: table[one].astype("Float64").round(1) for one in numbers})


def _named(
    beside: BesidePeers, components: Mapping[int, str], names: Mapping[int, str], words: Words
) -> list[tuple[str, AgainstPeers]]:
    return [
        (words("city_scores.total"), beside.total),
        *((components[number], one) for number, one in beside.components.items()),
        *((names[number], one) for number, one in beside.indicators.items()),
    ]


def members(found: Iterable[Peers], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each city with each LAO it is held against, by id: itself first, then by name.

    `names`: of all of them by id, in the order shown.
    """
    return [
        (peers.lao_id, lao)
        for peers in found
        for lao in (peers.lao_id, *(one for one in names if one in set(peers.members)))
    ]


def peers_on_list(
    found: Sequence[PeersOnList],
    names: Mapping[str, str],
    where: pd.DataFrame,
    provinces: pd.DataFrame,
    words: Words,
) -> pd.DataFrame:
    """Return every peer of the cities with how many results the list holds of it in the window.

    `names`: as in `members`. `where`: from `utils.measures.peers.places`.
    """
    each = pd.concat([one.each for one in found]).groupby(level=0).first()
    pairs = members([one.peers for one in found], names)
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
    found: Sequence[BesidePeers], sheet: ScoreSheet, names: Mapping[str, str], words: Words
) -> pd.DataFrame:
    """Return every peer of the cities with its total and components; `names`: as in `members`."""
    pairs = members([one.peers for one in found], names)
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
