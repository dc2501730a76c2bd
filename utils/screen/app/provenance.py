"""What a file says of itself below its rows: what was counted, from where, and the way back."""

from __future__ import annotations

from typing import Any

from utils.figures import labels
from utils.measures.coverage.rules import Question
from utils.screen.app import answers, release_shown
from utils.screen.app.cache import province, record
from utils.screen.app.filters import Filters
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
    return (_named(code, words), every_result(chosen), award_list(words), _profile(chosen, code))


def of_province_table(chosen: Filters, code: str, table: Table) -> tuple[str, ...]:
    """Return what is said below one province's rows of a table of the project."""
    return (_named(code, chosen.words), *_declared(table, chosen.words), _profile(chosen, code))


def of_cities(chosen: Filters, page: str, own: dict[str, str]) -> tuple[str, ...]:
    """Return what is said below every row of some LAOs; `own`: what the page's link names."""
    words = chosen.words
    return (every_result(chosen), award_list(words), release_shown.home(page, own | chosen.link))


def of_table(chosen: Filters, table: Table) -> tuple[str, ...]:
    """Return what is said below a whole table of the project."""
    address = release_shown.home("methods", chosen.link | {"table": table.name})
    return (*_declared(table, chosen.words), address)


def of_pictures(words: Words, page: str) -> dict[str, Any]:
    """Return what all pictures of a page say of themselves when they are taken home as files.

    A picture adds what it is drawn from (`drawn`) and its address, which names all that was chosen.
    """
    return {
        "page": page,
        "label": words("save.picture"),
        "invented": words("fictitious.mark"),
        "release": None if release_shown.now().waiting else release_shown.release().number,
        "about": [f"{words('app.title')} · {release_shown.title(words)}"],
    }


def drawn(
    chosen: Filters, *sources: str, counted: tuple[str, ...] = (), province: str = ""
) -> tuple[str, ...]:
    """Return what a picture says of the data that it is drawn from.

    `sources`: a line for each. `counted`: what it shows of them, in words. `province`: the code of
    the province that it is about, where that is not the chosen area.
    """
    words = chosen.words
    place = _named(province, words) if province else area(chosen)
    year = f"{words('filter.year')}: {chosen.question.fiscal_year_be}"
    return (" · ".join((*counted, year, place)), *sources)


def drawn_by_rule(chosen: Filters, *, province: str = "") -> tuple[str, ...]:
    """Return what a picture of the award list, as the chosen rule counts it, says of itself."""
    rule = _rule(chosen.question, chosen.words)
    return drawn(chosen, award_list(chosen.words), counted=rule, province=province)


def drawn_of_list(chosen: Filters, *, province: str = "") -> tuple[str, ...]:
    """Return what a picture of every row of the award list says of itself, whatever the rule."""
    counted = (every_result(chosen),)
    return drawn(chosen, award_list(chosen.words), counted=counted, province=province)


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
    return (area(chosen), award_list(chosen.words))


def award_list(words: Words) -> str:
    """Return where the published list of awards is from, and up to when."""
    last = record().last_result_year_be
    return words("overview.as_of", last=last, publisher=words("source.publisher"))


def _named(code: str, words: Words) -> str:
    return f"{words('filter.province')}: {province(code)[f'name_{words.lang}']}"


def _profile(chosen: Filters, code: str) -> str:
    return release_shown.home("province", {"province": province(code)["iso_code"]} | chosen.link)


def source_of(table: Table, words: Words) -> str:
    """Return where a table of the project is from."""
    return f"{words('column.source')}: {table.source(words.lang)}"


def _declared(table: Table, words: Words) -> tuple[str, ...]:
    return (
        table.title(words.lang),
        source_of(table, words),
        f"{words('column.as_of')}: {words.pick(th=table.as_of_th, en=table.as_of_en)}",
        f"{words('column.licence')}: {table.licence(words.lang)}",
    )
