"""Scores of two editions of the criteria: comparable only where a declared mapping says so."""

from __future__ import annotations

import pandas as pd

from utils.measures.scores.components import ASSESSMENT

_FROM = ["from_edition", "from_indicator"]
_TO = ["to_edition", "to_indicator"]


class EditionsNotComparableError(ValueError):
    """Scores of two editions were to be compared, and no declared mapping joins them."""


def only_edition(rows: pd.DataFrame) -> str | None:
    """Return the one edition of rows that are to be compared, or None where there is no row.

    Raises
    ------
    EditionsNotComparableError
        If the rows are of more than one edition.

    Notes
    -----
    Source: the criteria were revised in 2568; scores of two editions measure two things.
    """
    found = sorted(rows["edition"].unique())
    if len(found) > 1:
        raise EditionsNotComparableError(
            f"scores of {' and '.join(found)} are compared only through a declared mapping"
        )
    return found[0] if found else None


def in_edition(
    known: pd.DataFrame, mappings: pd.DataFrame, indicators: pd.DataFrame, edition: str
) -> pd.DataFrame:
    """Translate known scores into one edition, by the declared mapping of indicators.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.
    mappings, indicators : DataFrame
        As the tables `edition_mappings` and `indicators`.
    edition : str
        The edition to translate into.

    Returns
    -------
    DataFrame, as `known`
        Scores of the edition as they are; of others, those whose indicator is mapped, as the same
        share of the maximum of the indicator it is mapped to. Indicators without a mapping are
        left out: unknown in the edition.

    Raises
    ------
    EditionsNotComparableError
        If no row maps an edition of `known` to `edition`, or the rows that do map one indicator
        to two, or two to one, for which no rule is declared.

    Notes
    -----
    Source: the table `edition_mappings`, which ships empty: no mapping is public.
    """
    own = known["edition"] == edition
    others = known[~own]
    wanted = mappings[mappings["to_edition"] == edition]
    wanted = wanted[wanted["from_edition"].isin(others["edition"])]
    _refuse(others, wanted, edition)
    joined = others.merge(wanted[_FROM + _TO], left_on=["edition", "indicator"], right_on=_FROM)
    target = indicators.loc[
        indicators["edition"] == edition, ["indicator", "component", "max_score"]
    ].add_prefix("to_")
    joined = joined.merge(target, on="to_indicator")
    joined["score"] = joined["score"] / joined["max_score"] * joined["to_max_score"]
    for name in ("edition", "indicator", "component", "max_score"):
        joined[name] = joined[f"to_{name}"]
    both = pd.concat([known[own], joined[known.columns]])
    both = both.drop_duplicates([*ASSESSMENT, "indicator"], keep="first")
    return both.sort_values([*ASSESSMENT, "indicator"], ignore_index=True)


def _refuse(others: pd.DataFrame, wanted: pd.DataFrame, edition: str) -> None:
    unmapped = sorted(set(others["edition"]) - set(wanted["from_edition"]))
    if unmapped:
        raise EditionsNotComparableError(
            f"no declared mapping from {', '.join(unmapped)} to {edition}"
        )
    once = wanted.duplicated(_FROM) | wanted.duplicated(["from_edition", *_TO])
    if once.any():
        raise EditionsNotComparableError(
            f"the mapping to {edition} is not one indicator to one: no rule says how to divide"
        )
