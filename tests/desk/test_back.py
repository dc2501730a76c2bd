"""The way back: whole releases, one office's part; and what differs between two releases."""

from __future__ import annotations

import pandas as pd
import pytest
from sqlalchemy import Engine

from tests.desk.people import (
    CERTIFIER,
    CHIANG_MAI,
    CHIANG_RAI,
    HAT_YAI,
    NORTH,
    SONGKHLA,
    SOUTH,
    STEWARD,
    certified,
    enrolment,
    published,
    reverted,
)
from utils.desk.refusal import RefusedError
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.store.releases import Release
from utils.desk.submissions import acts, compare, revert, submissions
from utils.desk.submissions.acts import OfficeScope
from utils.desk.submissions.compare import TableDifferences
from utils.desk.submissions.submissions import WayBack
from utils.tables.declared import schemas
from utils.tables.reading.writer import to_csv


def counts(comparison: TableDifferences) -> dict[tuple[str, str, str, str], int]:
    """Return how many rows differ, by table, province, what and meaning."""
    totals: dict[tuple[str, str, str, str], int] = {}
    for one in comparison.differences:
        for code in one.provinces or ("",):
            where = (one.table, code, one.what, one.meaning)
            totals[where] = totals.get(where, 0) + 1
    return totals


def test_a_revert_publishes_the_old_content_as_a_new_release(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2567, "1"), (CHIANG_MAI, 2568, "2")))
    published(engine, SOUTH, enrolment((HAT_YAI, 2568, "1")))
    release = reverted(engine, 2, note="taken back", keeps_later=False)
    assert (release.number, release.kind, release.reverted_to) == (4, "revert", 2)
    old = store.release(2, engine)
    for name in schemas.TABLES:
        pd.testing.assert_frame_equal(
            store.table(name, release, engine), store.table(name, old, engine)
        )
    assert len(store.table("enrolment", store.release(3, engine), engine)) == 3


def test_one_offices_part_is_taken_back_alone(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    published(engine, SOUTH, enrolment((HAT_YAI, 2567, "1"), (HAT_YAI, 2568, "1")))
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2")))
    part = OfficeScope(office_number=16, fiscal_year_be=2568)
    release = reverted(engine, 1, note="x", part=part)
    rows = store.table("enrolment", release, engine)
    # An amended row keeps its place.
    assert rows[["lao_id", "fiscal_year_be", "step"]].to_numpy().tolist() == [
        [CHIANG_MAI, 2568, "2"],
        [HAT_YAI, 2567, "1"],
    ]


def test_only_a_steward_reverts(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    with pytest.raises(RefusedError, match="steward"):
        reverted(engine, 1, by=NORTH)
    with pytest.raises(RefusedError, match="nothing to publish"):
        reverted(engine, 2, note="x")


def test_whoever_proposes_the_way_back_does_not_certify_it(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))
    proposed = acts.propose_back(engine, STEWARD, WayBack(1, keeps_later=False), note="x")
    assert (proposed.mode, proposed.state) == ("revert", "submitted")
    assert store.newest(engine) == 2, "nothing is published yet"
    with pytest.raises(RefusedError) as refusal:
        acts.certify(engine, STEWARD, proposed.submission_id)
    assert refusal.value.code == "own_submission"
    acts.certify(engine, CERTIFIER, proposed.submission_id)
    release = acts.publish(engine, STEWARD, proposed.submission_id)
    assert (release.kind, release.certifier, release.reverted_to) == ("revert", CERTIFIER, 1)


def test_the_offices_later_work_stays_unless_told_otherwise(engine: Engine) -> None:
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "1")))  # 2
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "4"), (HAT_YAI, 2568, "4")))  # 3
    published(engine, NORTH, enrolment((CHIANG_MAI, 2568, "2"), (CHIANG_RAI, 2568, "1")))  # 4
    published(engine, STEWARD, enrolment((CHIANG_RAI, 2568, "4")))  # 5
    way = WayBack(2)
    with engine.connect() as connection:
        told = revert.undone(connection, store.release(5, engine), way)
    assert [(one.release.number, one.is_kept) for one in told] == [
        (5, False),
        (4, True),
        (3, False),
    ]

    def steps(release: Release) -> dict[str, str]:
        rows = store.table("enrolment", release, engine)
        return dict(zip(rows["lao_id"], rows["step"], strict=True))

    # Of the steward's 3 and 5 nothing is left; of the office's 4 both rows are.
    assert steps(reverted(engine, 2, keeps_later=True)) == {CHIANG_MAI: "2", CHIANG_RAI: "1"}
    assert steps(reverted(engine, 2, keeps_later=False)) == {CHIANG_MAI: "1"}


