"""Where somebody is led after signing in: what an address of a stranger may decide of that."""

from __future__ import annotations

import pytest
from starlette.datastructures import Headers
from starlette.types import Message

from utils.screen.app import after_sign_in

WAITS = "0123456789abcdef"


@pytest.mark.parametrize(
    ("left", "led"),
    [
        ("https://esc.example/desk?lang=en", "desk?lang=en"),
        ("https://esc.example/esc/desk", "desk"),
        (f"https://esc.example/map?preview={WAITS}&year=2560", f"map?preview={WAITS}"),
        (f"https://esc.example/?lang=en&preview={WAITS}", f"?lang=en&preview={WAITS}"),
        ("https://esc.example/?lang=en", "desk?lang=en"),
        ("", "desk"),
        ("https://esc.example/../desk?lang=de", "desk"),
        ("https://elsewhere.example/evil?lang=en%0d%0aSet-Cookie:x&preview=//evil", "desk"),
        ("//elsewhere.example", "desk"),
        ("https://[broken", "desk"),
    ],
)
def test_only_known_pages_languages_and_submissions_are_led_to(left: str, led: str) -> None:
    assert after_sign_in.where(left) == led


def answer(path: str, **headers: str) -> Headers:
    """Return the headers of an answer that leads to the front page, after `lead`."""
    message: Message = {"headers": [(b"location", b"/esc/")]}
    encoded = [(name.encode(), value.encode()) for name, value in headers.items()]
    after_sign_in.lead({"type": "http", "path": f"/esc{path}", "headers": encoded}, message, "/esc")
    return Headers(raw=message["headers"])


def test_a_page_is_left_and_come_back_to() -> None:
    left = answer("/auth/login", referer="https://esc.example/esc/desk?lang=en")
    cookie = left["set-cookie"]
    assert cookie.endswith("; Path=/esc/; Max-Age=900; HttpOnly; SameSite=Lax")
    assert left["location"] == "/esc/"
    came = answer("/oauth2callback", cookie=f"other=1; {cookie.partition(';')[0]}")
    assert came["location"] == "/esc/desk?lang=en"
    assert "Max-Age=0" in came["set-cookie"]


def test_whoever_comes_without_a_page_is_led_to_the_desk() -> None:
    assert answer("/oauth2callback")["location"] == "/esc/desk"
    assert answer("/oauth2callback", cookie='{"a"; esc_way_back=map')["location"] == "/esc/desk"
    assert answer("/desk", referer="https://esc.example/map").get("set-cookie") is None
