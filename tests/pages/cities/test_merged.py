"""A city that merged, and the one that it became: each names the other."""

from __future__ import annotations

import pytest

from tests.desk.people import NORTH, published
from tests.pages.opened import open_page
from utils.desk.store import store
from utils.desk.store.files import File

A, B, WHOLE = "LAO-50-001", "LAO-50-002", "LAO-50-900"


@pytest.mark.usefixtures("local_desk")
def test_what_merged_and_what_it_became_lead_to_each_other() -> None:
    register = store.table("municipalities", store.release(None)).set_index("lao_id")
    members = [
        ",".join(
            [
                lao,
                *map(str, register.loc[lao, ["lao_type", "province_code", "name_th"]]),
                until,
                WHOLE,
            ]
        )
        for lao, until in ((A, "2566"), (B, ""))
    ]
    head = "lao_id,lao_type,province_code,name_th,valid_to_be,merged_into"
    rows = [head, *members, f"{WHOLE},ทม.,50,ซซซ,,"]
    published(store.opened(), NORTH, File("municipalities.csv", "\n".join([*rows, ""]).encode()))
    app = open_page("city", lang="en", city=A)
    assert any("ทม.ซซซ, since (B.E.): 2567" in one.value for one in app.text)
    assert app.button(key=f"city.merged.{WHOLE}")
    app = open_page("city", lang="en", city=B)
    assert any("since (B.E.): not known" in one.value for one in app.text)
    app = open_page("city", lang="th", city=WHOLE)
    [told] = [one.value for one in app.text if "เกิดจากการรวม" in one.value]
    assert all(str(register.loc[lao, "name_th"]) in told for lao in (A, B))
    assert app.button(key=f"city.merged.{A}")
