"""Trial mode: no invented figure anywhere without it, and with it none that does not say so."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.opened import MARK, component, open_page
from utils import paths
from utils.screen.app import cache, components, trial
from utils.screen.pages import PAGES
from utils.tables import shipped
from utils.words import LANGS, Lang, catalogue

REAL = {"province": {"province": "TH-60"}, "city": {"city": "LAO-60-001"}}
# Pages that are about invented tables, while no real one is loaded.
ABOUT_INVENTED = {"staircase", "scores"}
# The methods tell what is invented, and are tested by it; the desk is of officers.
WITHOUT_PLACES = {"methods", "desk"}
# Every page, and every part of each.
VIEWS: list[tuple[str, dict[str, str]]] = [
    *((name, REAL.get(name, {})) for name in PAGES if name not in WITHOUT_PLACES),
    *(
        (name, REAL.get(name, {}) | {page.parts.name: code})
        for name, page in PAGES.items()
        if page.parts is not None
        for code in page.parts.options
        if code != page.parts.default
    ),
    ("map", {"show": "stage"}),
    ("map", {"show": "stage", "year": "2567"}),
    ("overview", {"since": "2562"}),
    ("overview", {"region": "4-North", "year": "2562"}),
    ("province", {"province": "TH-60", "year": "2562"}),
    ("province", {"province": "TH-50"}),
    ("pilots", {"cities": "FIC-11-001,FIC-11-002"}),
    ("city", {"city": "FIC-11-001"}),
]
PAGES_TOLD = len(PAGES) - len(WITHOUT_PLACES)  # the first of the views: each page as it opens
SENTENCES = {"sentence", "lead", "said", "alternative", "peers"}
# What a picture is made of, which bears its mark, and lists of names.
PARTS = {"rows", "steps", "marks", "options", "near"}
# Texts with a number in them that say what is shown, and no figure.
DEFINITIONS = (
    *("moves.base_note", "staircase.groups.note", "stage_share.note", "city_scores.axis"),
    *("staircase.all_years", "staircase.left_out", "scores_lpa.converted.assumed"),
    *("scores.complete", "slide.stairs", "enrolled.areas"),
)
ON = {"trial": trial.ON}


@dataclass(kw_only=True)
class Sent:
    """What a page sent: its components by key, its sentences, its files by name."""

    components: dict[str, str] = field(default_factory=dict)
    sentences: list[str] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Keep every file that a page offers by its name, as if the reader took each."""
    kept: dict[str, bytes] = {}
    offer = st.download_button

    def take(label: str, data: Callable[[], bytes], *, file_name: str, **rest: Any) -> bool:  # noqa: ANN401
        if file_name.endswith((".csv", ".geojson", ".html")):
            kept[file_name] = data()
        return offer(label, data, file_name=file_name, **rest)

    monkeypatch.setattr(st, "download_button", take)
    return kept


def sent(name: str, files: dict[str, bytes], **link: str) -> Sent:
    """Open a page and all of its folded sections; return what it sent."""
    files.clear()
    app = open_page(name, **link)
    for section in app.main.expander:
        if section.proto.id:  # one that is built closed has none
            app.session_state[section.proto.id.split("-", 2)[2]] = True
    app.run()
    assert not app.exception, (name, link)
    taken = {file: unlinked(data.decode("utf-8")).encode() for file, data in files.items()}
    numbers = [text for text in told(app) if says_a_number(text) and not is_definition(text)]
    return Sent(components=drawn(app), sentences=numbers, files=taken)


def drawn(app: AppTest) -> dict[str, str]:
    data = {key: component(app, key) for key in keys(app) if key != "finder"}
    return {key: unlinked(json.dumps(one, ensure_ascii=False)) for key, one in data.items()}


def keys(app: AppTest) -> list[str]:
    """Return the keys of a page's components, but for the foot of the sidebar."""
    mounted = (one for one in app.get("bidi_component") if one.proto.component_name != "esc_foot")
    return [str(one.key) for one in mounted]


def unlinked(text: str) -> str:
    """Return a text whose links no longer say the mode: it alone makes no figure."""
    return re.sub(r"[?&]trial=[01]", "", text)


def told(app: AppTest) -> Iterator[str]:
    """Yield the sentences of a page: its texts, and those inside its components."""
    for text in (*app.markdown, *app.caption, *app.info):
        yield from unlinked(text.value).split("\n\n")
    for key in keys(app):
        yield from inside(component(app, key))


