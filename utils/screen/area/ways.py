"""The way from a province, a city, the map or the slides to what is to be followed up there."""

from __future__ import annotations

from utils.screen.app import cache, navigate
from utils.screen.app.cache import record, table
from utils.screen.app.filters import Filters
from utils.screen.app.page import AREA


def of_province(chosen: Filters, code: str) -> None:
    """Draw the way to the items of a province."""
    iso = str(cache.province(code)["iso_code"])
    codes = {"province": iso} | chosen.short_link
    navigate.way(AREA, codes, chosen.words("area_page.of_province"))


def of_city(chosen: Filters, lao_id: str) -> None:
    """Draw the way to the items of the province of an LAO; nothing for an invented one."""
    homes = table("municipalities").drop_duplicates("lao_id", keep="last").set_index("lao_id")
    code = homes["province_code"].to_dict().get(lao_id)
    if code is not None and code in set(record().provinces["province_code"]):
        of_province(chosen, code)


def of_area(chosen: Filters) -> None:
    """Draw the way to the items of the chosen area."""
    navigate.way(AREA, chosen.short_link, chosen.words("area_page.of_area"))


def to_mechanism(chosen: Filters) -> None:
    """Draw the way to the three levels, and the resolutions of each."""
    navigate.way("mechanism", chosen.short_link, chosen.words("area_page.mechanism"))
