"""The evaluation that the resolution sets for 2564: what the record can say, and its files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

import streamlit as st

from utils.exports.area import papers as area_papers
from utils.exports.area.papers import Papers, Section
from utils.figures.coverage import evaluation as figure
from utils.figures.coverage.evaluation import Material, Part
from utils.measures.worklist.progress import Progress, tally
from utils.screen.app import cache, link, navigate, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.page import Page
from utils.screen.meeting import mechanism
from utils.tables.minutes import STRATEGIES, Strategy
from utils.words import Words

_KINDS: Final = ("xlsx", "pdf")

Resolutions = tuple[tuple[Strategy, Progress], ...]
"""Of every resolution that stands its strategy and what became of it."""


def show(chosen: Filters) -> None:
    """Draw what is said first, then every table with what it counts and its file."""
    words = chosen.words
    lines, parts = _made(_resolutions(), words)
    st.caption(words("evaluation.intro"))
    st.markdown("\n".join(f"- {line}" for line in lines))
    for part in parts:
        st.header(part.title, anchor=part.name)
        tables.plain(
            part.table,
            words,
            name=f"evaluation_{part.name}",
            key=f"evaluation.{part.name}",
            about=(part.note, part.source, _home(chosen)),
            missing=words("table.missing"),
            title=part.title,
        )
        st.caption(f"{part.note} · {part.source}")
        if part.name in _WAYS:
            page, key = _WAYS[part.name]
            st.markdown(f"[{words(key)}]({link.address(page, chosen.short_link)})")


_WAYS: Final = {
    "unknown": (navigate.REGISTER, "evaluation.to_reported"),
    "strategies": ("mechanism", "evaluation.to_mechanism"),
}
"""Under which table a way leads to which page."""


def take(chosen: Filters) -> None:
    """Offer the files, each written as it is taken; only published numbers."""
    words = chosen.words
    st.header(words("evaluation.files"), anchor="files")
    if release_shown.now().waiting is not None:
        st.caption(words("preview.published_only"))
        return
    resolutions = _resolutions()
    with st.container(horizontal=True):
        for kind in _KINDS:
            st.download_button(
                words(f"evaluation.file.{kind}"),
                release_shown.later(partial(_file, kind, resolutions, chosen)),
                file_name=f"evaluation_r{release_shown.release().number}_{words.lang}.{kind}",
                mime=area_papers.TYPES[kind],
                key=f"evaluation.file.{kind}",
                on_click="ignore",
            )


def _file(kind: str, resolutions: Resolutions, chosen: Filters) -> bytes:
    words, release = chosen.words, release_shown.release()
    lines, parts = _made(resolutions, words)
    return area_papers.write(
        kind,
        Papers(
            title=words("evaluation.title"),
            lead=(*lines, parts[0].source),
            sections=tuple(_section(part) for part in parts),
            release=release_shown.title(words),
            released=release.published.date().isoformat(),
            link=_home(chosen),
            words=words,
        ),
    )


def _section(part: Part) -> Section:
    return Section(
        title=part.title,
        note=f"{part.note} · {part.source}",
        table=part.table,
        lines=(part.note,),
        in_print=True,
    )


@cache.kept
def _made(resolutions: Resolutions, words: Words) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    resolved = {one: tally(_of(one, resolutions)) for one in STRATEGIES[1:]}
    made = Material.of(cache.table, resolved, words)
    return figure.lead(made), figure.parts(made)


def _of(strategy: Strategy, resolutions: Resolutions) -> Iterable[Progress]:
    return (now for named, now in resolutions if named == strategy)


def _resolutions() -> Resolutions:
    return tuple((one.resolution.strategy, one.now) for one in mechanism.standing())


def _home(chosen: Filters) -> str:
    return release_shown.home(PAGE.name, chosen.link)


PAGE = Page(
    name=navigate.EVALUATION,
    needs_area=False,
    in_menu=False,  # a full menu: the overview, the methods and the three levels lead here
    drawn=(".short-table table",),
)
