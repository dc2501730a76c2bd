"""What the two sides of a comparison are called: two fiscal years, or two releases."""

from __future__ import annotations

from utils.figures.slides.slide import SlideContext
from utils.measures.changes.comparison import Comparison


def ends(
    found: Comparison, context: SlideContext, years_be: tuple[int, int] | None = None
) -> dict[str, str]:
    """Return both sides as parts of a sentence, `before` and `now`.

    `years_be`: the fiscal years compared, where a table lacks those of the headline.
    """
    words, chosen = context.words, context.chosen
    if found.of_releases:
        return {"before": chosen.since.called, "now": words("since.number", n=chosen.release)}
    asked = (found.question_before.fiscal_year_be, found.question.fiscal_year_be)
    before, now = (words("since.year", year=year) for year in years_be or asked)
    return {"before": before, "now": now}


def headings(found: Comparison, context: SlideContext) -> tuple[str, str]:
    """Return the headings of what stood before and of what stands now."""
    words = context.words
    if found.of_releases:
        numbers = (context.chosen.since.release, context.chosen.release)
        before, now = (words("since.state_at", n=number) for number in numbers)
    else:
        asked = (found.question_before.fiscal_year_be, found.question.fiscal_year_be)
        before, now = (words("slide.state_at", year=year) for year in asked)
    return before, now


def basis(
    said: str, found: Comparison, years_be: tuple[int, int], source: str, context: SlideContext
) -> str:
    """Return the line below a figure: what is compared, of which years, where, and its source."""
    words = context.words
    if found.of_releases:
        when = words("since.up_to", year=years_be[1])
    else:
        when = words("since.between", before=years_be[0], now=years_be[1])
    area = context.chosen.area or words("filter.everywhere")
    return f"{said} · {when} · {area} · {source}"
