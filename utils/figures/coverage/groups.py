"""Groups as n of N, as data for the component `tally`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.measures.coverage.groups import group_bounds
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class GroupNames:
    """The names of groups, and the rule by which they are counted.

    `names`, `notes` : from a group's code to its name, and to a remark if it has one.
    `basis` : rule and window, from `utils.figures.labels.basis`.
    """

    names: Mapping[object, str]
    notes: Mapping[object, str]
    basis: str


def data(table: pd.DataFrame, named: GroupNames, words: Words) -> dict[str, Any]:
    """Return all data of the component.

    Parameters
    ----------
    table : DataFrame
        From `utils.measures.coverage.groups.coverage_by`.
    named : GroupNames words : Words
    """
    return {
        "caption": words("overview.regions"),
        "basis": named.basis,
        "note": words("group.note"),
        "headings": [
            words("group.heading_name"),
            words("group.heading_bar"),
            words("group.heading_count"),
        ],
        "rows": [
            {
                "name": named.names[code],
                "note": named.notes.get(code, ""),
                "counted": bounds.at_least,
                "notKnown": bounds.not_known,
                "total": bounds.total,
                "text": labels.between(bounds, words),
                "bar": labels.between_said(bounds, words),
            }
            for code, bounds in group_bounds(table).items()
        ],
    }