def inside(data: object, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in PARTS:
                yield from inside(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from inside(value, key)
    elif isinstance(data, str) and key in SENTENCES and " " in data:
        yield data


def is_definition(text: str) -> bool:
    """Tell whether a text is one of `DEFINITIONS`, whatever stands in its gaps."""
    forms = (catalogue()[key][lang] for key in DEFINITIONS for lang in LANGS)
    parts = ([re.escape(part) for part in re.split(r"\{[^}]*\}", form)] for form in forms)
    return any(re.fullmatch(".*".join(some), text.strip()) for some in parts)


def says_a_number(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


@pytest.fixture
def none_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail as soon as an invented table is read."""
    load = shipped.load

    def real_only(name: str, *, data: Path = paths.DATA) -> pd.DataFrame:
        assert data != paths.FICTITIOUS, f"{name} is invented"
        return load(name, data=data)

    monkeypatch.setattr(shipped, "load", real_only)
    cache.invented.cache_clear()
    cache.forget()
    yield
    cache.forget()


@pytest.mark.parametrize(
    ("name", "link"),
    [(name, link) for name, link in VIEWS if not any("FIC" in code for code in link.values())],
    ids=str,
)
def test_without_trial_mode_no_invented_table_is_even_read(
    name: str, link: dict[str, str], files: dict[str, bytes], none_read: None
) -> None:
    assert none_read is None
    off = {"trial": trial.OFF} if name in ABOUT_INVENTED else {}
    page = sent(name, files, **link, **off)
    for text in (*page.components.values(), *(file.decode() for file in page.files.values())):
        assert "FIC-" not in text
        assert MARK["th"] not in text
    assert not [file for file in page.files if file.startswith("fictitious")]
    assert not [text for text in page.sentences if MARK["th"] in text]


@pytest.mark.parametrize(
    ("lang", "name", "link"),
    [*(("th", *view) for view in VIEWS), *(("en", *view) for view in VIEWS[:PAGES_TOLD])],
    ids=str,
)
def test_in_trial_mode_every_invented_figure_says_so(
    lang: Lang, name: str, link: dict[str, str], files: dict[str, bytes]
) -> None:
    mark, real = MARK[lang], not any("FIC" in code for code in link.values())
    without = sent(name, files, trial=trial.OFF, lang=lang, **link) if real else Sent()
    page = sent(name, files, trial=trial.ON, lang=lang, **link)
    silent = [
        *(data for key, data in page.components.items() if data != without.components.get(key)),
        *(text for text in page.sentences if text not in without.sentences),
    ]
    assert not [text for text in silent if mark.lower() not in text.lower()]
    for file, data in page.files.items():
        if data == without.files.get(file):
            continue
        assert file.startswith("fictitious_"), file
        assert mark in data.decode(), file
        if file.endswith(".csv"):
            each_row_says_so(data, mark)


def each_row_says_so(data: bytes, mark: str) -> None:
    """Check that every row of a CSV file above its lines of text ends with the mark."""
    table, _, _ = data.decode("utf-8-sig").partition("\r\n\r\n")
    _, *rows = csv.reader(io.StringIO(table))
    assert {row[-1] for row in rows} == {mark}


def test_a_picture_names_the_source_of_the_data_it_draws() -> None:
    app = open_page("province", province="TH-60", trial=trial.ON)
    steps, awards = component(app, "step_timeline")["about"], component(app, "timeline")["about"]
    assert MARK["th"] in steps[-1]
    assert "กรมส่งเสริมคุณภาพสิ่งแวดล้อม" not in "".join(steps)
    assert "กรมส่งเสริมคุณภาพสิ่งแวดล้อม" in awards[-1]
    assert MARK["th"] not in "".join(awards)
    assert "นครสวรรค์" in steps[0]


@pytest.mark.parametrize(("name", "link"), VIEWS, ids=str)
def test_every_picture_says_what_it_is_drawn_from(name: str, link: dict[str, str]) -> None:
    app = open_page(name, **link)
    for mounted in app.get("bidi_component"):
        if mounted.proto.component_name.removeprefix("esc_") in components.PICTURES:
            about = component(app, str(mounted.key)).get("about", [])
            assert about or mounted.key == "quality.board", mounted.key  # the page's own release
