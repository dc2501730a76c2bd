"""A closed network: nothing is asked of another host, and nothing fails for want of one."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.e2e.reader import Reader, Witness
from utils.screen.pages import PAGES

# With an empty cache, as the pages in tests/e2e/test_first_request.py; the witness stands by in
# every other test, at every view and in both languages.
SEEN: list[tuple[str, dict[str, str]]] = [
    *((name, {}) for name, page in PAGES.items() if not isinstance(page.in_menu, bool)),
    ("overview", {"group": "office_number"}),
    ("map", {"show": "municipalities"}),
    ("province", {"province": "TH-10"}),
]
# Faces that the page has really loaded, by name.
FACES = "[...document.fonts].filter(face => face.status === 'loaded').map(face => face.family)"


@pytest.mark.parametrize(("name", "link"), SEEN)
def test_no_request_leaves_the_host_and_nothing_complains(
    newcomer: Reader, witness: Witness, name: str, link: dict[str, Any]
) -> None:
    newcomer.open(name, "th", **link)
    # Charts and maps ask for what they need while they are drawn: all of it is in by now.
    newcomer.page.wait_for_load_state("networkidle")
    assert len(witness.requests) > 20
    assert witness.foreign() == []
    assert witness.complaints == []


def test_the_witness_would_see_a_foreign_request() -> None:
    witness = Witness(requests=["http://127.0.0.1:1/a", "data:,b", "https://tiles.test/1/2/3.png"])
    assert witness.foreign() == ["https://tiles.test/1/2/3.png"]


def test_the_thai_font_comes_from_the_app_itself(newcomer: Reader, witness: Witness) -> None:
    newcomer.open("overview")
    newcomer.page.wait_for_function(f"{FACES}.includes('IBM Plex Sans Thai')")
    assert [url for url in witness.requests if "IBMPlexSansThai-Regular.woff2" in url]


def test_messages_are_compressed_on_the_line(address: str) -> None:
    asked = HTTPConnection(address.removeprefix("http://"), timeout=10)
    asked.request(
        "GET",
        "/_stcore/stream",
        headers={
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
            "Sec-WebSocket-Extensions": "permessage-deflate",
            "Origin": address,
        },
    )
    answer = asked.getresponse()
    assert answer.status == HTTPStatus.SWITCHING_PROTOCOLS
    assert "permessage-deflate" in answer.headers["Sec-WebSocket-Extensions"]
    asked.close()
