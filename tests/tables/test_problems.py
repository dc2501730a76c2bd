"""The catalogue of problems and the code that finds them hold the same codes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from utils import desk, paths, tables
from utils.tables.reading.problems import Problem
from utils.words import LANGS, Words

CATALOGUE = tomllib.loads((paths.WORDS / "problems.toml").read_text("utf-8"))
SOURCE = "\n".join(
    path.read_text("utf-8")
    for room in (tables, desk)
    for path in Path(str(room.__file__)).parent.rglob("*.py")
)


def test_every_problem_has_a_remedy() -> None:
    assert set(CATALOGUE["problem"]) == set(CATALOGUE["remedy"])
    assert len(CATALOGUE["problem"]) > 40


@pytest.mark.parametrize("code", CATALOGUE["problem"])
def test_every_code_of_the_catalogue_is_used(code: str) -> None:
    built = {f"{what}_{how}" for what in ("province", "lao") for how in ("misspelt", "unknown")}
    assert code in built or f'"{code}"' in SOURCE


def test_context_is_told_in_the_language_asked_for() -> None:
    problem = Problem(
        file="a.csv",
        code="wrong_extension",
        context={"ending": ".csv", "found_th": "แฟ้ม Excel", "found_en": "a workbook"},
    )
    assert problem.message("en") == "The name ends in .csv, but the content is a workbook."
    assert problem.message("th") == "ชื่อแฟ้มลงท้ายด้วย .csv แต่เนื้อในเป็นแฟ้ม Excel"


def test_a_value_with_braces_does_no_harm() -> None:
    problem = Problem(file="a.csv", code="province_unknown", row=2, value="{0}{file}")
    assert problem.message("en") == "No province is called “{0}{file}”."


def test_a_problem_can_be_put_in_a_set() -> None:
    twice = [Problem(file="a.csv", code="required", row=2, context={"a": 1})] * 2
    assert len(set(twice)) == 1


def test_words_know_every_severity() -> None:
    for lang in LANGS:
        assert Words(lang)("check.error") != Words(lang)("check.warning")
