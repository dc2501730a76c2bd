"""The page of registers: any of them, whole, filtered, searched, one entry, and empty."""

from __future__ import annotations

import pytest

from tests.desk.people import STEWARD, published
from tests.pages.opened import address, component, everything, open_page, short_table, turn
from utils.desk.store import store
from utils.desk.store.files import File
from utils.screen.registers.selection import REGISTER
from utils.tables.declared import schemas
from utils.tables.declared.registers import REGISTERS
from utils.tables.reading.writer import to_csv
from utils.words import LANGS, Lang, Words

SAY = Words("en")


@pytest.mark.parametrize("lang", LANGS)
def test_every_register_opens_with_its_entries_or_what_it_waits_for(lang: Lang) -> None:
    words, app = Words(lang), open_page("registers", lang=lang)
    for one in REGISTERS:
        turn(app, register=one.name)
        assert not app.exception, one.name
        assert one.source(lang) in everything(app)
        waits = words("registers.waits", source=one.source(lang))
        assert (waits in [text.value for text in app.info]) == one.may_be_empty
        if not one.may_be_empty:
            assert not short_table(app, f"registers.{one.name}").empty


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_not_set_and_what_is_not_covered_is_said(lang: Lang) -> None:
    words, app = Words(lang), open_page("registers", lang=lang)
    agency = {"th": "หน่วยงานรับข้อเสนอ", "en": "Receiving agency"}[lang]
    [told] = [one.value for one in app.markdown if agency in one.value]
    # Nobody has set any of the seven.
    assert told == f"- {words('registers.unset', what=told.split(': ', 1)[1], n=75, of=75)}"
    assert told.count(" · ") == 6
    matrix = short_table(app, "registers.matrix")
    assert matrix.shape == (4, 6)
    # Nothing for NMT or partners is about environmental services or the budget, and nothing for
    # NMT asks for participation.
    nothing = words("registers.covers_nothing")
    assert (matrix == nothing).sum(axis=None) == 5
    assert component(app, "registers.matrix")["links"]


def test_the_address_filters_searches_and_names_a_place() -> None:
    app = open_page("registers", lang="en", only="level.nmt")  # 4 to it, 5 on its role, 4 read so
    assert SAY("registers.shown", n=13, total=75) in [text.value for text in app.markdown]
    turn(app, only="", find="3rs")
    assert short_table(app, "registers.recommendations").iloc[:, 0].tolist() == ["REC-30"]
    turn(
        app, find="", place="LAO-12-003"
    )  # Pak Kret: 4 of the market, 3 of policy, 4 of all cities
    assert SAY("registers.shown", n=11, total=75) in [text.value for text in app.markdown]
    turn(app, place="TH-12", find="no such words")
    assert SAY("registers.none_chosen") in [text.value for text in app.info]


def test_a_filter_chosen_on_the_page_goes_into_the_address() -> None:
    app = open_page("registers", lang="en")
    app.selectbox(key="registers.recommendations.theme").select("environmental_services").run()
    assert address(app)["only"] == "theme.environmental_services"
    app.selectbox(key="registers.recommendations.level").select("project").run()
    assert set(address(app)["only"].split(",")) == {
        *("theme.environmental_services", "level.project"),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_an_entry_opens_with_its_cities_what_is_not_set_and_its_history(lang: Lang) -> None:
    words, app = Words(lang), open_page("registers", lang=lang, entry="REC-07")
    assert app.subheader[0].value.startswith(r"REC\-07")
    card = next(text.value for text in app.markdown if text.value.startswith("- **"))
    assert card.count("city?city=LAO-") == 2
    assert card.count(words("registers.not_set")) == 7
    history = next(text.value for text in app.markdown if words("registers.history") in text.value)
    assert history.count("\n- ") == 1


def test_a_status_changes_by_publication_and_its_history_says_so(local_desk: None) -> None:
    del local_desk
    rows = store.table("recommendations", store.release())
    one = rows[rows["recommendation_id"] == "REC-07"]
    one = one.assign(receiving_agency="DLA", status="accepted")
    file = File("recommendations.csv", to_csv(one, schemas.RECOMMENDATIONS).encode())
    release = published(store.opened(), STEWARD, file)
    app = open_page("registers", lang="en", entry="REC-07")
    text = "\n".join(text.value for text in app.markdown)
    assert f"changed by data release no. {release.number}" in text
    plain = text.replace("\\", "")  # signs of Markdown are escaped
    assert "Receiving agency: empty → DLA; Status of follow-up: empty → Accepted" in plain
    turn(app, release="1")
    assert "changed by" not in "\n".join(text.value for text in app.markdown)
    app = open_page("registers", lang="en")
    text = "\n".join(text.value for text in app.markdown)
    both = "Receiving agency · Status of follow-up"
    assert SAY("registers.unset", what=both, n=74, of=75) in text
    assert "(desk?form=recommendations&" in text
    box = app.selectbox(key="registers.recommendations.status")  # offered once one has a status
    box.select("accepted").run()
    assert short_table(app, "registers.recommendations").iloc[:, 0].tolist() == ["REC-07"]


def test_the_button_of_an_entry_leads_back_to_the_list() -> None:
    app = open_page("registers", lang="en", entry="REC-07")
    assert not [one for one in app.get("bidi_component") if one.key == "registers.recommendations"]
    app.button(key="registers.close").click().run()
    assert "entry" not in address(app)
    assert len(short_table(app, "registers.recommendations")) == 75


@pytest.mark.parametrize(
    "wrong",
    [
        {"register": "secrets"},
        {"only": "level.moon"},
        {"place": "TH-00"},
        {"entry": "../etc"},
        {"find": "x" * 200},
    ],
)
def test_a_wrong_value_in_the_address_is_named_and_left_out(wrong: dict[str, str]) -> None:
    app = open_page("registers", lang="en", **wrong)
    assert not app.exception
    assert len(app.warning) == 1
    assert address(app) == {"lang": "en"}


def test_an_entry_that_is_not_there_is_said() -> None:
    app = open_page("registers", lang="en", entry="REC-999")
    assert SAY("registers.no_entry") in [text.value for text in app.markdown]


def test_no_number_of_coaches_is_shown_while_there_is_no_list() -> None:
    app = open_page("registers", lang="en", register="coaches")
    told = short_table(app, "registers.coached")
    assert set(told[SAY("registers.coached")]) == {SAY("registers.not_known")}
    assert len(told) == 4
    assert (told[SAY("registers.not_known")] == told[SAY("registers.municipalities")]).all()


def test_a_city_and_a_province_lead_to_the_entries_about_them() -> None:
    for page, link in (("city", {"city": "LAO-57-006"}), ("province", {"province": "TH-57"})):
        text = "\n".join(one.value for one in open_page(page, lang="en", **link).markdown)
        # Chiang Rai: 8 from itself, 4 from all cities
        assert "[Policy recommendations (12)](registers?" in text
        assert f"{REGISTER.name}=recommendations" in text


def test_themes_and_methods_lead_to_the_registers() -> None:
    text = "\n".join(
        one.value for one in open_page("pilots", lang="en", programme="delgosea").markdown
    )
    assert text.count("only=theme.") == 4
    for page in ("pilots", "methods"):
        app = open_page(page, lang="en")
        assert SAY("registers.all") in "\n".join(one.value for one in app.markdown)
