"""What the desk understood of sent files, and the choice of what unknown headings mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people.roles import Rights
from utils.desk.submissions import acts, forms, intake, summary
from utils.desk.submissions.intake import SentTable
from utils.desk.submissions.plan import Plan
from utils.desk.submissions.submissions import Submission
from utils.screen.desk import actions as desk_actions
from utils.tables import calendar
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading import guesses, recognition
from utils.tables.reading.gathered import gather
from utils.tables.reading.guesses import Offer
from utils.words import Words

_LEFT_OUT: Final = ""
_OPEN: Final = "?"
_MISSING: Final = "column_missing"
_MOST_VALUES: Final = 3  # columns: a file that lacks more is another table
_YEARS: Final = range(16)  # back from the next fiscal year
_LACKING: Final = frozenset({_MISSING, "no_heading"})
_MOST_PARTS: Final = 20  # tables of one submission that are offered a choice


def notes(plan: Plan, words: Words) -> None:
    """Show, folded, what was understood of the files: it asks for nothing."""
    lines = gather(plan.notes, words.lang)
    if not lines:
        return
    with st.expander(words("desk_headings.notes", n=len(lines))):
        rows = [
            (one.in_files(), one.at_rows(), one.at_columns(), one.found(), one.message)
            for one in lines
        ]
        names = ("file", "row", "column", "value", "problem")
        headings = [words(f"desk_headings.note_{name}") for name in names]
        st.dataframe(pd.DataFrame(rows, columns=headings), hide_index=True, width="stretch")


def choose(
    engine: Engine, rights: Rights, submission: Submission, plan: Plan, words: Words
) -> None:
    """Offer the sender of a draft to say which table a file is, and what its headings mean."""
    if submission.state != "draft" or submission.sender != rights.person:
        return
    for number, part in enumerate(plan.parts[:_MOST_PARTS]):
        if part.sheet is None:
            continue
        if part.table is not None and (
            offered := guesses.offers(part.sheet.rows, part.table, part.chosen)
        ):
            _choose_columns(engine, rights, submission, part, number, offered, words)
        if part.table is not None and (lacking := _lacking(part, part.table, plan)):
            _give_values(engine, rights, submission, part, number, lacking, words)
        if part.table is None or part.others or _may_be_another(part, plan):
            _choose_table(engine, rights, submission, part, number, words)


def _lacking(part: SentTable, table: Table, plan: Plan) -> list[str]:
    """Return the columns that a part lacks and that may have one value in all of its rows."""
    codes = {one.column for one in plan.errors if (one.file, one.code) == (part.name, _MISSING)}
    names = [name for name in table.columns if name in {*codes, *part.given}]
    is_whole = len(names) <= _MOST_VALUES and table.key != tuple(names)
    return names if is_whole else []


def _may_be_another(part: SentTable, plan: Plan) -> bool:
    """Tell whether a file lacks what its table must have: it may have been meant as another."""
    return any(one.file == part.name and one.code in _LACKING for one in plan.errors)


def _choose_table(  # noqa: PLR0913, PLR0917 what a form needs
    engine: Engine,
    rights: Rights,
    submission: Submission,
    part: SentTable,
    number: int,
    words: Words,
) -> None:
    on_offer = forms.tables(regional=not rights.is_steward)
    meant = part.table or recognition.meant(part.contents)
    file = desk_actions.escaped(part.name)
    with st.container(border=True):
        if part.table is None:
            st.markdown(words("desk_headings.which", file=file))
        else:
            title = part.table.title(words.lang)
            st.markdown(words("desk_headings.another", file=file, table=title))
        name = st.selectbox(
            words("desk_headings.table"),
            on_offer,
            index=on_offer.index(meant.name) if meant and meant.name in on_offer else None,
            format_func=lambda one: schemas.TABLES[one].title(words.lang),
            placeholder=words("desk_page.choose"),
            key=f"desk.table.{submission.submission_id}.{submission.attempt}.{number}",
            width=420,
        )

        def keep() -> str:
            sent = acts.name_table(
                engine, rights.person, submission.submission_id, part.file.sha256, str(name)
            )
            return summary.submission(sent, words)

        label, key = words("desk_headings.use_table"), f"desk.use_table.{number}"
        is_same = part.table is not None and name == part.table.name
        desk_actions.button(label, keep, words, key=key, disabled=name is None or is_same)


def _give_values(  # noqa: PLR0913, PLR0917 what a form needs
    engine: Engine,
    rights: Rights,
    submission: Submission,
    part: SentTable,
    number: int,
    lacking: Sequence[str],
    words: Words,
) -> None:
    """Ask for the one value that a column which is missing has in all rows of a part."""
    table = part.table
    if table is None:
        return
    with st.container(border=True):
        st.markdown(words("desk_headings.values", file=desk_actions.escaped(part.name)))
        st.caption(words("desk_headings.values_lead"))
        keys = {
            name: _give_value(part, name, f"{submission.submission_id}.{number}", words)
            for name in lacking
        }

        def keep() -> str:
            said = {name: st.session_state[widget] for name, widget in keys.items()}
            given = {
                intake.whole_key(part.name, name): str(value)
                for name, value in said.items()
                if value not in {None, ""}
            }
            acts.choose_headings(engine, rights.person, submission.submission_id, table.name, given)
            return words("desk_headings.values_kept", n=len(given))

        label, key = words("desk_headings.use_values"), f"desk.use_values.{number}"
        desk_actions.button(label, keep, words, key=key, type="primary")


def _give_value(part: SentTable, name: str, of: str, words: Words) -> str:
    """Draw the question for one column; return the key of its widget."""
    if part.table is None:
        return ""
    column, said = part.table.columns[name], part.given.get(name)
    title, key = column.title(words.lang), f"desk.value.{of}.{name}"
    options: list[str] = [choice.code for choice in column.choices]
    if column.kind == "year":
        next_year = calendar.fiscal_year(calendar.today()) + 1
        options = [str(next_year - back) for back in _YEARS]
    if not options:
        st.text_input(title, said or "", help=column.about(words.lang), key=key, max_chars=200)
        return key
    st.selectbox(
        title,
        options,
        index=options.index(said) if said in options else None,
        format_func=lambda one: column.label(one, words.lang) if column.choices else one,
        placeholder=words("desk_page.choose"),
        key=key,
        width=420,
    )
    return key


def _choose_columns(  # noqa: PLR0913, PLR0917 what a form needs
    engine: Engine,
    rights: Rights,
    submission: Submission,
    part: SentTable,
    number: int,
    offered: Sequence[Offer],
    words: Words,
) -> None:
    table = part.table
    if table is None:
        return
    is_open = any(one.column is None for one in offered)
    title = words("desk_headings.title", n=len(offered), file=desk_actions.escaped(part.name))
    with st.expander(title, expanded=is_open):
        st.caption(words("desk_headings.lead", table=table.title(words.lang)))
        keys = {
            one.key: _choose_column(one, f"{submission.submission_id}.{number}", table, words)
            for one in offered
        }

        def keep() -> str:
            said = {key: str(st.session_state[widget]) for key, widget in keys.items()}
            chosen = {key: column for key, column in said.items() if column != _OPEN}
            acts.choose_headings(
                engine, rights.person, submission.submission_id, table.name, chosen
            )
            return words("desk_headings.kept", n=len(chosen))

        label, key = words("desk_headings.use"), f"desk.use_headings.{number}"
        desk_actions.button(label, keep, words, key=key, type="primary")


def _choose_column(offer: Offer, of: str, table: Table, words: Words) -> str:
    """Draw the choice for one heading; return the key of its widget."""
    options = [_OPEN, *table.columns, _LEFT_OUT]
    first = offer.guess if offer.column is None else offer.column
    key = f"desk.heading.{of}.{offer.key}"
    written, choice = st.columns((3, 4), vertical_alignment="center")
    with written:
        st.markdown(f"**{desk_actions.escaped(offer.written)}**")
        samples = desk_actions.escaped("; ".join(offer.samples)) or "–"
        said = [words("desk_headings.samples", samples=samples)]
        if offer.guess is not None:
            title = table.columns[offer.guess].title(words.lang)
            said.append(words("desk_headings.guess", column=desk_actions.escaped(title)))
        st.caption(" · ".join(said))

    def named(column: str) -> str:
        if column in {_OPEN, _LEFT_OUT}:
            return words("desk_headings.open" if column == _OPEN else "desk_headings.left_out")
        return table.columns[column].title(words.lang)

    with choice:
        st.selectbox(
            offer.written,
            options,
            index=options.index(_OPEN if first is None else first),
            format_func=named,
            key=key,
            label_visibility="collapsed",
        )
    return key
