"""The guide: every path it names exists, and every name stands where it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
GUIDE = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
TOPS = "utils|pages|data|tests|static|geo|docs"
# `path`, or `path` `name`: a name beside a path is defined there. NAME and n are placeholders.
PATH = re.compile(rf"`((?:{TOPS})/[\w./-]*)`(?: `(\w+)`)?")
PLACEHOLDER = re.compile(r"NAME|\bn\b")
DEFINED = r"(?m)^ *(?:async )?(?:def|class) {name}\b|^{name}\b.*="


def named(guide: Path) -> list[tuple[str, str]]:
    """Return the paths that a document names, each with the name beside it or none."""
    pairs = PATH.findall(guide.read_text("utf-8"))
    return [(path, name) for path, name in pairs if not PLACEHOLDER.search(path)]


def rows() -> list[list[str]]:
    """Return the cells of every row of the glossary."""
    lines = (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
    tables = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line[:1] == "|"]
    return [cells for cells in tables if cells[0] != "ไทย" and not cells[0].startswith("-")]


def code(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize("guide", GUIDE, ids=lambda path: path.name)
def test_every_path_in_the_guide_exists(guide: Path) -> None:
    assert not [path for path, _ in named(guide) if not (ROOT / path).exists()]


@pytest.mark.parametrize("guide", GUIDE, ids=lambda path: path.name)
def test_every_function_in_the_guide_is_defined_where_it_says(guide: Path) -> None:
    pairs = [(path, name) for path, name in named(guide) if name]
    assert pairs or guide.name != "architecture.md"
    assert not [
        (path, name)
        for path, name in pairs
        if not re.search(DEFINED.format(name=name), (ROOT / path).read_text("utf-8"))
    ]


def test_every_name_in_the_glossary_stands_in_its_file() -> None:
    assert len(rows()) > 80
    for cells in rows():
        assert len(cells) == 5, cells
        texts = [(ROOT / path).read_text("utf-8") for path in code(cells[3])]
        assert texts, cells
        found = {
            name: [bool(re.search(rf"(?<![\w.]){re.escape(name)}\b", text)) for text in texts]
            for name in code(cells[2])
        }
        assert found, cells
        assert not [name for name, where in found.items() if not any(where)], cells
        assert all(any(where) for where in zip(*found.values(), strict=True)), cells


def test_the_glossary_has_each_thai_word_once() -> None:
    thai = [cells[0] for cells in rows()]
    assert len(thai) == len(set(thai))
