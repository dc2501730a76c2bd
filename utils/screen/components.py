"""The project's own small components: their files, and how a page mounts them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import plotly
import streamlit as st

from utils import paths
from utils.figures import theme

FOLDER = paths.STATIC / "components"
# The library of the charts, as its own package brings it.
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
ROOTS = {
    "board": "board",
    "brief": "brief",
    "chart": "chart",
    "cities": "cities",
    "cohorts": "cohorts",
    "facts": "facts",
    "heat": "heat",
    "legend": "legends",
    "map": "provinces",
    "scores": "scores",
    "short_table": "short-table",
    "slides": "slides",
    "stairs": "stairs",
    "steps": "steps",
    "strips": "strips",
    "tally": "tally",
}
SHARED = {
    **dict.fromkeys(("chart", "cohorts", "heat", "map", "slides", "stairs"), ("legend",)),
    "scores": ("strips",),
}


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A Plotly figure and what stands around it.

    `said`: what it shows, for readers who do not see it. `axis`: what is drawn up its left side.
    `legend`: rows of `utils.figures.map_data.legend_row`, below it.
    """

    figure: dict[str, Any]
    said: str
    lead: str = ""
    axis: str = ""
    legend: tuple[dict[str, Any], ...] = ()
    notes: tuple[str, ...] = ()


# The script is fetched once by its versioned address; over the socket go only a few lines.
# Two drawings that wait for one script may resume in any order: only the newest is drawn.
LOADER = """
const address = new URL("{address}", document.baseURI);
const newest = new WeakMap();
export default async (component) => {{
  newest.set(component.parentElement, component);
  const {{ default: render }} = await import(address);
  if (newest.get(component.parentElement) !== component) return;
  const data = JSON.parse(new TextDecoder().decode(component.data));
  return render({{ ...component, data }});
}};
"""


def mount(name: str, data: dict[str, Any], *, key: str) -> str | None:
    """Draw a component and return what the reader picked in it, on the run of the click only.

    Parameters
    ----------
    name : str
        Name of its files in static/components/.
    data : dict
        What it shows; JSON-ready.
    key : str
        Identity on the page.
    """
    # Streamlit's own JSON spells every Thai letter in six; ours in three bytes.
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    shown = _renderer(name)(key=key, data=packed, on_picked_change=_nothing)
    picked: str | None = shown.picked
    return picked


def chart(shown: Chart, *, key: str) -> None:
    """Draw a Plotly figure with its words; `key`: identity on the page."""
    mount("chart", vars(shown) | {"library": f"assets/{version()}/{PLOTLY.name}"}, key=key)


@cache
def scripts() -> dict[str, Path]:
    """Return the scripts that a browser may ask for, by name."""
    return {path.name: path for path in (*FOLDER.glob("*.js"), PLOTLY)}


@cache
def version() -> str:
    """Return the version of the component files: it changes when any of them does."""
    digest = hashlib.sha256()
    for path in (*sorted(FOLDER.iterdir()), PLOTLY):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _nothing() -> None:
    """Take part in the rerun a pick causes: the page reads the pick itself."""


@cache
def _renderer(name: str) -> Callable[..., Any]:
    address = f"assets/{version()}/{name}.js"
    renderer: Callable[..., Any] = st.components.v2.component(
        f"esc_{name}",
        html=f'<div class="{ROOTS[name]}"></div>',
        css=theme.css_variables() + "".join(_style(part) for part in (*SHARED.get(name, ()), name)),
        js=LOADER.format(address=address),
    )
    return renderer


def _style(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text("utf-8")
