"""What the cells of a table may refer to, looked up in tables that are loaded already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from utils.tables import places as lookup
from utils.tables import references
from utils.tables.declared import schemas
from utils.tables.declared.columns import Reference, Table
from utils.tables.places import NOWHERE, Places
from utils.tables.references import Referred

Load = Callable[[str], pd.DataFrame]
"""Returns a table of the project, as declared, by its name."""


def known_to(table: Table, load: Load) -> Places:
    """Return the provinces, LAOs and values of other tables that a reader of `table` needs."""
    referred = {one: _referred(one, load) for one in references.of_table(table)}
    return replace(_places(table, load), referred=referred)


def _places(table: Table, load: Load) -> Places:
    kinds = {column.kind for column in table.columns.values()}
    if "lao" in kinds:
        return lookup.places(load("provinces"), load("municipalities"))
    return lookup.places(load("provinces")) if "province" in kinds else NOWHERE


def _referred(reference: Reference, load: Load) -> Referred:
    whole = schemas.ALL[reference.table]
    frame = load(reference.table)[list(reference.columns)].dropna()
    rows = dict.fromkeys(frame.itertuples(index=False, name=None))
    return Referred(whole.title_th, whole.title_en, tuple(rows))
