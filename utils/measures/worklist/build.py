"""Every item that one state of the tables raises."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import DEFAULT_RULE, RULES, Question, RuleCode
from utils.measures.scores.assessments import score_reading
from utils.measures.scores.record import ScoreRecord
from utils.measures.staircase.record import Staircase
from utils.measures.worklist import coverage, scores, steps
from utils.measures.worklist.item import AT_THE_DESK, OF_THE_LIST, WORK_RULES, Item


def items(
    load: Callable[[str], pd.DataFrame], question: Question, fiscal_year_be: int | None = None
) -> tuple[Item, ...]:
    """Return the worklist of the country.

    Parameters
    ----------
    load : callable
        Returns a table of a release by its name; invented tables raise nothing.
    question : Question
        By which rule, and at the end of which year, provinces are counted.
    fiscal_year_be : int, optional
        The year of steps and scores, Buddhist era; without it, the last of each table.

    Returns
    -------
    tuple of Item
        As in the functions of the same name for the award list, the staircase and the scores.

    Notes
    -----
    Source: as for these.
    """
    return _items(
        Record.of(load),
        Staircase.of(load, fictitious=False),
        ScoreRecord.of(load, fictitious=False),
        question,
        fiscal_year_be,
    )


def raised(
    record: Record, staircase: Staircase, score_record: ScoreRecord, names: Iterable[str]
) -> frozenset[str]:
    """Return which of some items the tables raise, each asked as it was when it got its name.

    Parameters
    ----------
    record, staircase, score_record : Record, Staircase, ScoreRecord
        Of one release.
    names : iterable of str
        From `Item.item_id`; a text that is no name of an item is raised by nothing.

    Returns
    -------
    frozenset of str
        Some of `names`. What the tables cannot tell counts as raised: what waits at the desk, and
        steps and scores where the tables are invented.

    Notes
    -----
    Source: as for `items`; windows are of three years, as the dashboard opens.
    """
    wanted = set(names)
    invented = staircase.fictitious or score_record.fictitious
    found = {name for name in wanted if not _is_told(name.partition(".")[0], invented=invented)}
    for question in sorted({one for name in wanted if (one := _question(name)) is not None}):
        rule, year = question
        asked = Question(rule=rule, fiscal_year_be=year)
        every = _items(record, staircase, score_record, asked, year)
        found |= wanted & {one.item_id for one in every}
    return frozenset(found)


def _is_told(rule: str, *, invented: bool) -> bool:
    """Tell whether the tables answer a rule, so that an item they do not raise is closed."""
    return rule in OF_THE_LIST or (not invented and rule not in AT_THE_DESK)


def _question(name: str) -> tuple[RuleCode, int] | None:
    """Return by which rule and at the end of which year an item was raised, by its name."""
    rule, _, rest = name.partition(".")
    year, *others = rest.split(".")
    if rule not in WORK_RULES or not year.isdecimal():
        return None
    asked = next((code for code in RULES if others and code == others[-1]), DEFAULT_RULE)
    return asked, int(year)


def _items(
    record: Record,
    staircase: Staircase,
    score_record: ScoreRecord,
    question: Question,
    fiscal_year_be: int | None,
) -> tuple[Item, ...]:
    merits = known_merits(staircase, score_record)
    found = coverage.items(record, question, merits)
    if not staircase.is_empty:
        found += steps.items(staircase, fiscal_year_be or staircase.last_year_be)
    last = score_record.last_year_of("area")
    year = fiscal_year_be or last
    return found if year is None else (*found, *scores.items(score_record, year))


def nothing_known() -> pd.DataFrame:
    """Return what `known_merits` returns where no step and no total of a real LAO is known.

    Notes
    -----
    Source: as for `known_merits`.
    """
    columns = {"level": "Int64", "total": "Float64", "province_code": "string"}
    empty = {name: pd.Series(dtype=dtype) for name, dtype in columns.items()}
    return pd.DataFrame(empty).rename_axis("lao_id")


def known_merits(staircase: Staircase, record: ScoreRecord) -> pd.DataFrame:
    """Return the present step and the latest total of every LAO that has either.

    Parameters
    ----------
    staircase, record : Staircase, ScoreRecord
        Of real LAOs.

    Returns
    -------
    DataFrame, indexed by lao_id
        `province_code`; `level` : 1 to 4, at the end of the last year of the staircase; `total` :
        per cent, of the latest assessment by the area. Missing where not known.

    Notes
    -----
    Source: `measures.staircase.step_years` and `measures.scores.components.total_scores`.
    """
    level, home = pd.Series(dtype="Int64"), pd.Series(dtype="string")
    if not staircase.is_empty:
        rows = staircase.at(staircase.last_year_be).set_index("lao_id")
        level, home = rows["level"], rows["province_code"]
    totals = score_reading(record).totals
    area = totals[(totals["assessor"] == "area") & totals["total"].notna()]
    latest = area.sort_values("fiscal_year_be").drop_duplicates("lao_id", keep="last")
    latest = latest.set_index("lao_id")
    table = pd.DataFrame({"level": level, "total": latest["total"]})
    table["province_code"] = home.reindex(table.index).fillna(
        latest["province_code"].reindex(table.index)
    )
    return table.rename_axis("lao_id")
