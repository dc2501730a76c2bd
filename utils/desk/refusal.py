"""Refusals of the desk, with words that say what can be done instead."""

from __future__ import annotations

from typing import Final

from utils.tables.reading.normalise import tidy
from utils.words import Lang, Words

_STATES: Final = frozenset({"state", "to"})  # in the context these are codes of states


class RefusedError(Exception):
    """The desk did not do what somebody wanted; nothing of it is in the store but the audit.

    `code` names the reason: its words are `desk.refused.<code>`, filled from `context`.
    """

    def __init__(self, code: str, **context: object) -> None:
        self.code = code
        self.context = context
        super().__init__(self.message("en"))

    def message(self, lang: Lang) -> str:
        """Return why, and what to do, in one or two sentences."""
        words = Words(lang)
        values = {
            name: words(f"desk.state.{value}") if name in _STATES else value
            for name, value in self.context.items()
        }
        return words(f"refusal.{self.code}", **values)


def must_fit(text: str, most: int) -> str:
    """Return a typed text without invisible signs; raise `RefusedError` above `most` characters."""
    said = tidy(text)
    if len(said) > most:
        raise RefusedError("text_long", length=len(said), most=most)
    return said
