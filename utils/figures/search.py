"""Options of lists that a reader types into: every name a thing goes by, the usual one first."""

from __future__ import annotations

import pandas as pd

from utils.figures import labels
from utils.tables.schemas import MUNICIPALITIES
from utils.words import LANGS, Words


def municipalities(register: pd.DataFrame, words: Words) -> pd.Series:
    """Return each row of the register as an option, a former name with the present one beside it.

    After it stand the name with its type in full, and the name in the other language.

    `register`: as the table `municipalities`, the present name of an LAO on its last row. Indexed
    like it.
    """
    rows = register.to_dict("records")
    named = {lang: [labels.municipality(row, Words(lang)) for row in rows] for lang in LANGS}
    own = pd.Series(named[words.lang], index=register.index, dtype="string")
    present = own.groupby(register["lao_id"]).transform("last")
    shown = [
        new if old == new else words("municipality.now", former=old, now=new)
        for old, new in zip(own, present, strict=True)
    ]
    kind = MUNICIPALITIES.columns["lao_type"]
    thai = [kind.label(row["lao_type"], "th") + row["name_th"] for row in rows]
    english = [
        f"{row['name_en']} {kind.label(row['lao_type'], 'en').lower()}"
        if words.lang == "en" and not pd.isna(row["name_en"])
        else ""
        for row in rows
    ]
    options = map(_option, zip(shown, english, named["th"], thai, named["en"], strict=True))
    return pd.Series(list(options), index=register.index, dtype="string")


def office(number: int, offices: pd.DataFrame, provinces: pd.DataFrame, words: Words) -> str:
    """Return an office as an option: its short names and seat, then both names in full.

    `offices`, `provinces`: as the tables of those names.
    """
    rows = offices[offices["office_number"] == number]
    shown = labels.office(number, offices, provinces, words)
    return _option((shown, *rows[f"name_{words.lang}"].iloc[::-1]))


def _option(names: tuple[str, ...]) -> str:
    """Join names, leaving out those that can be read in what stands before them."""
    text = ""
    for name in names:
        if name not in text:
            text = f"{text} · {name}" if text else name
    return text
