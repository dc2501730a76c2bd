"""Thai names in the order of a dictionary."""

from __future__ import annotations

from utils.figures import thai_order


def test_a_vowel_written_first_is_read_after_its_letter() -> None:
    names = ["ทน.แหลมฉบัง", "ทน.อุดรธานี", "ทน.เชียงราย", "ทน.ขอนแก่น", "ทน.ภูเก็ต", "ทน.นนทบุรี"]
    assert sorted(names, key=thai_order.key) == [
        "ทน.ขอนแก่น",
        "ทน.เชียงราย",
        "ทน.นนทบุรี",
        "ทน.ภูเก็ต",
        "ทน.แหลมฉบัง",
        "ทน.อุดรธานี",
    ]


def test_tones_decide_only_between_words_else_alike() -> None:
    assert sorted(["ป้าย", "ปาก", "ปาย"], key=thai_order.key) == ["ปาก", "ปาย", "ป้าย"]


def test_latin_names_stay_in_their_order() -> None:
    assert sorted(["Yala CM", "Nan TM"], key=thai_order.key) == ["Nan TM", "Yala CM"]
