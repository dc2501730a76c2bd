"""The forms in which a secretary records a meeting and its resolutions, below the slides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st
from sqlalchemy import Engine
from streamlit.delta_generator import DeltaGenerator

from utils.desk import minuting as acts
from utils.desk.minuting import LONGEST, MeetingDraft, ResolutionDraft
from utils.desk.people.roles import Rights
from utils.desk.refusal import RefusedError
from utils.desk.store import minutes as store_minutes
from utils.figures.slides import minutes as slide_minutes
from utils.figures.slides.slide import Selection
from utils.screen.app.filters import Filters
from utils.screen.area import at_hand
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.screen.meeting import meeting as meeting_link
from utils.tables import calendar
from utils.tables.minutes import LEVELS, OUTCOMES, STRATEGIES, Meeting, Resolution
from utils.words import Words


def write(chosen: Filters, selected: Selection) -> None:
    """Offer the forms, folded; nothing where this visit cannot write."""
    if gate.why_shut():
        return
    words = chosen.words
    folded = st.expander(words("minutes.write"), key="minutes.write", on_change="rerun")
    if not folded.open:
        return
    with folded:
        engine = gate.engine(words)
        rights = gate.rights(engine, words)
        desk_actions.show_outcome()
        if not rights.may_minute:
            refused = RefusedError("not_secretary", person=rights.person)
            st.info(desk_actions.escaped(refused.message(words.lang)))
            return
        st.caption(words("minutes.public"))
        if selected.meeting is not None:
            _draw_resolution(engine, rights, selected.meeting, selected)
        _draw_meeting(engine, rights, chosen, selected)


def _draw_resolution(engine: Engine, rights: Rights, meeting: Meeting, selected: Selection) -> None:
    """Offer a form for a new resolution, or for one already recorded."""
    words = selected.words
    st.subheader(words("minutes.resolutions"), anchor=False)
    standing = {resolution.number: resolution for resolution in meeting.standing}
    key = f"minutes.{meeting.number}.{len(meeting.resolutions)}"
    which = st.selectbox(
        words("minutes.which"),
        [0, *standing],
        format_func=lambda number: _resolution_name(standing.get(number), words),
        key=f"{key}.which",
    )
    chosen = standing.get(which)
    if chosen is not None:
        key = f"{key}.{chosen.number}.{chosen.version}"
    _resolution_fields(key, chosen, selected)

    def keep() -> str:
        note = _draft(key)
        recorded = acts.note_resolution(engine, rights.person, meeting.number, note, chosen)
        return words("minutes.noted", number=recorded.number)

    def withdraw(resolution: Resolution) -> str:
        recorded = acts.withdraw_resolution(engine, rights.person, meeting.number, resolution)
        return words("minutes.withdrew", number=recorded.number)

    with st.container(horizontal=True):
        desk_actions.button(words("minutes.keep"), keep, words, key=f"{key}.keep", type="primary")
        if chosen is not None:
            label = words("minutes.withdraw")
            desk_actions.button(label, lambda: withdraw(chosen), words, key=f"{key}.withdraw")


def _resolution_fields(key: str, resolution: Resolution | None, selected: Selection) -> None:
    words = selected.words
    slide = "" if resolution is None else resolution.slide
    slides = list(dict.fromkeys([*selected.slides, slide, ""]))
    st.selectbox(
        words("minutes.column.slide"),
        slides,
        index=0 if resolution is None else slides.index(slide),
        format_func=lambda name: slide_minutes.slide_title(name, words),
        key=f"{key}.slide",
    )
    st.text_area(
        words("minutes.column.text"),
        value="" if resolution is None else resolution.text,
        max_chars=LONGEST["text"],
        key=f"{key}.text",
    )
    st.text_input(
        words("minutes.owner"),
        value="" if resolution is None else resolution.owner,
        max_chars=LONGEST["owner"],
        key=f"{key}.owner",
    )
    day = None if resolution is None else resolution.due_on
    st.text_input(
        words("minutes.due"),
        value="" if day is None else calendar.date_be(dt.date.fromisoformat(day)),
        key=f"{key}.due_on",
        width=320,
    )
    _outcome_fields(key, resolution, selected)


def _outcome_fields(key: str, resolution: Resolution | None, selected: Selection) -> None:
    """Draw what became of a resolution, its place in the mechanism, and what it waits for."""
    words = selected.words
    left, right = st.columns(2)
    _choose(left, "outcome", OUTCOMES, resolution, key=key, words=words)
    left.text_input(
        words("minutes.ended_by"),
        value="" if resolution is None else resolution.ended_by,
        max_chars=LONGEST["ended_by"],
        key=f"{key}.ended_by",
    )
    _choose(right, "level", LEVELS, resolution, key=key, words=words)
    _choose(right, "strategy", STRATEGIES, resolution, key=key, words=words)
    points_to = () if resolution is None else resolution.points_to
    items = at_hand.of_tables(selected.question, selected.codes, words)
    st.multiselect(
        words("minutes.points_to"),
        list(dict.fromkeys([*points_to, *items])),
        default=list(points_to),
        format_func=lambda name: items.get(name, name),
        key=f"{key}.points_to",
    )


def _choose(  # noqa: PLR0913 two of six have names
    place: DeltaGenerator,
    name: str,
    options: Sequence[str],
    noted: Resolution | Meeting | None,
    *,
    key: str,
    words: Words,
) -> None:
    """Draw the choice of one code of a resolution or a meeting."""
    now = options[0] if noted is None else getattr(noted, name)
    names = {
        "outcome": lambda code: words(f"minutes.now.{code}"),
        "level": lambda code: words(f"minutes.level_name.{code}"),
        "strategy": lambda code: words(f"minutes.strategy_name.{code}"),
    }
    place.selectbox(
        words(f"minutes.{name}"),
        options,
        index=options.index(now),
        format_func=lambda code: names[name](code) if code else words("minutes.not_set"),
        key=f"{key}.{name}",
    )


def _draft(key: str) -> ResolutionDraft:
    """Return a resolution as it stands in the fields now."""
    state = st.session_state
    return ResolutionDraft(
        text=desk_actions.typed(f"{key}.text"),
        owner=desk_actions.typed(f"{key}.owner"),
        due_on=desk_actions.typed(f"{key}.due_on"),
        slide=desk_actions.typed(f"{key}.slide"),
        outcome=state.get(f"{key}.outcome", "open"),
        ended_by=desk_actions.typed(f"{key}.ended_by"),
        level=state.get(f"{key}.level", ""),
        strategy=state.get(f"{key}.strategy", ""),
        points_to=tuple(state.get(f"{key}.points_to", ())),
    )


def _draw_meeting(engine: Engine, rights: Rights, chosen: Filters, selected: Selection) -> None:
    """Offer a form for a new meeting, or for the one that the link names."""
    words, meeting = chosen.words, selected.meeting
    query = meeting_link.to_note(chosen, selected.last)
    st.subheader(words("minutes.new" if meeting is None else "minutes.details"), anchor=False)
    if meeting is not None and (meeting.release, meeting.selection) != (selected.release, query):
        st.info(words("minutes.differs", release=meeting.release))
    with engine.connect() as connection:
        others = {
            other.number: other
            for other in store_minutes.every(connection)
            if meeting is None or other.number != meeting.number
        }
    key = (
        "minutes.new" if meeting is None else f"minutes.details.{meeting.number}.{meeting.version}"
    )
    follows = _meeting_fields(key, meeting, others, words)
    st.caption(words("minutes.holds", release=selected.release, n=len(selected.slides)))

    def meet() -> str:
        call = MeetingDraft(
            title=desk_actions.typed(f"{key}.title"),
            held_on=desk_actions.typed(f"{key}.day"),
            release=selected.release,
            selection=query if meeting else meeting_link.to_note(chosen, others.get(follows or 0)),
            follows=follows,
            level=st.session_state.get(f"{key}.level", ""),
        )
        recorded = acts.note_meeting(engine, rights.person, call, meeting)
        meeting_link.enter(recorded)
        return words("minutes.met", meeting=slide_minutes.title(recorded, words))

    label = words("minutes.meet" if meeting is None else "minutes.amend")
    desk_actions.button(label, meet, words, key=f"{key}.keep")


def _meeting_fields(
    key: str, meeting: Meeting | None, others: Mapping[int, Meeting], words: Words
) -> int | None:
    """Draw title, day and the meeting before; return the number of that one, None without one."""
    day = calendar.today() if meeting is None else dt.date.fromisoformat(meeting.held_on)
    st.text_input(
        words("minutes.title"),
        value="" if meeting is None else meeting.title,
        max_chars=LONGEST["title"],
        key=f"{key}.title",
    )
    st.text_input(words("minutes.day"), value=calendar.date_be(day), key=f"{key}.day", width=320)
    _choose(st.container(width=320), "level", LEVELS, meeting, key=key, words=words)
    numbers = [None, *others]
    before = next(iter(others), None) if meeting is None else meeting.follows
    follows: int | None = st.selectbox(
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
    return follows


def _resolution_name(resolution: Resolution | None, words: Words) -> str:
    if resolution is None:
        return words("minutes.one_more")
    return words("minutes.one", number=resolution.number, text=resolution.text)
