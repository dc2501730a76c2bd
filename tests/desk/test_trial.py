"""What must hold when publishers are killed, and when many are at the store at once.

A short, seeded part; `make endure` runs the whole: `tests/desk/endure.py`.
"""

from __future__ import annotations

from pathlib import Path

from tests.desk import trial


def test_killed_publishers_leave_a_whole_store(address: str, tmp_path: Path) -> None:
    assert trial.kill(address, tmp_path, times=20, seed=2563) > 0


def test_many_at_once_lose_no_update_and_see_no_mixed_release(address: str, tmp_path: Path) -> None:
    assert trial.crowd(address, tmp_path, publishers=8, readers=4, seconds=4) > 0
