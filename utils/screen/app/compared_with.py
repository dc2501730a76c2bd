"""What a state is compared with: an earlier release or fiscal year, named by the address."""

from __future__ import annotations

from utils.exports.pack import since_asked
from utils.screen.app import filters, link, release_shown
from utils.screen.app.cache import kept, record
from utils.screen.app.link import Param


def param(*, release: int | None = None) -> Param:
    """Return the parameter that names it: ?since=r3 a release, ?since=2562 a fiscal year.

    It opens with the release before the one shown where there is one, and with the latest earlier
    fiscal year otherwise. `release`: opens with this release instead; 0 for no release.
    """
    shown = release_shown.release().number
    releases = [
        since_asked.code_of(one.number) for one in release_shown.every() if one.number < shown
    ]
    last = int(link.value(filters.params()["year"]))
    years = [str(year) for year in _years_with_results() if year < last]
    preferred = [one for one in releases if release in {None, since_asked.release_of(one)}]
    default = next(iter([*preferred, *years]), "")
    options = (*releases, *years)
    return Param(name="since", options=options or (default,), default=default, label="since.with")


@kept
def _years_with_results() -> tuple[int, ...]:
    """Return the fiscal years of the award list, newest first."""
    years = record().awards["fiscal_year_be"]
    return tuple(sorted({int(year) for year in years}, reverse=True))
