"""What must hold when publishers are killed, and when many are at the store at once.

A short, seeded part; `make endure` runs the whole: `tests/desk/endure.py`. Each trial runs in a
process of its own: another test may have started the fork server of this one, without the modules
that publishers need to be at work at once.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.serving import ROOT

START = "import sys; from pathlib import Path; from tests.desk import trial; "
HERE = "sys.argv[1], Path(sys.argv[2])"


def tried(call: str, address: str, folder: Path) -> int:
    """Run one trial; return how many publications there were."""
    command = [sys.executable, "-c", f"{START}print(trial.{call})", address, str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return int(run.stdout.split()[-1])


def test_killed_publishers_leave_a_whole_store(address: str, tmp_path: Path) -> None:
    assert tried(f"kill({HERE}, times=10, seed=2563)", address, tmp_path) > 0


def test_many_at_once_lose_no_update_and_see_no_mixed_release(address: str, tmp_path: Path) -> None:
    call = f"crowd({HERE}, publishers=8, readers=4, seconds=2)"
    assert tried(call, address, tmp_path) > 0
