"""The worklist: what is to be done, chosen, ordered, and taken along as a list of calls."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection
from typing import Final

import pandas as pd
import streamlit as st

from utils.desk.worklist import Note
from utils.figures.worklist import told as work_told
from utils.figures.worklist.told import Told
from utils.measures.worklist.item import WORK_RULES, WorkRule
from utils.screen.app import link, release_shown, tables
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param
from utils.screen.area import at_hand
from utils.screen.area.selection import Area
from utils.screen.desk import actions as desk_actions
from utils.tables import calendar
from utils.words import Words

WHICH: Final = Param(name="work", options=("", *WORK_RULES), default="", label="work.column.rule")
STATE: Final = Param(
    name="state",
    options=("open", "put_off", "closed"),
    default="open",
    label="area_page.states",
)
ORDER: Final = Param(
    name="order", options=("rule", "place", "due"), default="rule", label="area_page.orders"
)


class Named(Param):
    """A value that names an item of the worklist, or nothing; whether it exists is seen later."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if not text or re.fullmatch(r"[a-z_]+\.[\w.\-]{4,120}", text) else "unknown"


ITEM: Final = Named(name="item", options=(), default="", label="area_page.item")


def draw(chosen: Filters, area: Area, present: tuple[Told, ...]) -> None:
    """Draw the worklist of an area: how many of each kind, and the chosen ones of `present`."""
    words = chosen.words
    notes = at_hand.notes()
    counts = Counter(one.item.rule for one in present)
    st.markdown(words("area_page.lead", n=len(present)))
    _choose(counts, words)
    if link.value(STATE) == "closed":
        _closed(chosen, area)
        return
    put_off = link.value(STATE) == "put_off"
    shown = [
        one
        for one in present
        if _is_put_off(one, notes) == put_off and link.value(WHICH) in ("", one.item.rule)
    ]
    if not shown:
        st.info(words("area_page.none_put_off" if put_off else "area_page.none"))
        return
    shown.sort(key=lambda one: _order(one, notes))
    if link.value(ORDER) == "rule":
        for rule in WORK_RULES:
            if of_rule := [one for one in shown if one.item.rule == rule]:
                _group(of_rule, notes, chosen)
    else:
        _table(shown, notes, chosen, key="worklist")
    tables.offer(
        lambda: _whole(shown, notes, words),
        words,
        name="worklist",
        key="area.worklist",
        about=(words("area_page.about"), release_shown.home("area", chosen.link)),
        title=words("area_page.to_follow_up"),
    )
    _calls(shown, words)


def _group(shown: list[Told], notes: dict[str, Note], chosen: Filters) -> None:
    """Draw the items of one rule: what they share is said once, above them."""
    words, [first, *_] = chosen.words, shown
    st.subheader(words("area_page.matter", rule=first.rule, n=len(shown)), anchor=False)
    reasons = {one.why for one in shown}
    if len(reasons) == 1:
        st.caption(desk_actions.escaped(first.why))
    _table(shown, notes, chosen, key=f"worklist.{first.item.rule}", said={first.rule, *reasons})


def _choose(counts: Counter[WorkRule], words: Words) -> None:
    kinds: dict[str, str] = {"": words("area_page.every_matter", n=counts.total())}
    kinds |= {
        code: words("area_page.matter", rule=words(f"work.rule.{code}"), n=counts[code])
        for code in WORK_RULES
        if counts[code] or code == link.value(WHICH)
    }
    states = {code: words(f"area_page.state.{code}") for code in STATE.options}
    orders = {code: words(f"area_page.order.{code}") for code in ORDER.options}
    choices = ((WHICH, kinds), (STATE, states), (ORDER, orders))
    for column, (param, named) in zip(st.columns([3, 2, 2]), choices, strict=True):
        key, write = link.follow(param, "area")
        column.selectbox(
            words(param.label),
            tuple(named),
            format_func=named.__getitem__,
            key=key,
            on_change=write,
        )


def _is_put_off(one: Told, notes: dict[str, Note]) -> bool:
    note = notes.get(one.item.item_id)
    return note is not None and note.is_put_off


def _order(one: Told, notes: dict[str, Note]) -> tuple[str | int, ...]:
    item, note = one.item, notes.get(one.item.item_id)
    place = (item.province_code or "0", item.lao_id)
    rule = WORK_RULES.index(item.rule)
    if link.value(ORDER) == "due":
        return (note.due_on if note and note.due_on else "9999", rule, *place)
    return (*place, rule) if link.value(ORDER) == "place" else (rule, *place)


def _table(
    shown: list[Told],
    notes: dict[str, Note],
    chosen: Filters,
    *,
    key: str,
    said: Collection[str] = (),
) -> None:
    """Draw items; `said`: what stands above them already and is not repeated in each row."""
    words, way = chosen.words, chosen.words("area_page.open")
    drawn = _whole(shown, notes, words).drop(columns=words("work.column.closes"))
    told_above = [name for name, cells in drawn.items() if set(cells) <= {"", *said}]
    picked = tables.plain(
        drawn.drop(columns=told_above).assign(**{way: way}),
        words,
        name=key,
        key=f"area.{key}",
        about=None,
        links={way: [_link(one, chosen) for one in shown]},
    )
    if picked:
        link.put(ITEM, picked)
        st.rerun()


def _whole(shown: list[Told], notes: dict[str, Note], words: Words) -> pd.DataFrame:
    """Return items as a reader's table, with what was last said of each."""
    said = [_said(notes.get(one.item.item_id), words) for one in shown]
    return work_told.table(shown, words).assign(**{words("area_page.said"): said})


def _link(one: Told, chosen: Filters) -> dict[str, str]:
    codes = {ITEM.name: one.item.item_id} | chosen.short_link
    return {"id": one.item.item_id, "href": link.address("area", codes)}


def _said(note: Note | None, words: Words) -> str:
    """Return in one line what stands of an item."""
    if note is None:
        return ""
    day = calendar.in_thailand(note.noted_at).date()
    parts = [words("area_page.seen", day=calendar.date_be(day))]
    if note.owner:
        parts.append(words("area_page.owned", owner=note.owner))
    if note.due_on:
        parts.append(
            words("area_page.due", day=calendar.date_be(dt.date.fromisoformat(note.due_on)))
        )
    if note.reason:
        parts.append(words("area_page.put_off", reason=note.reason))
    return " · ".join([*parts, note.note] if note.note else parts)


def _calls(shown: list[Told], words: Words) -> None:
    with tables.folded(words("area_page.calls", n=len(shown)), key="area.calls") as opened:
        if opened:
            st.code(work_told.call_list(shown, words), language=None, wrap_lines=True)


def _closed(chosen: Filters, area: Area) -> None:
    """Draw what the data closed, with when and by which release."""
    words, gone = chosen.words, at_hand.closed(chosen, area)
    if not gone:
        st.info(words("area_page.none_closed"))
        return
    frame = work_told.table([one.told for one in gone], words)
    frame.insert(0, words("area_page.closed_on"), [one.day for one in gone])
    frame.insert(
        1,
        words("area_page.closed_by"),
        [words("area_page.release", number=one.release) for one in gone],
    )
    tables.plain(
        frame,
        words,
        name="worklist_closed",
        key="area.closed",
        about=(words("area_page.about"),),
        title=words("area_page.to_follow_up"),
    )
