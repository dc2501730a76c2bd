"""Cities on one axis and programmes in groups: what the pictures and sentences hold."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from tests.measures.cities.test_programmes import THEMES
from utils.figures.cities import effect as city_effect_figure
from utils.figures.cities import green_space as city_green_space
from utils.figures.cities import programmes as city_programmes
from utils.figures.cities import sentences as city_sentences
from utils.figures.cities import timelines
from utils.figures.cities.programmes import EntryPlaces, Group, grouped
from utils.figures.cities.timelines import Axis, Facts
from utils.figures.outlines import codes
from utils.measures.cities.awards import CityRecord, PeersOnList
from utils.measures.cities.effect import PilotEffect
from utils.measures.cities.green_space import green_space
from utils.measures.cities.steps import StepBesidePeers
from utils.measures.coverage.rules import Question
from utils.measures.peers import AgainstPeers, Peers
from utils.tables import shipped
from utils.words import Lang, Words

EN = Words("en")
SPAN = Axis(
    first_year_be=2547, last_year_be=2568, listed={"national": (2555, 2563), "area": (2561,)}
)
QUESTION = Question(rule="b", fiscal_year_be=2563)
AWARDS = pd.DataFrame(
    [
        (2555, "national", "winner", "liveable", "ชนะเลิศ"),
        (2555, "national", "runner_up_1", "environment", "รอง"),
        (2561, "area", "excellent", pd.NA, "ดีเยี่ยม"),
    ],
    columns=["fiscal_year_be", "level", "prize_class", "track", "certificate_th"],
)
PILOT = {
    "pilot_id": "p2",
    "programme": "asean_esc_certificate",
    "lao_id": "L1",
    "province_code": "60",
    "theme_th": "ด้านน้ำสะอาด",
    "theme_en": "Clean Water",
    "year_be": 2557,
    "sources_differ": False,
    "note_th": pd.NA,
    "note_en": pd.NA,
    "source_th": "ข่าว",
    "source_en": "press",
}
ENTRIES = pd.DataFrame(
    [
        PILOT,
        PILOT | {"pilot_id": "p3", "sources_differ": True, "note_en": "on this", "year_be": pd.NA},
        PILOT
        | {"pilot_id": "p1", "programme": "asean_esc_award", "lao_id": pd.NA, "source_en": "other"},
    ]
).astype({"year_be": "Int64", "lao_id": "string"})
PROVINCES = pd.DataFrame(
    {
        "province_code": ["60"],
        "iso_code": ["TH-60"],
        "name_th": ["นครสวรรค์"],
        "name_en": ["Nakhon Sawan"],
        "region4": ["North"],
    }
)
PLACES = EntryPlaces(
    register=pd.DataFrame(
        [("L1", "ทม.", "ก", "Ko")], columns=["lao_id", "lao_type", "name_th", "name_en"]
    ),
    provinces=PROVINCES,
    to_city="city?city={}".format,
    to_province="province?province={}".format,
)


def of(awards: pd.DataFrame, *, since: tuple[int, ...] = ()) -> CityRecord:
    national, area = (awards[awards["level"] == level] for level in ("national", "area"))
    return CityRecord(
        awards=awards,
        national_years=tuple(national["fiscal_year_be"].unique()),
        area_years=tuple(area["fiscal_year_be"].unique()),
        winner_years=tuple(national[national["prize_class"] == "winner"]["fiscal_year_be"]),
        excellent=int((area["prize_class"] == "excellent").sum()),
        rounds_since=since,
    )


def test_each_year_has_one_mark_a_kind_that_says_how_many_facts_it_stands_for() -> None:
    facts = Facts(record=of(AWARDS), programmes=ENTRIES, steps={})
    national, area, programmes = timelines.lanes(facts, SPAN, EN)
    assert [(mark["year"], mark["kind"], mark["n"]) for mark in national["marks"]] == [
        (2555, "national", "2")
    ]
    assert [(mark["year"], mark["kind"]) for mark in area["marks"]] == [(2561, "excellent")]
    # The entry without a year has no place on the axis; its words stand below.
    assert [(mark["year"], mark["n"]) for mark in programmes["marks"]] == [(2557, "2")]
    assert (national["rounds"], national["ends"], area["ends"]) == ([2555, 2563], 2563, 2561)
    assert programmes["ends"] is None


def test_a_lane_of_steps_is_there_only_where_steps_are_known() -> None:
    known = {2558: "1", 2559: "1", 2561: "1", 2562: "2", 2563: "2"}  # 2560 is not known
    facts = Facts(record=of(AWARDS), programmes=ENTRIES, steps=known)
    *_, steps = timelines.lanes(facts, SPAN, EN)
    assert [(run["year"], run["last"], run["n"]) for run in steps["marks"]] == [
        (2558, 2559, "1"),
        (2561, 2561, "1"),
        (2562, 2563, "2"),
    ]


def test_the_legend_names_what_is_drawn_only() -> None:
    kinds = {"national", "disputed"}
    assert [row["kind"] for row in timelines.legend(kinds, EN)] == ["national", "disputed"]


def test_sentences_say_what_the_list_shows_of_a_city_and_what_it_lacks() -> None:
    result = of(AWARDS[AWARDS["level"] == "national"], since=(2561, 2562))
    assert city_sentences.strengths(result, EN) == [
        "National award: FY 2555",
        "First prize: FY 2555",
    ]
    assert city_sentences.gaps(result, (2547, 2563), EN, area_begun=True) == [
        "No area result in the list",
        "Not in the list after FY 2555 (rounds of FY 2561, 2562)",
    ]
    assert city_sentences.gaps(of(AWARDS.iloc[:0]), (2547, 2563), EN, area_begun=True) == [
        "Not found in the published list, FY 2547–2563"
    ]


def test_a_level_that_has_not_begun_leaves_no_gap() -> None:
    result = of(AWARDS[AWARDS["fiscal_year_be"] == 2555])
    assert city_sentences.gaps(result, (2547, 2555), EN, area_begun=False) == []


@pytest.mark.parametrize(
    ("members", "basis", "with_result", "said"),
    [
        (
            ("a", "b"),
            "type",
            1,
            "Peers · TM, the country: 2, fewer than 5, so there is no comparison",
        ),
        (
            tuple("abcde"),
            "type_and_region",
            3,
            (
                "Peers · TM, Central (6 regions): 3 of 5 have a result in FY 2561–2563"
                "; results in the list: 2, peers' median 1, middle half 0–1.5"
            ),
        ),
        (
            tuple("abcde"),
            "type",
            None,
            "Peers · TM, the country, 5 in all: no data for these years",
        ),
        ((), "type", 0, "No other TM is in the register"),
    ],
)
def test_peers_are_counted_and_never_ranked(
    members: tuple[str, ...], basis: str, with_result: int | None, said: str
) -> None:
    peers = Peers(
        lao_id="x",
        lao_type="ทม.",
        region6="Central",
        basis=basis,  # type: ignore[arg-type]
        members=members,
    )
    results = AgainstPeers.of(2, np.array([0, 0, 1, 1.5, 4])[: len(members)])
    each = pd.Series(dtype="Int64")
    result = PeersOnList(
        peers=peers, with_result=with_result, whole=True, results=results, each=each
    )
    assert city_sentences.peers(result, QUESTION, 2547, EN) == said
    open_ = city_sentences.peers(replace(result, whole=False), QUESTION, 2547, EN)
    assert (": at least " in open_) is (": 3 of 5 " in said)


@pytest.mark.parametrize(
    ("since_known", "theirs", "said"),
    [
        (
            False,
            [2],
            (
                "Staircase, FY 2564: F2 since FY 2562 or earlier"
                "; 1 peer with a known step, fewer than 5: not compared"
            ),
        ),
        (
            True,
            [1, 1, 2, 4, 4],
            (
                "Staircase, FY 2564: F2 since FY 2562"
                "; 5 peers with a known step, median level 2, middle half 1–4"
            ),
        ),
    ],
)
def test_a_step_stands_beside_those_of_the_peers(
    theirs: list[int], said: str, *, since_known: bool
) -> None:
    peers = Peers(lao_id="x", lao_type="ทม.", region6="Central", basis="type", members=())
    result = StepBesidePeers(
        fiscal_year_be=2564,
        step="F2",
        since_be=2562,
        since_known=since_known,
        peers=peers,
        level=AgainstPeers.of(3, np.array(theirs)),
    )
    assert city_sentences.step(result, EN) == [said]
    assert city_sentences.step(None, EN) == []


def test_groups_by_theme_hold_disputed_entries_and_places_without_an_lao() -> None:
    listed = grouped("asean_esc", ENTRIES, THEMES, PROVINCES, EN)
    assert [group.title for group in listed] == [
        EN("programme.esc_award"),
        "Air",
        "Water",
        "Waste",
        "Green space",
        "Biodiversity",
    ]
    award, air, _, waste, *_ = city_programmes.groups(listed, PLACES, EN)
    assert (award["entries"][0]["id"], award["entries"][0]["name"]) == ("TH-60", "Nakhon Sawan")
    assert air["note"] == EN("programme.nobody")
    dated, disputed = waste["entries"]
    assert (dated["id"], dated["year"], dated["disputed"]) == ("L1", "2557", "")
    assert (disputed["year"], disputed["note"]) == (EN("table.unknown_year"), "on this")
    assert disputed["disputed"] == EN("province.sources_differ")
    assert disputed["said"] == "Clean Water · theme assumed"


def test_sources_are_numbered_below_and_named_once() -> None:
    listed = grouped("asean_esc", ENTRIES, THEMES, PROVINCES, EN)
    notes = city_programmes.notes(listed, ENTRIES, EN)
    assert notes == [
        "Year not known: 1 of 3 entries",
        "Theme assumed: a",
        "[1] other",
        "[2] press",
    ]
    [group] = city_programmes.groups([Group(title="-", entries=ENTRIES.iloc[:2])], PLACES, EN)
    assert [entry["source"] for entry in group["entries"]] == ["", ""]


def test_green_space_says_no_data_beside_the_standards() -> None:
    standards = shipped.load("green_standards")
    areas = pd.DataFrame(
        [("L1", 2562, 100.0, 1000.0, 10), ("L1", 2563, 150.0, 1000.0, pd.NA)],
        columns=["lao_id", "fiscal_year_be", "green_area_m2", "area_m2", "population"],
    )
    types = pd.Series({"L1": "ทน.", "L2": "ทม."}, dtype="string")
    measured = green_space(areas, standards, types)
    named = {"L1": ("One", "ทน."), "L2": ("Two", "ทม.")}
    assert [item["value"] for item in city_green_space.against(measured, standards, named, EN)] == [
        (
            "share of the area, per cent: 15.0 (FY 2563) (standard: 15, met) · "
            "m² a person: 10.0 (FY 2562) (standard: 9, met and 16, not met yet)"
        ),
        (
            "share of the area, per cent: no data (standard: 20) · "
            "m² a person: no data (standard: 9 and 16)"
        ),
    ]


def test_the_sources_of_the_standards_are_in_the_readers_language() -> None:
    table = shipped.load("green_standards")
    assert "องค์การอนามัยโลก" in city_green_space.sources(table, Words("th"))
    assert "World Health Organization" in city_green_space.sources(table, EN)
    assert "World" not in city_green_space.sources(table, Words("th"))


def test_model_provinces_are_painted_apart() -> None:
    states = pd.DataFrame({"status": "none"}, pd.Index(codes(), name="province_code"))
    states.loc["10", "status"] = "outside"
    painted = city_programmes.paint(states, {"40", "47"}, EN)
    assert painted.counts() == [2, 74, 1]  # Bangkok apart


@pytest.mark.parametrize("lang", ["th", "en"])
def test_too_few_pilots_give_no_number(lang: Lang) -> None:
    words = Words(lang)
    shown = city_effect_figure.board(
        PilotEffect(pilots=30, dated=16, valued=12, matched=7, others=23),
        (2547, 2563),
        words,
        of="awards",
    )
    assert (shown["known"], shown["number"]) == (False, words("effect.not_enough"))
    assert [item["term"] for item in shown["asides"][0]["items"]] == ["30", "16", "12", "7", "23"]
    assert {"th": "จับคู่ได้อย่างน้อย 10", "en": "at least 10 matched"}[lang] in shown["lead"][0]


def test_enough_pilots_give_the_effect_with_its_interval() -> None:
    result = PilotEffect(
        pilots=30,
        dated=20,
        valued=15,
        matched=12,
        others=40,
        effect=0.25,
        low=-0.1,
        high=0.6,
        pilots_change=0.5,
        others_change=0.25,
    )
    shown = city_effect_figure.board(result, (2547, 2563), EN, of="scores")
    assert (shown["known"], shown["number"]) == (True, "+0.25")
    assert shown["of"] == "percentage points of the total"
    assert shown["asides"][0]["items"][2] == {
        "term": "15",
        "value": "with totals before and after it",
    }
    assert shown["lead"][0] == (
        "95 % interval -0.10 to +0.60; pilots changed by +0.50, similar cities by +0.25"
    )
