"""What tests of the scores page share: made tables, and the invented ones counted in Python."""

from __future__ import annotations

import csv
from functools import cache as keep
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.pages.opened import ROOT, component
from utils.desk.store import store
from utils.screen.app import cache

PARTS = ("indicators", "heat", "totals", "assessors", "lpa", "takes")
PICTURES = {
    "indicators": ("scores", "indicators"),
    "heat": ("scores", "heat"),
    "totals": ("scores", "classes", "change"),
    "assessors": ("scores", "assessors"),
    "lpa": ("scores", "lpa", "lao_lpa"),
    "takes": ("scores", "takes", "lao_lpa"),
}
NEEDED = {1: 6, 2: 8, 3: 6, 4: 9}  # at least four fifths of 7, 9, 7 and 11
PASS = {"ทน.": 70, "ทม.": 70, "ทต.": 60, "อบต.": 60}
HEADINGS = {
    "scores": "lao_id,fiscal_year_be,edition,indicator,assessor,score,assessed_on,note",
    "lpa_results": "lao_id,fiscal_year_be,part_1_percent,part_2_percent,part_3_percent,"
    "part_4_percent,part_5_percent,average_percent,note",
}
# Real LAOs of the register, their scores made for this test only.
SCORES = [
    *(f"LAO-11-001,2563,criteria_34,{at},self,{18 + at % 3},," for at in range(1, 35)),
    *(f"LAO-11-002,2563,criteria_34,{at},self,27,," for at in range(1, 35)),
    *(f"LAO-11-002,2563,criteria_34,{at},area,24,," for at in range(1, 35)),
    *(f"LAO-11-002,2562,criteria_34,{at},self,21,," for at in range(1, 35)),
    "LAO-11-003,2563,criteria_34,1,self,30,,",
]
LPA = ["LAO-11-001,2563,80,85,90,95,75,85,"]
MAPPING = (
    "from_edition,from_indicator,to_edition,to_indicator,reason_th,reason_en,source",
    *(
        f"criteria_34,{at},criteria_2568,{at},ตรงกัน,The same,made for this test"
        for at in range(1, 35)
        if at not in {1, 8, 17, 24}
    ),
)


@keep
def rows_of(name: str, folder: str = "data/fictitious") -> list[dict[str, str]]:
    with (ROOT / folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def component_of() -> dict[int, int]:
    rows = rows_of("indicators", "data")
    return {int(row["indicator"]): int(row["component"]) for row in rows}


def assessed(year: int, assessor: str) -> dict[str, dict[int, float]]:
    """Return the known points of every LAO: those of the table, and of the latest LPA average."""
    averages: dict[str, dict[int, float]] = {}
    for row in rows_of("lpa_results"):
        parts = [row[f"part_{part}_percent"] for part in range(1, 6)]
        average = row["average_percent"]
        if not average and all(parts):
            average = str(sum(map(float, parts)) / 5)
        if average and int(row["fiscal_year_be"]) <= year:
            averages.setdefault(row["lao_id"], {})[int(row["fiscal_year_be"])] = float(average)
    known_points: dict[str, dict[int, float]] = {}
    for row in rows_of("scores"):
        here = row["fiscal_year_be"] == str(year) and row["assessor"] == assessor
        if here and row["score"]:
            known_points.setdefault(row["lao_id"], {})[int(row["indicator"])] = float(row["score"])
    for lao, points in known_points.items():
        known = averages.get(lao)
        if known:
            converted = dict.fromkeys(range(24, 34), 0.3 * known[max(known)])
            known_points[lao] = {**converted, **points}
    return known_points


def part_scores(points: dict[int, float]) -> dict[int, float]:
    """Return the percentages of the components of which enough is known."""
    of = component_of()
    by_part = {part: [p for at, p in points.items() if of[at] == part] for part in NEEDED}
    return {
        part: 100 * sum(of_part) / (30 * len(of_part))
        for part, of_part in by_part.items()
        if len(of_part) >= NEEDED[part]
    }


def totals(year: int, assessor: str) -> dict[str, float]:
    parts = {lao: part_scores(points) for lao, points in assessed(year, assessor).items()}
    return {
        lao: sum(percents.values()) / 4 for lao, percents in parts.items() if len(percents) == 4
    }


def types() -> dict[str, str]:
    return {row["lao_id"]: row["lao_type"] for row in rows_of("municipalities")}


def rounded(value: float) -> str:
    return f"{int(value * 10 + 0.5) / 10:.1f}"


def figures(app: AppTest) -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = component(app, "scores")["figures"]
    return data


def load(folder: Path, **tables: list[str]) -> None:
    """Put tables into an installation's folder, each as lines with its heading; read them anew."""
    for name, lines in tables.items():
        (folder / f"{name}.csv").write_text("\n".join([*lines, ""]), "utf-8")
    store.close()
    cache.forget()


def two_editions(folder: Path, *, mapped: bool) -> None:
    """Load a revised edition of the same indicators, and an LAO assessed by both."""
    names = ("indicators", "components")
    both = {}
    for name in names:
        lines = (ROOT / "data" / f"{name}.csv").read_text("utf-8").splitlines()
        revised = [line.replace("criteria_34", "criteria_2568", 1) for line in lines[1:]]
        both[name] = [*lines, *revised]
    rows = [
        *(f"LAO-11-002,2567,criteria_34,{at},self,15,," for at in range(1, 35)),
        *(f"LAO-11-002,2568,criteria_2568,{at},self,18,," for at in range(1, 35)),
    ]
    mappings = list(MAPPING if mapped else MAPPING[:1])
    load(folder, **both, scores=[HEADINGS["scores"], *rows], edition_mappings=mappings)
