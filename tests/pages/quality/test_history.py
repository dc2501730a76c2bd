"""The page of publication history: releases, and what each changed, counted by hand."""

from __future__ import annotations

import pytest

from tests.desk.people import (
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    HEAD,
    STEWARD,
    published,
    reverted,
)
from tests.pages.opened import address, component, open_page, short_table, unfold
from utils.desk.store import store
from utils.desk.store.files import File
from utils.tables.declared import schemas
from utils.words import LANGS, Lang, Words

SAY = Words("en")


@pytest.mark.parametrize("lang", LANGS)
def test_one_release_is_compared_with_nothing(lang: Lang) -> None:
    app, words = open_page("history", lang=lang), Words(lang)
    assert not app.exception
    shown = component(app, "history.board")
    assert (shown["number"], shown["of"]) == ("67", words("overview.of_between", total=76, n=9))
    assert shown["lead"][-1] == words("history.single")
    (only,) = component(app, "history.releases")["items"]
    assert only["newest"]
    assert {len(file["sha256"]) for file in only["files"]} == {64}


@pytest.mark.usefixtures("own")
def test_the_newest_release_is_compared_with_the_last_and_the_headline_told() -> None:
    app = open_page("history", lang="en")
    shown = component(app, "history.board")
    assert shown["number"] == "67 → 68"
    assert shown["lead"][1:] == [
        "gained 1 · left the window 0",
        SAY("history.differs", before=3, after=4, n=1),
        "new data 1",
    ]
    headlines = [item["value"] for item in shown["asides"][0]["items"]]
    assert [value[:36] for value in headlines[:2]] == [
        "provinces counted: at least 67 of 76",
        "provinces counted: at least 20 of 76",
    ]
    assert ["FY 2562" in value for value in headlines] == [False, False, True, True]
    assert short_table(app, "history.provinces").to_numpy().tolist() == [["Krabi", 0, 0, 0, 1]]


@pytest.mark.usefixtures("own")
def test_any_two_are_compared_and_progress_regression_and_correction_told_apart() -> None:
    app = open_page("history", lang="en", **{"from": "2", "to": "3"})
    assert short_table(app, "history.tables").to_numpy().tolist() == [
        ["Enrolment and steps by year", 2, 1, 0, 2, 1, 1, 1, 0]
    ]
    assert short_table(app, "history.provinces").to_numpy().tolist() == [
        ["Chiang Mai", 1, 0, 0, 0],
        ["Chiang Rai", 0, 1, 0, 0],
        ["Songkhla", 0, 0, 1, 0],
    ]
    rows = unfold(app, SAY("history.rows", n=3)).set_index(SAY("filter.province"))
    changed = rows.loc["Songkhla"]
    assert changed[SAY("desk_row.cells")] == "Step: Step 1 → Step 2"
    assert changed[SAY("history.key")].endswith("(Songkhla) · FY 2567")
    assert changed[SAY("history.file")] == "=steps<b>.csv"
    assert set(rows[SAY("history.meaning")]) == {"progress", "regression", "correction"}


@pytest.mark.usefixtures("own")
def test_a_link_to_a_release_compares_that_one_whatever_came_later() -> None:
    app = open_page("history", lang="en", release="3")
    assert component(app, "history.board")["lead"][2].startswith("Rows that differ between")
    assert SAY("history.differs", before=2, after=3, n=3) in component(app, "history.board")["lead"]
    assert len(component(app, "history.releases")["items"]) == 4
    oldest = open_page("history", lang="en", release="1")
    assert component(oldest, "history.board")["lead"][-1] == SAY("history.same")
    refused = open_page("history", lang="en", to="9")
    assert refused.warning[0].value == SAY("filter.refused", names=SAY("history.to"))
    assert address(refused) == {"lang": "en"}


@pytest.mark.usefixtures("own")
def test_a_return_to_an_old_release_says_which() -> None:
    reverted(store.opened(), 2, note="as it was <b>before</b>")
    app = open_page("history", lang="en", **{"from": "2"})
    newest = component(app, "history.releases")["items"][0]
    assert newest["lines"][0] == SAY("desk.kind.revert", to=2)
    assert newest["note"] == "Note: as it was <b>before</b>"
    assert newest["href"] == "history?year=2563&rule=b&window=3&lang=en&release=5"
    assert component(app, "history.board")["lead"][2] == SAY(
        "history.differs", before=2, after=5, n=0
    )


