"""The files of an area: a workbook, a sheet of A4, and its dates for a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial

import streamlit as st

from utils.exports.area import papers as area_papers
from utils.exports.area.papers import Deadline, Papers, Section
from utils.figures import labels
from utils.figures.worklist import told as work_told
from utils.figures.worklist.told import Told
from utils.screen.app import answers, release_shown
from utils.screen.app.cache import record
from utils.screen.app.filters import Filters
from utils.screen.area import at_hand, laos, selection
from utils.screen.area import round as area_round
from utils.screen.area.round import Held
from utils.screen.area.selection import Area
from utils.screen.desk import round as desk_round
from utils.words import Words


def take(chosen: Filters, area: Area, present: tuple[Told, ...], held: tuple[Held, ...]) -> None:
    """Offer the files, each written as it is taken; only published numbers.

    What depends on who asks, and the way back, are settled here: a file is written in a thread that
    knows of no visitor. `present`, `held`: the items and the open rounds of the area.
    """
    words = chosen.words
    if release_shown.now().waiting is not None:
        st.caption(words("preview.published_only"))
        return
    name = f"area_{chosen.link.get('office', 'th')}_r{release_shown.release().number}_{words.lang}"
    papers = partial(
        _papers,
        chosen,
        area,
        sections=(_worklist(present, words), *_rounds(held, words)),
        deadlines=_deadlines(present, held, words),
        link=release_shown.home("area", chosen.link),
    )
    with st.container(horizontal=True):
        for kind, mime in area_papers.TYPES.items():
            st.download_button(
                words(f"area_page.file.{kind}"),
                release_shown.later(partial(_file, kind, papers)),
                file_name=f"{name}.{kind}",
                mime=mime,
                key=f"area.file.{kind}",
                on_click="ignore",
            )


def _file(kind: str, papers: Callable[[], Papers]) -> bytes:
    return area_papers.write(kind, papers())


def _papers(
    chosen: Filters,
    area: Area,
    *,
    sections: tuple[Section, ...],
    deadlines: tuple[Deadline, ...],
    link: str,
) -> Papers:
    words, release = chosen.words, release_shown.release()
    worklist, *rounds = sections
    standing = answers.standing(chosen, chosen.question)
    basis = labels.basis(chosen.question, record().first_year_be, words)
    counted = labels.between_said(standing.bounds, words)
    lead = [words("area_page.stands", counted=counted, basis=basis)]
    if standing.lists:
        lead.append(words("rounds.lists", lists=standing.lists))
    return Papers(
        title=words("area_page.paper", area=selection.named(area, words)),
        lead=tuple(lead),
        sections=(worklist, _laos(chosen), *rounds),
        deadlines=deadlines,
        release=release_shown.title(words),
        released=release.published.date().isoformat(),
        link=link,
        words=words,
    )


def _worklist(found: tuple[Told, ...], words: Words) -> Section:
    """Return the items, a row each; in print the names of each rule, a line each."""
    names: dict[str, list[str]] = {}
    for one in found:
        names.setdefault(one.rule, []).append(one.subject)
    return Section(
        title=words("area_page.to_follow_up"),
        note=words("area_page.about"),
        table=work_told.table(found, words),
        lines=tuple(
            words("area_page.names_of", rule=rule, n=len(who), names=", ".join(who))
            for rule, who in names.items()
        ),
    )


def _laos(chosen: Filters) -> Section:
    words = chosen.words
    return Section(
        title=words("area_page.laos"),
        note=laos.untold(words) or words("area_page.laos_note"),
        table=laos.told(laos.of(chosen.question, chosen.codes), words),
    )


def _rounds(held: tuple[Held, ...], words: Words) -> list[Section]:
    return [
        Section(
            title=words("area_page.round_of", year=one.round.fiscal_year_be),
            note=words("round.source", year=one.round.fiscal_year_be),
            table=area_round.told(one, words),
            lines=(desk_round.deadline(one.round, words).replace("*", ""),),
        )
        for one in held
    ]


def _deadlines(
    present: tuple[Told, ...], held: tuple[Held, ...], words: Words
) -> tuple[Deadline, ...]:
    """Return the last days of the open rounds, and the days that were set for items."""
    notes = at_hand.notes()
    of_rounds = [
        Deadline(
            uid=f"round.{year}@esc",
            day=day,
            title=words("area_page.round_ends", year=year),
            about=words("round.source", year=year),
        )
        for year, day in area_round.days(held).items()
    ]
    of_items = [
        Deadline(
            uid=f"{one.item.item_id}@esc",
            day=dt.date.fromisoformat(note.due_on),
            title=f"{one.subject} · {one.rule}",
            about=f"{one.why}\n{one.closes}",
        )
        for one in present
        if (note := notes.get(one.item.item_id)) is not None and note.due_on is not None
    ]
    return (*of_rounds, *of_items)
