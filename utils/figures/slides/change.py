"""Slide: which provinces came to be counted since last time, and which no longer are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import labels, rows
from utils.figures.slides import since_words
from utils.figures.slides.slide import Seen, Slide
from utils.measures.changes.comparison import CAUSES, Cause, Comparison
from utils.measures.changes.provinces import Turn

_TURNS: tuple[Turn, ...] = ("gained", "lost")


def change(seen: Seen) -> Slide:
    """Return what changed since the earlier year or release, apart from what is a correction."""
    say, found = seen.words, seen.comparison
    return Slide(
        name="change",
        title=say("slide.change"),
        sentence=_sentence(found, seen),
        kind="names",
        figure={"groups": _groups(found, seen)},
        table=pd.DataFrame() if found is None else _table(found, seen),
        basis=seen.basis,
        notes=_notes(found, seen),
    )


def _groups(found: Comparison | None, seen: Seen) -> list[dict[str, Any]]:
    if found is None or found.provinces.empty:
        return []  # nothing is known, which is not nobody
    say, turned = seen.words, found.provinces
    names = rows.province_names(turned.index.to_series(), seen.record.provinces, say)
    groups = []
    for cause in CAUSES:
        for turn in _TURNS:
            here = ((turned["turn"] == turn) & (turned["cause"] == cause)).to_numpy()
            some = names[here]  # in the order of the codes, as elsewhere
            if cause == "correction" and some.empty:
                continue
            label = say(
                f"slide.{turn}" if cause == "new" else f"since.corrected.{turn}", n=len(some)
            )
            groups.append({"label": label, "names": list(some), "codes": list(some.index)})
    return groups


def _sentence(found: Comparison | None, seen: Seen) -> str:
    say, year = seen.words, seen.chosen.question.fiscal_year_be
    if found is None or found.provinces.empty:
        across = found is not None and found.of_releases
        return seen.unknown if across else say("slide.change_unknown", year=year)
    told = {cause: _counts(found, cause) for cause in CAUSES}
    if not found.of_releases:
        key = "slide.change_sentence" if any(told["new"].values()) else "slide.change_none"
        before_be = found.asked_before.fiscal_year_be
        return say(key, before=before_be, year=year, area=seen.where, **told["new"])
    before, now, total = found.headlines
    ends = since_words.ends(found, seen)
    if not any(n for counts in told.values() for n in counts.values()):
        return say("since.change_none", **ends, area=seen.where, n=now, total=total)
    causes = [
        say(f"since.turned.{cause}", **told[cause])
        for cause in CAUSES
        if cause == "new" or any(told[cause].values())
    ]
    numbers = {"was": before, "n": now, "total": total}
    joined = " · ".join(causes)
    return say("since.change_sentence", **ends, area=seen.where, **numbers, causes=joined)


def _counts(found: Comparison, cause: Cause) -> dict[Turn, int]:
    turns = found.provinces.loc[found.provinces["cause"] == cause, "turn"]
    return {turn: int((turns == turn).sum()) for turn in _TURNS}


def _notes(found: Comparison | None, seen: Seen) -> tuple[str, ...]:
    say = seen.words
    if found is None or not found.of_releases:
        return (say("slide.change_note"),)
    years = labels.years(found.asked_before.fiscal_year_be, found.asked.fiscal_year_be)
    n = int(found.corrections["rows"].sum())
    return (say("since.counted_at", years=years), say("since.corrections_note", n=n))


def _table(found: Comparison, seen: Seen) -> pd.DataFrame:
    say, turned = seen.words, found.provinces
    turned = turned[turned["turn"].isin(_TURNS)]
    names = rows.province_names(turned.index.to_series(), seen.record.provinces, say)
    before, now = since_words.headings(found, seen)
    table = {
        say("column.province"): names.array,
        before: [labels.status(status, found.asked_before, say) for status in turned["before"]],
        now: [labels.status(status, found.asked, say) for status in turned["now"]],
    }
    if found.of_releases:
        table[say("since.cause")] = [say(f"since.cause_of.{cause}") for cause in turned["cause"]]
    return pd.DataFrame(table)
