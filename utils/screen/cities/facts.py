"""What is known of a city: its place, rows of the published list, programmes, steps and peers."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from utils.measures import peers
from utils.measures.cities.awards import CityRecord, PeersOnList, city_record, peers_on_list
from utils.measures.cities.steps import StepBesidePeers, step_beside_peers
from utils.measures.coverage.rules import Question
from utils.measures.staircase.record import Staircase
from utils.screen.app import cache
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.tables.declared.places import FICTITIOUS_PREFIX

_AREA = ("region", "cluster", "office")


def are_invented(ids: tuple[str, ...]) -> bool:
    """Tell whether the chosen cities are invented; a link never mixes them with real ones."""
    return bool(ids) and ids[0].startswith(FICTITIOUS_PREFIX)


def everywhere(chosen: Filters) -> Filters:
    """Return the filters without the area, so that one cached picture of a city serves every area.

    Links followed inside the app keep the area all the same (`city_links.go`).
    """
    return replace(
        chosen,
        codes=tuple(record().provinces["province_code"]),
        area="",
        choices=tuple(choice for choice in chosen.choices if choice[0] not in _AREA),
    )


def last_year_be(question: Question) -> int:
    """Return the last fiscal year looked at: the chosen one, or the list's if earlier."""
    return min(question.fiscal_year_be, record().last_result_year_be)


@cache.kept
def places() -> pd.DataFrame:
    """Return `peers.places` of the whole register."""
    return peers.places(table("municipalities"), record().provinces)


@cache.kept
def record_of(lao_id: str, upto_be: int) -> CityRecord:
    """Return `city_record` of an LAO."""
    return city_record(record(), lao_id, upto_be)


@cache.kept
def peers_of(lao_id: str, question: Question) -> PeersOnList:
    """Return `peers_on_list` of an LAO."""
    return peers_on_list(record(), places(), question, lao_id)


@cache.kept
def programmes(lao_id: str) -> pd.DataFrame:
    """Return an LAO's rows of the table `pilots`, oldest first, those without a year last."""
    pilots = table("pilots")
    return pilots[pilots["lao_id"] == lao_id].sort_values("year_be", kind="stable")


def steps(whole: Staircase, lao_id: str) -> dict[int, str]:
    """Return an LAO's known steps by fiscal year; none where the table holds no such LAO."""
    if whole.is_empty:
        return {}
    years = whole.years
    known = years[(years["lao_id"] == lao_id) & years["step"].notna()].sort_values("fiscal_year_be")
    return dict(zip(known["fiscal_year_be"].astype(int), known["step"].astype(str), strict=True))


def has_steps(whole: Staircase, ids: tuple[str, ...]) -> bool:
    """Tell whether the table holds a known step of any of these LAOs."""
    return any(steps(whole, lao) for lao in ids)


@cache.kept
def step(whole: Staircase, lao_id: str) -> StepBesidePeers | None:
    """Return `step_beside_peers` of an LAO."""
    if whole.is_empty:
        return None
    return step_beside_peers(whole.years, _places_of(whole), lao_id)


def step_years(whole: Staircase, ids: tuple[str, ...]) -> frozenset[int]:
    """Return the fiscal years of the latest known steps of these LAOs."""
    known = (step(whole, lao) for lao in ids)
    return frozenset(one.fiscal_year_be for one in known if one is not None)


@cache.kept
def _places_of(whole: Staircase) -> pd.DataFrame:
    return peers.places(whole.register, whole.provinces)
