"""A store of the tests' own: each worker's, in a temporary folder, and never the developer's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from utils.desk import store


@pytest.fixture(scope="session", autouse=True)
def _store_of_their_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    file = tmp_path_factory.mktemp("store") / "esc.sqlite"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_DATABASE_URL", f"sqlite:///{file}")
        yield
        store.close()
