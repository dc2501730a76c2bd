"""Where things stand in the pictures of slides, decided once for every renderer."""

from __future__ import annotations

import itertools

import pandas as pd
import pytest

from utils.figures import outlines
from utils.figures.coverage.pace import PaceLines
from utils.figures.slides import country_map, pictures
from utils.figures.slides.country_map import NameLabel
from utils.figures.slides.pace_line import Lines, pace_line
from utils.words import Words

EN = Words("en")
PAINTED = {"lang": "en", "paint": "0" * 77, "faded": "0" * 77, "classes": [{"label": "one"}]}
# As drawn: 2500 units wide with room for names, and 40 higher than the outlines.
WIDTH, HEIGHT = 2500, outlines.height() + 40


def names(*codes: str) -> list[NameLabel]:
    return country_map.country(PAINTED, codes)["labels"]


def test_one_name_stands_beside_its_province() -> None:
    # Nakhon Phanom lies in the east, Mae Hong Son in the west. A line ends 30 units off the land,
    # which is 750 to 1750 of 2500, and the name begins 12 further: (1750 + 42) / 2500.
    places = {one.code: one for one in outlines.provinces()}
    [west, east] = names("58", "48")
    assert (west["text"], west["anchor"], west["x"]) == ("Mae Hong Son", "end", 28.32)
    assert (east["text"], east["anchor"], east["x"]) == ("Nakhon Phanom", "start", 71.68)
    for label, code in ((west, "58"), (east, "48")):
        place = places[code]
        assert label["y"] == round(100 * (place.y + 20) / HEIGHT, 2)
        from_x, from_y, _, to_y = label["leader"]
        assert (from_x, from_y) == (round(100 * (place.x + 750) / WIDTH, 2), label["y"])
        assert to_y == label["y"]


def test_names_of_neighbours_stand_apart_and_none_outside() -> None:
    codes = [one.code for one in outlines.provinces() if one.x < 500]
    south = sorted(
        codes, key=lambda code: -next(p.y for p in outlines.provinces() if p.code == code)
    )
    labels = names(*south[:16])
    heights = [label["y"] * HEIGHT / 100 for label in labels]
    assert len(labels) == 16
    assert all(low - high >= 99 for high, low in itertools.pairwise(heights))
    assert heights[-1] <= HEIGHT - 50


def test_a_province_outside_the_area_is_faded_and_named_with_its_class() -> None:
    picture = country_map.country(PAINTED | {"faded": "1" + "0" * 76}, ())
    bangkok, samut_prakan, *_ = country_map.provinces(picture)
    assert (bangkok.text, bangkok.opacity) == ("Bangkok: one", 0.22)
    assert samut_prakan.opacity == 1


def lines(
    actual: list[int | None], reference: dict[int, float], not_known: list[int | None] | None = None
) -> Lines:
    years = range(2560, 2560 + len(actual))
    return pace_line(
        PaceLines(
            by_year=pd.DataFrame(
                {"counted_at_least": actual, "not_known": not_known or [n and 0 for n in actual]},
                index=years,
                dtype="Int64",
            ),
            reference=pd.Series(reference, dtype="Float64"),
            since=pd.Series(dtype="Int64"),
            listed_years=frozenset(years),
            open_from_be=None,
            provinces=80,
            deadline_year_be=years[-1],
        ),
        EN,
    )


def test_what_was_counted_goes_in_steps_and_breaks_where_nothing_is_known() -> None:
    # Of 92 (115 % of 80) on 377.5 units above 386: 46 stands at 197.25; three years on 892 units.
    shown = lines([46, 46, None, 92], {2560: 46.0, 2563: 92.0})
    counted, reference, target = shown["paths"]
    assert counted == "M31.0 197.2H328.3V197.2M923.0 8.5"
    assert reference == "M31.0 197.2M923.0 8.5"
    assert target == "M31 57.7H923"
    assert shown["chart"]["series"]["Counted"] == [46, 46, None, 92]


def test_where_provinces_are_not_known_there_is_room_up_to_the_most() -> None:
    shown = lines([46, 46], {2560: 46.0}, [0, 46])
    assert shown["chart"]["series"]["May be up to"] == [None, 92]
    assert shown["paths"][3] == "M893.0 197.2H923.0V8.5H893.0Z"


@pytest.mark.parametrize(("last", "below"), [(10, False), (40, True)])
def test_the_reference_is_named_where_nothing_else_is_drawn(last: int, below: bool) -> None:  # noqa: FBT001
    # Its middle is 40, so is what was counted; 10 is drawn far below it.
    shown = lines([0, 0, last, last], {2560: 0.0, 2561: 26.7, 2562: 53.3, 2563: 80.0})
    [label] = [one for one in shown["labels"] if one["series"] == 1]
    at_zero = round(100 * 386 / 420, 2)
    assert (label["y"] == at_zero) is below
    assert label["shift"] == [0, 1.68 if below else 0.68]


def test_the_last_number_and_the_deadline_are_points_of_their_lines() -> None:
    shown = lines([10, 20, None], {2560: 10.0})
    points = {one["text"]: (one["series"], one["point"]) for one in shown["labels"] if one["point"]}
    assert points == {"20": (0, 1), "Deadline: FY 2562": (2, 2)}


def test_bars_are_parts_of_the_longest() -> None:
    rows = [("a", 3, 4, "3/4"), ("b", float("nan"), 8, "?")]
    shown = pictures.bars(rows, "in", "out")
    assert [(row["length"], row["frame"]) for row in shown["rows"]] == [(37.5, 50), (0, 100)]
    assert shown["chart"]["series"] == {"in": [3, None], "out": [1, None]}
    assert pictures.bars(rows, "in")["rows"][0]["frame"] is None


@pytest.mark.parametrize(("n", "size"), [(15, "few"), (16, "some"), (40, "some"), (41, "many")])
def test_many_names_are_smaller(n: int, size: str) -> None:
    assert pictures.names([{"label": "", "names": ["x"] * n}])["size"] == size


def test_marks_stand_between_bars() -> None:
    assert [(mark["x"], mark["y"]) for mark in pictures.marks("x", 8)] == [
        (60, 12.5),
        (67, 50),
        (74, 87.5),
    ]
    assert pictures.marks("", 8) == []
