"""The repository itself: pins, links, paths, and what the README promises."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from utils import settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
OPERATIONS = (ROOT / "docs" / "operations.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PIN = re.compile(r"([\w-]+)==([\w.]+)(?:  #.*)?")

# Somebody's folder, and the hosts packages come from: each machine has its own.
MACHINE_PATH = re.compile(r"(?<![\w.:/<>*-])/(?:work|home|root|Users|mnt)/\w")
REGISTRY_HOST = re.compile(
    r"\b(?:pypi|pythonhosted|(?:registry\.)?(?:npmjs|yarnpkg)|debian|ubuntu)\.(?:org|com)\b"
)
BINARY = {".woff2", ".png", ".xlsx", ".ico"}


def files() -> Iterator[Path]:
    """Yield every file of the repository: all that .gitignore does not name."""
    ignored = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text("utf-8").split()}
    ignored.add(".git")  # a folder, or in a second working tree a file
    for folder, inside, names in os.walk(ROOT):
        inside[:] = [name for name in inside if name not in ignored]
        yield from (Path(folder) / name for name in names if name not in ignored)


TEXTS = sorted(path for path in files() if path.suffix not in BINARY)
DOCUMENTS = [path for path in TEXTS if path.suffix == ".md"]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def pins(name: str) -> dict[str, str]:
    """Return {package: version} of a requirements file, whose every line must be an exact pin."""
    found = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        if not line or line.startswith(("#", "-r ")):
            continue
        pin = PIN.fullmatch(line)
        assert pin is not None, f"{name}: {line!r} is not an exact version"
        found[pin[1]] = pin[2]
    return found


def needed(names: list[str]) -> dict[str, str]:
    """Return {package: installed version} of packages and of all they need in turn."""
    found: dict[str, str] = {}
    todo = [str(canonicalize_name(name)) for name in names]
    while todo:
        name = todo.pop()
        if name in found:
            continue
        package = distribution(name)
        found[name] = package.version
        needs = [Requirement(text) for text in package.requires or []]
        todo += [
            str(canonicalize_name(need.name))
            for need in needs
            if need.marker is None or need.marker.evaluate({"extra": ""})
        ]
    return found


def words_of_make() -> set[str]:
    return set(re.findall(r"^([a-z]+):.*##", MAKEFILE, flags=re.MULTILINE))


def test_the_lists_of_files_are_not_empty() -> None:
    names = {name_of(path) for path in TEXTS}
    assert names >= {"README.md", "Makefile", ".ci/run", "dashboard.py", "tests/test_repository.py"}
    assert not [name for name in names if name.startswith((".venv", ".git/", "shots"))]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_what_is_installed(name: str) -> None:
    named = pins(name)
    held = named | pins("requirements.txt")
    assert {package: held.get(package) for package in needed(list(named))} == needed(list(named))


def test_the_development_packages_come_on_top() -> None:
    lines = (ROOT / "requirements-dev.txt").read_text("utf-8").splitlines()
    assert "-r requirements.txt" in lines
    assert not pins("requirements.txt").keys() & pins("requirements-dev.txt").keys()


def test_the_versions_that_were_measured_together() -> None:
    # docs/decisions/0001-libraries.md
    measured = {
        "streamlit": "1.67.0",
        "starlette": "1.10.0",
        "pandas": "3.1.1",
        "numpy": "2.4.6",
        "pyarrow": "26.0.1",
        "plotly": "7.1.0",
        "geopandas": "1.2.0",
        "pydeck": "0.9.3",
    }
    assert measured.items() <= pins("requirements.txt").items()


def test_no_path_of_one_machine() -> None:
    assert not [name_of(p) for p in TEXTS if MACHINE_PATH.search(p.read_text("utf-8"))]


def test_no_name_of_a_registry_host() -> None:
    assert not [name_of(p) for p in TEXTS if REGISTRY_HOST.search(p.read_text("utf-8"))]


def test_texts_are_utf8_with_plain_line_ends() -> None:
    published = ROOT / "data" / "published"  # kept byte for byte, as it was published
    ours = [path for path in TEXTS if published not in path.parents]
    assert not [name_of(p) for p in ours if b"\r" in p.read_bytes()]
    assert not [name_of(p) for p in ours if p.read_bytes().startswith(b"\xef\xbb\xbf")]
    for path in ours:
        path.read_text("utf-8")


def test_the_readme_names_the_two_commands_and_the_address() -> None:
    assert "\nmake run\n" in README
    assert "\nmake test\n" in README
    assert "http://127.0.0.1:8501" in README
    assert "PORT=" in README


def test_the_page_for_operators_names_every_setting() -> None:
    source = (ROOT / "utils" / "settings.py").read_text("utf-8")
    named = set(re.findall(r'environ\.get\("(\w+)"', source))
    assert named
    assert not [name for name in named if f"| `{name}` |" not in OPERATIONS]


def test_make_has_the_words_that_are_promised() -> None:
    assert set(re.findall(r"make ([a-z]+)", README)) == {"run", "test"}
    assert set(re.findall(r"`make ([a-z]+)`", CONTRIBUTING)) == words_of_make()
    assert words_of_make() == {
        *(
            "help",
            "run",
            "test",
            "lint",
            "format",
            "bench",
            "cover",
            "endure",
            "fuzz",
            "shots",
            "geo",
            "office",
        ),
    }


def test_the_gate_runs_what_people_run() -> None:
    gate = ROOT / ".ci" / "run"
    assert os.access(gate, os.X_OK)
    assert gate.read_text("utf-8").splitlines()[-1] == "make test"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    local = [link for link in links if not link.startswith(("http://", "https://", "mailto:"))]
    assert not [link for link in local if not (path.parent / link).exists()]


def test_the_rooms_of_the_plan_exist() -> None:
    plan = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## The rooms")[1]
    rooms = re.findall(r"(?<![\w/])[a-z]\w*(?:/\w+)*(?:/|\.py)(?![\w/])", plan.split("```")[1])
    assert len(rooms) >= 10
    assert not [name for name in rooms if not (ROOT / name).exists()]


def test_the_newest_heading_of_the_changelog_is_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    heads = re.findall(r"^## (\d+\.\d+\.\d+) · \d{1,2} [A-Z][a-z]+ \d{4}$", log, re.MULTILINE)
    assert heads[0] == settings.VERSION
    assert len(heads) == len(re.findall(r"^## ", log, re.MULTILINE)) == len(set(heads))


def test_decisions_are_numbered_without_a_gap() -> None:
    records = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("*.md"))
    assert len(records) >= 7
    assert [name[:4] for name in records] == [f"{n:04}" for n in range(1, len(records) + 1)]


def test_decisions_named_in_sources_exist() -> None:
    named = {
        found
        for path in TEXTS
        for found in re.findall(r"docs/decisions/\d{4}[\w-]+\.md", path.read_text("utf-8"))
    }
    assert named
    assert not [name for name in named if not (ROOT / name).exists()]


def test_the_font_travels_with_its_licence() -> None:
    text = (ROOT / "static" / "fonts" / "LICENSE.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
