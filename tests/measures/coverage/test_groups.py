"""Coverage by group: n/N, and a share only where the group is large enough."""

import pandas as pd
import pytest

from utils.measures.coverage import coverage as coverage_coverage
from utils.measures.coverage import groups as coverage_groups
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


def test_groups_leave_bangkok_out_and_give_no_share_under_ten(record: Record) -> None:
    states = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2562))
    table = coverage_groups.coverage_by(states, record.provinces, "region4")
    assert table["counted_at_least"].to_dict() == {"Central": 1, "North": 0, "Northeast": 2}
    assert table["total"].to_dict() == {"Central": 1, "North": 2, "Northeast": 2}
    assert table["share"].isna().all()


def test_an_unknown_year_is_unknown_in_every_group(record: Record) -> None:
    states = coverage_coverage.by_province(record, Question(rule="a", fiscal_year_be=2566))
    table = coverage_groups.coverage_by(states, record.provinces, "office_number")
    assert table["counted_at_least"].isna().all()
    assert table["total"].tolist() == [1, 1, 1, 1, 1]


def test_a_group_of_ten_has_a_share() -> None:
    codes = [f"{n:02d}" for n in range(20, 30)]
    states = pd.DataFrame(
        {"status": ["counted"] * 7 + ["none"] * 3, "counted": [True] * 7 + [False] * 3},
        index=pd.Index(codes, name="province_code"),
    ).astype({"counted": "boolean"})
    provinces = pd.DataFrame({"province_code": codes, "region4": "South"})
    table = coverage_groups.coverage_by(states, provinces, "region4")
    assert table.loc["South", "share"] == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("counted", "total", "share"), [(5, 10, 0.5), (5, 9, None), (None, 76, None)]
)
def test_share(counted: int | None, total: int, share: float | None) -> None:
    assert coverage_groups.share_of(counted, total) == share
