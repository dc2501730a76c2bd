"""Tables of scores as readers see them: columns chosen, named and put into words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import rows
from utils.figures.scores.strips import class_name
from utils.measures.coverage.groups import SMALL_GROUP
from utils.words import Words


def laos(
    totals: pd.DataFrame, parts: pd.DataFrame, names: dict[str, str], words: Words
) -> pd.DataFrame:
    """Return each LAO with its total and components, and how many of their indicators are known.

    Parameters
    ----------
    totals, parts : DataFrame
        Of one year, edition and assessor, from `utils.measures.scores.components`.
    names : dict
        Names of the LAOs by id, in the order shown.
    words : Words
    """
    by_lao = totals.set_index("lao_id").loc[list(names)]
    wide = parts.pivot_table(index="lao_id", columns="component", values="percent", dropna=False)
    known = parts.pivot_table(index="lao_id", columns="component", values="known")
    table = {
        words("column.lao"): list(names.values()),
        words("scores.column.total"): rounded(by_lao["total"]),
        words("scores.column.known"): by_lao["known"].array,
        words("scores.column.of"): by_lao["of"].array,
    }
    for number in known.columns:
        percents = wide[number].reindex(by_lao.index)
        table[words("scores.column.component", n=number)] = rounded(percents)
        counts = known[number].reindex(by_lao.index).astype("Int64")
        table[words("scores.column.component_known", n=number)] = counts.array
    return pd.DataFrame(table)


def indicators(
    summary: pd.DataFrame, holding: pd.DataFrame, names: dict[int, str], words: Words
) -> pd.DataFrame:
    """Return every indicator: its scores, and how much of the gap to the next level it could close.

    `summary`, `holding`: from `utils.measures.scores.summary.indicator_summary` and
    `measures.scores.holding_back.holding_back`. There is no percentage for fewer than ten LAOs.
    """
    beside = holding.reindex(summary.index)
    closed = beside["closed_percent"].mask(beside["known"] < SMALL_GROUP)
    return pd.DataFrame(
        {
            words("scores.column.indicator"): [names[int(code)] for code in summary.index],
            words("scores.column.share"): rounded(summary["percent"]),
            words("scores.column.low"): rounded(summary["low"]),
            words("scores.column.median"): rounded(summary["median"]),
            words("scores.column.high"): rounded(summary["high"]),
            words("scores.column.maximum"): summary["max_score"].array,
            words("scores.column.known_laos"): summary["known"].array,
            words("scores.column.laos"): summary["of"].array,
            words("scores.column.closed"): rounded(closed),
            words("scores.column.alone"): beside["alone"].array,
            words("scores.column.needed"): beside["needed"].array,
            words("scores.column.below"): beside["known"].array,
        }
    )


def heat(known: pd.DataFrame, names: dict[str, str], words: Words) -> pd.DataFrame:
    """Return the points of every LAO, one column per indicator; empty where unknown."""
    wide = known.pivot_table(index="lao_id", columns="indicator", values="score")
    wide = wide.reindex(list(names)).astype("Float64").round(1)
    table: dict[str, Any] = {words("column.lao"): list(names.values())}
    for number in wide.columns:
        table[words("scores.column.number", n=number)] = wide[number].array
    return pd.DataFrame(table)


def classes(counts: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return `utils.measures.scores.summary.total_classes` as a reader's table."""
    return pd.DataFrame(
        {
            words("scores.column.class"): [class_name(str(code), words) for code in counts.index],
            words("column.laos"): counts["count"].array,
            words("scores.column.base"): counts["base"].array,
        }
    )


def changes(changed: pd.DataFrame, names: dict[str, str], words: Words) -> pd.DataFrame:
    """Return `utils.measures.scores.change.change` as a reader's table, by type and name."""
    table = changed.set_index("lao_id").reindex(list(names))
    return pd.DataFrame(
        {
            words("column.lao"): list(names.values()),
            words("scores.column.before"): rounded(table["before"]),
            words("scores.column.after"): rounded(table["after"]),
            words("scores.column.change"): rounded(table["change"]),
            words("scores.column.common"): table["common"].array,
            words("scores.column.of"): table["of"].array,
        }
    )


def assessors(compared: pd.DataFrame, names: dict[str, str], words: Words) -> pd.DataFrame:
    """Return `utils.measures.scores.change.self_against_area` as a reader's table."""
    table = compared.set_index("lao_id").reindex(list(names))
    return pd.DataFrame(
        {
            words("column.lao"): list(names.values()),
            words("scores.column.self"): rounded(table["self_percent"]),
            words("scores.column.area"): rounded(table["area_percent"]),
            words("scores.column.over"): rounded(table["over_rating"]),
            words("scores.column.common"): table["common"].array,
        }
    )


def rounded(values: pd.Series) -> Any:  # noqa: ANN401 pandas' own arrays have no public name
    """Round measured numbers to one decimal, as a column of a table."""
    return values.astype("Float64").round(1).array


def nearest(
    ordered: pd.DataFrame,
    names: dict[str, str],
    provinces: pd.DataFrame,
    words: Words,
    *,
    fictitious: bool,
) -> pd.DataFrame:
    """Return the remaining provinces in their order, one row for each LAO that is nearest in one.

    `ordered`: rows of `measures.scores.nearest.order_of_nearness`. The headings of invented values
    say so. Such values are shown with invented LAOs only, without provinces and without rows that
    have no LAO.
    """
    shown = ordered.dropna(subset="lao_id") if fictitious else ordered
    mark = words("fictitious.in_brackets") if fictitious else ""
    bands = zip(shown["order_low"], shown["order_high"], strict=True)
    table = pd.DataFrame(
        {
            words("scores.column.order") + mark: [_band(low, high, words) for low, high in bands],
            words("scores.column.nearest"): shown["lao_id"].map(names).astype("string").array,
            words("scores.column.step_level") + mark: shown["level"].array,
            words("scores.column.total") + mark: rounded(shown["total"]),
        }
    )
    if not fictitious:
        where = rows.province_names(shown["province_code"], provinces, words)
        table.insert(1, words("column.province"), where.array)
    return table


def _band(low: float, high: float, words: Words) -> str:
    if pd.isna(low):
        return words("scores.unknown")
    return str(low) if low == high else f"{low}–{high}"
