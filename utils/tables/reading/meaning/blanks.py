"""Cells that hold no value: those that say so, and those that say a state in place of a value."""

from __future__ import annotations

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
        *("ไม่มีข้อมูล", "ยังไม่มีข้อมูล", "ไม่พบข้อมูล", "ไม่ทราบ", "ไม่ระบุ", "ไม่ปรากฏ", "ไม่ปรากฏข้อมูล"),
    )
)
_NO_NAMES: Final = frozenset({"na", "nan", "none", "nil", "<na>", "nat"})
NONE: Final = spelling_key("ไม่มี")
_STATES: Final = frozenset(
    spelling_key(text)
    for text in (
        *("ไม่เข้าร่วม", "ไม่ได้เข้าร่วม", "ยังไม่เข้าร่วม", "ไม่เข้าร่วมโครงการ", "ไม่เข้าร่วมประเมิน"),
        *("ไม่ประเมิน", "ไม่ได้ประเมิน", "ยังไม่ประเมิน", "ยังไม่ได้ประเมิน", "ไม่เข้ารับการประเมิน"),
        *("ไม่รับการประเมิน", "ไม่ขอรับการประเมิน", "ไม่ได้รับการประเมิน", "ยังไม่ได้รับการประเมิน"),
        *("รอประเมิน", "รอการประเมิน", "รอผล", "รอผลการประเมิน", "อยู่ระหว่างประเมิน"),
        *("อยู่ระหว่างการประเมิน", "อยู่ระหว่างดำเนินการ", "อยู่ระหว่างรวบรวม", "รอข้อมูล"),
        *("ยังไม่รายงาน", "ไม่รายงาน", "ไม่ส่งรายงาน", "ไม่ส่งข้อมูล", "ไม่ได้ส่ง", "ยังไม่ส่ง"),
        *("ยกเลิก", "ถอนตัว", "ขอถอนตัว", "งดประเมิน", "ไม่ผ่านคุณสมบัติ", "ยังไม่สมัคร", "ไม่สมัคร"),
        *("not assessed", "not participating", "did not participate", "pending", "withdrawn"),
    )
)


def is_blank(text: str, kind: Kind) -> bool:
    """Tell whether a tidy cell is empty, or says that the value is not known.

    "ไม่มี" (none) is no blank but in a column of dates: elsewhere it answers no, or says none.
    """
    folded = fold(text)
    if folded in _BLANKS:
        return True
    return (folded in _NO_NAMES and kind not in NAMES) or (kind == "date" and says_none(text))


def says_none(text: str) -> bool:
    """Tell whether a cell says ไม่มี: none, which is neither unknown nor always zero."""
    return spelling_key(text) == NONE


def is_state(text: str) -> bool:
    """Tell whether a cell says what became of the LAO, such as ไม่เข้าร่วม, in place of a value."""
    return len(text) > 2 and spelling_key(text) in _STATES  # noqa: PLR2004 no state is shorter
