"""Which tables of scores are in use: real ones, or invented ones until any is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from utils.screen.app import cache, link, trial
from utils.screen.scores import tables_in_use
from utils.tables.declared import schemas

SCORE = "LAO-90-001,2562,criteria_34,3,self,20,,\n"
LPA = "LAO-90-001,2562,80,85,90,95,75,85,\n"


@pytest.fixture(autouse=True)
def anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Read the tables for each test anew, with the switch on."""
    monkeypatch.delenv("ESC_TABLES", raising=False)
    monkeypatch.delenv("ESC_FICTITIOUS", raising=False)
    switch(monkeypatch, trial.ON)
    cache.forget()
    yield
    cache.forget()


def switch(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    codes = {trial.TRIAL: code}
    monkeypatch.setattr(link, "value", lambda param: codes[param])


def load(monkeypatch: pytest.MonkeyPatch, folder: Path, **rows: str) -> None:
    """Make an office's folder with these tables in it, and a store that begins with them."""
    for name, row in rows.items():
        table = schemas.TABLES[name]
        (folder / table.file).write_text(f"{','.join(table.columns)}\n{row}", "utf-8")
    monkeypatch.setenv("ESC_TABLES", str(folder))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{folder / 'esc.sqlite'}")


def test_without_real_tables_invented_ones_stand_in() -> None:
    record = tables_in_use.tables()
    assert tables_in_use.replaceable()
    assert record.fictitious
    assert record.scores["lao_id"].str.startswith("FIC-").all()
    assert record.years_be == tuple(range(2561, 2568))


def test_the_switch_turns_them_off(monkeypatch: pytest.MonkeyPatch) -> None:
    switch(monkeypatch, trial.OFF)
    assert tables_in_use.replaceable()
    assert tables_in_use.tables().is_empty
    assert not tables_in_use.tables().fictitious


def test_the_setting_takes_them_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_FICTITIOUS", "off")
    assert not tables_in_use.replaceable()
    assert tables_in_use.tables().is_empty


@pytest.mark.parametrize(("name", "row"), [("scores", SCORE), ("lpa_results", LPA)])
def test_one_real_score_or_lpa_result_ends_the_invented_ones(
    name: str, row: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(monkeypatch, tmp_path, **{name: row})
    record = tables_in_use.tables()
    assert not tables_in_use.replaceable()
    assert (record.fictitious, record.is_empty, record.years_be) == (False, False, (2562,))
    assert len(record.municipalities) > 208


def test_a_real_table_that_holds_a_heading_only_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(monkeypatch, tmp_path, scores="", lpa_results="")
    assert tables_in_use.tables().fictitious


def test_an_own_conversion_and_own_cutoffs_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(
        monkeypatch,
        tmp_path,
        lpa_conversions="criteria_34,24,part_1,70,15,stated,ตามคู่มือ,By the manual\n",
        score_cutoffs="area_result,,good,50,stated,-a\n",
    )
    record = tables_in_use.tables()
    assert record.fictitious  # criteria are no scores: the invented ones are read by them
    assert record.conversions["lpa_basis"].tolist() == ["part_1"]
    assert record.cutoffs["low_percent"].tolist() == [50.0]
