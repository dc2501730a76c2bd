"""A page opened without a browser, and what its components and charts were given."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import numpy as np
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60  # the first run of a session reads every table
FIRST = "overview"


def open_page(name: str = FIRST, *, session: dict[str, Any] | None = None, **link: str) -> AppTest:
    """Run a page through dashboard.py, with an address that holds `link`.

    `session`: what the session state already holds, such as {"rows": True} for a section that
    the reader has opened.
    """
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS)
    if name != FIRST:
        # A page can only be switched to once the first run has declared the pages.
        app.run().switch_page(f"pages/{name}.py")
    for param, code in link.items():
        app.query_params[param] = code
    for key, value in (session or {}).items():
        app.session_state[key] = value
    return app.run()


def address(app: AppTest) -> dict[str, str]:
    """Return what the address holds now; AppTest types a repeated value as a list."""
    return {name: str(code) for name, code in app.query_params.items()}


def component(app: AppTest, key: str) -> dict[str, Any]:
    """Return the data of the project's own component with this key."""
    [element] = [found for found in app.get("bidi_component") if found.key == key]
    data: dict[str, Any] = json.loads(element.proto.json)
    return data


def chart(app: AppTest, key: str) -> dict[str, Any]:
    """Return the Plotly figure with this key."""
    [element] = [found for found in app.get("plotly_chart") if found.key == key]
    figure: dict[str, Any] = json.loads(element.proto.spec)
    return figure


def line(figure: dict[str, Any], name: str) -> dict[int, float]:
    """Return the points of a figure's line, by fiscal year, to one decimal."""
    [trace] = [found for found in figure["data"] if found.get("name") == name]
    points = zip(_numbers(trace["x"]), _numbers(trace["y"]), strict=True)
    return {int(year): round(value, 1) for year, value in points}


def _numbers(values: Any) -> list[float]:  # noqa: ANN401 a list, or Plotly's packed bytes
    if isinstance(values, dict):
        packed = np.frombuffer(b64decode(values["bdata"]), dtype=np.dtype(values["dtype"]))
        return [float(value) for value in packed]
    return [float(value) for value in values]
