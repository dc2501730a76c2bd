"""The LAOs of an area: what each has in the list, its step and total, not known where untold."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures import labels, rows
from utils.measures.coverage.rules import Question
from utils.measures.worklist import build
from utils.screen.app import cache, city_links, provenance, tables
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.scores import tables_in_use as score_tables
from utils.screen.staircase import tables_in_use as staircase_tables
from utils.words import Words


def draw(chosen: Filters) -> None:
    """Draw the LAOs with a result, a step or a total, each a way to its card."""
    words, listed = chosen.words, of(chosen.question, chosen.codes)
    if not untold(words):
        st.caption(words("area_page.laos_note"))
    else:
        st.caption(untold(words))
    if listed.empty:
        st.info(words("area_page.no_laos"))
        return
    tables.show(
        told(listed, words),
        words,
        name="area_laos",
        key="area.laos",
        about=(provenance.award_list(words), words("area_page.laos_note")),
        links={
            words("column.municipality"): [city_links.address(lao, chosen) for lao in listed.index]
        },
        one_decimal=True,
    )


def untold(words: Words) -> str:
    """Say which of the tables of steps and scores hold no row yet; empty where both do."""
    lacking = [
        words(f"area_page.no_{name}")
        for name, is_empty in (
            ("steps", staircase_tables.of_kind(fictitious=False).is_empty),
            ("scores", score_tables.of_kind(fictitious=False).scores.empty),
        )
        if is_empty
    ]
    return " · ".join(lacking)


@cache.kept
def of(question: Question, codes: tuple[str, ...]) -> pd.DataFrame:
    """Return the LAOs of some provinces by id: their results, the present step, the latest total.

    Unknown steps and totals are missing.
    """
    merits = build.known_merits(
        staircase_tables.of_kind(fictitious=False), score_tables.of_kind(fictitious=False)
    )
    listed = cache.municipalities(question)
    every = listed.reindex(listed.index.union(merits.index))
    every["province_code"] = every["province_code"].fillna(merits["province_code"])
    every = every.join(merits[["level", "total"]])
    here: pd.DataFrame = every[every["province_code"].isin(codes)]
    return here.sort_index().sort_values("province_code", kind="stable")


def told(listed: pd.DataFrame, words: Words) -> pd.DataFrame:
    """Return LAOs as a reader's table."""
    ids = listed.index.to_series()
    unknown = words("area_page.not_known")
    levels = [
        unknown if pd.isna(one) else words("area_page.level", n=one) for one in listed["level"]
    ]
    return pd.DataFrame(
        {
            words("column.province"): rows.province_names(
                listed["province_code"], record().provinces, words
            ),
            words("column.municipality"): rows.municipality_names(
                ids, table("municipalities"), words
            ),
            words("column.latest"): listed["latest_year_be"],
            words("column.best"): listed["best"].map(
                lambda best: labels.result(best, words), na_action="ignore"
            ),
            words("area_page.step"): levels,
            words("area_page.total"): listed["total"].astype("Float64"),
        }
    ).reset_index(drop=True)
