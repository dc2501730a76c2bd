"""The shared filters: drawn once by the frame, kept in the address, read by every page."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, replace

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from utils.figures import labels, search
from utils.measures.coverage import choices
from utils.measures.coverage.areas import ALL, REGIONS, Area, inside
from utils.measures.coverage.choices import WINDOWS
from utils.measures.coverage.groups import Grouping
from utils.measures.coverage.rules import RULES, Question
from utils.screen.app import cache, choice, link, trial
from utils.screen.app.cache import kept, record, table
from utils.screen.app.link import Param
from utils.screen.app.release_shown import PREVIEW, RELEASE
from utils.screen.app.trial import TRIAL
from utils.words import LANGS, Lang, Words

LANGUAGE = Param(
    name="lang", options=LANGS, default="th", label="filter.language", names_options=True
)
LANGUAGE_NAMES = {"th": "ไทย", "en": "English"}
IN_SIGHT = ("year", "rule", "region")
FOLDED = ("window", "cluster", "office")
OF_AREA = ("region", "cluster", "office")
SHARED = (*IN_SIGHT, *FOLDED, TRIAL.name, RELEASE.name, PREVIEW.name, LANGUAGE.name)
# What a link leaves out, though it spells out all other choices.
_UNSAID = {(param.name, param.default) for param in (TRIAL, RELEASE, PREVIEW)}
_MORE = "filter.more"
_YEAR, _OF_THE_LIST = "filter.own_year", 0
# A run has a thread of its own; a callback before it asks the session, as of trial mode.
_YEAR_OF_RUN: ContextVar[int | None] = ContextVar(_YEAR, default=None)


@dataclass(frozen=True, kw_only=True)
class Filters:
    """What the reader chose.

    `codes`: the provinces of the chosen area, Bangkok among them where it lies inside.
    `area`: its name, empty for the whole country. `choices`: name and code of every choice.
    `trial`: whether invented tables may stand in where no real one is loaded. `year_chosen`:
    whether the year is the reader's; if not, each table is shown at its own last year.
    """

    words: Words
    question: Question
    codes: tuple[str, ...]
    area: str
    choices: tuple[tuple[str, str], ...]
    trial: bool = False
    year_chosen: bool = False

    def year_of(self, last_year_be: int | None) -> int:
        """Return the fiscal year at which a table is shown: the reader's, else its own last."""
        return (
            self.question.fiscal_year_be
            if self.year_chosen
            else (last_year_be or self.question.fiscal_year_be)
        )

    @property
    def own_year_link(self) -> dict[str, str]:
        """Return `link` without a year that is not the reader's: a table's own depends on it."""
        return {name: code for name, code in self.choices if name != "year" or self.year_chosen}

    @property
    def link(self) -> dict[str, str]:
        """Return every choice, spelled out by code, for a link."""
        return dict(self.choices)

    @property
    def short_link(self) -> dict[str, str]:
        """Return the choices that are not as the pages open, for a link that is followed now."""
        shared = params()
        return {name: code for name, code in self.choices if code != shared[name].default}


def begin(*, last_year_be: int | None) -> None:
    """Fix for this run which year its page opens on where the address names none.

    `last_year_be`: the last of the table that the page shows; None for that of the award list.
    """
    _YEAR_OF_RUN.set(last_year_be or _OF_THE_LIST)
    if get_script_run_ctx(suppress_warning=True) is not None:
        st.session_state[_YEAR] = last_year_be or _OF_THE_LIST


def params() -> dict[str, Param]:
    """Return every shared value of the address, by name, as the page of this run opens."""
    shared, year = _params(), _own_year()
    return shared if year is None else shared | {"year": replace(shared["year"], default=year)}


@kept
def _params() -> dict[str, Param]:
    offered = choices.choices(record(), table("offices"), choices.years_reported(table))
    shared = [
        Param(name=name, options=one.options, default=one.default, label=f"filter.{name}")
        for name, one in offered.items()
    ]
    return {param.name: param for param in [*shared, TRIAL, RELEASE, PREVIEW, LANGUAGE]}


def _own_year() -> str | None:
    """Return the last year of the table that this run's page shows, None for the award list's."""
    year = _YEAR_OF_RUN.get()
    if year is None and get_script_run_ctx(suppress_warning=True) is not None:
        year = st.session_state.get(_YEAR, _OF_THE_LIST)
    return str(year) if year and str(year) in _params()["year"].options else None


def words() -> Words:
    """Return the catalogue in the reader's language."""
    lang: Lang = "en" if link.value(LANGUAGE) == "en" else "th"
    return Words(lang)


