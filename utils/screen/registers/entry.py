"""One entry of a register: all that it holds, the ways from it, and its history."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import pairwise
from typing import Any

import pandas as pd
import streamlit as st

from utils.desk.store import store
from utils.desk.store.rows import Version, versions
from utils.figures.registers import told as register_told
from utils.screen.app import cache, city_links, link, release_shown
from utils.screen.app.cache import table
from utils.screen.app.filters import Filters
from utils.screen.desk import actions as desk_actions
from utils.screen.registers.selection import ENTRY, Register
from utils.tables import calendar
from utils.tables.declared.shared import LAO
from utils.words import Words


def draw(register: Register, chosen: Filters) -> bool:
    """Draw the entry that the address names; tell whether it names one.

    It stands in the place of the list: a reader far down a long one would not see it above.
    """
    key, words = link.value(ENTRY), chosen.words
    if not key:
        return False
    found = register.every[register.every[register.key] == key]
    with st.container(border=True, key="registers.entry"):
        if found.empty:
            st.markdown(words("registers.no_entry"))
        else:
            _card(found.to_dict("records")[0], register, chosen)
        _history(key, register, words)
    st.button(words("registers.close"), key="registers.close", on_click=link.drop, args=(ENTRY,))
    return True


def _card(row: Mapping[Hashable, Any], register: Register, chosen: Filters) -> None:
    words, declared = chosen.words, register.table
    escaped = desk_actions.escaped
    named = f"{row[register.key]} · {register_told.title(row, declared, register.names)}"
    st.subheader(escaped(named), anchor=False)
    heads, *rest = register_told.columns(declared, words.lang).items()
    lines = []
    # The first column stands in the heading, unless there is more to it: the way to a city.
    for name, column in (*([heads] if heads[1].kind == "lao" else []), *rest):
        value = row[name]
        said = (
            register_told.unknown(name, words)
            if pd.isna(value)
            else _linked(str(value), chosen)
            if column.kind == "lao"
            else escaped(register_told.cell(value, column, register.names))
        )
        lines.append(f"- **{escaped(column.title(words.lang))}**: {said}")
    if laos := register.names.cities.get(str(row[register.key])):
        said = ", ".join(_linked(lao, chosen) for lao in laos)
        lines.insert(0, f"- **{LAO.title(words.lang)}**: {said}")
    st.markdown("\n".join(lines))


def _linked(lao_id: str, chosen: Filters) -> str:
    """Return an LAO with the way to its card, and its province with the way to its page."""
    words = chosen.words
    city = f"[{city_links.named(lao_id, words.lang)}]({city_links.address(lao_id, chosen)})"
    homes = table("municipalities").drop_duplicates("lao_id", keep="last").set_index("lao_id")
    home = cache.province(str(homes["province_code"][lao_id]))
    to = link.address("province", {"province": home["iso_code"]} | chosen.short_link)
    return f"{city} ([{home[f'name_{words.lang}']}]({to}))"


def _history(key: str, register: Register, words: Words) -> None:
    """Say when an entry came, what changed of it and when it was taken out, by release."""
    if release_shown.now().waiting is not None:
        return
    shown = release_shown.release().number
    stood = [
        one for one in versions(store.opened(), register.table.name, (key,)) if one.since <= shown
    ]
    if not stood:
        return
    days = {one.number: one.published.date() for one in release_shown.every()}

    def by(number: int) -> str:
        return words("since.release", n=number, date=calendar.date_be(days[number]))

    lines = [words("registers.came", release=by(stood[0].since))]
    for before, after in pairwise(stood):
        if before.until is not None and before.until < after.since:
            lines.append(words("registers.went", release=by(before.until)))
        changed = _changed(before, after, register, words)
        lines.append(words("registers.changed", release=by(after.since), what=changed))
    last = stood[-1]
    if last.until is not None and last.until <= shown:
        lines.append(words("registers.went", release=by(last.until)))
    st.markdown("\n".join((f"**{words('registers.history')}**\n", *(f"- {one}" for one in lines))))


def _changed(before: Version, after: Version, register: Register, words: Words) -> str:
    """Return the cells that differ between two versions of a row, old and new."""
    names, declared = register.names, register.table
    told = []
    cells = zip(declared.columns.items(), before.cells, after.cells, strict=True)
    for (_, column), old, new in cells:
        if old == new:
            continue
        was, now = (
            words("registers.empty") if value is None else register_told.cell(value, column, names)
            for value in (old, new)
        )
        told.append(desk_actions.escaped(f"{column.title(words.lang)}: {was} → {now}"))
    return "; ".join(told)
