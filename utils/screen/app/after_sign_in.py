"""The way back from signing in or out: to the page, and in the language, that somebody left.

Streamlit leads everybody to the front page. What is remembered meanwhile, in a cookie of some
minutes, is read as a stranger's: it names pages, languages and submissions, and nothing else.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.datastructures import Headers
from starlette.types import Message, Scope

from utils.screen.app import navigate
from utils.screen.app.filters import LANGUAGE
from utils.screen.app.release_shown import PREVIEW

_DESK: Final = "desk"
_COOKIE: Final = "esc_way_back"
_SECONDS: Final = 900
_LEAVES: Final = ("/auth/login", "/auth/logout")
_COMES: Final = "/oauth2callback"


def lead(scope: Scope, message: Message, base: str) -> None:
    """Note in the beginning of an answer where somebody leaves; lead back who comes again.

    `base`: the folder of the app, without a slash at its end.
    """
    path, headers = scope["path"].removeprefix(base), Headers(scope=scope)
    if path in _LEAVES:
        message["headers"].append(_cookie(where(headers.get("referer", "")), base, _SECONDS))
    elif path == _COMES:
        front = f"{base}/"
        there = front + where(_noted(headers.get("cookie", "")))
        message["headers"] = [
            (name, there.encode() if (name.lower(), to) == (b"location", front.encode()) else to)
            for name, to in message["headers"]
        ]
        message["headers"].append(_cookie("", base, 0))


def where(address: str) -> str:
    """Return the page, with language and preview, that an address names: the desk if it names none.

    Whatever else stands in the address is left out, its host above all.
    """
    try:
        parts = urlsplit(address)
        named = parse_qs(parts.query)
    except ValueError:
        return _DESK
    wanted = {param.name: (param, named.get(param.name, [""])[-1]) for param in (LANGUAGE, PREVIEW)}
    codes = {name: code for name, (param, code) in wanted.items() if code and param.allows(code)}
    name = parts.path.rpartition("/")[2]
    is_front = not name and PREVIEW.name in codes
    page = name if is_front or name in navigate.page_names() else _DESK
    return f"{page}?{urlencode(codes)}" if codes else page


def _noted(cookies: str) -> str:
    try:
        noted = SimpleCookie(cookies).get(_COOKIE)
    except CookieError:
        return ""
    return "" if noted is None else noted.value


def _cookie(value: str, base: str, seconds: int) -> tuple[bytes, bytes]:
    kept = SimpleCookie({_COOKIE: value})
    limits = f"; Path={base}/; Max-Age={seconds}; HttpOnly; SameSite=Lax"
    return b"set-cookie", f"{kept[_COOKIE].OutputString()}{limits}".encode()
