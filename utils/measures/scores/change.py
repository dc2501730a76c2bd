"""Two assessments of one LAO side by side: two years, or the LAO's own against the area's.

Both compare only what is known on both sides, so that an indicator assessed only once changes no
number.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.components import component_scores, total_scores
from utils.measures.scores.editions import only_edition

_LAO = ["lao_id", "edition", "assessor"]


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How differences are spread: `n` LAOs, of which `above`, `level` with and `below` zero.

    `low`, `median`, `high` : lower quartile, median and upper quartile, percentage points, None
    where n is under five.
    """

    n: int
    above: int
    level: int
    below: int
    low: float | None = None
    median: float | None = None
    high: float | None = None


def change(
    known: pd.DataFrame,
    indicators: pd.DataFrame,
    components: pd.DataFrame,
    *,
    years_be: tuple[int, int],
) -> pd.DataFrame:
    """Return how the totals of LAOs changed between two fiscal years.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`; of two editions only after
        `utils.measures.scores.editions.in_edition`.
    indicators, components : DataFrame
        As the tables of those names.
    years_be : two int
        The earlier and the later fiscal year, Buddhist era.

    Returns
    -------
    DataFrame, one row per LAO and assessor with an indicator known in both years
        `lao_id`, `edition`, `assessor`; `common`, `of` : indicators known in both years, and of the
        edition; `before`, `after` : totals of the two years over the common indicators alone;
        `change` : after minus before, percentage points. The last three are missing where fewer
        than 80 % of the indicators of a component are common. Derived scores are included: two
        years may be derived from one LPA result.

    Raises
    ------
    EditionsNotComparableError
        If the rows of the two years are of more than one edition.

    Notes
    -----
    Source: this dashboard's own convention: the same LAO, edition, assessor and indicators on both
    sides. This is a description and does not show what caused a change.
    """
    before, now = (known[known["fiscal_year_be"] == year] for year in years_be)
    return change_between(before, now, indicators, components)


def change_between(
    before: pd.DataFrame, now: pd.DataFrame, indicators: pd.DataFrame, components: pd.DataFrame
) -> pd.DataFrame:
    """Return how the totals of LAOs differ between two sets of assessments of any years.

    Parameters
    ----------
    before, now : DataFrame
        From `utils.measures.scores.components.known_scores`, one assessment of an LAO, edition and
        assessor in each.
    indicators, components : DataFrame
        As the tables of those names.

    Returns
    -------
    DataFrame
        As `change`, which does this for two fiscal years of one table.

    Raises
    ------
    EditionsNotComparableError
        If the rows are of more than one edition.

    Notes
    -----
    Source: as for `change`.
    """
    sides = [side.assign(fiscal_year_be=at) for at, side in enumerate((before, now))]
    rows = pd.concat(sides, ignore_index=True)
    only_edition(rows)
    common = rows[rows.duplicated([*_LAO, "indicator"], keep=False)]
    totals = total_scores(component_scores(common, indicators), components)
    old, new = (totals[totals["fiscal_year_be"] == at].set_index(_LAO) for at in (0, 1))
    table = old[["known", "of"]].rename(columns={"known": "common"})
    table = table.assign(before=old["total"], after=new["total"].reindex(old.index))
    return table.assign(change=table["after"] - table["before"]).reset_index()


def self_against_area(known: pd.DataFrame) -> pd.DataFrame:
    """Compare the self-assessment of each LAO with the area's, over the indicators scored by both.

    Parameters
    ----------
    known : DataFrame
        From `utils.measures.scores.components.known_scores`.

    Returns
    -------
    DataFrame, one row per LAO, fiscal year and edition that both assessed
        `lao_id`, `fiscal_year_be`, `edition`; `common` : indicators scored by both; `self_percent`,
        `area_percent` : 100 x sum of the scores / sum of the maxima over them; `over_rating` : self
        minus area, percentage points, positive where the LAO scores itself higher. Scores derived
        from an LPA result are left out: no assessor gave them, and they are equal on both sides.

    Notes
    -----
    Source: this dashboard's own convention.
    """
    key = ["lao_id", "fiscal_year_be", "edition"]
    judged = known[~known["derived"]]
    columns = [*key, "indicator", "score", "max_score"]
    own, area = (judged.loc[judged["assessor"] == name, columns] for name in ("self", "area"))
    pairs = own.merge(area.drop(columns="max_score"), on=[*key, "indicator"])
    sums = pairs.groupby(key, as_index=False).agg(
        common=("indicator", "size"),
        self_percent=("score_x", "sum"),
        area_percent=("score_y", "sum"),
        maximum=("max_score", "sum"),
    )
    sums["common"] = sums["common"].astype("Int64")
    for name in ("self_percent", "area_percent"):
        sums[name] = (100 * sums[name] / sums["maximum"]).astype("Float64")
    sums["over_rating"] = sums["self_percent"] - sums["area_percent"]
    return sums.drop(columns="maximum")


def spread(differences: pd.Series) -> Spread:
    """Describe differences between two assessments, one for each LAO; the unknown are left out.

    Notes
    -----
    Source: this dashboard's own convention; quartiles by linear interpolation, none for fewer than
    five.
    """
    known = differences.dropna().astype(float).round(9)
    counts = {
        "n": len(known),
        "above": int((known > 0).sum()),
        "level": int((known == 0).sum()),
        "below": int((known < 0).sum()),
    }
    if len(known) < MINIMUM_PEERS:
        return Spread(**counts)
    low, median, high = (float(known.quantile(at)) for at in (0.25, 0.5, 0.75))
    return Spread(**counts, low=low, median=median, high=high)
