"""Small files with the faults that real files have, from recognising the table to the last remark.

Each is written here after kinds reported in public; the names are those of the shipped register.
"""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from tests.tables.meaning.test_broken import broken
from tests.tables.meaning.test_shown import book
from tests.tables.sample import codes, worded
from utils.tables.check import check
from utils.tables.reading import recognition
from utils.tables.reading.files import open_contents
from utils.tables.reading.problems import Problem
from utils.tables.reading.reader import Reading

TODAY = dt.date(2026, 11, 29)
LPA = "อปท.,ปีงบประมาณ,ด้านที่ 1,ด้านที่ 2,ด้านที่ 3,ด้านที่ 4,ด้านที่ 5,เฉลี่ย"
ENROLMENT = "อปท.,ปีงบประมาณ,เส้นทาง,ขั้นที่,วันที่สมัคร,วันที่ประเมินความพร้อมตนเอง,สถานะ"


def check_file(content: str | bytes, table: str, name: str = "ส่ง.csv") -> Reading:
    """Check a file as the command and the desk do; it must be taken for the table named."""
    contents = open_contents(content.encode() if isinstance(content, str) else content, name)
    (part,) = recognition.parts(contents)
    if not part.contents.sheets:
        return worded(Reading(frame=pd.DataFrame(), problems=contents.problems))
    assert part.tables[0].name == table
    return worded(check(part.contents, part.tables[0], today=TODAY))


def to_look_at(reading: Reading) -> list[Problem]:
    return [one for one in reading.problems if one.severity != "note"]


def test_cells_shown_as_per_cent() -> None:
    rows: list[list[object]] = [
        list(LPA.split(",")),
        ["ทน.หาดใหญ่", 2563, 0.815, 0.825, 0.835, 0.845, 0.855, 0.835],
        ["ทต.ปริก", 2563, 0.91, 0.92, 0.93, 0.94, 0.95, 0.93],
    ]
    content = book(rows, formats=dict.fromkeys(range(2, 8), "0.00%"))
    reading = check_file(content, "lpa_results", "ส่ง.xlsx")
    assert to_look_at(reading) == []
    assert reading.frame["average_percent"].tolist() == [83.5, 93]


def test_the_same_cells_without_a_format() -> None:
    reading = check_file(f"{LPA}\nทต.ปริก,2563,0.91,0.92,0.93,0.94,0.95,0.93", "lpa_results")
    assert codes(to_look_at(reading)) == [("percent_fractions", 2)] * 6
    assert reading.frame["average_percent"].isna().all()


def test_dates_with_the_month_first() -> None:
    reading = check_file(
        f"{ENROLMENT}\nทน.หาดใหญ่,2564,ปกติ,1,3/25/2021,3/20/2021,ดำเนินงานอยู่\n"
        "ทม.สะเดา,2564,ปกติ,1,3/4/2021,3/2/2021,ดำเนินงานอยู่\n"
        "ทต.ปริก,2564,ปกติ,1,11/5/2020,10/30/2020,ดำเนินงานอยู่\n",
        "enrolment",
    )
    assert codes(reading.errors) == [("date_month_first", 2)] * 2
    assert reading.frame[["applied_on", "self_assessed_on"]].isna().all(axis=None)


def test_dates_with_a_time_of_day() -> None:
    reading = check_file(
        f'{ENROLMENT}\nทต.ปริก,2563,ปกติ,1,"25/3/2563, 14:30:05",2020-03-20 09:15:00,ดำเนินงานอยู่',
        "enrolment",
    )
    assert to_look_at(reading) == []
    assert reading.frame["applied_on"].tolist() == ["2020-03-25"]
    assert reading.frame["self_assessed_on"].tolist() == ["2020-03-20"]


def test_broken_characters() -> None:
    text = f"{LPA}\nทต.ปริก,2563,91,92,93,94,95,93\n"
    assert to_look_at(check_file(broken(text, "cp874"), "lpa_results")) == []
    lossy = text.encode().decode("cp874", "replace")
    assert codes(check_file(lossy, "lpa_results")) == [("characters_broken", None)]
    marks = text.encode("ascii", "replace")
    assert codes(check_file(marks, "lpa_results")) == [("characters_lost", None)]


def test_hidden_rows_and_columns() -> None:
    rows: list[list[object]] = [
        list(LPA.split(",")),
        ["ทน.หาดใหญ่", 2563, 81.5, 82.5, 83.5, 84.5, 85.5, 83.5],
        ["ทม.สะเดา", 2563, 71.5, 72.5, 73.5, 74.5, 75.5, 73.5],
    ]
    content = book(rows, hide_rows=[2], hide_columns="H:H", filtered=True)
    reading = check_file(content, "lpa_results", "ส่ง.xlsx")
    assert codes(to_look_at(reading)) == [("columns_hidden", 1), ("rows_filtered", 3)]
    assert len(reading.frame) == 2


