"""The cells of the heat map, spelled out as its component does."""

from __future__ import annotations

from typing import Any


def spelled(data: dict[str, Any]) -> list[list[tuple[str, str]]]:
    """Return sign and score of each cell, a list for each row of the map."""
    kinds = list(zip(data["signs"], data["scores"].split(","), strict=True))
    rows = [row["cells"] for group in data["groups"] for row in group["rows"]]
    digits = 1 + (len(kinds) > 36) + (len(kinds) > 36**2)
    return [
        [kinds[int(cells[at : at + digits], 36)] for at in range(0, len(cells), digits)]
        for cells in rows
    ]
