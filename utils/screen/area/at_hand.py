"""The items of the release shown and of the desk, those of an area, and those that were closed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise

from utils.desk import work_at_hand, worklist
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.worklist import Note
from utils.figures.worklist import told as work_told
from utils.figures.worklist.told import Material, Told
from utils.measures.coverage.rules import Question
from utils.measures.worklist import build
from utils.measures.worklist.item import Item
from utils.screen.app import cache, release_shown
from utils.screen.app.filters import Filters
from utils.screen.area.selection import Area
from utils.screen.desk import gate
from utils.tables import calendar
from utils.words import Words


@dataclass(frozen=True, kw_only=True)
class Closed:
    """An item that the data closed. `release`: the first that no longer raises it; `day`: its."""

    told: Told
    release: int
    day: str


@cache.kept
def _of_release(question: Question) -> tuple[Item, ...]:
    return build.items(cache.table, question)


def prepare(chosen: Filters) -> None:
    """Compute and keep what the tables raise under a question."""
    _of_release(chosen.question)


def items(chosen: Filters, area: Area) -> tuple[Item, ...]:
    """Return what an area can act on: by the tables of the release shown, and at the desk.

    A desk matter is of the present, so that an earlier release and a preview show none.
    """
    found = _of_release(chosen.question)
    shown = release_shown.now()
    if shown.waiting is None and shown.is_newest:
        found += work_at_hand.items(store.opened(), calendar.today())
    return tuple(one for one in found if concerns(one, area))


@cache.kept
def of_tables(question: Question, codes: tuple[str, ...], words: Words) -> dict[str, str]:
    """Return what the tables raise in some provinces: what each item is called, by its name."""
    material = _material(question, words)
    return {
        one.item_id: f"{said.subject} · {said.rule}"
        for one in _of_release(question)
        if one.province_code in codes
        for said in [work_told.told(one, material)]
    }


def concerns(item: Item, area: Area) -> bool:
    """Tell whether an item is of an area: of its provinces, or of an office that writes for them.

    What is of no province and no office concerns the whole country.
    """
    if item.province_code:
        return item.province_code in area.codes
    if item.office_number is not None:
        return item.office_number in area.offices
    return area.is_country


def told(found: tuple[Item, ...], chosen: Filters) -> tuple[Told, ...]:
    """Return items in words."""
    material = _material(chosen.question, chosen.words)
    return tuple(work_told.told(one, material) for one in found)


@cache.kept
def _material(question: Question, words: Words) -> Material:
    return Material.of(cache.table, question, words)


def notes() -> dict[str, Note]:
    """Return what stands of the items that the visitor may note something of; of no other."""
    engine = store.opened()
    person = gate.person_if_known(engine)
    if person is None:
        return {}
    with engine.connect() as connection:
        rights = roles.rights(connection, person)
        every = worklist.latest(connection)
        if rights.may_certify:
            return every
        own = roles.writable(connection, rights.offices, store.newest(engine))
    return {name: one for name, one in every.items() if own & set(name.split("."))}


def closed(chosen: Filters, area: Area) -> tuple[Closed, ...]:
    """Return the items of an area that an earlier release raised and the one shown does not.

    Each with the first release that no longer raised it, the last closed first.
    """
    now = {one.item_id for one in _of_release(chosen.question)}
    gone: dict[str, Closed] = {}
    releases = sorted(release_shown.every(), key=lambda one: one.number)
    for before, after in pairwise(releases):
        if after.number > release_shown.release().number:
            break
        later = {one.item_id for one in _of_earlier(after.number, chosen.question)}
        for one in _of_earlier(before.number, chosen.question):
            if one.item_id not in later and one.item_id not in now and concerns(one, area):
                day = calendar.date_be(after.published.date())
                [said] = told((one,), chosen)
                gone[one.item_id] = Closed(told=said, release=after.number, day=day)
    return tuple(sorted(gone.values(), key=lambda one: -one.release))


@lru_cache(maxsize=512)
def _of_earlier(number: int, question: Question) -> tuple[Item, ...]:
    engine = store.opened()
    load = partial(store.table, shown=store.release(number, engine), engine=engine)
    return build.items(load, question)
