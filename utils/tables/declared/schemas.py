"""Every table of the project, declared once: what the reader, dictionary, axes and exports use.

`TABLES` are the shipped tables by name; `AWARD_LIST` is the published list in its own layout;
`ALL` holds both, for recognising a file by its headings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from utils.tables.declared.awards import AWARD_LIST, AWARD_LIST_FAULTS, AWARDS, PRIZES
from utils.tables.declared.columns import Choice, Column, Kind, Table
from utils.tables.declared.criteria import COMPONENTS, EDITION_MAPPINGS, EDITIONS, INDICATORS
from utils.tables.declared.enrolment import ENROLMENT, REPORTED_PARTS, STEP_EVIDENCE
from utils.tables.declared.green_areas import GREEN_AREAS, GREEN_STANDARDS
from utils.tables.declared.offices import CLUSTERS, DEPARTMENTS, OFFICES
from utils.tables.declared.pilots import PILOT_THEMES, PILOTS
from utils.tables.declared.places import CENTRE_CITIES, MUNICIPALITIES, PROVINCES
from utils.tables.declared.programme import ROUNDS, TARGETS
from utils.tables.declared.publication import EXPLANATIONS, RELEASE_PLAN
from utils.tables.declared.recommendations import RECOMMENDATION_CITIES, RECOMMENDATIONS
from utils.tables.declared.registers import (
    ACTIVITIES,
    AGENCY_PROJECTS,
    BEST_PRACTICES,
    COACHES,
    COMMITTEES,
    EXPANSIONS,
    JOINT_BODIES,
    LEARNING_CENTRES,
    MILESTONES,
    PARTNERS,
)
from utils.tables.declared.reported_results import REPORTED_RESULTS
from utils.tables.declared.scores import (
    LPA_BANDS,
    LPA_CONVERSIONS,
    LPA_RESULTS,
    SCORE_CUTOFFS,
    SCORES,
)
from utils.tables.declared.staircase import LAO_DENOMINATORS, STEP_LEVELS, STEP_REQUIREMENTS

__all__ = [
    "ACTIVITIES",
    "AGENCY_PROJECTS",
    "ALL",
    "AWARDS",
    "AWARD_LIST",
    "AWARD_LIST_FAULTS",
    "BEST_PRACTICES",
    "CENTRE_CITIES",
    "CLUSTERS",
    "COACHES",
    "COMMITTEES",
    "COMPONENTS",
    "DEPARTMENTS",
    "EDITIONS",
    "EDITION_MAPPINGS",
    "ENROLMENT",
    "EXPANSIONS",
    "EXPLANATIONS",
    "GREEN_AREAS",
    "GREEN_STANDARDS",
    "INDICATORS",
    "JOINT_BODIES",
    "LAO_DENOMINATORS",
    "LEARNING_CENTRES",
    "LPA_BANDS",
    "LPA_CONVERSIONS",
    "LPA_RESULTS",
    "MILESTONES",
    "MUNICIPALITIES",
    "OFFICES",
    "PARTNERS",
    "PILOTS",
    "PILOT_THEMES",
    "PRIZES",
    "PROVINCES",
    "RECOMMENDATIONS",
    "RECOMMENDATION_CITIES",
    "RELEASE_PLAN",
    "REPORTED_PARTS",
    "REPORTED_RESULTS",
    "ROUNDS",
    "SCORES",
    "SCORE_CUTOFFS",
    "STEP_EVIDENCE",
    "STEP_LEVELS",
    "STEP_REQUIREMENTS",
    "TABLES",
    "TARGETS",
    "Choice",
    "Column",
    "Kind",
    "Load",
    "Table",
]

Load = Callable[[str], pd.DataFrame]
"""Returns a table of the project, typed as declared, by its name: of the files or of a release."""

TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (
        PROVINCES,
        CLUSTERS,
        OFFICES,
        DEPARTMENTS,
        MUNICIPALITIES,
        CENTRE_CITIES,
        PRIZES,
        AWARDS,
        AWARD_LIST_FAULTS,
        ROUNDS,
        TARGETS,
        PILOTS,
        PILOT_THEMES,
        REPORTED_RESULTS,
        ENROLMENT,
        STEP_EVIDENCE,
        REPORTED_PARTS,
        STEP_REQUIREMENTS,
        STEP_LEVELS,
        LAO_DENOMINATORS,
        EDITIONS,
        COMPONENTS,
        INDICATORS,
        EDITION_MAPPINGS,
        SCORES,
        SCORE_CUTOFFS,
        LPA_RESULTS,
        LPA_BANDS,
        LPA_CONVERSIONS,
        GREEN_AREAS,
        GREEN_STANDARDS,
        EXPLANATIONS,
        RELEASE_PLAN,
        RECOMMENDATIONS,
        RECOMMENDATION_CITIES,
        COACHES,
        BEST_PRACTICES,
        LEARNING_CENTRES,
        ACTIVITIES,
        EXPANSIONS,
        AGENCY_PROJECTS,
        PARTNERS,
        JOINT_BODIES,
        MILESTONES,
        COMMITTEES,
    )
}
ALL: Mapping[str, Table] = {**TABLES, AWARD_LIST.name: AWARD_LIST}
