"""What every file of a meeting pack says of itself, and what it is called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from utils.figures import invented, labels
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import Selection, Slide, SlideName
from utils.tables import calendar
from utils.words import Words

MINUTED: Final[tuple[SlideName, ...]] = ("last", "decisions")
"""Slides of resolutions: a brief has every one of them, and of other slides the message."""


def head(chosen: Selection, first_year_be: int) -> list[tuple[str, str]]:
    """Return release, year, rule, area, meeting and link of a selection, each with its name.

    `first_year_be`: the first fiscal year of the record.
    """
    words = chosen.words
    return [
        (words("pack.released"), release(chosen)),
        (words("filter.year"), str(chosen.question.fiscal_year_be)),
        (words("filter.rule"), labels.basis(chosen.question, first_year_be, words)),
        (words("filter.area"), chosen.area or words("filter.everywhere")),
        *_baseline(chosen),
        *_meeting(chosen),
        (words("pack.link"), chosen.link),
    ]


def _baseline(chosen: Selection) -> list[tuple[str, str]]:
    """Return what a selection is compared with, where it names that."""
    words, year = chosen.words, chosen.baseline.fiscal_year_be
    name = chosen.baseline.name or ("" if year is None else words("since.year", year=year))
    return [(words("since.with"), name)] if name else []


def _meeting(chosen: Selection) -> list[tuple[str, str]]:
    if chosen.meeting is None:
        return []
    return [
        (chosen.words("minutes.choose"), slide_minutes.title(chosen.meeting, chosen.words)),
    ]


def release(chosen: Selection) -> str:
    """Return the number and the date of the release, as the slides say it."""
    day = calendar.date_be(dt.date.fromisoformat(chosen.released))
    return chosen.words("present.release", n=chosen.release, date=day)


def resolutions(slide: Slide) -> list[str]:
    """Return the resolutions of a slide, a line each: number, text, owner, and when it is due."""
    rows = slide.figure["rows"]
    return [
        " · ".join(
            part for part in (f"{row['number']}) {row['text']}", row["owner"], row["due"]) if part
        )
        for row in rows
    ]


def warning(slides: Iterable[Slide], words: Words) -> str:
    """Return the words that a file with invented tables carries; empty for real ones."""
    return words("fictitious.words") if _fictitious(slides) else ""


def file_name(chosen: Selection, slides: Iterable[Slide], kind: str) -> str:
    """Return the name of a file; `kind`: its ending, such as "xlsx"."""
    question = chosen.question
    earlier = chosen.baseline.release
    since = "" if earlier is None else f"_since_r{earlier}"
    name = (
        f"meeting_r{chosen.release}{since}_{question.fiscal_year_be}_{question.rule}"
        f"_{chosen.words.lang}"
    )
    return f"{invented.file_name(name, fictitious=_fictitious(slides))}.{kind}"


def _fictitious(slides: Iterable[Slide]) -> bool:
    return any(slide.fictitious for slide in slides)
