"""What a file says of itself below its rows: what was counted, from where, and the way back."""

from __future__ import annotations

from typing import Any

from utils.figures import labels
from utils.measures.coverage.rules import Question
from utils.screen.app import answers, release_shown
from utils.screen.app.cache import province, record
from utils.screen.app.filters import Filters
from utils.screen.app.page import Page
from utils.tables.declared.columns import Table
from utils.words import Words


def counted(chosen: Filters, question: Question) -> tuple[str, ...]:
    """Return what is said below the rows that a rule counts in the chosen area."""
    return (
        *_rule(question, chosen.words),
        *_place(chosen),
        release_shown.home("", chosen.link | {"rule": question.rule}),
    )


def pace(chosen: Filters) -> tuple[str, ...]:
    """Return what is said below the lines of the pace chart."""
    words, question = chosen.words, chosen.question
    basis = labels.yearly_basis(question, record().first_year_be, words)
    return (
        f"{words('pace.actual')}: {basis}",
        *_caveat(question, words),
        f"{words('pace.since')}: {words('map.any_result')}",
        *_place(chosen),
        release_shown.home("", chosen.link),
    )


def states(chosen: Filters, address: str) -> tuple[str, ...]:
    """Return what is said below a table with one column by the rule and others by any result.

    `address`: of the page that shows it.
    """
    return (
        *_rule(chosen.question, chosen.words),
        chosen.words("save.other_columns", results=every_result(chosen)),
        *_place(chosen),
        address,
    )


def of_province(chosen: Filters, code: str) -> tuple[str, ...]:
    """Return what is said below every row of one province, whatever the rule."""
    words = chosen.words
    return (_named(code, words), every_result(chosen), _source(words), _profile(chosen, code))


def of_province_table(chosen: Filters, code: str, table: Table) -> tuple[str, ...]:
    """Return what is said below one province's rows of a table of the project."""
    return (_named(code, chosen.words), *_declared(table, chosen.words), _profile(chosen, code))


def of_cities(chosen: Filters, page: str, own: dict[str, str]) -> tuple[str, ...]:
    """Return what is said below every row of some LAOs; `own`: what the page's link names."""
    words = chosen.words
    return (every_result(chosen), _source(words), release_shown.home(page, own | chosen.link))


def of_table(chosen: Filters, table: Table) -> tuple[str, ...]:
    """Return what is said below a whole table of the project."""
    address = release_shown.home("methods", chosen.link | {"table": table.name})
    return (*_declared(table, chosen.words), address)


def of_pictures(chosen: Filters, page: Page) -> dict[str, Any]:
    """Return what every picture of a page says of itself when it is taken home as a file.

    A picture adds its own address, which names all that was chosen, and the release.
    """
    words = chosen.words
    place = area(chosen) if page.province is None else _named(page.province(), words)
    rule = _rule(chosen.question, words) if page.source == "rule" else ()
    year = f"{words('filter.year')}: {chosen.question.fiscal_year_be}"
    sources = () if page.source == "other" else (_source(words),)
    return {
        "page": page.name,
        "label": words("save.picture"),
        "invented": words("fictitious.mark"),
        "release": None if release_shown.now().waiting else release_shown.release().number,
        "about": [
            " · ".join((*rule, year, place)),
            *sources,
            f"{words('app.title')} · {release_shown.title(words)}",
        ],
    }


def area(chosen: Filters) -> str:
    """Return which part of the country a file is about."""
    words = chosen.words
    return f"{words('filter.area')}: {chosen.area or words('filter.everywhere')}"


def every_result(chosen: Filters) -> str:
    """Return that results of every kind are shown, from the record's first year on."""
    last = min(chosen.question.fiscal_year_be, record().last_result_year_be)
    ever = Question(rule="a", fiscal_year_be=last)
    window = labels.window(ever, record().first_year_be, chosen.words)
    return f"{chosen.words('map.any_result')} · {window}"


def _rule(question: Question, words: Words) -> tuple[str, ...]:
    basis = labels.basis(question, record().first_year_be, words)
    return (f"{words('filter.rule')}: {basis}", *_caveat(question, words))


def _caveat(question: Question, words: Words) -> tuple[str, ...]:
    """Return which prizes rule (c) counts; rule (d) says in its basis that its list is assumed."""
    return (answers.caveat(question, words),) if question.rule == "c" else ()


def _place(chosen: Filters) -> tuple[str, str]:
    return (area(chosen), _source(chosen.words))


def _source(words: Words) -> str:
    return words(
        "overview.as_of", last=record().last_result_year_be, publisher=words("source.publisher")
    )


def _named(code: str, words: Words) -> str:
    return f"{words('filter.province')}: {province(code)[f'name_{words.lang}']}"


def _profile(chosen: Filters, code: str) -> str:
    return release_shown.home("province", {"province": province(code)["iso_code"]} | chosen.link)


def _declared(table: Table, words: Words) -> tuple[str, ...]:
    return (
        table.title(words.lang),
        f"{words('column.source')}: {table.source(words.lang)}",
        f"{words('column.as_of')}: {words.pick(th=table.as_of_th, en=table.as_of_en)}",
        f"{words('column.licence')}: {table.licence(words.lang)}",
    )
