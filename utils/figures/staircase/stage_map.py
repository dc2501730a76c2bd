"""Provinces by their stage, for the component `map`: the same classes in every year."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented, map_data, theme
from utils.figures.map_data import Frame, Painted
from utils.figures.outlines import with_table
from utils.measures.staircase.stages import STAGES
from utils.words import Words


def paint(stages: pd.DataFrame, words: Words) -> Painted:
    """Put every province into the class of its stage.

    `stages`: from `utils.measures.staircase.stages.province_stages`, of all provinces.
    """
    unknown = bool((stages["stage"] == "no_data").any())
    shown = [
        stage
        for stage in STAGES
        if (stage in {"no_data", "outside"} if unknown else stage != "no_data")
    ]
    return Painted(
        keys=tuple(shown),
        labels=tuple(words(f"stage.{stage}") for stage in shown),
        swatches=tuple(theme.STAGES[stage] for stage in shown),
        provinces=with_table(stages.assign(**{"class": stages["stage"]})),
    )


def data(
    stages: pd.DataFrame, frame: Frame, words: Words, *, fictitious: bool, counts: bool
) -> dict[str, Any]:
    """Return all data of the component; `counts` as in `utils.figures.map_data.picture`."""
    painted = paint(stages, words)
    tip = words("stage.tip", label="{label}", n="{n}")
    laos = painted.provinces["laos"]
    return map_data.picture(painted, frame, words, counts=counts) | {
        "tips": {"year": tip, "years": tip},
        "facts": [None if pd.isna(n) or not n else [1, 1, int(n)] for n in laos],
        "mark": invented.mark(words, fictitious=fictitious),
    }
