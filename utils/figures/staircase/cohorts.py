"""Where LAOs that enrolled in the same years stand later: data for the component `cohorts`."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import invented, labels, map_data, theme
from utils.measures.staircase.cohorts import COHORT_CLASSES
from utils.words import Words

# From below: the fourth step first, LAOs that left at the top.
_FROM_BELOW = ("4", "3", "2", "1", "unknown", "left")


def data(cohorts: pd.DataFrame, span: int, words: Words, *, fictitious: bool) -> dict[str, Any]:
    """Return one panel per cohort, one bar per year since enrolment, one part per level.

    Parameters
    ----------
    cohorts : DataFrame
        From `utils.measures.staircase.cohorts.cohorts`.
    span : int
        Fiscal years of enrolment that make a cohort.
    words : Words
    fictitious : bool
    """
    last = 0 if cohorts.empty else int(cohorts["years_since"].max())
    end = 0 if cohorts.empty else int((cohorts["cohort_be"] + cohorts["years_since"]).max())
    groups = cohorts.groupby("cohort_be", sort=True)
    before = invented.before(words, fictitious=fictitious)
    panels = [_panel(rows, span, end, words) for _, rows in groups]
    return {
        "mark": invented.mark(words, fictitious=fictitious),
        "years": last,
        "axis": words("cohort.axis"),
        "classes": [
            map_data.legend_row(words(f"level_class.{level}"), theme.LEVELS[level])
            for level in COHORT_CLASSES
        ],
        "order": [COHORT_CLASSES.index(level) for level in _FROM_BELOW],
        "panels": [panel | {"said": before + panel["said"]} for panel in panels],
    }


def _panel(rows: pd.DataFrame, span: int, end: int, words: Words) -> dict[str, Any]:
    """Return one cohort; `end`: the last fiscal year of the table."""
    first = int(rows["cohort_be"].iloc[0])
    shares = rows.pivot_table(
        index="years_since", columns="level", values="share", dropna=False, observed=False
    ).reindex(columns=list(COHORT_CLASSES))
    bases = rows.groupby("years_since")["base"].first()
    known = bases[shares["4"].notna()] if len(shares) else bases
    title = words(
        "cohort.title", first=first, last=min(first + span - 1, end), n=int(bases.iloc[0])
    )
    if known.empty:
        return {"title": title, "bars": [], "said": words("cohort.too_few", n=int(bases.iloc[0]))}
    latest = int(known.index[-1])
    return {
        "title": title,
        "bars": [
            [int(year), *(round(float(share), 3) for share in shares.loc[year])]
            for year in known.index
        ],
        "said": words(
            "cohort.said",
            years=latest,
            n=int(known.iloc[-1]),
            share=labels.percent(shares["4"].dropna().iloc[-1]),
        ),
    }
