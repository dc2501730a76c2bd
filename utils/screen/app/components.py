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
    "map": "provinces",
    "matrix": "matrix",
    "points": "legends",
    "releases": "releases",
    "scores": "scores",
    "short_table": "short-table",
    "slides": "slides",
    "stairs": "stairs",
    "strips": "strips",
    "tally": "tally",
}
SHARED = {
    **dict.fromkeys(("chart", "cohorts", "map", "points", "slides", "stairs"), ("legend",)),
    "heat": ("legend", "short_table"),
    "matrix": ("short_table",),
    "scores": ("strips",),
}
# What can be taken home as a picture; the others are words, or tables with a file of their own.
PICTURES = frozenset(
    {"beside", "board", "brief", "chart", "cities", "cohorts", "heat", "map"}
    | {"points", "scores", "stairs", "strips", "tally"}
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


# Script and style are fetched once by their versioned addresses; over the socket go a few lines.
# Two drawings that wait for them may resume in any order: only the newest is drawn.
LOADER = """
const load = (name) => import(new URL(`{folder}/${{name}}.js`, document.baseURI));
const newest = new WeakMap();
export default async (component) => {{
  const root = component.parentElement;
  newest.set(root, component);
  const parts = await Promise.all(["{name}", "{name}.css"].map(load));
  const [render, style] = parts.map((part) => part.default);
  if (newest.get(root) !== component) return;
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets.push(style);
  const data = JSON.parse(new TextDecoder().decode(component.data));
  const drawn = render({{ ...component, data }});
  const picture = {pictured} && await load("picture");
  if (picture) picture.offer(root.querySelector(".{root}"), "{name}", data.about);
  return drawn;
}};
"""
# A style sheet as a script: it is shared by all components of a name, and kept like their scripts.
SHEET = "const style = new CSSStyleSheet(); style.replaceSync({rules}); export default style;"


def mount(
    name: str,
    data: dict[str, Any],
    *,
    key: str,
    about: tuple[str, ...] = (),
    act: Callable[[str], None] | None = None,
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
    about : tuple of str
        What a picture says of the data that it is drawn from, once it is taken home.
    act : callable, optional
        Is given what was picked before the page runs: what the pick changes is then drawn once.
    """

    def picked_now() -> None:
        pick = st.session_state[key].picked
        if act is not None and pick is not None:
            act(pick)

    # Streamlit's own JSON spells every Thai letter in six; ours in three bytes.
    shown = data | {"about": about} if about else data
    packed = json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()
    mounted = _renderer(name)(key=key, data=packed, on_picked_change=picked_now)
    picked: str | None = mounted.picked
    return picked


def chart(shown: Chart, *, key: str, about: tuple[str, ...]) -> None:
    """Draw a Plotly figure with its words; `key` and `about` as in `mount`."""
    library = {"library": f"assets/{version()}/{PLOTLY.name}"}
    mount("chart", vars(shown) | library, key=key, about=about)


@cache
def scripts() -> dict[str, Path]:
    """Return the scripts that a browser may ask for, by name."""
    return {path.name: path for path in (*FOLDER.rglob("*.js"), PLOTLY)}


@cache
def sheets() -> dict[str, str]:
    """Return the style sheets that a browser may ask for, as scripts, by name."""
    return {f"{name}.css.js": SHEET.format(rules=json.dumps(_rules(name))) for name in ROOTS}


@cache
def version() -> str:
    """Return the version of the component files: it changes when any of them does."""
    digest = hashlib.sha256("".join(sheets().values()).encode())
    for path in (*sorted(FOLDER.rglob("*.js")), PLOTLY):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


@cache
def _renderer(name: str) -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(
        f"esc_{name}",
        html=f'<div class="{ROOTS[name]}"></div>',
        js=LOADER.format(
            name=name,
            root=ROOTS[name],
            folder=f"assets/{version()}",
            pictured=json.dumps(name in PICTURES),
        ),
    )
    return renderer


def _rules(name: str) -> str:
    parts = (*SHARED.get(name, ()), *(("picture",) if name in PICTURES else ()), name)
    sheets = {path.stem: path for path in FOLDER.rglob("*.css")}
    texts = (sheets[part].read_text("utf-8") for part in parts)
    return theme.css_variables() + "".join(texts)
