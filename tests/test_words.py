"""The catalogue: complete in both languages, every key used, none missing."""

from __future__ import annotations

import ast
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

from utils import paths
from utils.tables.declared.enrolment import STATUS
from utils.words import LANGS, Words, catalogue

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [
    ROOT / "dashboard.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted((ROOT / "utils").rglob("*.py")),
]
FILES = sorted(paths.WORDS.glob("*.toml"))
KEYS = sorted(catalogue())
ONE_TEXT = re.compile(r'([\w.]+)\.th = ".*"\n\1\.en = ".*"')
CALLED = {"say", "words"}  # what the catalogue is called where it is asked for a text

THAI = re.compile(r"[\u0e00-\u0e7f]+")
LATIN = re.compile(r"[A-Za-z]")
# The switch of the language names itself in both.
THAI_IN_ENGLISH = {"filter.language": "ภาษา"}


@dataclass(frozen=True)
class Asked:
    """One text a source asks for: `key` is a pattern where it is put together at run time."""

    where: str
    key: str
    given: frozenset[str] | None  # None where values are passed on as a whole

    @property
    def found(self) -> list[str]:
        return [key for key in KEYS if re.fullmatch(self.key, key)]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def gaps(key: str) -> set[str]:
    return set().union(*(placeholders(text) for text in catalogue()[key].values()))


def without_placeholders(text: str) -> str:
    return "".join(literal for literal, _, _, _ in Formatter().parse(text))


def pattern(node: ast.expr) -> str | None:
    """Return what a string may be: itself, or an f-string with any word at its gaps."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (
            re.escape(part.value)
            if isinstance(part, ast.Constant) and isinstance(part.value, str)
            else r"\w+"
            for part in node.values
        )
        return "".join(parts)
    return None


def patterns(node: ast.expr) -> list[str]:
    """Return what a key may be, on either side of a condition."""
    if isinstance(node, ast.IfExp):
        return patterns(node.body) + patterns(node.orelse)
    found = pattern(node)
    return [] if found is None else [found]


def is_catalogue(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id in CALLED
    if isinstance(function, ast.Attribute):
        return function.attr in CALLED
    return (
        isinstance(function, ast.Call)
        and isinstance(function.func, ast.Name)
        and function.func.id == "Words"
    )


@cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in SOURCES
    }


@cache
def asked() -> list[Asked]:
    found = []
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and is_catalogue(node.func):
                names = [keyword.arg for keyword in node.keywords]
                whole = None in names
                given = None if whole else frozenset(name for name in names if name)
                found += [
                    Asked(f"{name}:{node.lineno}", key, given) for key in patterns(node.args[0])
                ]
    return found


@cache
def mentioned() -> list[re.Pattern[str]]:
    """Return every string of the sources that could name a key: keys also stand in tables."""
    found = set()
    for tree in trees().values():
        for node in ast.walk(tree):
            key = pattern(node) if isinstance(node, ast.Constant | ast.JoinedStr) else None
            # A gap alone would fit any key: a family is named by what stands before its gap, and a
            # page's own name (overview.title) by what stands after it.
            if key and re.match(r"\w+\\\.|\\w\+\\\.\w", key):
                found.add(re.compile(key))
    return list(found)


def test_the_search_finds_keys_in_the_sources() -> None:
    assert len(asked()) > 30
    assert any(item.given for item in asked())


def test_a_namespace_lies_in_one_file() -> None:
    namespaces = [name for path in FILES for name in tomllib.loads(path.read_text("utf-8"))]
    assert len(FILES) > 10
    assert len(namespaces) == len(set(namespaces))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files_have_one_style(path: Path) -> None:
    source = re.sub(r'"""\n.*?"""', '""', path.read_text("utf-8"), flags=re.DOTALL)
    lines = source.splitlines()
    assert lines[0].startswith("# ")
    texts = [line for line in lines if line and not re.match("#( |$)", line)]
    pairs = zip(texts[::2], texts[1::2], strict=True)
    assert not [pair for pair in pairs if not ONE_TEXT.fullmatch("\n".join(pair))]


def test_every_text_is_there_in_both_languages() -> None:
    assert not [(key, lang) for key in KEYS for lang in LANGS if not catalogue()[key][lang].strip()]


def test_gaps_have_names() -> None:
    named = {name for key in KEYS for name in gaps(key)}
    assert not [name for name in named if not name.isidentifier()]


def test_both_languages_fill_the_same_gaps() -> None:
    differ = {
        key: {lang: placeholders(catalogue()[key][lang]) for lang in LANGS}
        for key in KEYS
        if placeholders(catalogue()[key]["th"]) != placeholders(catalogue()[key]["en"])
    }
    assert not differ


def test_english_holds_thai_only_as_a_quotation() -> None:
    wrong = {}
    for key in KEYS:
        thai = without_placeholders(catalogue()[key]["th"])
        may_quote = key.startswith(("problem.", "remedy."))  # what a file holds, or should
        quoted = thai if may_quote else THAI_IN_ENGLISH.get(key, "")
        said = THAI.findall(without_placeholders(catalogue()[key]["en"]))
        wrong[key] = [word for word in said if word not in quoted]
    assert not {key: words for key, words in wrong.items() if words}


@pytest.mark.parametrize(
    "unsettled",
    [
        "โครงการพี่น้อง",  # เมืองนำร่องและพื้นที่ต้นแบบ
        "กราฟเวลา",  # แผนภูมิเส้นเวลา
        "ขาดตอน",  # อนุกรมข้อมูลไม่ต่อเนื่อง
        "ตารางช่อง",  # ผังช่องเท่ากัน
        "ผลระดับประเทศ",  # รางวัลระดับประเทศ
        "หมดอายุ",  # no source gives an award an expiry
        "ตาราง targets",
        "ออกจากโครงการ",  # ถอนตัว
    ],
)
def test_thai_uses_the_settled_terms(unsettled: str) -> None:
    assert not [key for key in KEYS if unsettled in catalogue()[key]["th"]]


def test_one_state_of_an_enrolment_has_one_word() -> None:
    # ออก alone: a body leaves (ถอนตัว); inside a word, as in ออกแบบ, it is another word
    alone = re.compile(r"(?<![\u0e00-\u0e7f])ออก(?![\u0e00-\u0e7f])")
    assert not [key for key in KEYS if alone.search(catalogue()[key]["th"])]
    for choice in STATUS.choices:
        for lang in LANGS:
            assert Words(lang)(f"state.{choice.code}") == choice.label(lang)
    left = {Words("th")(key) for key in ("state.withdrawn", "move.left", "level_class.left")}
    assert left == {"ถอนตัว"}


def test_thai_is_thai() -> None:
    said = {key: without_placeholders(catalogue()[key]["th"]) for key in KEYS}
    assert not [key for key, text in said.items() if LATIN.search(text) and not THAI.search(text)]


def test_every_text_is_used() -> None:
    assert not [key for key in KEYS if not any(found.fullmatch(key) for found in mentioned())]


def test_every_text_asked_for_exists() -> None:
    assert not [(item.where, item.key) for item in asked() if not item.found]


def test_every_gap_is_filled_where_a_text_is_asked_for() -> None:
    # A family asked for by its beginning is asked for from several places: not looked at here.
    assert not [
        (item.where, key, gaps(key) - item.given)
        for item in asked()
        if item.given is not None and len(item.found) == 1
        for key in item.found
        if not gaps(key) <= item.given
    ]


def test_a_text_in_either_language() -> None:
    assert Words("th")("pace.target", n=76) == "เป้าหมาย 76 จังหวัด"
    assert Words("en")("pace.target", n=76) == "Target: 76 provinces"


@pytest.mark.parametrize(("n", "said"), [(1, "1 fiscal year"), (2, "2 fiscal years")])
def test_one_is_not_said_as_many(n: int, said: str) -> None:
    assert Words("en")("filter.window_years", n=n) == said
    assert Words("en")("filter.window_years", n=str(n)) == said
    assert Words("th")("filter.window_years", n=n) == f"{n} ปีงบประมาณ"


def test_no_number_stands_before_a_plural_that_does_not_follow_it() -> None:
    fixed = re.compile(
        r"\{\w+\} (?:fiscal )?"
        r"(?:years|rows|results|provinces|municipalities|faults|LAOs?|spells?|areas)\b"
    )
    stated = {
        key
        for key in KEYS
        if fixed.search(catalogue()[key]["en"])
        and not key.startswith(("problem.", "check.", "pace."))
    }
    # The rows of a whole file, a pace with a decimal, five years or more, ten spells, 208 areas.
    assert stated <= {
        *("methods.faults_lead", "outlook.too_thin", "outlook.projected"),
        *("follow.no_threshold", "staircase.no_threshold_note", "enrolled.areas"),
        "staircase.without_threshold",
    }


def test_counts_have_their_thousands_apart_and_years_have_not() -> None:
    assert Words("th")("scores.laos", n=5333) == "5,333 แห่ง"
    assert Words("en")("scores.laos", n=1) == "1 LAO"
    assert Words("en")("since.year", year=2563) == "FY 2563"


def test_an_unknown_key_and_an_unfilled_gap_are_refused() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        Words("th")("no.such")
    with pytest.raises(KeyError, match="n"):
        Words("th")("pace.target")
