"""What a reader takes away: the sentence with its link, and the rows behind the headline."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, expect

from tests.e2e.reader import DESKTOP, Reader
from utils.figures import theme
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("lang", LANGS)
def test_the_copied_link_reproduces_the_view(
    browser: Browser, context: BrowserContext, address: str, lang: Lang
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    reader = Reader(context.new_page())
    words = reader.open("overview", lang, year="2562", rule="c", region="4-North", window="5")
    figure = reader.number.inner_text()
    reader.page.get_by_role("button", name=words("overview.copy")).click()
    expect(reader.page.get_by_text(words("overview.copied"), exact=True)).to_be_visible()

    text = str(reader.page.evaluate("navigator.clipboard.readText()"))
    sentence, link = text.rsplit("\n", 1)
    assert sentence == reader.page.locator(".brief .sentence p").inner_text()
    assert "2562" in sentence
    # Every choice is spelled out, the language with it: the link means the same to anybody.
    assert link.startswith(f"{address}/")
    assert dict(parse_qsl(urlsplit(link).query)) == {
        "year": "2562",
        "rule": "c",
        "window": "5",
        "region": "4-North",
        "lang": lang,
    }

    other = browser.new_context(viewport=DESKTOP)
    again = Reader(other.new_page())
    again.page.goto(link)
    again.sees("overview", words)
    expect(again.number).to_have_text(figure.replace("\n", ""))
    expect(again.page.locator(".brief .sentence p")).to_have_text(sentence)
    expect(again.filter("year", words)).to_have_value("2562")
    other.close()


@pytest.mark.parametrize("lang", LANGS)
def test_two_clicks_lead_from_the_headline_to_its_rows(
    reader: Reader, tmp_path: Path, address: str, lang: Lang
) -> None:
    # 325: 108 of 2561, 162 of 2562, 56 of 2563 less the doubled row.
    words = reader.open("overview", lang)
    grid = reader.unfolds(words("overview.rows", rule=words("rule.b", n=3)))
    expect(grid).to_have_attribute("aria-rowcount", "326")  # and the heading
    heading = grid.get_by_role("columnheader", include_hidden=True)
    expect(heading.filter(has_text=words("column.source_row"))).to_be_attached()

    with reader.page.expect_download() as taken:
        reader.page.get_by_role("button", name=words("save.csv")).click()
    path = tmp_path / taken.value.suggested_filename
    taken.value.save_as(path)
    assert path.suffix == ".csv"
    counted = years_of(path, Words(lang))
    assert counted == {"2561": 108, "2562": 162, "2563": 55}
    # Its last lines lead back here from wherever the file is opened, and name the release.
    back, release = (line.strip('"') for line in path.read_text("utf-8-sig").splitlines()[-2:])
    assert back == f"{address}/?year=2563&rule=b&window=3&lang={lang}&release=1"
    assert release.startswith({"th": "ข้อมูลเผยแพร่ ครั้งที่ 1 ", "en": "Data release no. 1 "}[lang])


def test_one_set_of_rows_opens_as_the_other_closes(reader: Reader) -> None:
    words = reader.open("overview", "en")
    usual, centre = (words("overview.rows", rule=words(f"rule.{code}", n=3)) for code in "bd")
    expect(reader.unfolds(usual)).to_have_attribute("aria-rowcount", "326")
    expect(reader.unfolds(centre)).not_to_have_attribute("aria-rowcount", "326")
    expect(reader.page.locator("details[open]")).to_have_count(1)
    expect(reader.page.locator("details[open]")).to_contain_text(centre)


def years_of(path: Path, words: Words) -> Counter[str]:
    """Return the rows of a file by year; what it says below its rows has no year."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row[words("column.year")]]
    return Counter(row[words("column.year")] for row in rows)


def test_the_headline_of_one_province_opens_its_rows(reader: Reader) -> None:
    # Rows 155 to 161 of the published list.
    words = reader.open("province", "en", province="TH-60")
    grid = reader.unfolds(words("province.rows", n=7))
    expect(grid).to_have_attribute("aria-rowcount", "8")
    cells = grid.get_by_role("gridcell", include_hidden=True)
    for row in range(155, 162):
        expect(cells.get_by_text(str(row), exact=True)).to_be_attached()


@pytest.mark.parametrize(
    ("at", "view", "place", "name", "colours"),
    [
        (
            "map",
            {"year": "2562"},
            ".provinces",
            "map_map.png",
            {theme.STATUS["counted"].fill, theme.STATUS["older"].fill},
        ),
        (
            "map",
            {"view": "points"},
            ".legends",
            "map_points.png",
            {theme.STATUS["counted"].fill, theme.LAND},
        ),
        (
            "staircase",
            {"year": "2569"},
            ".chart",
            "fictitious_staircase_chart.png",
            {theme.MOVES["left"], theme.SEQUENTIAL[5]},
        ),
    ],
)
def test_a_picture_is_taken_home_with_what_it_rests_on(
    reader: Reader,
    tmp_path: Path,
    at: str,
    view: dict[str, str],
    place: str,
    name: str,
    colours: set[str],
) -> None:
    words = reader.open(at, "th", **view)
    drawn = reader.page.locator(place)
    expect(drawn.locator("svg").first).to_be_visible()
    # Playwright looks through shadow roots: the button stands beside what it takes.
    button = reader.page.locator(f"{place} + .take")
    expect(button).to_have_text(words("save.picture"))
    with reader.page.expect_download() as taken:
        button.click()
    assert taken.value.suggested_filename == name
    taken.value.save_as(tmp_path / name)
    shown = drawn.bounding_box()
    assert shown is not None
    with Image.open(tmp_path / name) as picture:
        width, height = (length / 2 for length in picture.size)
        found = colours_of(picture)
        below = picture.crop((0, int(2 * (height - 30)), picture.width, picture.height))
    assert width == pytest.approx(shown["width"] + 48, abs=1.5)
    assert height > shown["height"] + 100  # its heading, rule, area, source and address
    assert colours <= found
    assert len(colours_of(below)) > 1  # the last line is there, not cut off


def colours_of(picture: Image.Image) -> set[str]:
    """Return every colour in a picture, as #RRGGBB."""
    pixels = picture.convert("RGB").tobytes()
    found = {pixels[at : at + 3] for at in range(0, len(pixels), 3)}
    return {f"#{colour.hex().upper()}" for colour in found}
