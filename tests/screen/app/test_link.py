"""The whole address of a page, from what the browser says of the one it shows."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from utils.screen.app import link


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
    browser = SimpleNamespace(
        context=SimpleNamespace(url=here), session_state={"link.kept": (shown, {})}
    )
    monkeypatch.setattr(link, "st", browser)
    assert link.home("map", {"rule": "d"}) == home


def test_the_front_page_is_its_root(monkeypatch: pytest.MonkeyPatch) -> None:
    browser = SimpleNamespace(
        context=SimpleNamespace(url="https://example/esc/"),
        session_state={"link.kept": ("overview", {})},
    )
    monkeypatch.setattr(link, "st", browser)
    assert link.home("", {"rule": "d"}) == "https://example/esc/?rule=d"


CITIES = link.Several(
    name="cities",
    options=("a", "b", "c", "x-d"),
    default="a,b",
    label="pilots.add",
    most=2,
    apart="x-",
)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("a", True),
        ("b,a", True),
        ("", True),  # none chosen is a choice too
        ("a,b,c", False),  # one more than may be
        ("a,a", False),
        ("a,x", False),
        ("a,", False),
        (",", False),
        ("a b", False),
        ("A", False),
    ],
)
def test_several_codes_are_known_each_and_once_and_not_too_many(
    text: str, *, allowed: bool
) -> None:
    assert CITIES.allows(text) == allowed


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a,b", None),
        ("x-d", None),
        ("a,y", "unknown"),
        ("a,a", "twice"),
        ("a,b,c", "many"),
        ("a,x-d", "mixed"),
    ],
)
def test_it_is_said_why_several_codes_are_refused(text: str, fault: str | None) -> None:
    assert CITIES.fault(text) == fault


def test_several_codes_are_read_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    for query, codes in (
        ({"cities": "c,a"}, ("c", "a")),
        ({"cities": "x"}, ("a", "b")),
        ({}, ("a", "b")),
    ):
        monkeypatch.setattr(link, "st", SimpleNamespace(query_params=query))
        assert link.values(CITIES) == codes
    assert link.address("pilots", {"cities": link.join(("c", "a"))}) == "pilots?cities=c,a"
