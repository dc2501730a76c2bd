"""One province whole, by the rows of the published list that were read by eye."""

from __future__ import annotations

from typing import Any

import pytest

from tests.pages.opened import (
    PROVINCE_CODES,
    address,
    component,
    open_page,
    opens,
    short_table,
    unfold,
)
from utils.tables.declared.schemas import PILOTS
from utils.words import LANGS, Lang, Words


def facts(province: str, **link: str) -> dict[str, str]:
    shown = component(open_page("province", province=province, **link), "facts")
    return {item["term"]: item["value"] for item in shown["items"]}


@pytest.mark.parametrize(
    ("province", "rule", "status"),
    [
        ("TH-60", "b", "counted"),  # Nakhon Sawan: 2561 and twice 2562
        ("TH-75", "b", "not_known"),  # Samut Songkhram: 2550 and 2552
        ("TH-75", "a", "counted"),
        ("TH-55", "b", "counted"),  # Nan: Pua and Wiang Sa, 2562 and 2563
        ("TH-55", "d", "not_known"),  # the city of Nan itself: 2559
        ("TH-96", "b", "not_known"),
        ("TH-10", "b", "outside"),
    ],
)
@pytest.mark.parametrize("lang", LANGS)
def test_a_province_says_its_status(province: str, rule: str, status: str, lang: Lang) -> None:
    shown = component(open_page("province", province=province, rule=rule, lang=lang), "facts")
    assert shown["status"] == Words(lang)(f"status.{status}", n=3)


@pytest.mark.parametrize(
    ("province", "rule", "status"),
    [
        ("TH-75", "b", "older"),
        ("TH-55", "d", "older_qualifying"),
        ("TH-96", "b", "none"),
    ],
)
def test_with_every_list_whole_it_says_why_it_is_not_counted(
    province: str, rule: str, status: str
) -> None:
    app = open_page("province", province=province, rule=rule, year="2562", lang="en")
    shown = component(app, "facts")
    assert shown["status"] == Words("en")(f"status.{status}", n=3)
    assert "not known" not in shown["lead"]


def test_why_it_is_counted_names_rule_results_and_source_row() -> None:
    # Rows 155 to 157: one municipality, one result of 2561 and two of 2562.
    lead = component(open_page("province", province="TH-60"), "facts")["lead"]
    assert lead.startswith("จังหวัดนครสวรรค์นับได้ตามเกณฑ์ (ข)")
    assert "3 รายการ" in lead
    assert "1 เทศบาล" in lead
    assert "2561–2563" in lead
    assert "ทน.นครสวรรค์" in lead
    assert "156" in lead or "157" in lead


def test_why_it_is_not_known_names_the_latest_result() -> None:
    lead = component(open_page("province", province="TH-75"), "facts")["lead"]
    assert lead.startswith("ยังไม่ทราบว่าจังหวัดสมุทรสงครามนับได้ตามเกณฑ์ (ข)")
    assert "ทม.สมุทรสงคราม" in lead
    assert "2552" in lead
    assert "236" in lead


def test_the_list_is_blamed_and_not_the_province() -> None:
    app = open_page("province", province="TH-96", lang="en")
    shown = component(app, "facts")
    assert shown["lead"].startswith("Whether Narathiwat is counted under rule (b)")
    assert "(area level, FY 2563: round held, list not in this table)" in shown["lead"]
    assert shown["lead"].endswith("This describes the lists, not the province.")
    assert any("Kolok" in note and "2565" in note for note in shown["notes"])
    assert Words("en")("province.no_rows") in [info.value for info in app.info]


@pytest.mark.parametrize("lang", LANGS)
def test_bangkok_is_said_to_lie_outside(lang: Lang) -> None:
    app = open_page("province", province="TH-10", lang=lang)
    name = "กรุงเทพมหานคร" if lang == "th" else "Bangkok"
    assert component(app, "facts")["lead"] == Words(lang)("province.why.outside", province=name)
    assert not app.exception


@pytest.mark.parametrize("province", ["TH-60", "TH-96", "TH-10"])
def test_a_year_without_data_leaves_the_status_open(province: str) -> None:
    app = open_page("province", province=province, year="2567", lang="en")
    status = "outside" if province == "TH-10" else "no_data"
    assert component(app, "facts")["status"] == Words("en")(f"status.{status}", n=3)
    assert not app.exception