def test_blanks_and_states() -> None:
    reading = check_file(
        "อปท.,ปีงบประมาณ,เฉลี่ย,ด้านที่ 1\nทน.หาดใหญ่,2563,N/A,NA\nทม.สะเดา,2563,#N/A,null\n"
        "ทต.ปริก,2563,ไม่เข้าร่วม,ยังไม่ประเมิน\nทต.นาทวี,2563,.,--\nทต.ควนเนียง,2563,0,–\n"
        "ทม.คอหงส์,2563,None,nan\n",
        "lpa_results",
    )
    assert codes(to_look_at(reading)) == [("state_written", 4)] * 2
    averages = reading.frame["average_percent"]
    assert averages.dropna().tolist() == [0]
    assert len(averages) == 6


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("กระบ่ี", "81"), ("กาฬสินธ์ุ", "46"), ("ล\u0e4d\u0e32ปาง", "52"), ("ชลบุุรี", "20")),
        *(("เเพร่", "54"), ("แพร่ ", "54"), ("จ. นครราชสีมา", "30"), ("จังหวัด เชียงใหม่", "50")),
        *(("TH30", "30"), ("Lop Buri", "16"), ("๓๐", "30"), ("น่าน", "55"), ("Nan", "55")),
    ],
)
def test_provinces_however_they_are_typed(written: str, code: str) -> None:
    reading = check_file(
        f"จังหวัด,เทศบาล,ปีงบประมาณ,ระดับรางวัล,รางวัล\n{written},ทต.ปริก,2562,ระดับพื้นที่,ระดับดี",
        "award_list",
    )
    assert reading.frame["province_code"].tolist() == [code]


@pytest.mark.parametrize("written", ["ศรีษะเกษ", "สุราษฏร์ธานี", "กรงุเทพมหานคร", "ล าปาง", "กทม."])
def test_misspelt_provinces_are_suggested(written: str) -> None:
    reading = check_file(
        f"จังหวัด,เทศบาล,ปีงบประมาณ,ระดับรางวัล,รางวัล\n{written},ทต.ปริก,2562,ระดับพื้นที่,ระดับดี",
        "award_list",
    )
    assert "province_misspelt" in dict(codes(reading))


@pytest.mark.parametrize(
    ("written", "lao_id"),
    [
        *(("เทศบาลต\u0e4d\u0e32บลนาทวี", "ทต.นาทวี"), ("ทต.ควนเนีียง", "ทต.ควนเนียง")),
        *(("ทต.เกาะเเต้ว", "ทต.เกาะแต้ว"), ("ทน.หาดใหญ ่", "ทน.หาดใหญ่")),
        *(("ทต.ก\u0e4d\u0e32แพงเพชร", "ทต.กำแพงเพชร"), ("เทศบาลตำบลก ำแพงเพชร", "ทต.กำแพงเพชร")),
        *(("ทต.  บางเหรียง", "ทต.บางเหรียง"), ("เทศบาลตำบล กำแพงเพชร", "ทต.กำแพงเพชร")),
    ],
)
def test_thai_marks_however_they_are_typed(written: str, lao_id: str) -> None:
    text = f"อปท.,ปีงบประมาณ,เฉลี่ย\n{written},2563,80\n{lao_id},2562,80"
    reading = check_file(text, "lpa_results")
    assert to_look_at(reading) == []
    assert len(set(reading.frame["lao_id"])) == 1


def test_a_namesake_in_another_province() -> None:
    reading = check_file(
        f"จังหวัด,{LPA}\nเพชรบุรี,ทต.ท่ายาง,2563,91,92,93,94,95,93\n"
        "ศรีสะเกษ,ทต.กำแพง,2563,61,62,63,64,65,63\nสตูล,ทต.กำแพง,2562,61,62,63,64,65,63\n",
        "lpa_results",
    )
    assert codes(reading.errors) == [("lao_other_province", 2), ("lao_other_province", 3)]
    assert "เพชรบุรี" in reading.errors[0].message("th")
    assert "ทต.ท่ายาง (นครศรีธรรมราช)" in reading.errors[0].message("th")
    assert reading.frame["lao_id"].isna().tolist() == [True, True, False]


def test_a_namesake_of_the_same_office() -> None:
    reading = check_file(
        f"จังหวัด,{ENROLMENT}\nชุมพร,ทต.ท่ายาง,2563,ปกติ,ขั้นที่ 3,2019-10-10,2019-10-01,ดำเนินงานอยู่",
        "enrolment",
    )
    assert codes(reading.errors) == [("lao_other_province", 2)]


def test_an_upgraded_municipality() -> None:
    text = "อปท.,ปีงบประมาณ,เฉลี่ย\nทน.หัวหิน,2569,80\nทน.บุรีรัมย์,2569,80"
    reading = check_file(text, "lpa_results")
    (problem,) = reading.errors
    assert (problem.code, problem.row) == ("lao_type_changed", 3)
    assert "อาจหมายถึง" not in problem.remedy("th")
