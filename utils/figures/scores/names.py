"""Names of indicators, components and LAOs of a score record, and numbers as texts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Any

import pandas as pd

from utils.figures import labels, rows, thai_order
from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.summary import Middle
from utils.tables.declared.places import LAO_TYPES_EN
from utils.tables.declared.scores import SCORE_CUTOFFS
from utils.words import Words

_TRANSLATED_BACK = "back-translated"
MARKED = "\u00a0*"  # never wrapped to a line of its own


def indicators(catalogue: pd.DataFrame, words: Words) -> dict[int, str]:
    """Return the names of an edition's indicators by number; Thai back-translations are marked.

    `catalogue`: rows of one edition of the table `indicators`.
    """
    translated = catalogue["name_th_status"].str.startswith(_TRANSLATED_BACK)
    names = catalogue[f"name_{words.lang}"]
    return {
        int(number): words(
            "scores.indicator",
            n=number,
            name=f"{name}{MARKED}" if mark and words.lang == "th" else name,
        )
        for number, name, mark in zip(catalogue["indicator"], names, translated, strict=True)
    }


def components(table: pd.DataFrame, words: Words) -> dict[int, str]:
    """Return the names of an edition's components by number."""
    names = table[f"name_{words.lang}"]
    return {int(n): str(name) for n, name in zip(table["component"], names, strict=True)}


def laos(ids: pd.Series, register: pd.DataFrame, words: Words) -> dict[str, str]:
    """Return the names of LAOs by id, sorted by type and name; the order is not a ranking.

    `register`: as the table `municipalities`.
    """
    unique = ids.drop_duplicates()
    named = rows.municipality_names(unique, register, words)
    last = register.drop_duplicates("lao_id", keep="last").set_index("lao_id")
    order = {code: at for at, code in enumerate(LAO_TYPES_EN)}
    table = pd.DataFrame({"lao_id": unique, "name": named})
    table["type"] = unique.map(last["lao_type"]).map(order)
    table["order"] = [thai_order.key(name) for name in named]
    table = table.sort_values(["type", "order", "lao_id"])
    return dict(zip(table["lao_id"], table["name"], strict=True))


def level(code: str, words: Words) -> str:
    """Return the name of a level of a scale."""
    return SCORE_CUTOFFS.columns["level"].label(code, words.lang)


def percent(value: float | None, words: Words) -> str:
    """Return a percentage to one decimal, rounded half up, or the word for unknown."""
    if value is None or pd.isna(value):
        return words("scores.unknown")
    return words("scores.percent", n=number(float(value)))


def numbered(table: pd.DataFrame) -> Iterator[tuple[int, dict[Hashable, Any]]]:
    """Yield (number, row) for a table indexed by the number of an indicator or component."""
    yield from zip(table.index.astype(int).tolist(), table.to_dict("records"), strict=True)


def number(value: float) -> str:
    """Return a measured number to one decimal, rounded half up, as "88.2"."""
    return labels.percent(value / 100) if value >= 0 else f"−{labels.percent(-value / 100)}"


def whole(value: float) -> str:
    """Return a cut-off or a maximum without needless decimals."""
    return f"{value:g}"


def spans(numbers: Iterable[int]) -> str:
    """Return sorted whole numbers as a text with spans: "1, 3–5"."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(labels.years(span[0], span[-1]) for span in runs)


def signed(value: float) -> str:
    """Return a difference with its sign, as "+1.5"."""
    text = number(round(value, 9))
    return text if text.startswith("−") or text == "0.0" else f"+{text}"


def median(middle: Middle, words: Words) -> str:
    """Return the median in words, or that it is not computed because too few values are known."""
    if middle.median is None:
        return words("scores.no_median", n=middle.n, minimum=MINIMUM_PEERS)
    return percent(middle.median, words)


def middle_half(middle: Middle, words: Words) -> str:
    """Return the quartiles in words, or that too few values are known."""
    if middle.low is None or middle.high is None:
        return words("scores.too_few", n=middle.n, minimum=MINIMUM_PEERS)
    return words("scores.half", low=number(middle.low), high=number(middle.high))


def cutoffs(table: pd.DataFrame, scale: str, words: Words) -> str:
    """Return the cut-offs of one scale in words; `table`: as the table `score_cutoffs`."""
    own = table[table["scale"] == scale].sort_values("low_percent", kind="stable")
    who: dict[float, list[str]] = {}
    for lao_type, code, low in zip(own["lao_type"], own["level"], own["low_percent"], strict=True):
        named = level(code, words) if pd.isna(lao_type) else lao_type_name(lao_type, words)
        who.setdefault(float(low), []).append(named)
    return " · ".join(
        words("scores.cutoff", names=" ".join(names), low=whole(low)) for low, names in who.items()
    )


def cutoffs_are_assumed(table: pd.DataFrame, scale: str) -> bool:
    """Tell whether any cut-off of one scale is assumed; `table`: as in `cutoffs`."""
    return bool((table.loc[table["scale"] == scale, "confidence"] == "assumed").any())


def acting(table: pd.DataFrame, scale: str, words: Words) -> str:
    """Return the cut-offs of one scale, called assumed where they are; `table`: as in `cutoffs`."""
    standing = "assumed" if cutoffs_are_assumed(table, scale) else "stated"
    return words(f"scores.{standing}_are", cutoffs=cutoffs(table, scale, words))


def lao_type_name(code: str, words: Words) -> str:
    """Return the abbreviation of an LAO type in the reader's language."""
    return code if words.lang == "th" else LAO_TYPES_EN[code]