def test_its_groups_are_counted_as_n_of_n_in_whole_numbers() -> None:
    items = facts("TH-60", lang="en")
    # All 17 provinces of the North are counted; the cluster Lower Northern 2 holds four.
    assert items["Region"] == "North · 17/17 counted"
    assert items["Provincial cluster"] == "Lower Northern 2 · 4/4 counted"
    assert items["Environment office"].endswith("Nakhon Sawan · 4/4 counted")


def test_its_groups_are_unknown_and_not_zero_in_a_year_without_data() -> None:
    items = facts("TH-60", lang="en", year="2567")
    assert not [value for value in items.values() if "0/" in value or " 0 " in value]
    assert items["Region"] == "North · No data (of 17)"
    assert not [value for value in items.values() if "–/" in value]


@pytest.mark.parametrize(("rule", "assumed"), [("b", False), ("d", True)])
def test_its_groups_name_rule_and_window(rule: str, *, assumed: bool) -> None:
    words = Words("th")
    basis = facts("TH-60", rule=rule)[words("province.basis")]
    years = words("window.years", first=2561, last=2563)
    assert basis.startswith(f"{words(f'rule.{rule}', n=3)} · {years}")
    assert basis.endswith(words("rule.note.assumed")) == assumed


def test_a_year_the_list_does_not_reach_is_not_a_province_without_rows() -> None:
    # TH-60 has seven rows up to 2563.
    notes = [info.value for info in open_page("province", province="TH-60", year="2565").info]
    assert Words("th")("overview.unknown_note", last=2563) in notes
    assert Words("th")("province.no_rows") not in notes


def test_the_centre_city_is_named_and_called_assumed() -> None:
    centre = facts("TH-60", lang="en")[Words("en")("province.centre")]
    assert "Nakhon Sawan" in centre
    assert "assumed" in centre


@pytest.mark.parametrize("province", ["TH-11", "TH-39", "TH-93"])
def test_an_office_on_which_sources_differ_says_so(province: str) -> None:
    assert "sources differ" in facts(province, lang="en")["Environment office"]


