"""A slide: the provinces that are not counted or not known, the LAO nearest to bringing each in."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from utils.figures.slides.slide import Material, Slide, SlideContext
from utils.figures.worklist import told as work_told
from utils.figures.worklist.told import Told
from utils.measures.worklist import build
from utils.measures.worklist import coverage as work_coverage
from utils.measures.worklist.candidates import MOST

_BETWEEN: Final = " · "  # the LAOs of an item
_SHOWN: Final = 9  # rows that can be read from eight metres; the table holds all


def needs(context: SlideContext) -> Slide | None:
    """Return who could bring each province in; None where every province is counted."""
    words, chosen = context.words, context.chosen
    found = _waiting(context)
    if not found:
        return None
    shown = found[:_SHOWN]
    more = words("slide.needs_more", shown=len(shown)) if len(found) > len(shown) else ""
    said = words(
        "slide.needs_sentence",
        n=len(found),
        area=context.where,
        year=chosen.question.fiscal_year_be,
        more=more,
    )
    return Slide(
        name="needs",
        title=words("slide.needs"),
        sentence=said,
        kind="resolutions",
        figure={
            "headings": [words(f"slide.needs_{name}") for name in ("number", "who", "office")],
            "rows": [_row(at, one, context) for at, one in enumerate(shown, start=1)],
            "few": False,
            "none": "",
        },
        table=_table(found, context),
        basis=context.basis,
        notes=(words("slide.needs_note"),),
    )


def _waiting(context: SlideContext) -> list[Told]:
    """Return the waiting provinces of the area in words; real tables alone say who is near."""
    material, chosen = context.material, context.chosen
    items = work_coverage.items(context.record, chosen.question, _merits(material))
    told_with = work_told.Material(
        record=context.record,
        register=material.tables["municipalities"],
        office_names=material.tables["offices"],
        question=chosen.question,
        words=context.words,
    )
    return [
        work_told.told(one, told_with)
        for one in items
        if one.rule == "province_waiting" and one.province_code in chosen.codes
    ]


def _merits(material: Material) -> pd.DataFrame:
    if material.staircase.fictitious or material.scores.fictitious:
        return build.nothing_known()
    return build.known_merits(material.staircase, material.scores)


def _row(at: int, one: Told, context: SlideContext) -> dict[str, Any]:
    office = _office(one, context)
    near = one.near.split(_BETWEEN)[0]
    return {
        "number": str(at),
        "text": context.words("slide.needs_row", province=one.subject, near=near),
        "owner": office,
        "due": "",
        "responsible": [office],
    }


def _office(one: Told, context: SlideContext) -> str:
    provinces = context.record.provinces.set_index("province_code")
    number = provinces["office_number"].to_dict()[one.item.province_code]
    return context.words("round.office_n", office=number)


def _table(found: list[Told], context: SlideContext) -> pd.DataFrame:
    words = context.words
    near = [one.near.split(_BETWEEN) for one in found]
    return pd.DataFrame(
        {
            words("column.province"): [one.subject for one in found],
            words("slide.needs_office"): [_office(one, context) for one in found],
            **{
                words("slide.needs_nth", n=n + 1): [
                    laos[n] if n < len(laos) else "" for laos in near
                ]
                for n in range(MOST)
            },
            words("work.column.closes"): [one.closes for one in found],
        }
    )
