"""Tables of the staircase as readers see them: columns chosen, named and put into words.

Tables that show counts with their shares as text have a counterpart with numbers, for files.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping

import pandas as pd

from utils.figures import labels, rows
from utils.figures.staircase import durations
from utils.figures.staircase.steps import change
from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.staircase.distribution import STEP_CLASSES
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.moves import MOVES, OUTSIDE_BASE
from utils.measures.staircase.survival import Survival
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.schemas import STEP_EVIDENCE
from utils.words import Words

_TOLD = ("count", "activity_type", "budget_baht", "partners", "expanded_to")


def steps(totals: pd.DataFrame, fiscal_year_be: int, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.distribution.step_totals` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.step"): [words(f"step.{step}") for step in totals.index],
            words("column.meaning"): [words(f"step.about.{step}") for step in totals.index],
            words("column.laos"): totals["count"].array,
            words("staircase.column.provinces"): totals["provinces"].array,
            words("staircase.column.change", year=fiscal_year_be - 1): [
                change(value) for value in totals["change"]
            ],
            words("staircase.column.carried"): totals["carried"].array,
            words("staircase.column.paused"): totals["paused"].array,
        }
    )


def moves(
    counts: pd.DataFrame, names: Mapping[object, str], group_name: str, words: Words
) -> pd.DataFrame:
    """Return the moves of one year by group, with their base.

    Parameters
    ----------
    counts : DataFrame
        Rows of one year from `utils.measures.staircase.moves.move_counts`.
    names : mapping
        From a group to its name.
    group_name : str
        What the groups are.
    words : Words
    """
    named = counts.assign(group=counts["group"].map(names).fillna(words("province.unknown")))
    wide = named.pivot_table(
        index="group", columns="move", values="count", sort=False, observed=False
    ).reindex(columns=list(MOVES))
    by_group = named.groupby("group", sort=False)
    shares = named[named["move"] == "up"].set_index("group")["share"]
    bases = by_group["base"].max().reindex(wide.index)
    table = {group_name: list(wide.index), words("staircase.column.base"): bases.array}
    inside = [move for move in MOVES if move not in OUTSIDE_BASE]
    # Of nobody, nobody moved: 0 of 0 is no number.
    wide[inside] = wide[inside].astype("Int64").mask(bases == 0)
    for move in inside:
        table[words(f"move.{move}")] = wide[move].astype("Int64").array
        if move == "up":
            table[words("staircase.column.share_up")] = [
                _share(shares[name], words) for name in wide.index
            ]
    for move in OUTSIDE_BASE:
        table[words("staircase.column.outside_base", move=words(f"move.{move}"))] = (
            wide[move].astype("Int64").array
        )
    return pd.DataFrame(table)


def movers(
    moved: pd.DataFrame,
    provinces: pd.DataFrame,
    register: pd.DataFrame,
    fiscal_year_be: int,
    words: Words,
) -> pd.DataFrame:
    """Return `utils.measures.staircase.moves.movers` as a reader's table.

    `register`: as the table `municipalities` that names its LAOs.
    """
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                moved["province_code"], provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(moved["lao_id"], register, words).array,
            words("staircase.column.from_step", year=fiscal_year_be - 1): [
                words(f"step.{step}") for step in moved["step_before"]
            ],
            words("staircase.column.to_step", year=fiscal_year_be): [
                words(f"step.{step}") for step in moved["step"]
            ],
            words("column.move"): [words(f"move.{move}") for move in moved["move"]],
            words("staircase.column.state"): [words(f"state.{state}") for state in moved["state"]],
        }
    )


def flows(streams: pd.DataFrame, fiscal_year_be: int, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.moves.flows` as a reader's table."""
    return pd.DataFrame(
        {
            words("staircase.column.from_step", year=fiscal_year_be - 1): [
                words(f"step.{step}") for step in streams["step_before"]
            ],
            words("staircase.column.to_step", year=fiscal_year_be): [
                words(f"step.{step}") for step in streams["step"]
            ],
            words("column.move"): [words(f"move.{move}") for move in streams["move"]],
            words("column.laos"): streams["count"].array,
        }
    )


