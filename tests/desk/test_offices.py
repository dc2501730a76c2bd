"""A seventeenth office and a third name of an old one, by rows of data alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import streamlit as st

from tests.desk.people import AMEND, STEWARD, enrolment, published
from tests.pages.opened import component, open_page
from utils.desk.__main__ import main as desk
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts
from utils.exports.__main__ import main as exports
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.contents import LISTS_SHEET
from utils.tables.reading.writer import to_csv
from utils.words import Words

SAY = Words("en")
BUENG_KAN = ["LAO-38-001", "LAO-38-002"]  # both LAOs of the province that are on record
NEW = "REPCO 17, Bueng Kan"
RENAMED = "RNREO 4 (formerly REO 4, REPCO 4), Nakhon Sawan"


@pytest.fixture(scope="module")
def seventeen(filled_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store in which Bueng Kan has an office of its own and office 4 a third name."""
    file = tmp_path_factory.mktemp("offices") / "esc.sqlite"
    shutil.copy(filled_file, file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        engine = store.opened(f"sqlite:///{file}")
        shipped = store.release(None, engine)
        old = store.table("offices", shipped, engine)
        names = old[old["office_number"] == 4].tail(1)
        names = pd.concat([old, _third_name(names), _seventeenth(names)])
        provinces = store.table("provinces", shipped, engine)
        bueng_kan = provinces[provinces["province_code"] == "38"].assign(office_number=17)
        published(
            engine,
            STEWARD,
            _file(names, schemas.OFFICES),
            _file(bueng_kan, schemas.PROVINCES),
            enrolment(*((lao, 2568, "1") for lao in BUENG_KAN)),
        )
        store.close()
    return file


def _file(rows: pd.DataFrame, table: Table) -> File:
    return File(table.file, to_csv(rows, table).encode())


def _third_name(row: pd.DataFrame) -> pd.DataFrame:
    return row.assign(
        short_name_th="สทส.4",
        name_th="สำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมภาคที่ 4",
        name_en="Regional Natural Resources and Environment Office 4",
    )


def _seventeenth(row: pd.DataFrame) -> pd.DataFrame:
    return row.assign(
        office_number=17,
        short_name_th="สคพ.17",
        name_th="สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 17",
        name_en="Regional Environment and Pollution Control Office 17",
        seat_province_code="38",
    )


@pytest.fixture(autouse=True)
def _opened(seventeen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    shutil.copy(seventeen, tmp_path / "esc.sqlite")
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    monkeypatch.setenv("ESC_STEWARDS", STEWARD)
    yield
    store.close()


def test_the_filter_offers_both_and_counts_the_new_one() -> None:
    app = open_page(lang="en", office="17")
    assert not app.exception
    assert not app.warning
    offered = app.selectbox(key="filter.office").options
    assert len(offered) == 1 + 17
    assert offered[4] == (
        f"{RENAMED} · Regional Natural Resources and Environment Office 4 · "
        "Regional Environment and Pollution Control Office 4 · Regional Environment Office 4"
    )
    assert offered[17].startswith(NEW)
    # Bung Khong Long had an area result in 2561.
    assert component(app, "brief")["main"]["number"] == "1"
    assert component(app, "brief")["main"]["of"] == SAY("overview.of", total=1)
    thai = open_page(lang="th", office="17").selectbox(key="filter.office").options
    assert thai[4].startswith("สทส.4 (เดิม สสภ.4, สคพ.4) นครสวรรค์ · ")
    assert thai[17].startswith("สคพ.17 บึงกาฬ · ")


def test_an_address_may_not_name_an_eighteenth() -> None:
    app = open_page(lang="en", office="18")
    assert SAY("filter.office") in app.warning[0].value


def test_its_officer_has_the_role_by_claim_and_by_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    claims = {"roles": ["esc-officer-17", "esc-officer-18"]}
    person = {"is_logged_in": True, "email": "a@example.org", "sub": "1", "iat": time.time() - 60}
    monkeypatch.setenv("ESC_ROLES_CLAIM", "roles")
    monkeypatch.setattr(st, "user", person | claims)
    app = open_page("desk", lang="en")
    shown = SAY("sign_in.is", person="a@example.org", roles="officer of office 17")
    assert shown in [one.value for one in app.text]

    assert desk(["role", "b@example.org", "officer", "--office", "17", "--as", STEWARD]) == 0
    give = ["role", "b@example.org", "officer", "--office", "18", "--as", STEWARD, "--lang", "en"]
    assert desk(give) == 1
    assert capsys.readouterr().err == "The table of offices holds no office 18.\n"
    with store.opened().connect() as connection:
        assert roles.rights(connection, "b@example.org").offices == {17}
        assert roles.writable(connection, [17], store.newest()) == {"38"}


def test_a_steward_chooses_among_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_DESK", "local")
    monkeypatch.setattr(type(st.context), "ip_address", None)  # a test's session has none
    app = open_page("desk", lang="en")
    app.selectbox(key="desk.person").select(STEWARD).run()
    assert app.selectbox(key=f"desk.form_office.{STEWARD}").options[-1] == "Office 17"
    app.radio(key="desk.mode").set_value("office").run()
    assert app.selectbox(key="desk.office").options[-1] == "Office 17"
    app.button_group(key=f"desk.part.{STEWARD}").set_value("people").run()
    assert app.selectbox(key="desk.role_office").options == [str(n) for n in range(1, 18)]
    app.button_group(key=f"desk.part.{STEWARD}").set_value("back").run()
    [part] = [box for box in app.selectbox if box.label == SAY("desk_page.back_part")]
    assert part.options[-1] == "Office 17"


def test_the_workbook_of_an_office_offers_its_laos_and_holds_their_rows(tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    assert desk(["form", str(file), "--table", "enrolment", "--office", "17"]) == 0
    book = openpyxl.load_workbook(file)
    cells = [cell.value for cell in book.worksheets[1]["A"][1:]]
    assert [text.split()[0] for text in cells] == BUENG_KAN
    offered = [cell.value for cell in book[LISTS_SHEET]["A"] if cell.value]
    assert [text.split()[0] for text in offered] == BUENG_KAN


def test_a_pack_is_of_its_provinces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = ["pack", "--out", str(tmp_path), "--formats", "xlsx", "--lang", "en", "--slides"]
    assert exports([*pack, "stand", "--office", "17"]) == 0
    book = openpyxl.load_workbook(tmp_path / capsys.readouterr().out.strip())
    assert f"1 of 1 province in {NEW}" in book.worksheets[1]["A1"].value
    assert exports([*pack, "stand", "--office", "18"]) == 1
    refused = capsys.readouterr().err.strip()
    assert refused == SAY("pack.not_offered", name=SAY("filter.office"), code="18")


def test_the_quality_of_a_table_is_told_of_it() -> None:
    app = open_page("history", lang="en", part="quality", offices_of="enrolment")
    rows = component(app, "quality.matrix")["rows"]
    assert [row["counts"] for row in rows if row["name"] == NEW] == [[2]]
    assert [row["code"] for row in rows if row["name"] == RENAMED] == ["4"]
    link = {"part": "quality", "table": "enrolment", "of_office": "17", "of_year": "2568"}
    app = open_page("history", lang="en", **link)
    assert not app.warning
    lao = schemas.ENROLMENT.columns["lao_id"].title_en
    assert app.dataframe[0].value[lao].tolist() == BUENG_KAN


def test_a_list_of_awards_may_use_the_new_names() -> None:
    names = [("นครสวรรค์", "ทน.นครสวรรค์", "สทส.04 (นครสวรรค์)"), ("บึงกาฬ", "ทม.บึงกาฬ", "สคพ.17")]
    regions = {"นครสวรรค์": "ภาคเหนือ", "บึงกาฬ": "ภาคตะวันออกเฉียงเหนือ"}
    sizes = {"ทน.": "นคร", "ทม.": "เมือง"}
    rows = [
        f"{regions[place]},{office},{place},{city},2562,{sizes[city[:3]]},ระดับพื้นที่,ระดับดี,{city[:3]}"
        for place, city, office in names
    ]
    head = ",".join(column.title_en for column in schemas.AWARD_LIST.columns.values())
    sent = File("list.csv", "\n".join([head, *rows, ""]).encode(), "award_list")
    review = acts.check(store.opened(), STEWARD, [sent], AMEND)
    assert [(one.code, one.value) for one in review.problems] == []
    changes = review.changes["awards"]
    assert (len(changes.added), changes.changed) == (2, ())  # no row of the old list is touched
