"""LAOs that merged: what they became."""

from __future__ import annotations

import pandas as pd


def with_successors(listed: pd.DataFrame, register: pd.DataFrame) -> pd.DataFrame:
    """Return a list of LAOs, and after it a row more for each LAO that one of them became.

    Parameters
    ----------
    listed : DataFrame
        With `lao_id`, as the table `centre_cities`.
    register : DataFrame
        As the table `municipalities`; `lao_id` and `merged_into` are read.

    Returns
    -------
    DataFrame
        The rows of `listed`, then those of what they merged into, of what that merged into, and so
        on: the same row under the other id. What else merged into it is not added. A name or a type
        that changes keeps its id and needs no row. `listed` itself where none merged.

    Notes
    -----
    Source: this dashboard's own convention: a centre city that merged goes on as the LAO that it
    became, with what was awarded before and after; no source says how such results are counted.
    """
    into = register.dropna(subset="merged_into").drop_duplicates("lao_id", keep="last")
    successor = into.set_index("lao_id")["merged_into"]
    lines, step = [listed], listed
    while not (step := step[step["lao_id"].isin(successor.index)]).empty:
        step = step.assign(lao_id=step["lao_id"].map(successor).astype(listed["lao_id"].dtype))
        lines.append(step)
        if len(lines) > len(successor) + 1:
            raise ValueError("LAOs merged in a circle")
    return listed if len(lines) == 1 else pd.concat(lines, ignore_index=True)
