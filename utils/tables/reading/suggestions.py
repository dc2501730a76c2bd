"""Names that a misspelt one may stand for: suggested to the sender, never accepted as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process

from utils.tables.places import ALIASES, Lao, Places, find_laos, split_type
from utils.tables.reading.normalise import fold, spelling_key

_LIKE_ENOUGH = 70.0  # of 100: one wrong letter in a four-letter name still scores 75
_AT_MOST = 3
_ALIAS_OF: Mapping[str, str] = {spelling_key(alias): code for alias, code in ALIASES.items()}


@lru_cache(maxsize=2_000)
def provinces(text: str, places: Places) -> tuple[str, ...]:
    """Return up to three Thai province names that `text` may stand for, likeliest first."""
    bare = spelling_key(fold(text).removeprefix("จังหวัด").removeprefix("จ."))
    names = {**places.province_of, **_ALIAS_OF}
    return _names(places.province_names.get(names[near], "") for near in _near(bare, names))


@lru_cache(maxsize=2_000)
def laos(text: str, places: Places, *, province_code: str | None) -> tuple[str, ...]:
    """Return up to three LAOs that `text` may stand for, those of the same province first."""
    name = spelling_key(split_type(text)[1])
    same = [name] if name in places.laos else []
    laos = [lao for one in [*same, *_near(name, places.laos)] for lao in places.laos[one]]
    laos.sort(key=lambda lao: lao.province_code != province_code)
    return _names(with_province(lao, places) for lao in laos)


def values(text: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """Return up to three values of a list that `text` may stand for, likeliest first."""
    return _names(_near(text, allowed))


def namesakes(text: str, places: Places) -> tuple[str, ...]:
    """Return the LAOs of all provinces with exactly this name and type, with their ids."""
    laos = find_laos(text, places, province_code=None)
    return tuple(f"{lao.lao_id} {with_province(lao, places)}" for lao in laos)


def with_province(lao: Lao, places: Places) -> str:
    """Return an LAO with its type and province, as in ทต.ปริก (สงขลา); the reader takes that."""
    return f"{lao.full_name} ({places.province_names[lao.province_code]})"


def _near(name: str, names: Iterable[str]) -> list[str]:
    scored = process.extract(
        name, list(names), scorer=fuzz.ratio, limit=_AT_MOST, score_cutoff=_LIKE_ENOUGH
    )
    return [near for near, _, _ in scored]


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))[:_AT_MOST]
