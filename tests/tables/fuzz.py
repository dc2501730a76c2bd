"""Files that nobody would write, through the reader: ``python -m tests.tables.fuzz [N [BOOKS]]``.

Each is made from its number, so that one that breaks the reader can be made again. None may raise,
take long, or leave a problem without words.
"""

from __future__ import annotations

import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from typing import Final

import xlsxwriter

from tests.tables.sample import HEAD, PLACES, TABLE
from utils.tables.reading.reader import Reading, read
from utils.words import LANGS

FILES: Final = 10_000
BOOKS: Final = 1_000
_SECONDS: Final = 30  # one file, on a busy machine
_WORDS: Final = (
    *HEAD.split(","),
    *("สงขลา", "90", "ทต.ปริก", "LAO-90-003", "2563", "๒๕๖๓", "0", "9999", "-1", "1e308", "nan"),
    *("national", "A1", "A๑", "รวม", "หมายเหตุ", "ใช่", "31/12/2568", "30 ก.พ. 2568", "2020-02-30"),
    *("=1+1", "=cmd|' /C calc'!A0", "@x", "#REF!", "#NO_VALUE!", "<script>", "../..", "\u202eabc"),
    *("\u200b", "\x00", "\x07", "\ufeff", "\ud7ff", "\U0010ffff", "แ", "เเ", "ํา", "่" * 50),
    *('"', "'", '""', "\t", "\n", "\r", ";", ",", " ", "", "x" * 6_000, "{file}", "%s", "None"),
    *("83.5%", "ร้อยละ 5", "1.2 ล้าน", "ไม่มี", "มี", "ไม่เข้าร่วม", "3/25/2021", "3/4/2021", "43915"),
    *("25/3/2563, 14:30:05", "2563-03-25", "ทต.ปริก (สงขลา)", "เทศบาลต\u0e4d\u0e32บลปริก", "ทม.ปริก"),
    *(
        "ทต.ปริก อ.สะเดา จ.สงขลา",
        "สสภ.16",
        "ทสจ.สงขลา",
        "เธ\x81เธ\x82เธ\x83เธ\x84",
        "??.????",
        "\ufffd",
    ),
    *("อำเภอ", "สำนักงาน", "ประเภท อปท.", "หน่วย: ล้านบาท", "ประชากร (พันคน)", "5²", "1e999"),
    *("people", "share", "done", "met_on", "note", "ประชากร (คน)", "จังหวัด\nProvince"),
)
_ENCODINGS: Final = ("utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-32")
_ENDINGS: Final = (".csv", ".csv", ".csv", ".txt", ".tsv", ".xlsx", ".xls", "", ".CSV")


def a_file(seed: int) -> tuple[str, bytes]:
    """Return a name and a content: a text file, spoilt in one way or another."""
    chance = random.Random(seed)  # noqa: S311 the same file again, no secret
    sign = chance.choice((",", ";", "\t", "|"))
    text = chance.choice(("\n", "\r\n", "\r")).join(
        sign.join(map(str, row)) for row in _grid(chance)
    )
    content = text.encode(chance.choice(_ENCODINGS), "replace")
    return f"f{seed}{chance.choice(_ENDINGS)}", _spoilt(content, chance)


def a_book(seed: int) -> tuple[str, bytes]:
    """Return a name and a content: a workbook, spoilt inside or as a whole."""
    chance = random.Random(seed)  # noqa: S311
    out = io.BytesIO()
    options = {"in_memory": True, "nan_inf_to_errors": True}
    with xlsxwriter.Workbook(out, options) as book:
        for _ in range(chance.randint(1, 3)):
            sheet = book.add_worksheet()
            for number, row in enumerate(_grid(chance)):
                for at, cell in enumerate(row):
                    _put(sheet, number, at, cell, chance)
            if chance.random() < 0.1 and len(book.worksheets()) > 1:
                sheet.hide()
    content = out.getvalue()
    if chance.random() < 0.5:
        content = _inside(content, chance)
    return f"b{seed}.xlsx", content if chance.random() < 0.7 else _spoilt(content, chance)


def _grid(chance: random.Random) -> list[list[object]]:
    rows: list[list[object]] = [["หัวเรื่อง"]] * chance.choice((0, 0, 0, 2, 40))
    heading = [*HEAD.split(","), "people", "note"]
    if chance.random() < 0.4:
        chance.shuffle(heading)
    rows.append([*heading, *chance.sample(_WORDS, chance.choice((0, 0, 1, 3)))])
    for _ in range(chance.randint(0, 12)):
        row: list[object] = ["A1", "สงขลา", "ทต.ปริก", "2563", "national", "5", "x"]
        for _ in range(chance.randint(0, 4)):
            row[chance.randrange(len(row))] = chance.choice(_WORDS)
        rows.append(row[: chance.choice((7, 7, 7, 3))])
    return rows


def _put(sheet: object, row: int, at: int, cell: object, chance: random.Random) -> None:
    write = chance.choice(("write", "write_string", "write_formula", "write_number", "write"))
    if write == "write_number":
        sheet.write_number(row, at, chance.choice((0, -1, 1e15, 1e308, 2563.0, 0.1, 45_000)))  # type: ignore[attr-defined]
    elif write == "write_formula":
        sheet.write_formula(row, at, f"={cell}", None, chance.choice(("", "x", 0, "#N/A")))  # type: ignore[attr-defined]
    else:
        sheet.write_string(row, at, str(cell)[:5_000])  # type: ignore[attr-defined]


def _spoilt(content: bytes, chance: random.Random) -> bytes:
    damage = chance.random()
    if damage < 0.5 or not content:
        return content
    spoilt, at = bytearray(content), chance.randrange(len(content))
    if damage < 0.7:
        return bytes(spoilt[:at])
    for _ in range(chance.randint(1, 20)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


def _inside(content: bytes, chance: random.Random) -> bytes:
    """Spoil members of an archive that stays whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            member = old.read(name)
            fate = chance.random()
            if fate > 0.05:
                new.writestr(name, _spoilt(member, chance) if fate > 0.75 else member)
    return out.getvalue()


def run(make: Callable[[int], tuple[str, bytes]], seeds: range) -> Counter[str]:
    """Read files and count what was found in them. Raises on the first that breaks the reader."""
    outcomes: Counter[str] = Counter()
    for seed in seeds:
        name, content = make(seed)
        begun = time.monotonic()
        try:
            reading = read(content, name=name, table=TABLE, places=PLACES)
            _told(reading)
        except Exception as broken:
            raise AssertionError(f"{make.__name__}({seed}) breaks the reader") from broken
        if time.monotonic() - begun > _SECONDS:
            raise AssertionError(f"{make.__name__}({seed}) takes too long")
        outcomes.update({problem.code for problem in reading.problems} or {"nothing"})
    return outcomes


def _told(reading: Reading) -> None:
    for problem in reading.problems:
        for lang in LANGS:
            if not (problem.message(lang) and problem.remedy(lang) and problem.place(lang)):
                raise AssertionError(problem.code)


def main(arguments: list[str]) -> None:
    """Read as many files and workbooks as were asked for, and tell what was found in them."""
    files, books = (*map(int, arguments), *(FILES, BOOKS)[len(arguments) :])
    for make, count in ((a_file, files - books), (a_book, books)):
        begun = time.monotonic()
        outcomes = run(make, range(count))
        seconds = time.monotonic() - begun
        sys.stdout.write(f"{make.__name__}: {count} read in {seconds:.0f} s without an exception\n")
        for code, n in outcomes.most_common():
            sys.stdout.write(f"  {code}: {n}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
