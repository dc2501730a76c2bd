"""How many LAOs of each office a table has in each fiscal year: what was sent, and what was not."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from utils.measures.quality import laos_by_office_and_year, registered_by_office
from utils.screen import params
from utils.screen.app import cache, choice, components, filters, link, tables
from utils.screen.app.filters import Filters
from utils.screen.quality import rows as quality_rows
from utils.tables.declared import schemas
from utils.words import Words


def show(chosen: Filters) -> None:
    """Draw how many LAOs of each office a table has in each year; a count leads to its rows."""
    words = chosen.words
    st.subheader(words("quality.offices"), anchor=False)
    st.caption(words("quality.offices_note"))
    name = choice.among(
        params.OF_OFFICES,
        words("quality.offices_of"),
        lambda code: schemas.TABLES[code].title(words.lang),
        place="quality",
    )
    counted = _counted(name).iloc[:, ::-1]  # the newest year is in sight on every screen
    if counted.columns.empty:
        st.info(words("quality.no_rows"))
        return
    own = quality_rows.codes(name)
    matrix = {
        "said": words("quality.offices"),
        "headings": [words("filter.office"), words("quality.registered")],
        "base": link.address("history", chosen.link | own),
        "row": params.ROWS_OFFICE.name,
        "column": params.ROWS_YEAR.name,
        "columns": list(counted.columns),
        "rows": _matrix_rows(counted, words),
    }
    components.mount("matrix", matrix, key="quality.matrix", act=partial(_show_rows, name))
    tables.offer(
        lambda: _matrix_file(matrix),
        words,
        name=f"quality_offices_{name}",
        key="quality.offices",
        about=quality_rows.about(schemas.TABLES[name].title(words.lang), chosen, name),
    )


def _show_rows(name: str, picked: str) -> None:
    office, _, year = picked.partition(",")
    quality_rows.choose(name, office=office, year=year)


def _matrix_rows(counted: pd.DataFrame, words: Words) -> list[dict[str, Any]]:
    register = _registered()
    return [
        {
            "code": str(number),
            "name": filters.group_name(number, "office_number", words)
            if number
            else words("quality.no_office"),
            "of": int(register.get(number, 0)),
            "counts": counts,
        }
        for number, counts in zip(counted.index, counted.to_numpy().tolist(), strict=True)
    ]


def _matrix_file(matrix: Mapping[str, Any]) -> pd.DataFrame:
    rows = [(row["name"], row["of"], *row["counts"]) for row in matrix["rows"]]
    return pd.DataFrame(rows, columns=[*matrix["headings"], *map(str, matrix["columns"])])


@cache.kept
def _counted(name: str) -> pd.DataFrame:
    rows, register = cache.table(name), cache.table("municipalities")
    return laos_by_office_and_year(rows, register, cache.table("provinces"))


@cache.kept
def _registered() -> pd.Series:
    return registered_by_office(cache.table("municipalities"), cache.table("provinces"))
