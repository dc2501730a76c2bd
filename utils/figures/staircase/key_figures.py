"""The staircase in three numbers: LAOs on it, LAOs that moved up, stalled LAOs."""

from __future__ import annotations

from typing import Any

from utils.figures import labels
from utils.figures.staircase import sentences
from utils.measures.staircase.summary import InBrief
from utils.words import Words


def figures(
    brief: InBrief, words: Words, *, longer_rule: str, notes: list[str]
) -> list[dict[str, Any]]:
    """Return the three numbers: LAOs on the staircase, LAOs that moved up, stalled LAOs.

    Where no LAO is on it and none was the year before, only the first. `longer_rule`: the threshold
    in words. `notes`: who has reported, years of the table and source.
    """
    year = brief.fiscal_year_be
    enrolled = _figure(
        brief.enrolled, words("staircase.on_it"), words("staircase.on_it_note"), words
    )
    enrolled["notes"] += notes
    if brief.nobody:
        return [enrolled | {"window": words("window.year", last=year)}]
    if brief.moves is None or not brief.base:
        # Where the year itself is not known, that is the reason, and it is given once.
        why = "" if brief.enrolled is None else sentences.no_moves(brief, words)
        moved = _figure(None, words("staircase.moved_up"), why, words)
        if brief.base == 0:
            moved["number"] = words("staircase.not_counted")
    else:
        share = brief.share_up
        note = words("staircase.moved_note", **brief.moves)
        moved = _figure(brief.moves["up"], words("staircase.moved_up"), note, words)
        moved["of"] = words("staircase.of", n=brief.base) + (
            "" if share is None else words("sentence.percent", share=labels.percent(share))
        )
    longer = _figure(brief.longer, words("staircase.longer"), longer_rule, words)
    unsure = sentences.perhaps(brief, words)
    if unsure:
        longer["notes"].append(unsure)
    if brief.longer is None and brief.enrolled is not None:
        longer["number"] = words("staircase.cannot_tell" if unsure else "staircase.none_set")
        if not unsure:
            longer["notes"] = [sentences.longer_unknown(brief, words)]
    if brief.unreported:
        enrolled["notes"] = [sentences.unreported(brief, words), *notes]
        for shown in (enrolled, moved, longer):
            shown["number"] = words("stage.not_reported")
    for shown in (enrolled, moved, longer):
        shown["window"] = words("window.year", last=year)
    return [enrolled, moved, longer]


def _figure(number: int | None, rule: str, note: str, words: Words) -> dict[str, Any]:
    known = number is not None
    return {
        "number": f"{number:,}" if known else words("overview.unknown"),
        "of": words("staircase.laos", n=number) if known else "",
        "rule": rule,
        "notes": [note] if known or note else [],
        "known": known,
    }
