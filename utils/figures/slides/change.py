"""Slide: which provinces came to be counted since last time, and which no longer are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.slides import pictures, since_words
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.changes.comparison import CAUSES, Cause, Comparison
from utils.measures.changes.provinces import Turn

_TURNS: tuple[Turn, ...] = ("gained", "lost")


def change(context: SlideContext) -> Slide:
    """Return what changed since the earlier year or release, apart from what is a correction."""
    words, found = context.words, context.comparison
    return Slide(
        name="change",
        title=words("slide.change"),
        sentence=_sentence(found, context),
        kind="names",
        figure=pictures.names(_groups(found, context)),
        table=pd.DataFrame() if found is None else _table(found, context),
        basis=context.basis,
        notes=_notes(found, context),
    )


def _groups(found: Comparison | None, context: SlideContext) -> list[dict[str, Any]]:
    if found is None or found.provinces.empty:
        return []  # nothing is known, which is not nobody
    words, turned = context.words, found.provinces
    names = rows.province_names(turned.index.to_series(), context.record.provinces, words)
    groups = []
    for cause in CAUSES:
        for turn in _TURNS:
            here = ((turned["turn"] == turn) & (turned["cause"] == cause)).to_numpy()
            some = names[here]  # in the order of the codes, as elsewhere
            if cause == "correction" and some.empty:
                continue
            label = words(
                f"slide.{turn}" if cause == "new" else f"since.corrected.{turn}", n=len(some)
            )
            groups.append({"label": label, "names": list(some), "codes": list(some.index)})
    return groups


def _sentence(found: Comparison | None, context: SlideContext) -> str:
    words, year = context.words, context.chosen.question.fiscal_year_be
    if found is None or found.provinces.empty:
        across = found is not None and found.of_releases
        return context.unknown if across else words("slide.change_unknown", year=year)
    told = {cause: _counts(found, cause) for cause in CAUSES}
    if not found.of_releases:
        key = "slide.change_sentence" if any(told["new"].values()) else "slide.change_none"
        before_be = found.question_before.fiscal_year_be
        return words(key, before=before_be, year=year, area=context.where, **told["new"])
    before, now, total = found.headlines
    ends = since_words.ends(found, context)
    if not any(n for counts in told.values() for n in counts.values()):
        return words("since.change_none", **ends, area=context.where, n=now, total=total)
    causes = [
        words(f"since.turned.{cause}", **told[cause])
        for cause in CAUSES
        if cause == "new" or any(told[cause].values())
    ]
    numbers = {"was": before, "n": now, "total": total}
    joined = " · ".join(causes)
    return words("since.change_sentence", **ends, area=context.where, **numbers, causes=joined)


def _counts(found: Comparison, cause: Cause) -> dict[Turn, int]:
    turns = found.provinces.loc[found.provinces["cause"] == cause, "turn"]
    return {turn: int((turns == turn).sum()) for turn in _TURNS}


def _notes(found: Comparison | None, context: SlideContext) -> tuple[str, ...]:
    words = context.words
    if found is None or not found.of_releases:
        return (words("slide.change_note"),)
    years = labels.years(found.question_before.fiscal_year_be, found.question.fiscal_year_be)
    n = int(found.corrections["rows"].sum())
    return (words("since.counted_at", years=years), words("since.corrections_note", n=n))


def _table(found: Comparison, context: SlideContext) -> pd.DataFrame:
    words, turned = context.words, found.provinces
    turned = turned[turned["turn"].isin(_TURNS)]
    names = rows.province_names(turned.index.to_series(), context.record.provinces, words)
    before, now = since_words.headings(found, context)
    table = {
        words("column.province"): names.array,
        before: [
            labels.status(status, found.question_before, words) for status in turned["before"]
        ],
        now: [labels.status(status, found.question, words) for status in turned["now"]],
    }
    if found.of_releases:
        table[words("since.cause")] = [
            words(f"since.cause_of.{cause}") for cause in turned["cause"]
        ]
    return pd.DataFrame(table)
