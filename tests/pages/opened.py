"""A page opened without a browser, and what its components and charts were given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pandas as pd
from streamlit.navigation.page import StreamlitPage
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Expander

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60  # the first run of a session reads every table
FIRST = "overview"
# What every picture and table of invented numbers says.
MARK = {"th": "ข้อมูลสมมติ", "en": "Fictitious data"}
# The 77 codes of the Department of Provincial Administration; ISO 3166-2 puts TH- before them.
PROVINCE_CODES = [
    str(code)
    for first, last in ((10, 27), (30, 58), (60, 67), (70, 77), (80, 86), (90, 96))
    for code in range(first, last + 1)
]


def open_page(name: str = FIRST, **link: str) -> AppTest:
    """Run a page through dashboard.py, with an address that holds `link`."""
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS)
    if name != FIRST:
        # A page can only be switched to once a run has declared the pages; that one draws none.
        with patch.object(StreamlitPage, "run"):
            app.run()
        app.switch_page(f"pages/{name}.py")
    return turn(app, **link)


def turn(app: AppTest, **link: str) -> AppTest:
    """Change values of the address of an open page and run it again: quicker than another page."""
    for param, code in link.items():
        app.query_params[param] = code
    return app.run()


def folded(app: AppTest) -> list[str]:
    """Return the labels of the page's folded sections."""
    return [section.label for section in app.main.expander if isinstance(section, Expander)]


def unfold(app: AppTest, label: str) -> pd.DataFrame:
    """Open a folded section as its reader would; return the table that appears in it."""
    section = _section(app, label)
    assert not section.dataframe, "a folded table is built only when asked for"
    section = opens(app, label)
    assert section.get("download_button"), "each table can be taken home"
    return section.dataframe[0].value


def opens(app: AppTest, label: str) -> Expander:
    """Open a folded section as its reader would, and return it."""
    # AppTest has no click for a section; its state is kept under the last part of its id.
    app.session_state[_section(app, label).proto.id.split("-", 2)[2]] = True
    return _section(app.run(), label)


def _section(app: AppTest, label: str) -> Expander:
    sections = (section for section in app.expander if isinstance(section, Expander))
    [section] = [section for section in sections if section.label == label]
    return section


def address(app: AppTest) -> dict[str, str]:
    """Return what the address holds now; AppTest types a repeated value as a list."""
    return {name: str(code) for name, code in app.query_params.items()}


def component(app: AppTest, key: str) -> dict[str, Any]:
    """Return the data of the project's own component with this key."""
    [element] = [mounted for mounted in app.get("bidi_component") if mounted.key == key]
    data: dict[str, Any] = json.loads(element.proto.bytes)
    return data


def drawn(app: AppTest) -> list[str]:
    """Return what every component shows, as it is sent; but for the sidebar's foot."""
    shown = (element.proto for element in app.get("bidi_component"))
    return [proto.bytes.decode() for proto in shown if proto.component_name != "esc_foot"]


def everything(app: AppTest) -> str:
    """Return all that a page sends: its texts, its components, its tables and its boxes."""
    texts = [item.value for item in (*app.markdown, *app.caption, *app.info, *app.header)]
    data = drawn(app)
    tables = [table.value.to_csv() for table in (*app.dataframe, *app.table)]
    boxes = [str(box.options) for box in app.selectbox]
    return "\n".join([*texts, *data, *tables, *boxes])


def short_table(app: AppTest, key: str) -> pd.DataFrame:
    """Return a table that is drawn as text, its numbers as numbers."""
    data = component(app, key)
    table = pd.DataFrame(data["rows"], columns=data["headings"])
    for name, is_number in zip(data["headings"], data["numbers"], strict=True):
        if is_number:
            table[name] = pd.to_numeric(table[name])
    return table


def chart(app: AppTest, key: str) -> dict[str, Any]:
    """Return the Plotly figure with this key."""
    figure: dict[str, Any] = component(app, key)["figure"]
    return figure


def line(figure: dict[str, Any], name: str) -> dict[int, float]:
    """Return the points of a figure's line, by fiscal year, to one decimal; gaps left out."""
    [trace] = [drawn for drawn in figure["data"] if drawn["name"] == name]
    points = zip(trace["x"], trace["y"], strict=True)
    return {year: round(value, 1) for year, value in points if value is not None}
