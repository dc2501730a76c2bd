"""The LAOs of a province that could bring it into the count, the nearest first."""

from __future__ import annotations

import pandas as pd

from utils.measures.coverage.coverage import BEST_RESULTS
from utils.measures.coverage.municipalities import by_municipality
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question

MOST = 3
"""How many LAOs of a province are named: more would be a list to read, not a call to make."""
_ORDER = ["latest_year_be", "best_place", "level", "total", "is_centre"]


def nearest(record: Record, question: Question, merits: pd.DataFrame) -> pd.DataFrame:
    """Return the LAOs of each province that is not counted, or not known to be, nearest first.

    Parameters
    ----------
    record : Record
    question : Question
        By rule (d) only the provincial-centre city can bring its province into the count.
    merits : DataFrame, indexed by lao_id
        `province_code`; `level` : 1 to 4, of its step, missing where not known; `total` : per cent
        of the latest assessment by the area, missing where not known. Of real LAOs alone.

    Returns
    -------
    DataFrame, at most `MOST` rows per province, in the order of nearness
        `province_code`, `lao_id`; `latest_year_be`, `best` : of its results up to the year, missing
        where it has none; `level`, `total` : as in `merits`; `is_centre` : whether it is the
        provincial-centre city by the assumed list. A province whose LAOs nothing is known of has
        its centre city alone.

    Notes
    -----
    Source: this dashboard's own convention, an order of calls to make and no ranking: the latest
    result comes first, then the highest, then the step, the total, and the centre city.
    """
    listed = by_municipality(record, question)
    centres = record.centre_cities.set_index("lao_id")["province_code"]
    laos = listed.index.union(merits.index).union(centres.index)
    if question.rule == "d":
        laos = laos.intersection(centres.index)
    table = pd.DataFrame(index=laos.rename("lao_id"))
    homes = [part["province_code"].reindex(laos).astype("string") for part in (listed, merits)]
    table["province_code"] = (
        homes[0].fillna(homes[1]).fillna(centres.reindex(laos).astype("string"))
    )
    table = table.join(listed[["latest_year_be", "best"]]).join(merits[["level", "total"]])
    table["is_centre"] = table.index.isin(centres.index)
    places = {name: at for at, name in enumerate(BEST_RESULTS)}
    keyed = table.assign(best_place=table["best"].map(places)).reset_index()
    keyed = keyed.sort_values(["lao_id"]).sort_values(
        _ORDER, ascending=False, kind="stable", na_position="last"
    )
    first = keyed.groupby("province_code", sort=True).head(MOST)
    ordered = first.sort_values("province_code", kind="stable", ignore_index=True)
    names = ["province_code", "lao_id", "latest_year_be", "best", "level", "total", "is_centre"]
    return ordered[names]
