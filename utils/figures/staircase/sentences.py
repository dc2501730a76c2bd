"""The sentence of the staircase: how many LAOs are on each step, moved, and are stalled."""

from __future__ import annotations

from utils.figures import invented, labels
from utils.measures.staircase.stalled import MINIMUM_TABLE_YEARS
from utils.measures.staircase.summary import InBrief
from utils.measures.staircase.survival import MINIMUM
from utils.words import Words

_TOLD = ("1", "2", "3", "4", "F1", "F2", "F3", "unknown")


def sentence(  # noqa: PLR0913 all but two have names
    brief: InBrief,
    words: Words,
    *,
    area: str,
    years: tuple[int, int],
    threshold_years: int | None,
    fictitious: bool,
) -> str:
    """Return the sentence, which begins by saying so where the numbers are invented.

    `years`: the first and last fiscal year of the table. `threshold_years`: the reader's own.
    """
    before = invented.before(words, fictitious=fictitious)
    year = brief.fiscal_year_be
    where = words("sentence.area", name=area) if area else ""
    if brief.unreported:
        return before + unreported(brief, words)
    if brief.enrolled is None or brief.steps is None:
        return before + words("staircase.sentence_unknown", year=year, years=labels.years(*years))
    if brief.nobody:
        return before + words("staircase.sentence_nobody", year=year, area=where)
    steps = ", ".join(
        words("staircase.sentence_step", step=words(f"step.{step}"), n=brief.steps[step])
        for step in _TOLD
        if brief.steps[step]
    )
    return before + words(
        "staircase.sentence",
        year=year,
        area=where,
        n=brief.enrolled,
        steps=words("staircase.sentence_steps", steps=steps) if steps else "",
        moves=_moves(brief, words),
        longer=" " + _longer(brief, threshold_years, words),
    )


def unreported(brief: InBrief, words: Words) -> str:
    """Return that nobody in the area has reported the year, so that nothing is known of it."""
    return words("staircase.unreported", year=brief.fiscal_year_be)


def no_moves(brief: InBrief, words: Words) -> str:
    """Return why no moves are told: no year before, no report of it, or nobody on it then."""
    before = brief.fiscal_year_be - 1
    if brief.unreported_before:
        return words("staircase.unreported_before", before=before)
    if brief.moves is None:
        return words("staircase.no_year_before")
    return words("staircase.no_base", before=before, new=brief.moves["new"])


def longer_unknown(brief: InBrief, words: Words) -> str:
    """Return why it is not known how many LAOs are on a step for longer than the threshold."""
    if brief.young_years is not None:
        years = {"years": brief.young_years, "minimum": MINIMUM_TABLE_YEARS}
        return words("staircase.young_table", **years)
    if brief.perhaps_longer is None:
        return words("staircase.no_threshold_note", minimum=MINIMUM)
    return perhaps(brief, words)


def perhaps(brief: InBrief, words: Words) -> str:
    """Return how many more LAOs may be stalled without it being known; empty where none."""
    counts = {"perhaps_longer": brief.perhaps_longer, "without_threshold": brief.without_threshold}
    return " ".join(
        words(f"staircase.{name}", n=count, minimum=MINIMUM)
        for name, count in counts.items()
        if count
    )


def _longer(brief: InBrief, threshold_years: int | None, words: Words) -> str:
    if brief.longer is None:
        return longer_unknown(brief, words)
    if threshold_years is None:
        sentence = words("staircase.sentence_longer", n=brief.longer)
    else:
        sentence = words("staircase.sentence_longer_own", n=brief.longer, years=threshold_years)
    return f"{sentence} {perhaps(brief, words)}".rstrip()


def _moves(brief: InBrief, words: Words) -> str:
    if brief.moves is None or not sum(brief.moves.values()):
        return ""
    if not brief.base:
        return " " + no_moves(brief, words)
    share = brief.share_up
    percent = "" if share is None else words("sentence.percent", share=labels.percent(share))
    return words("staircase.sentence_moves", base=brief.base, percent=percent, **brief.moves)
