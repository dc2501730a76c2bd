"""My area: the page of an office, region, cluster or province, and what it holds in its address."""

from __future__ import annotations

from utils.screen.app import compared_with
from utils.screen.app.filters import Filters
from utils.screen.app.page import Page
from utils.screen.area import at_hand, standing
from utils.screen.area.listed import ITEM, ORDER, STATE, WHICH
from utils.screen.area.selection import province_param


def prepare(chosen: Filters) -> None:
    """Compute and keep what the page shows first under some filters."""
    standing.prepare(chosen)
    at_hand.prepare(chosen)


PAGE = Page(
    name="area",
    prepare=prepare,
    params=lambda: (province_param(), WHICH, STATE, ORDER, ITEM, compared_with.param()),
    example={"office": "13"},
    drawn=(".brief .number", ".short-table table, .stAlert"),
)
