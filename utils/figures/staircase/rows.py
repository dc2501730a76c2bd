"""Tables of the staircase for reading: columns chosen, named and put into words."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.figures import labels, rows
from utils.figures.staircase import durations
from utils.figures.staircase.steps import change
from utils.measures.staircase.fast_track import PathwayComparison
from utils.measures.staircase.moves import MOVES, OUTSIDE_BASE
from utils.measures.staircase.survival import Survival
from utils.tables.declared.places import LAO_TYPES_EN
from utils.words import Words


def steps(totals: pd.DataFrame, fiscal_year_be: int, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.distribution.step_totals` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.step"): [words(f"step.{step}") for step in totals.index],
            words("column.meaning"): [words(f"step_about.{step}") for step in totals.index],
            words("column.laos"): totals["count"].array,
            words("column.provinces"): totals["provinces"].array,
            words("column.change", year=fiscal_year_be - 1): [
                change(value) for value in totals["change"]
            ],
            words("column.carried"): totals["carried"].array,
            words("column.paused"): totals["paused"].array,
        }
    )


def moves(
    counts: pd.DataFrame, names: Mapping[object, str], group_name: str, words: Words
) -> pd.DataFrame:
    """Return the moves of one year by group, the base beside them.

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
    found = counts.assign(group=counts["group"].map(names).fillna(words("province.unknown")))
    wide = found.pivot_table(
        index="group", columns="move", values="count", sort=False, observed=False
    ).reindex(columns=list(MOVES))
    by_group = found.groupby("group", sort=False)
    shares = found[found["move"] == "up"].set_index("group")["share"]
    table = {
        group_name: list(wide.index),
        words("column.base"): by_group["base"].max().reindex(wide.index).array,
    }
    inside = [move for move in MOVES if move not in OUTSIDE_BASE]
    for move in inside:
        table[words(f"move.{move}")] = wide[move].astype("Int64").array
        if move == "up":
            table[words("column.share_up")] = [_share(shares[name], words) for name in wide.index]
    for move in OUTSIDE_BASE:
        table[words("column.outside_base", move=words(f"move.{move}"))] = (
            wide[move].astype("Int64").array
        )
    return pd.DataFrame(table)


