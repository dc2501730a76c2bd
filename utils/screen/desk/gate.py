"""Who may be at the desk: who signed in; without a login, somebody at this very machine alone.

What is checked here decides what is drawn. Who may do what is checked again where it is written.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Final, NoReturn
from urllib.parse import urlsplit

import streamlit as st
from sqlalchemy import Engine

from utils import settings
from utils.desk.people import roles
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.migrate import NewerStoreError
from utils.desk.store.verify import DamagedStoreError
from utils.screen.app import sign_in
from utils.screen.desk import actions as desk_actions
from utils.words import Words

_LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})
_PERSON: Final = "desk.person"
_SAID: Final = "desk.said"  # who somebody at this machine says to be, kept from page to page
_ASKED: Final = "desk.asked"
_FORWARDED: Final = ("forwarded", "via", "x-forwarded-", "x-real-ip", "cf-connecting-ip")


def shut() -> str | None:
    """Return why the desk is shut, as the last part of the key of its words; None: it is open.

    With a login, it is open from anywhere to whoever signs in. Without one, it is open where it
    was asked for (ESC_DESK), the server listens to this machine alone, and the visit comes from
    it: by its address, by the name it calls, and through no other server.
    """
    if sign_in.configured():
        return None
    if not settings.desk():
        return "not_asked"
    if str(st.get_option("server.address") or "") not in _LOOPBACK:
        return "not_bound"
    headers = {name.lower(): value for name, value in st.context.headers.items()}
    if any(name.startswith(_FORWARDED) for name in headers):
        return "forwarded"
    host = urlsplit(f"//{headers.get('host', 'localhost')}").hostname or ""
    if host not in _LOOPBACK or not _is_here(st.context.ip_address):
        return "from_afar"
    return None


def _is_here(address: str | None) -> bool:
    return address is None or ip_address(address).is_loopback


def engine(words: Words) -> Engine:
    """Return the store; where it cannot be used, say why and end the page."""
    try:
        return store.opened()
    except DamagedStoreError as broken:
        _end(words("desk.damaged"), *(one.message(words.lang) for one in broken.damages))
    except NewerStoreError as newer:
        _end(words("desk.newer_store", revision=newer))


def _end(*told: str) -> NoReturn:
    st.error(desk_actions.plain("\n\n".join(told)))
    st.stop()


def who(at: Engine) -> str | None:
    """Return the name of whoever is here; None where the desk is shut or nobody has said.

    Raises
    ------
    RefusedError
        If a sign-in does not hold.
    """
    if shut():
        return None
    if sign_in.configured():
        return sign_in.begun(at)
    said: str | None = st.session_state.get(_SAID)
    return said


def ask(at: Engine, words: Words) -> None:
    """Offer whoever came by a link a way to say who they are, where the desk is open."""
    if sign_in.configured():
        st.button(words("sign_in.begin"), key="sign_in.begin", type="primary", on_click=st.login)
        return
    with at.connect() as connection:
        names = roles.known(connection)
    st.selectbox(
        words("desk_page.person"),
        names,
        index=None,
        placeholder=words("desk_page.choose"),
        key=_ASKED,
        on_change=_note_said,
        width=420,
    )


def _note_said() -> None:
    st.session_state[_SAID] = st.session_state[_ASKED]


def person(at: Engine, words: Words) -> Rights:
    """Return what whoever is here may do: who signed in, or, without a login, who they say."""
    if sign_in.configured():
        return _signed_in(at, words)
    with at.connect() as connection:
        names = roles.known(connection)
    if not names:
        st.info(words("desk_page.nobody"))
        st.stop()
    if _PERSON not in st.session_state and (said := st.session_state.get(_SAID)) in names:
        st.session_state[_PERSON] = said
    chosen = st.selectbox(words("desk_page.person"), names, key=_PERSON, width=420)
    st.session_state[_SAID] = chosen
    with at.connect() as connection:
        found = roles.rights(connection, chosen)
    st.caption(desk_actions.plain(_told(found, words)))
    return found


def _signed_in(at: Engine, words: Words) -> Rights:
    """Return what the signed-in person may do; where nobody is, offer to sign in."""
    try:
        name = sign_in.begun(at)
    except RefusedError as refused:
        st.error(desk_actions.plain(refused.message(words.lang)))
        name = None
    if name is None:
        st.markdown(words("sign_in.needed"))
        st.button(words("sign_in.begin"), key="sign_in.begin", type="primary", on_click=st.login)
        st.stop()
    with at.connect() as connection:
        found = roles.rights(connection, name)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(words("sign_in.is", person=name, roles=_told(found, words)), width="content")
        st.button(words("sign_in.end"), key="sign_in.end", on_click=sign_in.end, args=(at, name))
    return found


def _told(found: Rights, words: Words) -> str:
    offices = [words("desk_page.officer", office=office) for office in sorted(found.offices)]
    rest = [words("desk_page.certifier")] if found.is_certifier else []
    rest += [words("desk_page.steward")] if found.is_steward else []
    return " · ".join([*offices, *rest]) or words("desk_page.viewer")
