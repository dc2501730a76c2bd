"""The overview page: the answer, the small map, the line of years, and the groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import streamlit as st

from utils.figures import labels, rows
from utils.figures.coverage import groups as coverage_groups
from utils.figures.coverage import key_figures
from utils.figures.coverage import pace as pace_figure
from utils.figures.coverage import reports as coverage_reports
from utils.figures.coverage import sentences as coverage_sentences
from utils.figures.coverage.groups import GroupNames
from utils.figures.coverage.key_figures import Taking
from utils.figures.coverage.sentences import RecordYears, Standing
from utils.measures.coverage import groups as group_measures
from utils.measures.coverage import pace as pace_measures
from utils.measures.coverage.firmness import firmness
from utils.measures.coverage.groups import Grouping
from utils.measures.coverage.outlook import outlook
from utils.measures.coverage.rules import Question
from utils.screen.app import (
    answers,
    cache,
    choice,
    compared_with,
    components,
    filters,
    link,
    navigate,
    provenance,
    tables,
    to_last_year,
)
from utils.screen.app.cache import record, table
from utils.screen.app.components import Chart
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.page import Page
from utils.screen.coverage import status_map
from utils.screen.staircase import view as staircase_view
from utils.tables import calendar
from utils.words import Words

GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)
GROUPING = Param(name="group", options=GROUPINGS, default="region4", label="overview.groups")


def prepare(chosen: Filters) -> None:
    """Compute and cache what the page shows first under some filters."""
    _brief(chosen)
    _small_map(chosen)
    _pace(chosen.question, chosen.codes, chosen.words, _this_year_be())
    _tally(chosen, GROUPINGS[0])


def brief(chosen: Filters) -> str | None:
    """Draw the answer; return the province of the name that was clicked."""
    about = provenance.drawn_by_rule(chosen)
    picked = components.mount("brief", _brief(chosen), key="brief", about=about)
    if picked == navigate.REGISTER:
        navigate.open_register("", chosen)
    return picked


@cache.kept
def _brief(chosen: Filters) -> dict[str, Any]:
    words = chosen.words
    main = answers.standing(chosen, chosen.question)
    other = answers.standing(chosen, answers.beside(chosen))
    centre = main if chosen.question.rule == "d" else other
    span = RecordYears(
        first_year_be=record().first_year_be,
        last_year_be=record().last_result_year_be,
        deadline_year_be=cache.target().deadline_year_be,
    )
    sentence = coverage_sentences.where_we_stand(
        main, centre, area=chosen.area, span=span, words=words
    )
    remaining = key_figures.waiting(
        answers.states(chosen),
        record().provinces,
        words,
        question=chosen.question,
        link=("province?province=", link.address("", chosen.link).replace("?", "&", 1)),
    )
    register = coverage_reports.Register.of(table)
    remaining["note"] = coverage_reports.beside(
        register, answers.states(chosen), chosen.question, words
    )
    remaining["register"] = navigate.to_register("", chosen)
    headline = _figure(chosen, main)
    headline["notes"] += key_figures.as_of(main, record().last_result_year_be, words)
    firm = key_figures.firm(firmness(record(), chosen.question, chosen.codes), words)
    folded = {"firm": {"title": words("overview.firm"), "lines": firm}}
    return folded | key_figures.data(
        headline,
        [_figure(chosen, other)],
        remaining,
        Taking(sentence=sentence, address=link.address("", chosen.link)),
        words,
    )


def offer_last_year(chosen: Filters, place: str) -> None:
    """Offer the year that the award list opens on, where it does not reach the chosen one.

    `place`: tells the button from those of other tables on the page.
    """
    if not record().covers(chosen.question.fiscal_year_be):
        to_last_year.button(record().last_year_be, chosen.words, place)


def small_map(chosen: Filters) -> str | None:
    """Draw the status map beside the answer; return the province that was clicked."""
    return components.mount(
        "map", _small_map(chosen), key="map", about=provenance.drawn_by_rule(chosen)
    )


def _small_map(chosen: Filters) -> dict[str, Any]:
    return status_map.data(chosen.question, chosen.codes, chosen.words)


def enrolled(chosen: Filters) -> None:
    """Say how many LAOs are on the staircase, from a real table only.

    At the end of the chosen year, or of the table's last year where it does not hold that one.
    """
    view = staircase_view.view(chosen)
    if view.fictitious or view.whole.is_empty:
        return
    st.markdown(staircase_view.enrolled_line(view))


def rows_behind(chosen: Filters) -> None:
    """Offer the rows behind both figures, each with its row in the published file."""
    words = chosen.words
    questions = (chosen.question, answers.beside(chosen))
    for question in questions:
        if not answers.standing(chosen, question).bounds.at_least:
            continue
        # No count in the label: Streamlit closes a section whose label changes.
        label = words("overview.rows", rule=labels.rule(question, words))
        other = next(other for other in questions if other is not question)
        with tables.folded(
            label, key=f"rows.{question.rule}", instead_of=(f"rows.{other.rule}",)
        ) as opened:
            if opened:
                counted = answers.counted_rows(chosen, question)
                awards = rows.awards(counted, record().provinces, table("municipalities"), words)
                st.caption(words("overview.rows_note", n=len(counted)))
                tables.show(
                    awards,
                    words,
                    name=f"counted_rows_{question.rule}",
                    key=f"rows_table.{question.rule}",
                    about=provenance.counted(chosen, question),
                )


def pace_title(chosen: Filters) -> str:
    """Return the heading above the line: by when the target was to be reached."""
    return chosen.words("overview.pace", deadline=cache.target().deadline_year_be)


def pace(chosen: Filters) -> None:
    """Draw the actual line against the reference, and say what follows for the years ahead."""
    words = chosen.words
    chart = _pace(chosen.question, chosen.codes, words, _this_year_be())
    components.chart(chart, key="pace", about=provenance.drawn_by_rule(chosen))
    lines = answers.pace_lines(chosen.question, chosen.codes)
    with tables.folded(words("pace.table"), key="pace_table") as opened:
        if opened:
            tables.show(
                rows.pace(lines, words),
                words,
                name="pace",
                key="pace_rows",
                about=provenance.pace(chosen),
            )


def _this_year_be() -> int:
    return calendar.fiscal_year(calendar.today())


@cache.kept
def _pace(question: Question, codes: tuple[str, ...], words: Words, now: int) -> Chart:
    lines = answers.pace_lines(question, codes)
    target = cache.target()
    following = pace_measures.ahead(record().targets, now) or target
    ahead = outlook(lines.by_year, replace(following, provinces=lines.provinces), now)
    basis = labels.yearly_basis(question, record().first_year_be, words)
    values = pace_figure.values(lines, words)
    return Chart(
        lead=coverage_sentences.at_the_deadline(lines, words),
        axis=f"{words('pace.axis')} · {basis}",
        figure=pace_figure.pace_chart(lines, words, chosen_year_be=question.fiscal_year_be),
        said=words("pace.alt", basis=basis, values=values),
        notes=(
            words("pace.note", start=target.reference_year_be),
            coverage_sentences.road_ahead(ahead, words),
        ),
    )


def groups(chosen: Filters) -> None:
    """Draw coverage by region, cluster or office."""
    words = chosen.words
    code = choice.among(
        GROUPING,
        words,
        lambda name: words(f"grouping.{name}"),
        place="overview",
    )
    grouping = next(name for name in GROUPINGS if name == code)
    about = provenance.drawn_by_rule(chosen)
    components.mount("tally", _tally(chosen, grouping), key="tally", about=about)


@cache.kept
def _tally(chosen: Filters, grouping: Grouping) -> dict[str, Any]:
    words = chosen.words
    counted = group_measures.coverage_by(answers.states(chosen), record().provinces, grouping)
    names = {code: filters.group_name(code, grouping, words) for code in counted.index}
    notes = (
        labels.disputed_offices(record().provinces, words) if grouping == "office_number" else {}
    )
    basis = labels.basis(chosen.question, record().first_year_be, words)
    return coverage_groups.data(counted, GroupNames(names=names, notes=notes, basis=basis), words)


def _figure(chosen: Filters, standing: Standing) -> dict[str, Any]:
    years = (record().first_year_be, record().last_result_year_be)
    ever = answers.ever(chosen, standing.question)
    return key_figures.figure(standing, chosen.words, years=years, ever=ever)


PAGE = Page(
    name="overview",
    params=lambda: (GROUPING, compared_with.param()),
    prepare=prepare,
    drawn=(".brief .main .number strong", ".provinces .legend li", ".tally tbody tr"),
)
