"""The follow-up list and its threshold; what a table that begins late cannot tell."""

from __future__ import annotations

import pytest

from tests.pages.opened import component, open_page
from utils.words import LANGS, Lang, Words


@pytest.mark.parametrize("lang", LANGS)
def test_the_follow_up_list_states_its_rule_and_leads_to_provinces(lang: Lang) -> None:
    words = Words(lang)
    app = open_page("staircase", part="follow", longer="10", lang=lang, year="2569")
    table = app.dataframe[0].value
    assert (table[words("staircase.column.years_on_step")] > 10).all()
    [lead] = [text.value for text in app.markdown if words("follow.own_rule", n=10) in text.value]
    assert str(len(table)) in lead
    assert "2569" in lead
    for link in table[words("column.province")].astype(str):
        start, _, name = link.partition("#")
        assert start.startswith("province?province=TH-")
        assert "year=2569" in start
        assert name
    assert table[words("column.lao")].astype(str).str.contains("สมมติ|Fictitious").all()


@pytest.mark.parametrize("part", ["follow", "moves"])
def test_the_headline_follows_the_readers_threshold(part: str) -> None:
    listed = (
        open_page("staircase", year="2563", part="follow", longer="3", lang="en").dataframe[0].value
    )
    shown = component(
        open_page("staircase", year="2563", part=part, longer="3", lang="en"), "stairs"
    )
    words = Words("en")
    assert shown["figures"][2]["number"] == str(len(listed))
    assert shown["figures"][2]["notes"] == [words("follow.own_rule", n=3)]
    longer = words("staircase.sentence_longer_own", n=len(listed), years=3)
    assert longer.removesuffix(".") in shown["sentence"]
    assert "longer=3" in shown["address"]
    usual = component(open_page("staircase", year="2563", part=part, lang="en"), "stairs")
    assert "longer" not in usual["address"]
    assert usual["figures"][2]["notes"][0].startswith(
        "Longer than the 75th percentile of the step, over all spells of FY 2547–2569: "
    )


@pytest.mark.parametrize("lang", LANGS)
def test_what_a_later_table_cannot_tell_is_said_and_not_counted(recent: None, lang: Lang) -> None:
    assert recent is None
    words = Words(lang)
    app = open_page("staircase", lang=lang, year="2566", part="follow")
    # A table of two years: no threshold, so nobody is said to be within it.
    shown = component(app, "stairs")
    assert shown["figures"][2]["number"] == words("staircase.none_set")
    note = words("staircase.young_table", years=2, minimum=5)
    assert note.removesuffix(".") in shown["sentence"]
    assert shown["figures"][2]["notes"] == [note]
    assert [text.value for text in app.info] == [note]
    # By a threshold of one year two may be longer: nobody knows since when they are there.
    app = open_page("staircase", lang=lang, year="2566", part="follow", longer="1")
    assert component(app, "stairs")["figures"][2]["number"] == words("staircase.cannot_tell")
    assert [text.value for text in app.info] == [words("staircase.perhaps_longer", n=2)]
