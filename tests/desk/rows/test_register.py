"""The whole register of the country through the desk, and files that are read against it."""

from __future__ import annotations

import time

import pandas as pd
import pytest
from sqlalchemy import Engine

from tests.desk import register
from tests.desk.people import AMEND, CERTIFIER, STEWARD
from utils.desk.store import store
from utils.desk.store.files import File
from utils.desk.submissions import acts, compare, differing
from utils.words import Words

SECONDS = 60  # it takes 6 on two cores; other work on the machine is no fault of ours


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_all_laos_of_the_country_are_taken_in_within_a_minute(engine: Engine) -> None:
    first = store.release(None, engine)
    provinces = store.table("provinces", first, engine)
    whole = register.whole(store.table("municipalities", first, engine), provinces)
    assert whole["lao_id"].nunique() == register.LAOS
    begun = time.monotonic()
    draft = acts.send(engine, STEWARD, [register.file(whole)], AMEND)
    plan = acts.review(engine, draft)
    assert (len(plan.errors), len(plan.questions)) == (0, 0)
    comparison = compare.with_changes(engine, plan.at, plan.changes, plan.load)
    names = differing.Names.of(comparison.states, plan.sources, Words("th"))
    rows = differing.rows_of(comparison.differences, names)
    # Every LAO that the shipped register lacks; it has 315, one of them under two names.
    assert len(differing.frame(rows, Words("th"))) == register.LAOS - 315
    acts.submit(engine, STEWARD, draft.submission_id, accepts_warnings=True)
    acts.certify(engine, CERTIFIER, draft.submission_id)
    release = acts.publish(engine, STEWARD, draft.submission_id)
    _reads_a_part_of_it(engine, whole, provinces)
    assert time.monotonic() - begun < SECONDS
    assert len(store.table("municipalities", release, engine)) == register.LAOS + 1


def _reads_a_part_of_it(engine: Engine, whole: pd.DataFrame, provinces: pd.DataFrame) -> None:
    """Read 500 names that are right, and 500 with a wrong last letter, against the register."""
    names = dict(zip(provinces["province_code"], provinces["name_th"], strict=True))
    unique = whole.drop_duplicates(["lao_type", "name_th"], keep=False).tail(500)
    for ending, codes in (("", set()), ("ฎ", {"lao_misspelt"})):
        lines = [
            f"{names[code]},{kind}{name}{ending},2568,ปกติ,ขั้นที่ 1,ดำเนินงานอยู่"
            for code, kind, name in zip(
                unique["province_code"], unique["lao_type"], unique["name_th"], strict=True
            )
        ]
        text = "\n".join(["จังหวัด,อปท.,ปีงบประมาณ,เส้นทาง,ขั้นที่,สถานะ", *lines, ""])
        plan = acts.check(engine, STEWARD, [File("steps.csv", text.encode())], AMEND)
        assert {one.code for one in plan.errors} == codes
