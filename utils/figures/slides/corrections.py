"""Slide: old rows that a later release tells otherwise, apart from what is new."""

from __future__ import annotations

import pandas as pd

from utils.figures import rows
from utils.figures.slides import change as slide_change
from utils.figures.slides import pictures
from utils.figures.slides.pictures import Row
from utils.figures.slides.slide import Slide, SlideContext
from utils.measures.changes.comparison import Comparison
from utils.measures.changes.corrections import WHATS
from utils.measures.changes.provinces import TURNED
from utils.tables.declared import schemas


def corrected(context: SlideContext) -> Slide | None:
    """Return how many rows were corrected and what that changed; nothing where none was."""
    comparison, words = context.comparison, context.words
    if comparison is None or not comparison.of_releases or comparison.corrections.empty:
        return None
    return Slide(
        name="corrected",
        title=words("slide.corrected"),
        sentence=_sentence(comparison, context),
        kind="bars",
        figure=pictures.bars(_bars(comparison.corrections, context), words("slide.corrected")),
        table=_table(comparison.corrections, context),
        basis=_basis(context),
        notes=(words("since.corrected_note"),),
    )


def _sentence(comparison: Comparison, context: SlideContext) -> str:
    turns = comparison.provinces.loc[comparison.provinces["cause"] == "correction", "turn"]
    return context.words(
        "since.corrected_sentence",
        **slide_change.sides(comparison, context),
        area=context.where,
        n=int(comparison.corrections["rows"].sum()),
        provinces=int(turns.isin(TURNED).sum()),
        steps=int((comparison.steps["cause"] == "correction").sum()),
        totals=int((comparison.totals["cause"] == "correction").sum()),
    )


def _basis(context: SlideContext) -> str:
    """Return what is counted, where, and which two releases say so."""
    words, chosen = context.words, context.chosen
    area = chosen.area or words("filter.everywhere")
    numbers = words("since.two", before=chosen.baseline.release, now=chosen.release)
    return f"{words('since.corrected_basis')} · {area} · {numbers}"


def _bars(corrections: pd.DataFrame, context: SlideContext) -> list[Row]:
    words = context.words
    counts = corrections.groupby(["table", "what"])["rows"].sum()
    names = dict.fromkeys(corrections["table"])
    return [
        (
            f"{schemas.TABLES[name].title(words.lang)} · {words(f'desk.what.{what}')}",
            int(counts[name, what]),
            int(counts.max()),
            str(counts[name, what]),
        )
        for name in names
        for what in WHATS
        if (name, what) in counts
    ]


def _table(corrections: pd.DataFrame, context: SlideContext) -> pd.DataFrame:
    words = context.words
    tables = [schemas.TABLES[name].title(words.lang) for name in corrections["table"]]
    return pd.DataFrame(
        {
            words("history.table"): tables,
            words("history.what"): [words(f"desk.what.{what}") for what in corrections["what"]],
            words("column.year"): corrections["fiscal_year_be"].astype("Int64").array,
            words("column.province"): rows.province_names(
                corrections["province_code"], context.record.provinces, words
            ).array,
            words("pack.rows"): corrections["rows"].array,
        }
    )