def flows(found: pd.DataFrame, fiscal_year_be: int, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.moves.flows` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.from_step", year=fiscal_year_be - 1): [
                words(f"step.{step}") for step in found["step_before"]
            ],
            words("column.to_step", year=fiscal_year_be): [
                words(f"step.{step}") for step in found["step"]
            ],
            words("column.move"): [words(f"move.{move}") for move in found["move"]],
            words("column.laos"): found["count"].array,
        }
    )


def dwell(found: Mapping[str, Survival], words: Words) -> pd.DataFrame:
    """Return the time on each step as a reader's table, with who is at risk after each year."""
    table = []
    for step, one in found.items():
        row: dict[str, object] = {
            words("column.step"): words(f"step.{step}"),
            words("column.spells"): one.n,
            words("column.completed"): one.events,
            words("column.median"): durations.median(one, words),
        }
        for year in (1, 2, 3, 5):
            row[words("column.at_risk", years=year)] = None if one.too_few else one.at_risk(year)
        table.append(row)
    risk = [words("column.at_risk", years=year) for year in (1, 2, 3, 5)]
    return pd.DataFrame(table).astype(dict.fromkeys(risk, "Int64"))


def reached(found: Survival, words: Words) -> pd.DataFrame:
    """Return the curve to the fourth step as a reader's table."""
    table = pd.DataFrame() if found.table is None else found.table
    return pd.DataFrame(
        {
            words("column.years_since"): table["time"].astype("Int64").array,
            words("column.followed"): table["at_risk"].astype("Int64").array,
            words("column.reached_now"): table["events"].astype("Int64").array,
            words("column.censored"): table["censored"].astype("Int64").array,
            words("column.share_reached"): (100 - 100 * table["survival"]).round(1).array,
            words("column.low"): (100 - 100 * table["high"]).round(1).array,
            words("column.high"): (100 - 100 * table["low"]).round(1).array,
        }
    )


def pathways(found: list[PathwayComparison], words: Words) -> pd.DataFrame:
    """Return the comparison of pathways as a reader's table; what is too few, in words."""
    table = []
    for one in found:
        shown = {} if one.table is None else one.table.to_dict("index")
        for name in ("standard", "fast_track"):
            row = shown.get(name)
            table.append(
                {
                    words("column.years_since"): one.years,
                    words("column.pathway"): words(f"pathway.{name}"),
                    words("column.laos"): row["n"] if row else None,
                    words("column.reached"): row["reached"] if row else None,
                    words("column.share_weighted"): words(
                        "pathway.hover",
                        **{bound: f"{100 * row[bound]:.0f}" for bound in ("share", "low", "high")},
                    )
                    if row
                    else words("pathway.too_few"),
                    words("column.strata"): one.strata,
                    words("column.left_out"): one.left_out,
                }
            )
    counts = [words("column.laos"), words("column.reached")]
    return pd.DataFrame(table).astype(dict.fromkeys(counts, "Int64"))


def cohorts(found: pd.DataFrame, span: int, words: Words) -> pd.DataFrame:
    """Return `measures.staircase.cohorts.cohorts` as a reader's table, levels side by side."""
    last = found["cohort_be"].add(found["years_since"]).max()
    wide = found.pivot_table(
        index=["cohort_be", "years_since", "base"], columns="level", values="count", sort=True
    ).reset_index()
    table = {
        words("column.cohort"): [
            f"{first}–{min(first + span - 1, last)}" for first in wide["cohort_be"]
        ],
        words("column.years_since"): wide["years_since"].array,
        words("column.base"): wide["base"].array,
    }
    for level in ("1", "2", "3", "4", "unknown", "left"):
        table[words(f"level_class.{level}")] = wide[level].astype("Int64").array
    return pd.DataFrame(table)


def denominators(found: pd.DataFrame, words: Words, *, fictitious: bool) -> pd.DataFrame:
    """Return `utils.measures.staircase.enrolled.against_denominators` as a reader's table.

    The columns of the enrolled say so where these are invented: the others are real.
    """
    kind = words("fictitious.in_brackets") if fictitious else ""
    return pd.DataFrame(
        {
            words("column.lao_type"): [
                words("lao_group.all")
                if group == "all"
                else words("lao_group.municipalities")
                if group == "municipalities"
                else lao_type(group, words)
                for group in found["lao_group"]
            ],
            words("column.basis"): [words(f"basis.{basis}") for basis in found["basis"]],
            words("column.as_of"): found["as_of_on"]
            .map(lambda day: as_of(day, words), na_action="ignore")
            .fillna(words("enrolled.no_day")),
            words("column.enrolled") + kind: found["enrolled"].array,
            words("column.ever") + kind: found["ever"].array,
            words("column.total"): found["total"].array,
            words("column.share"): [_share(share, words) for share in found["share"]],
        }
    )


def step_years(found: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return rows of `Staircase.years`, with `name`, as a reader's table."""
    return pd.DataFrame(
        {
            words("column.lao"): found["name"].array,
            words("column.year"): found["fiscal_year_be"].array,
            words("column.step"): [
                words(f"step.{step}") for step in found["step"].fillna("unknown")
            ],
            words("column.state"): [words(f"state.{state}") for state in found["state"]],
            words("column.years_on_step"): found["years_on_step"]
            .where(found["since_known"].fillna(value=False))
            .array,
        }
    )


def stages(found: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return `utils.measures.staircase.stages.province_stages` as a reader's table."""
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                found.index.to_series(), provinces, words
            ).array,
            words("column.stage"): [words(f"stage.{stage}") for stage in found["stage"]],
            words("column.laos"): found["laos"].array,
            words("column.best_laos"): found["best"].array,
        }
    )


def as_of(iso: str, words: Words) -> str:
    """Return a day as people write it, in the Buddhist era."""
    year, month, day = (int(part) for part in iso.split("-"))
    return words(f"month.{month}", day=day, year=year + 543)


def lao_type(code: str, words: Words) -> str:
    """Return the abbreviation of an LAO type in the reader's language."""
    return code if words.lang == "th" else LAO_TYPES_EN[code]


def _share(share: float, words: Words) -> str:
    return (
        words("share.none")
        if pd.isna(share)
        else words("share.some", share=labels.percent(float(share)))
    )
