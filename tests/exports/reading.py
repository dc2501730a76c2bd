"""Text as other programs read it out of a PDF, made comparable."""

from __future__ import annotations

import re


def squeezed(text: str) -> str:
    """Return a text without blanks, which a reader guesses, and with sara am in one letter.

    Set in type, sara am is a ring above and a letter behind; a tone mark stands between them.
    """
    joined = "".join(text.split()).replace("\ufffe", "-")  # a hyphen at the end of a line
    return re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", joined)
