"""Did being a pilot make a difference? The answer as the component `board` shows it."""

from __future__ import annotations

from typing import Any

from utils.measures.pilots_effect import MINIMUM_PILOTS, PilotEffect
from utils.words import Words

COUNTS = ("pilots", "dated", "valued", "matched", "others")


def board(found: PilotEffect, years: tuple[int, int], words: Words) -> dict[str, Any]:
    """Return the answer with the numbers it rests on, or that too few can tell.

    Parameters
    ----------
    found : PilotEffect
        On the award record: awards in a listed year.
    years : tuple of int
        First and last fiscal year of the record.
    words : Words
    """
    return {
        "known": not found.not_enough_data,
        **_answer(found, words),
        "asides": [
            {
                "title": words("effect.rests_on"),
                "items": [
                    {"term": str(getattr(found, name)), "value": words(f"effect.{name}")}
                    for name in COUNTS
                ],
                "note": words("effect.method", first=years[0], last=years[1]),
            }
        ],
        "groups": [],
    }


def _answer(found: PilotEffect, words: Words) -> dict[str, Any]:
    if found.not_enough_data:
        said = words("effect.too_few", n=found.matched, least=MINIMUM_PILOTS)
        return {"number": words("effect.not_enough"), "of": "", "lead": [said]}
    changes = (_signed(found.pilots_change), _signed(found.others_change))
    said = words(
        "effect.interval",
        low=_signed(found.low),
        high=_signed(found.high),
        pilots=changes[0],
        others=changes[1],
    )
    return {
        "number": _signed(found.effect),
        "of": words("effect.unit"),
        "lead": [said, words("effect.no_cause")],
    }


def _signed(value: float | None) -> str:
    return "" if value is None else f"{value:+.2f}"
