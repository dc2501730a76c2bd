"""What each measure is, in words for readers: read from data/measures, one file a subject."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from utils import paths
from utils.measures.cities import effect
from utils.measures.coverage import groups, outlook, rounds, rules
from utils.measures.peers import MINIMUM_PEERS
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.measures.scores.lpa import LPA_PASS_PERCENT
from utils.measures.staircase import stalled, survival
from utils.measures.worklist import candidates
from utils.measures.worklist import scores as worklist_scores
from utils.words import Lang

Subject = Literal["coverage", "staircase", "scores", "cities", "changes", "worklist", "registers"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
TEXTS = ("name", "rule", "formula", "unit", "source")
# What a text names in braces: each number stands in the program once.
CONSTANTS = {
    "window": rules.DEFAULT_WINDOW_YEARS,
    "small": groups.SMALL_GROUP,
    "break_year": rounds.SERIES_BREAK_YEAR_BE,
    "years": outlook.MINIMUM_YEARS,
    "outlook": round(100 * outlook.INTERVAL),
    "interval": round(100 * survival.CONFIDENCE),
    "quantile": round(100 * stalled.QUANTILE),
    "table_years": stalled.MINIMUM_TABLE_YEARS,
    "complete": COMPLETE_PERCENT,
    "lpa": LPA_PASS_PERCENT,
    "peers": MINIMUM_PEERS,
    "pilots": effect.MINIMUM_PILOTS,
    "pilot_interval": round(100 * effect.INTERVAL),
    "near": candidates.MOST,
    "far": worklist_scores.FAR_POINTS,
}


@dataclass(frozen=True, kw_only=True)
class Definition:
    """One measure in one language.

    `functions` : what computes it, the function that it is named by first, as dotted names below
    utils.measures. `name`; `rule` in words; `formula`; `unit`; `source` of the rule.
    """

    functions: tuple[str, ...]
    name: str
    rule: str
    formula: str
    unit: str
    source: str


def definitions(subject: Subject, lang: Lang) -> list[Definition]:
    """Return the definitions of the measures of one subject, in reading order.

    Raises
    ------
    KeyError
        If an entry lacks a text, or names a constant that is none of `CONSTANTS`.
    """
    return [
        Definition(
            functions=(function, *entry.get("with", ())),
            **{text: entry[text][lang].format(**CONSTANTS) for text in TEXTS},
        )
        for function, entry in _file(subject).items()
    ]


@cache
def _file(subject: Subject) -> dict[str, dict[str, Any]]:
    return tomllib.loads((paths.MEASURES / f"{subject}.toml").read_text("utf-8"))
