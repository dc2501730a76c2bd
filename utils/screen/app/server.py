"""What the server answers besides pages: versioned files, safe headers, no metrics."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from utils.figures import outlines
from utils.screen.app import after_sign_in, components, new_release
from utils.screen.app.page import FRONT

Lifespan = Callable[[st.App], AbstractAsyncContextManager[dict[str, Any] | None]]

OutlinesKind = Literal["json", "geojson"]
_OUTLINES: Mapping[OutlinesKind, Callable[[], str]] = {
    "json": outlines.for_browser,
    "geojson": outlines.apart,
}

FOREVER = "public, max-age=31536000, immutable"
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "worker-src 'self' blob:; connect-src 'self'; frame-ancestors 'self'; base-uri 'self'"
)
HEADERS = {
    b"content-security-policy": POLICY.encode(),
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"same-origin",
}
CLOSED = ("/_stcore/metrics",)
_NOT_FOUND = PlainTextResponse("not found", status_code=404)


def routes() -> list[BaseRoute]:
    """Return the routes: files whose address holds their version, and the newest release."""
    base = _base()
    return [
        Route(f"{base}/outlines/{{version}}/provinces.json", _outlines),
        Route(f"{base}/outlines/{{version}}/provinces.geojson", _geojson),
        Route(f"{base}/assets/{{version}}/{{name}}", _asset),
        Route(f"{base}/newest", _newest),
        Route(f"{base}/{FRONT}", _front),
    ]


def middleware() -> list[Middleware]:
    """Return the middleware: it stands before Streamlit's own."""
    return [Middleware(_Guard), Middleware(_CompressedBundles)]


def started_by(prepare: Callable[[], None]) -> Lifespan:
    """Return what runs around the server's life: `prepare` ends before the first visit."""

    @asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[dict[str, Any] | None]:
        await to_thread.run_sync(prepare)
        yield None

    return lifespan


@cache
def outlines_address(kind: OutlinesKind = "json") -> str:
    """Return the address of the outlines, relative to the app.

    `kind`: "json" as the project's own map reads them, "geojson" as the map of points does.
    """
    digest = hashlib.sha256(_OUTLINES[kind]().encode()).hexdigest()[:12]
    return f"outlines/{digest}/provinces.{kind}"


async def _outlines(_: Request) -> Response:
    return _versioned(outlines.for_browser(), "application/json")


async def _geojson(_: Request) -> Response:
    return _versioned(outlines.apart(), "application/geo+json")


def _versioned(text: str, media_type: str) -> Response:
    return Response(text, media_type=media_type, headers={"Cache-Control": FOREVER})


async def _front(request: Request) -> Response:
    """Lead to the front page, which lives at the root, also by its name."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{_base()}/{query}")


async def _newest(_: Request) -> Response:
    """Tell the number of the newest release: what an open page asks, from memory."""
    return Response(str(new_release.number()), headers={"Cache-Control": "no-store"})


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    style, path = components.sheets().get(name), components.scripts().get(name)
    if style is not None:
        return _versioned(style, "text/javascript")
    if path is None:
        return _NOT_FOUND
    return Response(
        path.read_bytes(), media_type="text/javascript", headers={"Cache-Control": FOREVER}
    )


def _base() -> str:
    base = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


class _Guard:
    """Adds the safety headers to every answer and closes what the public has no use for."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = _NOT_FOUND if scope["path"].endswith(CLOSED) else self.app
        forever = "/fonts/" in scope["path"] and b"v=" in scope["query_string"]

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                after_sign_in.lead(scope, message, _base())
                added = HEADERS | ({b"cache-control": FOREVER.encode()} if forever else {})
                kept = [pair for pair in message["headers"] if pair[0].lower() not in added]
                message["headers"] = [*kept, *added.items()]
            await send(message)

        await answer(scope, receive, guarded)


class _CompressedBundles:
    """Sends the scripts of the libraries compressed: Streamlit serves megabytes as they are."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = _bundles().get(scope["path"].removeprefix(_base())) if _wants_gzip(scope) else None
        if path is None:
            await self.app(scope, receive, send)
            return
        response = Response(
            await to_thread.run_sync(_compressed, path),
            media_type="text/css" if path.suffix == ".css" else "text/javascript",
            headers={
                "Content-Encoding": "gzip",
                "Vary": "Accept-Encoding",
                "Cache-Control": FOREVER,
            },
        )
        await response(scope, receive, send)


def _wants_gzip(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return b"gzip" in dict(scope["headers"]).get(b"accept-encoding", b"")


@cache
def _bundles() -> dict[str, Path]:
    folder = Path(st.__file__).parent / "static"
    files = (path for path in (folder / "static").rglob("*") if path.suffix in {".js", ".css"})
    own = {f"/{path.relative_to(folder).as_posix()}": path for path in files}
    charts = f"/assets/{components.version()}/{components.PLOTLY.name}"
    return own | {charts: components.PLOTLY}


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6)
