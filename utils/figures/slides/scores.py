"""Slide: totals of LAOs that rose and fell since last time; left out without a table to show."""

from __future__ import annotations

import pandas as pd

from utils.figures import invented, reported, rows
from utils.figures.slides import change as slide_change
from utils.figures.slides import pictures
from utils.figures.slides.pictures import Row
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.changes.comparison import Comparison
from utils.measures.reported import in_area
from utils.measures.scores.change import Spread, spread
from utils.tables.declared.schemas import SCORES

_ASSESSORS = ("self", "area", "national")
_SIDES = ("above", "level", "below")


def scored(context: SlideContext) -> Slide | None:
    """Return how many totals rose and fell, by assessor: they are never added up."""
    comparison, scores = context.comparison, context.material.scores
    if comparison is None or comparison.score_years is None:
        return None
    fictitious = scores.fictitious
    # Invented tables are of no release: there is nothing to compare them with.
    if fictitious and (comparison.of_releases or not context.chosen.fictitious):
        return None
    words, totals = context.words, comparison.totals
    new = totals[(totals["cause"] == "new") & totals["change"].notna()]
    spreads = {name: spread(new.loc[new["assessor"] == name, "change"]) for name in _ASSESSORS}
    known = {name: one for name, one in spreads.items() if one.n}
    if not known:
        return None
    return Slide(
        name="scored",
        title=words("slide.scored"),
        sentence=_sentence(known, comparison, context),
        kind="bars",
        figure=pictures.bars(_bars(known, context), words("slide.scored")),
        table=_table(new, context),
        basis=slide_change.basis(
            words("since.scored_basis"),
            comparison,
            comparison.score_years,
            " · ".join(
                [
                    *filter(None, [who_reported(comparison.score_years[1], context)]),
                    words(f"scores.source.{'fictitious' if fictitious else 'real'}"),
                ]
            ),
            context,
        ),
        notes=(words("since.scored_note"),),
        fictitious=fictitious,
    )


def who_reported(year: int, context: SlideContext) -> str:
    """Return who has reported the scores of a year in the chosen area; empty without offices."""
    told = in_area(context.material.scores.told(year), context.chosen.codes)
    return reported.sentence(told, year, context.words)


def _sentence(known: dict[str, Spread], comparison: Comparison, context: SlideContext) -> str:
    scores, words = context.material.scores, context.words
    name, one = next(iter(known.items()))
    return invented.before(words, fictitious=scores.fictitious) + words(
        "since.scored_sentence",
        **slide_change.sides(comparison, context, comparison.score_years),
        area=context.where,
        assessor=_assessor(name, context),
        n=one.n,
        above=one.above,
        below=one.below,
    )


def _bars(known: dict[str, Spread], context: SlideContext) -> list[Row]:
    words = context.words
    most = max(one.n for one in known.values())
    return [
        (
            words(f"since.scored.{side}", assessor=_assessor(name, context)),
            getattr(one, side),
            most,
            words("share.of_base", n=getattr(one, side), base=one.n),
        )
        for name, one in known.items()
        for side in _SIDES
    ]


def _assessor(code: str, context: SlideContext) -> str:
    return SCORES.columns["assessor"].label(code, context.words.lang)


def _table(new: pd.DataFrame, context: SlideContext) -> pd.DataFrame:
    words, scores = context.words, context.material.scores
    some = new.sort_values(["assessor", "province_code", "lao_id"])
    numbers = some[["before", "after", "change"]].astype("Float64").round(1)
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                some["province_code"], scores.provinces, words
            ).array,
            words("column.lao"): rows.municipality_names(
                some["lao_id"], scores.municipalities, words
            ).array,
            words("scores.assessor"): [_assessor(name, context) for name in some["assessor"]],
            words("scores.column.before"): numbers["before"].array,
            words("scores.column.after"): numbers["after"].array,
            words("scores.column.change"): numbers["change"].array,
        }
    )
