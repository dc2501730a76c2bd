"""Every page, through the entry script: its frame, its language, its filters from the address."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.opened import address, component, open_page
from utils.screen.pages import PAGES
from utils.words import LANGS, Lang, Words

OFFICE_13: dict[Lang, dict[str, str]] = {
    "th": {"name": "สคพ.13", "former": "สสภ.13", "seat": "ชลบุรี"},
    "en": {"name": "REPCO 13", "former": "REO 13", "seat": "Chon Buri"},
}
IN_SIGHT = ("year", "rule", "region")
FOLDED = ("window", "cluster", "office")
USUAL = {
    "year": "2563",  # the record's last year, never today's
    "rule": "b",
    "window": "3",
    "region": "all",
    "cluster": "all",
    "office": "all",
}


def values(app: AppTest) -> dict[str, object]:
    return {param: app.selectbox(key=f"filter.{param}").value for param in USUAL}


def unfold_filters(app: AppTest) -> None:
    app.session_state["filter.more"] = True
    app.run()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_inside_the_frame(name: str, lang: Lang) -> None:
    app = open_page(name, lang=lang)
    words = Words(lang)
    assert [title.value for title in app.title] == [words(f"{name}.title")]
    assert app.sidebar.header[0].value == words("app.title")
    labels = [box.label for box in app.sidebar.selectbox]
    assert labels == [words(f"filter.{param}") for param in IN_SIGHT]
    assert app.sidebar.expander[0].label == words("filter.more")
    assert not [*app.exception, *app.error, *app.warning]


@pytest.mark.parametrize("name", PAGES)
def test_thai_comes_first(name: str) -> None:
    app = open_page(name)
    assert app.title[0].value == Words("th")(f"{name}.title")
    assert app.button_group(key="filter.lang").value == "th"


@pytest.mark.parametrize("name", PAGES)
def test_without_a_choice_the_filters_stand_at_the_record_and_rule_b(name: str) -> None:
    app = open_page(name)
    unfold_filters(app)
    # The pages of other tables stand at the last year of these: the invented ones here.
    own_year = {"staircase": {"year": "2569"}, "scores": {"year": "2567"}}.get(name, {})
    assert values(app) == USUAL | own_year
    assert address(app) == {}


@pytest.mark.parametrize(("param", "code"), [("window", "5"), ("cluster", "C01"), ("office", "1")])
def test_a_folded_filter_that_is_set_is_in_sight(param: str, code: str) -> None:
    app = open_page(**{param: code})
    assert values(app) == USUAL | {param: code}
    app.selectbox(key=f"filter.{param}").select(USUAL[param]).run()
    assert address(app) == {}


@pytest.mark.parametrize(
    ("lang", "typed"),
    [
        ("th", "สคพ.13"),
        ("th", "สสภ.13"),
        ("th", "สำนักงานสิ่งแวดล้อมและควบคุมมลพิษที่ 13"),
        ("th", "สำนักงานสิ่งแวดล้อมภาคที่ 13"),
        ("en", "REPCO 13"),
        ("en", "Regional Environment and Pollution Control Office 13"),
        ("en", "Regional Environment Office 13"),
    ],
)
def test_an_office_is_found_by_its_names_old_and_new(lang: Lang, typed: str) -> None:
    app = open_page(lang=lang)
    unfold_filters(app)
    box = app.selectbox(key="filter.office")
    [label] = [option for option in box.options if typed in option]
    assert label.startswith(Words(lang)("area.office", **OFFICE_13[lang]))


def test_an_office_keeps_its_short_name_in_a_sentence() -> None:
    sentence = component(open_page(office="13"), "brief")["sentence"]
    assert "ในสคพ.13 (เดิม สสภ.13) ชลบุรี มีจังหวัด" in sentence


@pytest.mark.parametrize("lang", LANGS)
def test_the_two_centrals_are_told_apart(lang: Lang) -> None:
    options = open_page(lang=lang).selectbox(key="filter.region").options
    names = [option.rsplit(" (", 1)[0] for option in options]
    of_four, of_six = {
        "th": ("ภาคกลางและภาคตะวันออก", "ภาคกลาง"),
        "en": ("Central and East", "Central"),
    }[lang]
    assert names.count(of_four) == names.count(of_six) == 1


CHOSEN = {
    "year": "2562",
    "rule": "c",
    "window": "5",
    "region": "4-North",
    "cluster": "C01",
    "office": "1",
}


@pytest.mark.parametrize("name", PAGES)
def test_the_filters_are_read_from_the_address(name: str) -> None:
    app = open_page(name, **CHOSEN)
    assert values(app) == CHOSEN
    assert address(app) == CHOSEN
    assert not app.warning


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("param", "code"),
    [
        ("year", "1066"),
        ("year", "2571"),  # no such round is known of
        ("year", "2,563"),
        ("year", "๒๕๖๓"),
        ("year", ""),
        ("rule", "B"),
        ("rule", "เคยมีผล"),
        ("window", "0"),
        ("window", "11"),
        ("window", "None"),
        ("window", "-3"),
        ("region", "North"),
        ("region", "5-North"),
        ("cluster", "C19"),
        ("office", "17"),
        ("office", "04"),
    ],
)
def test_an_unknown_value_is_refused_politely(param: str, code: str, lang: Lang) -> None:
    app = open_page(lang=lang, **{param: code})
    assert [warning.value for warning in app.warning] == [
        Words(lang)("filter.refused", names=Words(lang)(f"filter.{param}"))
    ]
    assert component(app, "brief")["main"]["number"] == "67"
    assert param not in address(app)
    assert not app.exception
    unfold_filters(app)
    assert app.selectbox(key=f"filter.{param}").value == USUAL[param]


def test_an_unknown_language_is_refused_and_thai_shown() -> None:
    app = open_page(lang="fr")
    assert app.warning[0].value == Words("th")("filter.refused", names="ภาษา / Language")
    assert app.title[0].value == Words("th")("overview.title")


def test_a_good_value_beside_a_bad_one_is_kept() -> None:
    app = open_page(year="1066", rule="a", region="Mars")
    assert app.warning[0].value == Words("th")("filter.refused", names="ปีงบประมาณ พ.ศ., ภาค")
    assert address(app) == {"rule": "a"}
    assert component(app, "brief")["main"]["number"] == "73"


@pytest.mark.parametrize(
    ("name", "param", "code", "called"),
    [
        ("map", "show", "rank", "แสดง"),
        ("map", "view", "3d", "รูปแบบแผนที่"),
        ("province", "province", "TH-99", "จังหวัด"),
        ("province", "province", "60", "จังหวัด"),
        ("province", "province", "นครสวรรค์", "จังหวัด"),
        ("overview", "group", "region5", "จัดกลุ่มตาม"),
        ("methods", "table", "teachers", "ตาราง"),
    ],
)
def test_a_value_of_one_page_is_refused_politely_too(
    name: str, param: str, code: str, called: str
) -> None:
    app = open_page(name, **{param: code})
    assert [warning.value for warning in app.warning] == [
        Words("th")("filter.refused", names=called)
    ]
    assert param not in address(app)
    assert not app.exception


def test_the_warning_is_gone_after_the_next_choice() -> None:
    app = open_page(year="1066")
    app.selectbox(key="filter.rule").select("a").run()
    assert not app.warning
    assert address(app) == {"rule": "a"}


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page.needs_area])
def test_areas_that_share_no_province_are_said_to_be_empty(name: str) -> None:
    # Upper Northern 1 lies in the North, so it shares nothing with the South.
    app = open_page(name, region="4-South", cluster="C01", lang="en")
    assert [info.value for info in app.info] == [Words("en")("filter.empty")]
    assert app.title[0].value == Words("en")(f"{name}.title")
    assert not app.main.get("bidi_component")
    assert not app.exception


def test_choosing_and_unchoosing_a_filter_writes_and_clears_the_address() -> None:
    app = open_page(lang="en")
    app.selectbox(key="filter.region").select("4-South").run()
    assert address(app) == {"lang": "en", "region": "4-South"}
    app.selectbox(key="filter.region").select("all").run()
    assert address(app) == {"lang": "en"}


@pytest.mark.parametrize("name", PAGES)
def test_the_language_switch_changes_words_and_keeps_the_choices(name: str) -> None:
    app = open_page(name, year="2562", rule="c")
    app.button_group(key="filter.lang").set_value("en").run()
    assert app.title[0].value == Words("en")(f"{name}.title")
    assert address(app) == {"lang": "en", "year": "2562", "rule": "c"}
    app.button_group(key="filter.lang").set_value("th").run()
    assert app.title[0].value == Words("th")(f"{name}.title")
    assert address(app) == {"year": "2562", "rule": "c"}
