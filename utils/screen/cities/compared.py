"""Which cities are compared: named by the address, at most eight."""

from __future__ import annotations

from typing import Final

from utils.screen.app import link
from utils.screen.app.link import Several
from utils.screen.scores import tables_in_use
from utils.tables.declared.places import FICTITIOUS_PREFIX

PAGE_NAME: Final = "pilots"  # the page that compares them
# Two pilots of one programme, which the page opens with: Nan and Phitsanulok.
FIRST: Final = ("LAO-55-004", "LAO-65-005")
_MOST: Final = 8


def param() -> Several:
    """Return the parameter that names them, as in ?cities=LAO-55-004,LAO-65-005."""
    return Several(
        name="cities",
        options=tables_in_use.lao_ids(),
        default=link.join(FIRST),
        label="filter.municipality",
        most=_MOST,
        apart=FICTITIOUS_PREFIX,
        reason=_reason,
    )


def _reason(fault: str) -> str:
    return f"pilots.refused.{fault}"
