"""Options of lists that readers type into: all names of a thing, so that each of them is found."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels
from utils.tables.declared.schemas import MUNICIPALITIES
from utils.words import Words


def municipalities(register: pd.DataFrame, words: Words) -> pd.Series:
    """Return an option for each row of the register; former names have the present one beside them.

    Then follow the name with its type in full, and the name in the other language.

    `register`: as the table `municipalities`, where the last row of an LAO has its present name.
    The result is indexed as it.
    """
    names = _names(register, words)
    own = pd.Series([first for first, *_ in names], index=register.index, dtype="string")
    present = own.groupby(register["lao_id"]).transform("last")
    shown = [
        new if old == new else words("municipality.now", former=old, now=new)
        for old, new in zip(own, present, strict=True)
    ]
    options = (_option((first, *more)) for first, (_, *more) in zip(shown, names, strict=True))
    return pd.Series(list(options), index=register.index, dtype="string")


def cities(register: pd.DataFrame, words: Words) -> dict[str, str]:
    """Return each LAO of the register as one option: its present name, then all its others.

    `register`: as for `municipalities`. By lao_id, in the order of the register.
    """
    names_of: dict[str, tuple[str, ...]] = {}
    for lao_id, names in zip(register["lao_id"], _names(register, words), strict=True):
        names_of[lao_id] = (*names, *names_of.get(lao_id, ()))
    return {lao_id: _option(names) for lao_id, names in names_of.items()}


def _names(register: pd.DataFrame, words: Words) -> list[tuple[str, ...]]:
    """Return the names of each row: in the reader's language first, then the others.

    Each is given with the type abbreviated and in full; the full English one is for English readers
    only, where an English name is known.
    """
    kind = MUNICIPALITIES.columns["lao_type"]
    return [
        (
            labels.municipality(row, words),
            f"{row['name_en']} {kind.label(row['lao_type'], 'en').lower()}"
            if words.lang == "en" and not pd.isna(row["name_en"])
            else "",
            labels.municipality(row, Words("th")),
            kind.label(row["lao_type"], "th") + row["name_th"],
            labels.municipality(row, Words("en")),
        )
        for row in register.to_dict("records")
    ]


def office(number: int, offices: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> str:
    """Return an office as an option: its short names and seat, then both names in full.

    `offices`, `provinces`: as the tables of those names.
    """
    rows = offices[offices["office_number"] == number]
    shown = labels.office(number, offices, provinces, words)
    return _option((shown, *rows[f"name_{words.lang}"].iloc[::-1]))


def _option(names: tuple[str, ...]) -> str:
    """Join names, leaving out those that are contained in the text so far."""
    text = ""
    for name in names:
        if name not in text:
            text = f"{text} · {name}" if text else name
    return text
