"""A page is one record in its subject: nothing else that runs or tests holds a list of pages."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest

from tests.pages import opened
from tests.pages.opened import ROOT, address, component, open_page
from utils import paths
from utils.screen import frame
from utils.screen.app import filters
from utils.screen.app.link import Param
from utils.screen.app.page import FRONT, Page
from utils.screen.pages import PAGES
from utils.words import LANGS, Lang, Words, catalogue

FILES = {path.stem: path for path in paths.PAGES.glob("*.py")}
SOURCES = [path for top in ("utils", "tests") for path in sorted((ROOT / top).rglob("*.py"))]
MOST_NAMED = 3


def test_every_page_is_a_file_and_every_file_a_page() -> None:
    assert PAGES.keys() == FILES.keys()
    assert next(iter(PAGES)) == FRONT


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_its_own_frame(name: str) -> None:
    begun = [
        node.args[0].value
        for node in ast.walk(ast.parse(FILES[name].read_text("utf-8")))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "frame.begin"
        and isinstance(node.args[0], ast.Constant)
    ]
    assert begun == [name]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_a_page_and_all_that_its_address_may_name_have_words(page: Page, lang: Lang) -> None:
    named = [param.label for param in (*filters.params().values(), *page.params())]
    for key in (f"{page.name}.menu", f"{page.name}.title", *named):
        assert catalogue()[key][lang]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_one_name_is_one_parameter(page: Page) -> None:
    names = [param.name for param in page.params()]
    assert len({*names, *filters.params()}) == len(names) + len(filters.params())
    assert all(param.allows(param.default) for param in page.params())
    assert {*page.example} <= {*names, *filters.params()}
    assert page.parts is None or page.parts.name in names


def named_together(source: str) -> list[list[str]]:
    """Return which pages each list, tuple, set or dictionary of a source names as its own items."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.List | ast.Tuple | ast.Set):
            items = node.elts
        elif isinstance(node, ast.Dict):
            items = [key for key in node.keys if key is not None]
        else:
            continue
        found.append([one.value for one in items if isinstance(one, ast.Constant)])
    return [[str(name) for name in names if name in PAGES] for names in found]


def test_no_other_file_lists_the_pages() -> None:
    listed = {path: named_together(path.read_text("utf-8")) for path in SOURCES}
    assert not {
        path: names for path, lists in listed.items() for names in lists if len(names) > MOST_NAMED
    }


def test_the_search_for_lists_finds_one() -> None:
    assert named_together(f"A = ('x', {', '.join(map(repr, PAGES))})") == [[*PAGES]]


TRIAL = """
import streamlit as st
from utils.screen import frame
chosen = frame.begin("trial")
st.markdown(f"drawn for {len(chosen.codes)} provinces")
"""


def test_a_new_page_needs_a_file_a_record_and_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(paths.PAGES, tmp_path / "pages")
    shutil.copy(ROOT / "dashboard.py", tmp_path)
    (tmp_path / "pages" / "trial.py").write_text(TRIAL, "utf-8")
    monkeypatch.setattr(opened, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "PAGES", tmp_path / "pages")
    for key in ("trial.menu", "trial.title", "trial.kind"):
        monkeypatch.setitem(catalogue(), key, {"th": key, "en": f"{key}, English"})
    kind = Param(name="kind", options=("a", "b"), default="a", label="trial.kind")
    page = Page(name="trial", params=lambda: (kind,), drawn=("h1",))
    monkeypatch.setattr(frame, "PAGES", {**PAGES, page.name: page})

    app = open_page("trial", lang="en", region="4-South", kind="c", year="2562")
    assert app.title[0].value == "trial.title, English"
    assert app.markdown[-1].value == "drawn for 14 provinces"
    refused = Words("en")("filter.refused", names="trial.kind, English")
    assert [warning.value for warning in app.warning] == [refused]
    assert address(app) == {"lang": "en", "region": "4-South", "year": "2562"}
    picture = component(app, "foot")["picture"]
    assert picture["page"] == "trial"
    assert picture["about"][0].startswith(Words("en")("app.title"))
    assert not [*app.exception, *app.error]
