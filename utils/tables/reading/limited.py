"""Run a script of this project on an untrusted file, in a process with limits of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


class TooCostlyError(Exception):
    """The process ran out of the time or the memory that it was given."""


class DamagedError(Exception):
    """The process could not make sense of the file."""


def run(script: Path, content: bytes, limits: Mapping[str, object], *, seconds: float) -> bytes:
    """Run a script on the content of a file, and return its output.

    Parameters
    ----------
    script : Path
        It reads `limits` (JSON) from its argument and `content` from standard input.
    seconds : float
        Time limit in all; the script itself limits its processor time and memory.

    Raises
    ------
    TooCostlyError, DamagedError
    """
    try:
        # The command is this project's own script; the untrusted bytes are only its input.
        child = subprocess.run(  # noqa: S603
            [sys.executable, "-I", str(script), json.dumps(limits)],
            input=content,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise TooCostlyError from late
    if child.returncode < 0:  # ended by a signal: out of memory or of time
        raise TooCostlyError
    if child.returncode > 0:
        raise DamagedError
    return child.stdout
