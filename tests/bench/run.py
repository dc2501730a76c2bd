"""Measure the dashboard's speed in Chromium against a bare Streamlit page: `make bench`.

How it is measured
------------------
Both run at once, with one .streamlit/config.toml and the same font, each in a session of its own
in one Chromium: 1366×768, no window, WebGL drawn in software (so the points cost more here than on
a machine with a graphics card). The bare page (`bare.py`) holds one select box of the regions and
one line of text. It runs as a plain script; the dashboard compresses Streamlit's bundles and the
bare page's server does not, so a ratio of cold loads below 1 over a slow line is that alone.

**Changes.** An option is chosen in the sidebar with the mouse, in turn in the dashboard and on the
bare page, at least eleven times after one to warm up, every time another option. The clock starts
with the browser's time of the mouse button going up on it (for the slider: of the key going down).
It stops at the last change: a mutation anywhere in the document or in a shadow root, or a draw call
on a canvas, which no mutation shows. Nothing is left out but the wiping of what the select box said
to a screen reader. A page counts as still when the script is not running and for 400 ms nothing has
changed and no message has come; that waiting is not in the figure. What follows the last mutation
(layout, paint) is not in it either, on either side. The slider has no like on the bare page: it is
held against choosing a region there.

"answer ms" is the part from the request sent to the last message received, as the page sees it: the
server's script and the transport, and where the page is busy drawing also its wait until it takes
the next message. "changes" are groups of mutations that the browser reported together, "in charts"
those with one inside a Plotly chart (a redraw shows as two or more), "canvas" the tasks that drew
on one.

**Bytes** over the websocket are those of the messages before they are compressed, which brings
about a third of them on the line; headers of frames are not counted. Bytes of files are those on
the line, headers included.
"Heaviest" goes through every filter of the sidebar on every page, folded sections shut, then open;
it asks for some options from the first to the last and comes back to the default, all else at its
default; what Streamlit remembers of large messages it does not send again.

**Cold loads** are rounds through the bare page and every page, each in a new session with nothing
cached, in a browser that already runs. "Headline" is when title and main figure are in the
document, "last change" when the page became still. Slow: processor 6 times slower, 2 Mbit/s both
ways, 50 ms; Chromium slows the page's main thread, files and the websocket, not its own helpers.

What fails
----------
Exit code 1 where a budget of bytes is broken or the geometry is fetched twice by one browser, sent
uncompressed or not as immutable: these are the same on every machine. Targets of time are printed
as met or not met and never fail the run: machines differ, and so does one machine when others use
it (in one run the middle half of one page's ratios reached from 4.7 to 7.6).
"""

from __future__ import annotations

import argparse
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import plan, sections
from tests.bench.report import say
from tests.bench.sections import Bench
from tests.bench.visit import browsing
from tests.serving import HOST, ROOT, serve

BARE = Path(__file__).with_name("bare.py")


def main() -> int:
    """Measure and print; return 1 where a budget of bytes or the geometry rule is broken."""
    asked = _asked()
    # A polite kill ends the servers and the browser too, as Ctrl-C does.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with serve() as app, _serve_bare() as bare, browsing() as browser:
        bench = Bench(browser=browser, app=app, bare=bare, pages=tuple(asked.page or plan.SAMPLES))
        faults = sections.weights(bench) if asked.messages else _measure(bench, asked)
    for fault in faults:
        say(f"- **broken**: {fault}")
    return 1 if faults else 0


def _measure(bench: Bench, asked: argparse.Namespace) -> list[str]:
    return [
        *sections.geometry(bench),
        *sections.changes_of_filters(bench, asked.runs),
        *sections.heaviest_change(bench),
        *sections.cold_loads(bench, asked.runs, slow=False),
        *sections.cold_loads(bench, asked.slow_runs, slow=True),
    ]


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--runs", type=int, default=plan.RUNS, help="of each change and cold load")
    parser.add_argument("--slow-runs", type=int, default=plan.SLOW_RUNS, help="of each slow load")
    parser.add_argument(
        "--page", action="append", choices=plan.SAMPLES, help="only this one; again"
    )
    parser.add_argument("--messages", action="store_true", help="weigh the messages, nothing else")
    return parser.parse_args()


@contextmanager
def _serve_bare() -> Iterator[str]:
    """Serve the bare page with the dashboard's font beside it, as the settings expect."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(shutil.copy(BARE, folder))
        (Path(folder) / "static").symlink_to(ROOT / "static")
        with serve(script, port=_free_port()) as address:
            yield address


def _free_port() -> int:
    # Not the port of the PORT setting: the dashboard has that one.
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
