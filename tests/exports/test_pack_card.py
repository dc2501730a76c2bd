"""The picture card: its size, that it is drawn on, and that it is the same each time."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from tests.figures.slides.meeting import built, selection
from utils.exports.pack.card import card
from utils.figures.slides.slide import Selection
from utils.figures.theme import ACCENT, rgb


def drawn(chosen: Selection) -> bytes:
    return card(chosen, built(chosen))


def test_the_card_shows_the_large_number_in_its_size() -> None:
    data = drawn(selection("th", names=("map", "stand")))
    assert data == drawn(selection("th", names=("map", "stand")))
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    assert picture.size == (1080, 1350)
    # The number is the only thing in this colour, and stands at the left.
    pixels = np.asarray(picture)
    _, columns = np.nonzero((pixels == rgb(ACCENT)).all(axis=2))
    assert len(columns) > 5_000
    assert columns.max() < picture.width * 0.6
