"""The methods page: rules, sources, faults, dictionary, owner."""

from __future__ import annotations

import pytest

from tests.pages.opened import address, open_page, unfold
from utils.words import LANGS, Lang, Words

SECTIONS = (
    "rules",
    "years",
    "target",
    "sources",
    "faults",
    "staircase",
    "dictionary",
    "functions",
    "owner",
)


@pytest.mark.parametrize("lang", LANGS)
def test_every_section_is_there(lang: Lang) -> None:
    app = open_page("methods", lang=lang)
    headers = [header.value for header in app.main.header]
    assert headers == [Words(lang)(f"methods.{section}") for section in SECTIONS]


@pytest.mark.parametrize("lang", LANGS)
def test_the_four_rules_and_every_state_are_defined(lang: Lang) -> None:
    say = Words(lang)
    told = "\n".join(text.value for text in open_page("methods", lang=lang).markdown)
    for rule in "abcd":
        assert say(f"rule.{rule}", n=3) in told
    for status in ("counted", "older", "other", "none", "outside", "no_data"):
        assert say(f"status.{status}", n=3) in told


@pytest.mark.parametrize("lang", LANGS)
def test_sources_licences_and_known_faults_are_named(lang: Lang) -> None:
    app = open_page("methods", lang=lang)
    told = "\n".join(text.value for text in app.markdown)
    assert "CC BY 4.0" in told
    assert "541" in told  # rows of the published list
    assert "540" in told  # awards
    assert len(app.table[0].value) > 10


@pytest.mark.parametrize("lang", LANGS)
def test_the_faults_open_as_a_table(lang: Lang) -> None:
    # Two offices and one size misspelt, one row doubled, two regions and five offices that
    # disagree with the province, five sizes that contradict the type, thirteen old size words
    # after 2559, twenty new ones before 2561: 49.
    faults = unfold(open_page("methods", lang=lang), Words(lang)("methods.faults_table", n=49))
    assert len(faults) == 49
    assert "515" in faults.astype(str).to_csv()  # the doubled row


def test_the_dictionary_of_a_table_opens_by_link() -> None:
    app = open_page("methods", lang="en")
    box = app.selectbox(key="methods.table")
    assert len(box.options) > 10
    box.select("awards").run()
    assert not app.exception
    columns = app.table[-1].value.astype(str).to_csv()
    for column in ("award_id", "fiscal_year_be", "prize_class", "source_row_repeated"):
        assert column in columns
    assert address(app) in ({"lang": "en"}, {"lang": "en", "table": "awards"})


def test_owner_and_contact_are_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ESC_DATA_OWNER", "Division of Urban Environment")
    monkeypatch.setenv("ESC_CONTACT", "0 2000 0000")
    told = [text.value for text in open_page("methods", lang="en").text]
    assert told
    assert "Division of Urban Environment" in told[0]
    assert "0 2000 0000" in told[0]


@pytest.mark.parametrize("lang", LANGS)
def test_without_settings_the_owner_is_said_to_be_unset(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ESC_DATA_OWNER", raising=False)
    monkeypatch.delenv("ESC_CONTACT", raising=False)
    app = open_page("methods", lang=lang)
    assert Words(lang)("methods.owner_unset") in [text.value for text in app.markdown]
