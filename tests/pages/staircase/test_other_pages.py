"""What other pages show of the staircase: overview, province, a city."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.pages.opened import MARK, component, everything, open_page, unfold
from tests.pages.staircase.enrolment import MADE, rows_of
from utils.screen.app import cache
from utils.screen.pages import PAGES
from utils.words import LANGS, Lang, Words


def test_real_steps_stay_on_the_axis_of_a_city(tmp_path: Path, real: None) -> None:
    assert real is None
    heading = MADE.splitlines()[0]
    steps = [f"LAO-60-001,{year},standard,1,,,active,,," for year in (2568, 2569)]
    (tmp_path / "enrolment.csv").write_text("\n".join([heading, *steps, ""]), "utf-8")
    cache.forget()
    app = open_page("city", city="LAO-60-001", year="2555", lang="en")
    shown = component(app, "cities")
    *_, lane = shown["cities"][0]["lanes"]
    assert [(run["year"], run["last"]) for run in lane["marks"]] == [(2568, 2569)]
    assert shown["axis"]["last"] == 2569
    assert any("Programmes and steps: all years" in note.value for note in app.caption)


# Scores follow their own tables: real enrolment does not end the invented ones.
# The methods tell what is invented and what is not: tests/pages/quality/test_methods.py.
@pytest.mark.parametrize(
    "page", [name for name in PAGES if name not in {"staircase", "scores", "methods"}]
)
def test_no_other_page_says_the_words_beside_a_real_table(real: None, page: str) -> None:
    assert real is None
    link = {"map": {"show": "stage"}}.get(page, {})
    for lang in LANGS:
        sent = everything(open_page(page, lang=lang, **link))
        for words in (*MARK.values(), "FIC-0"):
            assert words not in sent


def test_the_overview_says_what_is_enrolled_by_a_real_table_only(real: None) -> None:
    assert real is None
    words = Words("en")
    texts = [text.value for text in open_page("overview", lang="en").markdown]
    told = words("who_reported.offices", year=2563, n=1, of=16, provinces=1, total=76)
    assert f"{words('overview.enrolled', year=2563, n=3)} · {told}" in texts


@pytest.mark.parametrize("lang", LANGS)
def test_other_pages_keep_fictitious_rows_out_of_real_figures(lang: Lang) -> None:
    overview = open_page("overview", lang=lang)
    assert MARK[lang] not in everything(overview)
    province = open_page("province", lang=lang, province="TH-60", trial="1")
    notes = component(province, "step_timeline")["figure"]["layout"]["annotations"]
    assert [note["text"] for note in notes].count(MARK[lang]) >= 2
    assert MARK[lang] not in json.dumps(component(province, "timeline"), ensure_ascii=False)


def test_the_overview_names_the_year_that_a_later_table_ends_with(recent: None) -> None:
    assert recent is None
    words = Words("en")
    [line] = [text.value for text in open_page(lang="en").markdown if "staircase" in text.value]
    assert line.startswith(words("overview.enrolled", year=2566, n=3))
    assert "2563" not in line  # the year is the table's own, as nobody chose one
    asked = open_page(lang="en", year="2563").markdown
    [line] = [text.value for text in asked if "staircase" in text.value]
    assert line.startswith(words("overview.enrolled", year=2566, n=3))
    assert line.endswith(words("staircase.no_year", year=2563, years="2565–2566"))


def test_a_province_tells_its_evidence_and_whom_it_reached() -> None:
    words = Words("en")
    app = open_page("province", lang="en", province="TH-60", trial="1")
    label = words("staircase.evidence.table", kind=words("fictitious.in_brackets"))
    shown = unfold(app, label)
    assert list(shown.columns)[-2:] == ["Partners", "Expanded to"]
    of_province = [row for row in rows_of("step_evidence") if row["lao_id"].startswith("FIC-60-")]
    assert len(shown) == len(of_province) > 0
    assert shown["Requirement"].notna().all()
    reached = [row["expanded_to"] for row in of_province if row["expanded_to"]]
    assert sorted(shown["Expanded to"].dropna()) == sorted(reached)
