"""A staircase small enough to count on one's fingers, holding every awkward case.

Enrolment of FY 2560-2563, one LAO a line; the comments say what is awkward.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from utils import paths
from utils.measures.staircase.record import Staircase
from utils.tables import shipped
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table

PROVINCES = [
    # code, in_target, region4, region6, cluster, office
    ("10", False, "Central", "Central", None, None),
    ("20", True, "Central", "East", "C01", 13),
    ("30", True, "Northeast", "Northeast", "C02", 11),
    ("40", True, "Northeast", "Northeast", "C02", 10),
    ("50", True, "North", "North", "C03", 1),
    ("60", True, "North", "Central", "C04", 4),
]
LAOS = {
    "A": ("20", "ทต."),
    "B": ("20", "ทม."),
    "C": ("30", "ทต."),
    "D": ("30", "ทต."),
    "E": ("40", "อบต."),
    "F": ("50", "ทต."),
    "G": ("50", "ทน."),
    "H": ("60", "ทต."),
}
YEARS = [
    # plain: up, stay, up
    *(("A", 2560, "1"), ("A", 2561, "2"), ("A", 2562, "2"), ("A", 2563, "3")),
    # a missing year
    *(("B", 2560, "2"), ("B", 2562, "3"), ("B", 2563, "3")),
    # two changes of pathway: 2 to F1 is up by level, F2 to 3 is the same level
    *(("C", 2560, "2"), ("C", 2561, "F1"), ("C", 2562, "F2"), ("C", 2563, "3")),
    # a fall, then a pause
    *(("D", 2560, "3"), ("D", 2561, "2"), ("D", 2562, "2"), ("D", 2563, "2", "paused")),
    # a withdrawal and a return
    *(("E", 2560, "1"), ("E", 2561, "1", "withdrawn"), ("E", 2563, "1")),
    # a late application (below), and an unknown step
    *(("F", 2561, "1"), ("F", 2562, None), ("F", 2563, "1")),
    # a graduation: no rows after it
    *(("G", 2560, "4"), ("G", 2561, "4", "graduated")),
    # no rows any more
    *(("H", 2560, "1"), ("H", 2561, "1")),
]
APPLIED = {("A", 2560): "2017-09-30", ("F", 2561): "2018-10-01"}
EVIDENCE = [
    ("A", 2560, "plan"),
    ("A", 2561, "activity"),
    ("D", 2560, "plan"),
    ("C", 2561, "plan"),
]


def frame(table: Table, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """Return rows as a typed frame of a declared table; columns left out are not known."""
    dtypes = {name: column.dtype for name, column in table.columns.items()}
    return pd.DataFrame(list(rows), columns=list(dtypes)).astype(dtypes)


def enrolment(rows: Iterable[tuple[object, ...]], *, entered: bool = True) -> pd.DataFrame:
    """Return (lao, fiscal year, step, optional status) as an enrolment table.

    `entered`: whether everybody applied for the year of its first row, in August of it.
    """
    rows = list(rows)
    firsts: dict[str, int] = {}
    for lao, year, *_ in rows if entered else []:
        firsts[str(lao)] = min(int(str(year)), firsts.get(str(lao), 9999))
    entries = {(lao, year): f"{year - 543}-08-01" for lao, year in firsts.items()}
    applied = entries | APPLIED
    return frame(
        schemas.ENROLMENT,
        [
            {
                "lao_id": lao,
                "fiscal_year_be": year,
                "pathway": "fast_track" if str(step).startswith("F") else "standard",
                "step": step,
                "applied_on": applied.get((str(lao), int(str(year)))),
                "status": status[0] if status else "active",
                "regional_network": "North" if lao in {"F", "G"} else None,
            }
            for lao, year, step, *status in rows
        ],
    )


def staircase(
    rows: Iterable[tuple[object, ...]] = YEARS,
    *,
    laos: dict[str, tuple[str, str]] = LAOS,
    evidence: Iterable[tuple[str, int, str]] = EVIDENCE,
    entered: bool = True,
    parts: Iterable[tuple[str, int]] = (),
) -> Staircase:
    """Return a staircase of these rows, by the project's own levels and requirements.

    `entered`: as in `enrolment`. `parts`: provinces and years of which the office
    has sent the whole part.
    """
    names = ["province_code", "in_target", "region4", "region6", "cluster_code", "office_number"]
    provinces = pd.DataFrame(PROVINCES, columns=names).astype(
        {**dict.fromkeys(names, "string"), "in_target": "bool", "office_number": "Int64"}
    )
    places = [
        {"lao_id": lao, "province_code": code, "lao_type": lao_type, "name_th": lao}
        for lao, (code, lao_type) in laos.items()
    ]
    pieces = [
        {"evidence_id": f"E{at}", "lao_id": lao, "fiscal_year_be": year, "requirement": need}
        for at, (lao, year, need) in enumerate(evidence)
    ]
    return Staircase(
        enrolment=enrolment(rows, entered=entered),
        evidence=frame(schemas.STEP_EVIDENCE, pieces),
        register=frame(schemas.MUNICIPALITIES, places),
        provinces=provinces,
        levels=shipped.load("step_levels"),
        requirements=shipped.load("step_requirements"),
        parts=frame(
            schemas.REPORTED_PARTS,
            [
                {"reported_table": "enrolment", "province_code": code, "fiscal_year_be": year}
                for code, year in parts
            ],
        ),
        fictitious=False,
    )


def fictitious() -> Staircase:
    """Return the staircase of the fictitious tables."""

    def table(name: str) -> pd.DataFrame:
        return shipped.load(name, data=paths.FICTITIOUS)

    return Staircase(
        enrolment=table("enrolment"),
        evidence=table("step_evidence"),
        register=table("municipalities"),
        provinces=table("provinces"),
        levels=table("step_levels"),
        requirements=table("step_requirements"),
        parts=table("reported_parts"),
        fictitious=True,
    )
