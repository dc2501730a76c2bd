"""The drill: lists in parts, offices one by one, scores of a few, a correction; and what is said.

Every step is a release of its own, and every page is read as of each: no unknown is told as zero,
none, lost or remaining; "at least" never falls by an addition; year and share of offices are said.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from tests.desk.people import STEWARD, enrolment, published
from tests.pages.opened import address, component, everything, open_page
from tests.pages.scores.by_hand import HEADINGS
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.desk.store.files import File
from utils.desk.submissions.submissions import Order
from utils.exports.__main__ import main
from utils.screen.pages import PAGES
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.tables.reading.writer import to_csv
from utils.words import LANGS, Lang, Words

pytestmark = pytest.mark.usefixtures("years_to_come")

# Provinces of which no list up to FY 2563 counts a city in the last three years, in the order of
# their results below: Krabi, Chanthaburi; Nakhon Phanom, Samut Sakhon; Phetchaburi.
FIRST, SECOND, WHOLE = ("81", "22"), ("48", "74"), ("76",)
PARTS = {2: FIRST, 3: SECOND, 4: WHOLE}  # by release; release 1 is what is shipped
NONE_TOLD = 5  # office 16 reports its part of FY 2570, which has no row
ENROLLED = range(6, 21)  # offices 1 to 15, one a release
SCORED = range(21, 26)  # scores of FY 2566 and 2567 from five offices
CORRECTED = 26
UNREAD = {"desk", "present", "history"}  # of people; read below; of what was said before
SENT = "LAO-60-001"  # has a step and no scores
READ = (2, 3, 4, 5, 6, 7, 20, 21, 25, 26)
# Every step is read; those that repeat the one before them in one language, by turns.
STEPS = [
    (release, lang)
    for release in range(2, CORRECTED + 1)
    for lang in LANGS
    if release in READ or (release % 2 == 0) == (lang == "en")
]
FALSE = {
    "th": r"เหลืออีก|ยังเหลือ|หลุด|ไม่เข้าเกณฑ์แล้ว|หมดอายุ|ล้าหลัง|ตกชั้น",
    "en": r"\bremains?\b(?! on record| in the list)|\blost\b|\bno longer counted\b|\bexpired\b",
}
# A lower bound of zero is true; zero of so many is not, while lists or offices are missing.
ZERO = {"th": r"(?<!อย่างน้อย )(?<![\d,])0 จาก \d", "en": r"(?<!at least )(?<![\d,])0 of \d"}


def file_of(table: Table, rows: pd.DataFrame) -> File:
    return File(table.file, to_csv(rows, table).encode())


def results(engine: Engine, codes: tuple[str, ...], status: str) -> list[File]:
    """Return national prizes of FY 2564 in some provinces, with what is known of their list."""
    shown = store.release(None, engine)
    awards, rounds = (store.table(name, shown, engine) for name in ("awards", "rounds"))
    last = int(awards["award_id"].str.removeprefix("AL-").astype(int).max())
    cities = awards.drop_duplicates("province_code").set_index("province_code")["lao_id"]
    single = awards[awards["source_row_repeated"].isna()]
    new = (
        single[single["level"] == "national"]
        .tail(len(codes))
        .assign(
            award_id=[f"AL-{last + at:04}" for at in range(1, len(codes) + 1)],
            fiscal_year_be=2564,
            lao_id=[cities[code] for code in codes],
            province_code=list(codes),
        )
    )
    state = rounds[(rounds["fiscal_year_be"] == 2564) & (rounds["level"] == "national")]
    return [
        file_of(schemas.AWARDS, new),
        file_of(schemas.ROUNDS, state.assign(status=status, source="made for this test")),
    ]


def scores(lao: str) -> File:
    lines = [
        f"{lao},{year},criteria_34,{at},area,{20 + at % 5},,"
        for year in (2566, 2567)
        for at in range(1, 35)
    ]
    return File("scores.csv", "\n".join([HEADINGS["scores"], *lines, ""]).encode())


def publish(engine: Engine) -> None:
    """Publish every step of the drill."""
    for codes in PARTS.values():
        status = "complete" if codes == WHOLE else "partial"
        published(engine, STEWARD, *results(engine, codes, status))
    shown = store.release(None, engine)
    provinces = store.table("provinces", shown, engine)
    sure = provinces[provinces["office_confidence"] != "disputed"]
    register = store.table("municipalities", shown, engine).drop_duplicates("lao_id")
    of_office = register.merge(sure, on="province_code").groupby("office_number")["lao_id"].first()
    with writing(engine) as connection:
        for number in range(1, 17):
            roles.grant(connection, STEWARD, f"office {number}", "officer", number)
    nothing = enrolment()
    part = Order(mode="office", office_number=16, fiscal_year_be=2570, note="none")
    published(engine, "office 16", nothing, order=part)
    for number in range(1, 16):
        part = Order(mode="office", office_number=number, fiscal_year_be=2570, note="steps")
        published(engine, f"office {number}", enrolment((of_office[number], 2570, "1")), order=part)
    for number in range(1, 6):
        published(engine, f"office {number}", scores(of_office[number]))
    awards = store.table("awards", store.release(None, engine), engine)
    good = awards[(awards["fiscal_year_be"] == 2561) & (awards["prize_class"] == "good")].head(1)
    better = awards[awards["prize_class"] == "very_good"].iloc[0]
    changed = good.assign(prize_class="very_good", certificate_th=better["certificate_th"])
    published(engine, STEWARD, file_of(schemas.AWARDS, changed), accepts=["another"])


@pytest.fixture(scope="module")
def drilled(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("drill") / "esc.sqlite"
    shutil.copy(filled, file)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        publish(store.opened(f"sqlite:///{file}"))
        store.close()
    return file


@pytest.fixture(scope="module")
def years_to_come(drilled: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_DATABASE_URL", f"sqlite:///{drilled}")
        patch.setenv("ESC_STEWARDS", STEWARD)
        yield
    store.close()


def at(release: int) -> dict[str, str]:
    return {"release": str(release), "lang": "en", "trial": "0"}


def false_words(text: str, lang: Lang) -> list[str]:
    found = (*re.finditer(FALSE[lang], text), *re.finditer(ZERO[lang], text))
    return [text[max(one.start() - 60, 0) : one.end() + 30] for one in found]


@pytest.mark.parametrize(("release", "lang"), STEPS)
def test_no_page_says_anything_false_after_any_step(release: int, lang: Lang) -> None:
    for name in sorted(set(PAGES) - UNREAD):
        app = open_page(name, **at(release) | {"lang": lang})
        assert not [*app.exception, *app.error], name
        assert false_words(everything(app), lang) == [], name


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("release", READ)
@pytest.mark.parametrize("year", ["2563", "2564", "2570"])
def test_no_slide_says_anything_false_after_any_step(release: int, year: str, lang: Lang) -> None:
    app = open_page("present", **at(release) | {"lang": lang, "year": year})
    assert not [*app.exception, *app.error]
    for slide in component(app, "slides")["slides"]:
        assert false_words(str(slide), lang) == [], slide["name"]


@pytest.mark.parametrize("release", [2, 3, 4, 5, 6, 13, 20, 21, 25, 26])
def test_no_file_says_anything_false(release: int, tmp_path: Path) -> None:
    for year in ("2564", "2570"):
        taken = ["--release", str(release), "--year", year, "--formats", "html"]
        assert main(["pack", *taken, "--lang", "en", "--out", str(tmp_path / year)]) == 0
        [page] = (tmp_path / year).iterdir()
        body = re.sub(r"<style>.*?</style>", "", page.read_text("utf-8"), flags=re.DOTALL)
        assert false_words(re.sub(r"<[^>]+>", " ", body), "en") == []


@pytest.mark.parametrize("rule", "abcd")
def test_at_least_never_falls_by_an_addition(rule: str) -> None:
    counted = []
    for release in (2, 3, 4):
        main_figure = component(open_page(year="2564", rule=rule, **at(release)), "brief")["main"]
        assert main_figure["before"] == "at least"
        counted.append(int(main_figure["number"]))
    assert counted == sorted(counted)


def test_a_list_in_part_can_be_chosen_and_says_how_much_of_it_there_is() -> None:
    app = open_page(**at(2))
    assert component(app, "brief")["main"]["number"] == "67"  # FY 2563, the last complete list
    assert app.selectbox(key="filter.year").value == "2563"
    later = open_page(year="2564", **at(2))
    notes = " ".join(component(later, "brief")["main"]["notes"])
    assert "national level, FY 2564: list in part (2 results)" in notes
    assert "area level, FY 2563: round held, list not in this table" in notes


def test_pages_open_on_the_year_whose_list_is_whole() -> None:
    app = open_page(**at(4))
    assert app.selectbox(key="filter.year").value == "2564"
    # FY 2562 to 2564: 64 of FY 2562, 32 of FY 2563, five of FY 2564.
    counted = component(app, "brief")["main"]
    assert counted["before"] == "at least"
    assert "not known" in counted["of"]


@pytest.mark.parametrize(("release", "offices"), [(5, 1), (6, 2), (7, 3), (20, 16)])
@pytest.mark.parametrize("lang", LANGS)
def test_who_has_reported_stands_beside_the_figures_of_enrolment(
    release: int, offices: int, lang: Lang
) -> None:
    said = {
        "th": f"ปีงบประมาณ 2570 รายงานแล้ว {offices} จาก 16 สำนักงาน",
        "en": f"FY 2570: reported by {offices} of 16 offices",
    }[lang]
    for name, link in (("staircase", {}), ("map", {"show": "stage"})):
        app = open_page(name, **at(release) | link | {"lang": lang})
        assert not app.exception
        assert said in everything(app), name
        assert "year" not in address(app)  # it opens on the last year of the table by itself


@pytest.mark.parametrize(("release", "provinces"), [(6, 9), (20, 73)])
def test_a_slide_of_some_offices_is_not_the_country(release: int, provinces: int) -> None:
    [slide] = component(open_page("present", slides="stairs", **at(release)), "slides")["slides"]
    counted = {6: "1 LAO was", 20: "15 LAOs were"}[release]
    said = f"(as reported by {provinces} of 76 provinces)"
    assert slide["sentence"] == f"In FY 2570, {counted} on the staircase {said}"


def test_who_has_reported_none_differs_from_who_has_not_reported() -> None:
    legend = component(open_page("map", show="stage", **at(6)), "map")["classes"]
    counts = {row["label"]: row["count"] for row in legend}
    # Office 16 has five provinces, office 1 four, of which one has a row.
    assert counts["Reported: no LAO on the staircase"] == 8
    assert counts["Not reported"] == 67


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("name", "link"), [("city", {"city": SENT}), ("pilots", {"cities": f"{SENT},LAO-55-004"})]
)
def test_steps_and_scores_of_cities_say_who_has_reported(
    name: str, link: dict[str, str], lang: Lang
) -> None:
    said, words = everything(open_page(name, **at(CORRECTED) | link | {"lang": lang})), Words(lang)
    for year, offices, provinces in ((2570, 16, 73), (2567, 5, 5)):
        numbers = {"year": year, "n": offices, "of": 16, "provinces": provinces, "total": 76}
        assert words("who_reported.offices", **numbers) in said
    assert words("staircase.levels_assumed") in said


def test_a_zero_is_one_of_those_who_have_reported() -> None:
    note = component(open_page("staircase", **at(6)), "stairs")["note"]
    assert Words("en")("who_reported.so_far") in note
    slides = component(open_page("present", **at(6)), "slides")["slides"]
    [stairs] = [slide for slide in slides if slide["name"] == "stairs"]
    assert stairs["sentence"].endswith("(as reported by 9 of 76 provinces)")


@pytest.mark.parametrize(("year", "offered"), [("2570", []), ("2568", ["2570"])])
def test_the_map_of_stages_offers_a_year_of_its_own_table(year: str, offered: list[str]) -> None:
    app = open_page("map", show="stage", year=year, **at(6))
    assert not app.exception
    buttons = [button.label for button in app.button if button.key == "map.to_last_year"]
    assert buttons == [Words("en")("year.to_last", year=one) for one in offered]


@pytest.mark.parametrize(("release", "offices"), [(21, 1), (25, 5)])
def test_who_has_reported_stands_beside_the_figures_of_scores(release: int, offices: int) -> None:
    app = open_page("scores", assessor="area", **at(release))
    assert f"FY 2567: reported by {offices} of 16 offices" in everything(app)
    assert app.selectbox(key="filter.year").value == "2567"


def test_methods_says_in_which_release_a_table_was_last_changed() -> None:
    sources = open_page("methods", **at(4)).table[0].value.set_index("Table")["As of"]
    assert "last changed in data release no. 4" in sources["Awards and area results"]
    assert "release" not in sources["Targets"]


def test_a_correction_is_told_apart_and_takes_nothing_away() -> None:
    before, after = (
        component(open_page(**at(release)), "brief")["main"] for release in (25, CORRECTED)
    )
    assert int(after["number"]) >= int(before["number"])
    words = Words("en")
    told = everything(open_page("history", **at(CORRECTED)))
    assert words("desk.meaning.correction") in told