def test_a_count_of_an_office_names_the_province_on_which_sources_differ() -> None:
    # Samut Prakan is of office 13 by one source, which counts it there, and of office 6 by another
    office = facts("TH-20", lang="en")["Environment office"]
    assert "/6" in office
    assert office.endswith("sources differ: Samut Prakan")
    assert "differ" not in facts("TH-60", lang="en")["Environment office"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_row_of_the_province_opens(lang: Lang) -> None:
    # Rows 155 to 161 of the published file.
    words = Words(lang)
    rows = unfold(open_page("province", province="TH-60", lang=lang), words("province.rows", n=7))
    assert sorted(rows[words("column.source_row")].astype(str)) == [str(n) for n in range(155, 162)]


def test_rows_after_the_chosen_year_are_not_shown() -> None:
    # Takhli in 2552 and 2555; the next rows are of 2559.
    app = open_page("province", province="TH-60", year="2555")
    rows = unfold(app, Words("th")("province.rows", n=2))
    assert sorted(rows["แถวต้นฉบับ"].astype(str)) == ["158", "159"]


def test_the_timeline_is_told_in_words() -> None:
    app = open_page("province", province="TH-60", lang="en")
    assert component(app, "timeline")["said"] == Words("en")("province.timeline_alt", n=2)


def test_pilots_are_listed_with_their_sources() -> None:
    # Eco-city twice (Nakhon Sawan, Takhli), one ASEAN certificate, one of the 14 Green Cities.
    app = open_page("province", province="TH-60", lang="en")
    shown = short_table(app, "pilots")
    programmes = [
        PILOTS.columns["programme"].label(code, "en") for code in ("eco_city", "green_city_14")
    ]
    assert len(shown) == 4
    assert set(programmes) <= set(shown["Programme"])
    assert shown["Source"].str.len().gt(0).all()


@pytest.mark.parametrize(
    ("province", "source"),
    [
        ("TH-60", "สผ., https://"),
        ("TH-47", "กรมส่งเสริมคุณภาพสิ่งแวดล้อม หน้าเว็บ LA21 & Green City"),
        ("TH-21", "เอกสารข้อเสนอแนะเชิงนโยบาย DELGOSEA"),
    ],
)
def test_sources_of_pilots_are_told_in_the_readers_language(province: str, source: str) -> None:
    sources = " ".join(short_table(open_page("province", province=province), "pilots")["แหล่งข้อมูล"])
    assert source in sources
    assert " page" not in sources
    assert "paper" not in sources


def test_a_remark_says_once_that_sources_differ() -> None:
    remarks = short_table(open_page("province", province="TH-65"), "pilots")["หมายเหตุ"]
    assert "แหล่งข้อมูลระบุไม่ตรงกัน: เรื่องการได้รับเกียรติบัตรนี้" in list(remarks)


@pytest.mark.parametrize(("lang", "name"), [("th", "นครสวรรค์"), ("en", "Nakhon Sawan")])
def test_provinces_are_chosen_by_name_and_kept_by_code(lang: Lang, name: str) -> None:
    app = open_page("province", lang=lang)
    box = app.selectbox(key="province.province")
    assert name in box.options
    assert len(box.options) == 77
    box.select("TH-60").run()
    assert address(app)["province"] == "TH-60"
    assert name in component(app, "facts")["lead"]


HUA_HIN = "TH-77"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("typed", "province"),
    [
        ("ทน.หัวหิน", HUA_HIN),
        ("ทม.หัวหิน", HUA_HIN),  # its name until it was raised
        ("เทศบาลนครหัวหิน", HUA_HIN),
        ("เทศบาลเมืองหัวหิน", HUA_HIN),
        ("hua hin", HUA_HIN),
        ("เทศบาลตำบลเวียงเทิง", "TH-57"),
        ("ทต.น้ำแพร่พัฒนา", "TH-50"),  # no English name is known
    ],
)
def test_a_municipality_is_found_by_any_of_its_names(typed: str, province: str, lang: Lang) -> None:
    app = open_page("province", lang=lang)
    box = app.selectbox(key="province.search")
    # As the box itself looks: for what was typed, anywhere in an option, in either case.
    options = [option for option in box.options if typed.casefold() in option.casefold()]
    assert options
    box.select(options[0]).run()
    assert address(app)["province"] == province
    assert app.selectbox(key="province.search").value is None


def test_a_former_name_is_shown_with_the_present_one() -> None:
    options = open_page("province").selectbox(key="province.search").options
    [former] = [option for option in options if option.startswith("ทม.หัวหิน")]
    assert former.startswith("ทม.หัวหิน (ปัจจุบัน ทน.หัวหิน)")


def test_every_province_opens() -> None:
    app = open_page("province", lang="en")
    failed = []
    for code in PROVINCE_CODES:
        app.selectbox(key="province.province").select(f"TH-{code}").run()
        if app.exception or app.error:
            failed.append(code)
    assert failed == []


def test_the_map_marks_the_province() -> None:
    assert component(open_page("province", province="TH-60"), "province_map")["chosen"] == "60"


def test_it_leads_to_the_cards_of_its_cities() -> None:
    # Trat: Nam Chiao takes part in a programme and has no row on the list.
    shown = component(open_page("province", province="TH-23", lang="en"), "facts")["cities"]
    by_id = {link["id"]: link for link in shown["links"]}
    assert by_id["LAO-23-004"]["name"] == "Nam Chiao SM"
    assert by_id["LAO-23-004"]["href"].startswith("city?city=LAO-23-004&")


def test_its_brief_is_offered_once_asked_for() -> None:
    app = open_page("province", province="TH-60")
    section: Any = opens(app, Words("th")("province.brief.take"))
    offered = [button.label for button in section.get("download_button")]
    assert offered == ["สรุปหนึ่งหน้า (DOCX)", "สรุปหนึ่งหน้า (PDF)"]
    assert not app.exception


def test_a_province_without_a_known_city_names_none() -> None:
    assert component(open_page("province", province="TH-96"), "facts")["cities"]["links"] == []


def test_namesakes_are_told_apart_in_the_search() -> None:
    options = open_page("province", lang="th").selectbox(key="province.search").options
    assert len(set(options)) == len(options)
