"""Bring text as people write it, Thai, digits and headings, to one form for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
BLANKS = frozenset({"", "-", "–", "—", "ไม่มีข้อมูล", "ไม่ทราบ", "n/a"})

_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
_SPLIT_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")  # nikhahit, tone mark, sara aa
_NOT_KEY = re.compile(r"[^0-9a-z\u0e01-\u0e39\u0e40-\u0e4e]")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_PARENTHESES = re.compile(r"\([^()]*\)")


def tidy(text: str) -> str:
    """Return the text without invisible characters and outer spaces, with plain spaces."""
    if text.isascii() and text.isprintable():
        return text.strip()
    plain = _HIDDEN.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", plain).strip()


def has_hidden_characters(text: str) -> bool:
    """Tell whether the text holds invisible characters."""
    return not text.isprintable() and _HIDDEN.search(text) is not None


def arabic_digits(text: str) -> str:
    """Return the text with Thai digits written as Arabic ones."""
    return text if text.isascii() else text.translate(THAI_DIGITS)


def is_blank(text: str) -> bool:
    """Tell whether a tidy cell is empty, or says that the value is not known."""
    return text in BLANKS or text.casefold() in BLANKS


@lru_cache(maxsize=20_000)
def spelling_key(text: str) -> str:
    """Return a key that all spellings of one name share.

    Case, spaces and punctuation are dropped; Thai digits become Arabic; sara am is one sign however
    it was typed, and so is sara ae (แ, often typed as two เ).

    Examples
    --------
    >>> spelling_key("สสภ. ๑๖") == spelling_key("สสภ16")
    True
    """
    whole = _SPLIT_AM.sub("\\1\u0e33", _folded(text)).replace("เเ", "แ")
    return _NOT_KEY.sub("", whole)


@lru_cache(maxsize=20_000)
def punctuation(text: str) -> frozenset[str]:
    """Return the punctuation that `spelling_key` drops.

    A text means a name only where it adds no sign to it: 6.0 is no code, and สงขลา? is a doubt.
    """
    return frozenset(sign for sign in _NOT_KEY.findall(_folded(text)) if not sign.isspace())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", tidy(text)).translate(THAI_DIGITS).casefold()


def inert(text: str) -> str:
    """Return the text so that no spreadsheet runs it: a leading quote turns a formula into text."""
    return f"'{text}" if text.startswith(_RUNS) else text


def heading_keys(text: str) -> tuple[str, ...]:
    """Return the spelling keys of a heading: as written, then without (units)."""
    whole, bare = spelling_key(text), spelling_key(_PARENTHESES.sub("", text))
    return (whole,) if bare in {whole, ""} else (whole, bare)
