"""Cities over the years on one axis: a lane for each kind of fact, a mark for each fact."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels, theme
from utils.figures.rows import certificates
from utils.measures.cities.awards import CityRecord
from utils.tables.declared.schemas import PILOTS
from utils.words import Words

# Shape shows the kind of fact, lightness the level; nothing depends on hue alone.
KINDS = {
    "national": ("diamond", theme.INK, theme.INK),
    "excellent": ("circle", theme.SEQUENTIAL[4], theme.SEQUENTIAL[4]),
    "very_good": ("circle", theme.SEQUENTIAL[2], theme.SEQUENTIAL[2]),
    "good": ("circle", theme.PAPER, theme.SEQUENTIAL[3]),
    "programme": ("square", theme.OCHRE, theme.OCHRE),
    "disputed": ("square", theme.PAPER, theme.OCHRE),
}
_TICK_YEARS = 4


@dataclass(frozen=True, kw_only=True)
class Axis:
    """The years drawn, Buddhist era, and by level those with a round in the list."""

    first_year_be: int
    last_year_be: int
    listed: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of one city: its awards, its programmes, and its steps where they are real.

    `programmes` : rows of the table `pilots`. `steps` : step by fiscal year, as text.
    """

    record: CityRecord
    programmes: pd.DataFrame
    steps: dict[int, str]


def axis(span: Axis, words: Words) -> dict[str, Any]:
    """Return the axis as the component `cities` draws it."""
    years = range(span.first_year_be, span.last_year_be + 1)
    return {
        "first": span.first_year_be,
        "last": span.last_year_be,
        "ticks": [year for year in years if not (year - span.first_year_be) % _TICK_YEARS],
        "unknown": words("city.unknown"),
        "round": words("city.round"),
    }


def legend(kinds: Collection[str], words: Words) -> list[dict[str, str]]:
    """Return the legend of these kinds of marks."""
    return [
        {
            "kind": kind,
            "shape": shape,
            "fill": fill,
            "line": line,
            "label": words(f"city.kind.{kind}")
            if kind in {"programme", "disputed"}
            else labels.result(kind, words),
        }
        for kind, (shape, fill, line) in KINDS.items()
        if kind in kinds
    ]


def lanes(facts: Facts, span: Axis, words: Words) -> list[dict[str, Any]]:
    """Return the lanes of one city, with a lane of steps only where there are any.

    Lanes of the list show its rounds, and the year after which it has none.
    """
    awards = facts.record.awards
    drawn = [
        _lane(level, _awards(awards[awards["level"] == level], words), words)
        | {"rounds": list(years), "ends": max(years)}
        for level, years in span.listed.items()
    ]
    drawn.append(_lane("programmes", _programmes(facts.programmes, words), words))
    if facts.steps:
        drawn.append(steps(facts.steps, words))
    return drawn


def steps(known: Mapping[int, str], words: Words) -> dict[str, Any]:
    """Return the lane of one city's steps, with one mark for consecutive years on one step.

    `known`: step by fiscal year, oldest first.
    """
    runs: list[dict[str, Any]] = []
    for year, step in known.items():
        if runs and (runs[-1]["n"], runs[-1]["last"]) == (step, year - 1):
            runs[-1]["last"] = year
        else:
            runs.append({"year": year, "last": year, "n": step})
    marks = [run | {"said": words(f"step.{run['n']}")} for run in runs]
    return _lane("steps", marks, words)


def programme(row: dict[Any, Any], words: Words) -> str:
    """Return the text of an entry of the table `pilots`, without its year."""
    role = PILOTS.columns["programme"].label(row["programme"], words.lang)
    theme_of = row[f"theme_{words.lang}"]
    if pd.isna(theme_of):
        return role
    return str(theme_of) if theme_of.lower().startswith(role.lower()) else f"{role}: {theme_of}"


def _lane(name: str, marks: list[dict[str, Any]], words: Words) -> dict[str, Any]:
    label = words(f"city.lane.{name}")
    return {"label": label, "marks": marks, "rounds": [], "ends": None}


def _awards(rows: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    kinds = rows["prize_class"].where(rows["level"] == "area", "national")
    return _grouped(zip(rows["fiscal_year_be"], kinds, certificates(rows, words), strict=True))


def _programmes(rows: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    dated = rows[rows["year_be"].notna()].to_dict("records")
    return _grouped(
        (
            row["year_be"],
            "disputed" if row["sources_differ"] else "programme",
            programme(row, words),
        )
        for row in dated
    )


def _grouped(facts: Iterable[tuple[int, str, str]]) -> list[dict[str, Any]]:
    """Return one mark per year and kind, with the number of facts where there are several."""
    texts_of: dict[tuple[int, str], list[str]] = {}
    for year, kind, text in facts:
        texts_of.setdefault((int(year), kind), []).append(text)
    return [
        {
            "year": year,
            "kind": kind,
            "n": str(len(texts)) if len(texts) > 1 else "",
            "said": " · ".join(texts),
        }
        for (year, kind), texts in sorted(texts_of.items())
    ]
