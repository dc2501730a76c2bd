"""The pack from the command line: the same numbers, from a store of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from utils.exports.__main__ import main


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")


def test_a_pack_of_an_area_is_written_and_twice_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [
        "--lang",
        "en",
        "--region",
        "4-North",
        "--slides",
        "stand",
        "regions",
        "--address",
        "https://host/",
        "--since",
        "2561",
    ]
    for folder in ("one", "two"):
        assert main(["pack", "--out", str(tmp_path / folder), *asked]) == 0
    names = [
        f"meeting_r1_2563_b_en.{kind}" for kind in ("xlsx", "pptx", "docx", "pdf", "png", "html")
    ]
    assert capsys.readouterr().out.splitlines() == names * 2
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
    book = load_workbook(tmp_path / "one" / names[0])
    assert "17 of 17 provinces in North" in book.worksheets[1]["A1"].value
    said = [cell.value for cell in book.worksheets[0]["B"]]
    assert any("region=4-North" in str(text) for text in said)
    assert any("since=2561&release=1" in str(text) for text in said)
    assert "FY 2561" in said


def test_what_cannot_be_written_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = ["--out", str(tmp_path), "--lang", "en"]
    assert main(["pack", *out, "--release", "99"]) == 1
    assert main(["pack", *out, "--region", "4-North", "--office", "16"]) == 1
    assert main(["pack", *out, "--slides", "stairs"]) == 1
    assert main(["pack", *out, "--since", "r1"]) == 1
    assert main(["pack", *out, "--office", "99"]) == 1
    assert main(["pack", *out, "--minutes", "9"]) == 1
    release, area, slides, since, office, minutes = capsys.readouterr().err.splitlines()
    assert "99" in release
    assert "province" in area
    assert slides == "Choose at least one slide"
    assert since == "r1 is not an earlier release or fiscal year with results"
    assert office == "Environment office: 99 is not one of the choices"
    assert minutes.endswith("9.")
    assert not list(tmp_path.glob("*.xlsx"))
