"""Slide: totals of LAOs that rose and fell since last time; left out without a table to show."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import rows
from utils.figures.slides import since_words
from utils.figures.slides.slide import Seen, Slide
from utils.measures.changes.comparison import Comparison
from utils.measures.scores.change import Spread, spread
from utils.tables.declared.schemas import SCORES

_ASSESSORS = ("self", "area", "national")
_SIDES = ("above", "level", "below")


def scored(seen: Seen) -> Slide | None:
    """Return how many totals rose and fell, by assessor: they are never added up."""
    found, scores = seen.comparison, seen.material.scores
    if found is None or found.score_years is None:
        return None
    invented = scores.fictitious
    # Invented tables are of no release: there is nothing to compare them with.
    if invented and (found.of_releases or not seen.chosen.fictitious):
        return None
    say, totals = seen.words, found.totals
    new = totals[(totals["cause"] == "new") & totals["change"].notna()]
    spreads = {name: spread(new.loc[new["assessor"] == name, "change"]) for name in _ASSESSORS}
    told = {name: one for name, one in spreads.items() if one.n}
    if not told:
        return None
    return Slide(
        name="scored",
        title=say("slide.scored"),
        sentence=_sentence(told, found, seen),
        kind="bars",
        figure={"rows": _bars(told, seen), "nested": False},
        table=_table(new, seen),
        basis=since_words.basis(
            say("since.scored_basis"),
            found,
            found.score_years,
            say(f"scores.source.{'fictitious' if invented else 'real'}"),
            seen,
        ),
        notes=(say("since.scored_note"),),
        fictitious=invented,
    )


def _sentence(told: dict[str, Spread], found: Comparison, seen: Seen) -> str:
    scores, say = seen.material.scores, seen.words
    name, one = next(iter(told.items()))
    return (say("fictitious.before_sentence") if scores.fictitious else "") + say(
        "since.scored_sentence",
        **since_words.ends(found, seen, found.score_years),
        area=seen.where,
        assessor=_assessor(name, seen),
        n=one.n,
        above=one.above,
        below=one.below,
    )


def _bars(told: dict[str, Spread], seen: Seen) -> list[dict[str, Any]]:
    say = seen.words
    most = max(one.n for one in told.values())
    return [
        {
            "name": say(f"since.scored.{side}", assessor=_assessor(name, seen)),
            "value": getattr(one, side),
            "total": most,
            "text": say("cell.of", n=getattr(one, side), base=one.n),
        }
        for name, one in told.items()
        for side in _SIDES
    ]


def _assessor(code: str, seen: Seen) -> str:
    return SCORES.columns["assessor"].label(code, seen.words.lang)


def _table(new: pd.DataFrame, seen: Seen) -> pd.DataFrame:
    say, scores = seen.words, seen.material.scores
    some = new.sort_values(["assessor", "province_code", "lao_id"])
    numbers = some[["before", "after", "change"]].astype("Float64").round(1)
    return pd.DataFrame(
        {
            say("column.province"): rows.province_names(
                some["province_code"], scores.provinces, say
            ).array,
            say("column.lao"): rows.municipality_names(
                some["lao_id"], scores.municipalities, say
            ).array,
            say("scores.assessor"): [_assessor(name, seen) for name in some["assessor"]],
            say("scores.column.before"): numbers["before"].array,
            say("scores.column.after"): numbers["after"].array,
            say("scores.column.change"): numbers["change"].array,
        }
    )
