"""The dashboard, served by a fork of a process that has its code loaded: ready in a second.

A fork is as new as a server that was started by its command: it has read no table, opened no store
and been asked nothing. What it leaves out is what a server computes ahead while nobody asks, which
would take the browser's processor; tests/pages/app/test_release.py holds that. The command itself
serves tests/e2e/test_server.py.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from streamlit.web import cli

from tests.serving import HOST, ROOT, SCRIPT, free_port, wait
from utils import screen
from utils.screen import warm

_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])

for _module in pkgutil.walk_packages(screen.__path__, f"{screen.__name__}."):
    importlib.import_module(_module.name)


@contextmanager
def serve(
    *, port: int | None = None, store: Path | None = None, secrets: Path | None = None
) -> Iterator[str]:
    """Run the dashboard in the environment of now; yield its address, without a slash.

    Arguments and errors are those of `tests.serving.serve`, but for the port: a free one where not
    given.
    """
    at = free_port() if port is None else port
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{store or Path(folder, 'esc.sqlite')}"
        environment = os.environ | {"ESC_DATABASE_URL": url}
        process = _FORKS.Process(target=_run, args=(at, secrets, environment), daemon=True)
        process.start()
        try:
            wait(lambda: process.exitcode, at)
            yield f"http://{HOST}:{at}"
        finally:
            process.kill()  # it would wait for browsers that are still connected
            process.join()


def _run(port: int, secrets: Path | None, environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    warm.likeliest = lambda overtaken: None  # noqa: ARG005 its name is the one it is called by
    named = ["--secrets.files", str(secrets)] if secrets else []
    cli.main(["run", str(SCRIPT), "--server.port", str(port), *named], prog_name="streamlit")
