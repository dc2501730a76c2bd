"""Thai that a program broke: named as such, mended where every byte is there, else refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.sample import HEAD, PLACES, TABLE, codes, read_cell, read_csv, worded, workbook
from utils.tables.reading.meaning.broken import is_broken, is_lost, mended
from utils.tables.reading.reader import read

TEXT = "code,จังหวัด,อปท.,ปีงบประมาณ,ระดับ\nA1,สงขลา,ทต.ปริก,2563,ระดับประเทศ\n"
GRID = [line.split(",") for line in TEXT.splitlines()]
CODECS = ("cp874", "cp1252", "latin-1", "mac_roman", "cp437")


def broken(text: str, codec: str) -> str:
    """Return a text as a program shows it that reads its UTF-8 in another encoding."""
    return "".join(_sign(byte, codec) for byte in text.encode())


def _sign(byte: int, codec: str) -> str:
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)  # as browsers and Windows do


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_whole_is_mended_and_told(codec: str, mark: str) -> None:
    reading = read_csv(broken(mark + TEXT, codec))
    assert codes(reading) == [("characters_mended", None)]
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]


@pytest.mark.parametrize("codec", ["cp874", "cp1252"])
def test_what_lost_a_byte_is_refused_with_how_to_save(codec: str) -> None:
    lossy = TEXT.encode().decode(codec, errors="replace")
    (problem,) = read_csv(lossy).problems
    assert problem.code == "characters_broken"
    assert "CSV UTF-8" in problem.remedy("th")
    assert "the workbook" in problem.remedy("en")


def test_one_broken_line_among_good_ones_is_refused() -> None:
    assert codes(read_csv(TEXT + broken("A2,สงขลา,ทต.ปริก,2562,ระดับประเทศ", "cp874"))) == [
        ("characters_broken", None)
    ]


def test_tis_620_read_as_latin_is_mended() -> None:
    reading = read_csv(TEXT.encode("cp874").decode("cp1252"))
    assert codes(reading) == [("characters_mended", None)]


def test_a_file_broken_twice_is_mended_twice() -> None:
    assert mended(broken(broken(TEXT, "cp874"), "cp874")) == TEXT


def test_question_marks_in_place_of_letters_are_named() -> None:
    assert codes(read_csv(TEXT.encode("ascii", "replace"))) == [("characters_lost", None)]


@pytest.mark.parametrize("codec", ["cp874", "cp1252"])
def test_a_workbook_made_of_a_broken_file_is_mended_or_refused(codec: str) -> None:
    whole = workbook([[broken(cell, codec) for cell in row] for row in GRID])
    reading = worded(read(whole, name="a.xlsx", table=TABLE, places=PLACES))
    assert ("characters_mended", None) in codes(reading)
    assert reading.frame["lao_id"].tolist() == ["LAO-90-001"]
    lossy = workbook([[one.encode().decode(codec, "replace") for one in row] for row in GRID])
    refused = worded(read(lossy, name="a.xlsx", table=TABLE, places=PLACES))
    assert codes(refused) == [("characters_broken", None)]


@pytest.mark.parametrize("cell", ["ทต.ปร\ufffdก", "??.????"])
def test_one_cell_that_lost_its_letters_is_told(cell: str) -> None:
    assert codes(read_cell("lao_id", cell).errors) == [("cell_broken", 2)]


def test_good_text_is_left_alone() -> None:
    text = f"{HEAD}\nเธอ เนื้อ เนินเขา เนตร,What??,x\n"
    assert not is_broken(text)
    assert not is_lost(text)
    assert mended(text) is text


@settings(deadline=None)
@given(
    words=st.lists(st.text("กขคงทนมเธอนื้าำีู่ปริก", min_size=4, max_size=9), min_size=2, max_size=6),
    codec=st.sampled_from(CODECS),
)
def test_any_thai_is_mended_to_itself(words: list[str], codec: str) -> None:
    text = ",".join(words) + "\n"
    if not is_broken(text):
        assert mended(broken(text, codec)) == text
