"""What an installation says of itself: its version, and its settings from the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from utils import paths

VERSION: Final = "1.4.0"
"""Of the program, as CHANGELOG.md heads it: data have releases of their own."""


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


def database_url() -> str:
    """Return where the store is: ESC_DATABASE_URL, a SQLite file in store/ where not set."""
    own = os.environ.get("ESC_DATABASE_URL", "").strip()
    return own or f"sqlite:///{paths.STORE / 'esc.sqlite'}"


def stewards() -> frozenset[str]:
    """Return who is a steward whatever the store says: ESC_STEWARDS, names between commas."""
    named = os.environ.get("ESC_STEWARDS", "").split(",")
    return frozenset(name.strip() for name in named if name.strip())


def desk() -> bool:
    """Return whether the desk page is asked for without a login: ESC_DESK is "local"."""
    return os.environ.get("ESC_DESK", "").strip().lower() == "local"


def person_claim() -> str:
    """Return the claim that names who signed in: ESC_PERSON_CLAIM, "email" where not set."""
    return os.environ.get("ESC_PERSON_CLAIM", "").strip() or "email"


def roles_claim() -> str:
    """Return the claim that holds the roles of who signed in: ESC_ROLES_CLAIM, empty for none."""
    return os.environ.get("ESC_ROLES_CLAIM", "").strip()
