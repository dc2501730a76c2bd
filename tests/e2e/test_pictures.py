"""The pictures of the staircase as they are drawn: no word is clipped, overprinted or too small."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.reader import DESKTOP, Reader
from tests.e2e.test_sizes import PHONE
from tests.pages.opened import MARK
from utils.words import LANGS, Lang

SIZES = {"phone": PHONE, "desktop": DESKTOP}
# Every word that shows: its box, the height of its letters, and the box that may cut it.
WORDS = """
picture => [...picture.querySelectorAll("text")]
  .filter(one => one.textContent.trim() && one.checkVisibility({ opacityProperty: true }))
  .map(one => {
    const box = one.getBoundingClientRect();
    const frame = one.ownerSVGElement.getBoundingClientRect();
    const drawn = one.getScreenCTM().a;
    return { text: one.textContent, left: box.left - frame.left, right: box.right - frame.left,
      top: box.top - frame.top, bottom: box.bottom - frame.top, width: frame.width,
      height: frame.height, size: Number.parseFloat(getComputedStyle(one).fontSize) * drawn };
  })
"""
# A box is taller than its letters: Thai leaves room for vowels and tones.
LEADING = 0.4
SMALLEST = 12
# From where to where streams run, from the picture's left edge.
STREAMS = """
picture => {
  const at = [...picture.querySelectorAll(".sankey-link")].map(one => one.getBoundingClientRect());
  const { left } = picture.getBoundingClientRect();
  return [Math.min(...at.map(one => one.left)) - left,
    Math.max(...at.map(one => one.right)) - left];
}
"""
FACES = """
picture => [...picture.querySelectorAll(".face")].flatMap(face => {
  const block = face.querySelector("rect:last-of-type").getBoundingClientRect();
  return [...face.querySelectorAll("text")].map(one => {
    const box = one.getBoundingClientRect();
    return [one.textContent, box.left - block.left, block.right - box.right,
      block.bottom - box.bottom];
  });
})
"""


@dataclass(frozen=True, kw_only=True)
class Word:
    """A word of a picture: its place and size in pixels, from the picture's left upper corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    width: float
    height: float
    size: float

    def is_cut(self) -> bool:
        """Tell whether the picture's edge cuts it."""
        return (
            self.left < -1
            or self.right > self.width + 1
            or self.top < -1
            or self.bottom > self.height + 1
        )

    def lies_on(self, other: Word) -> bool:
        """Tell whether both share ground, what stands above and below letters left out."""
        aside = self.right <= other.left + 1 or other.right <= self.left + 1
        above = self.bottom - self._leading() <= other.top + other._leading()
        below = other.bottom - other._leading() <= self.top + self._leading()
        return not (aside or above or below)

    def _leading(self) -> float:
        return LEADING * (self.bottom - self.top) / 2


def words_of(picture: Locator) -> list[Word]:
    picture.scroll_into_view_if_needed()
    expect(picture.locator("text").first).to_be_attached()
    return [Word(**one) for one in picture.evaluate(WORDS)]


def faults(words: list[Word]) -> list[str]:
    cut = [f"cut: {word.text}" for word in words if word.is_cut()]
    small = [f"{word.size:.1f} px: {word.text}" for word in words if word.size < SMALLEST - 0.1]
    printed = [
        f"overprinted: {one.text} | {other.text}"
        for one, other in itertools.combinations(words, 2)
        if one.lies_on(other)
    ]
    return cut + small + printed


@pytest.fixture(params=SIZES)
def sized(request: pytest.FixtureRequest, page: Page) -> Page:
    size: ViewportSize = SIZES[request.param]
    page.set_viewport_size(size)
    return page


def charts(page: Page, count: int) -> list[Locator]:
    found = page.locator(".chart [role=img]")
    expect(found).to_have_count(count)
    for chart in found.all():
        chart.scroll_into_view_if_needed()
        expect(chart.locator(".main-svg").first).to_be_visible()
    page.evaluate("document.fonts.ready")
    return found.all()


def steps_hold_their_words(page: Page) -> None:
    for picture in page.locator(".tracks svg").all():
        assert faults(words_of(picture)) == []
        for text, left, right, below in picture.evaluate(FACES):
            assert min(left, right, below) >= 1, text


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_of_the_steps_and_the_flow_is_cut_or_overprinted(sized: Page, lang: Lang) -> None:
    Reader(sized).open("staircase", lang)
    [flow] = charts(sized, 1)
    steps_hold_their_words(sized)
    found = words_of(flow)
    assert faults(found) == []
    labels = [word for word in found if word.text.endswith(")")]
    assert len(labels) == 18  # nine on either side: seven steps, unknown, not on it
    left, right = flow.evaluate(STREAMS)
    assert all(word.right < left or word.left > right for word in labels)


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_data_is_as_readable(sized: Page, lang: Lang) -> None:
    words = Reader(sized).open("staircase", lang, year="2570")
    expect(sized.locator(".tracks .count.unknown")).to_have_count(8)
    expect(sized.locator(".tracks .count").first).to_have_text(words("overview.unknown"))
    steps_hold_their_words(sized)


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_of_the_times_is_cut_or_overprinted(sized: Page, lang: Lang) -> None:
    Reader(sized).open("staircase", lang, part="time")
    for chart in charts(sized, 3):
        found = words_of(chart)
        assert MARK[lang] in [word.text for word in found]
        assert faults(found) == []


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_of_a_provinces_steps_is_cut_or_overprinted(sized: Page, lang: Lang) -> None:
    # Seven LAOs, one of them for one year, and years without a step.
    Reader(sized).open("province", lang, province="TH-77", trial="1")
    _, chart = charts(sized, 2)
    expect(chart.locator(".bartext").first).to_be_attached()
    found = words_of(chart)
    assert {word.text for word in found} >= {MARK[lang], "1", "F1"}
    assert faults(found) == []


@pytest.mark.parametrize("lang", LANGS)
def test_a_short_table_keeps_its_words_whole_and_its_first_column_in_sight(
    sized: Page, lang: Lang
) -> None:
    Reader(sized).open("staircase", lang, part="groups")
    table = sized.locator(".short-table")
    table.scroll_into_view_if_needed()
    lines = """
    all => all.map(one => {
      const range = document.createRange();
      range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size;
    })
    """
    assert set(table.locator("td").evaluate_all(lines)) == {1}
    assert max(table.locator("th").evaluate_all(lines)) <= 3
    box = table.locator("[role=region]")
    name = table.locator("tbody th").first
    before = name.bounding_box()
    box.evaluate("one => { one.scrollLeft = one.scrollWidth; }")
    assert before is not None
    assert name.bounding_box() == before
    expect(table.locator("thead th").last).to_be_in_viewport(ratio=0.9)
