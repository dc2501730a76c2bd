"""Where tables are read from: the project, an installation's own folder, the fictitious ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from utils import paths, settings
from utils.tables import shipped
from utils.tables.declared import schemas

ROW = "LAO-90-001,2568,standard,2,,,active,,South,\n"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an office's folder with its enrolment in it, and name it in the setting."""
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    head = ",".join(schemas.ENROLMENT.columns)
    (tmp_path / "enrolment.csv").write_text(f"{head}\n{ROW}", "utf-8")
    return tmp_path


def test_without_the_setting_tables_come_from_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESC_TABLES", raising=False)
    assert settings.tables_folder() is None
    monkeypatch.setenv("ESC_TABLES", "  ")
    assert settings.tables_folder() is None
    assert shipped.file_of(schemas.ENROLMENT) == paths.DATA / "enrolment.csv"
    assert shipped.load("enrolment").empty


def test_a_file_of_a_tables_name_replaces_the_shipped_one(own: Path) -> None:
    table = shipped.load("enrolment")
    assert table["lao_id"].tolist() == ["LAO-90-001"]
    assert shipped.file_of(schemas.ENROLMENT) == own / "enrolment.csv"
    assert shipped.file_of(schemas.AWARDS) == paths.DATA / "awards.csv"  # not in the folder


def test_only_names_of_declared_tables_are_looked_up(own: Path) -> None:
    folder = own / "published"
    folder.mkdir()
    (folder / Path(schemas.AWARD_LIST.file).name).write_text("x", "utf-8")
    assert shipped.file_of(schemas.AWARD_LIST) == paths.DATA / schemas.AWARD_LIST.file
    with pytest.raises(KeyError):
        shipped.load("../enrolment")


def test_a_fault_in_an_own_file_names_it_and_is_not_passed_over(own: Path) -> None:
    with (own / "enrolment.csv").open("a", encoding="utf-8") as file:
        file.write("LAO-90-001,2568,standard,9,,,active,,,\n")
    with pytest.raises(shipped.ShippedTableError, match=rf"{own.name}/enrolment\.csv: row 3"):
        shipped.load("enrolment")


def test_a_register_of_ones_own_is_used_to_look_up_laos(own: Path) -> None:
    text = (paths.DATA / "municipalities.csv").read_text("utf-8")
    added = "LAO-90-901,อบต.,90,ทดสอบ,,,,,,,,\n"
    (own / "municipalities.csv").write_text(text + added, "utf-8")
    with (own / "enrolment.csv").open("a", encoding="utf-8") as file:
        file.write("LAO-90-901,2568,standard,1,,,active,,,\n")
    assert shipped.load("enrolment")["lao_id"].tolist() == ["LAO-90-001", "LAO-90-901"]


@pytest.mark.usefixtures("own")
def test_fictitious_tables_are_never_replaced_nor_taken_for_real() -> None:
    invented = shipped.load("enrolment", data=paths.FICTITIOUS)
    assert invented["lao_id"].str.startswith("FIC-").all()
    assert not shipped.load("enrolment")["lao_id"].str.startswith("FIC-").any()


@pytest.mark.parametrize("table", shipped.INVENTED, ids=lambda table: table.name)
def test_fictitious_tables_read_without_a_problem_but_the_column_that_says_so(
    table: schemas.Table,
) -> None:
    [told] = shipped.read_table(table.name, data=paths.FICTITIOUS).problems
    assert (told.code, told.column, told.severity) == ("column_extra", "ข้อมูลสมมติ", "note")


def test_what_is_not_invented_comes_from_the_project() -> None:
    for name in ("provinces", "step_levels", "step_requirements", "lao_denominators"):
        invented = shipped.load(name, data=paths.FICTITIOUS)
        assert invented.equals(shipped.load(name))
    known = shipped.places(data=paths.FICTITIOUS)
    assert len(known.province_names) == 77
    assert len(known.lao_by_id) == 208
