"""Green space of cities and the standards for it, as terms and values."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from utils.measures.cities.green_space import standards_for
from utils.words import Words

_DECIMALS = 1


def against(
    measured: pd.DataFrame,
    standards: pd.DataFrame,
    cities: Mapping[str, tuple[str, str]],
    words: Words,
) -> list[dict[str, str]]:
    """Return one item per city: its value in each measure, and the standards for it.

    Parameters
    ----------
    measured : DataFrame
        From `measures.cities.green_space.green_space`; the latest known value of each measure is
        shown.
    standards : DataFrame
        As the table `green_standards`.
    cities : Mapping
        From lao_id to its name and type.
    words : Words
    """
    valued = measured.dropna(subset="value")
    met = {
        (row["lao_id"], row["measure"], row["minimum"]): bool(row["met"])
        for row in valued.to_dict("records")  # oldest first, so the latest is kept
    }
    known = valued.drop_duplicates(["lao_id", "measure"], keep="last")
    rows = {(row["lao_id"], row["measure"]): row for row in known.to_dict("records")}
    return [
        {
            "term": name,
            "value": " · ".join(
                words(
                    f"green.{measure}",
                    known=_known(rows.get((lao_id, measure)), words),
                    asked=words("green.or").join(
                        _minimum(low, met.get((lao_id, measure, low)), words)
                        for low in wanted["minimum"]
                    ),
                )
                for measure, wanted in standards_for(standards, lao_type).groupby(
                    "measure", sort=False
                )
            ),
        }
        for lao_id, (name, lao_type) in cities.items()
    ]


def standards(table: pd.DataFrame, words: Words) -> list[dict[str, str]]:
    """Return each standard, value first; `table`: as the table `green_standards`."""
    return [
        {
            "term": words(f"green.least.{row['measure']}", n=f"{row['minimum']:g}"),
            "value": str(row[f"name_{words.lang}"]),
        }
        for row in table.to_dict("records")
    ]


def sources(table: pd.DataFrame, words: Words) -> str:
    """Return where the standards are from; `table`: as the table `green_standards`."""
    return words("green.source", source="; ".join(dict.fromkeys(table[f"source_{words.lang}"])))


def _minimum(low: float, met: bool | None, words: Words) -> str:  # noqa: FBT001 as the table holds it
    if met is None:
        return f"{low:g}"
    return words("green.met" if met else "green.not_met", n=f"{low:g}")


def _known(row: dict[Hashable, Any] | None, words: Words) -> str:
    if row is None:
        return words("green.unknown")
    year = int(row["fiscal_year_be"])
    return words("green.known", value=f"{row['value']:.{_DECIMALS}f}", year=year)
