"""The offline page: whole in one file, hostile names as text, the same headline."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pandas as pd
import pytest

from tests.figures.slides.meeting import HELD, RESOLVED, built, made, selection
from utils.exports.pack.offline_page import page
from utils.figures.slides.slide import Selection
from utils.words import LANGS, Lang


def written(chosen: Selection) -> str:
    shown = built(chosen)
    return page(chosen, shown, 2547).decode()


@pytest.mark.parametrize("lang", LANGS)
def test_it_holds_every_message_and_asks_nobody(lang: Lang) -> None:
    text = written(selection(lang, fictitious=True))
    for slide in made(selection(lang, fictitious=True)).values():
        assert slide.sentence.replace("&", "&amp;") in text
    assert len(text.encode()) < 1_000_000
    assert not re.search(r"(?:src|href)=|url\((?!data:|#)|@import", text)
    assert "default-src 'none'" in text


def test_the_map_has_77_provinces_that_say_their_state() -> None:
    text = written(selection(names=("map",)))
    [picture] = re.findall(r'<svg class="country".*?</svg>', text, re.DOTALL)
    titles = [title.text for title in ET.fromstring(picture).iter("title")]  # noqa: S314 our own
    assert len(titles) == 77
    assert "Mukdahan: Not known: lists of the window incomplete" in titles
    assert len([title for title in titles if str(title).endswith("Counted under this rule")]) == 67


def test_a_hostile_name_is_text() -> None:
    [slide] = built(selection(names=("stand",)))
    hostile = "<img src=x onerror=alert(1)>"
    shown = replace(slide, sentence=hostile, table=pd.DataFrame({hostile: [hostile]}))
    text = page(selection(), (shown,), 2547).decode()
    assert "<img" not in text
    assert text.count("&lt;img src=x") == 3


def test_a_hostile_resolution_is_text() -> None:
    hostile = replace(RESOLVED[0], text="<script>alert(1)</script>", owner="<img src=x>")
    meeting = replace(HELD, title="<b>", resolutions=(hostile,))
    text = written(selection(names=("decisions",), meeting=meeting))
    assert text.count("&lt;script&gt;alert(1)") == 2  # on the slide and in its table
    assert "<img" not in text


def test_invented_numbers_are_named_so() -> None:
    text = written(selection("th", names=("stairs",), fictitious=True))
    assert text.count('<p class="warning">ข้อมูลสมมติ ไม่ใช่ข้อมูลจริง</p>') == 2
    assert 'class="warning"' not in written(selection("th", names=("stand",)))
