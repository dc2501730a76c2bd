"""A page of the dashboard: one record of all that is known of it outside its own file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from utils.screen.app.filters import Filters
from utils.screen.app.link import Param

FRONT: Final = "overview"  # the page that lives at the root of the address
AREA: Final = "area"  # the page of the chosen office, region or cluster


@dataclass(frozen=True, kw_only=True)
class Page:
    """What the frame, links, warm-up, pictures and tests know of a page.

    `name` : of its file in pages/, of its address, and of its words (`menu` and `title` below it).
    `params` : returns its own parameters of the address; called for this page's runs alone, as
    the codes of one parameter may be thousands.
    `needs_area` : whether it has nothing to show where the chosen areas share no province.
    `opens_in_trial` : whether it shows invented tables where the address says nothing of the mode:
    because it is about them, or is asked about an invented LAO.
    `published_only` : whether it never shows what waits to be published.
    `in_menu` : whether the menu names it; a function where that depends on the installation.
    `last_year` : returns the last fiscal year (B.E.) of the table that it shows, on which it opens;
    None, itself or returned, where that is the award list's.
    `prepare` : computes and caches what it shows first under some filters.
    `parts` : the parameter that chooses which part of the page is drawn.
    `example` : codes of a link that shows the page filled.
    `drawn` : CSS selectors of what is there once the page is drawn, its main figure first; one
    selector may name several by commas, any of which is enough.
    """

    name: str
    drawn: tuple[str, ...]
    params: Callable[[], tuple[Param, ...]] = tuple
    needs_area: bool = True
    opens_in_trial: Callable[[], bool] = bool
    published_only: bool = False
    in_menu: bool | Callable[[], bool] = True
    last_year: Callable[[], int | None] | None = None
    prepare: Callable[[Filters], None] | None = None
    parts: Param | None = None
    example: Mapping[str, str] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return its address below that of the dashboard; empty for the front page."""
        return "" if self.name == FRONT else self.name

    @property
    def last_year_be(self) -> int | None:
        """Return the year that it opens on by itself, None where that is the award list's."""
        return None if self.last_year is None else self.last_year()

    @property
    def is_in_menu(self) -> bool:
        """Tell whether the menu of this installation names it."""
        return self.in_menu if isinstance(self.in_menu, bool) else self.in_menu()
