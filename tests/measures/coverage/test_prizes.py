"""The lesser prizes of conftest.py: three ชมเชย, which count, and one มุ่งมั่น, which does not."""

from utils.measures.coverage.prizes import excellent_or_prize, lesser_prizes
from utils.measures.coverage.record import Record


def test_lesser_prizes_are_counted_apart_from_those_left_out(record: Record) -> None:
    table = lesser_prizes(record.awards, record.prizes)
    assert table.to_dict("index") == {
        "honourable": {"counted": 3, "left_out": 0},
        "commitment_or_regional": {"counted": 0, "left_out": 1},
    }


def test_the_column_of_the_prizes_decides(record: Record) -> None:
    prizes = record.prizes.assign(counts_for_excellent=record.prizes["prize_class"] == "commitment")
    table = lesser_prizes(record.awards, prizes)
    assert table["counted"].to_dict() == {"honourable": 0, "commitment_or_regional": 1}
    assert table["left_out"].to_dict() == {"honourable": 3, "commitment_or_regional": 0}


def test_a_record_without_them_has_no_row(record: Record) -> None:
    area = record.awards[record.awards["level"] == "area"]
    assert lesser_prizes(area, record.prizes).empty


def test_which_prizes_count_is_data(record: Record) -> None:
    # ดีเยี่ยม and the ชมเชย of 2555, 2558 and 2562; not มุ่งมั่น, ดี and ดีมาก.
    counting = excellent_or_prize(record.awards, record.prizes)
    assert counting["certificate_th"].tolist() == ["ชมเชย", "ชมเชย", "ดีเยี่ยม", "ชมเชย"]
    none = record.prizes.assign(counts_for_excellent=False)
    assert excellent_or_prize(record.awards, none).empty
