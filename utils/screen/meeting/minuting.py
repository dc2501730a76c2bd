"""Where a secretary notes the meeting and its resolutions: below the slides, never inside them."""

from __future__ import annotations

import datetime as dt

import streamlit as st
from sqlalchemy import Engine

from utils.desk import minuting as acts
from utils.desk.minuting import LONGEST, Call, Note
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import minutes as store_minutes
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import Selection
from utils.screen.app.filters import Filters
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.screen.meeting import meeting
from utils.tables import calendar
from utils.tables.minutes import Meeting, Resolution
from utils.words import Words


def write(chosen: Filters, selected: Selection) -> None:
    """Offer to note, folded until wanted; nothing where nobody writes by this visit."""
    if gate.shut():
        return
    words = chosen.words
    folded = st.expander(words("minutes.write"), key="minutes.write", on_change="rerun")
    if not folded.open:
        return
    with folded:
        at = gate.engine(words)
        rights = gate.person(at, words)
        desk_actions.tell()
        if not rights.may_minute:
            refused = RefusedError("not_secretary", person=rights.person)
            st.info(desk_actions.plain(refused.message(words.lang)))
            return
        st.caption(words("minutes.public"))
        if selected.meeting is not None:
            _resolution(at, rights, selected.meeting, selected)
        _meeting(at, rights, chosen, selected)


def _resolution(at: Engine, rights: Rights, held: Meeting, selected: Selection) -> None:
    """Offer a form for a new resolution, or for one that was noted."""
    words = selected.words
    st.subheader(words("minutes.resolutions"), anchor=False)
    noted = {one.number: one for one in held.standing}
    key = f"minutes.{held.number}.{len(held.resolutions)}"
    which = st.selectbox(
        words("minutes.which"),
        [0, *noted],
        format_func=lambda number: _named(noted.get(number), words),
        key=f"{key}.which",
    )
    seen = noted.get(which)
    if seen is not None:
        key = f"{key}.{seen.number}.{seen.version}"
    _fields(key, seen, selected)

    def keep() -> str:
        typed = {name: desk_actions.typed(f"{key}.{name}") for name in ("text", "owner", "due_on")}
        said = Note(slide=desk_actions.typed(f"{key}.slide"), **typed)
        made = acts.note(at, rights.person, held.number, said, seen)
        return words("minutes.noted", number=made.number)

    def withdraw(one: Resolution) -> str:
        made = acts.withdraw(at, rights.person, held.number, one)
        return words("minutes.withdrew", number=made.number)

    with st.container(horizontal=True):
        desk_actions.button(words("minutes.keep"), keep, words, key=f"{key}.keep", type="primary")
        if seen is not None:
            label = words("minutes.withdraw")
            desk_actions.button(label, lambda: withdraw(seen), words, key=f"{key}.withdraw")


def _fields(key: str, seen: Resolution | None, selected: Selection) -> None:
    words = selected.words
    slide = "" if seen is None else seen.slide
    slides = list(dict.fromkeys([*selected.slides, slide, ""]))
    st.selectbox(
        words("minutes.column.slide"),
        slides,
        index=0 if seen is None else slides.index(slide),
        format_func=lambda name: slide_minutes.slide_title(name, words),
        key=f"{key}.slide",
    )
    st.text_area(
        words("minutes.column.text"),
        value="" if seen is None else seen.text,
        max_chars=LONGEST["text"],
        key=f"{key}.text",
    )
    st.text_input(
        words("minutes.owner"),
        value="" if seen is None else seen.owner,
        max_chars=LONGEST["owner"],
        key=f"{key}.owner",
    )
    day = None if seen is None else seen.due_on
    st.text_input(
        words("minutes.due"),
        value="" if day is None else calendar.told(dt.date.fromisoformat(day)),
        key=f"{key}.due_on",
        width=320,
    )


def _meeting(at: Engine, rights: Rights, chosen: Filters, selected: Selection) -> None:
    """Offer a form for a new meeting, or for the one that the link names."""
    words, held = chosen.words, selected.meeting
    now = meeting.to_note(chosen, selected.last)
    st.subheader(words("minutes.new" if held is None else "minutes.details"), anchor=False)
    if held is not None and (held.release, held.selection) != (selected.release, now):
        st.info(words("minutes.differs", release=held.release))
    with at.connect() as connection:
        others = {
            one.number: one
            for one in store_minutes.every(connection)
            if held is None or one.number != held.number
        }
    key = "minutes.new" if held is None else f"minutes.details.{held.number}.{held.version}"
    day = calendar.today() if held is None else dt.date.fromisoformat(held.held_on)
    st.text_input(
        words("minutes.title"),
        value="" if held is None else held.title,
        max_chars=LONGEST["title"],
        key=f"{key}.title",
    )
    st.text_input(words("minutes.day"), value=calendar.told(day), key=f"{key}.day", width=320)
    numbers = [None, *others]
    before = next(iter(others), None) if held is None else held.follows
    follows = st.selectbox(
        words("minutes.follows"),
        numbers,
        index=numbers.index(before),
        format_func=lambda number: (
            words("minutes.no_meeting")
            if number is None
            else slide_minutes.title(others[number], words)
        ),
        key=f"{key}.follows",
    )
    st.caption(words("minutes.holds", release=selected.release, n=len(selected.slides)))

    def meet() -> str:
        said = Call(
            title=desk_actions.typed(f"{key}.title"),
            held_on=desk_actions.typed(f"{key}.day"),
            release=selected.release,
            selection=now if held else meeting.to_note(chosen, others.get(follows or 0)),
            follows=follows,
        )
        made = acts.meet(at, rights.person, said, held)
        meeting.enter(made)
        return words("minutes.met", meeting=slide_minutes.title(made, words))

    label = words("minutes.meet" if held is None else "minutes.amend")
    desk_actions.button(label, meet, words, key=f"{key}.keep")


def _called(one: Meeting | None, words: Words) -> str:
    return words("minutes.no_meeting") if one is None else slide_minutes.title(one, words)


def _named(one: Resolution | None, words: Words) -> str:
    if one is None:
        return words("minutes.one_more")
    return words("minutes.one", number=one.number, text=one.text)