def draw() -> None:
    """Draw the filters in the sidebar: the usual ones, and the others folded until wanted.

    A select box costs every change of any filter about 8 ms of the browser's time. A folded filter
    that is set unfolds: what is chosen stays in sight.
    """
    with st.sidebar:
        draw_language()
        for name in IN_SIGHT:
            _box(name)
        if any(link.value(params()[name]) != params()[name].default for name in FOLDED):
            st.session_state[_MORE] = True
        more = st.expander(words()("filter.more"), key=_MORE, on_change="rerun")
        if more.open:
            with more:
                for name in FOLDED:
                    _box(name)


def draw_language() -> None:
    """Draw the choice of the language."""
    named = LANGUAGE_NAMES.__getitem__
    choice.among(LANGUAGE, words(), named, place="filter", width="stretch")


def _box(name: str) -> None:
    param, lang = params()[name], words().lang
    # A select box that is set once is sent twice, with all its options.
    key, write = link.follow(param, "filter", unset=param.options[0])
    st.selectbox(
        words()(param.label),
        param.options,
        format_func=names(name, lang).__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
    )


def current() -> Filters:
    """Return what the reader chose, from the address."""
    codes = {name: link.value(param) for name, param in params().items() if name != "year"}
    if "year" in st.query_params:
        codes["year"] = link.value(params()["year"])
    return of(codes, words())


def of(codes: Mapping[str, str], words: Words) -> Filters:
    """Return the filters of an address; `codes`: those that it spells out, by name.

    The year that a page opens on by itself is not the reader's: it goes into no link, as another
    page would have no data for it. With the release that a link names, the page finds it again.
    """
    chosen = {name: codes.get(name, param.default) for name, param in params().items()}
    unsaid = set(_UNSAID)
    if "year" not in codes and _own_year() is not None:
        unsaid.add(("year", chosen["year"]))
    area = choices.area(chosen)
    return Filters(
        words=words,
        question=choices.question(chosen),
        codes=_inside(area),
        area=labels.area(area, area_tables(), words),
        choices=tuple(
            (name, code)
            for name, code in chosen.items()
            if (code != ALL or params()[name].default != ALL) and (name, code) not in unsaid
        ),
        trial=trial.asked(chosen[TRIAL.name]),
        year_chosen="year" in codes,
    )


def names(name: str, lang: Lang) -> dict[str, str]:
    """Return what the options of a shared filter are called, by code.

    What is known of the award list in a year is no part of its name on pages of other tables.
    """
    if name == "year" and _own_year() is not None:
        return {year: year for year in params()["year"].options}
    return _names(lang)[name]


def _year_names(words: Words) -> dict[str, str]:
    """Return the fiscal years on offer, with what is known of their rounds where none is listed."""
    years = sorted(int(year) for year in params()["year"].options)
    first, last = years[0], years[-1]
    every = Question(rule="b", fiscal_year_be=last, window_years=last - first + 1)
    states = cache.rounds_by_year(every)["status"]
    return {
        year: _year_name(year, set(states.loc[int(year)]), words)
        for year in params()["year"].options
    }


def _year_name(year: str, states: set[str], words: Words) -> str:
    if not record().covers(int(year)):
        return words("filter.no_data_year", year=year)
    if "complete" in states:
        return year
    if "partial" in states:
        return words("filter.partial_year", year=year)
    return words("filter.no_round_year", year=year)


@kept
def _names(lang: Lang) -> dict[str, dict[str, str]]:
    words = Words(lang)
    options: dict[str, dict[str, str]] = {name: {ALL: words("filter.all")} for name in params()}
    options["year"] = _year_names(words)
    options["rule"] = {code: words(f"rule.short.{code}") for code in RULES}
    options["window"] = {n: words("filter.window_years", n=n) for n in WINDOWS if n != ALL}
    options["window"][ALL] = words("filter.window_all")
    for code in params()["region"].options[1:]:
        size, _, name = code.partition("-")
        name = group_name(name, REGIONS[size], words)
        options["region"][code] = words(f"area.region{size}", name=name)
    for code in params()["cluster"].options[1:]:
        options["cluster"][code] = group_name(code, "cluster_code", words)
    for code in params()["office"].options[1:]:
        options["office"][code] = search.office(
            int(code), table("offices"), record().provinces, words
        )
    return options


def group_name(code: str | int, grouping: Grouping, words: Words) -> str:
    """Return the name of a region, cluster or office of the tables of record."""
    return labels.group(code, grouping, area_tables(), words)


def area_tables() -> labels.AreaTables:
    """Return the tables of record that name areas."""
    return labels.AreaTables.of(table)


@kept
def _inside(area: Area) -> tuple[str, ...]:
    return inside(area, record().provinces)
