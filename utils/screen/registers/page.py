"""The page of registers: its record."""

from __future__ import annotations

from utils.screen.app.page import Page
from utils.screen.registers.selection import ENTRY, FIND, ONLY, REGISTER, place_param

PAGE = Page(
    name="registers",
    params=lambda: (REGISTER, FIND, ONLY, place_param(), ENTRY),
    needs_area=False,
    in_menu=False,
    example={"register": "recommendations", "place": "LAO-57-006"},
    drawn=(".short-table table, .stAlert",),
)
