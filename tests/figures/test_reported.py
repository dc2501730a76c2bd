"""Who has reported, in words and as a list of offices."""

from __future__ import annotations

import pytest

from tests.measures.stair import fictitious
from utils.figures import reported
from utils.figures.labels import AreaTables
from utils.measures.reported import in_area
from utils.tables import shipped
from utils.words import LANGS, Lang, Words

TOLD = fictitious().told(2563)
TABLES = AreaTables.of(shipped.load)


def test_the_sentence_names_year_offices_and_provinces() -> None:
    silent = TOLD.assign(told=TOLD["told"].where(TOLD.index == "50", "not_reported"))
    assert reported.sentence(silent, 2563, Words("th")) == (
        "ปีงบประมาณ 2563 รายงานแล้ว 1 จาก 16 สำนักงาน (1 จาก 76 จังหวัด)"
    )
    assert reported.sentence(in_area(TOLD, ["10"]), 2563, Words("th")) == ""  # of no office


@pytest.mark.parametrize("lang", LANGS)
def test_the_list_tells_none_from_silence_and_marks_disputed_offices(lang: Lang) -> None:
    words = Words(lang)
    table = reported.offices({"enrolment": TOLD}, TABLES, words)
    assert len(table) == 16
    names = shipped.load("provinces").set_index("province_code")[f"name_{lang}"]
    for what in ("none", "not_reported"):
        listed = ", ".join(filter(None, table[words(f"who_reported.column.{what}")])).split(", ")
        assert sorted(listed) == sorted(names[TOLD.index[TOLD["told"] == what]])
    # Samut Prakan, Nong Bua Lamphu and Phatthalung are of two offices by the sources
    marked = table[table.columns[0]].str.endswith(words("who_reported.mark"))
    assert marked.sum() == 3
    assert names["11"] in reported.note(TABLES.provinces, words)
