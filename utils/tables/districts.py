"""The districts, and the provinces that each name means: to check where the row of a file belongs.

The file is built by geo/build_districts.py. It is no table of the project: nothing of it is shown,
counted or published.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from utils import paths
from utils.tables.reading.normalise import fold, spelling_key

_FILE: Final = paths.GEO / "districts.csv"
_PREFIX: Final = re.compile(r"^(?:กิ่ง *)?(?:อำเภอ|อ\.|เขต|amphoe|khet)\s*")


def provinces_of(text: str) -> frozenset[str]:
    """Return the codes of the provinces that have a district of this name; empty for none.

    One name, เฉลิมพระเกียรติ, is that of districts in several provinces; เมือง alone is no name.
    """
    return _by_key().get(_key(text), frozenset())


def _key(text: str) -> str:
    return spelling_key(_PREFIX.sub("", fold(text)))


@cache
def _by_key() -> Mapping[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes.setdefault(_key(row["name_th"]), set()).add(row["province_code"])
    return {key: frozenset(found) for key, found in codes.items()}
