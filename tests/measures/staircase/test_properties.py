"""Whatever an enrolment table holds, the measures of the staircase agree with each other."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measures.stair import LAOS, staircase
from utils.measures.staircase import cohorts as staircase_cohorts
from utils.measures.staircase import distribution, durations
from utils.measures.staircase import moves as staircase_moves
from utils.measures.staircase.record import Staircase

STEPS = st.sampled_from([*distribution.STEPS, None])
STATUSES = st.sampled_from(["active", "active", "active", "paused", "withdrawn", "graduated"])
CELLS = st.none() | st.tuples(STEPS, STATUSES)
YEARS = range(2560, 2566)


@st.composite
def tables(draw: st.DrawFn) -> list[tuple[object, ...]]:
    cells = [(lao, year, draw(CELLS)) for lao in LAOS for year in YEARS]
    return [(lao, year, *cell) for lao, year, cell in cells if cell is not None]


# To fill the years of a table takes longer than any law, so each table is held against all three.
@settings(deadline=None, max_examples=30)
@given(tables(), st.sampled_from(YEARS[1:]), st.integers(1, 4))
def test_whatever_a_table_holds_its_measures_agree(
    rows: list[tuple[object, ...]], year: int, span: int
) -> None:
    stair = staircase(rows)
    moves_flows_and_distribution_tell_one_story(stair, year)
    every_known_year_lies_in_one_spell(stair)
    cohorts_account_for_everybody(stair, rows, span)


def moves_flows_and_distribution_tell_one_story(stair: Staircase, year: int) -> None:
    totals = distribution.step_totals(stair, year)
    before, now = (int(totals[name].fillna(0).sum()) for name in ("before", "count"))
    counts = staircase_moves.move_counts(stair)
    of_year = counts[counts["fiscal_year_be"] == year].set_index("move")["count"].to_dict()
    if stair.covers(year) and stair.covers(year - 1):
        pairs = staircase_moves.moves(stair)
        gone = pairs[(pairs["fiscal_year_be"] == year) & ~pairs["enrolled"]]
        assert set(gone["move"]) <= {"left", "graduated"}
        assert before - len(gone) + of_year.get("new", 0) == now
        assert sum(of_year.values()) - of_year.get("new", 0) == before
        arrived = (
            staircase_moves.flows(stair, year)
            .groupby("step")["count"]
            .sum()
            .drop(staircase_moves.ABSENT, errors="ignore")
        )
        assert arrived.to_dict() == totals.loc[totals["count"] > 0, "count"].to_dict()


def every_known_year_lies_in_one_spell(stair: Staircase) -> None:
    table = durations.spells(stair)
    assert (table["years"] >= 0).all()
    assert (table["last_be"] >= table["began_be"]).all()
    assert (table["ended_be"].isna() == table["ended"].isin(["still", "no_longer_known"])).all()
    assert not table.duplicated(["lao_id", "began_be"]).any()
    known = stair.years.dropna(subset="step_since_be")[["lao_id", "step_since_be"]]
    began = table[["lao_id", "began_be"]].set_axis(known.columns, axis=1)
    assert len(known.drop_duplicates().merge(began)) == len(began)


def cohorts_account_for_everybody(
    stair: Staircase, rows: list[tuple[object, ...]], span: int
) -> None:
    table = staircase_cohorts.cohorts(stair, span=span)
    grouped = table.groupby(["cohort_be", "years_since"])
    assert (grouped["count"].sum() == grouped["base"].first()).all()
    started = grouped["base"].first()
    zero = started[started.index.get_level_values("years_since") == 0].sum()
    assert zero == pd.Series([lao for lao, *_ in rows]).nunique()
