"""A heat map of indicators by LAO in fixed classes: data for the component `heat`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from utils.figures import invented, map_data, theme
from utils.figures.scores import names as score_names
from utils.figures.scores import strips
from utils.measures.scores.summary import CLASS_LOWS
from utils.words import Words

# One sign per cell for its class: a digit, or a letter where the score is derived from an LPA
# result.
_STATED, _DERIVED, _MISSING = "012345", "abcdef", "-"
_Cell = tuple[str, int]
_Kind = tuple[str, str]
_NOTHING: _Kind = (_MISSING, "")
_SWATCHES = [theme.Swatch(fill=colour) for colour in theme.SEQUENTIAL]
_UNKNOWN = theme.Swatch(fill=theme.UNKNOWN, pattern="hatch")


@dataclass(frozen=True, kw_only=True)
class Axes:
    """The rows and columns of the map.

    `laos` : names of the LAOs by id, in the order shown. `card` : address of the card of an LAO,
    with {id} for its id. `types` : type of LAO, indexed by lao_id. `catalogue` : rows of the table
    `indicators` for the edition. `components` : names of the components by number.
    """

    laos: dict[str, str]
    card: str
    types: pd.Series
    catalogue: pd.DataFrame
    components: dict[int, str]


def data(shares: pd.DataFrame, axes: Axes, words: Words, *, fictitious: bool) -> dict[str, Any]:
    """Return the map: one row per LAO, by type and name; one column per indicator, by component.

    `shares`: from `utils.measures.scores.summary.score_shares`, of one year, edition and assessor.
    """
    laos, types, catalogue = axes.laos, axes.types, axes.catalogue
    numbers = [int(n) for n in catalogue["indicator"]]
    known = _by_cell(shares)
    kinds = sorted({_NOTHING, *known.values()})
    code = _codes(kinds)
    groups: dict[str, list[dict[str, Any]]] = {}
    ids: dict[str, list[str]] = {}
    # The prefix LAO- or FIC- is sent once: a record never has both kinds.
    begin = next(iter(laos), "")[:4]
    for lao, name in laos.items():
        cells = (known.get((lao, number), _NOTHING) for number in numbers)
        row = {"name": name, "cells": "".join(code[cell] for cell in cells)}
        groups.setdefault(str(types[lao]), []).append(row)
        ids.setdefault(str(types[lao]), []).append(lao.removeprefix(begin))
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "card": axes.card,
        "begin": begin,
        # There are few pairs of sign and score: each is sent once, and the cells have codes of
        # equal length.
        "signs": "".join(sign for sign, _ in kinds),
        "scores": ",".join(score for _, score in kinds),
        "said": invented.before(words, fictitious=fictitious)
        + words("scores.heat_said", laos=len(laos), indicators=len(numbers)),
        "hint": words("scores.heat_hint"),
        "columns": _columns(catalogue, axes.components, words),
        "classes": legend(words),
        "missing": words("scores.unknown"),
        "derived": words("scores.derived"),
        "points": words("scores.points", score="{score}", maximum="{maximum}"),
        "table": {
            "title": words("scores.table.heat"),
            "lao": words("column.lao"),
            "missing": words("table.missing"),
        },
        "groups": [
            {
                "name": words(
                    "scores.group", name=score_names.lao_type_name(code, words), n=len(rows)
                ),
                "ids": ",".join(ids[code]),
                "rows": rows,
            }
            for code, rows in groups.items()
        ],
    }


def legend(words: Words) -> list[dict[str, Any]]:
    """Return the fixed classes, the unknown last, as rows of a legend."""
    named = [strips.class_name(str(low), words) for low in CLASS_LOWS]
    rows = zip(named, _SWATCHES, strict=True)
    return [
        *(map_data.legend_row(name, swatch) for name, swatch in rows),
        map_data.legend_row(words("scores.unknown"), _UNKNOWN),
    ]


def _columns(
    catalogue: pd.DataFrame, components: dict[int, str], words: Words
) -> list[dict[str, Any]]:
    names = score_names.indicators(catalogue, words)
    return [
        {
            "number": int(row["indicator"]),
            "name": names[int(row["indicator"])],
            "component": int(row["component"]),
            "group": components[int(row["component"])],
            "maximum": score_names.whole(float(row["max_score"])),
        }
        for row in catalogue.to_dict("records")
    ]


def _by_cell(shares: pd.DataFrame) -> dict[_Cell, _Kind]:
    """Return the sign and the score of every known cell, by LAO and indicator."""
    cells = zip(shares["lao_id"].astype(str), shares["indicator"].astype(int), strict=True)
    signs = [
        (_DERIVED if derived else _STATED)[CLASS_LOWS.index(low)]
        for low, derived in zip(shares["class_low"], shares["derived"], strict=True)
    ]
    # A decimal only where it is not zero.
    texts = [f"{round(score, 1):g}" for score in shares["score"].astype(float)]
    return dict(zip(cells, zip(signs, texts, strict=True), strict=True))


def _codes(kinds: list[_Kind]) -> dict[_Kind, str]:
    """Return the place of each kind in base 36, padded to equal length."""
    digits = len(np.base_repr(len(kinds) - 1, 36))
    return {kind: np.base_repr(at, 36).zfill(digits) for at, kind in enumerate(kinds)}
