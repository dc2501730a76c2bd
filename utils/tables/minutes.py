"""The minutes of a meeting: what it looked at, and the resolutions noted in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The latest version of a resolution; earlier ones stay in the store.

    `number`, `version`: both from 1, the number within its meeting. `slide`: the name of the slide
    it was made at, empty for none. `owner`: an office or a post, empty where none was named.
    `due_on`: ISO 8601, Common Era, None where no day was set. `noted_at`: ISO 8601 in UTC.
    """

    number: int
    version: int
    slide: str
    text: str
    owner: str
    due_on: str | None
    noted_at: str
    is_withdrawn: bool = False


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """The latest version of the minutes of a meeting.

    `number`, `version`: both from 1. `held_on`: ISO 8601, Common Era. `release`: the number of the
    release it looked at. `selection`: filters and slides, as the query of the link that shows them:
    "year=2563&slides=stand". `follows`: the number of the meeting before it, None for the first.
    `noted_at`: ISO 8601 in UTC.
    """

    number: int
    version: int
    title: str
    held_on: str
    release: int
    selection: str
    follows: int | None
    noted_at: str
    resolutions: tuple[Resolution, ...] = ()

    @property
    def standing(self) -> tuple[Resolution, ...]:
        """Return the resolutions that were not withdrawn, in their order."""
        return tuple(one for one in self.resolutions if not one.is_withdrawn)

    @property
    def as_of(self) -> str:
        """Return when anything in these minutes was last noted, as ISO 8601 in UTC."""
        return max([self.noted_at, *(one.noted_at for one in self.resolutions)])
