"""Scores of two editions of the criteria: comparable only where a declared mapping says so."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.scores.record import ASSESSMENT

_FROM = ["from_edition", "from_indicator"]
_TO = ["to_edition", "to_indicator"]


class EditionsNotComparableError(ValueError):
    """Scores of two editions cannot be compared, as no declared mapping joins them."""


@dataclass(frozen=True, kw_only=True)
class Translated:
    """An edition whose scores were translated by a declared mapping.

    `laos` : LAOs concerned. `mapped`, `of` : its indicators that are mapped, and all of its
    indicators; those without a mapping are left out.
    """

    edition: str
    laos: int
    mapped: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Apart:
    """LAOs assessed in an earlier year by an edition that no declared mapping joins."""

    edition: str
    fiscal_year_be: int
    laos: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Comparable:
    """Scores of a year and of an earlier one, all of one edition.

    `years_be` : the earlier and the later fiscal year, None where no earlier year is comparable.
    """

    known: pd.DataFrame
    years_be: tuple[int, int] | None
    translated: tuple[Translated, ...]
    apart: tuple[Apart, ...]


def only_edition(rows: pd.DataFrame) -> str | None:
    """Return the edition of rows that are to be compared, or None where there are no rows.

    Raises
    ------
    EditionsNotComparableError
        If the rows are of more than one edition.

    Notes
    -----
    Source: the criteria were revised in 2568; scores of two editions do not measure the same thing.
    """
    editions = sorted(rows["edition"].unique())
    if len(editions) > 1:
        raise EditionsNotComparableError(
            f"scores of {' and '.join(editions)} are compared only through a declared mapping"
        )
    return editions[0] if editions else None


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
        Scores of the edition as they are. Scores of other editions as the same share of the maximum
        of the indicator to which theirs is mapped; where there is no mapping they are left out,
        that is, unknown in this edition. 15 of 30 points become 10 of 20.

    Raises
    ------
    EditionsNotComparableError
        If an edition of `known` is not mapped to `edition`, or is mapped one indicator to two or
        two to one: no rule says how to divide or add up such scores.

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


def comparable(
    known: pd.DataFrame,
    mappings: pd.DataFrame,
    indicators: pd.DataFrame,
    *,
    fiscal_year_be: int,
    edition: str,
) -> Comparable:
    """Make the scores of a year comparable with those of the latest earlier year possible.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`, of one assessor, of any editions.
    mappings, indicators : DataFrame
        As the tables `edition_mappings` and `indicators`.
    fiscal_year_be : int
        The later year.
    edition : str
        The edition of that year, into which both are translated.

    Returns
    -------
    Comparable
        The earlier year is the latest in which an LAO of the later year has scores of the same
        edition or of one with a mapping to it. `apart` counts the LAOs that were assessed in that
        year or after it by an edition without a mapping: they are not compared.

    Notes
    -----
    Source: the table `edition_mappings`, which ships empty; scores of two editions are compared
    only where a declared mapping says so.
    """
    here = known[(known["fiscal_year_be"] == fiscal_year_be) & (known["edition"] == edition)]
    earlier = known[known["fiscal_year_be"] < fiscal_year_be]
    earlier = earlier[earlier["lao_id"].isin(here["lao_id"])]
    joining = mappings[mappings["to_edition"] == edition]
    joined = earlier["edition"].isin([edition, *joining["from_edition"]])
    comparable_rows = earlier[joined]
    apart = _apart(earlier[~joined], comparable_rows)
    if comparable_rows.empty:
        return Comparable(known=here, years_be=None, translated=(), apart=apart)
    before = int(comparable_rows["fiscal_year_be"].max())
    comparable_rows = comparable_rows[comparable_rows["fiscal_year_be"] == before]
    return Comparable(
        known=in_edition(pd.concat([comparable_rows, here]), mappings, indicators, edition),
        years_be=(before, fiscal_year_be),
        translated=_translated(
            comparable_rows[comparable_rows["edition"] != edition], joining, indicators
        ),
        apart=apart,
    )


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


def _apart(unjoined: pd.DataFrame, comparable_rows: pd.DataFrame) -> tuple[Apart, ...]:
    """Count the LAOs of each edition in its latest year, unless a later year can be compared."""
    since = 0 if comparable_rows.empty else int(comparable_rows["fiscal_year_be"].max())
    counted = []
    for edition, rows in unjoined[unjoined["fiscal_year_be"] >= since].groupby("edition"):
        latest = int(rows["fiscal_year_be"].max())
        laos = rows.loc[rows["fiscal_year_be"] == latest, "lao_id"].nunique()
        counted.append(Apart(edition=str(edition), fiscal_year_be=latest, laos=laos))
    return tuple(counted)


def _translated(
    others: pd.DataFrame, joining: pd.DataFrame, indicators: pd.DataFrame
) -> tuple[Translated, ...]:
    return tuple(
        Translated(
            edition=str(edition),
            laos=rows["lao_id"].nunique(),
            mapped=int((joining["from_edition"] == edition).sum()),
            of=int((indicators["edition"] == edition).sum()),
        )
        for edition, rows in others.groupby("edition")
    )
