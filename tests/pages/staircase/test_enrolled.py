"""LAOs enrolled, of all there are and beside the published count."""

from __future__ import annotations

import pytest

from tests.pages.opened import open_page, short_table
from tests.pages.staircase.enrolment import rows_of
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("lang", LANGS)
def test_the_denominators_are_read_from_the_left(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2563", part="enrolled", lang=lang)
    kind = words("fictitious.in_brackets")
    assert short_table(app, "enrolled_rows").columns.tolist() == [
        words("staircase.column.lao_type"),
        words("column.basis"),
        words("column.as_of"),
        words("staircase.column.enrolled") + kind,
        words("staircase.column.ever") + kind,
        words("staircase.column.total"),
        words("staircase.column.share"),
    ]


@pytest.mark.parametrize("year", ["2550", "2563"])
def test_who_ever_enrolled_stands_beside_who_is_enrolled(year: str) -> None:
    words = Words("en")
    kind = words("fictitious.in_brackets")
    app = open_page("staircase", part="enrolled", year=year, lang="en")
    shown = short_table(app, "enrolled_rows")
    ever = shown[words("staircase.column.ever") + kind].tolist()
    # all types by either source: everybody with a row up to the year, gone or not
    laos = {row["lao_id"] for row in rows_of("enrolment") if row["fiscal_year_be"] <= year}
    assert max(ever) == len(laos)
    assert (
        shown[words("staircase.column.enrolled") + kind]
        <= shown[words("staircase.column.ever") + kind]
    ).all()


@pytest.mark.parametrize("lang", LANGS)
def test_the_208_of_the_published_page_are_said_to_be_something_else(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", year="2563", part="enrolled", lang=lang)
    assert words("enrolled.areas", published=208) in [text.value for text in app.caption]
