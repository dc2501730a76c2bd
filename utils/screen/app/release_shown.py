"""Which release a page shows: one throughout a run, the newest or the one that its link names.

What waits to be published is shown in the place of the newest, once `utils.screen.desk.preview` has
seen who asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar

import pandas as pd
import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.submissions import summary
from utils.desk.submissions.preview import Preview
from utils.screen.app import link
from utils.screen.app.link import Param
from utils.words import Words

P = ParamSpec("P")
R = TypeVar("R")

_SHOWN = "shown.release"
_ARRIVED = "shown.arrived"
_LONGEST = 9  # digits of a number


@dataclass(frozen=True, kw_only=True)
class Shown:
    """The release of a run, and the number of the newest one as the run began.

    `waiting`: what waits to be published, where a run shows that instead: `release` is the one it
    would become.
    """

    release: Release
    newest: int
    waiting: Preview | None = None

    @property
    def is_newest(self) -> bool:
        """Tell whether nothing newer was published when the run began."""
        return self.release.number == self.newest

    def table(self, name: str) -> pd.DataFrame:
        """Return a table of record as this run shows it."""
        if self.waiting is not None:
            return self.waiting.table(name)
        return store.table(name, self.release)


# A run has a thread of its own; a callback before it, or a part redrawn alone, asks the session.
_OF_RUN: ContextVar[Shown | None] = ContextVar(_SHOWN, default=None)


class Numbered(Param):
    """A value that holds the number of a release, or nothing for the newest."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        if not text:
            return None
        number = int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else 0
        return None if text == str(number) and 1 <= number <= now().newest else "unknown"


class Submitted(Param):
    """A value that may be the number of a submission, or nothing: who may see it is asked later."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if not text or re.fullmatch("[0-9a-f]{16}", text) else "unknown"


RELEASE = Numbered(name="release", options=(), default="", label="filter.release")
PREVIEW = Submitted(name="preview", options=(), default="", label="filter.preview")


def begin() -> None:
    """Fix the release of this run: the one that the address names, or the newest.

    Raises
    ------
    DamagedStoreError, NewerStoreError
        If the store cannot be shown.
    """
    fix()
    named = link.value(RELEASE)
    if named:
        _OF_RUN.set(Shown(release=store.release(int(named)), newest=now().newest))
    before = _of_session()
    st.session_state[_SHOWN] = now()
    st.session_state[_ARRIVED] = not named and before is not None and before.newest < now().newest


def instead(waiting: Preview) -> None:
    """Show what waits to be published for the rest of this run, instead of any release."""
    newest = waiting.plan.at.number
    _OF_RUN.set(Shown(release=waiting.release, newest=newest, waiting=waiting))
    st.session_state[_SHOWN] = now()
    st.session_state[_ARRIVED] = False


def arrived() -> bool:
    """Tell whether this run is the first to show a release that came while the page was open."""
    return bool(st.session_state.get(_ARRIVED))


def followed() -> int | None:
    """Return the number that an open page asks to be overtaken; None where its link names one."""
    return None if link.value(RELEASE) or now().waiting else now().newest


def fix() -> None:
    """Fix the newest release for this thread, where there is no session."""
    _OF_RUN.set(_newest())


def now() -> Shown:
    """Return what this run shows; the newest where none was fixed."""
    return _OF_RUN.get() or _of_session() or _newest()


def release() -> Release:
    """Return the release whose numbers this run shows."""
    return now().release


def title(words: Words) -> str:
    """Return how what this run shows is called; what is not published is called so."""
    shown = now()
    if shown.waiting is None:
        return summary.title(shown.release, words)
    submission = shown.waiting.submission.submission_id
    return words("preview.title", submission=submission, number=shown.newest)


def later(act: Callable[P, R]) -> Callable[P, R]:
    """Return what does the same in another thread with what this run shows: a file is made so."""
    shown = now()

    @wraps(act)
    def with_what_was_shown(*args: P.args, **kwargs: P.kwargs) -> R:
        token = _OF_RUN.set(shown)
        try:
            return act(*args, **kwargs)
        finally:
            _OF_RUN.reset(token)

    return with_what_was_shown


def every() -> tuple[Release, ...]:
    """Return all releases that this run knows of, newest first."""
    return store.every(now().newest)


def home(page: str, codes: dict[str, str]) -> str:
    """Return `link.home` of a page, with the release shown: a file tells its numbers for good."""
    waiting = now().waiting
    if waiting is not None:
        return link.home(page, codes | {PREVIEW.name: waiting.submission.submission_id})
    return link.home(page, pinned(codes, release().number))


def pinned(codes: dict[str, str], number: int) -> dict[str, str]:
    """Return the codes of a link, with a release and nothing that waits to be published."""
    kept = {name: code for name, code in codes.items() if name != PREVIEW.name}
    return kept | {RELEASE.name: str(number)}


def _newest() -> Shown:
    newest = store.release()
    return Shown(release=newest, newest=newest.number)


def _of_session() -> Shown | None:
    if get_script_run_ctx(suppress_warning=True) is None:
        return None
    shown: Shown | None = st.session_state.get(_SHOWN)
    return shown