@pytest.mark.usefixtures("own")
def test_the_quality_of_a_release_leads_to_its_rows() -> None:
    late = f"{HEAD}\n{CHIANG_MAI},2569,standard,4,2026-09-01,2026-09-02,active,,,\n"
    published(store.opened(), STEWARD, File("late.csv", late.encode()))
    app = open_page("history", lang="en", part="quality", table="enrolment", offices_of="enrolment")
    assert not app.exception
    listed = len(store.table("award_list_faults", store.release()))
    assert component(app, "quality.board")["number"] == str(listed + 1)
    offices = component(app, "quality.matrix")
    # Chiang Mai and Chiang Rai are of office 1, Hat Yai of office 16; the last row is of no office.
    assert offices["columns"] == [2569, 2568, 2567]
    assert [(row["code"], row["counts"]) for row in offices["rows"] if any(row["counts"])] == [
        ("1", [1, 2, 2]),
        ("16", [0, 0, 1]),
    ]
    assert offices["rows"][-1]["name"] == SAY("quality.no_office")
    rows, tables = (table.value for table in app.dataframe[:2])
    assert tables[SAY("history.table")].str.contains("table=awards").any()
    assert len(rows) == 6
    status = schemas.ENROLMENT.columns["status"]
    assert set(rows[status.title_en]) == {status.label("active", "en")}
    # Assessed itself a day after it applied.
    problems = unfold(app, SAY("quality.found", n=1))
    assert problems[SAY("quality.column")].tolist() == [
        schemas.ENROLMENT.columns["self_assessed_on"].title_en
    ]
    assert problems[SAY("history.key")].tolist()[0].endswith("table=enrolment&row=6#6")


@pytest.mark.usefixtures("own")
def test_rows_of_an_office_and_a_year_and_one_row_by_its_place() -> None:
    part = {"part": "quality", "table": "enrolment", "of_office": "1", "of_year": "2567"}
    app = open_page("history", lang="en", **part)
    lao = schemas.ENROLMENT.columns["lao_id"].title_en
    shown = app.dataframe[0].value
    assert shown[lao].tolist() == [CHIANG_MAI, CHIANG_RAI]
    assert shown[SAY("history.file")].tolist() == ["enrolment.csv"] * 2
    assert shown[SAY("history.file_row")].tolist() == [2, 3]
    app.button(key="quality.whole").click().run()
    assert address(app) == {"lang": "en", "part": "quality", "table": "enrolment"}
    assert len(app.dataframe[0].value) == 5
    app.query_params["row"] = "3"
    assert app.run().dataframe[0].value[lao].tolist() == [HAT_YAI]
    app.query_params["row"] = "0"
    assert SAY("history.key") in app.run().warning[0].value


@pytest.mark.usefixtures("own")
def test_a_name_that_no_table_knows_leads_to_its_row() -> None:
    app = open_page("history", lang="en", part="quality")
    names = next(one.value for one in app.dataframe if SAY("quality.value") in one.value)
    # The two rows of the published list that misspell Chiang Mai.
    assert names[SAY("quality.value")].tolist()[:2] == ["สสภ.01 (เขียงใหม่)"] * 2
    assert names[SAY("history.key")].tolist()[0].endswith("table=awards&row=1#1")


@pytest.mark.usefixtures("own")
def test_what_a_partial_list_lacks_is_never_counted_as_none() -> None:
    app = open_page("history", lang="en", part="quality", offices_of="awards")
    matrix = component(app, "quality.matrix")
    # The area list of FY 2563 is missing.
    assert dict(zip(matrix["columns"], matrix["open"], strict=True))[2563] is True
    assert dict(zip(matrix["columns"], matrix["open"], strict=True))[2562] is False
    assert any("2563" in one.value and "at least" in one.value for one in app.caption)
    assert app.button(key="quality.register")


@pytest.mark.usefixtures("own")
def test_rows_name_their_lao_and_province_beside_the_ids() -> None:
    app = open_page("history", lang="en", part="quality", table="awards", row="7")
    [row] = app.dataframe[0].value.to_dict("records")
    names = [value for heading, value in row.items() if str(heading).startswith("Name (")]
    assert len(names) == 2
    assert all(names)
