"""Names that a misspelt name may have meant: offered to the sender, never taken by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from utils.tables.places import ALIASES, Lao, Places, find_laos, split_type
from utils.tables.reading.writing import key

_LIKE_ENOUGH = 70.0  # of 100: one wrong letter in a four-letter name still scores 75
_AT_MOST = 3
_ALIAS_OF: Mapping[str, str] = {key(alias): code for alias, code in ALIASES.items()}


@lru_cache(maxsize=2_000)
def provinces(text: str, known: Places) -> tuple[str, ...]:
    """Return up to three Thai province names that `text` may have meant, likeliest first."""
    bare = key(text.removeprefix("จังหวัด").removeprefix("จ."))
    names = {**known.province_of, **_ALIAS_OF}
    return _names(known.province_names.get(names[near], "") for near in _near(bare, names))


@lru_cache(maxsize=2_000)
def laos(text: str, known: Places, *, province_code: str | None) -> tuple[str, ...]:
    """Return up to three LAOs that `text` may have meant, first those of the same province."""
    name = key(split_type(text)[1])
    same = [name] if name in known.laos else []
    found = [lao for one in [*same, *_near(name, known.laos)] for lao in known.laos[one]]
    found.sort(key=lambda lao: lao.province_code != province_code)
    return _names(_with_province(lao, known) for lao in found)


def values(text: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three values of a list that `text` may have meant, likeliest first."""
    return _names(_near(text, known))


def everywhere(text: str, known: Places) -> tuple[str, ...]:
    """Return the LAOs of all provinces that bear exactly this name and type, with their ids."""
    found = find_laos(text, known, province_code=None)
    return tuple(f"{lao.lao_id} {_with_province(lao, known)}" for lao in found)


def _with_province(lao: Lao, known: Places) -> str:
    return f"{lao.full_name} ({known.province_names[lao.province_code]})"


def _near(name: str, names: Iterable[str]) -> list[str]:
    scored = process.extract(
        name, list(names), scorer=fuzz.ratio, limit=_AT_MOST, score_cutoff=_LIKE_ENOUGH
    )
    return [near for near, _, _ in scored]


def _names(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in found if name))[:_AT_MOST]
