"""The invented years of enrolment and the evidence for steps."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from data.fictitious.chance import Chance, Row
from data.fictitious.laos import Lao

LAST_YEAR_BE = 2569
FAST_SINCE_BE = 2555
STEPS = {"standard": ("1", "2", "3", "4"), "fast_track": ("F1", "F2", "F3")}
RISES = {"standard": (0.44, 0.36, 0.2), "fast_track": (0.5, 0.3)}  # chance a year, by step
NEEDS = {
    "1": ("plan",),
    "2": ("activity",),
    "3": ("review",),
    "4": ("place", "expansion"),
    "F1": ("plan", "review"),
    "F2": ("model_area",),
    "F3": ("expansion",),
}
ACTIVITIES = (
    *("คัดแยกขยะจากครัวเรือน", "ลดมลพิษและของเสีย", "เพิ่มพื้นที่สีเขียวในชุมชน"),
    *("อนุรักษ์ป่าและป่าชายเลน", "ดำเนินชีวิตเป็นมิตรกับสิ่งแวดล้อม"),
)
PARTNERS = ("ทสจ.", "โรงเรียนในพื้นที่", "กลุ่มอาสาสมัคร", "สถาบันการศึกษา", "ภาคเอกชนในพื้นที่")


def enrolment_of(lao: Lao, chance: Chance) -> Iterator[Row]:
    """Invent the years of one LAO, with every awkward case that a real table may hold."""
    fast = lao.first_year_be >= FAST_SINCE_BE and chance.happens(0.22)
    pathway, at = ("fast_track" if fast else "standard"), 0
    pace = 0.4 if chance.happens(0.35) else 1.0
    coach = chance.one(("true", "true", "true", "false", "false", ""))
    joins = lao.first_year_be
    for year in range(lao.first_year_be, LAST_YEAR_BE + 1):
        if year < joins:
            continue
        event = "joins" if year == joins else _event(chance, pathway, at, pace)
        if event == "vanishes":
            return
        pathway, at = _moved(event, pathway, at)
        if event != "skips":
            coach = "true" if coach == "false" and chance.happens(0.12) else coach
            place = {"pathway": pathway, "step": STEPS[pathway][at], "coach_assigned": coach}
            told = "returns" if event == "joins" and year > lao.first_year_be else event
            yield _enrolment_row(lao, year, told, place, chance)
        if event == "graduates" or (event == "withdraws" and not chance.happens(0.25)):
            return
        joins = year + 3 if event == "withdraws" else joins


def _moved(event: str, pathway: str, at: int) -> tuple[str, int]:
    """Return pathway and step after an event; a change of pathway takes up where it fits."""
    if event == "changes":
        return ("standard", 2) if pathway == "fast_track" else ("fast_track", 0)
    return pathway, at + {"rises": 1, "falls": -1}.get(event, 0)


def _event(chance: Chance, pathway: str, at: int, pace: float) -> str:
    """Draw what one year brings; what cannot happen on this step leaves the LAO where it is."""
    top = at == len(STEPS[pathway]) - 1
    events = (
        ("withdraws", 0.015),
        ("vanishes", 0.003),
        ("skips", 0.04),
        ("pauses", 0.035),
        ("falls", 0.03 if at else 0.0),
        ("changes", 0.025 if at <= 1 else 0.0),
        ("graduates", 0.15 if top else 0.0),
        ("rises", 0.0 if top else RISES[pathway][at] * pace),
    )
    for event, share in events:
        if chance.happens(share):
            return event
    return "stays"


NOTES = {
    "withdraws": "ออกจากโครงการ",
    "pauses": "พักการดำเนินงานชั่วคราว",
    "falls": "ขั้นลดลงหลังทบทวนหลักฐาน",
    "changes": "เปลี่ยนเส้นทาง",
    "returns": "กลับเข้าร่วมอีกครั้ง",
}
STATUSES = {"withdraws": "withdrawn", "pauses": "paused", "graduates": "graduated"}


def _enrolment_row(lao: Lao, year: int, event: str, place: Row, chance: Chance) -> Row:
    row = {
        "lao_id": lao.row["lao_id"],
        "fiscal_year_be": str(year),
        **place,
        **dict.fromkeys(("applied_on", "self_assessed_on"), ""),
        "status": STATUSES.get(event, "active"),
        "regional_network": "" if chance.happens(0.03) else lao.network,
        "note": f"ข้อมูลสมมติ: {NOTES[event]}" if event in NOTES else "",
    }
    if chance.happens(0.12 if event == "joins" else 0.03):
        row["step"] = ""
    if event in {"joins", "changes", "returns"}:
        due = dt.date(year - 543, 9, 30)
        days = chance.whole(1, 45) if chance.happens(0.08) else -chance.whole(0, 150)
        applied = due + dt.timedelta(days)
        before = -chance.whole(3, 20) if chance.happens(0.05) else chance.whole(7, 60)
        row["applied_on"] = applied.isoformat()
        if not chance.happens(0.1):
            row["self_assessed_on"] = (applied - dt.timedelta(before)).isoformat()
    return row


def evidence_of(rows: Sequence[Row], laos: Sequence[Lao], chance: Chance) -> Iterator[Row]:
    """Invent the evidence of one LAO: most of what its steps ask for, and now and then a gap."""
    shown: set[str] = set()
    for row in rows:
        asked = [] if shown else ["coordinator", "leader", "volunteers"]
        asked += [need for step in _steps_up_to(row) if step not in shown for need in NEEDS[step]]
        shown |= {"readiness", *_steps_up_to(row)}
        if row["step"] in {"2", "3", "4"} and chance.happens(0.3):
            asked.append("activity")
        if row["status"] == "active" and chance.happens(0.2):
            asked.append("change_agents")
        for need in asked:
            if chance.happens(0.92):
                yield {
                    **{name: row[name] for name in ("lao_id", "fiscal_year_be")},
                    **_evidence(need, laos, chance),
                }


def _steps_up_to(row: Row) -> tuple[str, ...]:
    steps = STEPS[row["pathway"]]
    return steps[: steps.index(row["step"]) + 1] if row["step"] else ()


def _evidence(need: str, laos: Sequence[Lao], chance: Chance) -> Row:
    if need == "place":
        need = chance.one(("learning_centre", "model_area"))
    found = {"requirement": need, "count": str(chance.whole(1, 3))}
    if need in {"volunteers", "change_agents"}:
        found["count"] = str(chance.whole(5, 90))
    if need == "activity":
        found["activity_type"] = chance.one(ACTIVITIES)
        found["budget_baht"] = "" if chance.happens(0.15) else str(chance.whole(6, 80) * 5000)
        found["partners"] = ", ".join(chance.mixed(PARTNERS)[: chance.whole(1, 3)])
    if need == "expansion":
        found["expanded_to"] = chance.one(laos).name
    return found
