"""A short part of the fuzzed files, the same in each run; `make fuzz` reads them all."""

from __future__ import annotations

from tests.tables import fuzz


def test_no_text_file_breaks_the_reader() -> None:
    outcomes = fuzz.run(fuzz.a_file, range(300))
    assert len(outcomes) > 20


def test_no_workbook_breaks_the_reader() -> None:
    outcomes = fuzz.run(fuzz.a_book, range(20))
    assert len(outcomes) > 8
