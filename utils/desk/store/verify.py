"""Whether the store is intact. Each damage is named; nothing of a damaged store is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlalchemy import Connection, Engine, MetaData
from sqlalchemy.exc import DatabaseError, OperationalError

from utils.desk.store import digest
from utils.desk.store import minutes as store_minutes
from utils.desk.store.connect import is_sqlite
from utils.desk.store.ledger import FILES, RELEASE_TABLES, RELEASES, SEALS
from utils.desk.store.record_tables import PREFIX
from utils.words import Lang, Words

Part = Literal["engine", "reference", "file", "change", "release", "unsealed", "minutes"]


@dataclass(frozen=True, kw_only=True)
class Damage:
    """Something that is not as it was written. `what` names it: a table, a file, a message."""

    part: Part
    what: str
    release: int | None = None

    def message(self, lang: Lang) -> str:
        """Say what is damaged, in one sentence."""
        return Words(lang)(f"damage.{self.part}", what=self.what, release=self.release)


class DamagedStoreError(RuntimeError):
    """The store is damaged, and nothing of it is shown; `damages` names each one."""

    def __init__(self, damages: tuple[Damage, ...]) -> None:
        super().__init__("; ".join(damage.message("en") for damage in damages))
        self.damages = damages


def check_engine(engine: Engine) -> None:
    """Raise `DamagedStoreError` where the database engine reports its own file as damaged.

    PostgreSQL checks its pages and its references itself.
    """
    if not is_sqlite(engine):
        return
    try:
        with engine.connect() as connection:
            damages = tuple(_of_engine(connection))
    except OperationalError:
        raise  # cannot be read on this machine: no folder, no permission
    except DatabaseError as broken:
        damages = (Damage(part="engine", what=str(broken.orig)),)
    _refuse(damages)


def check_content(engine: Engine) -> None:
    """Raise `DamagedStoreError` where files or releases are not as they were written."""
    with engine.connect() as connection:
        _refuse(tuple(_of_content(connection)))


def _refuse(damages: tuple[Damage, ...]) -> None:
    if damages:
        raise DamagedStoreError(damages)


def _of_engine(connection: Connection) -> Iterator[Damage]:
    for (message,) in connection.exec_driver_sql("PRAGMA quick_check"):
        if message != "ok":
            yield Damage(part="engine", what=str(message))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Damage(part="reference", what=f"{row[0]} → {row[2]}")


def _of_content(connection: Connection) -> Iterator[Damage]:
    for sha256, content in connection.execute(sa.select(FILES)).yield_per(20):
        if digest.of_bytes(bytes(content)) != sha256:
            yield Damage(part="file", what=str(sha256))
    reflected = MetaData()
    reflected.reflect(connection, only=lambda name, _: name.startswith(PREFIX), resolve_fks=False)
    before = ""
    for number in connection.scalars(sa.select(RELEASES.c.number).order_by(RELEASES.c.number)):
        yield from _of_changes(connection, reflected, number)
        sealed = connection.scalar(sa.select(SEALS.c.digest).where(SEALS.c.release == number))
        if sealed is None:
            yield Damage(part="unsealed", what=str(number), release=number)
        elif sealed != digest.of_release(connection, number, before):
            yield Damage(part="release", what=str(number), release=number)
        before = sealed or ""
    for row in store_minutes.faults(connection):
        yield Damage(part="minutes", what=row)


def _of_changes(connection: Connection, reflected: MetaData, number: int) -> Iterator[Damage]:
    changes = RELEASE_TABLES.c
    query = sa.select(changes.table_name, changes.digest).where(changes.release == number)
    digests = dict(connection.execute(query).all())
    for name, table in reflected.tables.items():
        short = name.removeprefix(PREFIX)
        if short in digests:
            is_sound = digest.of_change(connection, table, number) == digests[short]
        else:
            touched = (table.c.release_from == number) | (table.c.release_to == number)
            is_sound = connection.scalar(sa.select(sa.exists().where(touched))) is False
        if not is_sound:
            yield Damage(part="change", what=short, release=number)
