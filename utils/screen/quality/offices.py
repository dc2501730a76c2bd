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
    say = chosen.words
    st.subheader(say("quality.offices"), anchor=False)
    st.caption(say("quality.offices_note"))
    name = choice.among(
        params.OF_OFFICES,
        say("quality.offices_of"),
        lambda code: schemas.TABLES[code].title(say.lang),
        place="quality",
    )
    counted = _counted(name).iloc[:, ::-1]  # the newest year is in sight on every screen
    if counted.columns.empty:
        st.info(say("quality.no_rows"))
        return
    own = quality_rows.codes(name)
    matrix = {
        "said": say("quality.offices"),
        "headings": [say("filter.office"), say("quality.registered")],
        "base": link.address("history", chosen.link | own),
        "row": params.ROWS_OFFICE.name,
        "column": params.ROWS_YEAR.name,
        "columns": list(counted.columns),
        "rows": _matrix_rows(counted, say),
    }
    components.mount("matrix", matrix, key="quality.matrix", act=partial(_show_rows, name))
    tables.offer(
        lambda: _matrix_file(matrix),
        say,
        name=f"quality_offices_{name}",
        key="quality.offices",
        about=quality_rows.about(schemas.TABLES[name].title(say.lang), chosen, name),
    )


def _show_rows(name: str, picked: str) -> None:
    office, _, year = picked.partition(",")
    quality_rows.choose(name, office=office, year=year)


def _matrix_rows(counted: pd.DataFrame, say: Words) -> list[dict[str, Any]]:
    register = _registered()
    return [
        {
            "code": str(number),
            "name": filters.group_name(number, "office_number", say)
            if number
            else say("quality.no_office"),
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
