"""The measures as a list, with what their docstrings say: the Methods page is made from it."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from utils.measures import peers, quality
from utils.measures.changes import comparison, meaning, provinces
from utils.measures.changes import corrections as changes_corrections
from utils.measures.changes import scores as changes_scores
from utils.measures.changes import steps as changes_steps
from utils.measures.cities import awards, green_space, scores
from utils.measures.cities import effect as city_effect
from utils.measures.cities import programmes as city_programmes
from utils.measures.cities import steps as city_steps
from utils.measures.coverage import areas as coverage_areas
from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import evidence, municipalities, outlook, prizes, rounds, rules
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage import pace as coverage_pace
from utils.measures.scores import assessments, editions, levels, next_level
from utils.measures.scores import change as score_change
from utils.measures.scores import components as score_components
from utils.measures.scores import holding_back as score_holding_back
from utils.measures.scores import lpa as score_lpa
from utils.measures.scores import nearest as score_nearest
from utils.measures.scores import summary as score_summary
from utils.measures.staircase import cohorts as staircase_cohorts
from utils.measures.staircase import (
    distribution,
    durations,
    enrolled,
    fast_track,
    group_counts,
    stages,
    stalled,
    step_years,
    survival,
)
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase import summary as staircase_summary

MEASURES: Mapping[str, Callable[..., Any]] = {
    "qualifying": rules.qualifying,
    "within": rules.within,
    "lesser_prizes": prizes.lesser_prizes,
    "by_province": coverage_coverage.by_province,
    "answerable": coverage_coverage.answerable,
    "headline": coverage_coverage.headline,
    "remaining": coverage_coverage.remaining,
    "counted_rows": coverage_coverage.counted_rows,
    "between": provinces.between,
    "year_before": provinces.year_before,
    "compared": comparison.compared,
    "inside": coverage_areas.inside,
    "best_result": coverage_coverage.best_result,
    "by_municipality": municipalities.by_municipality,
    "of_province": evidence.of_province,
    "coverage_by": coverage_groups.coverage_by,
    "class_counts": coverage_groups.class_counts,
    "share_of": coverage_groups.share_of,
    "status_of": rounds.status_of,
    "listed_years": rounds.listed_years,
    "begun": rounds.begun,
    "targets_of": coverage_pace.targets_of,
    "judged": coverage_pace.judged,
    "ahead": coverage_pace.ahead,
    "counted_by_year": coverage_pace.counted_by_year,
    "actual": coverage_pace.actual,
    "reference": coverage_pace.reference,
    "first_since": coverage_pace.first_since,
    "outlook": outlook.outlook,
    "step_years": step_years.step_years,
    "direction": step_years.direction,
    "tally": group_counts.tally,
    "distribution": distribution.distribution,
    "step_totals": distribution.step_totals,
    "in_brief": staircase_summary.in_brief,
    "province_stages": stages.province_stages,
    "centre_stages": stages.centre_stages,
    "stage_years": stages.stage_years,
    "stage_shares": stages.stage_shares,
    "moves": staircase_moves.moves,
    "moves_between": staircase_moves.moves_between,
    "moves_as_reported": staircase_moves.moves_as_reported,
    "move_counts": staircase_moves.move_counts,
    "flows": staircase_moves.flows,
    "movers": staircase_moves.movers,
    "kaplan_meier": survival.kaplan_meier,
    "spells": durations.spells,
    "dwell": durations.dwell,
    "times_to_top": durations.times_to_top,
    "time_to_top": durations.time_to_top,
    "left_out": durations.left_out,
    "cohorts": staircase_cohorts.cohorts,
    "thresholds": stalled.thresholds,
    "follow_up": stalled.follow_up,
    "longer": stalled.longer,
    "perhaps_longer": stalled.perhaps_longer,
    "without_threshold": stalled.without_threshold,
    "has_threshold": stalled.has_threshold,
    "lacking": stalled.lacking,
    "next_steps": stalled.next_steps,
    "compare": fast_track.compare,
    "against_denominators": enrolled.against_denominators,
    "areas_check": enrolled.areas_check,
    "city_record": awards.city_record,
    "peers_on_list": awards.peers_on_list,
    "step_beside_peers": city_steps.step_beside_peers,
    "entries": city_programmes.entries,
    "undisputed": city_programmes.undisputed,
    "disputed_laos": city_programmes.disputed_laos,
    "with_results": city_programmes.with_results,
    "by_theme": city_programmes.by_theme,
    "fullness": quality.fullness,
    "office_of": quality.office_of,
    "laos_by_office_and_year": quality.laos_by_office_and_year,
    "registered_by_office": quality.registered_by_office,
    "unmatched_names": quality.unmatched_names,
    "lpa_results": score_lpa.lpa_results,
    "derived_scores": score_lpa.derived_scores,
    "known_scores": score_components.known_scores,
    "component_scores": score_components.component_scores,
    "total_scores": score_components.total_scores,
    "score_reading": assessments.score_reading,
    "levels": levels.levels,
    "only_edition": editions.only_edition,
    "in_edition": editions.in_edition,
    "edition_of": assessments.edition_of,
    "other_editions": assessments.other_editions,
    "narrowed": assessments.narrowed,
    "selected": assessments.selected,
    "of_year": assessments.of_year,
    "middle": score_summary.middle,
    "scores_in_brief": score_summary.scores_in_brief,
    "component_summary": score_summary.component_summary,
    "reached": score_summary.reached,
    "lpa_bands_reached": score_lpa.lpa_bands_reached,
    "lpa_middles": score_lpa.lpa_middles,
    "lpa_latest": score_lpa.lpa_latest,
    "converted": score_lpa.converted,
    "comparable": editions.comparable,
    "score_shares": score_summary.score_shares,
    "indicator_summary": score_summary.indicator_summary,
    "weakest": score_summary.weakest,
    "total_classes": score_summary.total_classes,
    "change": score_change.change,
    "change_between": score_change.change_between,
    "self_against_area": score_change.self_against_area,
    "spread": score_change.spread,
    "holding_back": score_holding_back.holding_back,
    "point_worth": next_level.point_worth,
    "raise_to": next_level.raise_to,
    "least_points": next_level.least_points,
    "what_it_takes": next_level.what_it_takes,
    "without_area_result": score_nearest.without_area_result,
    "candidates": score_nearest.candidates,
    "order_of_nearness": score_nearest.order_of_nearness,
    "places": peers.places,
    "peers_of": peers.peers_of,
    "against_peers": peers.against_peers,
    "rank_bands": peers.rank_bands,
    "neighbours": peers.neighbours,
    "score_sheet": scores.score_sheet,
    "beside_peers": scores.beside_peers,
    "farthest": scores.farthest,
    "start_years": city_effect.start_years,
    "award_panel": city_effect.award_panel,
    "score_panel": city_effect.score_panel,
    "pilot_effect": city_effect.pilot_effect,
    "green_space": green_space.green_space,
    "standards_for": green_space.standards_for,
    "movement": meaning.of_added,
    "of_known_years": meaning.of_known_years,
    "corrections": changes_corrections.corrections,
    "corrected": changes_corrections.corrected,
    "step_changes": changes_steps.step_changes,
    "total_changes": changes_scores.total_changes,
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
