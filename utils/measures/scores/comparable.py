"""Scores of two years brought into one edition of the criteria, and what stays apart."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.scores.editions import in_edition


@dataclass(frozen=True, kw_only=True)
class Translated:
    """An edition read through a declared mapping.

    `laos` : LAOs of which scores were translated. `mapped`, `of` : its indicators that the mapping
    names, and all of them: the others are left out.
    """

    edition: str
    laos: int
    mapped: int
    of: int


@dataclass(frozen=True, kw_only=True)
class Apart:
    """LAOs assessed in an earlier year by an edition from which no mapping is declared."""

    edition: str
    fiscal_year_be: int
    laos: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Comparable:
    """Scores of a year and of an earlier one, all of one edition.

    `years_be` : the earlier and the later fiscal year, None where no earlier one can be compared.
    """

    known: pd.DataFrame
    years_be: tuple[int, int] | None
    translated: tuple[Translated, ...]
    apart: tuple[Apart, ...]


def comparable(
    known: pd.DataFrame,
    mappings: pd.DataFrame,
    indicators: pd.DataFrame,
    *,
    fiscal_year_be: int,
    edition: str,
) -> Comparable:
    """Bring the scores of a year and of the latest earlier one into the edition of the year.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`, of one assessor, of any editions.
    mappings, indicators : DataFrame
        As the tables `edition_mappings` and `indicators`.
    fiscal_year_be : int
        The later year.
    edition : str
        The edition of that year, which both are brought into.

    Returns
    -------
    Comparable
        The earlier year is the latest in which an LAO of the year has scores of the same edition
        or of one that a mapping joins to it. `apart` counts the LAOs of the year that were
        assessed then or later by an edition that none joins: they are not compared.

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
    found = earlier[joined]
    apart = _apart(earlier[~joined], found)
    if found.empty:
        return Comparable(known=here, years_be=None, translated=(), apart=apart)
    before = int(found["fiscal_year_be"].max())
    found = found[found["fiscal_year_be"] == before]
    return Comparable(
        known=in_edition(pd.concat([found, here]), mappings, indicators, edition),
        years_be=(before, fiscal_year_be),
        translated=_translated(found[found["edition"] != edition], joining, indicators),
        apart=apart,
    )


def _apart(unjoined: pd.DataFrame, found: pd.DataFrame) -> tuple[Apart, ...]:
    """Count by edition those of its latest year, unless a year after it can be compared."""
    since = 0 if found.empty else int(found["fiscal_year_be"].max())
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
