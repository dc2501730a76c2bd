"""The picture card: its size, that it is drawn on, and that it is the same each time."""

from __future__ import annotations

import io

from PIL import Image

from tests.figures.meeting import material, selection
from utils.exports.pack_card import card
from utils.figures import slides
from utils.figures.slide import Selection
from utils.figures.theme import ACCENT, rgb


def drawn(chosen: Selection) -> bytes:
    return card(chosen, slides.build(chosen, material()), 2547)


def test_the_card_shows_the_large_number_in_its_size() -> None:
    data = drawn(selection("th", names=("map", "stand")))
    assert data == drawn(selection("th", names=("map", "stand")))
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert picture.size == (1080, 1350)
    # The number is the only thing in this colour, in the left half.
    wide, _ = picture.size
    found = {xy for xy in _of(picture, tuple(rgb(ACCENT)))}
    assert len(found) > 5_000
    assert max(x for x, _ in found) < wide * 0.6


def _of(picture: Image.Image, colour: tuple[int, ...]) -> list[tuple[int, int]]:
    wide, high = picture.size
    return [(x, y) for x in range(wide) for y in range(high) if picture.getpixel((x, y)) == colour]
