"""A register as large as the country's: 7,850 LAOs of plausible names, with all known ones."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pandas as pd

from utils.desk.store.files import File
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv

LAOS = 7_850  # as the department of local administration counts them; see lao_denominators.csv
_FIRST = (
    *("บ้าน", "หนอง", "ท่า", "นา", "โคก", "ดอน", "คลอง", "บาง", "ห้วย", "แม่", "วัง", "เขา"),
    *("ป่า", "โนน", "สระ", "บึง", "ปาก", "เกาะ", "ทุ่ง", "สวน", "ไทร", "ลำ", "น้ำ", "หัว"),
)
_THEN = (
    *("ใหม่", "แดง", "ขาว", "ยาง", "ไผ่", "โพธิ์", "ม่วง", "แก้ว", "ทอง", "หลวง", "สูง", "ยาว"),
    *("ใหญ่", "น้อย", "กลาง", "ตะเคียน", "มะขาม", "สะเดา", "กระทุ่ม", "ประดู่", "ช้าง", "เสือ"),
    *("กวาง", "ปลา", "เต่า", "หิน", "ทราย", "เค็ม", "หวาน", "ร้อน", "เย็น", "พลับ", "จาน", "แค"),
)
_LAST = ("", "", "", "เหนือ", "ใต้", "พัฒนา", "สามัคคี", "ศรี", "งาม", "วิทยา")


def whole(register: pd.DataFrame, provinces: pd.DataFrame) -> pd.DataFrame:
    """Return the register with new LAOs up to `LAOS`, spread over the provinces of the target."""
    dice = random.Random(7850)  # noqa: S311 the same names each time
    codes = provinces.loc[provinces["in_target"], "province_code"].tolist()
    known = set(zip(register["province_code"], register["name_th"], strict=True))
    last = {code: int(ids.str[-3:].astype(int).max()) for code, ids in _ids(register)}
    rows: list[dict[str, str]] = []
    while len(rows) < LAOS - register["lao_id"].nunique():
        code = codes[len(rows) % len(codes)]
        name = dice.choice(_FIRST) + dice.choice(_THEN) + dice.choice(_LAST)
        if (code, name) in known:
            continue
        known.add((code, name))
        last[code] = last.get(code, 0) + 1
        kind = "ทต." if dice.random() < 0.29 else "อบต."  # 2,242 and 5,312 of the country
        rows.append(
            {
                "lao_id": f"LAO-{code}-{last[code]:03}",
                "lao_type": kind,
                "province_code": code,
                "name_th": name,
            }
        )
    new = pd.DataFrame(rows).reindex(columns=register.columns).astype(register.dtypes)
    return pd.concat([register, new], ignore_index=True)


def file(register: pd.DataFrame) -> File:
    """Return a register as the file that is sent of it."""
    return File("municipalities.csv", to_csv(register, schemas.MUNICIPALITIES).encode())


def _ids(register: pd.DataFrame) -> Iterator[tuple[str, pd.Series]]:
    for code, ids in register.groupby("province_code")["lao_id"]:
        yield str(code), ids
