"""Trial mode: whether this run lets invented tables stand in where no real one is loaded.

One value of the address decides. Where it says nothing, a page opens without them, unless it is
about such tables alone or its address names an invented LAO (`Page.opens_in_trial`).
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import Final

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from utils import settings
from utils.desk.store import store
from utils.screen.app import link
from utils.screen.app.link import Param
from utils.tables.declared.places import FICTITIOUS_PREFIX

TRIAL: Final = Param(
    name="trial",
    options=("", "1", "0"),
    default="",
    label="trial.switch",
    names_options=True,
)
ON, OFF = "1", "0"
_OPENS = "trial.opens"
# A run has a thread of its own; a callback before it asks the session, as of the release shown.
_OF_RUN: ContextVar[bool | None] = ContextVar(_OPENS, default=None)


def begin(*, opens: bool) -> None:
    """Fix for this run whether its page opens in trial mode where the address says nothing."""
    _OF_RUN.set(opens)
    if get_script_run_ctx(suppress_warning=True) is not None:
        st.session_state[_OPENS] = opens


def asked(code: str) -> bool:
    """Tell whether a code of `TRIAL` puts this run into trial mode."""
    return code == ON or (not code and _opens())


def is_on() -> bool:
    """Tell whether this run is in trial mode, by its address and its page."""
    return asked(link.value(TRIAL))


def is_on_offer() -> bool:
    """Tell whether the setting allows invented tables, and no real one was refused at the start.

    Where a file of real ones could not be used, nothing invented may stand in its place.
    """
    return settings.fictitious() and not store.start_faults()


def _opens() -> bool:
    of_run = _OF_RUN.get()
    if of_run is not None:
        return of_run
    if get_script_run_ctx(suppress_warning=True) is None:
        return False
    return bool(st.session_state.get(_OPENS))


def names_invented(name: str) -> Callable[[], bool]:
    """Return whether the address names invented LAOs, for `Page.opens_in_trial`.

    `name`: of the parameter that names them.
    """
    return lambda: FICTITIOUS_PREFIX in st.query_params.get(name, "")
