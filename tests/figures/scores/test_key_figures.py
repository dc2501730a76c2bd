"""The first screen of scores: what it says where nothing can be judged."""

from __future__ import annotations

import pandas as pd
import pytest

from utils.figures.scores import key_figures
from utils.figures.scores.key_figures import KeyFigures
from utils.figures.scores.sentences import sentence
from utils.measures.scores.summary import Middle, Reached, ScoresInBrief
from utils.tables import shipped
from utils.words import LANGS, Lang, Words

NOBODY = Reached(n=0, counts=(("good", 0), ("very_good", 0), ("excellent", 0)), assumed=False)
CUTOFFS = shipped.load("score_cutoffs")


def answer(
    results: Reached = NOBODY, passed: Reached = NOBODY, cutoffs: pd.DataFrame = CUTOFFS
) -> KeyFigures:
    return KeyFigures(
        brief=ScoresInBrief(assessed=2, total=Middle(n=0)),
        components=pd.DataFrame(columns=["median", "low", "high", "n", "known", "of"]),
        passed=passed,
        results=results,
        cutoffs=cutoffs,
        names={},
        assessor="self",
        fiscal_year_be=2567,
    )


@pytest.mark.parametrize("lang", LANGS)
def test_assumed_cutoffs_are_called_so_where_no_total_is_known(lang: Lang) -> None:
    words = Words(lang)
    *_, passed, results = key_figures.data(answer(), words, notes=[], fictitious=False)["figures"]
    [printed] = results["notes"]
    assert printed == words("scores.assumed_are", cutoffs=printed.split(": ")[1])
    assert words("scores.cutoffs_assumed") not in passed["notes"]
    stated = CUTOFFS.assign(confidence="stated")
    *_, results = key_figures.data(answer(cutoffs=stated), words, notes=[], fictitious=False)[
        "figures"
    ]
    assert results["notes"] == [printed.split(": ")[1]]


@pytest.mark.parametrize("lang", LANGS)
def test_the_sentence_never_counts_none_of_nobody(lang: Lang) -> None:
    words = Words(lang)
    unknown = sentence(answer(), words, area="", fictitious=False)
    assert words("scores.sentence_nobody_passed") in unknown
    assert words("scores.sentence_nobody_results") in unknown
    assert "0 of 0" not in unknown
    assert "0 จาก 0" not in unknown
    passed = Reached(n=3, counts=(("pass", 0),), assumed=False)
    results = Reached(n=4, counts=(("good", 1), ("very_good", 1)), assumed=True)
    known = sentence(answer(results, passed), words, area="", fictitious=False)
    assert {"th": "0 จาก 3", "en": "0 of 3"}[lang] in known
    assert {"th": "2 จาก 4", "en": "2 of 4"}[lang] in known
    assert words("scores.sentence_assumed") in known
