"""The page of the register: every entry with its standing, by province and standing."""

from __future__ import annotations

import pytest
import streamlit as st

from tests.pages.opened import address, component, open_page, short_table
from utils.measures.coverage.reports import STANDINGS
from utils.screen.app import cache
from utils.words import LANGS, Lang, Words

PAGE = "utils.screen.quality.reported"


def shown(**link: str) -> list[str]:
    words = Words("en")
    table = short_table(open_page("reported", lang="en", **link), "reported")
    return list(table[words("reported.column.claim")])


@pytest.mark.parametrize("lang", LANGS)
def test_every_entry_has_a_standing_and_a_source(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("reported", lang=lang)
    table = short_table(app, "reported")
    names = {words(f"reported.standing.{code}") for code in STANDINGS}
    assert len(table) == 15
    assert set(table[words("reported.column.standing")]) == names
    assert table[words("column.source")].str.len().gt(0).all()
    assert words("reported.about") in [text.value for text in app.markdown]
    assert not app.exception


@pytest.mark.parametrize(
    ("link", "n"),
    [
        ({"province": "TH-96"}, 2),
        ({"standing": "differs"}, 1),
        ({"standing": "nothing_found"}, 2),
        ({"province": "TH-24", "standing": "in_list"}, 1),
    ],
)
def test_the_address_chooses_province_and_standing(link: dict[str, str], n: int) -> None:
    assert len(shown(**link)) == n


def test_a_choice_goes_into_the_address() -> None:
    app = open_page("reported", lang="en")
    app.selectbox(key="reported.standing").select("differs").run()
    assert address(app)["standing"] == "differs"
    [claim] = short_table(app, "reported")["Reported or searched for"]
    assert claim == "107 area-level results for 2561"


def test_nothing_fits_is_said() -> None:
    app = open_page("reported", lang="en", province="TH-50")
    assert Words("en")("reported.none_chosen") in [info.value for info in app.info]
    assert not app.exception


def test_a_wrong_value_of_the_address_is_named_and_left_out() -> None:
    app = open_page("reported", lang="en", standing="x")
    assert len(short_table(app, "reported")) == 15
    assert any("Standing" in warning.value for warning in app.warning)


def test_a_province_leads_to_its_page_and_the_country_to_none() -> None:
    links = component(open_page("reported", province="TH-96"), "reported")["links"]
    [cells] = links.values()
    assert [cell["id"] for cell in cells] == ["TH-96", "TH-96"]
    assert cells[0]["href"].startswith("province?province=TH-96")
    whole = component(open_page("reported", standing="differs"), "reported")["links"]
    assert list(whole.values()) == [[None]]


@pytest.mark.parametrize("page", ["overview", "province"])
def test_overview_and_provinces_lead_here(page: str) -> None:
    link = {"province": "TH-96"} if page == "province" else {}
    data = component(open_page(page, lang="en", **link), "facts" if page == "province" else "brief")
    to = data["register"] if page == "province" else data["remaining"]["register"]
    assert (to["id"], to["name"]) == ("reported", Words("en")("reported.open"))
    assert to["href"].startswith("reported?province=TH-96" if link else "reported?")


def test_a_release_from_before_the_register_is_not_one_without_reports(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(f"{PAGE}.table", lambda name: cache.table(name).head(0))
    app = open_page("reported", lang="en")
    assert Words("en")("reported.none_in_release") in [info.value for info in app.info]
    assert not app.exception


def test_its_file_holds_every_column_and_runs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[bytes] = []
    monkeypatch.setattr(st, "download_button", lambda _label, data, **_: taken.append(data()))
    open_page("reported", lang="en", province="TH-96")
    text = taken[0].decode("utf-8-sig")
    assert text.count("https://www.hotnewstimeonline.com/57080") == 2
    assert "RR-0007" in text
    assert "None enters any figure" in text
    assert "reported?" in text
    assert "province=TH-96" in text
