"""The long trial of the store: ``python -m tests.desk.endure``, as `make endure` runs it.

200 publishers killed at random moments, then eight publishers and twenty readers for a minute; on
SQLite and on PostgreSQL.
"""

from __future__ import annotations

import secrets
import sys
import tempfile
from pathlib import Path

from tests.desk import server, trial
from tests.desk.filled import create, fill

KILLS = 200
PUBLISHERS, READERS, SECONDS = 8, 20, 60.0


def main() -> None:
    """Run both trials on both engines and say what was seen."""
    seed = secrets.randbelow(1_000_000)
    with tempfile.TemporaryDirectory() as folder, server.running() as url:
        create(url, "store")
        for address in (f"sqlite:///{folder}/store.sqlite", f"{url}store"):
            fill(address)
            engine = address.split(":", maxsplit=1)[0]
            killed = Path(folder, engine, "killed")
            killed.mkdir(parents=True)
            done = trial.kill(address, killed, times=KILLS, seed=seed)
            sys.stdout.write(f"{engine}: {KILLS} kills (seed {seed}), {done} publications kept\n")
        _crowds(url, Path(folder))


def _crowds(url: str, folder: Path) -> None:
    create(url, "crowd")
    for address in (f"sqlite:///{folder}/crowd.sqlite", f"{url}crowd"):
        fill(address)
        engine = address.split(":", maxsplit=1)[0]
        crowded = folder / engine / "crowd"
        crowded.mkdir(parents=True)
        done = trial.crowd(
            address, crowded, publishers=PUBLISHERS, readers=READERS, seconds=SECONDS
        )
        sys.stdout.write(f"{engine}: {done} publications by {PUBLISHERS} at once\n")


if __name__ == "__main__":
    main()
