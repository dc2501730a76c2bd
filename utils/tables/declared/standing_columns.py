"""Columns that say why a row is as it is, and how sure that is: many tables share them."""

from __future__ import annotations

from dataclasses import replace

from utils.tables.declared.columns import Choice, Column

REASON_TH = Column(
    kind="text",
    title_th="เหตุผล",
    title_en="Reason (Thai)",
    about_th="เหตุที่กำหนดเช่นนี้",
    about_en="Why it is so, in Thai",
)
REASON_EN = replace(
    REASON_TH,
    title_th="เหตุผล (อังกฤษ)",
    title_en="Reason",
    about_th="เหตุที่กำหนดเช่นนี้ เป็นภาษาอังกฤษ",
    about_en="Why it is so, in English",
)
CONFIDENCE = Column(
    kind="choice",
    title_th="ความมั่นใจ",
    title_en="Confidence",
    about_th="ต้นฉบับระบุไว้ หรือโครงการนี้สันนิษฐาน",
    about_en="Whether the source states it, or this project assumes it",
    choices=(
        Choice(code="stated", th="ต้นฉบับระบุ", en="Stated by the source"),
        Choice(code="assumed", th="สันนิษฐาน", en="Assumed"),
    ),
)
