"""The overview: the figures of the public record, worked out by hand from the published list."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.pages.opened import chart, component, folded, line, open_page, unfold
from utils.words import LANGS, Lang, Words

# Provinces with an award, all years so far: rule (a).
EVER = {2547: 19, 2550: 37, 2552: 48, 2555: 53, 2558: 55, 2559: 56, 2561: 67, 2562: 73, 2563: 73}
# Rule (b): three years. A lone year keeps its own count (19, 29, 35, 29, 19) through the gaps;
# 2552 counts the 44 provinces of 2550 and 2552, 2561 the 60 of 2559 and 2561.
RECENT = {
    2547: 19,
    2548: 19,
    2549: 19,
    2550: 29,
    2551: 29,
    2552: 44,
    2553: 35,
    2554: 35,
    2555: 29,
    2556: 29,
    2557: 29,
    2558: 19,
    2559: 33,
    2560: 33,
    2561: 60,
    2562: 67,
    2563: 67,
}
NEVER = {"th": {"นราธิวาส", "พังงา", "มุกดาหาร"}, "en": {"Narathiwat", "Phang-nga", "Mukdahan"}}
OLDER = {
    "th": {"กระบี่", "จันทบุรี", "นครพนม", "สมุทรสงคราม", "สมุทรสาคร", "เพชรบุรี"},
    "en": {
        "Krabi",
        "Chanthaburi",
        "Nakhon Phanom",
        "Samut Songkhram",
        "Samut Sakhon",
        "Phetchaburi",
    },
}


def names(brief: dict[str, Any]) -> list[set[str]]:
    return [
        {province["name"] for province in (*group["provinces"], *group["rest"])}
        for group in brief["remaining"]["groups"]
    ]


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_answer_is_67_of_76_with_its_rule_window_and_year(lang: Lang) -> None:
    words = Words(lang)
    main = component(open_page(lang=lang), "brief")["main"]
    assert main["number"] == "67"
    assert main["before"] == words("between.at_least")
    assert main["of"] == words("overview.of_between", total=76, n=9)
    assert main["rule"] == words("rule.b", n=3)
    assert main["window"].startswith(words("window.years", first=2561, last=2563))
    assert f"{words('group.between', counted=73, total=76, n=3)}" in main["window"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_first_answer_says_up_to_when_and_from_where(lang: Lang) -> None:
    words = Words(lang)
    main = component(open_page(lang=lang), "brief")["main"]
    assert words("overview.as_of", last=2563, publisher=words("source.publisher")) in main["notes"]
    # The area level of 2563 was held, its list is not in the table: neither a gap nor a zero.
    missing = words("rounds.open.list_missing", level=words("rounds.level.area"), years="2563", n=0)
    assert words("rounds.lists", lists=missing) in main["notes"]


def test_a_year_between_two_rounds_says_that_none_was_held() -> None:
    words = Words("en")
    app = open_page(year="2560", lang="en")
    notes = " ".join(component(app, "brief")["main"]["notes"])
    assert words("rounds.not_held", year=2560) in notes
    main = component(app, "brief")["main"]
    assert (main["before"], main["number"]) == ("", "33")


@pytest.mark.parametrize("lang", LANGS)
def test_rule_d_stands_beside_it_with_20(lang: Lang) -> None:
    [beside] = component(open_page(lang=lang), "brief")["others"]
    assert beside["number"] == "20"
    assert beside["rule"] == Words(lang)("rule.d")
    assert beside["of"] == Words(lang)("overview.of_between", total=76, n=56)
    assert Words(lang)("group.between", counted=41, total=76, n=35) in beside["window"]


@pytest.mark.parametrize("lang", LANGS)
def test_nine_provinces_are_not_known_by_name_and_by_what_is_on_record(lang: Lang) -> None:
    brief = component(open_page(lang=lang), "brief")
    assert brief["remaining"]["title"] == Words(lang)("overview.not_known", n=9)
    assert names(brief) == [NEVER[lang], OLDER[lang]]


def test_a_result_is_reported_of_narathiwat_and_is_not_counted() -> None:
    note = component(open_page(), "brief")["remaining"]["note"]
    assert "สุไหงโก-ลก" in note
    assert "2565" in note
    assert "ยังไม่นับรวม" in note


@pytest.mark.parametrize(
    ("rule", "number", "window", "ever"),
    [
        ("a", "73", ("window.ever", 2547), None),
        ("b", "67", ("window.years", 2561), "at least 73/76 · 3 not known"),
        ("c", "54", ("window.years", 2561), "at least 66/76 · 10 not known"),
        ("d", "20", ("window.years", 2561), "at least 41/76 · 35 not known"),
    ],
)
def test_each_rule_gives_its_figure_and_states_its_window(
    rule: str, number: str, window: tuple[str, int], ever: str | None
) -> None:
    words = Words("en")
    main = component(open_page(rule=rule, lang="en"), "brief")["main"]
    assert main["number"] == number
    assert main["rule"] == words(f"rule.{rule}", n=3)
    assert words(window[0], first=window[1], last=2563) in main["window"]
    if ever is not None:
        assert words("window.ever_beside", first=2547, last=2563, n=ever) in main["window"]


@pytest.mark.parametrize(
    ("year", "ever"), [("2550", "37/76 (ร้อยละ 48.7)"), ("2552", "48/76 (ร้อยละ 63.2)")]
)
def test_the_figure_over_all_years_ends_at_the_chosen_year(year: str, ever: str) -> None:
    window = component(open_page(year=year), "brief")["main"]["window"]
    assert window.endswith(f"ตั้งแต่ 2547 ถึง {year}: {ever}")


@pytest.mark.parametrize(("year", "shown"), [("2547", "FY 2547"), ("2549", "FY 2547–2549")])
def test_where_the_window_is_the_whole_record_no_second_figure_repeats_it(
    year: str, shown: str
) -> None:
    assert component(open_page(year=year, lang="en"), "brief")["main"]["window"] == shown


@pytest.mark.parametrize(("rule", "number"), [("a", "73"), ("b", "73"), ("c", "66"), ("d", "41")])
def test_all_years_can_be_chosen_as_the_window(rule: str, number: str) -> None:
    words = Words("en")
    app = open_page(window="all", rule=rule, lang="en")
    assert app.selectbox(key="filter.window").value == "all"
    brief = component(app, "brief")
    every = words("window.ever", first=2547, last=2563)
    shown = every if rule == "a" else words("window.own", window=every)
    assert brief["main"]["number"] == number
    assert brief["main"]["window"] == shown
    assert shown in brief["sentence"]
    assert "window=all" in brief["address"]
    assert words("status.older", n=3) not in str(brief["remaining"])
    assert not app.warning


@pytest.mark.parametrize(
    ("rule", "label", "rows"),
    [
        ("b", "(b) Result in any fiscal year", 540),
        # 540 less 66 of "very good" and 39 of "good".
        ("c", "(c) Excellent level or national prize", 435),
    ],
)
def test_the_rows_of_all_years_open(rule: str, label: str, rows: int) -> None:
    app = open_page(window="all", rule=rule, lang="en")
    assert len(unfold(app, Words("en")("overview.rows", rule=label))) == rows


@pytest.mark.parametrize(("rule", "older"), [("c", 12), ("d", 21)])
def test_an_old_result_is_called_old_only_among_those_the_rule_counts(
    rule: str, older: int
) -> None:
    # 66 - 54 and 41 - 20 provinces; 6 and 18 of them have a newer result of another kind.
    groups = component(open_page(rule=rule), "brief")["remaining"]["groups"]
    labels = [group["label"] for group in groups]
    assert f"ผลล่าสุดที่พบอยู่ก่อนช่วงปีที่นับ ({older})" in labels


def test_where_every_list_is_whole_the_rest_is_certainly_not_counted() -> None:
    brief = component(open_page(year="2562", lang="en"), "brief")
    assert (brief["main"]["before"], brief["main"]["of"]) == ("", "of 76 provinces")
    assert brief["remaining"]["title"] == "Not counted under this rule: 9"
    labels = [group["label"] for group in brief["remaining"]["groups"]]
    assert labels == ["Not in the published list (3)", "Latest result older than 3 years (6)"]
    assert "(88.2%)" in brief["sentence"]
    assert "9 are not counted towards the target" in brief["sentence"]


def test_how_firm_the_number_is_folds_beside_it() -> None:
    # Counted by other code from the published list: leaving out each row, then each city.
    assert component(open_page(lang="en"), "brief")["firm"]["lines"] == [
        "Rest on a single result: 7 of 67 counted",
        "Rest on a single city: 18 of 67 counted",
        "Year of the last result that counts them: FY 2563: 32 · FY 2562: 32 · FY 2561: 3",
    ]


def test_beside_rule_d_stands_the_usual_rule() -> None:
    [beside] = component(open_page(rule="d"), "brief")["others"]
    assert beside["number"] == "67"
    assert beside["rule"] == Words("th")("rule.b", n=3)


def test_under_rule_a_only_the_three_that_never_appear_remain() -> None:
    brief = component(open_page(rule="a"), "brief")
    assert names(brief) == [NEVER["th"]]


@pytest.mark.parametrize(
    ("year", "rule", "window", "number"),
    [
        ("2547", "a", "3", "19"),
        ("2559", "a", "3", "56"),
        ("2562", "a", "3", "73"),
        ("2560", "b", "3", "33"),
        ("2562", "b", "3", "67"),
        ("2563", "b", "1", "32"),
        ("2561", "b", "1", "55"),
        ("2562", "b", "1", "64"),
    ],
)
def test_year_and_window_change_the_figure(year: str, rule: str, window: str, number: str) -> None:
    brief = component(open_page(year=year, rule=rule, window=window), "brief")
    assert brief["main"]["number"] == number


@pytest.mark.parametrize("lang", LANGS)
def test_a_readers_own_window_is_called_so_in_figure_and_sentence(lang: Lang) -> None:
    brief = component(open_page(window="1", lang=lang), "brief")
    own = Words(lang)("window.own", window=Words(lang)("window.year", last=2563))
    assert own in brief["main"]["window"]
    assert own in brief["sentence"]
    assert "window=1" in brief["address"]


@pytest.mark.parametrize("lang", LANGS)
def test_one_sentence_says_it_all(lang: Lang) -> None:
    brief = component(open_page(lang=lang), "brief")
    words = Words(lang)
    for part in ("2563", "67", "76", "20", "9", words("rule.b", n=3), words("source.publisher")):
        assert part in brief["sentence"]
    assert "88.2" not in brief["sentence"]  # no share of what is known in part
    assert "เหลือ" not in brief["sentence"]
    assert "remain" not in brief["sentence"]


def test_under_rule_a_the_sentence_gives_the_centre_cities_a_window_of_their_own() -> None:
    sentence = component(open_page(rule="a"), "brief")["sentence"]
    assert "20 จังหวัด จาก 76 จังหวัด ไม่ทราบ 56 จังหวัด (ปีงบประมาณ 2561–2563" in sentence


@pytest.mark.parametrize("rule", "abd")
def test_wherever_centre_cities_are_counted_the_sentence_calls_their_list_assumed(
    rule: str,
) -> None:
    sentence = component(open_page(rule=rule), "brief")["sentence"]
    assert sentence.count("รายชื่อเมืองศูนย์กลางเป็นข้อสันนิษฐาน") == 1


def test_under_rule_c_figure_and_sentence_say_which_prizes_count() -> None:
    # Read by eye in the published list: 86 ชมเชย, 18 of ความมุ่งมั่น and 9 ดีเด่นระดับภาค.
    brief = component(open_page(rule="c"), "brief")
    note = "ทั้งบัญชีนับรวมรางวัลชมเชย 86 รายการ และรางวัลความมุ่งมั่นหรือดีเด่นระดับภาค 27 รายการ"
    assert note in brief["main"]["notes"]
    assert note in brief["sentence"]


def test_three_years_are_the_systems_rule_and_any_other_window_is_the_readers() -> None:
    usual = component(open_page(), "brief")["main"]["notes"][0]
    assert usual == Words("th")("rule.note.b", n=3)
    for window in ("1", "5", "all"):
        own = component(open_page(window=window), "brief")["main"]["notes"][0]
        assert own == Words("th")("rule.note.b_own", n=3)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("year", "rule"), [("2564", "b"), ("2565", "a"), ("2565", "c"), ("2565", "d"), ("2570", "b")]
)
def test_a_year_without_data_says_so_and_shows_no_zero(year: str, rule: str, lang: Lang) -> None:
    words = Words(lang)
    app = open_page(year=year, rule=rule, lang=lang)
    brief = component(app, "brief")
    for figure in (brief["main"], *brief["others"]):
        assert figure["number"] == words("overview.unknown")
        assert words("overview.unknown_note", last=2563) in figure["notes"]
    assert brief["remaining"]["groups"] == []
    assert brief["sentence"].count(year) == 1
    assert "2563" in brief["sentence"]
    shown = [brief["main"], *brief["others"], *component(app, "tally")["rows"]]
    assert not re.search(r"(?<![\d,])0(?![\d.,])", str(shown))
    assert all(row["counted"] is None for row in component(app, "tally")["rows"])
    assert folded(app) == [words("since.title"), words("pace.table")]  # no counted rows to open


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("year", "window"), [("2560", "1"), ("2557", "2")])
def test_a_window_without_a_round_says_so_and_shows_no_zero(
    year: str, window: str, lang: Lang
) -> None:
    words = Words(lang)
    app = open_page(year=year, window=window, lang=lang)
    brief = component(app, "brief")
    for figure in (brief["main"], *brief["others"]):
        assert figure["number"] == words("overview.no_round")
    assert brief["remaining"]["groups"] == []
    assert not re.search(r"(?<![\d,])0(?![\d.,])", str([brief, component(app, "tally")["rows"]]))
    assert words("status.no_round") in [c["label"] for c in component(app, "map")["classes"]]
    actual = line(chart(app, "pace"), words("pace.actual"))
    assert int(year) not in actual
    assert actual[2562] > 0


def test_a_region_narrows_every_figure_to_its_own_provinces() -> None:
    # Of the nine that remain, Narathiwat, Phang-nga and Krabi are in the South: 14 - 3 = 11.
    app = open_page(region="4-South", lang="en")
    brief = component(app, "brief")
    assert brief["main"]["number"] == "11"
    assert brief["main"]["of"] == Words("en")("overview.of_between", total=14, n=3)
    assert names(brief) == [{"Narathiwat", "Phang-nga"}, {"Krabi"}]
    assert "region=4-South" in brief["address"]
    assert [row["text"] for row in component(app, "tally")["rows"]] == [
        "at least 11/14 · 3 not known"
    ]


def test_four_regions_add_up_to_the_whole() -> None:
    rows = component(open_page(lang="en"), "tally")["rows"]
    # The nine: four central, none northern, two northeastern, three southern.
    assert {row["name"]: (row["counted"], row["total"]) for row in rows} == {
        "Central and East": (21, 25),
        "North": (17, 17),
        "Northeast": (18, 20),
        "South": (11, 14),
    }


@pytest.mark.parametrize(("grouping", "groups"), [("cluster_code", 18), ("office_number", 16)])
def test_groups_under_ten_show_no_percentage(grouping: str, groups: int) -> None:
    rows = component(open_page(group=grouping, lang="en"), "tally")["rows"]
    assert len(rows) == groups
    assert sum(row["total"] for row in rows) == 76
    assert sum(row["counted"] for row in rows) == 67
    for row in rows:
        assert row["total"] < 10
        exact, open_ = rf"\d+/{row['total']}", rf"at least \d+/{row['total']} · \d not known"
        assert re.fullmatch(open_ if row["notKnown"] else exact, row["text"])


@pytest.mark.parametrize("lang", LANGS)
def test_groups_and_chart_name_their_rule_and_window(lang: Lang) -> None:
    words = Words(lang)
    app = open_page(window="5", lang=lang)
    rule = words("rule.b", n=5)
    years = words("window.own", window=words("window.years", first=2559, last=2563))
    assert component(app, "tally")["basis"] == f"{rule} · {years}"
    # A line of many years has a window at each of them.
    each = words("window.own", window=words("window.each", n=5))
    pace = component(app, "pace")
    assert pace["axis"].endswith(f"{rule} · {each}")
    assert f"{rule} · {each}" in pace["said"]


def test_groups_and_chart_of_rule_d_call_its_list_assumed() -> None:
    assumed = Words("th")("rule.note.assumed")
    app = open_page(rule="d")
    for basis in (component(app, "tally")["basis"], component(app, "pace")["axis"]):
        assert basis.endswith(assumed)
    assert assumed not in str(component(open_page(rule="c"), "tally"))


def test_the_chart_of_rule_a_counts_from_the_first_year() -> None:
    axis = component(open_page(rule="a", lang="en"), "pace")["axis"]
    assert axis.endswith("(a) Ever awarded or certified · each year from FY 2547")


def test_offices_on_which_sources_differ_are_flagged() -> None:
    rows = component(open_page(group="office_number", lang="en"), "tally")["rows"]
    flagged = " ".join(row["note"] for row in rows if row["note"])
    assert "sources differ" in flagged
    for province in ("Samut Prakan", "Nong Bua Lam Phu", "Phatthalung"):
        assert province in flagged


def test_the_small_map_paints_what_the_answer_counts() -> None:
    map_ = component(open_page(lang="en"), "map")
    assert len(map_["paint"]) == 77
    assert [swatch["count"] for swatch in map_["classes"]] == [67, 9, 1]
    assert "MapSVG" in map_["credit"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_actual_line_and_its_reference(lang: Lang) -> None:
    words = Words(lang)
    figure = chart(open_page(lang=lang), "pace")
    assert line(figure, words("pace.actual")) == RECENT
    # From 33 to 76 in three years: 14 1/3 a year.
    reference = {2560: 33.0, 2561: 47.3, 2562: 61.7, 2563: 76.0}
    assert line(figure, words("pace.reference")) == reference
    assert line(figure, words("pace.since")) == {2561: 55, 2562: 67, 2563: 67}


def test_under_rule_a_the_line_never_falls_and_the_reference_starts_at_56() -> None:
    figure = chart(open_page(rule="a", lang="en"), "pace")
    actual = line(figure, Words("en")("pace.actual"))
    assert {year: actual[year] for year in EVER} == EVER
    # From 56 to 76 in three years: 6 2/3 a year.
    reference = {2560: 56.0, 2561: 62.7, 2562: 69.3, 2563: 76.0}
    assert line(figure, Words("en")("pace.reference")) == reference


@pytest.mark.parametrize("lang", LANGS)
def test_the_chart_is_told_in_words_with_the_bounds_at_the_deadline(lang: Lang) -> None:
    app = open_page(lang=lang)
    words = Words(lang)
    shown = component(app, "pace")
    assert "2547 19" in shown["said"]
    assert f"2563 {words('pace.between', least=67, most=76)}" in shown["said"]
    whole = [words("pace.since_item", n=n, year=year) for year, n in ((2561, 55), (2562, 67))]
    since = ", ".join([*whole, words("pace.since_at_least", n=67, year=2563)])
    summary = words("pace.summary_between", deadline=2563, counted=67, total=76, n=9, since=since)
    assert shown["lead"] == summary
    assert words("outlook.passed", deadline=2563) in shown["notes"]
    assert words("pace.note", start=2560) in shown["notes"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_rows_behind_the_answer_open_with_their_source_rows(lang: Lang) -> None:
    # 108 of 2561, 55 + 107 of 2562, 56 of 2563 less the doubled row: 325, none in Bangkok.
    words = Words(lang)
    app = open_page(lang=lang)
    rows = unfold(app, words("overview.rows", rule=words("rule.b", n=3)))
    assert len(rows) == 325
    assert rows[words("column.source_row")].notna().all()
    years = rows[words("column.year")].astype(int)
    assert years.value_counts().to_dict() == {2561: 108, 2562: 162, 2563: 55}


def test_the_doubled_row_counts_once_and_shows_both_numbers() -> None:
    words = Words("en")
    rows = unfold(open_page(lang="en"), words("overview.rows", rule=words("rule.b", n=3)))
    source = rows["Source row"].astype("string")
    doubled = rows[source.str.contains("514")]
    assert len(doubled) == 1
    assert "515" in str(doubled["Source row"].iloc[0])
    assert not (source == "515").any()


@pytest.mark.parametrize(
    ("rule", "rows"),
    [
        ("a", 540),  # every award: none is in Bangkok
        ("c", 220),  # 221 source rows with a class that counts, one of them the doubled one
        ("d", 43),  # of the 20 centre cities, found by name in the published list
    ],
)
def test_every_rule_offers_the_rows_it_counts(rule: str, rows: int) -> None:
    words = Words("en")
    label = words("overview.rows", rule=words(f"rule.{rule}", n=3))
    assert len(unfold(open_page(rule=rule, lang="en"), label)) == rows


def test_both_figures_of_the_first_screen_have_their_rows() -> None:
    words = Words("en")
    assert folded(open_page(lang="en")) == [
        words("overview.rows", rule=words("rule.b", n=3)),
        words("overview.rows", rule=words("rule.d")),
        words("since.title"),
        words("pace.table"),
    ]
