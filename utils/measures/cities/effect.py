"""Did being a pilot make a difference? Pilots against matched others, before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.scores.editions import only_edition

MINIMUM_PILOTS = SMALL_GROUP
INTERVAL = 0.95
_MATCH = ["lao_type", "region4", "awards_before"]


@dataclass(frozen=True, kw_only=True)
class PilotEffect:
    """How much more the pilots changed than similar LAOs, where there are enough to compare.

    `pilots` : LAOs in the programmes; `dated` : pilots with a known start year; `valued` : dated
    pilots with a value both before and after it; `matched` : valued pilots with at least one
    similar LAO; `others` : similar LAOs. `effect` : mean change of the matched pilots minus that of
    the similar LAOs, in the unit of the values; `low`, `high` : its 95 % interval; `pilots_change`,
    `others_change` : the two means. These five are None where fewer than ten pilots are matched.
    """

    pilots: int
    dated: int
    valued: int
    matched: int
    others: int
    effect: float | None = None
    low: float | None = None
    high: float | None = None
    pilots_change: float | None = None
    others_change: float | None = None

    @property
    def not_enough_data(self) -> bool:
        """Whether too few pilots are matched, so that nothing is compared."""
        return self.effect is None


def start_years(pilots: pd.DataFrame) -> pd.Series:
    """Return the fiscal year in which each pilot LAO first appears in a programme.

    Parameters
    ----------
    pilots : DataFrame
        As the table `pilots`; `lao_id`, `year_be` and `sources_differ` are read.

    Returns
    -------
    Series of Int64, indexed by lao_id
        The earliest year of its entries; missing where no entry has one. Years on which sources
        differ, and entries for provinces, are ignored.

    Notes
    -----
    Source: the table `pilots`. Taking the first known year as the start is this dashboard's own
    convention: an entry without a year may be older.
    """
    rows = pilots.dropna(subset="lao_id")
    years = rows["year_be"].mask(rows["sources_differ"].fillna(value=False).astype(bool))
    return years.groupby(rows["lao_id"]).min().astype("Int64")


def award_panel(awards: pd.DataFrame, where: pd.DataFrame) -> pd.DataFrame:
    """Count the awards and area results of every LAO in every year of the list.

    Parameters
    ----------
    awards : DataFrame
        As the table `awards`.
    where : DataFrame
        From `utils.measures.peers.places`.

    Returns
    -------
    DataFrame, one row per LAO of `where` and fiscal year of `awards`
        `lao_id`, `fiscal_year_be`; `value` : awards, 0 where the LAO is not listed in a year of the
        list. Other years have no rows.

    Notes
    -----
    Source: the published list names every awarded LAO of its years. As the register is made from
    that list, similar LAOs in it have won awards too.
    """
    years = pd.Index(sorted(awards["fiscal_year_be"].unique()), name="fiscal_year_be")
    cells = pd.MultiIndex.from_product([where.index.rename("lao_id"), years])
    count = awards.groupby(["lao_id", "fiscal_year_be"]).size()
    value = count.reindex(cells).fillna(0).astype("Float64")
    return value.rename("value").reset_index()


def score_panel(totals: pd.DataFrame) -> pd.DataFrame:
    """Return known totals as the values that `utils.measures.cities.effect.pilot_effect` compares.

    Parameters
    ----------
    totals : DataFrame
        From `utils.measures.scores.components.total_scores`, of one edition and assessor.

    Returns
    -------
    DataFrame, one row per LAO and fiscal year with a known total
        `lao_id`, `fiscal_year_be`, `value` (per cent).

    Raises
    ------
    ValueError
        If the totals are of more than one edition or assessor.

    Notes
    -----
    Source: `utils.measures.scores.components.total_scores`.
    """
    only_edition(totals)
    if len(totals["assessor"].unique()) > 1:
        raise ValueError("totals of one assessor are compared: choose it")
    known = totals.dropna(subset="total").rename(columns={"total": "value"})
    return known[["lao_id", "fiscal_year_be", "value"]]


def pilot_effect(
    panel: pd.DataFrame, awards: pd.DataFrame, starts: pd.Series, where: pd.DataFrame
) -> PilotEffect:
    """Compare how pilots changed after their start year with how similar LAOs changed.

    Parameters
    ----------
    panel : DataFrame
        From `utils.measures.cities.effect.award_panel` (awards in a listed year) or `score_panel`
        (totals): the values to compare.
    awards : DataFrame
        From `utils.measures.cities.effect.award_panel`: used for matching.
    starts : Series
        From `utils.measures.cities.effect.start_years`; its LAOs are never taken as similar LAOs.
    where : DataFrame
        From `utils.measures.peers.places`.

    Returns
    -------
    PilotEffect

    Notes
    -----
    Source: this dashboard's own convention.
    Method: difference in differences. The change of an LAO is the mean of its values after the
    start year minus that before it, the year itself left out. A pilot is matched with LAOs that are
    not pilots, of the same type, in the same one of the four regions, and with as many awards
    before its start year; these have together the weight of the pilots they match. The interval is
    that of weighted least squares with errors clustered by LAO (statsmodels, WLS), as one LAO may
    match several pilots. Nothing is compared under ten matched pilots. This is a description:
    cities are chosen as pilots, so it does not show what being one causes.
    """
    dated = starts.dropna()
    alike, valued = [], 0
    for start, pilots in dated.groupby(dated):
        changes = _changes(panel, awards, where, int(start))
        own = changes.index.isin(pilots.index)
        valued += int(own.sum())
        alike.append(_matched(changes[own], changes[~changes.index.isin(starts.index)]))
    rows = pd.concat(alike) if alike else pd.DataFrame({"lao_id": [], "pilot": []})
    pilot = rows["pilot"].astype(bool)
    counts = PilotEffect(
        pilots=len(starts),
        dated=len(dated),
        valued=valued,
        matched=int(pilot.sum()),
        others=int(rows.loc[~pilot, "lao_id"].nunique()),
    )
    return counts if counts.matched < MINIMUM_PILOTS else replace(counts, **_estimate(rows))


def _changes(
    panel: pd.DataFrame, awards: pd.DataFrame, where: pd.DataFrame, start: int
) -> pd.DataFrame:
    """Return the change of every LAO across a year, where known, and the columns to match on."""
    year = panel["fiscal_year_be"]
    before, after = (
        panel[side].groupby("lao_id")["value"].mean() for side in (year < start, year > start)
    )
    earlier = awards[awards["fiscal_year_be"] < start].groupby("lao_id")["value"].sum()
    table = where[["lao_type", "region4"]].assign(
        awards_before=earlier, change=(after - before).astype("Float64")
    )
    # Where no listed year comes before the start, there are no earlier awards.
    table["awards_before"] = table["awards_before"].fillna(0)
    return table.dropna()


def _matched(own: pd.DataFrame, others: pd.DataFrame) -> pd.DataFrame:
    """Return pilots and similar LAOs, weighted so that in each stratum both have equal weight."""
    pilots = own.groupby(_MATCH).size().rename("pilots")
    rest = others.groupby(_MATCH).size().rename("rest")
    sizes = pd.concat([pilots, rest], axis=1, join="inner")
    sides = [
        side.rename_axis("lao_id").reset_index().join(sizes, on=_MATCH, how="inner")
        for side in (own, others)
    ]
    weights = (pd.Series(1.0, index=sides[0].index), sides[1]["pilots"] / sides[1]["rest"])
    marked = [
        side.assign(pilot=pilot, weight=weight.astype(float))
        for side, pilot, weight in zip(sides, (True, False), weights, strict=True)
    ]
    return pd.concat(marked, ignore_index=True)


def _estimate(rows: pd.DataFrame) -> dict[str, Any]:
    import statsmodels.api as sm  # noqa: PLC0415 two seconds that only this comparison needs

    design = sm.add_constant(rows["pilot"].to_numpy(dtype=float))
    change = rows["change"].to_numpy(dtype=float)
    clusters = pd.factorize(rows["lao_id"])[0]
    fit = sm.WLS(change, design, weights=rows["weight"].to_numpy()).fit(
        cov_type="cluster", cov_kwds={"groups": clusters}, use_t=True
    )
    low, high = fit.conf_int(alpha=1 - INTERVAL)[1]
    others, effect = (float(value) for value in fit.params)
    return {
        "effect": effect,
        "low": float(low),
        "high": float(high),
        "pilots_change": others + effect,
        "others_change": others,
    }
