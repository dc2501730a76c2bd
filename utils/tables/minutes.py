"""The minutes of a meeting: what it looked at, and the resolutions noted in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Outcome = Literal["open", "done", "dropped"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
Level = Literal["", "province", "cluster", "country"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""The three levels of the mechanism that the resolution of 10 October 2560 sets up; "" for none."""
Strategy = Literal["", "1", "2", "3", "4"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)
"""The four strategies of the same resolution; "" for none."""


@dataclass(frozen=True, kw_only=True)
class Resolution:
    """The latest version of a resolution; earlier ones stay in the store.

    `number`, `version`: both from 1, the number within its meeting. `slide`: the name of the slide
    it was made at, empty for none. `owner`: an office or a post, empty where none was named.
    `due_on`: ISO 8601, Common Era, None where no day was set. `noted_at`: ISO 8601 in UTC.
    `outcome`: what people say became of it; `ended_by`: the evidence that it is done, or why it was
    dropped. `points_to`: names of items of the worklist (`measures.worklist.item.Item`): once the
    data raise none of them any more, the resolution is done without a hand.
    """

    number: int
    version: int
    slide: str
    text: str
    owner: str
    due_on: str | None
    noted_at: str
    is_withdrawn: bool = False
    outcome: Outcome = "open"
    ended_by: str = ""
    level: Level = ""
    strategy: Strategy = ""
    points_to: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """The latest version of the minutes of a meeting.

    `number`, `version`: both from 1. `held_on`: ISO 8601, Common Era. `release`: the number of the
    release it looked at. `selection`: filters and slides, as the query of the link that shows them:
    "year=2563&slides=stand". `follows`: the number of the meeting before it, None for the first.
    `noted_at`: ISO 8601 in UTC. `level`: of the committee that met.
    """

    number: int
    version: int
    title: str
    held_on: str
    release: int
    selection: str
    follows: int | None
    noted_at: str
    level: Level = ""
    resolutions: tuple[Resolution, ...] = ()

    @property
    def standing(self) -> tuple[Resolution, ...]:
        """Return the resolutions that were not withdrawn, in their order."""
        return tuple(one for one in self.resolutions if not one.is_withdrawn)

    @property
    def as_of(self) -> str:
        """Return when anything in these minutes was last noted, as ISO 8601 in UTC."""
        return max([self.noted_at, *(one.noted_at for one in self.resolutions)])
