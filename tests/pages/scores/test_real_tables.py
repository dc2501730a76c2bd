"""The scores page with tables of real LAOs, loaded as an installation would."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.pages.opened import MARK, component, everything, open_page, turn, unfold
from tests.pages.scores.by_hand import HEADINGS, LPA, PARTS, SCORES, figures, load
from utils.screen.app import cache
from utils.words import LANGS, Lang, Words

pytestmark = pytest.mark.usefixtures("real")


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Load tables of real LAOs once, as an installation would; no test changes them."""
    folder = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_TABLES", str(folder))
        patch.setenv("ESC_DATABASE_URL", f"sqlite:///{folder / 'esc.sqlite'}")
        load(
            folder,
            scores=[HEADINGS["scores"], *SCORES],
            lpa_results=[HEADINGS["lpa_results"], *LPA],
        )
        yield
    cache.forget()


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_are_nowhere_once_real_scores_are_loaded(lang: Lang) -> None:
    app = open_page("scores", year="2563", lang=lang)
    for part in PARTS:
        turn(app, part=part)
        assert not app.exception
        # 18 + at % 3: three LAOs assessed, two with a total; the one at 19 of 30 passes at 60 %.
        assert figures(app)[0]["number"] == "2"
        assert figures(app)[3]["number"] == "1"
        for words in (*MARK.values(), "ictitious", "FIC-", "สมมติ"):
            assert words not in everything(app)
        assert not app.toggle(key="trial.switch").value  # steps are still invented


@pytest.mark.parametrize("part", ["lpa", "takes"])
def test_one_real_lao_shows_its_lpa_result_and_leads_to_its_card(part: str) -> None:
    shown = component(
        open_page("scores", year="2563", part=part, lang="en", lao="LAO-11-001"), "lao_lpa"
    )
    assert shown["number"] == "85.0"
    assert [row["at"] for row in shown["rows"]] == [80, 85, 90, 95, 75]
    assert "Very good" in shown["of"]
    assert shown["card"]["href"].startswith("city?city=LAO-11-001")
    assert shown["mark"] == ""


def test_a_year_without_lpa_results_is_one_line_and_no_zero() -> None:
    app = open_page("scores", part="lpa", lang="en", year="2562")
    assert Words("en")("scores_lpa.no_year", year=2562, years="2563") in [
        text.value for text in app.info
    ]
    assert {element.key for element in app.get("bidi_component")}.isdisjoint({"lpa", "lao_lpa"})


@pytest.mark.parametrize("lang", LANGS)
def test_a_year_without_scores_names_the_years_of_that_assessor(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("scores", lang=lang, year="2570")
    name = {"th": "ประเมินตนเอง", "en": "Self-assessment"}[lang]
    note = words("scores.no_year", year=2570, assessor=name, years="2562–2563")
    assert [text.value for text in app.info] == [note]


def test_real_names_in_tables_lead_to_their_cards() -> None:
    words = Words("en")
    app = open_page("scores", year="2563", lang="en")
    cells = unfold(app, words("scores.table.laos"))
    assert cells[words("column.lao")].str.startswith("city?city=LAO-11-").all()
    assert app.dataframe[0].proto.placeholder == words("table.missing")


def test_real_provinces_without_a_city_are_those_of_the_record() -> None:
    words = Words("en")
    app = open_page("scores", year="2563", part="takes", lang="en")
    assert len(component(app, "nearest_rows")["rows"]) == 9  # 76 - 67, as the overview says
    south = open_page("scores", year="2563", part="takes", lang="en", region="4-South")
    # นราธิวาส, พังงา and กระบี่ of the nine.
    assert len(component(south, "nearest_rows")["rows"]) == 3
    assert words("scores.nearest_lead.real", n=3, of=9, assessor="Self-assessment") in [
        text.value.split(" · nearest first")[0] for text in south.markdown
    ]