def dwell(by_step: Mapping[str, Survival], words: Words) -> pd.DataFrame:
    """Return the time on each step as a reader's table, with the number at risk by then."""
    table = []
    for step, survival in by_step.items():
        row: dict[str, object] = {
            words("column.step"): words(f"step.{step}"),
            words("staircase.column.spells"): survival.n,
            words("staircase.column.completed"): survival.events,
            words("staircase.column.median"): durations.median(survival, words),
        }
        for year in (1, 2, 3, 5):
            row[words("staircase.column.at_risk", years=year)] = (
                None if survival.too_few else survival.at_risk(year)
            )
        table.append(row)
    risk = [words("staircase.column.at_risk", years=year) for year in (1, 2, 3, 5)]
    return pd.DataFrame(table).astype(dict.fromkeys(risk, "Int64"))


def reached(survival: Survival, words: Words) -> pd.DataFrame:
    """Return the curve to the fourth step as a reader's table."""
    table = pd.DataFrame() if survival.table is None else survival.table
    return pd.DataFrame(
        {
            words("staircase.column.years_since"): table["time"].astype("Int64").array,
            words("staircase.column.followed"): table["at_risk"].astype("Int64").array,
            words("staircase.column.reached_now"): table["events"].astype("Int64").array,
            words("staircase.column.censored"): table["censored"].astype("Int64").array,
            words("staircase.column.share_reached"): (100 - 100 * table["survival"]).round(1).array,
            words("staircase.column.low"): (100 - 100 * table["high"]).round(1).array,
            words("staircase.column.high"): (100 - 100 * table["low"]).round(1).array,
        }
    )


def pathways(comparisons: list[PathwayComparison], words: Words) -> pd.DataFrame:
    """Return the comparison of pathways as a reader's table; too small ones are called so."""
    table = []
    for comparison in comparisons:
        shown = {} if comparison.table is None else comparison.table.to_dict("index")
        for name in ("standard", "fast_track"):
            row = shown.get(name)
            table.append(
                {
                    words("staircase.column.years_since"): comparison.years,
                    words("staircase.column.pathway"): words(f"pathway.{name}"),
                    words("column.laos"): row["n"] if row else None,
                    words("staircase.column.reached"): row["reached"] if row else None,
                    words("staircase.column.share_weighted"): words(
                        "pathway.hover",
                        **{bound: f"{100 * row[bound]:.0f}" for bound in ("share", "low", "high")},
                    )
                    if row
                    else words("pathway.too_few"),
                    words("staircase.column.strata"): comparison.strata,
                    words("staircase.column.left_out"): comparison.left_out,
                }
            )
    counts = [words("column.laos"), words("staircase.column.reached")]
    return pd.DataFrame(table).astype(dict.fromkeys(counts, "Int64"))


def cohorts(counts: pd.DataFrame, span: int, words: Words) -> pd.DataFrame:
    """Return `measures.staircase.cohorts.cohorts` as a reader's table, levels side by side."""
    last = counts["cohort_be"].add(counts["years_since"]).max()
    wide = counts.pivot_table(
        index=["cohort_be", "years_since", "base"], columns="level", values="count", sort=True
    ).reset_index()
    table = {
        words("staircase.column.cohort"): [
            f"{first}–{min(first + span - 1, last)}" for first in wide["cohort_be"]
        ],
        words("staircase.column.years_since"): wide["years_since"].array,
        words("staircase.column.base"): wide["base"].array,
    }
    for level in ("1", "2", "3", "4", "unknown", "left"):
        table[words(f"level_class.{level}")] = wide[level].astype("Int64").array
    return pd.DataFrame(table)


def denominators(compared: pd.DataFrame, words: Words, *, fictitious: bool) -> pd.DataFrame:
    """Return `utils.measures.staircase.enrolled.against_denominators` as a reader's table.

    Where the enrolled are invented their columns say so, as the others are real.
    """
    kind = words("fictitious.in_brackets") if fictitious else ""
    return pd.DataFrame(
        {
            words("staircase.column.lao_type"): [
                words("enrolled.lao_group.all")
                if group == "all"
                else words("enrolled.lao_group.municipalities")
                if group == "municipalities"
                else lao_type(group, words)
                for group in compared["lao_group"]
            ],
            words("column.basis"): [
                words(f"enrolled.source.{basis}") for basis in compared["basis"]
            ],
            words("column.as_of"): compared["as_of_on"]
            .map(lambda day: as_of(day, words), na_action="ignore")
            .fillna(words("enrolled.no_day")),
            words("staircase.column.enrolled") + kind: compared["enrolled"].array,
            words("staircase.column.ever") + kind: compared["ever"].array,
            words("staircase.column.total"): compared["total"].array,
            words("staircase.column.share"): [_share(share, words) for share in compared["share"]],
        }
    )


