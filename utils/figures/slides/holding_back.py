"""Slide: the indicators that hold LAOs back, from real scores, or from invented ones asked for."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from utils.figures import invented
from utils.figures.scores import names as score_names
from utils.figures.scores import rows as score_rows_figure
from utils.figures.scores.names import MARKED
from utils.figures.slides import pictures
from utils.figures.slides.pictures import Bars, Row
from utils.figures.slides.scores import who_reported
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.coverage.groups import SMALL_GROUP
from utils.measures.scores.assessments import (
    ScoreReading,
    edition_of,
    of_year,
    score_reading,
    selected,
)
from utils.measures.scores.holding_back import holding_back
from utils.measures.scores.levels import ASSESSOR_OF, Scale, levels
from utils.measures.scores.summary import indicator_summary
from utils.tables.declared.scores import SCORES

_SHOWN: Final = 5  # indicators, as on the page of scores


@dataclass(frozen=True, kw_only=True)
class _Answer:
    """What holds LAOs back in one year, on one scale.

    `known`: the scores looked at; `with_total`: how many LAOs have a total; `ranked`: from
    `holding_back`, in the order shown; `names`: of the indicators.
    """

    year: int
    scale: Scale
    known: pd.DataFrame
    with_total: int
    ranked: pd.DataFrame
    names: dict[int, str]

    @property
    def below(self) -> int:
        """How many LAOs have a level above theirs."""
        return 0 if self.ranked.empty else int(self.ranked["of"].iloc[0])

    @property
    def is_small(self) -> bool:
        """Whether they are too few for percentages."""
        return self.below < SMALL_GROUP


def holding(context: SlideContext) -> Slide | None:
    """Return the indicators that hold most of the way to the next level."""
    whole, words = context.material.scores, context.words
    if whole.scores.empty or (whole.fictitious and not context.chosen.fictitious):
        return None
    reading = score_reading(whole)
    looked_at = _looked_at(reading, context.chosen.question.fiscal_year_be)
    if looked_at is None:
        return None
    answer = _answer(context, reading, *looked_at)
    if not answer.with_total:
        return None
    before = invented.before(words, fictitious=whole.fictitious)
    bars = [_row(code, row, answer, context) for code, row in _first(answer)]
    return Slide(
        name="holding",
        title=words("slide.holding"),
        sentence=before + _sentence(answer, context),
        kind="bars" if bars else "names",
        figure=_figure(bars, answer, context) if bars else pictures.names([]),
        table=score_rows_figure.indicators(
            indicator_summary(answer.known, whole.indicators), answer.ranked, answer.names, words
        ),
        basis=_basis(answer, context),
        notes=(words("scores.holding_lead_file"), words("scores.names_note")),
        fictitious=whole.fictitious,
    )


def _figure(bars: list[Row], answer: _Answer, context: SlideContext) -> Bars:
    words = context.words
    if answer.is_small:
        return pictures.bars(bars, words("slide.holding_there"), words("slide.holding_short"))
    return pictures.bars(bars, words("slide.holding"))


def _looked_at(reading: ScoreReading, fiscal_year_be: int) -> tuple[int, Scale] | None:
    """Return the chosen year, or the last with scores, and the scale: the pass goes first."""
    for scale, assessor in ASSESSOR_OF.items():
        years = reading.totals.loc[reading.totals["assessor"] == assessor, "fiscal_year_be"]
        if not years.empty:
            return (fiscal_year_be if (years == fiscal_year_be).any() else int(years.max())), scale
    return None


def _answer(context: SlideContext, reading: ScoreReading, year: int, scale: Scale) -> _Answer:
    whole = context.material.scores
    here = selected(reading, fiscal_year_be=year, province_codes=context.chosen.codes)
    judged = of_year(levels(here.totals, whole.cutoffs, scale), year)
    known = of_year(here.known, year, ASSESSOR_OF[scale])
    ranked = holding_back(known, judged, whole.components)
    if (ranked["of"] < SMALL_GROUP).any():
        ranked = ranked.sort_values("alone", ascending=False, kind="stable")
    edition = whole.indicators["edition"] == edition_of(reading.totals, year)
    return _Answer(
        year=year,
        scale=scale,
        known=known,
        with_total=int(judged["total"].notna().sum()),
        ranked=ranked,
        names=score_names.indicators(whole.indicators[edition], context.words),
    )


def _first(answer: _Answer) -> list[tuple[int, dict[Hashable, Any]]]:
    return list(score_names.numbered(answer.ranked.head(_SHOWN)))


def _row(code: int, row: dict[Hashable, Any], answer: _Answer, context: SlideContext) -> Row:
    """Return an indicator as a bar: a percentage, or n of N where the LAOs are few."""
    few = row["known"] < SMALL_GROUP
    closed = float(row["closed_percent"])
    alone, known = int(row["alone"]), int(row["known"])
    value = alone if answer.is_small else None if few else round(closed, 1)
    text = f"{alone}/{known}" if few else score_names.percent(closed, context.words)
    return answer.names[code], value, known if answer.is_small else 100, text


def _sentence(answer: _Answer, context: SlideContext) -> str:
    words, about = context.words, {"year": answer.year, "area": context.where}
    if not answer.below:
        return words("slide.holding_none", **about, n=answer.with_total)
    code, row = _first(answer)[0]
    facts = about | {"n": answer.below, "name": answer.names[code]}
    if row["known"] < SMALL_GROUP and not row["alone"]:
        return words("slide.holding_no_single", **about, n=answer.below)
    if row["known"] < SMALL_GROUP:
        return words("slide.holding_few", **facts, alone=row["alone"], known=row["known"])
    share = score_names.percent(row["closed_percent"], words)
    return words("slide.holding_sentence", **facts, share=share)


def _basis(answer: _Answer, context: SlideContext) -> str:
    words, whole = context.words, context.material.scores
    cutoffs = score_names.cutoffs(whole.cutoffs, answer.scale, words)
    assumed = score_names.cutoffs_are_assumed(whole.cutoffs, answer.scale)
    marked = any(MARKED in answer.names[code] for code, _ in _first(answer))
    assessor = SCORES.columns["assessor"].label(ASSESSOR_OF[answer.scale], words.lang)
    return " · ".join(
        [
            words(f"slide.holding_basis.{'few' if answer.is_small else 'many'}"),
            words("scores.window", year=answer.year, assessor=assessor),
            context.chosen.area or words("filter.everywhere"),
            *filter(None, [who_reported(answer.year, context)]),
            words("scores.assumed_are" if assumed else "scores.stated_are", cutoffs=cutoffs),
            *([words("slide.holding_names")] if marked else []),
            words(f"scores.source.{'fictitious' if whole.fictitious else 'real'}"),
        ]
    )
