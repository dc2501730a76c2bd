"""What the desk refuses to do, in words that say what can be done instead."""

from __future__ import annotations

from typing import Final

from utils.words import Lang, Words

_STATES: Final = frozenset({"state", "to"})  # what stands in the context as a code


class RefusedError(Exception):
    """An act that was asked for and not done. Nothing of it is in the store but the audit.

    `code` names the reason: its words are `desk.refused.<code>`, filled from `context`.
    """

    def __init__(self, code: str, **context: object) -> None:
        self.code = code
        self.context = context
        super().__init__(self.message("en"))

    def message(self, lang: Lang) -> str:
        """Say why, and what to do, in one or two sentences."""
        words = Words(lang)
        told = {
            name: words(f"desk.state.{value}") if name in _STATES else value
            for name, value in self.context.items()
        }
        return words(f"desk.refused.{self.code}", **told)
