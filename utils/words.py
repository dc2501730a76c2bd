"""The words of the interface, in Thai and in English: one catalogue, in data/words/."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from numbers import Integral
from string import Formatter
from typing import Any, Literal, cast

from utils import paths

Lang = Literal["th", "en"]
LANGS: tuple[Lang, ...] = ("th", "en")

# Placeholders that are filled by a count.
_COUNTS = frozenset(
    {
        *("added", "assessed", "awards", "base", "changed", "count", "counted", "doubled"),
        *("down", "ever", "found", "known", "laos", "left", "listed"),
        *("n", "of", "provinces", "published", "removed", "rows", "steps", "total"),
        *("totals", "unchanged", "up", "not_known", "unknown"),
    }
)


@dataclass(frozen=True)
class Words:
    """The catalogue in one language.

    Examples
    --------
    >>> Words("en")("window.years", first=2561, last=2563)
    'FY 2561–2563'
    >>> Words("en")("filter.window_years", n=1)
    '1 fiscal year'
    """

    lang: Lang

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of `key` with its {placeholders} filled.

        "{n:row|rows}" is filled by the first word where n is 1, by the second otherwise.

        Raises
        ------
        KeyError
            If the catalogue has no such key, or the text needs a value that was not given.
        """
        text = catalogue()[key][self.lang]
        told = {name: _told(name, value) for name, value in values.items()}
        # The slower filler only where a text has two forms.
        return _Filler().format(text, **told) if "|" in text else text.format(**told)

    def __contains__(self, key: str) -> bool:
        """Tell whether the catalogue has `key`."""
        return key in catalogue()

    def pick(self, *, th: str, en: str) -> str:
        """Return whichever of two texts is in this language: for names that tables hold."""
        return th if self.lang == "th" else en


def _told(name: str, value: object) -> object:
    """Return a count with its thousands apart, and anything else as it is: a year has none."""
    return f"{value:,}" if name in _COUNTS and _is_whole(value) else value


def _is_whole(value: object) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


class _Filler(Formatter):
    """Fills the {placeholders} of a text, those that choose between one and many included."""

    def format_field(self, value: object, format_spec: str) -> str:
        one, bar, many = format_spec.partition("|")
        if not bar:
            return str(super().format_field(value, format_spec))
        return one if str(value) == "1" else many


@cache
def catalogue() -> dict[str, dict[Lang, str]]:
    """Read every file of the catalogue into {key: {"th": …, "en": …}}.

    Raises
    ------
    ValueError
        If two files define one key, or an entry lacks a language.
    """
    texts_by_key: dict[str, dict[Lang, str]] = {}
    for path in sorted(paths.WORDS.glob("*.toml")):
        for key, texts in _entries(tomllib.loads(path.read_text("utf-8"))):
            if key in texts_by_key:
                raise ValueError(f"{path.name}: {key} is defined twice")
            if set(texts) != set(LANGS):
                raise ValueError(f"{path.name}: {key} needs exactly th and en")
            texts_by_key[key] = texts
    return texts_by_key


def _entries(node: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, dict[Lang, str]]]:
    if node and all(isinstance(value, str) for value in node.values()):
        yield prefix, cast("dict[Lang, str]", dict(node))
        return
    for name, value in node.items():
        yield from _entries(value, f"{prefix}.{name}" if prefix else name)
