"""The staircase in three numbers: who is on it, who moved up, who is longer on a step."""

from __future__ import annotations

from typing import Any

from utils.figures import labels
from utils.figures.staircase import sentences
from utils.measures.staircase.summary import InBrief
from utils.words import Words


def figures(
    brief: InBrief, words: Words, *, longer_rule: str, notes: list[str]
) -> list[dict[str, Any]]:
    """Return the three numbers: who is on the staircase, who moved up, who is long on a step.

    Where nobody is on it, and nobody was the year before, that alone: the rest asks of nobody.
    `longer_rule`: the threshold in words. `notes`: as-of year and source.
    """
    year = brief.fiscal_year_be
    enrolled = _figure(brief.enrolled, words("stair.on_it"), words("stair.on_it_note"), words)
    enrolled["notes"] += notes
    if brief.nobody:
        return [enrolled | {"window": words("window.year", last=year)}]
    if brief.moves is None or brief.base is None:
        # Where the year itself is not covered, that alone is the reason, and is said once.
        why = "" if brief.enrolled is None else words("stair.no_year_before")
        moved = _figure(None, words("stair.moved_up"), why, words)
    else:
        share = brief.share_up
        note = words("stair.moved_note", **brief.moves)
        moved = _figure(brief.moves["up"], words("stair.moved_up"), note, words)
        moved["of"] = words("stair.of", n=brief.base) + (
            "" if share is None else words("sentence.percent", share=labels.percent(share))
        )
    longer = _figure(brief.longer, words("stair.longer"), longer_rule, words)
    unsure = sentences.perhaps(brief, words)
    if unsure:
        longer["notes"].append(unsure)
    if brief.longer is None and brief.enrolled is not None:
        longer["number"] = words("stair.cannot_tell" if unsure else "stair.none_set")
        if not unsure:
            longer["notes"] = [sentences.longer_unknown(brief, words)]
    for shown in (enrolled, moved, longer):
        shown["window"] = words("window.year", last=year)
    return [enrolled, moved, longer]


def _figure(number: int | None, rule: str, note: str, words: Words) -> dict[str, Any]:
    known = number is not None
    return {
        "number": str(number) if known else words("overview.unknown"),
        "of": words("stair.laos", n=number) if known else "",
        "rule": rule,
        "notes": [note] if known or note else [],
        "known": known,
    }
