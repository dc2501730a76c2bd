"""Cells that hold no value: those that say so, and those that say a state in place of a value."""

from __future__ import annotations

import re
from typing import Final

from utils.tables.declared.columns import Kind
from utils.tables.reading.normalise import fold, spelling_key

NAMES: Final[frozenset[Kind]] = frozenset({"text", "code", "province", "lao"})
"""Kinds of column whose cells are words: Nan is a province, and Na a place."""
_BLANKS: Final = frozenset(
    fold(text)
    for text in (
        *("", "-", "--", "---", "----", "- -", ".", "..", "...", "n/a", "n.a.", "#n/a", "#n/a n/a"),
        *("null", "<null>", "(null)", "(blank)", "(ว่าง)", "not available", "no data", "unknown"),
    )
)
_WORDS: Final = frozenset(
    map(
        spelling_key,
        (
            *("ไม่มีข้อมูล", "ยังไม่มีข้อมูล", "ไม่พบข้อมูล", "ไม่ทราบ", "ไม่ทราบข้อมูล", "ไม่ทราบค่า"),
            *("ไม่ระบุ", "ไม่ได้ระบุ", "ไม่ปรากฏ", "ไม่ปรากฏข้อมูล", "ไม่มีค่า"),
        ),
    )
)
_NO_NAMES: Final = frozenset({"na", "nan", "none", "nil", "<na>", "nat"})
NONE: Final = spelling_key("ไม่มี")
_LONGEST_STATE: Final = 60  # characters: what is longer is a sentence
_STATE: Final = re.compile(
    r"(?:ยังไม่|ไม่|งด|รอ|อยู่ระหว่าง|ระหว่าง|กำลัง)(?:ได้|ขอ|มี|การ|เข้า|รับ|ให้|ถูก|จัด|ทำ)*"
    r"(?:ร่วม|ประเมิน|สมัคร|ส่ง|รายงาน|ดำเนิน|ประกาศ|แจ้ง|ตรวจ|ผล|ข้อมูล|รวบรวม|ผ่าน|ครบ|ประสงค์).*"
    r"|(?:ขอ)?(?:ยกเลิก|ถอนตัว)|notassessed|(?:didnot|not)participat\w+|pending|withdrawn"
)


def is_blank(text: str, kind: Kind) -> bool:
    """Tell whether a tidy cell is empty, or says that the value is not known.

    "ไม่มี" (none) is no blank but in a column of dates: elsewhere it answers no, or says none.
    """
    folded = fold(text)
    if folded in _BLANKS or spelling_key(text) in _WORDS:
        return True
    return (folded in _NO_NAMES and kind not in NAMES) or (kind == "date" and says_none(text))


def says_none(text: str) -> bool:
    """Tell whether a cell says ไม่มี: none, which is neither unknown nor always zero."""
    return spelling_key(text) == NONE


def is_state(text: str) -> bool:
    """Tell whether a cell says what became of the LAO, such as ไม่เข้าร่วม, in place of a value."""
    return len(text) <= _LONGEST_STATE and _STATE.fullmatch(spelling_key(text)) is not None
