"""What the workbook of one office holds: its own LAOs, and the last values of its own rows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
from sqlalchemy import Engine

from utils.desk.people import roles
from utils.desk.store import store
from utils.desk.store.releases import Release
from utils.desk.store.rows import Held, present, to_frame
from utils.desk.store.scope import YEAR_FIELD, Scope, has_year, is_regional, register, within
from utils.desk.submissions.template import WorkbookForm, workbook
from utils.tables import places as lookup
from utils.tables.declared import schemas
from utils.tables.declared.columns import Table
from utils.words import Lang, Words


def tables(*, regional: bool) -> tuple[str, ...]:
    """Return the names of the tables that can be sent: by an office (`regional`), or at all."""
    return tuple(
        name for name, table in schemas.TABLES.items() if is_regional(table) or not regional
    )


def form(
    engine: Engine, shown: Release, names: Sequence[str], lang: Lang, *, office: int | None = None
) -> bytes:
    """Return a workbook to fill, of some tables.

    For an office it holds the rows of its provinces already, of tables that know years those of the
    last year that is known of any of them; without an office no rows, and all LAOs.
    """

    def load(name: str) -> pd.DataFrame:
        return store.table(name, shown, engine)

    known = lookup.places(load("provinces"), load("municipalities"))
    laos = list(known.lao_by_id.values())
    rows: dict[str, pd.DataFrame] = {}
    if office is not None:
        with engine.connect() as connection:
            codes = roles.writable(connection, [office], shown.number)
        laos = [lao for lao in laos if lao.province_code in codes]
        there = present(engine, shown.number)
        lies = register(there("municipalities"))
        for name in names:
            own = within(schemas.TABLES[name], lies, Scope(provinces=codes))
            kept = [row for row in there(name) if own(row)]
            rows[name] = to_frame(_last(kept, schemas.TABLES[name]), name)
    about = _about(office, shown, Words(lang))
    chosen = [schemas.TABLES[name] for name in names]
    return workbook(WorkbookForm(tables=chosen, rows=rows, laos=laos, load=load, about=about), lang)


def _last(rows: list[Held], table: Table) -> list[Held]:
    if not has_year(table) or not rows:
        return rows
    year = list(table.columns).index(YEAR_FIELD)
    last = max(row.cells[year] or 0 for row in rows)
    return [row for row in rows if row.cells[year] == last]


def _about(office: int | None, shown: Release, words: Words) -> str:
    if office is None:
        return words("form.for_all", number=shown.number)
    return words("form.for_office", number=shown.number, office=office)
