"""The entries of one programme in groups, as data for the component `board`, and its map."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import theme
from utils.figures.map_data import Painted
from utils.figures.outlines import with_table
from utils.figures.rows import municipality_names, province_names
from utils.figures.theme import Swatch
from utils.measures.cities.programmes import by_theme
from utils.tables.declared.pilots import THEME
from utils.tables.declared.schemas import PILOTS, PROVINCES
from utils.words import Words

Row = dict[Hashable, Any]
AIR_TO_LIFE = ("air", "water", "waste", "green_space", "biodiversity")
OF_CITIES = ("governance", "environmental_services", "budget_investment", "participation")
THROUGHOUT = "participation"


@dataclass(frozen=True, kw_only=True)
class EntryPlaces:
    """What gives entries a name and an address: the register, the provinces, a link to each.

    `to_city`, `to_province`: from an LAO's id or a province's ISO code to an address.
    """

    register: pd.DataFrame
    provinces: pd.DataFrame
    to_city: Callable[[str], str]
    to_province: Callable[[str], str]


@dataclass(frozen=True, kw_only=True)
class Group:
    """Entries under one title.

    `empty`: the text where there are none. `roles`, `themes`: whether each entry shows its role in
    the programme and its theme, which the title may say already.
    """

    title: str
    entries: pd.DataFrame
    empty: str = ""
    roles: bool = False
    themes: bool = True


def grouped(
    group: str, entries: pd.DataFrame, themes: pd.DataFrame, provinces: pd.DataFrame, words: Words
) -> list[Group]:
    """Return the entries of one programme in its groups.

    Parameters
    ----------
    group : str
        A key of `utils.measures.cities.programmes.GROUPS`.
    entries : DataFrame
        From `utils.measures.cities.programmes.entries`.
    themes, provinces : DataFrame
        As the tables `pilot_themes` and `provinces`.
    words : Words
    """
    if group == "asean_esc":
        awards = entries["programme"] == "asean_esc_award"
        whole = Group(title=words("programme.esc_award"), entries=entries[awards])
        return [whole, *_themes(entries[~awards], themes, AIR_TO_LIFE, words)]
    if group == "delgosea":
        return _themes(entries, themes, OF_CITIES, words, roles=True)
    if group == "green_city_14":
        return _regions(entries, provinces, words)
    if group == "la21":
        return [Group(title=words("programme.model"), entries=entries, themes=False)]
    return [
        Group(title=str(theme), entries=of_theme, themes=False)
        for theme, of_theme in entries.sort_index().groupby(f"theme_{words.lang}", sort=False)
    ]


def groups(parts: list[Group], places: EntryPlaces, words: Words) -> list[dict[str, Any]]:
    """Return groups as the component draws them, with numbers for the sources of entries.

    What all entries have in common is left to `notes`: a source, a note, unknown years.
    """
    every = pd.concat([group.entries for group in parts])
    numbers = {source: at for at, source in enumerate(_sources(every, words), start=1)}
    shared: dict[str, str] = {} if len(numbers) > 1 else {"source": ""}
    if _common_note(every, words):
        shared["note"] = ""
    if every["year_be"].isna().all():
        shared["year"] = ""
    return [
        {
            "title": group.title,
            "note": group.empty if group.entries.empty else "",
            "entries": [
                _entry(row, group, words)
                | {
                    "source": words(
                        "programme.board.source", n=numbers[row[f"source_{words.lang}"]]
                    )
                }
                | shared
                for row in _placed(group.entries, places, words)
            ],
        }
        for group in parts
    ]


def notes(parts: list[Group], entries: pd.DataFrame, words: Words) -> list[str]:
    """Return the notes below the groups: on unknown years, shared notes, and all sources.

    `entries`: the rows of the table `pilots` that the groups are made of.
    """
    every = pd.concat([group.entries for group in parts])
    undated = int(entries["year_be"].isna().sum())
    lines = [words("programme.board.undated", n=undated, total=len(entries))] if undated else []
    lines += [words("programme.board.assumed_note", basis=basis) for basis in _bases(every, words)]
    common = _common_note(every, words)
    return [*lines, *([common] if common else []), *_source_notes(_sources(every, words), words)]


def paint(states: pd.DataFrame, model: Collection[str], words: Words) -> Painted:
    """Put provinces into classes: model provinces, others, and Bangkok by itself.

    `states`: from `utils.measures.coverage.coverage.by_province`. `model`: codes of the model
    provinces.
    """
    classes = states["status"].where(states["status"] == "outside", "others")
    classes = classes.mask(states.index.isin(list(model)), "model")
    return Painted(
        keys=("model", "others", "outside"),
        labels=(words("programme.model"), words("programme.others"), words("status.outside")),
        swatches=(
            theme.STATUS["counted"],
            Swatch(fill=theme.LAND),
            theme.STATUS["outside"],
        ),
        provinces=with_table(states.assign(**{"class": classes})),
    )


def _source_notes(sources: list[str], words: Words) -> list[str]:
    if len(sources) == 1:
        return [words("programme.board.one_source", source=sources[0])]
    return [
        words("programme.board.source_note", n=at, source=source)
        for at, source in enumerate(sources, start=1)
    ]


def _sources(every: pd.DataFrame, words: Words) -> list[str]:
    return list(dict.fromkeys(every[f"source_{words.lang}"]))


def _bases(every: pd.DataFrame, words: Words) -> list[str]:
    column = f"basis_{words.lang}"
    return list(dict.fromkeys(every[column].dropna())) if column in every else []


def _common_note(every: pd.DataFrame, words: Words) -> str:
    """Return the note that several entries all have; empty where they differ."""
    known = set(every[f"note_{words.lang}"].fillna(""))
    return str(known.pop()) if len(known) == 1 < len(every) else ""


def _placed(entries: pd.DataFrame, places: EntryPlaces, words: Words) -> list[Row]:
    """Return entries with the name of their city and province, and an address to go to."""
    isos = places.provinces.set_index("province_code")["iso_code"]
    cities = municipality_names(entries["lao_id"].dropna(), places.register, words)
    rows = entries.assign(
        province=province_names(entries["province_code"], places.provinces, words),
        iso=entries["province_code"].map(isos),
        city=cities.reindex(entries.index),
    ).to_dict("records")
    for row in rows:
        to_city = not pd.isna(row["lao_id"])
        row["href"] = places.to_city(row["lao_id"]) if to_city else places.to_province(row["iso"])
    return rows


def _entry(row: Row, group: Group, words: Words) -> dict[str, Any]:
    city = _text(row["lao_id"])
    return {
        "name": row["city"] if city else row["province"],
        "id": city or row["iso"],
        "href": row["href"],
        "place": row["province"] if city else "",
        "year": words("table.unknown_year") if pd.isna(row["year_be"]) else str(row["year_be"]),
        "said": _role_and_theme(row, group, words),
        "disputed": words("province.sources_differ") if row["sources_differ"] else "",
        "note": _text(row[f"note_{words.lang}"]),
    }


def _role_and_theme(row: Row, group: Group, words: Words) -> str:
    """Return the role and theme of an entry, as far as its group shows them."""
    parts = []
    if group.roles:
        parts.append(PILOTS.columns["programme"].label(row["programme"], words.lang))
    if group.themes:
        parts.append(_text(row[f"theme_{words.lang}"]))
    if row.get("confidence", "") == "assumed":
        parts.append(words("programme.board.assumed"))
    return " · ".join(part for part in parts if part)


def _text(value: Any) -> str:  # noqa: ANN401 a cell of any table
    return "" if pd.isna(value) else str(value)


def _themes(
    rows: pd.DataFrame,
    themes: pd.DataFrame,
    order: tuple[str, ...],
    words: Words,
    *,
    roles: bool = False,
) -> list[Group]:
    """Return one group per theme; entries without a theme are in a last group."""
    themed = by_theme(rows, themes)
    groups = [
        Group(
            title=THEME.label(theme, words.lang),
            entries=themed[themed["theme"] == theme],
            empty=words("programme.throughout" if theme == THROUGHOUT else "programme.nobody"),
            roles=roles,
        )
        for theme in order
    ]
    unknown = themed[themed["theme"].isna()]
    if unknown.empty:
        return groups
    title = words("programme.no_theme")
    return [*groups, Group(title=title, entries=unknown, roles=roles)]


def _regions(rows: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> list[Group]:
    region = rows["province_code"].map(provinces.set_index("province_code")["region4"])
    column = PROVINCES.columns["region4"]
    return [
        Group(title=choice.label(words.lang), entries=rows[region == choice.code], themes=False)
        for choice in column.choices
        if (region == choice.code).any()
    ]
