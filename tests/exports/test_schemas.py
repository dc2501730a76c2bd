"""The office files against the schemas of Office Open XML (ECMA-376), every part of them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import OpenXmlValidator

from tests.exports.test_province import SONGKHLA, told
from tests.figures.slides.meeting import built, selection
from utils.exports.pack import files as pack_files
from utils.exports.province import brief as province_brief
from utils.figures.slides.slide import SLIDES, SlideName

KINDS = ("pptx", "docx", "xlsx")


@cache
def written(kind: str, names: tuple[SlideName, ...] = SLIDES) -> bytes:
    chosen = selection("th", names=names, fictitious=True)
    return pack_files.write(kind, chosen, built(chosen), 2547)


def faults(data: bytes, kind: str, folder: Path) -> list[str]:
    """Return what is wrong with a file, and with the workbooks inside it."""
    path = folder / f"file.{kind}"
    path.write_bytes(data)
    found = [
        f"{one.part_uri}: {one.description}" for one in OpenXmlValidator().validate(path).errors
    ]
    with ZipFile(io.BytesIO(data)) as held:
        for name in held.namelist():
            if name.endswith(".xlsx"):
                found += [f"{name}: {one}" for one in faults(held.read(name), "xlsx", folder)]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_the_meeting_is_valid(kind: str, tmp_path: Path) -> None:
    assert faults(written(kind), kind, tmp_path) == []


def test_the_brief_of_a_province_is_valid(tmp_path: Path) -> None:
    chosen, sheet = told(SONGKHLA)
    assert faults(province_brief.write("docx", chosen, sheet, 2547), "docx", tmp_path) == []


def moved(pattern: bytes) -> Callable[[bytes], bytes]:
    """Return what puts the second group of a pattern before the first: out of order."""
    return lambda part: re.sub(pattern, rb"\2\1", part, count=1, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("kind", "name", "pattern"),
    [
        ("pptx", "ppt/slides/slide1.xml", rb"(<a:latin [^>]*/>)(<a:ea [^>]*/>)"),
        ("pptx", "ppt/charts/chart", rb"(<c:barDir [^>]*/>)(<c:grouping [^>]*/>)"),
        ("docx", "word/document.xml", rb"(<w:rFonts [^>]*/>)(<w:sz [^>]*/>)"),
        ("xlsx", "xl/worksheets/sheet2.xml", rb"(<sheetData>.*</sheetData>)(<autoFilter [^>]*/>)"),
    ],
)
def test_a_part_out_of_order_would_be_found(
    kind: str, name: str, pattern: bytes, tmp_path: Path
) -> None:
    spoiled = io.BytesIO()
    with ZipFile(io.BytesIO(written(kind, ("stand",)))) as held, ZipFile(spoiled, "w") as kept:
        parts = {part: held.read(part) for part in held.namelist()}
        at = next(
            part
            for part in parts
            if part.startswith(name) and re.search(pattern, parts[part], re.DOTALL)
        )
        for part, content in parts.items():
            kept.writestr(part, moved(pattern)(content) if part == at else content)
    assert [fault for fault in faults(spoiled.getvalue(), kind, tmp_path) if at in fault]
