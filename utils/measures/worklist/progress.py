"""What became of a resolution: said by people, or shown by the data that it points to."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Literal, get_args

from utils.tables.minutes import Resolution

Progress = Literal["done", "closed", "open", "overdue", "dropped"]
PROGRESS: tuple[Progress, ...] = get_args(Progress)


def progress(resolution: Resolution, raised: Collection[str], day: dt.date) -> Progress:
    """Return what became of a resolution by a day.

    Parameters
    ----------
    resolution : Resolution
    raised : collection of str
        Names of the items that the tables of a release raise: at least those it points to.
    day : date
        In Thailand. A resolution is overdue from the day after the one it was due on.

    Returns
    -------
    Progress
        done, dropped: as people noted. closed: it points to items, and the tables raise none of
        them any more. Else overdue or open.

    Notes
    -----
    Source: this dashboard's own convention; what people noted comes before what the data show.
    """
    if resolution.outcome != "open":
        return resolution.outcome
    if resolution.points_to and not set(resolution.points_to) & set(raised):
        return "closed"
    late = resolution.due_on is not None and dt.date.fromisoformat(resolution.due_on) < day
    return "overdue" if late else "open"


def tally(every: Iterable[Progress]) -> dict[Progress, int]:
    """Count resolutions by what became of them, in the order of `PROGRESS`; none left out.

    Notes
    -----
    Source: as for `progress`.
    """
    counts = Counter(every)
    return {name: counts[name] for name in PROGRESS}
