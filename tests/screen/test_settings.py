"""The settings that were measured stay as they are, and still exist in this Streamlit."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from streamlit import config

from utils.figures import theme

ROOT = Path(__file__).resolve().parents[2]
SETTINGS: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
)
NAMES = [f"{section}.{name}" for section, values in SETTINGS.items() for name in values]

# docs/decisions/0003-streamlit-settings.md says what each of these is for.
HELD = {
    "runner.postScriptGC": False,
    "runner.magicEnabled": False,
    "server.enableStaticServing": True,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 10,
    "server.enableXsrfProtection": True,
    "server.enableWebsocketCompression": True,
    "server.disconnectedSessionTTL": 300,
    "server.headless": True,
    "server.address": "127.0.0.1",
    "server.port": 8501,
    "global.minCachedMessageSize": 400,
    "browser.serverAddress": "127.0.0.1",
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "minimal",
}


def setting(name: str) -> object:
    section, _, key = name.partition(".")
    return SETTINGS[section][key]


@pytest.mark.parametrize(("name", "value"), HELD.items())
def test_a_measured_setting_holds(name: str, value: object) -> None:
    assert setting(name) == value


@pytest.mark.parametrize("name", NAMES)
def test_streamlit_still_knows_the_setting(name: str) -> None:
    # Streamlit only warns of a setting it does not know, and goes on without it.
    assert name in config.get_config_options()


def test_streamlit_still_collects_garbage_unless_told_not_to() -> None:
    # A hidden option: should its meaning or default change, the record needs a new look.
    option = config.get_config_options()["runner.postScriptGC"]
    assert option.default_val is True
    assert option.visibility == "hidden"


@pytest.mark.parametrize(
    ("name", "colour"),
    [
        ("theme.primaryColor", theme.ACCENT),
        ("theme.linkColor", theme.ACCENT),
        ("theme.textColor", theme.INK),
        ("theme.backgroundColor", theme.PAPER),
        ("theme.borderColor", theme.LINE),
    ],
)
def test_the_frame_has_the_colours_of_the_figures(name: str, colour: str) -> None:
    assert setting(name) == colour


@pytest.mark.parametrize("name", ["theme.font", "theme.headingFont"])
def test_the_frame_has_the_font_of_the_figures(name: str) -> None:
    assert setting(name) == theme.FONT


def test_every_font_face_is_served_from_this_folder() -> None:
    faces = SETTINGS["theme"]["fontFaces"]
    assert {face["weight"] for face in faces} == {400, 600}
    for face in faces:
        served = re.fullmatch(r"app/static/(fonts/[\w.-]+\.woff2)\?v=[\d.]+", face["url"])
        assert served is not None, face["url"]
        # "wOF2" begins every file of that format.
        assert (ROOT / "static" / served[1]).read_bytes()[:4] == b"wOF2"
        assert face["family"] in theme.FONT
