"""What a state is compared with: an earlier release or fiscal year, named by the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from utils.exports import baseline
from utils.screen.app import filters, link, release_shown
from utils.screen.app.cache import record
from utils.screen.app.link import Param


def param(default: Callable[[Sequence[str]], str] | None = None) -> Param:
    """Return the parameter that names it: ?since=r3 a release, ?since=2562 a fiscal year.

    It opens with the release before the one shown where there is one, and with the latest earlier
    fiscal year otherwise. `default`: returns another one to open with, of the codes offered.
    """
    year, shown = int(link.value(filters.params()["year"])), release_shown.release().number
    earlier = [one for one in release_shown.every() if one.number < shown]
    options = baseline.options(record(), earlier, year)
    first = next(iter(options), "") if default is None else default(options)
    return Param(
        name="since",
        options=options if first in options else (first, *options),
        default=first,
        label="since.with",
    )
