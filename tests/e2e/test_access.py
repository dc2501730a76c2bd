"""Everybody can read it: axe-core on every page, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from tests.e2e.reader import DESKTOP, Reader
from tests.e2e.views import VIEWS
from utils.words import Words

# What Streamlit itself draws, and no setting or word of ours changes.
NOT_OURS = [
    # color-contrast: the label of a disabled box is pale, as WCAG 1.4.3 allows, but not tied to
    # the box in a way that axe knows.
    '[data-testid="stSelectbox"]:has(input:disabled) [data-testid="stWidgetLabel"]',
]
GRAVE = {"serious", "critical"}
# axe judges colours only where it can see them, and the page scrolls inside a box of its own.
WHOLE_HEIGHT = "document.querySelector('[data-testid=\"stMain\"]').scrollHeight + 100"


@pytest.mark.parametrize(("name", "link"), VIEWS)
def test_axe_finds_nothing_serious(reader: Reader, name: str, link: dict[str, str]) -> None:
    reader.open(name, "th", **link)
    assert grave(reader) == []

    reader.switches("English")
    reader.sees(name, Words("en"))
    assert grave(reader) == []


def grave(reader: Reader) -> list[str]:
    """Return what axe calls serious or critical on the whole of the page as it stands."""
    reader.page.wait_for_load_state("networkidle")
    height = int(reader.page.evaluate(WHOLE_HEIGHT))
    reader.page.set_viewport_size({"width": DESKTOP["width"], "height": height})
    found = Axe().run(reader.page, context={"exclude": NOT_OURS}).response
    return [told(rule) for rule in found["violations"] if rule["impact"] in GRAVE]


def told(rule: dict[str, Any]) -> str:
    where = [f"{node['target']} {node['html'][:160]}" for node in rule["nodes"][:4]]
    return f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])}): {where}"
