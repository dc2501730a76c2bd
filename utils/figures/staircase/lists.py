"""The staircase's lists and group tables for reading, and the same numbers for a file."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.figures import labels, rows
from utils.measures.staircase.distribution import STEP_CLASSES
from utils.words import Words


def steps_by(
    counts: pd.DataFrame, column: str, names: Mapping[object, str], label: str, words: Words
) -> pd.DataFrame:
    """Return LAOs by step, one row a group, each cell a count with its share of the base.

    Parameters
    ----------
    counts : DataFrame
        Rows of `utils.measures.staircase.distribution.distribution` by step.
    column : str
        What a row is: `group` (rows of one year) or `fiscal_year_be` (rows of one group).
    names : mapping
        From a group to its name; one not in it is not known.
    label : str
        What the rows are called.
    words : Words
    """
    table = []
    for name, found in counts.groupby(_named(counts[column], names, words), sort=False):
        steps = found.set_index("step")
        told = zip(steps["count"], steps["base"], steps["share"], strict=True)
        cells = dict(zip(steps.index, (cell(*one, words) for one in told), strict=True))
        row = {label: name, words("column.laos"): steps["base"].iloc[0]}
        table.append(row | {words(f"step.{step}"): cells[step] for step in STEP_CLASSES})
    return pd.DataFrame(table)


def steps_file(
    counts: pd.DataFrame, column: str, names: Mapping[object, str], label: str, words: Words
) -> pd.DataFrame:
    """Return the same in numbers, one row a group and step, for a file; arguments alike."""
    return pd.DataFrame(
        {
            label: _named(counts[column], names, words).array,
            words("column.step"): [words(f"step.{step}") for step in counts["step"]],
            words("column.laos"): counts["count"].array,
            words("column.base"): counts["base"].array,
            words("column.percent"): (100 * counts["share"]).round(1).array,
        }
    )


def movers(
    found: pd.DataFrame,
    provinces: pd.DataFrame,
    register: pd.DataFrame,
    fiscal_year_be: int,
    words: Words,
) -> pd.DataFrame:
    """Return `utils.measures.staircase.movers.movers` as a reader's table.

    `register`: as the table `municipalities` that names its LAOs.
    """
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                found["province_code"], provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(found["lao_id"], register, words).array,
            words("column.from_step", year=fiscal_year_be - 1): [
                words(f"step.{step}") for step in found["step_before"]
            ],
            words("column.to_step", year=fiscal_year_be): [
                words(f"step.{step}") for step in found["step"]
            ],
            words("column.move"): [words(f"move.{move}") for move in found["move"]],
            words("column.state"): [words(f"state.{state}") for state in found["state"]],
        }
    )


def shares(found: Mapping[str, pd.DataFrame], words: Words) -> pd.DataFrame:
    """Return how many provinces stand on each stage, one column a way of telling it.

    `found`: from the heading of a column to its `utils.measures.staircase.stages.stage_shares`.
    """
    stages = next(iter(found.values())).index
    return pd.DataFrame(
        {
            words("column.stage"): [words(f"stage_share.{stage}") for stage in stages],
            **{
                heading: [
                    cell(row["count"], row["base"], row["share"], words)
                    for row in table.to_dict("records")
                ]
                for heading, table in found.items()
            },
        }
    )


def shares_file(found: Mapping[str, pd.DataFrame], words: Words) -> pd.DataFrame:
    """Return the same in numbers, one row a stage and way of telling it, for a file."""
    return pd.concat(
        [
            pd.DataFrame(
                {
                    words("column.told_by"): heading,
                    words("column.stage"): [words(f"stage_share.{name}") for name in table.index],
                    words("column.provinces"): table["count"].array,
                    words("column.base"): table["base"].array,
                    words("column.percent"): (100 * table["share"]).round(1).array,
                }
            )
            for heading, table in found.items()
        ],
        ignore_index=True,
    )


def cell(count: int, base: int, share: float, words: Words) -> str:
    """Return a count with its share of the base; as n/N where no share is given; 0 of nobody."""
    if base == 0:
        return str(count)
    if pd.isna(share):
        return words("cell.of", n=count, base=base)
    return words("cell.share", n=count, share=labels.percent(float(share)))


def _named(groups: pd.Series, names: Mapping[object, str], words: Words) -> pd.Series:
    return groups.map(names).astype("string").fillna(words("province.unknown"))
