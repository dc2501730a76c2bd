"""A real OpenID Connect provider to sign in at, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from tests.serving import HOST, START_SECONDS, free_port

DISCOVERY = "/.well-known/openid-configuration"


@contextmanager
def provider(*people: Mapping[str, object]) -> Iterator[str]:
    """Run a provider that knows people by their claims; yield its address, without a slash."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "-H", HOST, "-p", str(port)]
    for claims in people:
        command += ["--user-claims", json.dumps(claims)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port)
            yield f"http://{HOST}:{port}"
        finally:
            process.kill()  # it would wait for browsers that are still connected


def secrets(folder: Path, issuer: str, app: str) -> Path:
    """Write a secrets file that tells an app at this address to sign in at a provider."""
    file = folder / "secrets.toml"
    file.write_text(
        f"""[auth]
redirect_uri = "{app}/oauth2callback"
cookie_secret = "of a test, and of nothing else"
client_id = "dashboard"
client_secret = "of a test"
server_metadata_url = "{issuer}{DISCOVERY}"
""",
        "utf-8",
    )
    return file


def _wait(port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        connection = HTTPConnection(HOST, port, timeout=1)
        try:
            connection.request("GET", DISCOVERY)
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError("the provider did not answer")