def test_what_would_go_is_told_row_by_row_before_it_is_proposed(engine: Engine) -> None:
    published(engine, STEWARD, enrolment((CHIANG_MAI, 2568, "1"), (HAT_YAI, 2568, "1")))
    plan = acts.look_back(engine, STEWARD, WayBack(1))
    assert {name: len(one.removed) for name, one in plan.changes.items()} == {"enrolment": 2}
    assert store.newest(engine) == 2
    with engine.connect() as connection:
        assert submissions.every(connection)[0].mode == "amend", "nothing is kept of a look"


def test_a_part_is_not_brought_back_to_what_the_tables_lack(engine: Engine) -> None:
    first = store.release(None, engine)
    prize = store.table("prizes", first, engine).tail(1).assign(certificate_th="รางวัลใหม่")
    award = store.table("awards", first, engine).tail(1)
    new_prize = award.assign(
        award_id="AL-9001", certificate_th="รางวัลใหม่", level=prize["level"].iloc[0]
    )
    assert award["province_code"].tolist() == ["94"]  # of office 16
    sent = [("prizes.csv", prize, schemas.PRIZES), ("awards.csv", new_prize, schemas.AWARDS)]
    published(
        engine, STEWARD, *(File(name, to_csv(rows, table).encode()) for name, rows, table in sent)
    )
    reverted(engine, 1, note="x")
    with pytest.raises(RefusedError, match="do not exist"):
        reverted(engine, 2, note="x", part=OfficeScope(office_number=16))
    assert reverted(engine, 2, note="x").number == 4


def test_progress_regression_and_correction_are_told_apart(engine: Engine) -> None:
    before = [(CHIANG_MAI, 2567, "2"), (CHIANG_RAI, 2567, "3"), (HAT_YAI, 2567, "1")]
    published(engine, STEWARD, enrolment(*before))
    after = [(CHIANG_MAI, 2568, "3"), (CHIANG_RAI, 2568, "2"), (HAT_YAI, 2567, "2")]
    published(engine, STEWARD, enrolment(*after, (SONGKHLA, 2568, "1")))
    comparison = compare.releases(engine, store.release(2, engine), store.release(3, engine))
    assert counts(comparison) == {
        ("enrolment", "50", "added", "progress"): 1,
        ("enrolment", "57", "added", "regression"): 1,
        ("enrolment", "90", "changed", "correction"): 1,
        ("enrolment", "90", "added", "progress"): 1,
    }
    assert comparison.unchanged == {"enrolment": 2}
    assert list(comparison.provinces) == ["50", "57", "90"]
    assert sum(comparison.tables["enrolment"].values()) == 4
    back = compare.releases(engine, store.release(3, engine), store.release(2, engine))
    assert counts(back)["enrolment", "50", "removed", "correction"] == 1


def test_the_headline_before_and_after(engine: Engine) -> None:
    # 67 and 20 of 76 in FY 2563, as docs/decisions/0005-counting-rules-and-years.md has it.
    # Krabi (81) waits, and its centre city is LAO-81-002: a prize for the other counts for (b).
    awards = store.table("awards", store.release(None, engine), engine)
    new = awards.tail(1).assign(award_id="AL-9001", lao_id="LAO-81-001", province_code="81")
    sent = File("awards.csv", to_csv(new, schemas.AWARDS).encode())
    waiting = certified(engine, STEWARD, sent)
    plan = acts.review(engine, waiting)
    comparison = compare.with_changes(engine, plan.at, plan.changes, plan.load)
    before = [(one.bounds.at_least, one.bounds.not_known) for one in comparison.before]
    # Of FY 2563, on which pages open; then of FY 2562, the year of the list, whose lists are whole.
    assert before == [(67, 9), (20, 56), (67, 0), (20, 0)]
    assert [one.bounds.at_least for one in comparison.after] == [68, 20, 68, 20]
    # A national prize in 2559 and now one in 2562: a later year, no higher level.
    assert counts(comparison) == {("awards", "81", "added", "news"): 1}
    acts.publish(engine, STEWARD, waiting.submission_id)
    now = compare.releases(engine, store.release(1, engine), store.release(2, engine))
    assert (now.before, now.after) == (comparison.before, comparison.after)
