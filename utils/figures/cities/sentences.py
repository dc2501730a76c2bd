"""Sentences on one city: what the published list shows of it, what it lacks, and its peers."""

from __future__ import annotations

from utils.figures import labels
from utils.measures.cities.awards import CityRecord, PeersOnList
from utils.measures.cities.steps import StepBesidePeers
from utils.measures.coverage.rules import Question
from utils.measures.peers import MINIMUM_PEERS
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.schemas import PROVINCES
from utils.words import Words


def strengths(record: CityRecord, words: Words) -> list[str]:
    """Return what the list shows of a city, a sentence for each kind of result."""
    sentences = []
    if record.national:
        sentences.append(words("city.has_national", years=_years(record.national_years)))
    if record.winner_years:
        sentences.append(words("city.has_winner", years=_years(record.winner_years)))
    if record.excellent:
        sentences.append(words("city.has_excellent", n=record.excellent))
    elif record.area:
        sentences.append(words("city.has_area", years=_years(record.area_years)))
    return sentences


def step(standing: StepBesidePeers | None, words: Words) -> list[str]:
    """Return the latest known step of a city beside its peers'; empty where none is known."""
    if standing is None:
        return []
    certainty = "known" if standing.since_known else "at_latest"
    sentence = words(
        f"city.step.{certainty}",
        step=words(f"step.{standing.step}"),
        year=standing.fiscal_year_be,
        since=standing.since_be,
    )
    return [sentence + _steps_of_peers(standing, words)]


def _steps_of_peers(standing: StepBesidePeers, words: Words) -> str:
    """Return how many peers have a known step, with median and quartiles, or why there are none."""
    level = standing.level
    if level.median is None or level.low is None or level.high is None:
        return words("city.step.few_peers", n=level.n, minimum=MINIMUM_PEERS)
    sentence = words("city.step.peers", n=level.n, median=f"{level.median:g}")
    return sentence + words("city.step.half", low=f"{level.low:g}", high=f"{level.high:g}")


def gaps(
    record: CityRecord, years: tuple[int, int], words: Words, *, area_begun: bool
) -> list[str]:
    """Return which results of a city the list lacks: facts of the list, not a verdict on the city.

    `years`: the first and the last fiscal year considered. `area_begun`: whether the list has a
    round of area level in them, without which no result can be missing.
    """
    if record.awards.empty:
        return [words("city.not_listed", first=years[0], last=years[1])]
    sentences = []
    if not record.national:
        sentences.append(words("city.no_national"))
    if area_begun and not record.area:
        sentences.append(words("city.no_area"))
    if record.rounds_since:
        latest = int(record.awards["fiscal_year_be"].max())
        sentences.append(words("city.none_since", latest=latest, years=_years(record.rounds_since)))
    return sentences


def peers(listed: PeersOnList, question: Question, first_year_be: int, words: Words) -> str:
    """Return how many peers of a city have a result inside the window, out of how many."""
    theirs = listed.peers
    kind = LAO_TYPES_EN[theirs.lao_type] if words.lang == "en" else theirs.lao_type
    place = words("city.everywhere")
    if theirs.basis == "type_and_region":
        name = PROVINCES.columns["region6"].label(theirs.region6, words.lang)
        place = words("area.region6", name=name)
    if not theirs.members:
        return words("city.no_peers", kind=kind)
    if len(theirs.members) < MINIMUM_PEERS:
        few = {"n": len(theirs.members), "minimum": MINIMUM_PEERS}
        return words("city.few_peers", kind=kind, place=place, **few)
    if listed.with_result is None:
        return words("city.peers_unknown", kind=kind, place=place, n=len(theirs.members))
    sentence = words(
        "city.peers" if listed.whole else "city.peers_at_least",
        kind=kind,
        place=place,
        n=len(theirs.members),
        with_result=listed.with_result,
        window=labels.window(question, first_year_be, words),
    )
    return sentence + _results(listed, words)


def _results(listed: PeersOnList, words: Words) -> str:
    """Return the median and quartiles of the peers' numbers of results; empty for few peers."""
    beside = listed.results
    if beside.low is None or beside.high is None or beside.median is None:
        return ""
    return words(
        "city.peers_results",
        value=f"{beside.value:g}",
        median=f"{beside.median:g}",
        low=f"{beside.low:g}",
        high=f"{beside.high:g}",
    )


def _years(years: tuple[int, ...]) -> str:
    return ", ".join(map(str, years))
