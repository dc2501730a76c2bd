"""The whole address of a page, from what the browser says of the one it shows."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from utils.screen import link


@pytest.mark.parametrize(
    ("here", "shown", "home"),
    [
        ("http://127.0.0.1:8501/", "overview", "http://127.0.0.1:8501/map?rule=d"),
        ("http://127.0.0.1:8501", "overview", "http://127.0.0.1:8501/map?rule=d"),
        ("https://esc.example/map", "map", "https://esc.example/map?rule=d"),
        ("https://example/esc/province", "province", "https://example/esc/map?rule=d"),
        ("https://example/esc/", "overview", "https://example/esc/map?rule=d"),
        (None, "overview", "map?rule=d"),
    ],
)
def test_a_saved_link_holds_host_and_folder(
    monkeypatch: pytest.MonkeyPatch, here: str | None, shown: str, home: str
) -> None:
    told = SimpleNamespace(
        context=SimpleNamespace(url=here), session_state={"link.kept": (shown, {})}
    )
    monkeypatch.setattr(link, "st", told)
    assert link.home("map", {"rule": "d"}) == home


def test_the_front_page_is_its_root(monkeypatch: pytest.MonkeyPatch) -> None:
    told = SimpleNamespace(
        context=SimpleNamespace(url="https://example/esc/"),
        session_state={"link.kept": ("overview", {})},
    )
    monkeypatch.setattr(link, "st", told)
    assert link.home("", {"rule": "d"}) == "https://example/esc/?rule=d"
