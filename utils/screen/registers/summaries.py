"""What the page says of a whole register: what is not set, what is covered, who has a coach."""

from __future__ import annotations

import streamlit as st

from utils.figures.registers import summaries as register_summaries
from utils.measures.registers.recommendations import themes_by_levels
from utils.screen.app import link, provenance, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.registers.selection import ONLY, Register, address
from utils.tables.declared.recommendations import LEVEL, RECOMMENDATIONS
from utils.tables.declared.registers import COACHES


def draw(register: Register, chosen: Filters) -> None:
    """Draw the summary of a register that has one."""
    if register.table.name == RECOMMENDATIONS.name and not register.every.empty:
        _recommendations(register, chosen)
    elif register.table.name == COACHES.name:
        _coaches(register, chosen)


def _recommendations(register: Register, chosen: Filters) -> None:
    words = chosen.words
    st.header(words("registers.to_set"), anchor="to-set")
    lines = register_summaries.unset_lines(register.every, words)
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.caption(words("registers.to_set_note"))
    st.header(words("registers.matrix"), anchor="matrix")
    shown, counts = (
        register_summaries.matrix(register.every, words),
        themes_by_levels(register.every),
    )
    picked = tables.plain(
        shown,
        words,
        name="recommendations_matrix",
        key="registers.matrix",
        about=provenance.of_table(chosen, register.table),
        links={
            LEVEL.label(str(level), words.lang): [
                _cell(f"level.{level},theme.{theme}", chosen)
                # the row of participation counts entries of every theme: no one filter shows them
                if counts[level][theme] and theme != "participation"
                else None
                for theme in counts.index
            ]
            for level in counts
        },
    )
    st.caption(words("registers.matrix_note"))
    if picked:
        link.put(ONLY, picked)
        st.rerun()


def _cell(only: str, chosen: Filters) -> dict[str, str]:
    to = address(RECOMMENDATIONS.name, chosen, **{ONLY.name: only})
    return {"id": only, "href": f"{to}#entries"}


def _coaches(register: Register, chosen: Filters) -> None:
    words = chosen.words
    st.header(words("registers.coverage"), anchor="coverage")
    tables.plain(
        register_summaries.coached(
            register.every, table("municipalities"), record().provinces, words
        ),
        words,
        name="coaches_by_region",
        key="registers.coached",
        about=provenance.of_table(chosen, register.table),
    )
    st.caption(words("registers.coverage_note"))
