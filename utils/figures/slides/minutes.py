"""Slides: the resolutions of this meeting and of the one before it, over as many as they need."""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from utils.figures.slides.slide import Material, Slide, SlideContext, SlideName
from utils.measures.worklist import build
from utils.measures.worklist.progress import Progress, progress, tally
from utils.tables import calendar
from utils.tables.minutes import Meeting, Resolution
from utils.words import Words

# What finds room at the smallest size on the narrowest screen, 1024 × 768, and in every file.
_ACROSS: Final = {"text": 52, "owner": 19}  # letters of a line; marks above and below take none
_LINES: Final = 16.0  # of a slide
_BETWEEN: Final = 0.5  # of a line, from one resolution to the next
_FEW: Final = 6.5  # lines that can be larger


def decisions(context: SlideContext) -> tuple[Slide, ...]:
    """Return the resolutions of the meeting that the link names; nothing without one."""
    return _slides("decisions", context.chosen.meeting, context.words)


def last(context: SlideContext) -> tuple[Slide, ...]:
    """Return the resolutions of the meeting before it, and what became of each.

    By the release shown and the day of the present meeting; by today where there is none.
    """
    meeting, held = context.chosen.last, context.chosen.meeting
    if meeting is None:
        return ()
    day = calendar.today() if held is None else dt.date.fromisoformat(held.held_on)
    return _slides("last", meeting, context.words, became(meeting, context.material, day))


def became(meeting: Meeting, material: Material, day: dt.date) -> Mapping[int, Progress]:
    """Return what became of each resolution of a meeting by a day, by its number."""
    names = {name for one in meeting.standing for name in one.points_to}
    raised = build.raised(material.record, material.staircase, material.scores, names)
    return {one.number: progress(one, raised, day) for one in meeting.standing}


def title(meeting: Meeting, words: Words) -> str:
    """Return what a meeting is called: its title, its day, and the level of its committee."""
    day = calendar.date_be(dt.date.fromisoformat(meeting.held_on))
    called = words("minutes.meeting", title=meeting.title, date=day)
    if not meeting.level:
        return called
    level = words(f"minutes.level_name.{meeting.level}")
    return words("minutes.of_level", meeting=called, level=level)


def due(resolution: Resolution, words: Words, now: Progress | None = None) -> str:
    """Return until when a resolution is to be done, and what became of it where that is told."""
    parts = []
    if resolution.due_on is not None:
        day = calendar.date_be(dt.date.fromisoformat(resolution.due_on))
        parts.append(words("minutes.due_by", date=day))
    if now is not None:
        parts.append(words(f"minutes.now.{now}"))
    if now in {"done", "dropped"}:
        parts.append(resolution.ended_by)
    return " · ".join(parts)


def _slides(
    name: SlideName,
    meeting: Meeting | None,
    words: Words,
    now: Mapping[int, Progress] = MappingProxyType({}),
) -> tuple[Slide, ...]:
    if meeting is None:
        return ()
    pages = list(_paged(meeting.standing, words, now)) or [()]
    n = len(meeting.standing)
    key = f"slide.{name}_sentence" if n else f"slide.{name}_none"
    heading = words(f"slide.{name}")
    return tuple(
        Slide(
            name=name,
            title=heading
            if len(pages) == 1
            else words("slide.part", title=heading, at=at, of=len(pages)),
            sentence=_sentence(words(key, meeting=title(meeting, words), n=n), now, words),
            kind="resolutions",
            figure=_figure(page, words, now),
            table=_table(page, words, now),
            basis=_basis(meeting, words),
            notes=_notes(meeting, words),
        )
        for at, page in enumerate(pages, start=1)
    )


def _sentence(said: str, now: Mapping[int, Progress], words: Words) -> str:
    """Return what a slide says, with how many resolutions came how far where that is told."""
    counts = [
        words("minutes.now_count", now=words(f"minutes.now.{name}"), n=n)
        for name, n in tally(now.values()).items()
        if n
    ]
    return f"{said}: {' · '.join(counts)}" if counts else said


def _paged(
    standing: Sequence[Resolution], words: Words, now: Mapping[int, Progress]
) -> Iterator[tuple[Resolution, ...]]:
    """Yield as many resolutions as one slide has room for, in their order."""
    page: list[Resolution] = []
    for one in standing:
        if page and sum(_lines(row, words, now) for row in (*page, one)) > _LINES:
            yield tuple(page)
            page = []
        page.append(one)
    if page:
        yield tuple(page)


def _lines(one: Resolution, words: Words, now: Mapping[int, Progress]) -> float:
    text, owner = (
        math.ceil(_letters(getattr(one, name)) / across) for name, across in _ACROSS.items()
    )
    owner += math.ceil(_letters(due(one, words, now.get(one.number))) / _ACROSS["owner"])
    return max(text, owner, 1) + _BETWEEN


def _letters(text: str) -> int:
    return sum(unicodedata.category(sign) != "Mn" for sign in text)


def _figure(
    page: Sequence[Resolution], words: Words, now: Mapping[int, Progress]
) -> dict[str, Any]:
    said = {one.number: due(one, words, now.get(one.number)) for one in page}
    return {
        "headings": [words(f"minutes.column.{name}") for name in ("number", "text", "owner")],
        "rows": [
            {
                "number": str(one.number),
                "text": one.text,
                "owner": one.owner,
                "due": said[one.number],
                "responsible": [part for part in (one.owner, said[one.number]) if part] or ["–"],
            }
            for one in page
        ],
        "few": sum(_lines(one, words, now) for one in page) <= _FEW,
        "none": "" if page else words("minutes.none"),
    }


def _table(page: Sequence[Resolution], words: Words, now: Mapping[int, Progress]) -> pd.DataFrame:
    columns = {
        "number": [one.number for one in page],
        "text": [one.text for one in page],
        "owner": [one.owner for one in page],
        "due": [due(one, words, now.get(one.number)) for one in page],
        "slide": [slide_title(one.slide, words) for one in page],
    }
    table = pd.DataFrame({words(f"minutes.column.{name}"): some for name, some in columns.items()})
    return table.astype({words("minutes.column.number"): "Int64"})


def slide_title(name: str, words: Words) -> str:
    """Return at which slide a resolution was taken; of none, or of one that is no more, so."""
    key = f"slide.{name}"
    return words(key) if name and key in words else words("minutes.no_slide")


def _basis(meeting: Meeting, words: Words) -> str:
    noted = calendar.in_thailand(meeting.as_of)
    return words(
        "minutes.basis",
        date=calendar.date_be(noted.date()),
        time=f"{noted:%H:%M}",
        release=meeting.release,
    )


def _notes(meeting: Meeting, words: Words) -> tuple[str, ...]:
    withdrawn = len(meeting.resolutions) - len(meeting.standing)
    left_out = (words("minutes.withdrawn", n=withdrawn),) if withdrawn else ()
    return (words("minutes.note"), *left_out)
