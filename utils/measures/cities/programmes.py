"""The programmes of the table `pilots`: their LAOs, and which of these are on the award list."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.measures.coverage.coverage import Bounds, answerable, lists_are_whole
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question, within

GROUPS: Mapping[str, tuple[str, ...]] = {
    "eco_city": ("eco_city",),
    "urban_green": ("urban_green",),
    "asean_esc": ("asean_esc_award", "asean_esc_certificate", "asean_esc_disputed"),
    "green_city_14": ("green_city_14",),
    "delgosea": ("delgosea_pilot", "delgosea_best_practice"),
    "la21": ("la21_model_province",),
}
"""The programmes that readers choose from, with the values of the column `programme` for each."""

DISPUTED = "asean_esc_disputed"
"""The role of entries that some sources list and others do not."""


def entries(pilots: pd.DataFrame, group: str) -> pd.DataFrame:
    """Return the rows of the table `pilots` for one programme, latest year first.

    `group`: a key of `GROUPS`. Rows without a year come last; rows of one year keep their order.

    Notes
    -----
    Source: the column `programme` of the table `pilots`.
    """
    rows = pilots[pilots["programme"].isin(GROUPS[group])]
    return rows.sort_values("year_be", ascending=False, na_position="last", kind="stable")


def undisputed(entries: pd.DataFrame) -> pd.DataFrame:
    """Leave out the entries that some sources list and others do not.

    Notes
    -----
    Source: the column `programme` of the table `pilots`. Disputed entries are shown but never
    counted.
    """
    return entries[entries["programme"] != DISPUTED]


def disputed_laos(entries: pd.DataFrame) -> int:
    """Count the LAOs whose entries are all disputed.

    Notes
    -----
    Source: as for `undisputed`.
    """
    return len(set(entries["lao_id"].dropna()) - set(undisputed(entries)["lao_id"].dropna()))


def with_results(entries: pd.DataFrame, record: Record, question: Question) -> Bounds:
    """Count the LAOs of some entries, and those with a result inside the question's window.

    Returns
    -------
    Bounds
        Of LAOs: with a result of any kind, not known, in all. Each LAO once; entries without an
        LAO, such as provinces, and disputed ones are left out.

    Notes
    -----
    Source: the published list by `measures.coverage.rules.within`. It says which LAOs are on both
    lists, not what the programme has achieved.
    """
    ids = pd.Series(undisputed(entries)["lao_id"].dropna().unique(), dtype="string")
    if not answerable(record, question):
        return Bounds(at_least=None, not_known=0, total=len(ids))
    listed = int(ids.isin(within(record.awards, question)["lao_id"]).sum())
    rest = 0 if lists_are_whole(record, question) else len(ids) - listed
    return Bounds(at_least=listed, not_known=rest, total=len(ids))


def by_theme(entries: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """Return entries with their themes, one row for each theme.

    Parameters
    ----------
    entries : DataFrame
        Rows of the table `pilots`.
    themes : DataFrame
        As the table `pilot_themes`.

    Returns
    -------
    DataFrame
        Rows of `entries` in their order with `theme`, `confidence` and `basis_th`, `basis_en`;
        these are missing where no theme is known.

    Notes
    -----
    Source: the table `pilot_themes`, which says for each theme whether a source states it.
    """
    columns = ["pilot_id", "theme", "confidence", "basis_th", "basis_en"]
    return entries.merge(themes[columns], on="pilot_id", how="left")
