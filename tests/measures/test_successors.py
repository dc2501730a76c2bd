"""What merged, by hand: rule (d) and the staircase before the merger, in its year and after it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from tests.measures.stair import YEARS, frame, staircase
from utils.measures.coverage.coverage import by_province, headline
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.staircase.distribution import step_totals
from utils.measures.staircase.moves import moves
from utils.measures.successors import with_successors
from utils.tables.declared import schemas

CENTRES = pd.DataFrame({"province_code": ["20", "40"], "lao_id": ["A", "E"], "basis": ["x", "y"]})


def register(*merged: tuple[str, str | None, int | None]) -> pd.DataFrame:
    """Return a register with (id, merged into, last year)."""
    names = ("lao_id", "merged_into", "valid_to_be")
    return frame(schemas.MUNICIPALITIES, [dict(zip(names, one, strict=True)) for one in merged])


def test_a_list_goes_on_with_what_its_laos_became_and_with_no_other_member() -> None:
    # A and B became N, N and C became M; E goes on.
    laos = register(("A", "N", 2561), ("B", "N", 2561), ("N", "M", 2565), ("C", "M", 2565))
    found = with_successors(CENTRES, laos)
    assert found["lao_id"].tolist() == ["A", "E", "N", "M"]
    assert found["province_code"].tolist() == ["20", "40", "20", "20"]
    assert with_successors(CENTRES, register(("A", None, None))) is CENTRES


def test_a_circle_is_refused() -> None:
    with pytest.raises(ValueError, match="circle"):
        with_successors(CENTRES, register(("A", "N", 2561), ("N", "A", 2562)))


def test_a_centre_city_that_merged_counts_by_what_was_awarded_before_and_after(
    record: Record,
) -> None:
    # By rule (d) of 2562 the centre of 40, L40b, has a result of 2562. It merged into N in 2563,
    # which has a result of 2563; the centre of 50 has none.
    award = record.awards[record.awards["lao_id"] == "L40b"].tail(1)
    after = award.assign(lao_id="N", fiscal_year_be=2563)
    awards = pd.concat([record.awards, after], ignore_index=True)
    laos = register(("L40b", "N", 2562), ("L40a", "N", 2562))
    merged = replace(
        record, awards=awards, centre_cities=with_successors(record.centre_cities, laos)
    )
    for window, expected in ((1, "counted"), (3, "counted")):
        question = Question(rule="d", fiscal_year_be=2563, window_years=window)
        assert by_province(merged, question)["status"]["40"] == expected
    # Without following it, the year after the merger alone would hold none of the centre city.
    alone = replace(record, awards=awards)
    question = Question(rule="d", fiscal_year_be=2563, window_years=1)
    assert by_province(alone, question)["status"]["40"] != "counted"
    # What the other member was awarded counts no more than it did.
    before = Question(rule="d", fiscal_year_be=2561, window_years=None)
    assert headline(by_province(merged, before)) == headline(by_province(record, before))


def test_an_lao_is_on_the_staircase_until_it_merged_and_what_it_became_since_it_reports() -> None:
    # B was on step 2 in 2560, 2 carried in 2561, 3 in 2562 and 2563. It merged at the end of 2561.
    rows = [one for one in YEARS if one[0] != "B" or one[1] == 2560]
    laos = {"A": ("20", "ทต."), "B": ("20", "ทม."), "N": ("20", "ทม.")}
    whole = staircase([one for one in rows if one[0] in {"A", "B"}] + [("N", 2563, "1")], laos=laos)
    now = whole.register.assign(
        merged_into=whole.register["lao_id"].map({"B": "N"}).astype("string"),
        valid_to_be=whole.register["lao_id"].map({"B": 2561}).astype("Int64"),
    )
    merged = replace(whole, register=now)
    enrolled = {year: set(merged.at(year)["lao_id"]) for year in range(2560, 2564)}
    assert enrolled == {2560: {"A", "B"}, 2561: {"A", "B"}, 2562: {"A"}, 2563: {"A", "N"}}
    assert set(whole.at(2562)["lao_id"]) == {"A", "B"}, "without the register it would go on"
    # 2562: A alone, on step 2. 2563: A on step 3, N on the step that it reported.
    counts = step_totals(merged, 2562)["count"]
    assert (counts["2"], counts["unknown"]) == (1, 0)
    counts = step_totals(merged, 2563)["count"]
    assert (counts["1"], counts["3"], counts["unknown"]) == (1, 1, 0)
    told = moves(merged)
    assert set(told.loc[told["lao_id"] == "B", "fiscal_year_be"]) == {2561}, "it did not withdraw"


def test_a_row_of_a_later_year_is_kept() -> None:
    whole = staircase([("A", 2560, "1"), ("A", 2562, "2")], laos={"A": ("20", "ทต.")})
    now = whole.register.assign(merged_into="N", valid_to_be=2560).astype(whole.register.dtypes)
    assert replace(whole, register=now).years["fiscal_year_be"].tolist() == [2560, 2562]
