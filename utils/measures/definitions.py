"""The measures as a list, with what their docstrings say: the Methods page is made from it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from utils.measures import (
    areas,
    beside_peers,
    city_record,
    city_steps,
    cohorts,
    coverage,
    distribution,
    enrolled,
    evidence,
    fast_track,
    follow_up,
    green_space,
    groups,
    holding_back,
    in_brief,
    least_points,
    movement,
    movers,
    moves,
    municipalities,
    nearest,
    outlook,
    pace,
    peers,
    pilots_effect,
    pilots_panel,
    prizes,
    programmes,
    quality,
    raise_to_level,
    rounds,
    rules,
    score_change,
    score_comparable,
    score_components,
    score_editions,
    score_levels,
    score_lpa,
    score_lpa_summary,
    score_middle,
    score_reading,
    score_selection,
    score_shares,
    score_summary,
    since,
    spells,
    stages,
    step_years,
    survival,
    tallies,
)

MEASURES: Mapping[str, Callable[..., Any]] = {
    "qualifying": rules.qualifying,
    "within": rules.within,
    "lesser_prizes": prizes.lesser_prizes,
    "by_province": coverage.by_province,
    "answerable": coverage.answerable,
    "headline": coverage.headline,
    "remaining": coverage.remaining,
    "counted_rows": coverage.counted_rows,
    "between": since.between,
    "inside": areas.inside,
    "best_result": coverage.best_result,
    "by_municipality": municipalities.by_municipality,
    "of_province": evidence.of_province,
    "coverage_by": groups.coverage_by,
    "class_counts": groups.class_counts,
    "share_of": groups.share_of,
    "status_of": rounds.status_of,
    "listed_years": rounds.listed_years,
    "begun": rounds.begun,
    "targets_of": pace.targets_of,
    "judged": pace.judged,
    "ahead": pace.ahead,
    "counted_by_year": pace.counted_by_year,
    "actual": pace.actual,
    "reference": pace.reference,
    "first_since": pace.first_since,
    "outlook": outlook.outlook,
    "step_years": step_years.step_years,
    "direction": step_years.direction,
    "tally": tallies.tally,
    "distribution": distribution.distribution,
    "step_totals": distribution.step_totals,
    "in_brief": in_brief.in_brief,
    "province_stages": stages.province_stages,
    "centre_stages": stages.centre_stages,
    "stage_years": stages.stage_years,
    "stage_shares": stages.stage_shares,
    "moves": moves.moves,
    "move_counts": moves.move_counts,
    "flows": moves.flows,
    "movers": movers.movers,
    "kaplan_meier": survival.kaplan_meier,
    "spells": spells.spells,
    "dwell": spells.dwell,
    "times_to_top": spells.times_to_top,
    "time_to_top": spells.time_to_top,
    "left_out": spells.left_out,
    "cohorts": cohorts.cohorts,
    "thresholds": follow_up.thresholds,
    "follow_up": follow_up.follow_up,
    "longer": follow_up.longer,
    "perhaps_longer": follow_up.perhaps_longer,
    "without_threshold": follow_up.without_threshold,
    "has_threshold": follow_up.has_threshold,
    "lacking": follow_up.lacking,
    "next_steps": follow_up.next_steps,
    "compare": fast_track.compare,
    "against_denominators": enrolled.against_denominators,
    "areas_check": enrolled.areas_check,
    "city_record": city_record.city_record,
    "peers_on_list": city_record.peers_on_list,
    "step_beside_peers": city_steps.step_beside_peers,
    "entries": programmes.entries,
    "undisputed": programmes.undisputed,
    "disputed_laos": programmes.disputed_laos,
    "with_results": programmes.with_results,
    "by_theme": programmes.by_theme,
    "fullness": quality.fullness,
    "laos_by_office": quality.laos_by_office,
    "lpa_results": score_lpa.lpa_results,
    "derived_scores": score_lpa.derived_scores,
    "known_scores": score_components.known_scores,
    "component_scores": score_components.component_scores,
    "total_scores": score_components.total_scores,
    "score_reading": score_reading.score_reading,
    "levels": score_levels.levels,
    "only_edition": score_editions.only_edition,
    "in_edition": score_editions.in_edition,
    "edition_of": score_selection.edition_of,
    "other_editions": score_selection.other_editions,
    "narrowed": score_selection.narrowed,
    "selected": score_selection.selected,
    "of_year": score_selection.of_year,
    "middle": score_middle.middle,
    "scores_in_brief": score_middle.scores_in_brief,
    "component_summary": score_middle.component_summary,
    "reached": score_middle.reached,
    "lpa_bands_reached": score_lpa_summary.lpa_bands_reached,
    "lpa_middles": score_lpa_summary.lpa_middles,
    "lpa_latest": score_lpa_summary.lpa_latest,
    "converted": score_lpa_summary.converted,
    "comparable": score_comparable.comparable,
    "score_shares": score_shares.score_shares,
    "indicator_summary": score_summary.indicator_summary,
    "weakest": score_summary.weakest,
    "total_classes": score_summary.total_classes,
    "change": score_change.change,
    "self_against_area": score_change.self_against_area,
    "spread": score_change.spread,
    "holding_back": holding_back.holding_back,
    "point_worth": raise_to_level.point_worth,
    "raise_to": raise_to_level.raise_to,
    "least_points": least_points.least_points,
    "what_it_takes": raise_to_level.what_it_takes,
    "without_area_result": nearest.without_area_result,
    "candidates": nearest.candidates,
    "order_of_nearness": nearest.order_of_nearness,
    "places": peers.places,
    "peers_of": peers.peers_of,
    "against_peers": peers.against_peers,
    "rank_bands": peers.rank_bands,
    "neighbours": peers.neighbours,
    "score_sheet": beside_peers.score_sheet,
    "beside_peers": beside_peers.beside_peers,
    "farthest": beside_peers.farthest,
    "start_years": pilots_panel.start_years,
    "award_panel": pilots_panel.award_panel,
    "score_panel": pilots_panel.score_panel,
    "pilot_effect": pilots_effect.pilot_effect,
    "green_space": green_space.green_space,
    "asked_for": green_space.asked_for,
    "movement": movement.of_added,
}

_SECTION = re.compile(r"^(?P<title>[A-Z][a-z]+)\n-+\n", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Definition:
    """What a docstring says of one measure: in a sentence, in full, and where its rule is from."""

    name: str
    place: str
    summary: str
    returns: str
    notes: str


def definitions() -> list[Definition]:
    """Return the definition of every measure, in reading order."""
    return [_definition(name, function) for name, function in MEASURES.items()]


def _definition(name: str, function: Callable[..., Any]) -> Definition:
    text = inspect.getdoc(function) or ""
    parts = _SECTION.split(text)
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    return Definition(
        name=name,
        place=f"{function.__module__}.{function.__name__}",
        summary=_flat(parts[0]),
        returns=_flat(sections.get("Returns", "")),
        notes=_flat(sections.get("Notes", "")),
    )


def _flat(text: str) -> str:
    return " ".join(text.split())
