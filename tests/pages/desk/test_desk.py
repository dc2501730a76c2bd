"""The data desk as people of every role use it: from a workbook to fill to a release and back."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Any

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.desk.people import CERTIFIER, CHIANG_MAI, NORTH, PHATTHALUNG, SOUTH, STEWARD
from tests.pages.opened import address, component, open_page, short_table
from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.connect import writing
from utils.desk.submissions import compare
from utils.screen.desk import gate
from utils.screen.desk.actions import escaped
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv
from utils.words import Words

SAY = Words("en")


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[], bytes]]:
    """Keep what the page offers to take away, by the name of the file."""
    files: dict[str, Callable[[], bytes]] = {}
    offer = st.download_button

    def take(label: str, data: Callable[[], bytes], **rest: Any) -> bool:  # noqa: ANN401
        files[rest["file_name"]] = data
        return offer(label, data, **rest)

    monkeypatch.setattr(st, "download_button", take)
    return files


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def sits(app: AppTest, person: str, part: str) -> AppTest:
    app.selectbox(key="desk.person").select(person).run()
    app.button_group(key=f"desk.part.{person}").set_value(part).run()
    assert not app.exception
    return app


def messages(app: AppTest) -> str:
    return "\n".join(one.value for one in (*app.success, *app.error, *app.info, *app.text))


def edited(content: bytes, **cells: object) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        book[book.sheetnames[1]][place] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.usefixtures("local_desk")
def test_from_a_workbook_to_a_release_and_back(taken: dict[str, Callable[[], bytes]]) -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "send")
    form = taken["esc-form-1.xlsx"]()
    row = {"A2": CHIANG_MAI, "B2": 2568, "C2": "standard", "D2": "99", "G2": "active"}
    app.file_uploader(key="desk.files").upload("form.xlsx", edited(form, **row)).run()
    press(app, "desk.check")
    assert SAY("desk_page.errors_first") in messages(app)

    book = openpyxl.load_workbook(io.BytesIO(taken["form-checked.xlsx"]()))
    assert "Choose one of" in book[book.sheetnames[1]]["K2"].value
    mended = edited(taken["form-checked.xlsx"](), D2="2")
    app.file_uploader[-1].upload("form.xlsx", mended).run()
    press(app, "desk.again")
    assert "Chiang Mai: added 1 (progress)" in messages(app)
    assert app.dataframe[0].value["added"].tolist() == [1]
    row = dict(app.dataframe[-1].value.iloc[0])
    assert row[SAY("history.key")] == "ทน.เชียงใหม่ (Chiang Mai) · FY 2568"
    assert "Step: Step 2" in str(row[SAY("desk_row.cells")])
    assert SAY("desk.effect.steps", year=2568, counts="Step 2: no data → 1") in messages(app)
    press(app, "desk.submit")
    assert "submitted, waiting to be certified" in messages(app)

    press(sits(app, CERTIFIER, "sent"), "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")
    assert app.success[0].value.startswith("Published as\\: Data release no\\. 2")
    assert store.newest() == 2
    assert len(store.table("enrolment", store.release())) == 1

    app = sits(app, STEWARD, "back")
    assert SAY("desk_page.nothing") in messages(app), "the work of an office stays"
    app.checkbox(key="desk.back_keep").uncheck().run()
    [undone] = short_table(app, "desk.undone").to_numpy().tolist()
    assert undone[0] == SAY("desk_back.undone")
    assert app.dataframe[0].value["removed"].tolist() == [1]
    app.text_input(key="desk.back_note").input("not yet").run()
    press(app, "desk.revert")
    assert store.newest() == 2, "somebody else certifies it first"
    sits(app, CERTIFIER, "sent")
    opened = address(app)["submission"]
    assert len(short_table(app, f"desk.undone.{opened}")) == 1
    press(app, "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")
    assert store.newest() == 3
    assert store.table("enrolment", store.release()).empty


@pytest.mark.usefixtures("local_desk")
def test_a_rejected_submission_says_why_and_is_mended() -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "send")
    head = "lao_id,fiscal_year_be,pathway,step,status,colour\n"
    text = f"{head}{CHIANG_MAI},2568,standard,1,active,blue\n"
    app.file_uploader(key="desk.files").upload("<b>x</b>.csv", text.encode()).run()
    press(app, "desk.check")
    assert app.button(key="desk.submit").disabled, "the warnings want a tick"
    app.checkbox[0].check().run()
    press(app, "desk.submit")
    sits(app, CERTIFIER, "sent")
    app.text_input(key="desk.reason").input("step 2").run()
    press(app, "desk.reject")
    sits(app, NORTH, "sent")
    assert "Sent back because: step 2" in messages(app)
    app.file_uploader[-1].upload("x.csv", text.replace(",1,", ",2,").encode()).run()
    press(app, "desk.again")
    assert not app.checkbox[0].value, "other warnings want their own tick"


@pytest.mark.usefixtures("local_desk")
def test_a_page_offers_each_role_what_it_may_do() -> None:
    app = sits(open_page("desk", lang="th"), NORTH, "send")
    assert len(app.radio(key="desk.mode").options) == 2
    assert len(app.button_group(key=f"desk.part.{NORTH}").options) == 3
    app = sits(app, STEWARD, "send")
    assert len(app.radio(key="desk.mode").options) == 3
    assert len(app.button_group(key=f"desk.part.{STEWARD}").options) == 5


@pytest.mark.usefixtures("local_desk")
def test_a_steward_gives_roles_and_decides_who_writes_and_both_offices_see_it() -> None:
    app = sits(open_page("desk", lang="en"), SOUTH, "send")
    undecided = escaped(SAY("desk_people.sender_undecided", province="Phatthalung"))
    assert any(undecided in one.value for one in app.caption)
    sits(app, STEWARD, "people")
    app.text_input(key="desk.whom").input("officer of office 14").run()
    app.selectbox(key="desk.role_office").select(14).run()
    press(app, "desk.give")
    app.selectbox(key=f"desk.writer.{PHATTHALUNG}").select(14).run()
    press(app, f"desk.assign.{PHATTHALUNG}")
    assert escaped(SAY("desk_people.assigned", province="Phatthalung", office=14)) in messages(app)
    seen_only = escaped(SAY("desk_people.sender", province="Phatthalung", office=14))
    assert any(seen_only in one.value for one in sits(app, SOUTH, "send").caption)
    sits(app, "officer of office 14", "send")
    assert any("Phatthalung" in one.value and seen_only not in one.value for one in app.caption)
    sits(app, STEWARD, "people")
    app.selectbox(key="desk.given").select_index(0).run()
    press(app, "desk.take")
    with store.opened().connect() as connection:
        assert [one.person for one in roles.grants(connection)] == [
            NORTH,
            "officer of office 14",
            SOUTH,
        ], "the certifier was the first of the list"


def test_without_the_flag_the_page_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ESC_DESK", raising=False)
    app = open_page("desk", lang="en")
    assert "ESC_DESK=local" in app.markdown[-1].value
    assert not app.file_uploader


class Visit:
    """A visit as Streamlit tells it: where from, and what it says of itself."""

    def __init__(self, ip_address: str | None = None, **headers: str) -> None:
        self.ip_address = ip_address
        self.headers = {name.replace("_", "-"): text for name, text in headers.items()}


@pytest.mark.parametrize(
    ("bound", "visit", "why"),
    [
        ("127.0.0.1", Visit(Host="127.0.0.1:8501"), None),
        ("::1", Visit("::1", Host="[::1]:8501"), None),
        ("localhost", Visit("127.0.0.1", host="localhost"), None),
        ("192.0.2.1", Visit(Host="127.0.0.1:8501"), "not_bound"),
        ("", Visit(Host="127.0.0.1:8501"), "not_bound"),
        ("127.0.0.1", Visit(Host="127.0.0.1", X_Forwarded_For="127.0.0.1"), "forwarded"),
        ("127.0.0.1", Visit(Host="127.0.0.1", Forwarded="for=x"), "forwarded"),
        ("127.0.0.1", Visit(Host="127.0.0.1", Via="1.1 x"), "forwarded"),
        ("127.0.0.1", Visit(Host="rebound.example:8501"), "from_afar"),
        ("127.0.0.1", Visit("192.0.2.7", Host="127.0.0.1"), "from_afar"),
    ],
)
def test_the_desk_is_open_to_this_machine_alone(
    monkeypatch: pytest.MonkeyPatch, bound: str, visit: Visit, why: str | None
) -> None:
    monkeypatch.setenv("ESC_DESK", "local")
    monkeypatch.setattr(st, "context", visit)
    monkeypatch.setattr(st, "get_option", {"server.address": bound}.get)
    assert gate.why_shut() == why


@pytest.mark.usefixtures("local_desk")
def test_the_headline_is_told_before_and_after_and_moves_with_a_release() -> None:
    app = sits(open_page("desk", lang="en"), STEWARD, "send")
    # Krabi (81) waits, as tests/desk/test_back.py has it.
    new = store.table("awards", store.release()).tail(1)
    new = new.assign(award_id="AL-9001", lao_id="LAO-81-001", province_code="81")
    text = to_csv(new, schemas.AWARDS)
    app.file_uploader(key="desk.files").upload("awards.csv", text.encode()).run()
    press(app, "desk.check")
    assert (
        "provinces counted: at least 67 of 76 provinces, 9 not known (FY 2563) → "
        "provinces counted: at least 68 of 76 provinces, 8 not known"
    ) in messages(app)
    press(app, "desk.submit")
    press(sits(app, CERTIFIER, "sent"), "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")

    def counted() -> int | None:
        shown = store.release()
        return compare.headlines(lambda name: store.table(name, shown))[0].bounds.at_least

    assert counted() == 68
    sits(app, STEWARD, "back")
    app.text_input(key="desk.back_note").input("not confirmed").run()
    press(app, "desk.revert")
    press(sits(app, CERTIFIER, "sent"), "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")
    assert counted() == 67


@pytest.mark.usefixtures("local_desk")
@pytest.mark.parametrize(
    ("page", "names"),
    [("scores", ["scores", "lpa_results"]), ("staircase", ["enrolment", "step_evidence"])],
)
def test_a_page_without_its_table_leads_to_the_workbook_for_it(page: str, names: list[str]) -> None:
    assert open_page(page, lang="en", trial="0").button(key="load.desk")
    app = sits(open_page("desk", lang="en", form=",".join(names)), NORTH, "send")
    assert app.multiselect(key=f"desk.tables.{NORTH}").value == names


HAT_YAI_1, HAT_YAI_2 = (
    f"lao_id,fiscal_year_be,pathway,step,status\nLAO-90-008,2568,standard,1,active\n{more}"
    for more in ("LAO-90-007,2568,standard,1,active\n", "")
)


def sent_part(app: AppTest, text: str) -> AppTest:
    """Send the part of office 16 for 2568, as its officer."""
    sits(app, SOUTH, "send")
    app.radio(key="desk.mode").set_value("office").run()
    app.selectbox(key="desk.year").select(2568).run()
    app.file_uploader(key="desk.files").upload("part.csv", text.encode()).run()
    return press(app, "desk.check")


@pytest.mark.usefixtures("local_desk")
def test_a_row_that_a_part_lacks_goes_by_a_tick_with_its_reason_that_the_certifier_sees() -> None:
    app = sent_part(open_page("desk", lang="en"), HAT_YAI_1)
    press(app, "desk.submit")
    press(sits(app, CERTIFIER, "sent"), "desk.certify")
    press(sits(app, STEWARD, "sent"), "desk.publish")

    sent_part(app, HAT_YAI_2)
    assert any(SAY("desk_question.removal", n=1) in one.value for one in app.subheader)
    assert app.button(key="desk.submit").disabled, "the row is not answered"
    press(app, "desk.keep_all.removal")
    assert "give the reason" in app.error[0].value
    [reason] = [one for one in app.text_input if one.label == SAY("desk_question.reason_of_all")]
    reason.input("withdrew").run()
    press(app, "desk.keep_all.removal")
    press(app, "desk.submit")
    sits(app, CERTIFIER, "sent")
    told = next(one.value for one in app.dataframe if SAY("desk_question.reason") in one.value)
    assert told[SAY("history.key")].tolist() == ["ทน.สงขลา (Songkhla) · FY 2568"]
    assert told[SAY("desk_question.reason")].tolist() == ["withdrew"]
    assert told[SAY("desk_question.removal_tick")].tolist() == [True]


@pytest.mark.usefixtures("local_desk")
def test_an_lao_that_the_register_lacks_is_new_where_its_sender_says_so() -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "send")
    # Near to ทต.เวียงเทิง of the same province.
    head = "จังหวัด,อปท.,ปีงบประมาณ,เส้นทาง,ขั้นที่,สถานะ"
    text = f"{head}\nเชียงราย,ทต.เวียงเทิน,2568,ปกติ,ขั้นที่ 1,ดำเนินงานอยู่\n"
    app.file_uploader(key="desk.files").upload("steps.csv", text.encode()).run()
    press(app, "desk.check")
    assert SAY("desk_page.errors_first") in messages(app)
    assert any(SAY("desk_page.partial", number=1) in one.value for one in app.subheader)
    [asked] = [one for one in app.selectbox if one.label == SAY("desk_question.new_lao_tick")]
    assert asked.value is None
    assert any("เวียงเทิง" in one.value for one in app.caption)
    press(app, "desk.keep_all.new_lao")
    assert SAY("desk_page.errors_first") not in messages(app)
    told = app.dataframe[-1].value
    assert told[SAY("history.what")].tolist() == ["added", "added"], "the entry and its row"
    press(app, "desk.submit")
    assert "submitted, waiting to be certified" in messages(app)


@pytest.mark.usefixtures("local_desk")
def test_a_name_may_be_a_new_one_or_that_of_several_since_a_year_or_not_known() -> None:
    app = sits(open_page("desk", lang="en"), NORTH, "send")
    head = "จังหวัด,อปท.,ปีงบประมาณ,เส้นทาง,ขั้นที่,สถานะ"
    text = f"{head}\nเชียงใหม่,ทต.ซซซฟฟฟ,2568,ปกติ,ขั้นที่ 1,ดำเนินงานอยู่\n"
    app.file_uploader(key="desk.files").upload("steps.csv", text.encode()).run()
    press(app, "desk.check")
    assert not app.button(key="desk.submit").disabled, "it is new unless something is chosen"

    def field(kind: str, label: str) -> Any:  # noqa: ANN401 an element of the page
        every: Iterable[Any] = app.get(kind)
        return next(one for one in every if one.label == SAY(label))

    field("selectbox", "desk_question.new_lao_tick").select("merged").run()
    press(app, "desk.keep.new_lao")
    assert "at least two" in app.error[0].value
    offered = field("multiselect", "desk_question.merged_of").options
    assert len(offered) > 2
    assert [one for one in offered if "(Chiang Mai)" not in one] == []
    field("multiselect", "desk_question.merged_of").set_value(["LAO-50-001", "LAO-50-002"]).run()
    assert field("text_input", "desk_question.since").value == "2568", "the year of the file"
    press(app, "desk.keep.new_lao")
    told = app.dataframe[-1].value
    assert sorted(told[SAY("history.what")]) == ["added", "added", "changed", "changed"]

    field("selectbox", "desk_question.new_lao_tick").select("renamed").run()
    field("selectbox", "desk_question.renamed_of").select("LAO-50-003").run()
    field("text_input", "desk_question.since").set_value("68").run()
    press(app, "desk.keep.new_lao")
    assert "no year" in app.error[0].value
    field("text_input", "desk_question.since").set_value("").run()
    press(app, "desk.keep.new_lao")
    press(app, "desk.submit")
    sits(app, CERTIFIER, "sent")
    told = next(one.value for one in app.dataframe if SAY("desk_question.near") in one.value)
    said = told[SAY("desk_question.new_lao_tick")].tolist()[0]
    assert SAY("desk_question.new_lao_renamed") in said
    assert said.endswith(SAY("desk_question.not_known"))


def queued(app: AppTest) -> list[list[str]]:
    return [list(map(str, row)) for row in component(app, "queue.table")["rows"]]


@pytest.mark.usefixtures("local_desk")
def test_a_second_steward_publishes_and_the_list_keeps_what_is_published() -> None:
    with writing(store.opened()) as connection:
        roles.grant(connection, STEWARD, "another", "steward")
    app = sits(open_page("desk", lang="en"), NORTH, "send")
    text = f"lao_id,fiscal_year_be,pathway,step,status\n{CHIANG_MAI},2568,standard,1,active\n"
    app.file_uploader(key="desk.files").upload("steps.csv", text.encode()).run()
    press(app, "desk.check")
    press(app, "desk.submit")
    sits(app, CERTIFIER, "sent")
    app.text_input(key="desk.reason").input("the\nstep of 2568 is 2").run()
    press(app, "desk.reject")
    sits(app, NORTH, "sent")
    assert any("the step of 2568 is 2" in cell for row in queued(app) for cell in row)

    again = text.replace("standard,1", "standard,2")
    [mend] = [one for one in app.file_uploader if one.label == SAY("desk_page.mended")]
    mend.upload("steps.csv", again.encode()).run()
    press(app, "desk.again")
    press(app, "desk.submit")
    press(sits(app, STEWARD, "sent"), "desk.certify")
    assert SAY("desk_page.next_other_steward") in messages(app)
    assert "desk.publish" not in [one.key for one in app.button]
    press(sits(app, "another", "sent"), "desk.publish")
    assert app.selectbox(key="queue.state").value == "waiting"
    assert SAY("queue.count", n=0, total=1) in [one.value for one in app.markdown]
    app.selectbox(key="queue.state").select("published").run()
    assert len(queued(app)) == 1
