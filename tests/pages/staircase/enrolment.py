"""What tests of the staircase share: its parts and pictures, real rows, and the invented tables."""

from __future__ import annotations

import csv

from streamlit.testing.v1 import AppTest

from tests.pages.opened import ROOT, component

PARTS = ("moves", "groups", "follow", "time", "cohorts", "map", "enrolled")
PICTURES = {
    "moves": ("stairs", "flow"),
    "groups": ("stairs",),
    "follow": ("stairs",),
    "time": ("stairs", "dwell", "reached", "pathways"),
    "cohorts": ("stairs", "cohorts"),
    "map": ("stairs", "stage_map"),
    "enrolled": ("stairs",),
}
# Real LAOs of the register, in three provinces; nothing of this is known of them.
MADE = """lao_id,fiscal_year_be,pathway,step,applied_on,self_assessed_on,status,coach_assigned,regional_network,note
LAO-11-001,2562,standard,1,2019-06-01,2019-05-01,active,true,Central,
LAO-11-001,2563,standard,2,,,active,true,Central,
LAO-11-002,2562,standard,3,2019-06-01,2019-05-01,active,,Central,
LAO-11-002,2563,standard,3,,,active,,Central,
LAO-11-003,2563,fast_track,F1,2020-06-01,2020-05-01,active,false,Central,
"""  # noqa: E501 a file as it is


def rows_of(name: str) -> list[dict[str, str]]:
    path = ROOT / "data" / "fictitious" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def steps(app: AppTest) -> dict[str, str]:
    return {
        step["name"]: step["count"]
        for track in component(app, "stairs")["tracks"]
        for step in track["steps"]
    }


def counts(cells: list[str]) -> list[int]:
    """Return the counts of cells like 9 (21.4%) and 3/7."""
    return [int(cell.replace("/", " ").split()[0]) for cell in cells]
