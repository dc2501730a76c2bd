"""The pieces of the methods page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd
import streamlit as st

from utils import settings
from utils.desk.store import store
from utils.desk.store.publishing import SHIPPED
from utils.figures import dictionary_rows, labels
from utils.figures.dictionary_rows import Loaded
from utils.measures.cities.effect import MINIMUM_PILOTS
from utils.measures.coverage.coverage import STATUSES
from utils.measures.coverage.rules import DEFAULT_RULE, RULES, Question
from utils.measures.definitions import SUBJECTS
from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.lpa import LPA_PASS_PERCENT
from utils.screen.app import cache, link, navigate, provenance, release_shown, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.tables import calendar
from utils.tables.declared.schemas import ALL, TABLES
from utils.words import Words

DICTIONARY = Param(
    name="table", options=tuple(ALL), default="awards", label="methods.dictionary_table"
)


def rules(chosen: Filters) -> None:
    """Define the four counting rules and the states of a province."""
    words = chosen.words
    usual = Question(rule=DEFAULT_RULE, fiscal_year_be=record().last_year_be)
    meant = {labels.status(one, usual, words): words(f"methods.status.{one}") for one in STATUSES}
    lines = [words("methods.rules_lead"), *_terms(_rules(usual, words))]
    st.markdown("\n\n".join([*lines, f"### {words('methods.statuses')}", *_terms(meant)]))


def years(chosen: Filters) -> None:
    """Say how years and rounds are treated."""
    words = chosen.words
    st.markdown(words("methods.years_text", last=record().last_year_be))
    _folded(
        words("methods.rounds"),
        lambda: dictionary_rows.rounds(record().rounds, words),
        chosen,
        "rounds",
    )


def target(chosen: Filters) -> None:
    """State the target and what the reference line is."""
    words = chosen.words
    rows = record().targets.to_dict("records")
    lines = {row[f"name_{words.lang}"]: row[f"note_{words.lang}"] for row in rows}
    st.markdown("\n\n".join(_terms(lines)))
    navigate.offer_evaluation(chosen)


def staircase(chosen: Filters) -> None:
    """Say what the steps are, and how awkward years are read."""
    words = chosen.words
    st.markdown(words("methods.staircase_text"))
    st.table(_steps(words), border="horizontal", hide_index=True)
    st.subheader(words("methods.requirements"), anchor=False)
    st.table(_requirements(words), border="horizontal", hide_index=True)
    st.markdown(words("methods.staircase_reading"))


def scores(chosen: Filters) -> None:
    """Say what a score, a total and a level are, and how LAOs are compared."""
    words = chosen.words
    lines = (
        words("methods.scores_text", complete=COMPLETE_PERCENT),
        words("methods.scores_levels", lpa=LPA_PASS_PERCENT),
        words("methods.scores_compare", peers=MINIMUM_PEERS, pilots=MINIMUM_PILOTS),
    )
    st.markdown("\n\n".join(lines))


def sources(chosen: Filters) -> None:
    """List what is loaded of every table, its source and licence, and the outlines' attribution."""
    words = chosen.words
    names = _standing_in()
    if names:
        titles = ", ".join(ALL[name].title(words.lang) for name in names)
        st.markdown(words("methods.trial", tables=titles))
    st.table(_sources(names, words), border="horizontal", hide_index=True)
    st.markdown(words("methods.outlines", outlines=words("source.outlines")))
    navigate.offer_register(chosen, "methods")


def faults(chosen: Filters) -> None:
    """Name the known faults of the published list."""
    words = chosen.words
    found, awards = table("award_list_faults"), record().awards
    doubled = int(awards["source_row_repeated"].notna().sum())
    lead = words(
        "methods.faults_lead", rows=len(awards) + doubled, awards=len(awards), doubled=doubled
    )
    counts = "\n".join(f"- {line}" for line in dictionary_rows.fault_counts(found, words))
    st.markdown(f"{lead}\n\n{counts}")
    _folded(
        words("methods.faults_table", n=len(found)),
        lambda: dictionary_rows.faults(found, words),
        chosen,
        "award_list_faults",
    )


def dictionary(chosen: Filters) -> None:
    """Show what every column of a chosen table means."""
    words = chosen.words
    key, write = link.follow(DICTIONARY, "methods")
    st.selectbox(
        words(DICTIONARY.label),
        DICTIONARY.options,
        format_func=lambda name: ALL[name].title(words.lang),
        key=key,
        on_change=write,
        width=420,
    )
    st.table(_columns(link.value(DICTIONARY), words), border="horizontal", hide_index=True)


