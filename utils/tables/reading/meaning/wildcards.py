"""Letters lost in a cell: what it was is certain where one allowed value alone has the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from utils.tables.reading.normalise import fold, spelling_key

_LOST: Final = re.compile("[?\ufffd]")
_RUN: Final = re.compile("\ufffd+|[?]")
_SURE: Final = 2  # of the signs of a value, at most one in so many may be lost
_BYTES: Final = 3  # of a Thai letter in UTF-8: each may have become a sign of its own


def filled(text: str, allowed: Mapping[str, str]) -> str | None:
    """Return the code of the one allowed value that a text with lost letters fits; None for none.

    Parameters
    ----------
    text : str
        With "?" for each lost letter, or U+FFFD for each, or for each of its bytes.
    allowed : mapping of code by words

    Examples
    --------
    >>> filled("ระดับพื้?ที่", {"ระดับพื้นที่": "area", "ระดับประเทศ": "national"})
    'area'
    """
    folded = fold(text)
    if not _LOST.search(folded) or len(_RUN.sub("", folded)) < len(folded) / _SURE:
        return None
    pattern = re.compile(_pattern(folded))
    codes = {code for words, code in allowed.items() if pattern.fullmatch(fold(words))}
    return codes.pop() if len(codes) == 1 and spelling_key(folded) else None


def _pattern(folded: str) -> str:
    parts, at = [], 0
    for run in _RUN.finditer(folded):
        parts.append(re.escape(folded[at : run.start()]))
        least, most = -(-len(run[0]) // _BYTES), len(run[0])
        parts.append(f".{{{least},{most}}}")
        at = run.end()
    return "".join(parts) + re.escape(folded[at:])
