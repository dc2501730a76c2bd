"""The project's own small components: their files, and how a page mounts them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from typing import Any

import streamlit as st

from utils import paths
from utils.figures import theme

FOLDER = paths.STATIC / "components"
ROOTS = {
    "brief": "brief",
    "facts": "facts",
    "legend": "legends",
    "map": "provinces",
    "steps": "steps",
    "tally": "tally",
}
SHARED = {"map": ("legend",)}

# The script is fetched once by its versioned address; over the socket go only a few lines.
LOADER = """
const address = new URL("{address}", document.baseURI);
export default async (component) => (await import(address)).default(component);
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
    shown = _renderer(name)(key=key, data=data, on_picked_change=_nothing)
    picked: str | None = shown.picked
    return picked


def version() -> str:
    """Return the version of the component files: it changes when any of them does."""
    digest = hashlib.sha256()
    for path in sorted(FOLDER.iterdir()):
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
