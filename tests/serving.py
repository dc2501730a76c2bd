"""The running dashboard, and the browser to look at it with: for tests, screenshots, measuring."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
HOST = "127.0.0.1"
SCRIPT = ROOT / "dashboard.py"
START_SECONDS = 60
STOP_SECONDS = 10


def chosen_port() -> int:
    """Return the port of PORT, which only the first test worker takes, or a free one."""
    wanted = os.environ.get("PORT")
    first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    return int(wanted) if wanted and first else free_port()


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def chromium() -> str:
    """Return the path of the system's Chromium, without a desktop's windows where there is one.

    Raises
    ------
    FileNotFoundError
        If none is installed; `make test` installs it.
    """
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise FileNotFoundError("no Chromium on the PATH: `make test` installs it")


@contextmanager
def serve(
    script: Path = SCRIPT,
    *,
    port: int | None = None,
    store: Path | None = None,
    secrets: Path | None = None,
) -> Iterator[str]:
    """Run a Streamlit script with this project's settings; yield its address, without a slash.

    `port`: the one of PORT, or a free one, where not given. `store`: the file of its store, a new
    one in a folder of its own where not given: never the one of this installation. `secrets`: the
    file of its secrets, with how to sign in.

    Raises
    ------
    RuntimeError
        If it ends, or does not answer, while starting.
    """
    at = chosen_port() if port is None else port
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(at)]
    command += ["--secrets.files", str(secrets)] if secrets else []
    with (
        TemporaryDirectory() as folder,
        subprocess.Popen(
            command, cwd=ROOT, env=_with_store(store or Path(folder, "esc.sqlite"))
        ) as process,
    ):
        try:
            wait(process.poll, at)
            yield f"http://{HOST}:{at}"
        finally:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def _with_store(file: Path) -> dict[str, str]:
    return os.environ | {"ESC_DATABASE_URL": f"sqlite:///{file}"}


def wait(code: Callable[[], int | None], port: int) -> None:
    """Wait until a server answers; `code` tells the code that its process ended with, if it did.

    Raises
    ------
    RuntimeError
        If it ends, or does not answer in time.
    """
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if (ended := code()) is not None:
            raise RuntimeError(f"the server ended with code {ended} while starting")
        if _healthy(port):
            return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not answer on port {port} in {START_SECONDS} s")


def _healthy(port: int) -> bool:
    connection = HTTPConnection(HOST, port, timeout=1)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
