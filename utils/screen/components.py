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
    "beside": "beside",
    "board": "board",
    "brief": "brief",
    "chart": "chart",
    "cities": "cities",
    "cohorts": "cohorts",
    "facts": "facts",
    "finder": "finder",
    "foot": "foot",
    "heat": "heat",
    "legend": "legends",
    "map": "provinces",
    "matrix": "matrix",
    "releases": "releases",
    "scores": "scores",
    "short_table": "short-table",
    "slides": "slides",
    "stairs": "stairs",
    "strips": "strips",
    "tally": "tally",
}
SHARED = {
    **dict.fromkeys(("chart", "cohorts", "map", "slides", "stairs"), ("legend",)),
    "heat": ("legend", "short_table"),
    "matrix": ("short_table",),
    "scores": ("strips",),
}
# What can be taken home as a picture; the others are words, or tables with a file of their own.
PICTURES = frozenset(
    {"beside", "board", "brief", "chart", "cities", "cohorts", "heat", "map"}
    | {"scores", "stairs", "strips", "tally"}
)


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
const picture = {picture};
const newest = new WeakMap();
export default async (component) => {{
  newest.set(component.parentElement, component);
  const {{ default: render }} = await import(address);
  if (newest.get(component.parentElement) !== component) return;
  const data = JSON.parse(new TextDecoder().decode(component.data));
  const drawn = render({{ ...component, data }});
  if (picture) {{
    const {{ offer }} = await import(new URL(picture, document.baseURI));
    offer(component.parentElement.querySelector(".{root}"), "{name}");
  }}
  return drawn;
}};
"""


def mount(
    name: str, data: dict[str, Any], *, key: str, act: Callable[[str], None] | None = None
) -> str | None:
    """Draw a component and return what the reader picked in it, on the run of the click only.

    Parameters
    ----------
    name : str
        Name of its files in static/components/.
    data : dict
        What it shows; JSON-ready.
    key : str
        Identity on the page.
    act : callable, optional
        Is given what was picked before the page runs: what the pick changes is then drawn once.
    """

    def picked_now() -> None:
        found = st.session_state[key].picked
        if act is not None and found is not None:
            act(found)

    # Streamlit's own JSON spells every Thai letter in six; ours in three bytes.
    packed = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    shown = _renderer(name)(key=key, data=packed, on_picked_change=picked_now)
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


@cache
def _renderer(name: str) -> Callable[..., Any]:
    folder, pictured = f"assets/{version()}", name in PICTURES
    styles = (*SHARED.get(name, ()), *(("picture",) if pictured else ()), name)
    renderer: Callable[..., Any] = st.components.v2.component(
        f"esc_{name}",
        html=f'<div class="{ROOTS[name]}"></div>',
        css=theme.css_variables() + "".join(_style(part) for part in styles),
        js=LOADER.format(
            name=name,
            root=ROOTS[name],
            address=f"{folder}/{name}.js",
            picture=json.dumps(f"{folder}/picture.js" if pictured else None),
        ),
    )
    return renderer


def _style(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text("utf-8")
