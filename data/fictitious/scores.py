"""The invented scores and LPA results of some of the invented LAOs, fiscal years 2561-2567.

A city has a strength, which moves a little with every assessment, and components and indicators
that lie above or below it. Some cities rate themselves higher than the area level does. Whatever
a real table may hold is in them: indicators without a score, components of which little is known,
assessments without a day or very late, and LPA results with a part or the average missing.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from data.fictitious.chance import Chance, Row
from data.fictitious.laos import Lao

EDITION = "criteria_34"
YEARS = range(2561, 2568)
CITIES = 112
MUNICIPALITIES = frozenset({"ทน.", "ทม.", "ทต."})  # the national level takes no other
FIRST_YEARS = (2561, 2561, 2563, 2563, 2565, 2565, 2567)
DAYS = {"self": (0, 240), "area": (120, 270), "national": (-65, 55)}  # from 1 January on
LATE = 640  # days: beyond the end of the next fiscal year
AREA_FROM, NATIONAL_FROM = 0.58, 0.76  # of 1: how strong a city is that goes further
_DATA = Path(__file__).resolve().parents[1]


class Indicator(NamedTuple):
    """One indicator that is scored, not converted."""

    number: str
    component: str
    points: int


class City(NamedTuple):
    """A city that is assessed, and how it tends to do."""

    lao_id: str
    lao_type: str
    years: tuple[int, ...]  # of its self-assessments
    strength: float  # of 1: the share of the points it tends to reach in its first year
    pace: float  # added with every year
    over_rates: float  # added when it assesses itself
    components: dict[str, float]  # added in each
    governance: float | None  # the LPA percentage it tends to have, None where it has no result


def catalogue() -> list[Indicator]:
    """Return the indicators of the edition that are not converted from the LPA result."""
    converted = {row["indicator"] for row in _read("lpa_conversions")}
    return [
        Indicator(row["indicator"], row["component"], int(row["max_score"]))
        for row in _read("indicators")
        if row["edition"] == EDITION and row["indicator"] not in converted
    ]


def _read(name: str) -> list[Row]:
    with (_DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


INDICATORS = catalogue()
HARDNESS = {  # taken off: some indicators are harder for everyone
    one.number: (int(one.number) * 7 % 11) / 100 for one in INDICATORS
}


def assessed(laos: Sequence[Lao], chance: Chance) -> list[City]:
    """Choose the LAOs that are assessed, and draw how each tends to do; in order of their ids."""
    able = [lao for lao in laos if lao.row["lao_type"] != "อบจ."]
    chosen = sorted(chance.mixed(able)[:CITIES], key=lambda lao: lao.row["lao_id"])
    return [_city(lao, chance) for lao in chosen]


def _city(lao: Lao, chance: Chance) -> City:
    first = chance.one(FIRST_YEARS)
    later = [year for year in range(first + 2, YEARS[-1], 2) if chance.happens(0.8)]
    years = sorted({first, *later, YEARS[-1]})
    if chance.happens(0.1):
        years = [year - 1 for year in years if year > YEARS[0]]
    return City(
        lao_id=lao.row["lao_id"],
        lao_type=lao.row["lao_type"],
        years=tuple(years),
        strength=0.5 + (_drawn(chance) + _drawn(chance)) * 0.2,
        pace=-0.01 + _drawn(chance) * 0.035,
        over_rates=0.04 + _drawn(chance) * 0.14 if chance.happens(0.35) else _drawn(chance) * 0.03,
        components={number: (_drawn(chance) - 0.5) * 0.24 for number in "1234"},
        governance=None if chance.happens(0.05) else 62 + (_drawn(chance) + _drawn(chance)) * 17,
    )


def _drawn(chance: Chance) -> float:
    """Return a number from 0 to 1, in thousandths."""
    return chance.whole(0, 1000) / 1000


def scores_of(city: City, chance: Chance) -> Iterator[Row]:
    """Invent the scores of one city: its own, then in some years those of the levels above it."""
    for year in city.years:
        level = city.strength + (year - YEARS[0]) * city.pace
        yield from _assessment(city, year, "self", level + city.over_rates, chance)
        if level < AREA_FROM or chance.happens(0.45):
            continue
        yield from _assessment(city, year, "area", level, chance)
        rewarded = level > NATIONAL_FROM and city.lao_type in MUNICIPALITIES
        if rewarded and year < YEARS[-1] and chance.happens(0.6):
            yield from _assessment(city, year + 1, "national", level - 0.02, chance)


def _assessment(
    city: City, year: int, assessor: str, level: float, chance: Chance
) -> Iterator[Row]:
    day = _day(year, assessor, chance)
    thin = chance.one("1234") if chance.happens(0.12) else ""  # of this component little is known
    for indicator in INDICATORS:
        if chance.happens(0.5 if indicator.component == thin else 0.05):
            continue
        share = level + city.components[indicator.component] - HARDNESS[indicator.number]
        points = round(indicator.points * (share + (_drawn(chance) - 0.5) * 0.3))
        known = not chance.happens(0.004)
        yield {
            "lao_id": city.lao_id,
            "fiscal_year_be": str(year),
            "edition": EDITION,
            "indicator": indicator.number,
            "assessor": assessor,
            "score": str(min(max(points, 0), indicator.points)) if known else "",
            "assessed_on": day,
            "note": "" if known else "ข้อมูลสมมติ: ยังไม่ทราบผล",
        }


def _day(year: int, assessor: str, chance: Chance) -> str:
    """Return the day of an assessment; for some it is not known, for a few it came very late."""
    if chance.happens(0.4):
        return ""
    days = chance.whole(*DAYS[assessor]) + (LATE if chance.happens(0.02) else 0)
    return (dt.date(year - 543, 1, 1) + dt.timedelta(days)).isoformat()


def lpa_of(city: City, chance: Chance) -> Iterator[Row]:
    """Invent the LPA results of one city, year by year."""
    if city.governance is None:
        return
    for year in YEARS:
        if chance.happens(0.04):
            continue
        base = city.governance + (year - YEARS[0]) * 0.8
        drawn = [round(base + (_drawn(chance) - 0.5) * 16, 2) for _ in range(5)]
        parts = [min(max(part, 0.0), 100.0) for part in drawn]
        mean = sum(parts) / len(parts) + (1.2 if chance.happens(0.01) else 0.0)
        told = ["" if chance.happens(0.02) else f"{part:.2f}" for part in parts]
        yield {
            "lao_id": city.lao_id,
            "fiscal_year_be": str(year),
            **{f"part_{number}_percent": part for number, part in enumerate(told, 1)},
            "average_percent": "" if chance.happens(0.03) else f"{min(mean, 100.0):.2f}",
            "note": "",
        }
