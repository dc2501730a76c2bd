"""Everybody can read it: axe-core on every page, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.e2e.reader import Reader
from utils.words import LANGS, Lang

VIEWS: list[tuple[str, dict[str, str]]] = [
    ("overview", {}),
    ("overview", {"year": "2566"}),
    ("map", {}),
    ("map", {"view": "points"}),
    ("province", {"province": "TH-60"}),
    ("province", {"province": "TH-96"}),
    ("methods", {}),
]
# What Streamlit itself draws, and no setting or word of ours changes.
NOT_OURS: list[str] = []


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("name", "link"), VIEWS)
def test_axe_finds_nothing_serious(
    reader: Reader, name: str, link: dict[str, str], lang: Lang
) -> None:
    reader.open(name, lang, **link)
    reader.page.wait_for_load_state("networkidle")
    found = Axe().run(reader.page, context={"exclude": [[part] for part in NOT_OURS]}).response
    grave = [rule for rule in found["violations"] if rule["impact"] in {"serious", "critical"}]
    assert [told(rule) for rule in grave] == []


def told(rule: dict[str, Any]) -> str:
    where = [f"{node['target']} {node['html'][:160]}" for node in rule["nodes"][:4]]
    return f"{rule['id']} ({rule['impact']}, {len(rule['nodes'])}): {where}"
