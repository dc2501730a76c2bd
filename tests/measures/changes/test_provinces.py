"""What became of provinces between two states, on four provinces told by hand."""

from __future__ import annotations

import pandas as pd

from utils.measures.changes.provinces import between


def states(**status: str) -> pd.DataFrame:
    table = pd.DataFrame({"status": pd.Series(status, dtype="string")})
    counted = (table["status"] == "counted").astype("boolean")
    return table.assign(counted=counted.mask(table["status"].isin(["outside", "no_data"])))


def test_gained_left_and_still() -> None:
    before = states(A="none", B="counted", C="counted", D="older", BKK="outside")
    now = states(A="counted", B="older", C="counted", D="none", BKK="outside")
    turns = between(before, now)
    assert dict(turns["turn"]) == {
        "A": "gained",
        "B": "left_window",
        "C": "still",
        "D": "still_not",
    }
    assert list(turns.loc["B", ["before", "now"]]) == ["counted", "older"]


def test_what_is_not_known_is_no_loss() -> None:
    assert between(states(A="counted"), states(A="no_data")).empty
    assert between(states(A="no_data"), states(A="counted")).empty


def test_a_list_that_is_missing_takes_nothing_from_a_province() -> None:
    before = states(A="counted", B="not_known", C="not_known", D="none")
    now = states(A="not_known", B="counted", C="not_known", D="not_known")
    turns = between(before, now)["turn"]
    assert dict(turns) == {"A": "not_known", "B": "gained", "C": "still_not", "D": "still_not"}
