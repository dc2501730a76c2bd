"""One sentence that says who is where on the staircase, who moved, and who is long on a step."""

from __future__ import annotations

from utils.figures import labels
from utils.measures.in_brief import InBrief
from utils.words import Words

_TOLD = ("1", "2", "3", "4", "F1", "F2", "F3", "unknown")


def sentence(
    brief: InBrief, words: Words, *, area: str, last_year_be: int, fictitious: bool
) -> str:
    """Return the sentence; its first words say so where the numbers are invented.

    `last_year_be`: the last fiscal year of the table.
    """
    before = words("fictitious.before_sentence") if fictitious else ""
    year = brief.fiscal_year_be
    where = words("sentence.area", name=area) if area else ""
    if brief.enrolled is None or brief.steps is None:
        return before + words("stair.sentence_unknown", year=year, last=last_year_be)
    steps = ", ".join(
        words("stair.sentence_step", step=words(f"step.{step}"), n=brief.steps[step])
        for step in _TOLD
        if brief.steps[step]
    )
    return before + words(
        "stair.sentence",
        year=year,
        area=where,
        n=brief.enrolled,
        steps=words("stair.sentence_steps", steps=steps) if steps else "",
        moves=_moves(brief, words),
        longer=words("stair.sentence_longer", n=brief.longer),
    )


def _moves(brief: InBrief, words: Words) -> str:
    if brief.moves is None:
        return ""
    share = brief.share_up
    percent = "" if share is None else words("sentence.percent", share=labels.percent(share))
    return words("stair.sentence_moves", base=brief.base, percent=percent, **brief.moves)
