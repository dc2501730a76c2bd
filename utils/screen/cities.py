"""Cities as the component `cities` shows them: on the page of pilots and on a city's card."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pandas as pd

from utils.figures import city_lanes, city_words, rows, search
from utils.figures.city_lanes import Axis, Facts
from utils.measures import peers
from utils.measures.city_record import CityRecord, city_record, peers_on_list
from utils.measures.groups import Grouping
from utils.measures.rounds import listed_years
from utils.measures.rules import Question
from utils.measures.staircase import Staircase
from utils.screen import cache, components, filters, frame, link, stairs
from utils.screen.cache import record, table
from utils.screen.filters import Filters
from utils.tables.schemas import MUNICIPALITIES
from utils.words import Lang, Words

REMOVED = "-"


def show(chosen: Filters, ids: tuple[str, ...], *, compared: bool) -> str | None:
    """Draw cities; return what was picked: an LAO's id, a province's code, an id to take away.

    `compared`: whether a city leads to its card and can be taken away.
    """
    shown = _picture(chosen, ids, stairs.tables(chosen), compared)
    return components.mount("cities", shown, key="cities")


def prepare(chosen: Filters) -> None:
    """Compute the comparison that the page of pilots opens with, and keep it."""
    _picture(chosen, frame.COMPARED_FIRST, stairs.tables(chosen), True)  # noqa: FBT003 kept by value


def go(picked: str | None, chosen: Filters) -> None:
    """Open the card or the province that was picked."""
    if picked is None:
        return
    if picked in frame.city_param().options:
        frame.open_city(picked, chosen)
    frame.open_province(picked, chosen)


def address(lao_id: str, chosen: Filters) -> str:
    """Return the relative address of a city's card."""
    return link.address("city", {"city": lao_id} | chosen.link)


def links(ids: tuple[str, ...], chosen: Filters) -> dict[str, Any]:
    """Return links to cards, as the component `facts` draws them."""
    say = chosen.words
    return {
        "term": say("city.cards"),
        "links": [
            {"id": lao, "name": named(lao, say.lang), "href": address(lao, chosen)} for lao in ids
        ],
    }


@cache.kept
def named(lao_id: str, lang: Lang) -> str:
    """Return an LAO's present name, a former one beside it."""
    ids = pd.Series([lao_id], dtype="string")
    return str(rows.municipality_names(ids, table("municipalities"), Words(lang)).iloc[0])


@cache.kept
def options(lang: Lang) -> dict[str, str]:
    """Return every LAO with all its names, those of a programme first."""
    names = search.cities(table("municipalities"), Words(lang))
    pilots = set(table("pilots")["lao_id"].dropna())
    return {lao: names[lao] for lao in sorted(names, key=lambda one: one not in pilots)}


def seen_until(question: Question) -> int:
    """Return the last fiscal year looked at: the chosen one, or the list's last before it."""
    return min(question.fiscal_year_be, record().last_year_be)


@cache.kept
def places() -> pd.DataFrame:
    """Return `peers.places` of the whole register."""
    return peers.places(table("municipalities"), record().provinces)


@cache.kept
def on_list(lao_id: str, upto_be: int) -> CityRecord:
    """Return `city_record` of an LAO."""
    return city_record(record(), lao_id, upto_be)


@cache.kept
def programmes(lao_id: str) -> pd.DataFrame:
    """Return the rows of the table `pilots` of an LAO, oldest first, those without a year last."""
    found = table("pilots")
    return found[found["lao_id"] == lao_id].sort_values("year_be", kind="stable")


@cache.kept
def _picture(
    chosen: Filters,
    ids: tuple[str, ...],
    whole: Staircase,
    compared: bool,  # noqa: FBT001 kept by value
) -> dict[str, Any]:
    say = chosen.words
    first, last = record().first_year_be, record().last_year_be
    span = Axis(
        first_year_be=first,
        last_year_be=max(last, int(table("pilots")["year_be"].max())),
        listed={level: listed_years(record().rounds, level) for level in ("national", "area")},
    )
    shown = [_city(lao, chosen, whole, span, linked=compared) for lao in ids]
    lanes = [lane for city in shown for lane in city["lanes"]]
    kinds = {mark["kind"] for lane in lanes for mark in lane["marks"]}
    return {
        "axis": city_lanes.axis(span, say),
        "legend": city_lanes.legend(kinds, say),
        "nothing": say("city.nothing"),
        "remove": say("pilots.remove") if compared else None,
        "cities": shown,
        "notes": [
            say(
                "city.note",
                first=first,
                last=last,
                publisher=say("source.publisher"),
            )
        ],
    }


def _city(
    lao_id: str, chosen: Filters, whole: Staircase, span: Axis, *, linked: bool
) -> dict[str, Any]:
    say, question = chosen.words, chosen.question
    upto, first = seen_until(question), record().first_year_be
    found, theirs = on_list(lao_id, upto), programmes(lao_id)
    facts = Facts(record=found, programmes=theirs, steps=_steps(whole, lao_id))
    alike = peers_on_list(record(), places(), question, lao_id)
    counts = (("national", found.national), ("area", found.area), ("programmes", len(theirs)))
    return {
        "id": lao_id,
        "name": named(lao_id, say.lang),
        "href": address(lao_id, chosen) if linked else None,
        **_place(lao_id, alike.peers.lao_type, chosen),
        "counts": [{"value": n, "term": say(f"city.count.{name}")} for name, n in counts],
        "lanes": city_lanes.lanes(facts, span, say),
        "programmes": [_programme(row, say) for row in theirs.to_dict("records")],
        "strengths": city_words.strengths(found, say),
        "gaps": city_words.gaps(found, upto, first, say),
        "peers": city_words.peers(alike, question, first, say),
    }


def _place(lao_id: str, lao_type: str, chosen: Filters) -> dict[str, Any]:
    say = chosen.words
    register = table("municipalities")
    province = cache.province(register[register["lao_id"] == lao_id]["province_code"].iloc[-1])
    groupings: tuple[Grouping, ...] = ("cluster_code", "office_number")
    known = [(by, province[by]) for by in groupings if not pd.isna(province[by])]
    region = filters.group_name(province["region4"], "region4", say)
    return {
        "kind": MUNICIPALITIES.columns["lao_type"].label(lao_type, say.lang),
        "place": province[f"name_{say.lang}"],
        "iso": province["iso_code"],
        "placeHref": link.address("province", {"province": province["iso_code"]} | chosen.link),
        "identity": [
            say("area.region4", name=region),
            *(filters.group_name(code, by, say) for by, code in known),
        ],
    }


def _programme(row: dict[Hashable, Any], say: Words) -> dict[str, str]:
    note = row[f"note_{say.lang}"]
    remark = [say("province.sources_differ"), *([] if pd.isna(note) else [note])]
    return {
        "year": say("unknown.year") if pd.isna(row["year_be"]) else str(row["year_be"]),
        "text": city_lanes.programme(row, say),
        "tag": ": ".join(remark) if row["sources_differ"] else "",
    }


def _steps(whole: Staircase, lao_id: str) -> dict[int, str]:
    """Return an LAO's steps from a real table; an invented one holds nobody real."""
    if whole.fictitious or whole.is_empty:
        return {}
    years = whole.years
    found = years[(years["lao_id"] == lao_id) & years["step"].notna()]
    return dict(zip(found["fiscal_year_be"].astype(int), found["step"].astype(str), strict=True))
