"""Thai names in the order of a dictionary: a vowel written first is read after its letter."""

from __future__ import annotations

import re

_FIRST_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_MARKS = re.compile("[็-๎]")  # tone and other marks decide only between equal words


def key(name: str) -> tuple[str, str]:
    """Return the sort key of a name; names in Latin letters are unchanged."""
    spoken = _FIRST_VOWEL.sub(r"\2\1", name)
    return (_MARKS.sub("", spoken), spoken)
