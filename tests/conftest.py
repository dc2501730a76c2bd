"""A store of the tests' own: each worker's, in a temporary folder, and never the developer's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from utils.desk.store import store


@pytest.fixture(scope="session", autouse=True)
def _store_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    file = tmp_path_factory.mktemp("store") / "esc.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_DATABASE_URL", f"sqlite:///{file}")
        yield
        store.close()


@pytest.fixture(scope="session", autouse=True)
def _packages_searched_once() -> Iterator[None]:
    """Let Streamlit look through the installed packages for components once, not at every page."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            manifest_scanner,
            "scan_component_manifests",
            cache(manifest_scanner.scan_component_manifests),
        )
        yield
