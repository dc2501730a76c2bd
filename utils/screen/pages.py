"""The pages of the dashboard, in the order of its menu: each a record of its subject."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from utils.screen.app.page import Page
from utils.screen.area import page as area_page
from utils.screen.cities import card as city_card
from utils.screen.cities import pilots
from utils.screen.coverage import map as coverage_map
from utils.screen.coverage import overview, province
from utils.screen.desk import page as desk_page
from utils.screen.meeting import evaluation, mechanism, present
from utils.screen.quality import history, methods, reported
from utils.screen.registers import page as registers_page
from utils.screen.scores import page as scores_page
from utils.screen.staircase import page as staircase_page

PAGES: Final[Mapping[str, Page]] = MappingProxyType(
    {
        page.name: page
        for page in (
            overview.PAGE,
            coverage_map.PAGE,
            staircase_page.PAGE,
            scores_page.PAGE,
            area_page.PAGE,
            pilots.PAGE,
            province.PAGE,
            present.PAGE,
            history.PAGE,
            methods.PAGE,
            desk_page.PAGE,
            city_card.PAGE,
            reported.PAGE,
            mechanism.PAGE,
            registers_page.PAGE,
            evaluation.PAGE,
        )
    }
)
