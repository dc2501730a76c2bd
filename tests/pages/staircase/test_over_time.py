"""Durations and cohorts of a table that begins too late."""

from __future__ import annotations

import pytest

from tests.pages.opened import open_page
from utils.words import Words


@pytest.mark.parametrize("part", ["time", "cohorts"])
def test_times_state_who_is_left_out_as_the_table_begins_too_late(recent: None, part: str) -> None:
    assert recent is None
    app = open_page("staircase", year="2563", lang="en", part=part)
    assert not app.exception
    if part == "time":
        few = Words("en")("time_to_top.too_few", n=0, minimum=10)
        assert few in [text.value for text in app.info]
    else:
        assert app.info[-1].value == Words("en")("cohort.no_entry")
    left_out = Words("en")("staircase.left_out", n=3, spells=3)
    assert [text.value for text in app.caption if left_out in text.value]
    assert Words("en")("staircase.left_out", n=1, spells=1).startswith(
        "Left out: 1 LAO whose first row"
    )