def measures(chosen: Filters) -> None:
    """State every measure in words, a folded table a subject."""
    words = chosen.words
    st.markdown(words("methods.measures_lead"))
    for subject in SUBJECTS:
        label = words(f"methods.subject.{subject}")
        with tables.folded(label, key=f"folded.measures.{subject}") as opened:
            if opened:
                tables.plain(
                    dictionary_rows.measures(subject, words),
                    words,
                    name=f"measures_{subject}",
                    key=f"methods.measures.{subject}",
                    about=(f"{words('methods.measures')}: {label}", _home(chosen)),
                )


def owner(chosen: Filters) -> None:
    """Name the department, the data owner, the contact, and the version of the program."""
    words = chosen.words
    names = table("departments")
    former, now = names.iloc[0], names.iloc[-1]
    st.markdown(
        words(
            "methods.department",
            now=now[f"name_{words.lang}"],
            former=former[f"name_{words.lang}"],
            since=_date(now["valid_from_on"], chosen),
        )
    )
    if settings.data_owner() or settings.contact():
        line = words("methods.owner_line", owner=settings.data_owner(), contact=settings.contact())
        st.text(line)
    else:
        st.markdown(words("methods.owner_unset"))
    st.markdown(words("methods.version", version=settings.VERSION))


@cache.kept
def _rules(usual: Question, words: Words) -> dict[str, str]:
    """Return each counting rule's name with its definition."""
    prizes = labels.lesser_prizes(cache.lesser_prizes(), words)
    return {
        labels.rule(replace(usual, rule=code), words): words(
            f"methods.rule.{code}", first=record().first_year_be, prizes=prizes
        )
        for code in RULES
    }


@cache.kept
def _steps(words: Words) -> pd.DataFrame:
    return dictionary_rows.steps(table("step_levels"), words)


@cache.kept
def _requirements(words: Words) -> pd.DataFrame:
    return dictionary_rows.requirements(table("step_requirements"), words)


def _standing_in() -> tuple[str, ...]:
    """Return the names of the tables whose invented version stands in, in trial mode."""
    staircase, scores = staircase_tables.replaceable(), score_tables.replaceable()
    names = {
        "municipalities": staircase or scores,
        **dict.fromkeys(("enrolment", "step_evidence"), staircase),
        **dict.fromkeys(("scores", "lpa_results"), scores),
    }
    return tuple(name for name, stands_in in names.items() if stands_in)


@cache.kept
def _sources(invented: tuple[str, ...], words: Words) -> pd.DataFrame:
    """Return what is loaded of each table; `invented`: those whose invented version stands in."""
    number = release_shown.release().number
    loaded = {
        name: replace(Loaded.of(table(name), number), changed=_changed(name, words))
        for name in TABLES
    }
    awards = loaded["awards"]
    doubled = int(record().awards["source_row_repeated"].notna().sum())
    loaded["award_list"] = replace(awards, rows=awards.rows + doubled)
    real = ((ALL[name], loaded[name]) for name in ALL)
    made = ((ALL[name], Loaded.of(cache.invented(name), None)) for name in invented)
    return dictionary_rows.sources((*real, *made), words)


def _changed(name: str, words: Words) -> str:
    """Return the release in which people last changed a table; empty where it is as shipped."""
    since = release_shown.release().since.get(name)
    if since is None:  # a release from before the table was declared
        return ""
    last = store.release(since)
    if last.kind == SHIPPED:
        return ""
    return words("since.release", n=last.number, date=calendar.date_be(last.published.date()))


@cache.kept
def _columns(name: str, words: Words) -> pd.DataFrame:
    return dictionary_rows.columns(ALL[name], words)


def _terms(lines: Mapping[str, str]) -> list[str]:
    """Return terms with what they mean, each a paragraph of Markdown."""
    return [f"**{term}**  \n{meaning}" for term, meaning in lines.items()]


def _folded(label: str, build: Callable[[], pd.DataFrame], chosen: Filters, name: str) -> None:
    with tables.folded(label, key=f"folded.{name}") as opened:
        if opened:
            about = provenance.of_table(chosen, TABLES[name])
            tables.show(build(), chosen.words, name=name, key=f"methods.{name}", about=about)


def _home(chosen: Filters) -> str:
    return release_shown.home("methods", chosen.link)


def _date(iso: str, chosen: Filters) -> str:
    year, month, day = (int(part) for part in iso.split("-"))
    return chosen.words(f"month.{month}", day=day, year=year + 543)


PAGE = Page(
    name="methods",
    params=lambda: (DICTIONARY,),
    needs_area=False,
    drawn=("h2", ".stTable table"),
)
