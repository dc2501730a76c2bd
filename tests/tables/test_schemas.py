"""The declarations themselves, and the shipped tables against them."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.tables.sample import codes, worded
from utils import paths
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.normalise import spelling_key
from utils.tables.reading.writer import to_csv

TABLES = list(schemas.ALL.values())
NAMED = pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)


def test_every_table_of_the_issue_is_declared() -> None:
    required = {"provinces", "municipalities", "awards", "pilots", "indicators", "targets"}
    required |= {
        "enrolment",
        "step_evidence",
        "step_requirements",
        "step_levels",
        "lao_denominators",
    }
    required |= {"editions", "components", "edition_mappings", "scores", "score_cutoffs"}
    required |= {"lpa_results", "lpa_bands", "lpa_conversions", "green_areas", "green_standards"}
    assert required <= set(schemas.TABLES)


@NAMED
def test_a_heading_names_one_column(table: Table) -> None:
    owners: dict[str, str] = {}
    for name, column in table.columns.items():
        for written in (name, column.title_th, column.title_en, *column.aliases):
            assert owners.setdefault(spelling_key(written), name) == name, written


@NAMED
def test_every_column_says_what_it_means_in_both_languages(table: Table) -> None:
    for column in table.columns.values():
        assert all((column.title_th, column.title_en, column.about_th, column.about_en))
        assert bool(column.unit_th) == bool(column.unit_en)
        assert (column.kind == "choice") == bool(column.choices)
        assert column.about("th") != column.about("en")
        assert column.title("en").isascii()
    assert all((table.source_th, table.source_en, table.licence_th, table.licence_en))
    assert all((table.as_of_th, table.as_of_en))


@NAMED
def test_a_pattern_is_told_in_words_that_end_in_an_example(table: Table) -> None:
    for column in table.columns.values():
        for form in (column.form_th, column.form_en):
            assert bool(column.pattern) == bool(form)
            assert column.pattern is None or re.search(column.pattern, form.split()[-1])


@NAMED
def test_units_and_eras_are_in_the_names(table: Table) -> None:
    for name, column in table.columns.items():
        if column.kind == "year":
            assert name.endswith("_be")
        if column.kind == "date":
            assert name.endswith("_on")


@NAMED
def test_the_shipped_file_reads_without_a_problem(table: Table) -> None:
    reading = worded(shipped.read_table(table.name))
    # The programme's own tables are not public: of these, only the heading is shipped.
    assert codes(reading) == ([("no_rows", 1)] if table.may_be_empty else [])
    assert (len(reading.frame) == 0) == table.may_be_empty
    assert reading.errors == ()
    assert list(reading.frame.columns) == [*table.columns, "file_row"]


@pytest.mark.parametrize("table", schemas.TABLES.values(), ids=lambda table: table.name)
def test_the_shipped_file_has_the_declared_heading_and_writes_back_the_same(table: Table) -> None:
    content = (paths.DATA / table.file).read_bytes()
    assert b"\r" not in content
    assert not content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8")
    assert next(csv.reader([text.splitlines()[0]])) == list(table.columns)
    assert to_csv(shipped.load(table.name), table) == text


@NAMED
def test_references_lead_to_rows_that_exist(table: Table) -> None:
    frame = shipped.load(table.name)
    for name, column in table.columns.items():
        if column.refers_to:
            other, target = column.refers_to.split(".")
            known = set(shipped.load(other)[target].dropna())
            assert set(frame[name].dropna()) <= known, name


def test_a_choice_has_words() -> None:
    assert schemas.AWARDS.columns["prize_class"].label("excellent", "th") == "ผลประเมินระดับดีเยี่ยม"
    with pytest.raises(KeyError):
        schemas.AWARDS.columns["prize_class"].label("bronze", "th")


def test_a_shipped_table_with_an_error_is_not_used(tmp_path: Path) -> None:
    text = (paths.DATA / "clusters.csv").read_text("utf-8").replace("C01", "X1")
    (tmp_path / "clusters.csv").write_text(text, "utf-8")
    with pytest.raises(shipped.ShippedTableError, match=r"/clusters\.csv: row 2, cluster_code"):
        shipped.load("clusters", data=tmp_path)


def test_an_unknown_table_is_an_error() -> None:
    with pytest.raises(KeyError):
        shipped.load("nothing")


def test_loads_are_frames_of_their_own() -> None:
    first = shipped.load("clusters")
    first["name_th"] = "–"
    assert shipped.load("clusters").at[0, "name_th"] == "ภาคเหนือตอนบน 1"
