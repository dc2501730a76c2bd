"""The page of the three levels: resolutions by level and strategy, and what became of them."""

from __future__ import annotations

import json

import pytest

from tests.desk.people import CERTIFIER, one_more_award
from tests.pages.opened import component, open_page, short_table, turn
from utils.desk import minuting
from utils.desk.minuting import MeetingDraft, ResolutionDraft
from utils.desk.store import store
from utils.words import LANGS, Lang, Words

SAY = Words("en")
ITEM = "province_waiting.2563.22.b"  # Chanthaburi


@pytest.mark.parametrize("lang", LANGS)
def test_without_a_meeting_the_levels_stand_with_nothing_recorded(lang: Lang) -> None:
    app, words = open_page("mechanism", lang=lang), Words(lang)
    levels = short_table(app, "mechanism.levels")
    assert levels[words("mechanism.column.open")].tolist() == [0, 0, 0]
    assert len(short_table(app, "mechanism.strategies")) == 5  # four, and those not set
    assert words("mechanism.none") in [info.value for info in app.info]
    assert not app.exception


def test_what_was_resolved_is_found_done_by_the_data_at_the_next_meeting(
    local_desk: None,
) -> None:
    del local_desk
    engine = store.opened()
    call = MeetingDraft(
        title="First",
        held_on="3/8/2569",
        release=1,
        selection="year=2563&slides=stand",
        level="cluster",
    )
    first = minuting.note_meeting(engine, CERTIFIER, call)
    for draft in (
        ResolutionDraft(text="Bring it in", strategy="4", points_to=(ITEM,), due_on="30/9/2570"),
        ResolutionDraft(text="Write to all", strategy="1", level="country"),
    ):
        minuting.note_resolution(engine, CERTIFIER, first.number, draft)
    app = open_page("mechanism", lang="en")
    # the first is of the committee that took it, the second names a level of its own
    open_at = short_table(app, "mechanism.levels")[SAY("mechanism.column.open")]
    assert open_at.tolist() == [0, 1, 1]
    turn(app, strategy="4")
    assert short_table(app, "mechanism.resolutions")[SAY("minutes.column.text")].tolist() == [
        "Bring it in"
    ]

    number = one_more_award(engine, "LAO-22-002").number
    follows = MeetingDraft(
        title="Second",
        held_on="1/12/2569",
        release=number,
        selection="year=2563&slides=last",
        follows=first.number,
    )
    second = minuting.note_meeting(engine, CERTIFIER, follows)
    turn(app, strategy="")
    assert short_table(app, "mechanism.levels")[SAY("mechanism.column.open")].tolist() == [0, 0, 1]
    slides = open_page("present", lang="en", meeting=str(second.number), slides="last")
    told = json.dumps(component(slides, "slides"), ensure_ascii=False)
    assert "1 done, by the data · 1 open" in told
