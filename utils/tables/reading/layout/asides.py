"""What a row under the heading is: data, the heading again, a title, a total, a note."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from utils.tables.declared.columns import Column, Table
from utils.tables.places import Places, split_type
from utils.tables.reading import scalars
from utils.tables.reading.headings import Heading, at_row
from utils.tables.reading.layout import titles
from utils.tables.reading.layout.names import column_of, is_annotation, one_line
from utils.tables.reading.layout.titles import Title
from utils.tables.reading.normalise import arabic_digits, spelling_key

Kind = Literal["data", "heading", "section", "foreign", "title", "total", "note", "unknown"]
"""`section`: a heading with columns in another order; `foreign`: the heading of another table."""
_TOTAL: Final = re.compile(
    r"(?:สรุป)?(?:ผล|ยอด)?รวม|ทั้งหมด|ทั้งสิ้น|สรุป|(?:grand|sub)?total|sum|(?:ค่า|คะแนน|ผล)?เฉลี่ย|average|avg|mean"
    r"|(?:ค่า|คะแนน)?(?:สูงสุด|ต่ำสุด)|max|min|จำนวน|ร้อยละ|คิดเป็น|ส่วนเบี่ยงเบน|sd$|stdev"
)
_NOTE: Final = re.compile(
    r"หมายเหตุ|ที่มา|แหล่งข้อมูล|แหล่งที่มา|ข้อมูล|ณวันที่|วันที่|ผู้รายงาน|ผู้จัดทำ|ผู้กรอก|ผู้ตรวจ|ผู้รับรอง|ผู้ประสาน|ผู้รับผิดชอบ"
    r"|ผู้อำนวยการ|ลงชื่อ|ลงนาม|ตำแหน่ง|โทร|เบอร์|อีเมล|คำอธิบาย|note|remark|source|asof|data|reported|prepared|sign|contact|tel"
)
_STARRED: Final = ("*", "†", "‡", "※", "#", "(", "[")
SERIAL: Final = frozenset({"ที่", "ลำดับ", "ลำดับที่", "ลำดบที่", "no", "item", "order"})
_COUNT: Final = re.compile(r"(?:จำนวน|รวม)?\s*[0-9๐-๙]+\s*(?:แห่ง|อปท\.?)?")
_MOST_TITLES: Final = 3  # texts of one row that may all be titles
_SHARE: Final = 0.6  # of the cells of a row that repeat the heading
_LEAST_NUMBERED: Final = 3


class Told(NamedTuple):
    """What a row is, and what it says of the rows below it."""

    kind: Kind
    text: str = ""
    title: Title = titles.NOTHING


class _Row(NamedTuple):
    """The filled cells of a row, those that are no numbers, and the different texts in it."""

    filled: Mapping[int, str]
    words: Mapping[int, str]
    texts: Sequence[str]


DATA: Final = Told("data")


@dataclass(frozen=True, kw_only=True)
class Sight:
    """What a row is looked at with: the heading above it, its table, the places.

    `keys`: the spelling keys of what the heading says at each place.
    """

    heading: Heading
    table: Table
    places: Places
    keys: Mapping[int, frozenset[str]]

    @classmethod
    def of(cls, heading: Heading, table: Table, places: Places) -> Sight:
        """Return what the rows below a heading are looked at with."""
        keys = {at: frozenset(map(spelling_key, parts)) for at, parts in enumerate(heading.texts)}
        return cls(heading=heading, table=table, places=places, keys=keys)


def look(cells: Sequence[str], sight: Sight, *, after_heading: bool) -> Told:
    """Return what a row that is not blank is.

    `after_heading`: whether it stands right below a heading, as units and numbers of columns do.
    """
    heading = sight.heading
    filled = {at: text for at, cell in enumerate(cells) if (text := one_line(cell))}
    if _repeats(filled, sight):
        return Told("heading")
    if after_heading and _is_below_heading(filled):
        return Told("heading")
    if (kind := _heading_of_its_own(cells, filled, sight)) is not None:
        return Told(kind, " ".join(filled.values()))
    serial = {at for at, written in heading.unknown if spelling_key(written) in SERIAL}
    said = [text for at, text in filled.items() if not (at in serial and text.isdigit())]
    texts = list(dict.fromkeys(said))
    words = {at: text for at, text in filled.items() if not scalars.is_number(text)}
    if not words or _is_data(texts, words, sight):
        return DATA
    return _set_aside(_Row(filled, words, texts), sight)


def is_needless(written: str) -> bool:
    """Tell whether a heading that is not known counts rows or sums others up: nothing is lost."""
    key = spelling_key(written)
    return key in SERIAL or _TOTAL.match(key.removeprefix("คะแนน")) is not None


def _repeats(filled: Mapping[int, str], sight: Sight) -> bool:
    """Tell whether a row says again what the heading says, at the same places."""
    same = {at for at, text in filled.items() if spelling_key(text) in sight.keys.get(at, ())}
    own = {at for at in sight.heading.positions.values() if at in filled}
    return bool(same) and own <= same and len(same) >= _SHARE * len(filled)


def _is_below_heading(filled: Mapping[int, str]) -> bool:
    """Tell whether a row holds units alone, or counts the columns."""
    texts = [arabic_digits(text).strip("() ") for text in filled.values()]
    if len(texts) >= _LEAST_NUMBERED and texts == [str(n) for n in range(1, len(texts) + 1)]:
        return True
    return all(is_annotation(text) and not scalars.is_number(text) for text in filled.values())


def _heading_of_its_own(
    cells: Sequence[str], filled: Mapping[int, str], sight: Sight
) -> Literal["section", "foreign"] | None:
    """Tell whether a row is a heading: of this table in another order, or of another table."""
    names = {column_of(text, sight.table) for text in filled.values()} - {None}
    if len(names) <= 1:
        return None
    heading = at_row([cells], 0, sight.table)
    named = len(heading.positions)
    if named > 1 and (2 * named > len(sight.heading.positions) or not heading.unknown):
        return "section"
    return None if any(map(scalars.is_number, filled.values())) else "foreign"


def _is_data(texts: Sequence[str], words: Mapping[int, str], sight: Sight) -> bool:
    """Tell whether a row has what data have: more than one text, or one that fits its column."""
    at, first = next(iter(words.items()))
    if _is_lao(first):
        return True
    if len(texts) > 1 or not _fits(first, _column_at(at, sight)):
        return False
    key = spelling_key(first)
    is_aside = _TOTAL.match(key) or _NOTE.match(key) or first.startswith(_STARRED)
    return not is_aside and not titles.read(first, sight.places).names


def _set_aside(row: _Row, sight: Sight) -> Told:
    """Return what a row is that begins with a text; data, where nothing else is sure."""
    at, first = next(iter(row.words.items()))
    text, key = " ".join(row.texts), spelling_key(first)
    column = _column_at(at, sight)
    kind = None if column is None else column.kind
    # No LAO is called so: whatever else the row holds, it is not the row of one.
    is_short = len(row.texts) == 1 or kind == "lao" or _lacks(row, sight)
    if _TOTAL.match(key) and (len(row.texts) == 1 or kind in {"lao", "province"}):
        return Told("total", text)
    if _TOTAL.match(key) and is_short and at <= _last_key(sight.heading, sight.table):
        return Told("total", text)
    if len(row.texts) > _MOST_TITLES or not is_short:
        return DATA
    if _NOTE.match(key) or first.startswith(_STARRED):
        return Told("note", text)
    title = titles.read(" ".join(_without_counts(row.texts)), sight.places)
    if title.names or title.misspelt:
        return Told("title", text, title)
    return Told("unknown", text) if len(row.texts) == 1 else DATA


def _without_counts(texts: Sequence[str]) -> list[str]:
    """Return texts but for a count: "จังหวัดสงขลา" beside "3 แห่ง"."""
    return [one for one in texts if not _COUNT.fullmatch(one)] or list(texts)


def _lacks(row: _Row, sight: Sight) -> bool:
    """Tell whether a row lacks a cell, or every number, that data must have."""
    columns = sight.table.columns
    for name, at in sight.heading.positions.items():
        text = row.filled.get(at, "")
        needs_digits = columns[name].kind in {"year", "integer", "number"}
        is_there = any(map(str.isdigit, text)) if needs_digits else bool(text)
        if not columns[name].nullable and not is_there:
            return True
    return bool(sight.heading.wide) and len(row.filled) == len(row.words)


def _last_key(heading: Heading, table: Table) -> int:
    """Return the place of the last column of the key: a total is said at it or before it."""
    names = [*table.key, "province_code", "lao_id"]
    return max((heading.positions[name] for name in names if name in heading.positions), default=0)


def _column_at(at: int, sight: Sight) -> Column | None:
    names = {place: name for name, place in sight.heading.positions.items()}
    return sight.table.columns[names[at]] if at in names else None


def _is_lao(text: str) -> bool:
    return text.startswith("LAO-") or split_type(text)[0] is not None


def _fits(text: str, column: Column | None) -> bool:
    """Tell whether a text alone in its row may be the value of its column."""
    if column is None or column.kind in {"province", "lao", "text"}:
        return False
    if column.kind == "code":
        return column.pattern is None or re.search(column.pattern, text) is not None
    return column.kind == "choice"
