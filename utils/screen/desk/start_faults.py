"""What could not be used when the dashboard started, above every page of a data steward."""

from __future__ import annotations

import streamlit as st

from utils.desk.people import roles
from utils.desk.store import store
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.tables.check import report
from utils.words import Words


def notice(words: Words) -> None:
    """Name each fault of the installation's own tables and its remedy, to stewards alone."""
    faults = store.start_faults()
    if not faults or not _is_steward():
        return
    with st.expander(words("desk.start_faults"), expanded=True):
        for file, *lines in _told(words):
            st.markdown(f"**{desk_actions.escaped(file)}**")
            st.text("\n".join(lines))


def _is_steward() -> bool:
    engine = store.opened()
    person = gate.person_if_known(engine)
    if person is None:
        return False
    with engine.connect() as connection:
        return roles.rights(connection, person).is_steward


def _told(words: Words) -> list[list[str]]:
    """Return the lines about each file, its name first."""
    files: dict[str, list[str]] = {}
    for fault in store.start_faults():
        lines = files.setdefault(fault.file, [fault.file])
        lines += list(report([fault], lang=words.lang))[:-1]
    return list(files.values())
