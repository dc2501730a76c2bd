"""Districts and subdistricts, and the provinces that each name means: where a row belongs.

The files are built by geo/build_districts.py. They are no tables of the project: nothing of them is
shown, counted or published.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from utils import paths
from utils.tables.reading.normalise import fold, spelling_key

_PREFIX: Final = re.compile(r"^(?:กิ่ง *)?(?:อำเภอ|อ\.|เขต|amphoe|khet)\s*")


def provinces_of(text: str) -> frozenset[str]:
    """Return the codes of the provinces that have a district of this name; empty for none.

    One name, เฉลิมพระเกียรติ, is that of districts in several provinces; เมือง alone is no name.
    """
    return _by_key("districts").get(_key(text), frozenset())


def with_a_place(text: str) -> frozenset[str]:
    """Return the codes of the provinces that have a district or a subdistrict of this name.

    LAOs are named after such places: one of another province may be called the same.
    """
    return provinces_of(text) | _by_key("subdistricts").get(_key(text), frozenset())


def _key(text: str) -> str:
    return spelling_key(_PREFIX.sub("", fold(text)))


@cache
def _by_key(name: str) -> Mapping[str, frozenset[str]]:
    codes: dict[str, set[str]] = {}
    with (paths.GEO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes.setdefault(_key(row["name_th"]), set()).add(row["province_code"])
    return {key: frozenset(found) for key, found in codes.items()}
