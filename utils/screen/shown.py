"""Which release a page shows: one throughout a run, the newest or the one that its link names."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from utils.desk import store
from utils.desk.releases import Release
from utils.screen import link
from utils.screen.link import Param

_SHOWN = "shown.release"
_ARRIVED = "shown.arrived"
_LONGEST = 9  # digits of a number
R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The release of a run, and the number of the newest one as the run began."""

    release: Release
    newest: int

    @property
    def is_newest(self) -> bool:
        """Tell whether nothing newer was published when the run began."""
        return self.release.number == self.newest


# A run has a thread of its own; a callback before it, or a part redrawn alone, asks the session.
_OF_RUN: ContextVar[Shown | None] = ContextVar(_SHOWN, default=None)


class Numbered(Param):
    """A value that holds the number of a release, or nothing for the newest."""

    def fault(self, held: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        if not held:
            return None
        number = int(held) if held.isascii() and held.isdecimal() and len(held) <= _LONGEST else 0
        return None if held == str(number) and 1 <= number <= now().newest else "unknown"


RELEASE = Numbered(name="release", options=(), default="")


def begin() -> None:
    """Fix the release of this run: the one that the address names, or the newest.

    Raises
    ------
    DamagedStoreError, NewerStoreError
        If the store cannot be shown.
    """
    fix()
    held = link.value(RELEASE)
    if held:
        _OF_RUN.set(Shown(release=store.release(int(held)), newest=now().newest))
    before = _of_session()
    st.session_state[_SHOWN] = now()
    st.session_state[_ARRIVED] = not held and before is not None and before.newest < now().newest


def arrived() -> bool:
    """Tell whether this run is the first to show a release that came while the page was open."""
    return bool(st.session_state.get(_ARRIVED))


def followed() -> int | None:
    """Return the number that an open page asks to be overtaken; None where its link names one."""
    return None if link.value(RELEASE) else now().newest


def fix() -> None:
    """Fix the newest release for this thread, where there is no session."""
    _OF_RUN.set(_newest())


def now() -> Shown:
    """Return what this run shows; the newest where none was fixed."""
    return _OF_RUN.get() or _of_session() or _newest()


def later(function: Callable[[], R]) -> Callable[[], R]:
    """Return a function that sees the release of this run, whenever and wherever it is called.

    Files are written when they are taken, by a thread that knows no session: without this, one of
    an older release would be written from the newest.
    """
    seen = now()

    def called() -> R:
        token = _OF_RUN.set(seen)
        try:
            return function()
        finally:
            _OF_RUN.reset(token)

    return called


def release() -> Release:
    """Return the release whose numbers this run shows."""
    return now().release


def every() -> tuple[Release, ...]:
    """Return all releases that this run knows of, newest first."""
    return store.every(now().newest)


def home(page: str, codes: dict[str, str]) -> str:
    """Return `link.home` of a page, with the release shown: a file tells its numbers for good."""
    return link.home(page, codes | {RELEASE.name: str(release().number)})


def _newest() -> Shown:
    found = store.release()
    return Shown(release=found, newest=found.number)


def _of_session() -> Shown | None:
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    found: Shown | None = st.session_state.get(_SHOWN)
    return found
