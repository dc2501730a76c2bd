"""The programmes of the table `pilots`: who is in which, and who of them is on the list."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from utils.measures.coverage.coverage import answerable
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
"""Programmes as a reader chooses among them, and the roles in each as the table names them."""

DISPUTED = "asean_esc_disputed"
"""The role of entries of which sources differ on whether they are entries at all."""


def entries(pilots: pd.DataFrame, group: str) -> pd.DataFrame:
    """Return the rows of the table `pilots` that are of one programme, latest year first.

    `group`: a key of `GROUPS`. Rows without a year come last, otherwise in the table's order.

    Notes
    -----
    Source: the column `programme` of the table `pilots`.
    """
    rows = pilots[pilots["programme"].isin(GROUPS[group])]
    return rows.sort_values("year_be", ascending=False, na_position="last", kind="stable")


def undisputed(entries: pd.DataFrame) -> pd.DataFrame:
    """Return entries without those of which sources differ on whether they are any.

    Notes
    -----
    Source: the column `programme` of the table `pilots`. What is disputed is shown and never
    counted as a fact.
    """
    return entries[entries["programme"] != DISPUTED]


def disputed_laos(entries: pd.DataFrame) -> int:
    """Count the LAOs that have disputed entries only.

    Notes
    -----
    Source: as for `undisputed`.
    """
    return len(set(entries["lao_id"].dropna()) - set(undisputed(entries)["lao_id"].dropna()))


def with_results(
    entries: pd.DataFrame, record: Record, question: Question
) -> tuple[int | None, int]:
    """Count the LAOs of some entries, and those with a result inside the question's window.

    Returns
    -------
    (LAOs with a result of any kind, LAOs)
        Each LAO once; entries without an LAO, such as provinces, and disputed ones are left out.
        The first is None where the list does not say: unknown is never zero.

    Notes
    -----
    Source: the published list by `measures.coverage.rules.within`. It tells who is on both lists,
    not what the programme has brought about.
    """
    ids = pd.Series(undisputed(entries)["lao_id"].dropna().unique(), dtype="string")
    if not answerable(record, question):
        return None, len(ids)
    return int(ids.isin(within(record.awards, question)["lao_id"]).sum()), len(ids)


def by_theme(entries: pd.DataFrame, themes: pd.DataFrame) -> pd.DataFrame:
    """Return entries once for each of their themes.

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
        those are missing where no theme is known.

    Notes
    -----
    Source: the table `pilot_themes`, which says of each theme whether its source states it.
    """
    columns = ["pilot_id", "theme", "confidence", "basis_th", "basis_en"]
    return entries.merge(themes[columns], on="pilot_id", how="left")
