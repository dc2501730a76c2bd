"""The number of provinces that count, and those that remain: data for the component `brief`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.figures.coverage.sentences import Standing
from utils.measures.coverage.coverage import Bounds, by_record, headline, waiting_states
from utils.measures.coverage.firmness import Firmness
from utils.measures.coverage.rules import DEFAULT_WINDOW_YEARS, Question
from utils.words import Words

SHOWN = 12  # names of a group that are shown; the others are folded


@dataclass(frozen=True, kw_only=True)
class Taking:
    """What a reader can copy: the sentence, and the address that reproduces the view."""

    sentence: str
    address: str


def figure(
    standing: Standing, words: Words, *, years: tuple[int, int], ever: Bounds | None
) -> dict[str, Any]:
    """Return one large number with its rule, window and note.

    Parameters
    ----------
    standing : Standing
    words : Words
    years : tuple of int
        First and last fiscal year with a result.
    ever : Bounds or None
        The count by the same rule over all years up to the question's, where its window is shorter.
    """
    question = standing.question
    window = labels.window(question, years[0], words)
    bounds = standing.bounds
    if bounds.no_round:
        number, note = words("overview.no_round"), words("overview.no_round_note")
    elif bounds.at_least is None:
        number, note = words("overview.unknown"), words("overview.unknown_note", last=years[1])
    else:
        number = str(bounds.at_least)
        note = _note(standing, years[0], words)
        if ever is not None:
            beside = words(
                "window.ever_beside",
                first=years[0],
                last=question.fiscal_year_be,
                n=labels.between(ever, words),
            )
            window = f"{window} · {beside}"
    return {
        "before": "" if bounds.exact or bounds.at_least is None else words("between.at_least"),
        "number": number,
        "of": _of(bounds, words),
        "rule": labels.rule(question, words),
        "window": window,
        "notes": [note],
        "known": bounds.at_least is not None,
    }


def from_to(both: Sequence[Bounds], words: Words) -> dict[str, Any]:
    """Return one large number, or two of which the second follows the first: of the last, how many.

    `both`: before and now, or now alone.
    """
    numbers = [words("desk.unknown") if one.at_least is None else str(one.at_least) for one in both]
    known = all(one.at_least is not None for one in both)
    return {
        "known": known and bool(both),
        "before": "" if not known or all(one.exact for one in both) else words("between.at_least"),
        "number": " → ".join(numbers) or words("desk.unknown"),
        "of": _of(both[-1], words) if both else "",
    }


def _of(bounds: Bounds, words: Words) -> str:
    if bounds.at_least is None:
        return ""
    key = "overview.of" if bounds.exact else "overview.of_between"
    return words(key, total=bounds.total, n=bounds.not_known)


def _note(standing: Standing, first_year_be: int, words: Words) -> str:
    """Return what the rule counts, where its name does not say so."""
    question = standing.question
    if question.rule == "c":
        return standing.caveat
    if question.rule == "d":
        return f"{words('rule.note.d')} · {standing.caveat}"
    key = "rule.note.b_own" if question.own_window else f"rule.note.{question.rule}"
    return words(key, n=DEFAULT_WINDOW_YEARS, first=first_year_be)


def as_of(standing: Standing, last_year_be: int, words: Words) -> list[str]:
    """Return the last year of the data and their source, and which lists are not whole.

    `last_year_be`: the last fiscal year with a result.
    """
    lines = [words("overview.as_of", last=last_year_be, publisher=words("source.publisher"))]
    if standing.lists:
        lines.append(words("rounds.lists", lists=standing.lists))
    return [*lines, standing.not_held] if standing.not_held else lines


def firm(firmness: Firmness, words: Words) -> list[str]:
    """Return what the counted provinces rest on, a line each; none where nothing is counted."""
    if not firmness.counted:
        return []
    seen = [words("firm.year", year=year, n=n) for year, n in firmness.last_seen.items()]
    return [
        words("firm.one_row", n=firmness.one_row, of=firmness.counted),
        words("firm.one_city", n=firmness.one_city, of=firmness.counted),
        words("firm.last_seen", years=" · ".join(seen)),
    ]


def waiting(
    states: pd.DataFrame,
    provinces: pd.DataFrame,
    words: Words,
    *,
    question: Question,
    link: tuple[str, str],
) -> dict[str, Any]:
    """Return the provinces that are not counted, or not known to be, by name.

    They are grouped by what is on record of them.

    Parameters
    ----------
    states : DataFrame
        Rows of `utils.measures.coverage.coverage.by_province` for the chosen area.
    provinces : DataFrame
        As the table `provinces`.
    words : Words
    question : Question
    link : pair of str
        The address of a province's page before and after its ISO code: sent once, not with each of
        up to 76 names.
    """
    named_states = waiting_states(states)
    bounds = headline(states)
    if named_states.empty:
        title = "" if bounds.at_least is None else words("overview.all_counted")
        return {"title": title, "groups": [], "note": "", "link": link}
    name = provinces[f"name_{words.lang}"]
    named = {
        code: {"name": shown, "iso": iso}
        for code, shown, iso in zip(
            provinces["province_code"], name, provinces["iso_code"], strict=True
        )
    }
    groups = []
    for some in by_record(named_states):
        codes = list(some.index)
        label = labels.on_record(some.iloc[0].to_dict(), question, words)
        listed = [named[code] for code in codes]
        groups.append(
            {
                "label": words("overview.group", label=label, n=len(codes)),
                "more": words("overview.more", n=max(len(codes) - SHOWN, 0)),
                "provinces": listed[:SHOWN],
                "rest": listed[SHOWN:],
            }
        )
    return {
        "title": words(
            "overview.remaining" if bounds.exact else "overview.not_known", n=len(named_states)
        ),
        "groups": groups,
        "note": "",
        "link": link,
    }


def data(
    main: dict[str, Any],
    others: list[dict[str, Any]],
    remaining: dict[str, Any],
    taking: Taking,
    words: Words,
) -> dict[str, Any]:
    """Return all data of the component, but for what the number rests on."""
    return {
        "main": main,
        "others": others,
        "remaining": remaining,
        "sentence": taking.sentence,
        "address": taking.address,
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }
