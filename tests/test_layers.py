"""The house, checked: who may import what, how full a folder may be, who may name a colour."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UTILS = sorted((ROOT / "utils").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
SCRIPTS = [ROOT / "dashboard.py", *PAGES]
STYLED = sorted(
    path
    for folder in ("utils", "pages", "static", ".streamlit")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".css", ".js", ".toml"}
)

# A room may import its own modules and those of lower rooms.
ROOMS = {
    "paths": 0,
    "settings": 1,
    "words": 1,
    "tables": 2,
    "measures": 3,
    "figures": 4,
    "desk": 5,
    "exports": 6,  # a file is made of a release
    "screen": 7,
}
# Inside a room a folder a subject: each may use those named before it. What lies at the head of a
# room, beside these folders, serves all of them or puts them together.
SUBJECTS = {
    "tables": ("declared", "reading", "rules"),
    "measures": ("coverage", "staircase", "scores", "cities", "changes", "worklist", "registers"),
    "figures": ("coverage", "staircase", "scores", "cities", "worklist", "registers", "slides"),
    "desk": ("store", "people", "submissions"),
    "exports": ("pack", "province", "area"),
    "screen": (
        *("app", "staircase", "scores", "coverage", "cities"),
        *("desk", "quality", "area", "meeting", "registers"),
    ),
}
MOST_FILES = 25
MOST_LINES_OF_A_FUNCTION = 50
COLOURS_LIVE_IN = {"utils/figures/theme.py", ".streamlit/config.toml"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> set[str]:
    """Return what a file imports, as dotted names, wherever in the file it does."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: imports are absolute here"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room(dotted: str) -> str | None:
    """Return the room of a dotted name: "tables" of "utils.tables.reading.reader", or None."""
    parts = dotted.split(".")
    return parts[1] if parts[0] == "utils" and len(parts) > 1 else None


def room_of(path: Path) -> str | None:
    return room(".".join(path.relative_to(ROOT).with_suffix("").parts))


def texts(path: Path) -> list[str]:
    """Return the string constants of a Python file, or the whole of any other."""
    source = path.read_text("utf-8")
    if path.suffix != ".py":
        return [source]
    nodes = ast.walk(ast.parse(source))
    return [n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)]


def test_the_lists_of_files_are_not_empty() -> None:
    assert {room_of(path) for path in UTILS} >= {"tables", "measures", "figures", "screen"}
    assert len(PAGES) >= 4
    assert {path.suffix for path in STYLED} == {".py", ".css", ".js", ".toml"}


@pytest.mark.parametrize("path", UTILS, ids=name_of)
def test_imports_run_one_way(path: Path) -> None:
    own = room_of(path)
    if own == "__init__":
        assert not imports(path)
        return
    assert own in ROOMS, f"give the room of {name_of(path)} a place among the layers"
    reached = {found for dotted in imports(path) if (found := room(dotted)) is not None}
    assert not {other for other in reached if other != own and ROOMS[other] >= ROOMS[own]}


def subject(dotted: str) -> tuple[str, str] | None:
    """Return room and subject of a dotted name, or None for what has no subject."""
    parts = dotted.split(".")
    if len(parts) > 3 and parts[2] in SUBJECTS.get(parts[1], ()):
        return parts[1], parts[2]
    return None


def dotted_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", UTILS, ids=name_of)
def test_subjects_are_used_in_their_order(path: Path) -> None:
    own = subject(dotted_name(path))
    if own is None:
        return
    room, at = own[0], SUBJECTS[own[0]].index(own[1])
    later = SUBJECTS[room][at + 1 :]
    reached = {found for dotted in imports(path) if (found := subject(dotted)) is not None}
    assert not {other for other in reached if other[0] == room and other[1] in later}


def test_what_puts_the_screen_together_is_reached_by_no_subject() -> None:
    heads = {dotted_name(path) for path in (ROOT / "utils" / "screen").glob("*.py")}
    reached = {
        name_of(path): {
            name for dotted in imports(path) for name in (dotted, dotted.rpartition(".")[0])
        }
        for path in (ROOT / "utils" / "screen").glob("*/*.py")
    }
    assert reached
    assert not {name: names & heads for name, names in reached.items() if names & heads}


def test_every_folder_of_a_room_is_a_subject_with_a_place() -> None:
    folders = {
        (path.parts[-2], path.name)
        for path in (ROOT / "utils").glob("*/*")
        if (path / "__init__.py").exists()
    }
    assert folders == {(room, name) for room, names in SUBJECTS.items() for name in names}


def test_no_file_imports_itself_by_way_of_others() -> None:
    names = {dotted_name(path): path for path in UTILS}
    left = {
        name: {
            other
            for dotted in imports(path)
            for other in (dotted, dotted.rpartition(".")[0])
            if other in names and other != name
        }
        for name, path in names.items()
    }
    while ends := {name for name, reached in left.items() if not reached & left.keys()}:
        left = {name: reached for name, reached in left.items() if name not in ends}
    assert not left, "these import one another in a circle"


def test_no_folder_holds_more_than_a_reader_can_look_over() -> None:
    tracked = (ROOT / name for name in ("utils", "tests", "static", "pages"))
    folders = [folder for top in tracked for folder in (top, *top.rglob("*")) if folder.is_dir()]
    files = {
        name_of(folder): sum(path.is_file() for path in folder.glob("*.*"))
        for folder in folders
        if folder.name != "__pycache__"
    }
    assert not {name: held for name, held in files.items() if held > MOST_FILES}
    assert files["utils/screen/app"] > 0


@pytest.mark.parametrize("path", [path for path in UTILS if room_of(path) != "screen"], ids=name_of)
def test_nothing_below_the_screen_knows_streamlit(path: Path) -> None:
    assert not {dotted for dotted in imports(path) if dotted.split(".")[0] == "streamlit"}


@pytest.mark.parametrize("path", [*UTILS, *SCRIPTS], ids=name_of)
def test_nothing_imports_what_is_only_run(path: Path) -> None:
    only_run = {"pages", "dashboard", "tests", "data", "geo"}
    assert not {dotted for dotted in imports(path) if dotted.split(".")[0] in only_run}


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_pages_reach_no_file_and_no_reader(path: Path) -> None:
    assert not {dotted for dotted in imports(path) if room(dotted) in {"paths", "tables"}}


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_pages_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 90


def lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines a function has, its docstring left out."""
    told = ast.get_docstring(function, clean=False) or ""
    return (function.end_lineno or 0) - function.lineno + 1 - len(told.splitlines())


@pytest.mark.parametrize("path", UTILS, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    long = [
        node.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines(node) > MOST_LINES_OF_A_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize(
    "path", [path for path in STYLED if name_of(path) not in COLOURS_LIVE_IN], ids=name_of
)
def test_the_theme_alone_names_a_colour(path: Path) -> None:
    assert not [match for text in texts(path) for match in COLOUR.findall(text)]


def test_the_search_for_colours_finds_them() -> None:
    theme = ROOT / "utils" / "figures" / "theme.py"
    assert "#0B5F61" in [match for text in texts(theme) for match in COLOUR.findall(text)]
    assert not COLOUR.findall("url(#t-hatch), row #12, #provinces")
