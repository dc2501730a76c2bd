"""Who is signed in, by Streamlit's own sign-in (OpenID Connect)."""

from __future__ import annotations

import contextlib
import time
from typing import Final

import streamlit as st
from sqlalchemy import Engine

from utils import settings
from utils.desk.people import claims, roles, sign_ins
from utils.desk.people.claims import Identity
from utils.desk.refusal import RefusedError
from utils.desk.store import store

_NOTED: Final = "sign_in.noted"


def configured() -> bool:
    """Return whether the secrets file has a section [auth]: Streamlit then knows of signing in."""
    return "is_logged_in" in st.user


def note() -> None:
    """Write a sign-in into the audit on the first page it leads to, whichever that is.

    One that cannot be kept is told at the desk, where it would count.
    """
    if configured() and _NOTED not in st.session_state:
        with contextlib.suppress(RefusedError):
            if begun(store.opened()) is not None:
                st.session_state[_NOTED] = True


def begun(at: Engine) -> str | None:
    """Return the name of who is signed in, once that is in the audit; None: nobody is.

    Raises
    ------
    RefusedError
        If the sign-in names nobody, is too old or was ended, or cannot be kept now.
    """
    identity = _identity(at)
    if identity is None:
        return None
    sign_ins.begin(at, identity)
    return identity.person


def must_hold() -> None:
    """Raise `RefusedError` where a sign-in is asked for and is not there, too old or ended."""
    if configured() and begun(store.opened()) is None:
        raise RefusedError("signed_out")


def end(at: Engine, person: str) -> None:
    """Sign out, here and at the provider."""
    with contextlib.suppress(RefusedError):  # nobody is kept from leaving by a busy store
        sign_ins.end(at, person)
    st.logout()


def _identity(at: Engine) -> Identity | None:
    if st.user.get("is_logged_in") is not True:
        return None
    now = time.time()
    with at.connect() as connection:
        offices = roles.offices(connection)
    identity = claims.read(
        dict(st.user),
        person_claim=settings.person_claim(),
        roles_claim=settings.roles_claim(),
        offices=offices,
        now=now,
    )
    identity.must_hold(now)
    return identity
