"""What is not set of the recommendations, what they cover, and coaches by region, as tables."""

from __future__ import annotations

import pandas as pd

from utils.measures.registers.coaches import by_region
from utils.measures.registers.recommendations import not_set, themes_by_levels
from utils.tables.declared.columns import Column
from utils.tables.declared.places import REGIONS_4
from utils.tables.declared.recommendations import RECOMMENDATIONS
from utils.words import Words


def unset_lines(recommendations: pd.DataFrame, words: Words) -> list[str]:
    """Return how many recommendations lack what somebody must set; equal counts share a line.

    `recommendations`: rows of that table.
    """
    of, things = len(recommendations), dict[int, list[str]]()
    for name, count in not_set(recommendations).items():
        things.setdefault(int(count), []).append(
            RECOMMENDATIONS.columns[str(name)].title(words.lang)
        )
    return [
        words("registers.unset", what=words("registers.and").join(what), n=n, of=of)
        for n, what in things.items()
    ]


def matrix(recommendations: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return `themes_by_levels` for readers; where nothing is covered, it says so."""
    theme, level = RECOMMENDATIONS.columns["theme"], RECOMMENDATIONS.columns["level"]
    counts = themes_by_levels(recommendations)
    nothing = words("registers.covers_nothing")
    shown = pd.DataFrame(
        {
            level.label(str(code), words.lang): [str(n) if n else nothing for n in counts[code]]
            for code in counts
        }
    )
    shown.insert(0, theme.title(words.lang), _labels(counts.index, theme, words))
    return shown


def coached(
    coaches: pd.DataFrame, municipalities: pd.DataFrame, provinces: pd.DataFrame, words: Words
) -> pd.DataFrame:
    """Return `coaches.by_region` for readers; arguments as there."""
    told = by_region(coaches, municipalities, provinces).set_index("region4")
    named = {one.code: one.label(words.lang) for one in REGIONS_4 if one.code in told.index}
    told = told.loc[list(named)]
    unknown = words("registers.not_known")
    return pd.DataFrame(
        {
            words("registers.region"): list(named.values()),
            words("registers.coached"): [
                unknown if pd.isna(n) else f"{int(n):,}" for n in told["known"]
            ],
            words("registers.not_known"): told["not_known"].tolist(),
            words("registers.municipalities"): told["total"].tolist(),
        }
    )


def _labels(codes: pd.Index, column: Column, words: Words) -> list[str]:
    return [column.label(str(code), words.lang) for code in codes]
