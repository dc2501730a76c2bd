"""A folded table of the scores page, and the file that a table is taken home as."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from utils.screen.app import city_links, tables
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

# The table of every LAO stands above those of the parts: two open at once weigh too much.
LAOS = "laos"
OF_PARTS = ("indicators", "classes", "change", "assessors", "lpa")


def folded(
    view: ScoresView,
    name: str,
    rows: Callable[[], pd.DataFrame],
    definition: str,
    *,
    laos: Iterable[str] = (),
) -> None:
    """Draw a table folded until it is asked for.

    `name`: of its words, its key and its file. `rows`: builds it. `definition`: what it shows.
    `laos`: ids of the LAOs in its rows, in order, whose names lead to their cards where real.
    """
    words = view.words
    real = () if view.fictitious else laos
    cards = [city_links.address(lao, view.chosen) for lao in real]
    others = OF_PARTS if name == LAOS else (LAOS,)
    with tables.folded(
        words(f"scores.table.{name}"),
        key=_key(name),
        instead_of=tuple(_key(other) for other in others),
    ) as opened:
        if opened:
            tables.show(
                rows(),
                words,
                name=score_view.file_name(view, name),
                key=f"{name}_rows",
                about=score_view.about(view, definition),
                one_decimal=True,
                links={words("column.lao"): cards} if cards else {},
            )


def offer(view: ScoresView, name: str, rows: Callable[[], pd.DataFrame], definition: str) -> None:
    """Offer a table that is on the page already as a file; arguments as in `folded`."""
    tables.offer(
        rows,
        view.words,
        name=score_view.file_name(view, name),
        key=f"{name}_rows",
        about=score_view.about(view, definition),
    )


def _key(name: str) -> str:
    return f"{name}_table"
