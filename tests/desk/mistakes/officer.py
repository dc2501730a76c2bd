"""Plausible mistakes of officers: sound files of real LAOs, each spoilt in one way people do."""

from __future__ import annotations

import random
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine

from tests.desk.people import NORTH, SOUTH, STEWARD, published
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions.submissions import Mode, Order
from utils.tables.declared import schemas

Rows = list[list[str]]
YEAR: Final = 2568
_PROVINCES: Final = {NORTH: ("50", "51", "57", "58"), SOUTH: ("90", "91", "94", "95", "96")}
_NUMBERS: Final = {NORTH: 1, SOUTH: 16}
_LIST: Final = [
    *("region", "Environmental Office Region", "province", "municipality", "fiscal year", "size"),
    *("Type of Certificate", "Certificate", "Type"),
]
_HEADS: Final = {
    "enrolment": ["อปท.", "ปีงบประมาณ", "เส้นทาง", "ขั้นที่", "สถานะ", "หมายเหตุ"],
    "lpa_results": ["อปท.", "ปีงบประมาณ", *(f"ด้านที่ {n}" for n in range(1, 6)), "เฉลี่ย"],
    "scores": ["อปท.", "ปีงบประมาณ", "ฉบับเกณฑ์", "ตัวชี้วัดที่", "ผู้ประเมิน", "คะแนน"],
}
_LAO, _YEAR_AT = 0, 1


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """A file as an officer sends it by mistake, and who sends it how."""

    kind: str
    sender: str
    file: File
    order: Order


def begin(engine: Engine) -> None:
    """Publish two years of three tables of two offices, for mistakes to fall on."""
    for year in (YEAR - 1, YEAR):
        for sender in (NORTH, SOUTH):
            files = [
                _file(f"{table}-{year}.csv", [head, *_rows(engine, table, sender, year)])
                for table, head in _HEADS.items()
            ]
            published(engine, sender, *files)


def mistake(engine: Engine, seed: int) -> Mistake:
    """Return a mistake; the same for the same seed and store."""
    chance = random.Random(seed)  # noqa: S311 no secret
    kind = chance.choice(list(_KINDS))
    return _KINDS[kind](engine, kind, chance)


def _rows(engine: Engine, table: str, sender: str, year: int, turn: int = 0) -> Rows:
    """Return the rows of an office as it means them; `turn` moves every value a little."""
    register = store.table("municipalities", store.release(1, engine), engine)
    own = register[register["province_code"].isin(_PROVINCES[sender])]
    names = (own["lao_type"] + own["name_th"]).drop_duplicates().tolist()[:12]
    rows: Rows = []
    for n, name in enumerate(names):
        move = n + year + turn
        if table == "enrolment":
            rows.append([name, str(year), "ปกติ", f"ขั้นที่ {move % 4 + 1}", "ดำเนินงานอยู่", ""])
        elif table == "lpa_results":
            parts = [60 + (move * 7 + part) % 35 for part in range(5)]
            rows.append([name, str(year), *map(str, parts), f"{sum(parts) / 5:g}"])
        else:
            rows += [
                [name, str(year), "criteria_34", str(k), "ประเมินตนเอง", str(5 + (move + k) % 25)]
                for k in (1, 2, 3)
            ]
    return rows


def _file(name: str, rows: Rows) -> File:
    return File(name, "\n".join(",".join(row) for row in rows).encode())


def _of_office(
    spoil: Callable[[Rows, random.Random], Rows], *, turn: int = 1, year: int = YEAR
) -> Callable[[Engine, str, random.Random], Mistake]:
    """Return a kind of mistake: an office's values of a table, spoilt; `turn`: 0 as published."""

    def make(engine: Engine, kind: str, chance: random.Random) -> Mistake:
        sender, table = chance.choice([NORTH, SOUTH]), chance.choice(list(_HEADS))
        rows = spoil(_rows(engine, table, sender, year, turn), chance)
        head = list(_HEADS[table])
        if kind == "headings_exchanged":
            a, b = chance.sample(range(2, len(head)), 2)
            head[a], head[b] = head[b], head[a]
        mode: Mode = "office" if kind == "wrong_mode" else "amend"
        order = Order(note="test")
        if mode == "office":
            order = Order(
                mode=mode, office_number=_NUMBERS[sender], fiscal_year_be=YEAR, note="test"
            )
        return Mistake(
            kind=kind, sender=sender, file=_file(f"{kind}.csv", [head, *rows]), order=order
        )

    return make


def _with_year(years: Callable[[random.Random], int]) -> Callable[[Rows, random.Random], Rows]:
    def spoil(rows: Rows, chance: random.Random) -> Rows:
        other = str(years(chance))
        return [[row[0], other, *row[2:]] for row in rows]

    return spoil


def _some_years(rows: Rows, chance: random.Random) -> Rows:
    return [[row[0], str(YEAR - 1), *row[2:]] if chance.random() < 0.3 else row for row in rows]


