"""A PostgreSQL server for the tests: real, of its own, and gone when they end."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

OWNER = "postgres"  # the server refuses to run as root; Debian's package brings this user
OPTIONS = "-c fsync=off -c max_connections=60 -c listen_addresses=127.0.0.1"


@contextmanager
def running() -> Iterator[str]:
    """Start a server with an empty database and yield its URL, up to the database's name."""
    folder = Path(tempfile.mkdtemp(prefix="esc-postgres-"))
    try:
        user = _user(folder)
        _run("initdb", "-D", "data", "-U", "esc", "-A", "trust", "-E", "UTF8", at=folder, user=user)
        port = _free_port()
        options = f"{OPTIONS} -p {port} -k {folder}"
        start = ("-D", "data", "-l", "log", "-w", "-o", options, "start")
        _run("pg_ctl", *start, at=folder, user=user)
        try:
            yield f"postgresql://esc@127.0.0.1:{port}/"
        finally:
            _run("pg_ctl", "-D", "data", "-m", "immediate", "stop", at=folder, user=user)
    finally:
        shutil.rmtree(folder)


def _user(folder: Path) -> str | None:
    """Return who the server runs as, None for whoever runs the tests."""
    if os.geteuid() != 0:
        return None
    owner = pwd.getpwnam(OWNER)
    os.chown(folder, owner.pw_uid, owner.pw_gid)
    return OWNER


def _run(program: str, *arguments: str, at: Path, user: str | None) -> None:
    with (at / "said").open("wb") as output:
        subprocess.run(
            [_find(program), *arguments],
            cwd=at,
            user=user,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            check=True,
        )


def _find(program: str) -> str:
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    path = str(debian[-1]) if debian else shutil.which(program)
    assert path, f"{program} is missing: `make test` installs PostgreSQL"
    return path


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
