"""The choice of what unknown headings mean, as the sender of a file makes it."""

from __future__ import annotations

import pytest

from tests.desk.people import CHIANG_MAI, CHIANG_RAI, NORTH
from tests.desk.test_heading_choices import MEANT, OWN, sent_file
from tests.pages.desk.test_desk import messages, press, sits
from tests.pages.opened import open_page
from utils.tables.declared import schemas
from utils.words import Words

SAY = Words("th")


@pytest.mark.usefixtures("local_desk")
def test_a_file_that_was_taken_for_another_table_is_read_as_the_one_that_is_named() -> None:
    app = sits(open_page("desk"), NORTH, "send")
    text = f"อปท.,ปี,พื้นที่\n{CHIANG_MAI},2568,1200000\n"
    app.file_uploader(key="desk.files").upload("a.csv", text.encode()).run()
    press(app, "desk.check")
    [table] = [one for one in app.selectbox if one.label == SAY("desk_headings.table")]
    assert table.value == "green_areas"
    assert app.button(key="desk.use_table.0").disabled, "it is read as that already"
    table.set_value("lpa_results").run()
    press(app, "desk.use_table.0")
    [table] = [one for one in app.selectbox if one.label == "พื้นที่"]
    assert schemas.LPA_RESULTS.columns["average_percent"].title_th in table.options


@pytest.mark.usefixtures("local_desk")
def test_the_sender_says_which_table_it_is_and_what_each_heading_means() -> None:
    app = sits(open_page("desk"), NORTH, "send")
    app.file_uploader(key="desk.files").upload("a.csv", sent_file().content).run()
    press(app, "desk.check")
    [table] = [one for one in app.selectbox if one.label == SAY("desk_headings.table")]
    assert table.value == "enrolment", "two headings say so"
    press(app, "desk.use_table.0")

    boxes = {one.label: one for one in app.selectbox if one.label in OWN}
    assert list(boxes) == OWN[2:]
    step = schemas.ENROLMENT.columns["step"].title_th
    assert boxes["บันไดที่ได้"].value == "step"
    assert any(SAY("desk_headings.guess", column=step) in one.value for one in app.caption)
    assert any("ขั้นที่ 2" in one.value for one in app.caption), "a sample of what stands below it"
    for heading, column in MEANT.items():
        next(one for one in app.selectbox if one.label == heading).set_value(column).run()
    press(app, "desk.use_headings.0")
    assert SAY("desk_headings.kept", n=4) in messages(app).replace("\\", "")
    assert not app.button(key="desk.submit").disabled, "nothing is left to correct or to confirm"
    notes = [one.label for one in app.expander if "ไม่ต้องยืนยัน" in one.label]
    assert len(notes) == 1

    app = sits(open_page("desk"), NORTH, "send")
    app.file_uploader(key="desk.files").upload("b.csv", sent_file(CHIANG_RAI).content).run()
    press(app, "desk.check")
    assert not app.button(key="desk.submit").disabled, "one upload is enough"
    assert CHIANG_MAI != CHIANG_RAI


@pytest.mark.usefixtures("local_desk")
def test_a_year_that_the_file_lacks_is_asked_for_once_and_read_again() -> None:
    app = sits(open_page("desk"), NORTH, "send")
    text = f"อปท.,เฉลี่ย,ด้านที่ 1\n{CHIANG_MAI},80,80\n"
    app.file_uploader(key="desk.files").upload("a.csv", text.encode()).run()
    press(app, "desk.check")
    year = schemas.LPA_RESULTS.columns["fiscal_year_be"].title_th
    [box] = [one for one in app.selectbox if one.label == year and "desk.value." in str(one.key)]
    assert box.value is None
    box.set_value("2568").run()
    press(app, "desk.use_values.0")
    assert SAY("desk_headings.values_kept", n=1) in messages(app).replace("\\", "")
    assert not app.button(key="desk.submit").disabled, "nothing is left to correct or to confirm"
