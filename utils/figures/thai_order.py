"""Thai names in the order of a dictionary: a vowel written first is read after its letter."""

from __future__ import annotations

import re

_FIRST_VOWEL = re.compile(r"([เ-ไ])([ก-ฮ])")
_MARKS = re.compile("[็-๎]")  # tones and other marks decide only between words else alike


def key(name: str) -> tuple[str, str]:
    """Return what a name is sorted by; a name in Latin letters stays as it is."""
    spoken = _FIRST_VOWEL.sub(r"\2\1", name)
    return (_MARKS.sub("", spoken), spoken)
