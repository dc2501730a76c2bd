"""The rules over all rows of a table, by table, with the other tables that they read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.declared.schemas import Load
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Rules
from utils.tables.rules import award_list
from utils.tables.rules import criteria as criteria_rules
from utils.tables.rules import enrolment as enrolment_rules
from utils.tables.rules import green_areas as green_areas_rules
from utils.tables.rules import reported_results as reported_results_rules
from utils.tables.rules import scores as scores_rules
from utils.tables.rules.faults import in_file


def rules_of(table: Table, load: Load) -> Rules | None:
    """Return the rules over the rows of a table, None where it has none.

    `load` returns another table of the project by its name.
    """
    if table is schemas.AWARD_LIST:
        return partial(
            award_list.check,
            provinces=load("provinces"),
            offices=load("offices"),
            places=lookup.index_places(load("provinces"), load("municipalities")),
        )
    check = check_of(table, load)
    return None if check is None else partial(in_file, check)


def check_of(table: Table, load: Load) -> Callable[..., tuple[Problem, ...]] | None:
    """Return the check of a whole table, None where it has none.

    It takes the frame and, as `file`, the file name for its problems; the other tables that it
    needs are loaded at once.
    """
    if table is schemas.ENROLMENT:
        return partial(enrolment_rules.check, evidence=load("step_evidence"))
    if table is schemas.SCORES:
        return partial(
            scores_rules.check,
            editions=load("editions"),
            indicators=load("indicators"),
            conversions=load("lpa_conversions"),
        )
    if table is schemas.LPA_CONVERSIONS:
        return partial(
            scores_rules.check_conversions, maxima=scores_rules.maxima(load("indicators"))
        )
    if table is schemas.EDITION_MAPPINGS:
        return partial(
            criteria_rules.check_mappings, indicators=scores_rules.maxima(load("indicators"))
        )
    return _ALONE.get(table.name)


_ALONE: dict[str, Callable[..., tuple[Problem, ...]]] = {
    schemas.COMPONENTS.name: criteria_rules.check_weights,
    schemas.LPA_RESULTS.name: scores_rules.check_lpa_results,
    schemas.SCORE_CUTOFFS.name: scores_rules.check_cutoffs,
    schemas.GREEN_AREAS.name: green_areas_rules.check,
    schemas.REPORTED_RESULTS.name: reported_results_rules.check,
}
