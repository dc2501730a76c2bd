"""What the server answers besides pages, started by its command as an installation does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import APIResponse, BrowserContext

from tests.serving import free_port, serve
from utils.screen.app import components, server

FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(port=free_port()) as served:
        yield served


def fetched(context: BrowserContext, path: str) -> APIResponse:
    return context.request.get(path, headers={"Accept-Encoding": "gzip"})


@pytest.mark.parametrize("path", ["_stcore/metrics", "_stcore/metrics/", "/_stcore/metrics"])
def test_metrics_are_closed(context: BrowserContext, address: str, path: str) -> None:
    answer = fetched(context, f"{address}/{path}")
    assert "cache_memory_bytes" not in answer.text()
    assert "# TYPE" not in answer.text()


def test_metrics_answer_not_found(context: BrowserContext) -> None:
    assert fetched(context, "/_stcore/metrics").status == 404


def test_health_stays_open(context: BrowserContext) -> None:
    answer = fetched(context, "/_stcore/health")
    assert answer.status == 200
    assert answer.text() == "ok"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/map",
        "/_stcore/health",
        "/_stcore/metrics",
        "/app/static/icon.png",
        f"/{server.outlines_address()}",
        "/assets/0/none.js",
    ],
)
def test_every_answer_carries_the_safety_headers(context: BrowserContext, path: str) -> None:
    headers = fetched(context, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "http" not in policy  # no other host is allowed anything


@pytest.mark.parametrize("kind", ["json", "geojson"])
def test_the_outlines_are_kept_for_good_and_compressed(context: BrowserContext, kind: str) -> None:
    answer = fetched(context, f"/{server.outlines_address(kind)}")
    assert answer.status == 200
    assert answer.headers["cache-control"] == FOREVER
    assert answer.headers["content-encoding"] == "gzip"
    whole = answer.json()
    assert len(whole["provinces" if kind == "json" else "features"]) == 77


@pytest.mark.parametrize("name", ["brief", "brief.css", "dom", "facts", "legend", "map", "tally"])
def test_the_components_are_kept_for_good(context: BrowserContext, name: str) -> None:
    answer = fetched(context, f"/assets/{components.version()}/{name}.js")
    assert answer.status == 200
    assert answer.headers["cache-control"] == FOREVER
    assert answer.headers["content-type"].startswith("text/javascript")


@pytest.mark.parametrize("path", ["none.js", "map.css", "..%2f..%2fdashboard.py"])
def test_only_known_component_files_are_served(context: BrowserContext, path: str) -> None:
    answer = fetched(context, f"/assets/0/{path}")
    assert answer.status in {400, 404}
    assert "frame.run" not in answer.text()


def test_streamlits_own_scripts_are_sent_compressed(context: BrowserContext) -> None:
    start = fetched(context, "/").text()
    script = start.split('src="./static/js/', 1)[1].split('"', 1)[0]
    answer = fetched(context, f"/static/js/{script}")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["cache-control"] == FOREVER


@pytest.mark.parametrize("path", ["/app/static/../dashboard.py", "/app/static/%2e%2e/dashboard.py"])
def test_nothing_outside_the_static_folder_is_served(context: BrowserContext, path: str) -> None:
    assert "frame.run" not in fetched(context, path).text()
