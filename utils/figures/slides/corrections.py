"""Slide: old rows that a later release tells otherwise, apart from what is new."""

from __future__ import annotations

from typing import Any

import pandas as pd

from utils.figures import rows
from utils.figures.slides import since_words
from utils.figures.slides.slide import Seen, Slide
from utils.measures.changes.comparison import Comparison
from utils.measures.changes.corrections import WHATS
from utils.tables.declared import schemas


def corrected(seen: Seen) -> Slide | None:
    """Return how many rows were corrected and what that changed; nothing where none was."""
    found, say = seen.comparison, seen.words
    if found is None or not found.of_releases or found.corrections.empty:
        return None
    return Slide(
        name="corrected",
        title=say("slide.corrected"),
        sentence=_sentence(found, seen),
        kind="bars",
        figure={"rows": _bars(found.corrections, seen), "nested": False},
        table=_table(found.corrections, seen),
        basis=_basis(seen),
        notes=(say("since.corrected_note"),),
    )


def _sentence(found: Comparison, seen: Seen) -> str:
    turns = found.provinces.loc[found.provinces["cause"] == "correction", "turn"]
    return seen.words(
        "since.corrected_sentence",
        **since_words.ends(found, seen),
        area=seen.where,
        n=int(found.corrections["rows"].sum()),
        provinces=int(turns.isin(["gained", "lost"]).sum()),
        steps=int((found.steps["cause"] == "correction").sum()),
        totals=int((found.totals["cause"] == "correction").sum()),
    )


def _basis(seen: Seen) -> str:
    """Return what is counted, where, and which two releases say so."""
    say, chosen = seen.words, seen.chosen
    area = chosen.area or say("filter.everywhere")
    numbers = say("since.two", before=chosen.since.release, now=chosen.release)
    return f"{say('since.corrected_basis')} · {area} · {numbers}"


def _bars(corrections: pd.DataFrame, seen: Seen) -> list[dict[str, Any]]:
    say = seen.words
    counts = corrections.groupby(["table", "what"])["rows"].sum()
    names = dict.fromkeys(corrections["table"])
    return [
        {
            "name": f"{schemas.TABLES[name].title(say.lang)} · {say(f'desk.what.{what}')}",
            "value": int(counts[name, what]),
            "total": int(counts.max()),
            "text": str(counts[name, what]),
        }
        for name in names
        for what in WHATS
        if (name, what) in counts
    ]


def _table(corrections: pd.DataFrame, seen: Seen) -> pd.DataFrame:
    say = seen.words
    tables = [schemas.TABLES[name].title(say.lang) for name in corrections["table"]]
    return pd.DataFrame(
        {
            say("history.table"): tables,
            say("history.what"): [say(f"desk.what.{what}") for what in corrections["what"]],
            say("column.year"): corrections["fiscal_year_be"].astype("Int64").array,
            say("column.province"): rows.province_names(
                corrections["province_code"], seen.record.provinces, say
            ).array,
            say("pack.rows"): corrections["rows"].array,
        }
    )
