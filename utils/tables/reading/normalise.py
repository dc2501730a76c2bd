"""Bring text as people write it, Thai, digits and headings, to one form for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_SPACES = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    r"\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    r"\ufffe\uffff\U000e0000-\U000e0fff]"
)
# Old Thai fonts kept shifted forms of the marks here; texts copied from a PDF still hold them.
_SHIFTED: Final = dict(zip(range(0xF700, 0xF71B), "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู", strict=True))
_VOWEL, _NIKHAHIT, _AA, _AM = "\u0e31\u0e34-\u0e3a\u0e47", "\u0e4d", "\u0e32", "\u0e33"
_TONE = "\u0e48-\u0e4c"
_MARKS = re.compile(f"[{_VOWEL}{_NIKHAHIT}{_TONE}\u0e4e{_AM}]{{2,}}")
_SPLIT_AM = re.compile(f"{_NIKHAHIT}([{_TONE}]*){_AA}")  # nikhahit, tone mark, sara aa
_DOUBLED = re.compile(f"([{_VOWEL}{_TONE}{_AM}{_NIKHAHIT}])\\1+")
_SPACE_BEFORE_MARK = re.compile(f" +(?=[{_VOWEL}{_TONE}{_AM}{_NIKHAHIT}])")
_ODD = re.compile(
    f"(?P<am>{_NIKHAHIT}[{_TONE}]?{_AA})|(?P<doubled>(?<=(.))\\3(?<=[{_VOWEL}{_TONE}{_AM}]))"
    f"|(?P<alone>(?<![\u0e01-\u0e3a\u0e47-\u0e4e])[{_VOWEL}{_TONE}{_AM}{_NIKHAHIT}])"
)
_THAI_MARK = re.compile(f"[{_VOWEL}{_NIKHAHIT}{_TONE}\uf700-\uf71a]")
_ALIKE: Final = {
    **dict.fromkeys(map(ord, "‘’‚‛′‵ʹʻʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–—―−⁃﹘﹣－"), "-"),
    ord("\u0e45"): _AA,  # ๅ, typed for า
}
_NOT_KEY = re.compile(r"[^0-9a-z\u0e01-\u0e39\u0e40-\u0e4e]")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_PARENTHESES = re.compile(r"\([^()]*\)")


def tidy(text: str) -> str:
    """Return the text without invisible characters and outer spaces, with plain spaces.

    Thai signs that look alike however they were typed are written one way: sara am as one sign, a
    tone mark behind the vowel that it stands above.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return _tidied(text)


@lru_cache(maxsize=20_000)
def _tidied(text: str) -> str:
    plain = _HIDDEN.sub("", _SPACES.sub(" ", text))
    return _composed(unicodedata.normalize("NFC", plain)).strip()


def _composed(text: str) -> str:
    if not _THAI_MARK.search(text):
        return text
    before, now = "", text.translate(_SHIFTED)
    while now != before:  # a sara am that was split may stand beside further marks
        before = now
        now = _SPLIT_AM.sub(f"\\1{_AM}", _MARKS.sub(_in_order, now))
    return now


def _in_order(run: re.Match[str]) -> str:
    return "".join(sorted(run[0], key=_place))


def _place(mark: str) -> int:
    """Return where a mark stands among those of one consonant: vowel, tone, nikhahit, sara am."""
    if mark in {_NIKHAHIT, _AM}:
        return 2 + (mark == _AM)
    return 1 if "\u0e48" <= mark <= "\u0e4e" else 0


def has_hidden_characters(text: str) -> bool:
    """Tell whether the text holds invisible characters."""
    return not text.isprintable() and _HIDDEN.search(text) is not None


def visible(text: str) -> str:
    """Return the text with the signs that nobody sees, or sees as others, written out.

    Examples
    --------
    >>> visible("ที่ท\u0e4d\u0e32การ")
    'ที่ท[◌ํ+า]การ'
    """
    if text.isascii() and text.isprintable():
        return text
    shown = _ODD.sub(lambda odd: "[" + "+".join(map(_alone, odd[0])) + "]", text)
    return _HIDDEN.sub(_named, _SPACES.sub(_named, shown))


def _plain(sign: str) -> str:
    """Return a sign without its width; a raised or circled digit stays: 5² is not 52."""
    if sign.isascii() or (sign.isnumeric() and not sign.isdecimal()):
        return sign
    return unicodedata.normalize("NFKC", sign)


def _alone(sign: str) -> str:
    return f"◌{sign}" if _THAI_MARK.match(sign) else sign


def _named(sign: re.Match[str]) -> str:
    return f"[U+{ord(sign[0]):04X}]"


def arabic_digits(text: str) -> str:
    """Return the text with Thai digits written as Arabic ones."""
    return text if text.isascii() else text.translate(THAI_DIGITS)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Return the one form that every comparison of texts uses; words and signs stay apart.

    As `tidy`, then: case is dropped, Thai digits are Arabic, signs of double width are plain, a
    mark typed twice counts once, a space before a mark is none, and signs that are typed for one
    another are one: quotes, dashes, เเ and แ, ๅ and า.
    """
    plain = tidy(text)
    if not plain.isascii():
        plain = "".join(map(_plain, plain.translate(_ALIKE))).translate(THAI_DIGITS)
        plain = _DOUBLED.sub(r"\1", _SPACE_BEFORE_MARK.sub("", plain))
        plain = _DOUBLED.sub(r"\1", _composed(plain))
    return plain.casefold().replace("เเ", "แ")


@lru_cache(maxsize=20_000)
def spelling_key(text: str) -> str:
    """Return a key that all spellings of one name share: `fold` without spaces and punctuation.

    Examples
    --------
    >>> spelling_key("สสภ. ๑๖") == spelling_key("สสภ16")
    True
    """
    return _NOT_KEY.sub("", fold(text))


@lru_cache(maxsize=20_000)
def punctuation(text: str) -> frozenset[str]:
    """Return the punctuation that `spelling_key` drops.

    A text means a name only where it adds no sign to it: 6.0 is no code, and สงขลา? is a doubt.
    """
    return frozenset(sign for sign in _NOT_KEY.findall(fold(text)) if not sign.isspace())


def inert(text: str) -> str:
    """Return the text so that no spreadsheet runs it: a leading quote turns a formula into text."""
    return f"'{text}" if text.startswith(_RUNS) else text


def heading_keys(text: str) -> tuple[str, ...]:
    """Return the spelling keys of a heading: as written, then without (units)."""
    whole, bare = spelling_key(text), spelling_key(_PARENTHESES.sub("", text))
    return (whole,) if bare in {whole, ""} else (whole, bare)