def step_years(years: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return rows of `Staircase.years`, with `name`, as a reader's table."""
    return pd.DataFrame(
        {
            words("column.lao"): years["name"].array,
            words("column.year"): years["fiscal_year_be"].array,
            words("column.step"): [
                words(f"step.{step}")
                for step in years["step"].fillna("unknown").mask(~years["enrolled"], "absent")
            ],
            words("staircase.column.state"): [words(f"state.{state}") for state in years["state"]],
            words("staircase.column.years_on_step"): years["years_on_step"]
            .where(years["since_known"].fillna(value=False))
            .array,
        }
    )


def stages(by_province: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.stages.province_stages` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                by_province.index.to_series(), provinces, words
            ).array,
            words("staircase.column.stage"): [
                words(f"stage.{stage}") for stage in by_province["stage"]
            ],
            words("column.laos"): by_province["laos"].array,
            words("staircase.column.best_laos"): by_province["best"].array,
        }
    )


def shares(columns: Mapping[str, pd.DataFrame], words: Words) -> pd.DataFrame:
    """Return how many provinces are on each stage, one column for each way to determine it.

    `columns`: from the heading of a column to its `utils.measures.staircase.stages.stage_shares`.
    """
    stages = next(iter(columns.values())).index
    return pd.DataFrame(
        {
            words("staircase.column.stage"): [words(f"stage_share.{stage}") for stage in stages],
            **{
                heading: [
                    cell(row["count"], row["base"], row["share"], words)
                    for row in table.to_dict("records")
                ]
                for heading, table in columns.items()
            },
        }
    )


def shares_file(columns: Mapping[str, pd.DataFrame], words: Words) -> pd.DataFrame:
    """Return `shares` in numbers, for a file: one row per stage and way to determine it."""
    return pd.concat(
        [
            pd.DataFrame(
                {
                    words("staircase.column.told_by"): heading,
                    words("staircase.column.stage"): [
                        words(f"stage_share.{name}") for name in table.index
                    ],
                    words("staircase.column.provinces"): table["count"].array,
                    words("staircase.column.base"): table["base"].array,
                    words("staircase.column.percent"): (100 * table["share"]).round(1).array,
                }
            )
            for heading, table in columns.items()
        ],
        ignore_index=True,
    )


def steps_by(
    counts: pd.DataFrame, column: str, names: Mapping[object, str], label: str, words: Words
) -> pd.DataFrame:
    """Return LAOs by step, one row per group; each cell is a count with its share of the base.

    Parameters
    ----------
    counts : DataFrame
        Rows of `utils.measures.staircase.distribution.distribution` by step.
    column : str
        What a row is: `group` (rows of one year) or `fiscal_year_be` (rows of one group).
    names : mapping
        From a group to its name; groups without one are called unknown.
    label : str
        The heading of the groups.
    words : Words
    """
    table = []
    for name, rows_of_group in counts.groupby(_named(counts[column], names, words), sort=False):
        steps = rows_of_group.set_index("step")
        numbers = zip(steps["count"], steps["base"], steps["share"], strict=True)
        cells = dict(zip(steps.index, (cell(*one, words) for one in numbers), strict=True))
        row = {label: name, words("column.laos"): steps["base"].iloc[0]}
        table.append(row | {words(f"step.{step}"): cells[step] for step in STEP_CLASSES})
    return pd.DataFrame(table)


def steps_file(
    counts: pd.DataFrame, column: str, names: Mapping[object, str], label: str, words: Words
) -> pd.DataFrame:
    """Return `steps_by` in numbers, for a file: one row per group and step. Arguments as there."""
    return pd.DataFrame(
        {
            label: _named(counts[column], names, words).array,
            words("column.step"): [words(f"step.{step}") for step in counts["step"]],
            words("column.laos"): counts["count"].array,
            words("staircase.column.base"): counts["base"].array,
            words("staircase.column.percent"): (100 * counts["share"]).round(1).array,
        }
    )


def follow_up(
    listed: pd.DataFrame, provinces: pd.DataFrame, register: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return `utils.measures.staircase.stalled.follow_up` as a reader's table.

    `register`: as the table `municipalities` that names its LAOs. Where the years of any LAO are a
    minimum, a column says for which.
    """
    shown = pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                listed["province_code"], provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(listed["lao_id"], register, words).array,
            words("column.step"): [words(f"step.{step}") for step in listed["step"]],
            words("staircase.column.step_since"): listed["step_since_be"].array,
            words("staircase.column.years_on_step"): listed["years_on_step"].array,
            words("staircase.column.threshold"): listed["threshold_years"].array,
            words("staircase.column.lacking"): [lacking(text, words) for text in listed["lacking"]],
            words("staircase.column.coach"): _yes_no(listed["coach_assigned"], words),
            words("staircase.column.late"): _yes_no(listed["late"], words),
            words("staircase.column.state"): [words(f"state.{state}") for state in listed["state"]],
            words("staircase.column.note"): listed["note"].fillna("").array,
        }
    )
    if not listed["since_known"].all():
        at = list(shown.columns).index(words("staircase.column.years_on_step")) + 1
        since = _yes_no(listed["since_known"], words)
        shown.insert(at, words("staircase.column.since_known"), since)
    return shown


def usual(thresholds: pd.DataFrame, words: Words) -> str:
    """Return the default threshold of every step in words; why a step has none is given with it."""
    years: Mapping[Hashable, float] = thresholds["threshold_years"].to_dict()
    return ", ".join(
        words("follow.threshold_of", step=words(f"step.{step}"), years=n)
        if not pd.isna(n)
        else words("follow.no_threshold", step=words(f"step.{step}"), minimum=SMALL_GROUP)
        for step, n in years.items()
    )


def lacking(codes: str | float | None, words: Words) -> str:
    """Return the unmet requirements of the next step in words, from their codes."""
    if pd.isna(codes):
        return words("follow.no_evidence")
    text = str(codes)
    if not text:
        return words("follow.nothing_lacks")
    return ", ".join(
        words("follow.or").join(words(f"requirement.{code}") for code in one.split("/"))
        for one in text.split(", ")
    )


def evidence(pieces: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return rows of the table `step_evidence`, with `name`, by LAO and fiscal year.

    What a piece of evidence leaves out is empty.
    """
    ordered = pieces.sort_values(["lao_id", "fiscal_year_be", "evidence_id"], ignore_index=True)
    titles = {name: _title(name, words) for name in ("requirement", *_TOLD)}
    return pd.DataFrame(
        {
            words("column.lao"): ordered["name"].array,
            words("column.year"): ordered["fiscal_year_be"].array,
            titles["requirement"]: ordered["requirement"].map(_requirements(words)).array,
            **{titles[name]: ordered[name].array for name in _TOLD},
        }
    )


def as_of(iso: str, words: Words) -> str:
    """Return an ISO date as a date in words, with the year of the Buddhist era."""
    year, month, day = (int(part) for part in iso.split("-"))
    return words(f"month.{month}", day=day, year=year + 543)


def lao_type(code: str, words: Words) -> str:
    """Return the abbreviation of an LAO type in the reader's language."""
    return code if words.lang == "th" else LAO_TYPES_EN[code]


def cell(count: int, base: int, share: float, words: Words) -> str:
    """Return a count with its share of the base, or as n/N; alone where it has no base."""
    if pd.isna(base) or base == 0:
        return str(count)
    if pd.isna(share):
        return words("share.of_base", n=count, base=base)
    if labels.is_tiny(float(share)):
        return words("share.with_count_tiny", n=count)
    return words("share.with_count", n=count, share=labels.percent(float(share)))


def _share(share: float, words: Words) -> str:
    if pd.isna(share):
        return words("share.none")
    if labels.is_tiny(float(share)):
        return words("share.tiny")
    return words("share.some", share=labels.percent(float(share)))


def _named(groups: pd.Series, names: Mapping[object, str], words: Words) -> pd.Series:
    return groups.map(names).astype("string").fillna(words("province.unknown"))


def _yes_no(values: pd.Series, words: Words) -> list[str]:
    answers = {True: words("answer.yes"), False: words("answer.no")}
    return [words("answer.unknown") if pd.isna(value) else answers[bool(value)] for value in values]


def _requirements(words: Words) -> dict[str, str]:
    """Return the name of every kind of evidence, by its code."""
    choices = STEP_EVIDENCE.columns["requirement"].choices
    return {choice.code: choice.th if words.lang == "th" else choice.en for choice in choices}


def _title(name: str, words: Words) -> str:
    column = STEP_EVIDENCE.columns[name]
    return column.title_th if words.lang == "th" else column.title_en
