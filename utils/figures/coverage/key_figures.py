"""The number of provinces that count, and those that remain: data for the component `brief`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from utils.figures import labels
from utils.figures.coverage.sentences import Standing
from utils.measures.coverage.rounds import RoundStatus
from utils.measures.coverage.rules import DEFAULT_WINDOW_YEARS, Question
from utils.tables.declared.schemas import ROUNDS
from utils.words import Words

SHOWN = 12  # names of a group that are shown; the others are folded
WAITING = ("none", "older", "other")


@dataclass(frozen=True, kw_only=True)
class Taking:
    """What a reader can copy: the sentence, and the address that reproduces the view."""

    sentence: str
    address: str


def figure(
    standing: Standing, words: Words, *, years: tuple[int, int], ever: int | None
) -> dict[str, Any]:
    """Return one large number with its rule, window and note.

    Parameters
    ----------
    standing : Standing
    words : Words
    years : tuple of int
        First and last fiscal year of the record.
    ever : int or None
        The count by the same rule over all years up to the question's, where its window is shorter.
    """
    question = standing.question
    window = labels.window(question, years[0], words)
    if standing.without_round(years[1]):
        number, note = words("overview.no_round"), words("overview.no_round_note")
    elif standing.counted is None:
        number, note = words("overview.unknown"), words("overview.unknown_note", last=years[1])
    else:
        number = str(standing.counted)
        note = _note(standing, years[0], words)
        if ever is not None:
            beside = words(
                "window.ever_beside", first=years[0], last=question.fiscal_year_be, n=ever
            )
            window = f"{window} · {beside}"
    return {
        "number": number,
        "of": "" if standing.counted is None else words("overview.of", total=standing.total),
        "rule": labels.rule(question, words),
        "window": window,
        "notes": [note],
        "known": standing.counted is not None,
    }


def _note(standing: Standing, first_year_be: int, words: Words) -> str:
    """Return what the rule counts, where its name does not say so."""
    question = standing.question
    if question.rule == "c":
        return standing.caveat
    if question.rule == "d":
        return f"{words('rule.note.d')} · {standing.caveat}"
    key = "rule.note.b_own" if question.own_window else f"rule.note.{question.rule}"
    return words(key, n=DEFAULT_WINDOW_YEARS, first=first_year_be)


def as_of(rounds: Mapping[str, RoundStatus], last_year_be: int, words: Words) -> list[str]:
    """Return the last year of the data and their source, and which rounds are not listed.

    `rounds`: the state of the chosen year's round, by level.
    """
    lines = [words("overview.as_of", last=last_year_be, publisher=words("source.publisher"))]
    unlisted = [
        words(f"overview.round.{level}", status=ROUNDS.columns["status"].label(status, words.lang))
        for level, status in rounds.items()
        if status != "listed"
    ]
    return [*lines, " · ".join(unlisted)] if unlisted else lines


def remaining(
    states: pd.DataFrame,
    provinces: pd.DataFrame,
    words: Words,
    *,
    question: Question,
    link: tuple[str, str],
) -> dict[str, Any]:
    """Return the provinces that are not counted, by name, grouped by status.

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
    waiting: dict[str, list[str]] = {status: [] for status in WAITING}
    for code, status in zip(states.index, states["status"], strict=True):
        if status in waiting:
            waiting[status].append(code)
    if not any(waiting.values()):
        known = bool(states["counted"].notna().any())
        title = words("overview.all_counted") if known else ""
        return {"title": title, "groups": [], "note": "", "link": link}
    name = provinces[f"name_{words.lang}"]
    named = {
        code: {"name": shown, "iso": iso}
        for code, shown, iso in zip(
            provinces["province_code"], name, provinces["iso_code"], strict=True
        )
    }
    groups = []
    for status, codes in waiting.items():
        if not codes:
            continue
        label = labels.status(status, question, words)
        listed = [named[code] for code in sorted(codes)]
        groups.append(
            {
                "label": words("overview.group", label=label, n=len(codes)),
                "more": words("overview.more", n=max(len(codes) - SHOWN, 0)),
                "provinces": listed[:SHOWN],
                "rest": listed[SHOWN:],
            }
        )
    return {
        "title": words("overview.remaining", n=sum(map(len, waiting.values()))),
        "groups": groups,
        "note": "",
        "link": link,
    }


def data(
    main: dict[str, Any],
    others: list[dict[str, Any]],
    waiting: dict[str, Any],
    taking: Taking,
    words: Words,
) -> dict[str, Any]:
    """Return all data of the component."""
    return {
        "main": main,
        "others": others,
        "remaining": waiting,
        "sentence": taking.sentence,
        "address": taking.address,
        "copyLabel": words("overview.copy"),
        "copiedLabel": words("overview.copied"),
    }
