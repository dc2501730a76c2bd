"""Stores to test with: filled once, and databases to hold them."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from tests.desk.people import CERTIFIER, NORTH, SOUTH, STEWARD
from utils.desk.people import roles
from utils.desk.store import seed
from utils.desk.store.connect import connect, writing
from utils.desk.store.migrate import migrate


def fill(url: str) -> None:
    """Fill a store with release 1, and people of every role."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ESC_STEWARDS", STEWARD)
        engine = connect(url)
        with writing(engine) as connection:
            migrate(connection)
            seed.seed(connection)
            roles.grant(connection, STEWARD, NORTH, "officer", 1)
            roles.grant(connection, STEWARD, SOUTH, "officer", 16)
            roles.grant(connection, STEWARD, CERTIFIER, "certifier")
        engine.dispose()


def create(server_url: str, name: str, *, template: str = "template1") -> str:
    """Make a database of this name on a server, and return the name."""
    engine = connect(server_url + "postgres").execution_options(isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name} TEMPLATE {template}"))
    engine.dispose()
    return name
