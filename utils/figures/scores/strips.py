"""Indicators, classes of totals and plans as rows on one axis: data for the component `strips`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.figures.scores import names as score_names
from utils.figures.scores.names import number
from utils.measures.coverage.groups import SMALL_GROUP, share_of
from utils.measures.scores.next_level import Raise
from utils.measures.scores.summary import TOTAL_CLASSES, UNKNOWN_TOTAL
from utils.words import Words


def weakest(indicators: pd.DataFrame, names: dict[int, str], words: Words) -> list[dict[str, Any]]:
    """Return the weakest indicators: the percentage of the maximum, and the quartiles of the LAOs.

    `indicators`: from `utils.measures.scores.summary.weakest`.
    """
    rows = []
    for code, row in score_names.numbered(indicators):
        whole = float(row["max_score"])
        band = not pd.isna(row["low"])
        text = score_names.percent(row["percent"], words)
        note = words("scores.known_laos", known=row["known"], of=row["of"])
        rows.append(
            {
                "name": names[code],
                "note": note,
                "low": 100 * float(row["low"]) / whole if band else None,
                "high": 100 * float(row["high"]) / whole if band else None,
                "at": float(row["percent"]),
                "text": text,
                "said": f"{names[code]}: {text} · {note}",
            }
        )
    return rows


def holding(
    indicators: pd.DataFrame, names: dict[int, str], words: Words, *, count: int = 5
) -> list[dict[str, Any]]:
    """Return the indicators that could close most of the gap to the next level.

    `indicators`: from `measures.scores.holding_back.holding_back`. For fewer than ten LAOs there is
    no percentage: the number shown, which decides the order, is that of the LAOs that the indicator
    alone would bring there.
    """
    if (indicators["of"] < SMALL_GROUP).any():
        indicators = indicators.sort_values("alone", ascending=False, kind="stable")
    rows = []
    for code, row in score_names.numbered(indicators.head(count)):
        small = row["known"] < SMALL_GROUP
        closed = float(row["closed_percent"])
        note = words("scores.holding_note", **{part: row[part] for part in ("alone", "known")})
        needed = words("scores.needed", needed=row["needed"], of=row["of"])
        share = words("scores.percent", n=number(closed))
        text = f"{row['alone']}/{row['known']}" if small else share
        rows.append(
            {
                "name": names[code],
                "note": needed if small else f"{needed} · {note}",
                "bar": None if small else closed,
                "text": text,
                "said": f"{names[code]}: {text} · {needed} · {note}",
            }
        )
    return rows


def classes(table: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    """Return the fixed classes of the total, the highest first, the unknown last.

    `table`: from `utils.measures.scores.summary.total_classes`.
    """
    known = [code for code in TOTAL_CLASSES if code != UNKNOWN_TOTAL]
    order = [*reversed(known), UNKNOWN_TOTAL]
    names = {code: class_name(code, words) for code in order}
    return counts(table, names, words, unknown=UNKNOWN_TOTAL)


def counts(
    table: pd.DataFrame, names: dict[str, str], words: Words, *, unknown: str
) -> list[dict[str, Any]]:
    """Return how many LAOs are in each class, as bars of the base; without one for the unknown.

    `table`: from `utils.measures.coverage.groups.class_counts`. `names`: of the classes, in order.
    """
    rows = []
    for code, name in names.items():
        count, base = (int(table[column].astype(int)[code]) for column in ("count", "base"))
        outside = code == unknown
        text = words("scores.laos", n=count)
        if not outside:
            text = labels.counted_of(count, base, share_of(count, base), words)
        bar = None if outside or not base else 100 * count / base
        rows.append({"name": name, "note": "", "bar": bar, "text": text, "said": f"{name}: {text}"})
    return rows


def half(name: str, row: Mapping[Any, Any], note: str, words: Words) -> dict[str, Any]:
    """Return a median with its quartiles, as far as they are known.

    `row`: `n`, `median`, `low` and `high`, per cent. `note`: how many are known.
    """
    few = bool(row["n"]) and pd.isna(row["median"])
    text = words("scores.few") if few else score_names.percent(row["median"], words)
    at, low, high = (
        None if pd.isna(row[key]) else float(row[key]) for key in ("median", "low", "high")
    )
    description = f"{name}: {text} · {note}"
    return {
        "name": name,
        "note": note,
        "low": low,
        "high": high,
        "at": at,
        "text": text,
        "said": description,
    }


def class_name(code: str, words: Words) -> str:
    """Return the name of a class of totals or scores."""
    if code == UNKNOWN_TOTAL:
        return words("scores.no_total")
    known = [one for one in TOTAL_CLASSES if one != UNKNOWN_TOTAL]
    at = known.index(code)
    if at + 1 == len(known):
        return words("scores.class_last", low=code)
    return words("scores.class", low=code, high=known[at + 1])


def raised(plan: Raise, names: dict[int, str], words: Words) -> list[dict[str, Any]]:
    """Return the indicators to raise, from the present score to the one needed."""
    rows = []
    for code, row in score_names.numbered(plan.steps):
        whole = float(row["max_score"])
        text = words("scores.raise", low=number(row["score"]), high=number(row["raise_to"]))
        note = words(
            "scores.raise_note",
            points=number(row["raise_to"] - row["score"]),
            maximum=score_names.whole(whole),
            gain=number(row["gain"]),
        )
        rows.append(
            {
                "name": names[code],
                "note": note,
                "low": 100 * row["score"] / whole,
                "high": 100 * row["raise_to"] / whole,
                "at": 100 * row["raise_to"] / whole,
                "text": text,
                "said": f"{names[code]}: {text} · {note}",
            }
        )
    return rows
