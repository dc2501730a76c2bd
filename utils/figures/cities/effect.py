"""Did being a pilot make a difference? The result as data for the component `board`."""

from __future__ import annotations

from typing import Any, Literal

from utils.measures.cities.effect import MINIMUM_PILOTS, PilotEffect
from utils.words import Words

COUNTS = ("pilots", "dated", "valued", "matched", "others")


def board(
    effect: PilotEffect, years: tuple[int, int], words: Words, *, of: Literal["awards", "scores"]
) -> dict[str, Any]:
    """Return the result with the numbers it is based on, or that there are too few pilots.

    Parameters
    ----------
    effect : PilotEffect
    years : tuple of int
        First and last fiscal year of the award list, which is used for matching.
    words : Words
    of : str
        What is compared: awards in a listed year, or totals of scores.
    """
    return {
        "known": not effect.not_enough_data,
        **_answer(effect, words, of),
        "asides": [
            {
                "title": words("effect.rests_on"),
                "items": [
                    {"term": str(getattr(effect, name)), "value": words(key)}
                    for name, key in _named(of)
                ],
                "note": words(f"effect.method.{of}", first=years[0], last=years[1]),
            }
        ],
        "groups": [],
    }


def _named(of: str) -> list[tuple[str, str]]:
    """Return the names of the counts with the keys of their texts."""
    keys = {name: f"effect.{name}" for name in COUNTS} | {"valued": f"effect.valued.{of}"}
    return list(keys.items())


def _answer(effect: PilotEffect, words: Words, of: str) -> dict[str, Any]:
    if effect.not_enough_data:
        lead = words("effect.too_few", n=effect.matched, least=MINIMUM_PILOTS)
        return {"number": words("effect.not_enough"), "of": "", "lead": [lead]}
    changes = (_signed(effect.pilots_change), _signed(effect.others_change))
    lead = words(
        "effect.interval",
        low=_signed(effect.low),
        high=_signed(effect.high),
        pilots=changes[0],
        others=changes[1],
    )
    return {
        "number": _signed(effect.effect),
        "of": words(f"effect.unit.{of}"),
        "lead": [lead, words("effect.no_cause")],
    }


def _signed(value: float | None) -> str:
    return "" if value is None else f"{value:+.2f}"
