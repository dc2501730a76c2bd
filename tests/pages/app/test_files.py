"""What each file says of itself below its rows: true of that file, with the way back to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
import streamlit as st

from tests.pages.opened import open_page, opens, unfold
from utils.exports.csv_file import csv_bytes
from utils.screen.app import tables
from utils.words import Words

SAY = Words("en")
AS_OF = "Data up to FY 2563 · Source: published award list of DEQP (now DCCE)"
NORTH_2562 = "year=2562&rule={rule}&window=3&region=4-North&lang=en"

Footers = list[tuple[str, ...]]


@pytest.fixture
def footers(monkeypatch: pytest.MonkeyPatch) -> Footers:
    """Keep what is written below the rows of every file that a page offers."""
    written: Footers = []

    def keep(table: pd.DataFrame, *, about: tuple[str, ...]) -> bytes:
        *lines, release = about
        assert release.startswith("Data release no. 1 (as of ")
        written.append(tuple(lines))
        return csv_bytes(table, about=about)

    offer = st.download_button

    def take(label: str, data: Callable[[], bytes], **rest: Any) -> bool:  # noqa: ANN401
        data()  # as if the reader took each file
        return offer(label, data, **rest)

    monkeypatch.setattr(tables, "csv_bytes", keep)
    monkeypatch.setattr(st, "download_button", take)
    return written


def test_counted_rows_name_rule_window_area_source_and_link(footers: Footers) -> None:
    app = open_page(year="2562", region="4-North", lang="en")
    unfold(app, SAY("overview.rows", rule=SAY("rule.d")))
    assert footers == [
        (
            f"Counting rule: {SAY('rule.d')} · FY 2560–2562 · {SAY('rule.note.assumed')}",
            "Area: North (4 regions)",
            AS_OF,
            f"?{NORTH_2562.format(rule='d')}&release=1",
        )
    ]


def test_rows_of_rule_c_say_which_prizes_count(footers: Footers) -> None:
    unfold(open_page(rule="c", lang="en"), SAY("overview.rows", rule=SAY("rule.c")))
    assert footers[0][1] == (
        "86 honourable mentions and 27 commitment or regional prizes in the whole list count"
    )


def test_rows_of_all_years_say_so_in_words_and_link(footers: Footers) -> None:
    unfold(open_page(rule="d", window="all", lang="en"), SAY("overview.rows", rule=SAY("rule.d")))
    assert "FY 2547 to FY 2563 (chosen by the reader)" in footers[0][0]
    assert footers[0][-1] == "?year=2563&rule=d&window=all&lang=en&release=1"


def test_the_lines_of_the_pace_chart_are_told_apart(footers: Footers) -> None:
    unfold(open_page(lang="en"), SAY("pace.table"))
    assert footers[0][:2] == (
        f"Counted: {SAY('rule.b', n=3)} · each year counts 3 fiscal years, that year included",
        "Counting only results since the resolution: Awards and area results of every kind",
    )


@pytest.mark.parametrize(
    ("view", "label", "here"),
    [("areas", "map.table", "show=first"), ("points", "map.points_table", "view=points")],
)
def test_files_of_the_map_tell_the_rules_column_from_the_others(
    footers: Footers, view: str, label: str, here: str
) -> None:
    app = open_page("map", view=view, show="first", region="4-North", year="2562", lang="en")
    unfold(app, SAY(label))
    assert footers == [
        (
            "Counting rule: (b) Result within 3 fiscal years · FY 2560–2562",
            "Other columns: Awards and area results of every kind · FY 2547 to FY 2562",
            "Area: North (4 regions)",
            AS_OF,
            f"map?{NORTH_2562.format(rule='b')}&{here}&release=1",
        )
    ]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Keep every file that a page offers by its name, as if the reader took each."""
    files: dict[str, bytes] = {}
    offer = st.download_button

    def take(label: str, data: Callable[[], bytes], *, file_name: str, **rest: Any) -> bool:  # noqa: ANN401
        files[file_name] = data()
        return offer(label, data, file_name=file_name, **rest)

    monkeypatch.setattr(st, "download_button", take)
    return files


def test_the_map_is_taken_home_as_outlines_with_its_table(taken: dict[str, bytes]) -> None:
    app = open_page("map", show="first", region="4-North", year="2562", lang="en")
    unfold(app, SAY("map.table"))
    collection = json.loads(taken["provinces.geojson"])
    rows = [feature["properties"] for feature in collection["features"]]
    assert len({row["province_code"] for row in rows}) == 77
    # Counted by rule (b) at the end of FY 2562 in the country, whatever the area; 17 in the North.
    assert sum(row["counted"] is True for row in rows) == 67
    assert sum(row["in_area"] for row in rows) == 17
    assert next(row for row in rows if row["province_code"] == "10")["counted"] is None
    first, *_, last = collection["about"]
    assert first == "Counting rule: (b) Result within 3 fiscal years · FY 2560–2562"
    assert SAY("source.outlines") in collection["about"]
    assert last.startswith("Data release no. 1 (as of ")


def test_invented_stages_say_so_in_the_name_and_text_of_their_outlines(
    taken: dict[str, bytes],
) -> None:
    unfold(open_page("map", year="2563", show="stage", lang="en", trial="1"), SAY("map.table"))
    [name] = [name for name in taken if name.endswith(".geojson")]
    assert name == "fictitious_stages.geojson"
    collection = json.loads(taken[name])
    assert collection["about"][0] == SAY("fictitious.words")
    assert len(collection["features"]) == 77
    assert {"stage", "laos", "best"} <= set(collection["features"][0]["properties"])
    assert {one["properties"]["fictitious"] for one in collection["features"]} == {True}


def test_rows_of_a_province_name_it_and_no_rule(footers: Footers) -> None:
    app = open_page("province", province="TH-60", region="4-South", lang="en")
    unfold(app, SAY("province.rows", n=7))
    assert footers[-2] == (  # the last file of the page is that of the pilots
        "Province: Nakhon Sawan",
        "Awards and area results of every kind · FY 2547 to FY 2563",
        AS_OF,
        "province?province=TH-60&year=2563&rule=b&window=3&region=4-South&lang=en&release=1",
    )


def test_pilots_name_province_source_and_terms(footers: Footers) -> None:
    open_page("province", province="TH-60", lang="en")
    assert footers == [
        (
            "Province: Nakhon Sawan",
            "Pilot and model areas",
            "Source: Public pages and press reports, as each row states",
            "As of: date of retrieval not recorded in our sources",
            "Licence: Compiled in this project; under the project's licence",
            "province?province=TH-60&year=2563&rule=b&window=3&lang=en&release=1",
        )
    ]


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        (SAY("methods.rounds"), "Assessment rounds by year", "table=rounds&release=1"),
        (
            SAY("methods.faults_table", n=49),
            "Faults of the published list",
            "=award_list_faults&release=1",
        ),
    ],
)
def test_files_of_the_methods_page_name_their_table(
    footers: Footers, label: str, first: str, last: str
) -> None:
    unfold(open_page("methods", lang="en"), label)
    assert footers[0][0] == first
    assert footers[0][-1].startswith("methods?")
    assert footers[0][-1].endswith(last)


def test_the_file_of_measures_names_its_subject(footers: Footers) -> None:
    opens(open_page("methods", lang="en"), SAY("methods.subject.coverage"))
    subject = f"{SAY('methods.measures')}: {SAY('methods.subject.coverage')}"
    assert footers == [(subject, "methods?year=2563&rule=b&window=3&lang=en&release=1")]
