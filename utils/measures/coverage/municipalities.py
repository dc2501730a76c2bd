"""The municipalities with results: since when, how many, and whether one counts."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from utils.measures.coverage.coverage import best_result, counted_rows
from utils.measures.coverage.record import Record
from utils.measures.coverage.rules import Question


def by_municipality(record: Record, question: Question) -> pd.DataFrame:
    """Return every municipality with a result up to the question's year.

    Parameters
    ----------
    record : Record
    question : Question

    Returns
    -------
    DataFrame, one row per LAO with a result, indexed by lao_id
        `province_code`; `first_year_be`, `latest_year_be` : fiscal years; `results` : awards and
        area results counted; `best` : highest result, one of `coverage.BEST_RESULTS`; `counted` :
        boolean, whether the question's rule counts one of its results inside the window. Empty
        where the record does not reach the year.

    Notes
    -----
    Source: rows of the published list; `counted` by `measures.coverage.rules.qualifying` and
    `within`.
    """
    last = question.fiscal_year_be if record.covers(question.fiscal_year_be) else 0
    upto = record.awards[record.awards["fiscal_year_be"] <= last]
    table = upto.groupby("lao_id").agg(
        province_code=("province_code", "first"),
        first_year_be=("fiscal_year_be", "min"),
        latest_year_be=("fiscal_year_be", "max"),
        results=("fiscal_year_be", "size"),
    )
    table["best"] = best_result(upto, by="lao_id").reindex(table.index)
    counted = counted_rows(record, question)["lao_id"]
    table["counted"] = table.index.isin(counted)
    return table


def with_reported(
    listed: pd.DataFrame, reported: Iterable[pd.DataFrame], register: pd.DataFrame
) -> pd.DataFrame:
    """Return municipalities with a result, and after them those that offices reported alone.

    Parameters
    ----------
    listed : DataFrame
        From `by_municipality`.
    reported : iterable of DataFrame
        Tables with `lao_id` and `fiscal_year_be`: enrolments, scores, LPA results.
    register : DataFrame
        As the table `municipalities`.

    Returns
    -------
    DataFrame, as `listed`
        Of an LAO that is in no list: `first_year_be`, `latest_year_be` are those of its reports;
        `results` and `best` are missing, as a list that is missing may have one; not `counted`.

    Notes
    -----
    Source: the tables that offices send, of any year; as the register knows each LAO.
    """
    rows = pd.concat([table[["lao_id", "fiscal_year_be"]] for table in reported])
    rows = rows[rows["lao_id"].isin(register["lao_id"]) & ~rows["lao_id"].isin(listed.index)]
    years = rows.groupby("lao_id")["fiscal_year_be"]
    province = register.drop_duplicates("lao_id").set_index("lao_id")["province_code"]
    table = pd.DataFrame({"first_year_be": years.min(), "latest_year_be": years.max()})
    table["province_code"] = province.reindex(table.index)
    table["counted"] = False
    alone = table.reindex(columns=listed.columns).astype(listed.dtypes)
    return pd.concat([listed, alone]).rename_axis("lao_id")
