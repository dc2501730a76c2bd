"""A city on the list, counted on one's fingers, from the eight awards of conftest.py."""

from dataclasses import replace

import pandas as pd
import pytest

from utils.measures.cities.awards import city_record, peers_on_list
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question
from utils.measures.peers import places

# Six town municipalities of the Northeast, and a city alone in its type.
REGISTER = pd.DataFrame(
    [
        ("L30a", "ทม.", "30"),
        ("L30b", "ทม.", "30"),
        ("L40a", "ทต.", "40"),
        ("L40a", "ทม.", "40"),  # a later row: its present type
        ("L40b", "ทม.", "40"),
        ("L40c", "ทม.", "40"),
        ("L40d", "ทม.", "40"),
        ("L20a", "ทน.", "20"),
    ],
    columns=["lao_id", "lao_type", "province_code"],
    dtype="string",
)


def test_awards_and_area_results_are_counted_apart(record: Record) -> None:
    result = city_record(record, "L20a", 2563)
    assert (result.national, result.area, result.excellent) == (1, 1, 1)
    assert (result.national_years, result.area_years, result.winner_years) == ((2555,), (2561,), ())


def test_nothing_after_the_year_looked_at_is_known(record: Record) -> None:
    result = city_record(record, "L20a", 2560)
    assert (result.national, result.area) == (1, 0)
    assert result.rounds_since == (2558,)


def test_rounds_since_are_those_that_the_list_holds(record: Record) -> None:
    # Complete lists of conftest.py after 2555: 2558, 2561, 2562; that of 2563 is missing.
    assert city_record(record, "L30a", 2563).rounds_since == (2558, 2561, 2562)
    assert city_record(record, "L40a", 2563).rounds_since == ()
    # A list of which only a part is known does not say who is not on it.
    partial = record.rounds.replace({"status": {"complete": "partial"}})
    assert city_record(replace(record, rounds=partial), "L30a", 2563).rounds_since == ()


def test_a_city_that_is_not_listed_has_no_gap_since_anything(record: Record) -> None:
    result = city_record(record, "L50a", 2563)
    assert result.awards.empty
    assert (result.national, result.area, result.rounds_since) == (0, 0, ())


@pytest.mark.parametrize(
    ("question", "with_result"),
    [
        (Question(rule="b", fiscal_year_be=2562), 2),  # 2560-2562: L40a and L40b
        (Question(rule="a", fiscal_year_be=2562), 3),  # and L30a in 2555
        (Question(rule="b", fiscal_year_be=2566), None),  # after the record: not known
    ],
)
def test_peers_share_type_and_region(
    record: Record, question: Question, with_result: int | None
) -> None:
    peers = peers_on_list(record, places(REGISTER, record.provinces), question, "L30b")
    assert peers.peers.members == ("L30a", "L40a", "L40b", "L40c", "L40d")
    assert peers.with_result == with_result
    members = peers.each.reindex(["L30b", *peers.peers.members])
    assert (members[1:] > 0).sum() == (with_result or 0)


def test_a_city_alone_in_its_class_has_no_peer(record: Record) -> None:
    where = places(REGISTER, record.provinces)
    peers = peers_on_list(record, where, Question(rule="b", fiscal_year_be=2562), "L20a")
    assert peers.peers.members == ()
    assert peers.with_result == 0


def test_a_city_out_of_the_register_is_refused(record: Record) -> None:
    where = places(REGISTER, record.provinces)
    with pytest.raises(KeyError):
        peers_on_list(record, where, Question(rule="b", fiscal_year_be=2562), "L99x")
