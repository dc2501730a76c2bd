"""My area: the page of an office, region, cluster or province, and what it holds in its address."""

from __future__ import annotations

from utils.screen.app import compared_with
from utils.screen.app.page import Page
from utils.screen.area.listed import ITEM, ORDER, STATE, WHICH
from utils.screen.area.selection import province_param

PAGE = Page(
    name="area",
    params=lambda: (province_param(), WHICH, STATE, ORDER, ITEM, compared_with.param()),
    example={"office": "13"},
    drawn=(".brief .number", ".short-table table, .stAlert"),
)
