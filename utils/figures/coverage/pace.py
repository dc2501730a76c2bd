"""The pace chart: provinces counted each year, and the straight reference line to the target."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import theme
from utils.figures.plotly_figure import figure
from utils.measures.coverage import pace as pace_measures
from utils.measures.coverage.coverage import Bounds
from utils.measures.coverage.pace import Target
from utils.measures.coverage.record import Record
from utils.measures.coverage.rounds import SERIES_BREAK_YEAR_BE, first_open_year
from utils.measures.coverage.rules import Question
from utils.words import Words

HEIGHT = 360
_BAND = 0.6  # of a year


@dataclass(frozen=True, kw_only=True)
class PaceLines:
    """The measured lines, indexed by fiscal_year_be, from `utils.measures.coverage.pace`.

    `by_year`: from `bounds_by_year`. `listed_years`: fiscal years with results in the record; they
    have a marker on the line. `open_from_be`: the first year since the resolution of which a list
    is missing or not whole, None where every one is whole.
    """

    by_year: pd.DataFrame
    reference: pd.Series
    since: pd.Series
    listed_years: frozenset[int]
    open_from_be: int | None
    provinces: int
    deadline_year_be: int

    @classmethod
    def of(
        cls, record: Record, target: Target, codes: Collection[str], states: pd.DataFrame
    ) -> PaceLines:
        """Return the lines of an area.

        `codes`: its provinces. `states`: from `pace.statuses_by_year`.
        """
        by_year = pace_measures.bounds_by_year(states, codes)
        in_target = record.provinces.loc[record.provinces["in_target"], "province_code"]
        total = len(set(codes) & set(in_target))
        last = record.last_result_year_be
        since = Question(
            rule="b",
            fiscal_year_be=last,
            window_years=max(last - target.reference_year_be, 1),
        )
        return cls(
            by_year=by_year,
            reference=pace_measures.reference(by_year["counted_at_least"], target, total),
            since=pace_measures.first_since(record, target, codes),
            listed_years=frozenset(int(year) for year in record.awards["fiscal_year_be"].unique()),
            open_from_be=first_open_year(record.rounds, record.awards, since),
            provinces=total,
            deadline_year_be=target.deadline_year_be,
        )

    @property
    def actual(self) -> pd.Series:
        """Provinces certainly counted."""
        counts: pd.Series = self.by_year["counted_at_least"]
        return counts

    @property
    def at_most(self) -> pd.Series:
        """Provinces counted if all that are not known were."""
        most: pd.Series = self.by_year["counted_at_least"] + self.by_year["not_known"]
        return most

    @property
    def at_the_deadline(self) -> Bounds:
        """What was counted at the deadline, or at the last year where the record ends before."""
        row = self.by_year[self.by_year.index <= self.deadline_year_be].iloc[-1]
        if pd.isna(row["counted_at_least"]):
            return Bounds(at_least=None, not_known=0, total=self.provinces)
        return Bounds(
            at_least=int(row["counted_at_least"]),
            not_known=int(row["not_known"]),
            total=self.provinces,
        )

    def is_whole(self, fiscal_year_be: int) -> bool:
        """Tell whether every list since the resolution up to a year is whole."""
        return self.open_from_be is None or fiscal_year_be < self.open_from_be


def pace_chart(lines: PaceLines, words: Words, *, chosen_year_be: int) -> dict[str, Any]:
    """Draw the lines, with the target, the deadline and the break of series marked."""
    years = lines.actual.index
    drawn = [_reference(lines, words), _since(lines, words), _actual(lines, words, chosen_year_be)]
    return figure(
        [*_band(lines, words), *drawn],
        {
            "height": HEIGHT,
            "hovermode": "closest",
            "showlegend": True,
            "xaxis": {
                "tickvals": [int(year) for year in years if year in lines.listed_years],
                "range": [int(years[0]) - 0.5, int(years[-1]) + 1.2],
                "tickangle": 0,
            },
            "yaxis": {"range": [0, lines.provinces * 1.12], "nticks": 5},
            "shapes": _shapes(lines),
            "annotations": _notes(lines, words),
        },
    )


def _actual(lines: PaceLines, words: Words, chosen: int) -> dict[str, Any]:
    shown = lines.actual
    sizes = [
        14 if year == chosen else 8 if year in lines.listed_years else 0 for year in shown.index
    ]
    return {
        "type": "scatter",
        "x": [int(year) for year in shown.index],
        "y": [None if pd.isna(n) else int(n) for n in shown],
        "name": words("pace.actual"),
        "mode": "lines+markers",
        "line": {"color": theme.ACCENT, "width": 3.5, "shape": "hv"},
        "marker": {"color": theme.ACCENT, "size": sizes},
        "hovertext": [
            "" if pd.isna(n) else words("pace.hover", year=year, n=said)
            for (year, n), said in zip(shown.items(), _said(lines, words), strict=True)
        ],
        "hoverinfo": "text",
    }


def _said(lines: PaceLines, words: Words) -> list[str]:
    """Return the number of every year as it is said: "67", or between its bounds."""
    both = zip(lines.actual, lines.at_most, strict=True)
    return ["" if pd.isna(least) else _between(least, most, words) for least, most in both]


def _between(least: int, most: int, words: Words) -> str:
    return str(least) if least == most else words("pace.between", least=least, most=most)


def values(lines: PaceLines, words: Words) -> str:
    """Return the numbers of all years as one text, for readers who do not see the line."""
    every = zip(lines.actual.items(), _said(lines, words), strict=True)
    return ", ".join(f"{year} {said}" for (year, n), said in every if not pd.isna(n))


def _band(lines: PaceLines, words: Words) -> list[dict[str, Any]]:
    """Return the room between the bounds of each year with provinces that are not known."""
    unsure = (lines.at_most > lines.actual).fillna(value=False)
    if not unsure.any():
        return []
    name = words("pace.not_known")
    most, least = lines.at_most[unsure], lines.actual[unsure]
    return [
        {
            "type": "bar",
            "x": [int(year) for year in least.index],
            "base": [int(n) for n in least],
            "y": [int(n) for n in most - least],
            "width": _BAND,
            "name": name,
            "marker": {
                "color": theme.PAPER,
                "line": {"color": theme.EDGE, "width": 1},
                "pattern": {"shape": "/", "fgcolor": theme.EDGE, "size": 6},
            },
            "hovertext": [
                f"{name} · {words('pace.hover', year=year, n=n)}"
                for year, n in (most - least).items()
            ],
            "hoverinfo": "text",
        }
    ]


def _since(lines: PaceLines, words: Words) -> dict[str, Any]:
    name = words("pace.since")
    return {
        "type": "scatter",
        "x": [int(year) for year in lines.since.index],
        "y": [float(n) for n in lines.since],
        "name": name,
        "mode": "markers",
        "marker": {
            "color": theme.PAPER,
            "size": 10,
            "symbol": "diamond",
            "line": {"color": theme.INK, "width": 2},
        },
        "hovertext": [
            f"{name} · {words('pace.hover', year=year, n=n)}" for year, n in lines.since.items()
        ],
        "hoverinfo": "text",
    }


def _reference(lines: PaceLines, words: Words) -> dict[str, Any]:
    name = words("pace.reference")
    return {
        "type": "scatter",
        "x": [int(year) for year in lines.reference.index],
        "y": [float(n) for n in lines.reference],
        "name": name,
        "mode": "lines",
        "line": {"color": theme.QUIET, "width": 2, "dash": "dash"},
        "hovertext": [
            f"{name} · {words('pace.hover', year=year, n=f'{n:.1f}')}"
            for year, n in lines.reference.items()
        ],
        "hoverinfo": "text",
    }


def _shapes(lines: PaceLines) -> list[dict[str, Any]]:
    """Return the target as a line across, and the break of series as a dotted line down."""
    at = SERIES_BREAK_YEAR_BE - 0.5
    target = {"x0": 0, "x1": 1, "xref": "paper", "y0": lines.provinces, "y1": lines.provinces}
    broken = {"x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1}
    return [
        {"type": "line", **target, "line": {"color": theme.INK, "width": 1.5}},
        {"type": "line", **broken, "line": {"color": theme.EDGE, "width": 1.5, "dash": "dot"}},
    ]


def _notes(lines: PaceLines, words: Words) -> list[dict[str, Any]]:
    first = int(lines.actual.index[0])
    known = lines.actual.dropna()
    above = {"y": lines.provinces, "yanchor": "bottom", "showarrow": False}
    return [
        {
            **above,
            "x": first - 0.4,
            "xanchor": "left",
            "text": words("pace.target", n=lines.provinces),
        },
        {
            **above,
            "x": lines.deadline_year_be,
            "xanchor": "center",
            "text": words("pace.deadline", year=lines.deadline_year_be),
        },
        {
            "x": SERIES_BREAK_YEAR_BE - 0.5,
            "y": 0,
            "yref": "paper",
            "xanchor": "right",
            "yanchor": "bottom",
            "xshift": -8,
            "showarrow": False,
            "text": words("pace.break"),
            "font": {"color": theme.QUIET, "size": 14},
        },
        *(
            {
                "x": year,
                "y": int(n),
                "xanchor": "left",
                "xshift": 14,
                "showarrow": False,
                "text": f"<b>{n}</b>",
                "font": {"color": theme.ACCENT, "size": 18},
            }
            for year, n in zip(known.index[-1:].astype(int).tolist(), known[-1:], strict=True)
        ),
    ]
