"""The reader never raises, and reads back a table in whatever form it was written."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tables.sample import PLACES, TABLE, read_workbook, worded, workbook
from utils.tables.places import find_province
from utils.tables.reading.files import open_contents
from utils.tables.reading.normalise import spelling_key, tidy
from utils.tables.reading.reader import read
from utils.tables.reading.writer import to_csv

TO_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

PROVINCE_FORMS = {
    "60": ("นครสวรรค์", "จ.นครสวรรค์", "จังหวัดนครสวรรค์", "Nakhon Sawan", "TH-60", "60"),
    "90": ("สงขลา", "จ. สงขลา", "จังหวัด สงขลา", "SONGKHLA", "th-90", "๙๐"),
}
LAO_FORMS = {
    "LAO-60-001": ("ทน.นครสวรรค์", "เทศบาลนครนครสวรรค์", "LAO-60-001"),
    "LAO-60-003": ("อบต.หนองบัว", "องค์การบริหารส่วนตำบลหนองบัว", "อบต. หนองบัว"),
    "LAO-90-001": ("ทต.ปริก", "เทศบาลตำบลปริก", "ทต. ปริก"),
    "LAO-90-003": ("ทน.หาดใหญ่", "ทม.หาดใหญ่", "เทศบาลเมืองหาดใหญ่"),
}
LEVEL_FORMS = {"national": ("national", "ระดับประเทศ", "National"), "area": ("area", "ระดับพื้นที่")}
HEADINGS = {
    "code": ("code", "รหัส", "Code"),
    "province_code": ("province_code", "จังหวัด", "ชื่อจังหวัด", "Province", "PROVINCE"),
    "lao_id": ("lao_id", "อปท.", "เทศบาล", "municipality", "ชื่อ เทศบาล"),
    "year_be": ("year_be", "ปีงบประมาณ พ.ศ.", "ปีงบประมาณ", "Fiscal year (B.E.)", "fiscal  year"),
    "level": ("level", "ระดับ", "Level"),
    "people": ("people", "ประชากร (คน)", "ประชากร", "People"),
    "note": ("note", "หมายเหตุ", "Note"),
}
# Words that CP874 can write and no reader would take for a sign, a total or a blank.
NOTES = st.text(alphabet="กขคงที่น้ำปู่ญี่ abc,;\"'", min_size=1, max_size=12).map(tidy).filter(bool)


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, object]]:
    cells = []
    for number in range(draw(st.integers(1, 6))):
        lao = draw(st.sampled_from(sorted(LAO_FORMS)))
        cells.append(
            {
                "code": f"A{number}",
                "province_code": lao[4:6],
                "lao_id": lao,
                "year_be": draw(st.integers(2540, 2600)),
                "level": draw(st.sampled_from(sorted(LEVEL_FORMS))),
                "people": draw(st.none() | st.integers(0, 10**9)),
                "note": draw(st.none() | NOTES),
            }
        )
    return cells


def written(draw: st.DrawFn, name: str, value: object) -> str:
    """Write a value in one of the forms that officers use."""
    if value is None:
        return draw(st.sampled_from(["", "-"]))
    text = str(value)
    forms = {**PROVINCE_FORMS, **LAO_FORMS, **LEVEL_FORMS}
    if name in {"province_code", "lao_id", "level"}:
        return draw(st.sampled_from(forms[text]))
    if name == "people" and draw(st.booleans()):
        text = f"{value:,}"
    if name in {"people", "year_be"} and draw(st.booleans()):
        text = text.translate(TO_THAI_DIGITS)
    return text


@st.composite
def files(draw: st.DrawFn) -> tuple[list[dict[str, object]], list[list[str]]]:
    """Give rows, and the grid an officer might make of them: any order, headings and forms."""
    wanted = draw(rows())
    names = draw(st.permutations(sorted(HEADINGS)))
    above = draw(st.sampled_from([[], [["บัญชีรางวัล"]], [["ตาราง", "ก"], [], ["ณ วันที่ ๑"]]]))
    heading = [draw(st.sampled_from(HEADINGS[name])) for name in names]
    grid = [*above, heading]
    for row in wanted:
        grid.append([written(draw, name, row[name]) for name in names])
        grid += [[]] if draw(st.booleans()) else []
    return wanted, grid


def expect(frame_rows: list[dict[str, object]], wanted: list[dict[str, object]]) -> None:
    assert len(frame_rows) == len(wanted)
    for actual, row in zip(frame_rows, wanted, strict=True):
        assert {name: actual[name] for name in row} == row


def as_rows(reading_frame: object) -> list[dict[str, object]]:
    frame = reading_frame.astype(object)  # type: ignore[attr-defined]
    return frame.where(frame.notna(), None).to_dict("records")  # type: ignore[no-any-return]


@settings(deadline=None)
@given(
    sample=files(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp874", "utf-16"]),
    delimiter=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_a_table_in_any_form_reads_back_equal(
    sample: tuple[list[dict[str, object]], list[list[str]]], encoding: str, delimiter: str, end: str
) -> None:
    wanted, grid = sample
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(grid)
    content = out.getvalue().encode(encoding)
    reading = worded(read(content, name="a.csv", table=TABLE, places=PLACES))
    assert reading.errors == ()
    expect(as_rows(reading.frame), wanted)


@settings(deadline=None, max_examples=15)
@given(sample=files())
def test_a_workbook_in_any_form_reads_back_equal(
    sample: tuple[list[dict[str, object]], list[list[str]]],
) -> None:
    wanted, grid = sample
    reading = read_workbook(workbook(grid))
    assert reading.errors == ()
    expect(as_rows(reading.frame), wanted)


@settings(deadline=None)
@given(sample=files())
def test_a_typed_table_writes_and_reads_back_equal(
    sample: tuple[list[dict[str, object]], list[list[str]]],
) -> None:
    text = "\n".join("\t".join(cell.replace('"', "") for cell in row) for row in sample[1])
    frame = read(text.encode(), name="a.csv", table=TABLE, places=PLACES).frame
    again = read(to_csv(frame, TABLE).encode(), name="b.csv", table=TABLE, places=PLACES)
    assert again.problems == ()
    assert as_rows(again.frame.drop(columns="file_row")) == as_rows(frame.drop(columns="file_row"))


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300))
def test_random_bytes_never_raise(content: bytes) -> None:
    for start in (b"", "รหัส,จังหวัด,อปท.,ปี,ระดับ\n".encode("cp874"), b"code\tprovince\tyear\n"):
        worded(read(start + content, name="a.csv", table=TABLE, places=PLACES))


@settings(deadline=None, max_examples=10)
@given(st.binary(max_size=200), st.integers(0, 4000))
def test_random_damage_to_a_workbook_never_raises(noise: bytes, at: int) -> None:
    good = workbook([["รหัส", "จังหวัด"], ["A1", "สงขลา"]])
    worded(
        read(good[:at] + noise + good[at + len(noise) :], name="a.xlsx", table=TABLE, places=PLACES)
    )


@settings(deadline=None, max_examples=200)
@given(st.lists(st.text(max_size=20), min_size=5, max_size=5))
def test_any_text_in_any_cell_is_read_or_told_and_never_becomes_zero(cells: list[str]) -> None:
    out = io.StringIO()
    names = ["code", "province_code", "lao_id", "year_be", "people"]
    csv.writer(out, delimiter="\t").writerows([names, cells])
    reading = worded(
        read(out.getvalue().encode("utf-8", "replace"), name="a.csv", table=TABLE, places=PLACES)
    )
    bad = {problem.column for problem in reading.errors if problem.row == 2}
    for row in as_rows(reading.frame):
        assert all(row[name] is None for name in bad)
        if row["people"] == 0:
            assert spelling_key(cells[4]).strip("0") == ""


@given(st.text(max_size=30))
def test_a_province_is_found_only_by_one_of_its_names(text: str) -> None:
    code = find_province(text, PLACES)
    assert code is None or any(
        spelling_key(form) in spelling_key(text) for form in (*PLACES.province_of, code)
    )


@given(
    st.binary(max_size=100), st.sampled_from(["a.csv", "a.xlsx", "a.xls", "", "/", "ก", "a.CSV"])
)
def test_any_name_is_taken(content: bytes, name: str) -> None:
    contents = open_contents(content[:2] + b"x", name)
    assert contents.sheets or contents.problems
