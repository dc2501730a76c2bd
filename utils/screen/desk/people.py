"""Who may do what, as decided by a steward: roles, and who writes for disputed provinces."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from sqlalchemy import Engine

from utils.desk.people import roles
from utils.desk.people.roles import NO_OFFICE, ROLES, Disputed, Rights, Role, RoleGrant
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.desk.store.releases import Release
from utils.screen.app import tables
from utils.screen.desk import actions as desk_actions
from utils.words import Words


def manage(engine: Engine, rights: Rights, words: Words) -> None:
    """List the roles granted; offer to grant and revoke them, and to assign disputed provinces."""
    with engine.connect() as connection:
        grants = roles.grants(connection)
    st.subheader(words("desk_people.roles"), anchor=False)
    st.caption(words("desk_people.roles_note"))
    if grants:
        table = pd.DataFrame(
            {
                words("desk_people.person"): [grant.person for grant in grants],
                words("desk_people.role"): [
                    _role_name(grant.role, grant.office, words) for grant in grants
                ],
            }
        )
        tables.plain(table, words, name="desk_roles", key="desk.roles")
    _grant(engine, rights, words)
    if grants:
        _revoke(engine, rights, grants, words)
    _assign_provinces(engine, rights, words)


def _role_name(role: Role, office: int, words: Words) -> str:
    if role == "officer":
        return words("desk_page.officer", office=office) if office else words("desk_people.officer")
    return words(f"desk_page.{role}")


def _grant(engine: Engine, rights: Rights, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(words("desk_people.person"), key="desk.whom", max_chars=200, width=320)
        role: Role = st.selectbox(
            words("desk_people.role"),
            ROLES,
            format_func=lambda code: _role_name(code, NO_OFFICE, words),
            key="desk.role",
            width=240,
        )
        office = NO_OFFICE
        if role == "officer":
            with engine.connect() as connection:
                offices = roles.offices(connection)
            office = st.selectbox(
                words("desk_page.office"), offices, key="desk.role_office", width=140
            )

        def grant() -> str:
            person = desk_actions.typed("desk.whom").strip()
            with writing(engine) as connection:
                roles.grant(connection, rights.person, person, role, office)
            return words("desk_people.given", person=person, role=_role_name(role, office, words))

        nobody = not desk_actions.typed("desk.whom").strip()
        desk_actions.button(
            words("desk_people.give"), grant, words, key="desk.give", disabled=nobody
        )


def _revoke(engine: Engine, rights: Rights, grants: list[RoleGrant], words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        grant = st.selectbox(
            words("desk_people.which"),
            grants,
            index=None,
            format_func=lambda listed: (
                f"{listed.person} · {_role_name(listed.role, listed.office, words)}"
            ),
            key="desk.given",
            placeholder=words("desk_page.choose"),
            width=480,
        )

        def revoke() -> str:
            if grant is None:
                return ""
            with writing(engine) as connection:
                roles.revoke(connection, rights.person, grant.person, grant.role, grant.office)
            return words(
                "desk_people.taken",
                person=grant.person,
                role=_role_name(grant.role, grant.office, words),
            )

        desk_actions.button(
            words("desk_people.take"), revoke, words, key="desk.take", disabled=grant is None
        )


def _assign_provinces(engine: Engine, rights: Rights, words: Words) -> None:
    release = store.release(None, engine)
    with engine.connect() as connection:
        disputed = roles.disputed(connection, release.number)
    names = _province_names(engine, release, words)
    st.subheader(words("desk_people.provinces"), anchor=False)
    st.caption(words("desk_people.provinces_note"))
    for province in disputed:
        _assign_province(engine, rights, province, str(names[province.province_code]), words)


def _assign_province(
    engine: Engine, rights: Rights, disputed: Disputed, name: str, words: Words
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        office = st.selectbox(
            name,
            disputed.offices,
            index=disputed.offices.index(disputed.writer)
            if disputed.writer in disputed.offices
            else None,
            format_func=lambda number: words("desk_page.officer_of", office=number),
            placeholder=words("desk_people.undecided"),
            key=f"desk.writer.{disputed.province_code}",
            width=420,
        )

        def assign() -> str:
            if office is None:
                return ""
            with writing(engine) as connection:
                roles.assign(connection, rights.person, disputed.province_code, office)
            return words("desk_people.assigned", province=name, office=office)

        desk_actions.button(
            words("desk_people.assign"),
            assign,
            words,
            key=f"desk.assign.{disputed.province_code}",
            disabled=office in {None, disputed.writer},
        )


def _province_names(engine: Engine, release: Release, words: Words) -> pd.Series:
    """Return the names of provinces by code."""
    provinces = store.table("provinces", release, engine)
    return provinces.set_index("province_code")[f"name_{words.lang}"]


def show_own_provinces(engine: Engine, rights: Rights, words: Words) -> None:
    """Tell an officer which provinces they write for, and which they only see."""
    if not rights.offices:
        return
    release = store.release(None, engine)
    with engine.connect() as connection:
        codes = roles.writable(connection, rights.offices, release.number)
        others = roles.visible(connection, rights.offices, release.number) - codes
        writers = {
            disputed.province_code: disputed.writer
            for disputed in roles.disputed(connection, release.number)
        }
    names = _province_names(engine, release, words)
    lines = [words("desk_people.own", provinces=", ".join(names[sorted(codes)]) or "–")]
    for code in sorted(others):
        writer = writers.get(code)
        key = "desk_people.sender" if writer is not None else "desk_people.sender_undecided"
        lines.append(words(key, province=names[code], office=writer))
    st.caption(desk_actions.escaped(" · ".join(lines)))
