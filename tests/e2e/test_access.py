"""Everybody can read it: every view on a laptop in both languages, looked at once for all faults.

No view may be wider than the laptop, nor may axe-core find anything serious.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.e2e.reader import DESKTOP, Reader
from tests.e2e.test_sizes import FITS
from tests.e2e.views import VIEWS

# What Streamlit itself draws, and no setting or word of ours changes.
NOT_OURS = [
    # color-contrast: the label of a disabled box is pale, as WCAG 1.4.3 allows, but not tied to
    # the box in a way that axe knows.
    '[data-testid="stSelectbox"]:has(input:disabled) [data-testid="stWidgetLabel"]',
]
GRAVE = {"serious", "critical"}
# What axe found right would be told node by node too, megabytes for a long table.
FAULTS = {"resultTypes": ["violations"]}
# axe judges colours only where it can see them, and the page scrolls inside a box of its own.
WHOLE_HEIGHT = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight + 100"


@pytest.mark.parametrize(("name", "link"), VIEWS)
def test_every_view_fits_and_axe_finds_nothing_serious(
    reader: Reader, name: str, link: dict[str, str]
) -> None:
    for _ in reader.opens_in_both(name, **link):
        reader.page.wait_for_function(FITS)
        assert grave(reader) == []
        reader.page.set_viewport_size(DESKTOP)


def grave(reader: Reader) -> list[str]:
    """Return what axe calls serious or critical on the whole of the page as it stands."""
    reader.page.wait_for_load_state("networkidle")
    height = int(reader.page.evaluate(WHOLE_HEIGHT))
    reader.page.set_viewport_size({"width": DESKTOP["width"], "height": height})
    found = Axe().run(reader.page, context={"exclude": NOT_OURS}, options=FAULTS).response
    return [told(rule) for rule in found["violations"] if rule["impact"] in GRAVE]


def told(rule: dict[str, Any]) -> str:
    where = [f"{node['target']} {node['html'][:160]}" for node in rule["nodes"][:4]]
    return f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])}): {where}"
