"""Which register is shown, and which of its entries: all of it in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from utils.figures.registers import told as register_told
from utils.figures.registers.told import Names
from utils.screen.app import cache, city_links, link
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.link import Param, Several
from utils.tables.declared.columns import Table
from utils.tables.declared.registers import REGISTERS
from utils.tables.declared.schemas import TABLES
from utils.tables.reading.normalise import spelling_key
from utils.words import Lang, Words

_BY_NAME: Final[Mapping[str, Table]] = {one.name: one for one in REGISTERS}
_LONGEST: Final = 80  # letters of a search
_DOT: Final = "."


class Typed(Param):
    """A value that a reader types: any short text, or nothing."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if len(text) <= _LONGEST and text.isprintable() else "unknown"


class Named(Param):
    """A value that names an entry, or nothing; whether it exists is seen later."""

    def fault(self, text: str) -> str | None:
        """Return why the address may not hold this text; None where it may."""
        return None if not text or re.fullmatch(r"[A-Za-z0-9_.\-]{2,40}", text) else "unknown"


REGISTER: Final = Param(
    name="register",
    options=tuple(_BY_NAME),
    default=next(iter(_BY_NAME)),
    label="registers.register",
)
FIND: Final = Typed(name="find", options=(), default="", label="registers.find")
ENTRY: Final = Named(name="entry", options=(), default="", label="registers.entry")
ONLY: Final = Several(
    name="only",
    options=tuple(
        dict.fromkeys(
            f"{name}{_DOT}{choice.code}"
            for one in REGISTERS
            for name, column in register_told.filters(one).items()
            for choice in column.choices
        )
    ),
    default="",
    label="registers.only",
    most=8,
)
"""Values that entries must have, each with its column: `only=level.nmt,theme.governance`."""


@cache.kept
def place_param() -> Param:
    """Return the parameter that names an LAO by its id, or a province by its ISO code."""
    laos = tuple(dict.fromkeys(table("municipalities")["lao_id"]))
    places = ("", *record().provinces["iso_code"], *laos)
    return Param(name="place", options=places, default="", label="registers.place")


@dataclass(frozen=True, kw_only=True, eq=False)
class Register:
    """A register as it is chosen: its declaration, all its rows, those shown, and names."""

    table: Table
    every: pd.DataFrame
    shown: pd.DataFrame
    names: Names

    @property
    def key(self) -> str:
        """The name of the column that identifies an entry."""
        return self.table.key[0]


def choose(chosen: Filters) -> Register:
    """Offer the registers, a search and a filter for each column of a few values."""
    words = chosen.words
    first, search, where = st.columns([3, 2, 2], gap="medium")
    key, write = link.follow(REGISTER, "registers")
    first.selectbox(
        words(REGISTER.label),
        REGISTER.options,
        format_func=lambda name: _counted(name, words),
        key=key,
        on_change=write,
    )
    declared = _BY_NAME[link.value(REGISTER)]
    every = table(declared.name)
    if not every.empty:
        key, write = link.follow(FIND, "registers")
        search.text_input(words(FIND.label), key=key, on_change=write, max_chars=_LONGEST)
        _offer_places(where, chosen)
        _offer_values(declared, every, words)
    names = named(declared, words.lang)
    shown = every[_holds(every, declared, names)]
    return Register(table=declared, every=every, shown=shown, names=names)


@cache.kept
def named(declared: Table, lang: Lang) -> Names:
    """Return what the codes of a register are called."""
    provinces = record().provinces
    ids = tuple(dict.fromkeys(table("municipalities")["lao_id"]))
    by_code = provinces.set_index("province_code")[f"name_{lang}"].to_dict()
    return Names(
        laos=city_links.names(ids, lang),
        provinces={str(code): str(name) for code, name in by_code.items()},
        cities=cities_of(declared),
        words=Words(lang),
    )


@cache.kept
def cities_of(declared: Table) -> dict[str, tuple[str, ...]]:
    """Return the LAOs that another table gives the entries of a register, by the entry's key."""
    key = f"{declared.name}{_DOT}{declared.key[0]}"
    found: dict[str, tuple[str, ...]] = {}
    for other in TABLES.values():
        [*by] = [name for name, column in other.columns.items() if column.refers_to == key]
        [*laos] = [name for name, column in other.columns.items() if column.kind == "lao"]
        for name, lao in zip(by, laos, strict=False):
            for entry, city in table(other.name)[[name, lao]].itertuples(index=False, name=None):
                found[entry] = (*found.get(entry, ()), city)
    return found


