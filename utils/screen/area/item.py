"""One item of the worklist: its rule, its rows, what closes it, what to say, what was said."""

from __future__ import annotations

import datetime as dt
from typing import Final

import streamlit as st

from utils.desk import worklist
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.worklist import Note, Said
from utils.figures import rows
from utils.figures.worklist.told import Told
from utils.screen.app import cache, city_links, link, navigate, provenance, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.area import at_hand
from utils.screen.area.listed import ITEM
from utils.screen.area.selection import Area
from utils.screen.desk import actions as desk_actions
from utils.screen.desk import gate
from utils.tables import calendar
from utils.words import Words

_FIELD: Final = "area.said"


def draw(chosen: Filters, area: Area, present: tuple[Told, ...]) -> None:
    """Draw the item that the address names, where there is one; `present`: those of the area."""
    named, words = link.value(ITEM), chosen.words
    if not named:
        return
    found = next((one for one in present if one.item.item_id == named), None)
    closed = () if found else at_hand.closed(chosen, area)  # it asks every earlier release
    gone = next((one for one in closed if one.told.item.item_id == named), None)
    with st.container(border=True, key="area.item"):
        if found is None and gone is None:
            st.markdown(words("area_page.no_item"))
        elif found is not None:
            _open(found, chosen)
        elif gone is not None:
            st.markdown(words("area_page.was_closed", day=gone.day, number=gone.release))
            _about(gone.told, chosen)
            _history(_said_of(named), words)
        st.button(words("area_page.close_item"), key="area.close", on_click=link.drop, args=(ITEM,))


def _open(found: Told, chosen: Filters) -> None:
    _about(found, chosen)
    history = _said_of(found.item.item_id)
    _history(history, chosen.words)
    _form(found, history[-1] if history else None, chosen.words)


def _about(one: Told, chosen: Filters) -> None:
    """Say what the item is, why, and what closes it, with its rows."""
    words = chosen.words
    st.subheader(desk_actions.escaped(f"{one.subject} · {one.rule}"), anchor=False)
    lines = [
        (words("work.column.why"), one.why),
        (words("work.column.near"), one.near),
        (words("work.column.closes"), one.closes),
        (words("area_page.call"), one.call),
    ]
    st.markdown(
        "\n".join(f"- **{name}**: {desk_actions.escaped(text)}" for name, text in lines if text)
    )
    _ways(one, chosen)
    _rows(one, chosen)


def _ways(one: Told, chosen: Filters) -> None:
    """Draw the ways to the province and the LAOs of an item."""
    words, item = chosen.words, one.item
    with st.container(horizontal=True):
        if item.province_code:
            province = cache.province(item.province_code)
            codes = {"province": str(province["iso_code"])} | chosen.short_link
            navigate.way("province", codes, str(province[f"name_{words.lang}"]))
        for lao in dict.fromkeys((*([item.lao_id] if item.lao_id else []), *item.laos)):
            codes = {"city": lao} | chosen.short_link
            navigate.way("city", codes, city_links.named(lao, words.lang))


def _rows(one: Told, chosen: Filters) -> None:
    """Fold the rows of the award list that raised the item."""
    words = chosen.words
    ids = [key[0] for name, key in one.item.rows if name == "awards"]
    awards = record().awards[record().awards["award_id"].isin(ids)]
    if awards.empty:
        return
    with tables.folded(words("area_page.rows", n=len(awards)), key="area.rows") as opened:
        if opened:
            tables.plain(
                rows.awards(awards, record().provinces, table("municipalities"), words),
                words,
                name="worklist_rows",
                key="area.rows.table",
                about=(provenance.award_list(words),),
                title=words("area_page.rows", n=len(awards)),
            )


def _said_of(item_id: str) -> list[Note]:
    """Return every version of what was said of an item, to whom it concerns; none to others."""
    if item_id not in at_hand.notes():
        return []
    with store.opened().connect() as connection:
        return worklist.of_item(connection, item_id)


def _history(history: list[Note], words: Words) -> None:
    if not history:
        return
    st.caption(words("area_page.history"))
    for note in reversed(history):
        day = calendar.date_be(calendar.in_thailand(note.noted_at).date())
        due = calendar.date_be(dt.date.fromisoformat(note.due_on)) if note.due_on else ""
        said = [
            words("area_page.owned", owner=note.owner) if note.owner else "",
            words("area_page.due", day=due) if due else "",
            words("area_page.put_off", reason=note.reason) if note.reason else "",
            note.note,
        ]
        text = " · ".join(part for part in said if part) or words("area_page.only_seen")
        st.markdown(desk_actions.escaped(f"{day} · {note.person}: {text}"))


def _form(one: Told, last: Note | None, words: Words) -> None:
    """Let whoever writes for the item's province say something of it."""
    engine = store.opened()
    person = gate.person_if_known(engine)
    if person is None:
        st.caption(words("area_page.sign_in"))
        return
    with engine.connect() as connection:
        rights = roles.rights(connection, person)
        may = worklist.concerns(connection, one.item, rights, store.newest(engine))
    if not may:
        st.caption(words("area_page.not_yours"))
        return
    desk_actions.show_outcome()
    place = f"{_FIELD}.{one.item.item_id}"
    left, right = st.columns(2)
    left.text_input(words("area_page.owner"), last.owner if last else "", key=f"{place}.owner")
    right.text_input(words("area_page.due_on"), _due(last), key=f"{place}.due_on")
    left.text_input(words("area_page.note"), last.note if last else "", key=f"{place}.note")
    right.text_input(words("area_page.reason"), last.reason if last else "", key=f"{place}.reason")

    def keep() -> str:
        said = Said(
            **{
                name: desk_actions.typed(f"{place}.{name}")
                for name in ("owner", "due_on", "note", "reason")
            }
        )
        worklist.say(engine, person, one.item, said, last)
        return words("area_page.kept")

    desk_actions.button(words("area_page.keep"), keep, words, key="area.keep", type="primary")


def _due(last: Note | None) -> str:
    if last is None or last.due_on is None:
        return ""
    return calendar.date_be(dt.date.fromisoformat(last.due_on))
