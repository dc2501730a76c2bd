"""The scores page with tables that differ: one LPA result, two editions, one assessor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pages.opened import component, open_page, turn, unfold
from tests.pages.scores.by_hand import HEADINGS, LPA, PARTS, SCORES, figures, load, two_editions
from utils.screen.app import cache
from utils.words import LANGS, Words


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return the folder of an installation's own tables, with a store of its own."""
    monkeypatch.setenv("ESC_TABLES", str(tmp_path))
    monkeypatch.setenv("ESC_DATABASE_URL", f"sqlite:///{tmp_path / 'esc.sqlite'}")
    yield tmp_path
    cache.forget()


def test_an_lpa_result_alone_ends_the_invented_scores(folder: Path) -> None:
    load(folder, lpa_results=[HEADINGS["lpa_results"], *LPA])
    app = open_page("scores", year="2563")
    for part in PARTS:
        turn(app, part=part)
        assert not app.exception
        assert {one["number"] for one in figures(app)} == {Words("th")("overview.unknown")}


def test_the_national_level_is_offered_only_where_a_score_of_it_is_held(folder: Path) -> None:
    load(folder, scores=[HEADINGS["scores"], *SCORES])
    for lang in LANGS:
        words = Words(lang)
        app = open_page("scores", year="2563", lang=lang, assessor="national")
        assert app.warning[0].value == words("filter.refused", names=words("scores.assessor"))
    rows = [f"LAO-11-003,2563,criteria_34,{at},national,20,," for at in range(1, 35)]
    load(folder, scores=[HEADINGS["scores"], *SCORES, *rows])
    for lang in LANGS:
        words = Words(lang)
        app = open_page("scores", year="2563", lang=lang, assessor="national")
        for part in PARTS:
            turn(app, part=part)
            assert not app.exception
            assert not app.warning
            # one city with a total: its median would be that city
            assert [one["number"] for one in figures(app)][:2] == ["1", words("scores.few")]
            told = words("who_reported.offices", year=2563, n=1, of=16, provinces=1, total=76)
            assert told in component(app, "scores")["notes"]
            assert words("scores_lpa.national") in component(app, "scores")["notes"]
            if part == "indicators":
                [_, holding_back] = component(app, "indicators")["panels"]
                assert (holding_back["lead"], holding_back["rows"]) == (
                    words("scores_lpa.national"),
                    [],
                )
        assert words("scores_lpa.national") in [text.value for text in app.info]


def test_two_editions_are_compared_through_the_mapping(folder: Path) -> None:
    two_editions(folder, mapped=True)
    titles = {
        "th": "เกณฑ์ 4 องค์ประกอบ 34 ตัวชี้วัด",
        "en": "Criteria of 4 components and 34 indicators",
    }
    for lang in LANGS:
        app = open_page("scores", part="totals", year="2568", lang=lang)
        assert not app.exception
        shown = component(app, "change")
        assert (shown["figure"]["data"][1]["x"], shown["figure"]["data"][1]["y"]) == ([50], [60])
        left = {"laos": 1, "edition": titles[lang], "mapped": 30, "of": 34, "left": 4}
        assert Words(lang)("scores_change.translated", **left) in shown["notes"]
        cells = unfold(app, Words(lang)("scores.table.change"))
        assert cells[Words(lang)("scores.column.common")].tolist() == [30]


def test_two_editions_without_a_mapping_are_said_not_to_be_compared(folder: Path) -> None:
    two_editions(folder, mapped=False)
    note = {"th": "จึงไม่นำคะแนนมาเปรียบเทียบ", "en": "are not compared"}
    for lang in LANGS:
        app = open_page("scores", part="totals", year="2568", lang=lang)
        assert not app.exception
        assert "change" not in {element.key for element in app.get("bidi_component")}
        assert len(app.info) == 1
        assert note[lang] in app.info[0].value


def test_an_assessor_of_no_score_has_no_year(folder: Path) -> None:
    load(folder, scores=[HEADINGS["scores"], *(row for row in SCORES if ",self," in row)])
    names = {"th": "ประเมินระดับพื้นที่", "en": "Area level"}
    for lang in LANGS:
        app = open_page("scores", year="2563", lang=lang, assessor="area")
        note = Words(lang)("scores.none_by", assessor=names[lang])
        assert [text.value for text in app.info] == [note]
