"""Corrections as a public list, the plan of releases, and official explanations beside a status."""

from __future__ import annotations

import pytest

from tests.desk.people import CERTIFIER, CHIANG_MAI, NORTH, STEWARD, enrolment, published
from tests.pages.desk.test_desk import messages, press, sits
from tests.pages.opened import component, open_page, opens, turn
from utils.desk.store import store
from utils.desk.store.files import File
from utils.screen.desk.actions import escaped
from utils.words import Words

SAY = Words("en")
pytestmark = pytest.mark.usefixtures("local_desk")


def rows(name: str, key: str) -> list[list[str]]:
    return [list(row) for row in component(open_page(name, lang="en"), key)["rows"]]


def test_a_row_that_was_put_right_is_listed_with_old_and_new_and_the_reason() -> None:
    engine = store.opened()
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "2")))
    app = open_page("history", lang="en")
    label = SAY("corrections.title")
    assert SAY("corrections.none") in [one.value for one in opens(app, label).markdown]
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "3")))
    section = opens(open_page("history", lang="en"), label)
    [row] = section.dataframe[0].value.to_dict("records")
    assert (row[SAY("corrections.release")], row[SAY("corrections.reason")]) == (3, "test")
    assert "ทน.เชียงใหม่" in row[SAY("history.key")]
    assert "Step 2 → Step 3" in row[SAY("desk_row.cells")]


def test_the_plan_stands_beside_the_days_of_the_releases() -> None:
    app = open_page("history", lang="en")
    assert SAY("release_plan.none") in [one.value for one in app.caption]
    text = (
        "planned_on,content_th,content_en,release\n"
        "2020-01-01,บัญชีปี 2563,List of FY 2563,1\n2099-10-01,คะแนนปี 2570,Scores of FY 2570,\n"
    )
    published(store.opened(), STEWARD, File("release_plan.csv", text.encode()))
    first, second = rows("history", "release_plan")
    assert first[:3] == ["1/10/2642", "Scores of FY 2570", SAY("release_plan.not_yet")]
    assert second[1] == "List of FY 2563"
    assert second[3].endswith("days after it")


def explained(lang: str, year: str) -> list[str]:
    facts = component(open_page("province", lang=lang, province="TH-50", year=year), "facts")
    return [
        item["value"]
        for item in facts["items"]
        if "Province" in item["term"] or "ชี้แจง" in item["term"]
    ]


def test_an_official_explanation_stands_beside_the_status_of_its_year() -> None:
    text = (
        "province_code,fiscal_year_be,given_by,text_th,text_en,given_on,source\n"
        "50,2563,province,<b>น้ำท่วม</b>,Floods in the year,2563-11-02,letter 7\n"
    )
    published(store.opened(), NORTH, File("explanations.csv", text.encode()))
    assert explained("en", "2563") == ["Floods in the year (2/11/2563 B.E. · source: letter 7)"]
    assert explained("th", "2563") == ["<b>น้ำท่วม</b> (2/11/2563 · ที่มา: letter 7)"]
    assert explained("en", "2562") == []


def test_a_correction_is_asked_by_mail_where_nobody_is_signed_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ESC_CONTACT", "data owner <data@example.org>")
    link = {"part": "quality", "table": "awards", "row": "7"}
    text = "\n".join(one.value for one in open_page("history", lang="en", **link).markdown)
    assert "[data@example\\.org](mailto:data@example.org?subject=Correction" in text
    assert "row%207" in text
    assert "row%3D7" in text
    monkeypatch.setenv("ESC_CONTACT", "")
    text = "\n".join(one.value for one in open_page("history", lang="en", **link).markdown)
    assert SAY("correction.no_contact", contact=SAY("correction.nobody")) in text


def test_who_is_known_asks_on_the_page_and_the_desk_answers() -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "sent")
    app.switch_page("pages/history.py")
    app = turn(app, part="quality", table="awards", row="7")
    app.text_area(key="correction.text").input("the year is 2560").run()
    press(app, "correction.send")
    assert escaped(SAY("correction.sent", number=1)) in messages(app)
    app = sits(open_page("desk", lang="en"), CERTIFIER, "sent")
    assert "the year is 2560" in messages(app)
    app.text_input(key="correction.answer.1").input("as in the list").run()
    press(app, "correction.declined.1")
    assert "the year is 2560" not in messages(app)


@pytest.mark.parametrize(
    ("page", "link"), [("city", {"city": "LAO-50-010"}), ("province", {"province": "TH-50"})]
)
def test_a_correction_is_asked_from_the_page_of_a_city_or_province(
    page: str, link: dict[str, str]
) -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "sent")
    app.switch_page(f"pages/{page}.py")
    opens(turn(app, **link), SAY("correction.ask_about"))
    [box] = [one for one in app.selectbox if one.label == SAY("correction.which")]
    register = next(one for one in box.options if "Register" in one)
    box.select(register).run()
    app.text_area(key="correction.text").input("it has another name").run()
    press(app, "correction.send")
    assert escaped(SAY("correction.sent", number=1)) in messages(app)
    app = sits(open_page("desk", lang="en"), CERTIFIER, "sent")
    assert "it has another name" in messages(app)
