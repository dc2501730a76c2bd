"""Every table of the project, declared once: what the reader, dictionary, axes and exports use.

`TABLES` are the shipped tables by name; `AWARD_LIST` is the published list in its own layout;
`ALL` holds both, for recognising a file by its headings.
"""

from __future__ import annotations

from collections.abc import Mapping

from utils.tables.columns import Choice, Column, Kind, Table
from utils.tables.schema_awards import AWARD_LIST, AWARD_LIST_FAULTS, AWARDS, PRIZES
from utils.tables.schema_enrolment import ENROLMENT, STEP_EVIDENCE
from utils.tables.schema_offices import CLUSTERS, DEPARTMENTS, OFFICES
from utils.tables.schema_places import CENTRE_CITIES, MUNICIPALITIES, PROVINCES
from utils.tables.schema_programme import INDICATORS, PILOTS, PRESS_FACTS, ROUNDS, TARGETS
from utils.tables.schema_staircase import LAO_DENOMINATORS, STEP_LEVELS, STEP_REQUIREMENTS

__all__ = [
    "ALL",
    "AWARDS",
    "AWARD_LIST",
    "AWARD_LIST_FAULTS",
    "CENTRE_CITIES",
    "CLUSTERS",
    "DEPARTMENTS",
    "ENROLMENT",
    "INDICATORS",
    "LAO_DENOMINATORS",
    "MUNICIPALITIES",
    "OFFICES",
    "PILOTS",
    "PRESS_FACTS",
    "PRIZES",
    "PROVINCES",
    "ROUNDS",
    "STEP_EVIDENCE",
    "STEP_LEVELS",
    "STEP_REQUIREMENTS",
    "TABLES",
    "TARGETS",
    "Choice",
    "Column",
    "Kind",
    "Table",
]

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
        INDICATORS,
        PRESS_FACTS,
        ENROLMENT,
        STEP_EVIDENCE,
        STEP_REQUIREMENTS,
        STEP_LEVELS,
        LAO_DENOMINATORS,
    )
}
ALL: Mapping[str, Table] = {**TABLES, AWARD_LIST.name: AWARD_LIST}
