"""The first screen of scores: what it says where nothing can be judged."""

from __future__ import annotations

import pandas as pd
import pytest

from tests.measures.scoring import shipped_record
from utils.figures import score_brief
from utils.figures.score_brief import Answer
from utils.measures.score_selection import Middle, Reached, ScoresInBrief
from utils.words import LANGS, Lang, Words

NOBODY = Reached(n=0, counts=(("good", 0), ("very_good", 0), ("excellent", 0)), assumed=False)
CUTOFFS = shipped_record(fictitious=True).cutoffs


def answer(
    results: Reached = NOBODY, passed: Reached = NOBODY, cutoffs: pd.DataFrame = CUTOFFS
) -> Answer:
    return Answer(
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
    say = Words(lang)
    *_, passed, results = score_brief.data(answer(), say, notes=[], fictitious=False)["figures"]
    [printed] = results["notes"]
    assert printed == say("scores.assumed_are", cutoffs=printed.split(": ")[1])
    assert say("scores.cutoffs_assumed") not in passed["notes"]
    stated = CUTOFFS.assign(confidence="stated")
    *_, results = score_brief.data(answer(cutoffs=stated), say, notes=[], fictitious=False)[
        "figures"
    ]
    assert results["notes"] == [printed.split(": ")[1]]
