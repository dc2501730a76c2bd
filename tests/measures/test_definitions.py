"""Every public measure is defined for readers, in both languages, and nothing else is."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from string import Formatter

import pytest

from utils import paths
from utils.measures import definitions as module
from utils.measures.definitions import CONSTANTS, SUBJECTS, TEXTS, Definition, definitions
from utils.words import LANGS, Lang

FOLDER = paths.ROOT / "utils" / "measures"
# Public functions that no reader is shown, each with the reason.
NOT_SHOWN = {
    "definitions.definitions": "reads the definitions themselves",
    "coverage.choices.choices": "names what may be chosen",
    "coverage.choices.years_reported": "names what may be chosen",
    "coverage.choices.question": "reads the codes of a choice",
    "coverage.choices.area": "reads the codes of a choice",
}
THAI = re.compile(r"[\u0e00-\u0e7f]")
# What a reader is never shown: a path of a module, a type of Python, a name of the program.
OF_THE_PROGRAM = re.compile(r"utils\.|DataFrame|Series\b|`|\w_\w|\bmeasures\.")


def public_measures() -> dict[str, str]:
    """Return the docstrings of the public functions below utils.measures, by dotted name."""
    functions = {
        ".".join((*path.relative_to(FOLDER).with_suffix("").parts, node.name)): node
        for path in FOLDER.rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert set(functions) >= set(NOT_SHOWN)
    return {
        name: ast.get_docstring(node) or ""
        for name, node in functions.items()
        if name not in NOT_SHOWN
    }


def every(lang: Lang) -> list[Definition]:
    return [one for subject in SUBJECTS for one in definitions(subject, lang)]


def test_every_public_measure_is_defined_once_and_nothing_else() -> None:
    assert len(public_measures()) > 100
    named = Counter(function for one in every("en") for function in one.functions)
    assert set(named) == set(public_measures())
    assert not [name for name, times in named.items() if times > 1]


def test_every_measure_has_a_summary_and_the_source_of_its_rule_for_programmers_too() -> None:
    documented = public_measures()
    assert not [name for name, text in documented.items() if "Notes\n-----\nSource: " not in text]
    assert all(
        " ".join(text.split("\n\n")[0].split()).endswith(".") for text in documented.values()
    )
    assert "cabinet resolution of 10 October 2560" in documented["coverage.rules.qualifying"]


def test_every_file_of_definitions_is_a_subject() -> None:
    assert {path.stem for path in paths.MEASURES.glob("*.toml")} == set(SUBJECTS)


@pytest.mark.parametrize("lang", LANGS)
def test_a_definition_is_whole_and_speaks_to_readers(lang: Lang) -> None:
    for one in every(lang):
        texts = {text: getattr(one, text) for text in TEXTS}
        assert all(texts.values()), one.functions
        assert not [text for text in texts.values() if OF_THE_PROGRAM.search(text)], one.functions
        thai = {name: bool(THAI.search(text)) for name, text in texts.items()}
        # A formula may be signs alone in Thai, and no Thai stands in English.
        thai.pop("formula")
        assert set(thai.values()) == {lang == "th"}, one.functions
    names = [one.name for one in every(lang)]
    assert len(names) == len(set(names))


def test_both_languages_name_the_same_constants_and_every_constant_is_named() -> None:
    named = set()
    for subject in SUBJECTS:
        source = (paths.MEASURES / f"{subject}.toml").read_text("utf-8")
        for text in TEXTS:
            thai, english = (
                [
                    {gap for _, gap, _, _ in Formatter().parse(line) if gap}
                    for line in re.findall(rf'^{text}\.{lang} = "(.*)"$', source, re.MULTILINE)
                ]
                for lang in LANGS
            )
            assert thai == english, (subject, text)
            assert thai
            named |= set().union(*thai)
    assert named == set(CONSTANTS)


def test_a_definition_read_in_both_languages() -> None:
    thai, english = (
        {one.functions[0]: one for one in definitions("coverage", lang)} for lang in LANGS
    )
    assert thai["coverage.rules.within"].source.startswith("3 ปีเป็นหลักเกณฑ์ของระบบนี้")
    assert english["coverage.rules.within"].source.startswith("3 years is this dashboard's own")
    assert english["coverage.groups.coverage_by"].formula == "per cent = 100 × n / N"
    assert "กรุงเทพมหานคร" in thai["coverage.coverage.headline"].formula


def test_a_missing_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tomllib.loads((paths.MEASURES / "changes.toml").read_text("utf-8"))
    del whole["quality.fullness"]["unit"]["th"]
    monkeypatch.setattr(module, "_file", lambda _: whole)
    with pytest.raises(KeyError, match="th"):
        definitions("changes", "th")
