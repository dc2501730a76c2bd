"""The recommendations of the policy paper: what is not set of them, and what they cover."""

from __future__ import annotations

import pandas as pd

from utils.tables.declared.recommendations import LEVEL, THEMES, TO_BE_SET


def not_set(recommendations: pd.DataFrame) -> pd.Series:
    """Count the recommendations of which each thing that somebody must set is not set.

    Parameters
    ----------
    recommendations : DataFrame
        Rows of the table `recommendations`.

    Returns
    -------
    Series, Int64, by the name of the column, in the order of `TO_BE_SET`
        Recommendations, of `len(recommendations)`.

    Notes
    -----
    Source: the policy paper, which asks of each recommendation who receives it, with whom, by when
    and to what target. Status, evidence and the day of review are this project's own.
    """
    return recommendations[list(TO_BE_SET)].isna().sum().astype("Int64")


def themes_by_levels(recommendations: pd.DataFrame) -> pd.DataFrame:
    """Count recommendations by theme and level; 0 is where the paper covers nothing.

    Parameters
    ----------
    recommendations : DataFrame
        Rows of the table `recommendations`.

    Returns
    -------
    DataFrame, Int64, a row a theme, a column a level
        Recommendations whose main theme it is. Participation runs through the other themes: its row
        counts besides those of any theme that ask for participation themselves, so that columns do
        not sum.

    Notes
    -----
    Source: the policy paper, which asks how far its matters are covered, and that participation
    stands at every level.
    """
    levels = [one.code for one in LEVEL.choices]
    rows = {}
    for theme in THEMES:
        about = recommendations["theme"] == theme
        if theme == "participation":
            about |= recommendations["asks_participation"].fillna(value=False)
        counts = recommendations.loc[about, "level"].value_counts()
        rows[theme] = counts.reindex(levels, fill_value=0).astype("Int64")
    return pd.DataFrame(rows).T
