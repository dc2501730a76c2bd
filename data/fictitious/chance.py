"""Draws for the fictitious tables that depend on nothing but a seed.

Only ``random()`` of a seeded generator is used: its sequence is the same in every version of
Python, so that the files are rebuilt byte for byte.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

Row = dict[str, str]
"""One row of a table, as text by the names of its columns."""

Item = TypeVar("Item")


class Chance:
    """Draws that depend on nothing but the seed."""

    def __init__(self, seed: int) -> None:
        self._next = random.Random(seed).random  # noqa: S311 nothing secret is drawn

    def happens(self, share: float) -> bool:
        """Tell whether something of this probability happens."""
        return self._next() < share

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def one(self, items: Sequence[Item]) -> Item:
        """Return one of the items."""
        return items[self.whole(0, len(items) - 1)]

    def mixed(self, items: Sequence[Item]) -> list[Item]:
        """Return the items in a drawn order."""
        left = list(items)
        return [left.pop(self.whole(0, len(left) - 1)) for _ in items]
