"""Which meeting the slides are for: chosen among those that were noted, and held in the address."""

from __future__ import annotations

import streamlit as st

from utils.desk.store import minutes as store_minutes
from utils.desk.store import store
from utils.exports import selection as composer
from utils.figures.slides import minutes as slide_minutes
from utils.screen import params, selection
from utils.screen.app import filters, link
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.app.release_shown import PREVIEW, RELEASE
from utils.tables.minutes import Meeting

# What a meeting decides of an address: everything but the language and how slides move on.
_DECIDED = (*composer.NAMES, RELEASE.name, PREVIEW.name)


def complete() -> None:
    """Spell out a link that names a meeting: what it leaves out is as the meeting was noted."""
    codes = composer.noted_codes(named()[0])
    left_out = {name: code for name, code in codes.items() if name not in st.query_params}
    if RELEASE.name not in left_out:
        # What this release does not offer is not put back: `link.begin` has just refused it.
        left_out = {name: code for name, code in left_out.items() if _param(name).allows(code)}
    if left_out:
        st.query_params.update(left_out)
        st.rerun()


def _param(name: str) -> Param:
    own = (params.SLIDES, params.INVENTED, params.since_param("present"))
    return next(one for one in (*filters.params().values(), *own) if one.name == name)


def named() -> tuple[Meeting | None, Meeting | None]:
    """Return the meeting that the address names and the one before it, as their minutes stand."""
    number = link.value(params.meeting_param())
    if not number:
        return None, None
    with store.opened().connect() as connection:
        return store_minutes.with_last(connection, int(number))


def choose(chosen: Filters) -> None:
    """Offer the meetings that were noted: choosing one shows its release, filters and slides."""
    words = chosen.words
    with store.opened().connect() as connection:
        meetings = {str(one.number): one for one in store_minutes.every(connection)}
    if not meetings:
        return
    key, _ = link.follow(params.meeting_param(), "present")
    st.selectbox(
        words("minutes.choose"),
        ["", *meetings],
        format_func=lambda code: (
            slide_minutes.title(meetings[code], words) if code else words("minutes.no_meeting")
        ),
        key=key,
        on_change=lambda: enter(meetings.get(st.session_state[key])),
    )


def enter(meeting: Meeting | None) -> None:
    """Write into the address what a meeting was noted with; None: that there is no meeting."""
    if meeting is None:
        st.query_params.pop("meeting", None)
        return
    for name in _DECIDED:
        st.query_params.pop(name, None)
    st.query_params.update(composer.noted_codes(meeting) | {"meeting": str(meeting.number)})


def to_note(chosen: Filters, previous: Meeting | None = None) -> str:
    """Return filters and slides of this address, every choice spelled out, as minutes keep them.

    `previous`: the meeting before the one that this is for, whose release is compared with where
    the address names nothing else.
    """
    since = params.since_param("present")
    codes = {param.name: link.value(param) for param in (params.SLIDES, params.INVENTED)}
    if link.value(since) != since.default:
        codes[since.name] = link.value(since)
    request = selection.request(chosen, codes, previous=previous)
    return composer.to_note(composer.all_codes(request, selection.tables()))
