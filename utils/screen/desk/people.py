"""Who may do what, as a steward decides it: roles, and provinces that two offices claim."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people import roles
from utils.desk.people.roles import NO_OFFICE, ROLES, Disputed, Given, Rights, Role
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.screen.app import tables
from utils.screen.desk import actions as desk_actions
from utils.words import Words

_OFFICES = tuple(range(1, 17))


def decide(at: Engine, rights: Rights, words: Words) -> None:
    """List the roles that were given; let a steward give and take them, and decide who writes."""
    with at.connect() as connection:
        given = roles.given(connection)
    st.subheader(words("desk_people.roles"), anchor=False)
    st.caption(words("desk_people.roles_note"))
    if given:
        told = pd.DataFrame(
            {
                words("desk_people.person"): [one.person for one in given],
                words("desk_people.role"): [_called(one.role, one.office, words) for one in given],
            }
        )
        tables.plain(told, words, name="desk_roles", key="desk.roles")
    _give(at, rights, words)
    if given:
        _take(at, rights, given, words)
    _provinces(at, rights, words)


def _called(role: Role, office: int, words: Words) -> str:
    if role == "officer":
        return words("desk_page.officer", office=office) if office else words("desk_people.officer")
    return words(f"desk_page.{role}")


def _give(at: Engine, rights: Rights, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(words("desk_people.person"), key="desk.whom", max_chars=200, width=320)
        role: Role = st.selectbox(
            words("desk_people.role"),
            ROLES,
            format_func=lambda one: _called(one, NO_OFFICE, words),
            key="desk.role",
            width=240,
        )
        office = NO_OFFICE
        if role == "officer":
            office = st.selectbox(
                words("desk_page.office"), _OFFICES, key="desk.role_office", width=140
            )

        def give() -> str:
            whom = desk_actions.typed("desk.whom").strip()
            with writing(at) as connection:
                roles.grant(connection, rights.person, whom, role, office)
            return words("desk_people.given", person=whom, role=_called(role, office, words))

        nobody = not desk_actions.typed("desk.whom").strip()
        desk_actions.button(
            words("desk_people.give"), give, words, key="desk.give", disabled=nobody
        )


def _take(at: Engine, rights: Rights, given: list[Given], words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = st.selectbox(
            words("desk_people.which"),
            given,
            index=None,
            format_func=lambda held: f"{held.person} · {_called(held.role, held.office, words)}",
            key="desk.given",
            placeholder=words("desk_page.choose"),
            width=480,
        )

        def take() -> str:
            if one is None:
                return ""
            with writing(at) as connection:
                roles.revoke(connection, rights.person, one.person, one.role, one.office)
            return words(
                "desk_people.taken", person=one.person, role=_called(one.role, one.office, words)
            )

        desk_actions.button(
            words("desk_people.take"), take, words, key="desk.take", disabled=one is None
        )


def _provinces(at: Engine, rights: Rights, words: Words) -> None:
    shown = store.release(None, at)
    with at.connect() as connection:
        disputed = roles.disputed(connection, shown.number)
    names = store.table("provinces", shown, at).set_index("province_code")[f"name_{words.lang}"]
    st.subheader(words("desk_people.provinces"), anchor=False)
    st.caption(words("desk_people.provinces_note"))
    for one in disputed:
        _province(at, rights, one, str(names[one.province_code]), words)


def _province(at: Engine, rights: Rights, one: Disputed, name: str, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        office = st.selectbox(
            name,
            one.offices,
            index=one.offices.index(one.writer) if one.writer in one.offices else None,
            format_func=lambda number: words("desk_page.officer_of", office=number),
            placeholder=words("desk_people.undecided"),
            key=f"desk.writer.{one.province_code}",
            width=420,
        )

        def assign() -> str:
            if office is None:
                return ""
            with writing(at) as connection:
                roles.assign(connection, rights.person, one.province_code, office)
            return words("desk_people.assigned", province=name, office=office)

        desk_actions.button(
            words("desk_people.assign"),
            assign,
            words,
            key=f"desk.assign.{one.province_code}",
            disabled=office in {None, one.writer},
        )


def own(at: Engine, rights: Rights, words: Words) -> None:
    """Tell an officer which provinces are theirs to write for, and which only to see."""
    if not rights.offices:
        return
    shown = store.release(None, at)
    with at.connect() as connection:
        codes = roles.writable(connection, rights.offices, shown.number)
        others = roles.seen(connection, rights.offices, shown.number) - codes
        writers = {
            one.province_code: one.writer for one in roles.disputed(connection, shown.number)
        }
    names = store.table("provinces", shown, at).set_index("province_code")[f"name_{words.lang}"]
    told = [words("desk_people.own", provinces=", ".join(names[sorted(codes)]) or "–")]
    for code in sorted(others):
        writer = writers.get(code)
        key = "desk_people.seen" if writer is not None else "desk_people.seen_undecided"
        told.append(words(key, province=names[code], office=writer))
    st.caption(desk_actions.plain(" · ".join(told)))
