"""Tables of the scores page, folded or already drawn, as files to download."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from utils.screen.app import city_links, tables
from utils.screen.scores import view as score_view
from utils.screen.scores.view import ScoresView

# The table of all LAOs stands above those of the parts: two open at once slow the browser.
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
    """Draw a folded table, built only once it is opened, with its download.

    `name`: of its words, key and file. `rows`: builds it. `definition`: what it shows, in words.
    `laos`: ids of the LAOs in the order of its rows; the names of real ones lead to their cards.
    """
    words = view.words
    linked = () if view.fictitious else laos
    cards = [city_links.address(lao, view.chosen) for lao in linked]
    closed = OF_PARTS if name == LAOS else (LAOS,)
    with tables.folded(
        words(f"scores.table.{name}"),
        key=_key(name),
        instead_of=tuple(map(_key, closed)),
    ) as opened:
        if opened:
            tables.show(
                rows(),
                words,
                name=score_view.file_name(view, name),
                invented=view.fictitious,
                key=f"{name}_rows",
                about=score_view.about(view, definition),
                one_decimal=True,
                links={words("column.lao"): cards} if cards else {},
            )


def offer(view: ScoresView, name: str, rows: Callable[[], pd.DataFrame], definition: str) -> None:
    """Offer a table that is already on the page as a file; arguments as in `folded`."""
    tables.offer(
        rows,
        view.words,
        name=score_view.file_name(view, name),
        invented=view.fictitious,
        key=f"{name}_rows",
        about=score_view.about(view, definition),
    )


def _key(name: str) -> str:
    return f"{name}_table"
