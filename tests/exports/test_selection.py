"""What was asked for becomes a selection: who decides what, and what is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.figures.slides.meeting import LAST
from utils.exports.gather import release_tables
from utils.exports.selection import (
    EmptyAreaError,
    NoSuchProvinceError,
    NotEarlierError,
    NotOfferedError,
    ReleaseTables,
    Request,
    all_codes,
    compose,
    noted_codes,
    of_province,
    to_note,
)
from utils.figures.slides.slide import SLIDES, Baseline, Selection
from utils.measures.coverage.rules import Question
from utils.tables.minutes import Meeting
from utils.words import Words

WORDS = Words("en")


@pytest.fixture(scope="module")
def tables() -> ReleaseTables:
    return release_tables()


def noted(selection: str, *, release: int = 1) -> Meeting:
    return Meeting(
        number=5,
        version=1,
        title="fifth",
        held_on="2026-11-28",
        release=release,
        selection=selection,
        follows=4,
        noted_at="2026-11-28T03:00:00.000000+00:00",
    )


def asked(meeting: Meeting | None = None, /, **codes: str) -> Request:
    return Request(words=WORDS, codes=tuple(codes.items()), meeting=meeting, address="https://h/")


def selected(tables: ReleaseTables, meeting: Meeting | None = None, **codes: str) -> Selection:
    return compose(asked(meeting, **codes), tables).chosen


def test_what_nobody_chose_is_as_the_pages_open(tables: ReleaseTables) -> None:
    chosen = selected(tables)
    assert chosen.question == Question(rule="b", fiscal_year_be=2563, window_years=3)
    assert (len(chosen.codes), chosen.area, chosen.slides) == (77, "", SLIDES)
    assert (chosen.baseline, chosen.fictitious) == (Baseline(fiscal_year_be=2562), False)
    assert chosen.link == (
        "https://h/present?year=2563&rule=b&window=3&lang=en"
        f"&slides={','.join(SLIDES)}&since=2562&release=1"
    )


def test_a_meeting_decides_what_is_left_out_and_nothing_else(tables: ReleaseTables) -> None:
    meeting = noted("year=2562&rule=c&region=4-North&slides=map,stand&since=2559")
    chosen = selected(tables, meeting, rule="d", window="all", region="all")
    assert chosen.question == Question(rule="d", fiscal_year_be=2562, window_years=None)
    assert (chosen.slides, chosen.area, len(chosen.codes)) == (("map", "stand"), "", 77)
    assert chosen.baseline == Baseline(fiscal_year_be=2559)
    # Left out of the link, the region would be the meeting's again.
    assert chosen.link == (
        "https://h/present?year=2562&rule=d&window=all&region=all&lang=en"
        "&slides=map,stand&since=2559&meeting=5&release=1"
    )


def test_what_a_release_no_longer_offers_gives_way_to_the_default(tables: ReleaseTables) -> None:
    meeting = noted("year=1066&window=0&office=99&cluster=&slides=stand,stand&since=r9&invented=1")
    assert all_codes(asked(meeting), tables) == all_codes(asked(), tables)


def test_no_slide_at_all_is_a_choice(tables: ReleaseTables) -> None:
    assert selected(tables, noted("slides=")).slides == ()
    assert selected(tables, noted("slides=stand"), slides="").slides == ()


@pytest.mark.parametrize("release", [1, 6])  # release 1 is shown: neither is earlier
def test_the_meeting_before_is_compared_with_only_where_its_release_is_earlier(
    tables: ReleaseTables, release: int
) -> None:
    request = replace(asked(noted("")), previous=noted("", release=release))
    assert all_codes(request, tables)["since"] == "2562"


def test_in_the_first_year_there_is_nothing_to_compare_with(tables: ReleaseTables) -> None:
    context = compose(asked(year="2547"), tables)
    assert (context.chosen.baseline, context.comparison) == (Baseline(), None)


@pytest.mark.parametrize("since", ["r1", "r2", "2563", "2560", "x"])  # no result in FY 2560
def test_what_is_nothing_earlier_is_refused(tables: ReleaseTables, since: str) -> None:
    with pytest.raises(NotEarlierError, match=since):
        selected(tables, since=since)


@pytest.mark.parametrize(
    ("name", "code"), [("year", "1066"), ("office", "99"), ("cluster", "x"), ("slides", "map,map")]
)
def test_what_is_not_offered_is_refused_by_its_name(
    tables: ReleaseTables, name: str, code: str
) -> None:
    with pytest.raises(NotOfferedError) as refused:
        compose(asked(**{name: code}), tables)
    assert (refused.value.name, refused.value.code) == (name, code)


def test_areas_that_share_no_province_are_refused(tables: ReleaseTables) -> None:
    with pytest.raises(EmptyAreaError):
        selected(tables, region="4-North", office="16")


def test_invented_tables_stand_in_only_where_wanted_and_allowed(tables: ReleaseTables) -> None:
    wanted = asked(trial="1")
    invented = compose(wanted, tables)
    assert invented.chosen.fictitious
    assert invented.material.staircase.fictitious
    assert invented.material.scores.fictitious
    for request in (replace(wanted, may_invent=False), asked()):
        context = compose(request, tables)
        assert not context.chosen.fictitious
        assert context.material.staircase is tables.real.staircase
        assert context.material.scores is tables.real.scores


def test_a_province_keeps_the_filters_in_its_link_and_reads_no_area(tables: ReleaseTables) -> None:
    chosen = of_province(asked(rule="a", region="4-North"), "TH-90", tables)
    assert (chosen.codes, chosen.area, chosen.question.rule) == (("90",), "Songkhla", "a")
    assert chosen.link == (
        "https://h/province?province=TH-90&year=2563&rule=a&window=3&region=4-North&lang=en"
        "&release=1"
    )
    with pytest.raises(NoSuchProvinceError, match="TH-99"):
        of_province(asked(), "TH-99", tables)


def test_what_is_noted_is_read_back_as_it_was(tables: ReleaseTables) -> None:
    codes = all_codes(asked(region="6-East", slides="map", trial="0"), tables)
    query = to_note(codes)
    assert query == ("year=2563&rule=b&window=3&region=6-East&trial=0&slides=map&since=2562")
    assert all_codes(asked(noted(query)), tables) == codes
    assert noted_codes(noted(f"{query}&lang=th&preview=x"))["release"] == "1"
    assert not {"lang", "preview"} & noted_codes(noted(f"{query}&lang=th&preview=x")).keys()
    assert noted_codes(None) == {}


def test_the_release_is_the_one_chosen_or_the_meetings_or_the_newest() -> None:
    assert asked(LAST, release="2").release == 2
    assert asked(LAST).release == 6
    assert asked(LAST, release="").release is None
    assert asked().release is None
