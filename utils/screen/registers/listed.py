"""The entries of a register as a list, as files; and what an empty one waits for."""

from __future__ import annotations

from functools import partial

import streamlit as st

from utils import settings
from utils.exports.area import papers as area_papers
from utils.exports.area.papers import Papers, Section
from utils.figures.registers import summaries as register_summaries
from utils.figures.registers import told as register_told
from utils.screen.app import link, provenance, release_shown, sign_in, tables
from utils.screen.app.cache import table
from utils.screen.app.filters import Filters
from utils.screen.registers.selection import (
    ENTRY,
    FIND,
    ONLY,
    REGISTER,
    Register,
    place_param,
)
from utils.tables.declared.recommendations import RECOMMENDATIONS
from utils.tables.reading.writer import to_csv
from utils.words import Words


def draw(register: Register, chosen: Filters) -> None:
    """Draw the chosen entries with their files, their source, and how to send others."""
    words, declared = chosen.words, register.table
    st.header(words("registers.entries"), anchor="entries")
    if register.every.empty:
        st.info(words("registers.waits", source=declared.source(words.lang)))
    elif register.shown.empty:
        st.info(words("registers.none_chosen"))
    else:
        st.markdown(words("registers.shown", n=len(register.shown), total=len(register.every)))
        _list(register, chosen)
        _workbook(register, chosen)
    if not register.every.empty:
        st.caption("  \n".join(provenance.of_table(chosen, declared)[1:4]))
    st.markdown(_ways(register, chosen))
    _to_edit(register, words)


def _to_edit(register: Register, words: Words) -> None:
    """Offer the whole register as the desk reads it back: with its own columns and codes."""
    every, declared = register.every, register.table
    st.download_button(
        words("registers.to_edit"),
        lambda: to_csv(every, declared, inert=True).encode("utf-8-sig"),
        file_name=declared.file,
        mime="text/csv",
        key="registers.to_edit",
        on_click="ignore",
    )


def _list(register: Register, chosen: Filters) -> None:
    words, declared = chosen.words, register.table
    shown = register_told.listed(register.shown, declared, register.names)
    keys = [str(key) for key in register.shown[register.key]]
    codes = {name: st.query_params[name] for name in st.query_params if name != ENTRY.name}
    picked = tables.plain(
        shown,
        words,
        name=f"{declared.name}_{words.lang}",
        key=f"registers.{declared.name}",
        about=provenance.of_table(chosen, declared),
        links={
            shown.columns[1]: [
                {"id": key, "href": link.address("registers", codes | {ENTRY.name: key})}
                for key in keys
            ]
        },
        file=register_told.whole(register.shown, declared, register.names),
    )
    if picked:
        link.put(ENTRY, picked)
        st.rerun()


def _workbook(register: Register, chosen: Filters) -> None:
    """Offer the chosen entries as a workbook; only what is published."""
    words = chosen.words
    if release_shown.now().waiting is not None:
        return
    number = release_shown.release().number
    st.download_button(
        words("registers.workbook"),
        release_shown.later(partial(_file, register, chosen, _home(register, chosen))),
        file_name=f"{register.table.name}_r{number}_{words.lang}.xlsx",
        mime=area_papers.TYPES["xlsx"],
        key="registers.xlsx",
        on_click="ignore",
    )


def _home(register: Register, chosen: Filters) -> str:
    """Return the whole address of what is shown: asked while the page is, not as a file is made."""
    own = {one.name: link.value(one) for one in (FIND, ONLY, place_param()) if link.value(one)}
    return release_shown.home("registers", chosen.link | {REGISTER.name: register.table.name} | own)


def _file(register: Register, chosen: Filters, home: str) -> bytes:
    words, declared = chosen.words, register.table
    release = release_shown.release()
    rows = register_told.whole(register.shown, declared, register.names)
    note = provenance.source_of(declared, words)
    sections = [Section(title=declared.title(words.lang), note=note, table=rows)]
    lead = [*provenance.of_table(chosen, declared)[1:4]]
    if declared.name == RECOMMENDATIONS.name:
        every = table(declared.name)
        lead += register_summaries.unset_lines(every, words)
        covered = register_summaries.matrix(every, words)
        title = words("registers.matrix")
        sections.append(Section(title=title, note=words("registers.matrix_note"), table=covered))
    papers = Papers(
        title=declared.title(words.lang),
        lead=tuple(lead),
        sections=tuple(sections),
        deadlines=(),
        release=release_shown.title(words),
        released=release.published.date().isoformat(),
        link=home,
        words=words,
    )
    return area_papers.write("xlsx", papers)


def _ways(register: Register, chosen: Filters) -> str:
    """Return how entries come into a register, with the ways to its form and its dictionary."""
    words, name = chosen.words, register.table.name
    columns = link.address("methods", {"table": name} | chosen.short_link)
    said = words("registers.columns", address=f"{columns}#dictionary")
    return f"{_send(name, chosen, words)} · {said}"


def _send(name: str, chosen: Filters, words: Words) -> str:
    if settings.desk() or sign_in.configured():
        form = link.address("desk", {"form": name} | chosen.short_link)
        return words("registers.send", address=form)
    return words("registers.send_steward")
