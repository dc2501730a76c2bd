"""Spellings that people take for the same must compare as the same."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from utils.tables.reading.normalise import (
    arabic_digits,
    fold,
    has_hidden_characters,
    heading_keys,
    punctuation,
    spelling_key,
    tidy,
)


def test_thai_digits_become_arabic() -> None:
    assert arabic_digits("๒๕๖๓") == "2563"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Nakhon  Sawan", "nakhonsawan"),
        ("NAKHON SAWAN", "nakhonsawan"),
        ("ปี งบประมาณ", "ปีงบประมาณ"),
        ("แพร\u0e48", "แพร่"),
        ("เเพร่", "แพร่"),  # sara ae typed as two sara e
        ("ล\u0e4d\u0e32ปาง", "ล\u0e33ปาง"),  # sara am typed as two signs
        ("น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33"),
        ("น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33"),  # and with the tone mark in between
        ("ฉบับที่ ๒", "ฉบับที่2"),
        ("นคร\u200bสวรรค์", "นครสวรรค์"),
    ],
)
def test_key_ignores_how_a_name_was_typed(written: str, meant: str) -> None:
    assert spelling_key(written) == meant


def test_signs_are_what_key_drops_but_spaces() -> None:
    assert punctuation("สุไหงโก-ลก (ท.ม.)") == {"-", "(", ")", "."}
    assert punctuation("น\u0e4d\u0e32 ปู่ ๒\n") == frozenset()


def test_tone_marks_are_part_of_a_name() -> None:
    assert spelling_key("ปา") != spelling_key("ป่า")


def test_invisible_characters_are_found_and_removed() -> None:
    assert has_hidden_characters("\ufeffสงขลา\u200b")
    assert tidy("\u00a0\ufeffสงขลา\u200b ") == "สงขลา"
    assert not has_hidden_characters("สงขลา น้ำ ที่\nสอง")


def test_a_heading_is_known_with_and_without_its_unit() -> None:
    assert heading_keys("ประชากร (คน)") == ("ประชากรคน", "ประชากร")
    assert heading_keys("ประชากร") == ("ประชากร",)


@settings(deadline=None)
@given(
    st.text(alphabet="กท" + "".join(map(chr, range(0xE31, 0xE4F))) + " \u0e4d\u0e32\u0e33\uf70a")
)
def test_thai_that_is_brought_to_one_form_stays(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert fold(fold(text)) == fold(text)
    assert spelling_key(tidy(text)) == spelling_key(text)