def about(place: str, declared: Table) -> pd.DataFrame:
    """Return the entries about a place: `place`, an LAO's id or a province's ISO code."""
    rows = table(declared.name)
    provinces = record().provinces
    codes = set(provinces.loc[provinces["iso_code"] == place, "province_code"])
    register = table("municipalities")
    laos = {place} if not codes else set(register["lao_id"][register["province_code"].isin(codes)])
    others = cities_of(declared)
    is_about = rows[declared.key[0]].map(lambda key: bool(laos & set(others.get(key, ()))))
    is_about = is_about.astype(bool)
    for name, column in declared.columns.items():
        if column.kind == "lao":
            is_about |= rows[name].isin(laos)
        elif column.kind == "province":
            is_about |= rows[name].isin(codes)
    return rows[is_about]


def address(register: str, chosen: Filters, **own: str) -> str:
    """Return the relative address of a register; `own`: values of the page's own parameters."""
    return link.address("registers", {REGISTER.name: register} | own | chosen.short_link)


def _counted(name: str, words: Words) -> str:
    n = len(table(name))
    return words(
        "registers.counted" if n else "registers.counted_none",
        register=_BY_NAME[name].title(words.lang),
        n=n,
    )


def _offer_places(where: st.delta_generator.DeltaGenerator, chosen: Filters) -> None:
    words, param = chosen.words, place_param()
    provinces = record().provinces.set_index("iso_code")[f"name_{words.lang}"].to_dict()
    names = {"": words("registers.every_place")} | provinces | city_links.options(words.lang)
    key, write = link.follow(param, "registers")
    where.selectbox(
        words(param.label),
        tuple(names),
        format_func=names.__getitem__,
        key=key,
        on_change=write,
        filter_mode="contains",
    )


def _offer_values(declared: Table, every: pd.DataFrame, words: Words) -> None:
    """Draw a select box for each column of a few values that some entry has."""
    offered = {
        name: column
        for name, column in register_told.filters(declared).items()
        if every[name].notna().any()
    }
    if not offered:
        return
    wanted = _wanted()
    for place, (name, column) in zip(
        st.columns(max(len(offered), 3)), offered.items(), strict=False
    ):
        key = f"registers.{declared.name}.{name}"
        labels = {"": words("registers.every_value")}
        labels |= {choice.code: choice.label(words.lang) for choice in column.choices}
        if link.renamed() or st.session_state.get(key) != wanted.get(name, ""):
            st.session_state[key] = wanted.get(name, "")
        place.selectbox(
            column.title(words.lang),
            tuple(labels),
            format_func=labels.__getitem__,
            key=key,
            on_change=_keep,
            args=(name, key),
        )


def _keep(name: str, key: str) -> None:
    """Write the value chosen of a column into the address, beside those of the others."""
    wanted = _wanted() | {name: str(st.session_state[key])}
    link.put(ONLY, link.join(f"{one}{_DOT}{code}" for one, code in wanted.items() if code))


def _wanted() -> dict[str, str]:
    """Return the values that the address asks for, by column."""
    return dict(code.split(_DOT, 1) for code in link.values(ONLY))


def _holds(every: pd.DataFrame, declared: Table, names: Names) -> pd.Series:
    """Tell of each row whether it is about the place, has the values and holds the text."""
    holds = pd.Series(data=True, index=every.index)
    if place := link.value(place_param()):
        holds &= every.index.isin(about(place, declared).index)
    for name, code in _wanted().items():
        if name in declared.columns:
            holds &= (every[name] == code).fillna(value=False)
    if text := spelling_key(link.value(FIND)):
        texts = every.astype("string").fillna("").agg(" ".join, axis=1)
        said = register_told.whole(every, declared, names).agg(" ".join, axis=1)
        both = texts.reset_index(drop=True) + " " + said.reset_index(drop=True)
        found = [text in spelling_key(one) for one in both]
        holds &= pd.Series(found, index=every.index, dtype=bool)
    return holds