def _half(rows: Rows, chance: random.Random) -> Rows:
    return chance.sample(rows, max(1, len(rows) // 2))


def _shifted(rows: Rows, chance: random.Random) -> Rows:
    at = chance.randrange(len(rows[0]) - 1)
    return [[*row[:at], "", *row[at:-1]] for row in rows]


def _sorted_alone(rows: Rows, chance: random.Random) -> Rows:
    at = chance.choice([_LAO, len(rows[0]) - 1])
    column = sorted(row[at] for row in rows)
    return [[*row[:at], value, *row[at + 1 :]] for row, value in zip(rows, column, strict=True)]


def _twice(rows: Rows, chance: random.Random) -> Rows:
    return [*rows, *chance.sample(rows, 2)]


def _emptied(rows: Rows, chance: random.Random) -> Rows:
    at = chance.randrange(2, len(rows[0]))
    return [[*row[:at], "", *row[at + 1 :]] for row in rows]


def _misspelt(rows: Rows, chance: random.Random) -> Rows:
    row = chance.choice(rows)
    at = chance.randrange(3, len(row[_LAO]))
    row[_LAO] = row[_LAO][:at] + row[_LAO][at + 1 :]
    return rows


def _as_fractions(rows: Rows, chance: random.Random) -> Rows:
    del chance
    return [[*row[:2], *(_hundredth(cell) for cell in row[2:])] for row in rows]


def _hundredth(cell: str) -> str:
    return f"{float(cell) / 100:g}" if cell.replace(".", "", 1).isdigit() else cell


def _of_another_office(rows: Rows, chance: random.Random) -> Rows:
    chance.choice(rows)[_LAO] = "ทน.นครราชสีมา"
    return rows


def _same(rows: Rows, chance: random.Random) -> Rows:
    del chance
    return rows


def _of_list(engine: Engine, kind: str, chance: random.Random) -> Mistake:
    """Return the department's list, spoilt: rows of it under a new year, in part or exchanged."""
    newest = store.release(None, engine)
    awards = store.table("awards", newest, engine)
    rows = [
        _published(row, engine)
        for row in awards.sample(6, random_state=chance.randrange(99)).to_dict("records")
    ]
    if kind == "list_provinces_exchanged":
        rows[0][2], rows[1][2] = rows[1][2], rows[0][2]
    elif kind == "list_cities_exchanged":
        rows[0][3], rows[1][3] = rows[1][3], rows[0][3]
    elif kind == "list_new_year":
        rows = [[*row[:4], "2565", *row[5:]] for row in rows]
    elif kind == "list_shifted":
        rows = [["", *row[:-1]] for row in rows]
    mode: Mode = chance.choice(["amend", "replace"])
    order = Order(mode=mode, note="test")
    return Mistake(
        kind=kind, sender=STEWARD, file=_file(f"{kind}.csv", [_LIST, *rows]), order=order
    )


def _published(award: Mapping[Hashable, object], engine: Engine) -> list[str]:
    newest = store.release(None, engine)
    register = store.table("municipalities", newest, engine).drop_duplicates("lao_id", keep="last")
    lao = register.set_index("lao_id").loc[str(award["lao_id"])]
    provinces = store.table("provinces", newest, engine).set_index("province_code")["name_th"]
    level = schemas.AWARDS.columns["level"].label(str(award["level"]), "th")
    return [
        str(award["region_as_published"]),
        str(award["office_as_published"]),
        provinces[str(award["province_code"])],
        f"{lao['lao_type']}{lao['name_th']}",
        str(award["fiscal_year_be"]),
        str(award["size_as_published"]),
        level,
        str(award["certificate_th"]),
        str(lao["lao_type"]),
    ]


_KINDS: Final[dict[str, Callable[[Engine, str, random.Random], Mistake]]] = {
    "last_year": _of_office(_with_year(lambda _: YEAR - 1)),
    "next_year": _of_office(_with_year(lambda _: YEAR + 1)),
    "far_year": _of_office(_with_year(lambda chance: chance.choice([2523, 2586, 2658]))),
    "some_years_old": _of_office(_some_years),
    "wrong_mode": _of_office(_half),
    "partial": _of_office(_half, turn=0),
    "sent_again": _of_office(_same, turn=0),
    "last_years_file_renamed": _of_office(_same, turn=0, year=YEAR - 1),
    "shifted": _of_office(_shifted),
    "sorted_alone": _of_office(_sorted_alone, turn=0),
    "rows_twice": _of_office(_twice),
    "emptied": _of_office(_emptied, turn=0),
    "misspelt": _of_office(_misspelt, turn=0),
    "fractions": _of_office(_as_fractions, turn=0),
    "another_office": _of_office(_of_another_office, turn=0),
    "headings_exchanged": _of_office(_same, turn=0),
    "list_provinces_exchanged": _of_list,
    "list_cities_exchanged": _of_list,
    "list_new_year": _of_list,
    "list_shifted": _of_list,
    "list_in_part": _of_list,
}
KINDS: Final = tuple(_KINDS)
