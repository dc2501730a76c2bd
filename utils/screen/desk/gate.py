"""Who may be at the desk: who signed in; without a login, only someone at this very machine.

These checks decide what is drawn. Who may do what is checked again wherever something is written.
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
_CLAIMED: Final = "desk.claimed"  # who the visitor at this machine says they are, on every page
_CHOSEN: Final = "desk.chosen"
_FORWARDED: Final = ("forwarded", "via", "x-forwarded-", "x-real-ip", "cf-connecting-ip")


def why_shut() -> str | None:
    """Return why the desk is shut, as the last part of the key of its words; None: it is open.

    With a login, it is open from anywhere to whoever signs in. Without one, it is open where
    ESC_DESK asks for it, the server listens to this machine alone, and the visit comes from this
    machine: by its address, by the host it names, and through no other server.
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
    """Return the engine of the store; where it cannot be used, say why and stop the page."""
    try:
        return store.opened()
    except DamagedStoreError as damaged:
        _stop(words("desk.damaged"), *(damage.message(words.lang) for damage in damaged.damages))
    except NewerStoreError as newer:
        _stop(words("desk.newer_store", revision=newer))


def _stop(*lines: str) -> NoReturn:
    st.error(desk_actions.escaped("\n\n".join(lines)))
    st.stop()


def person_name(engine: Engine) -> str | None:
    """Return the name of the visitor; None where the desk is shut or they have not said it.

    Raises
    ------
    RefusedError
        If the sign-in is not valid.
    """
    if why_shut():
        return None
    if sign_in.configured():
        return sign_in.begun(engine)
    claimed: str | None = st.session_state.get(_CLAIMED)
    return claimed


def person_if_known(engine: Engine) -> str | None:
    """Return the name of the visitor; None where it is not known, or their sign-in is not valid."""
    try:
        return person_name(engine)
    except RefusedError:
        return None


def ask_who(engine: Engine, words: Words) -> None:
    """Offer a visitor who came by a link a way to say who they are, where the desk is open."""
    if sign_in.configured():
        st.button(words("sign_in.begin"), key="sign_in.begin", type="primary", on_click=st.login)
        return
    with engine.connect() as connection:
        names = roles.people(connection)
    st.selectbox(
        words("desk_page.person"),
        names,
        index=None,
        placeholder=words("desk_page.choose"),
        key=_CHOSEN,
        on_change=_keep_claim,
        width=420,
    )


def _keep_claim() -> None:
    st.session_state[_CLAIMED] = st.session_state[_CHOSEN]


def rights(engine: Engine, words: Words) -> Rights:
    """Return the rights of the visitor: who signed in, or else who they say they are."""
    if sign_in.configured():
        return _signed_in(engine, words)
    with engine.connect() as connection:
        names = roles.people(connection)
    if not names:
        st.info(words("desk_page.nobody"))
        st.stop()
    if _PERSON not in st.session_state and (claimed := st.session_state.get(_CLAIMED)) in names:
        st.session_state[_PERSON] = claimed
    chosen = st.selectbox(words("desk_page.person"), names, key=_PERSON, width=420)
    st.session_state[_CLAIMED] = chosen
    with engine.connect() as connection:
        rights = roles.rights(connection, chosen)
    st.caption(desk_actions.escaped(_roles_in_words(rights, words)))
    return rights


def _signed_in(engine: Engine, words: Words) -> Rights:
    """Return the rights of whoever signed in; where nobody has, offer it and stop the page."""
    try:
        name = sign_in.begun(engine)
    except RefusedError as refused:
        st.error(desk_actions.escaped(refused.message(words.lang)))
        name = None
    if name is None:
        st.markdown(words("sign_in.needed"))
        st.button(words("sign_in.begin"), key="sign_in.begin", type="primary", on_click=st.login)
        st.stop()
    with engine.connect() as connection:
        rights = roles.rights(connection, name)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.text(
            words("sign_in.is", person=name, roles=_roles_in_words(rights, words)), width="content"
        )
        st.button(
            words("sign_in.end"), key="sign_in.end", on_click=sign_in.end, args=(engine, name)
        )
    return rights


def _roles_in_words(rights: Rights, words: Words) -> str:
    offices = [words("desk_page.officer", office=office) for office in sorted(rights.offices)]
    others = [words("desk_page.certifier")] if rights.is_certifier else []
    others += [words("desk_page.steward")] if rights.is_steward else []
    return " · ".join([*offices, *others]) or words("desk_page.viewer")
