"""What an installation says of itself, from the environment."""

from __future__ import annotations

import os
from pathlib import Path


def data_owner() -> str:
    """Return who answers for the data: ESC_DATA_OWNER, empty where not set."""
    return os.environ.get("ESC_DATA_OWNER", "").strip()


def contact() -> str:
    """Return how to reach them: ESC_CONTACT, empty where not set."""
    return os.environ.get("ESC_CONTACT", "").strip()


def tables_folder() -> Path | None:
    """Return the folder whose tables replace shipped ones: ESC_TABLES, None where not set."""
    named = os.environ.get("ESC_TABLES", "").strip()
    return Path(named) if named else None


def fictitious() -> bool:
    """Return whether invented tables may stand in for missing ones: ESC_FICTITIOUS, not "off"."""
    return os.environ.get("ESC_FICTITIOUS", "").strip().lower() not in {"off", "0", "no", "false"}
