"""How totals changed between two years, through a declared mapping where the editions differ."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from utils.figures.scores import rows as score_rows_figure
from utils.measures.scores import change as score_change
from utils.measures.scores.comparable import Comparable, comparable
from utils.measures.scores.components import COMPLETE_PERCENT
from utils.screen.app import cache, components
from utils.screen.app.components import Chart
from utils.screen.scores import download
from utils.screen.scores import pairs as score_pairs_part
from utils.screen.scores.view import View


def draw(seen: View) -> None:
    """Draw the totals of an earlier year against those of the year, or say why not."""
    say = seen.words
    st.header(say("scores.change"), anchor=False)
    both = _comparable(seen)
    if both.years_be is None:
        st.info(" · ".join(_apart(both, seen)) or say("scores.no_change", year=seen.year))
        return
    found = _changed(seen, both.years_be)
    before, year = both.years_be
    if found["change"].isna().all():
        of_both = {"n": len(found), "before": before, "year": year}
        none = say("scores_change.none", **of_both, percent=COMPLETE_PERCENT)
        st.info(" · ".join([none, *_left_out(both, seen)]))
        return
    components.chart(_chart(seen, both.years_be), key="change")
    names = score_pairs_part.by_name(found, seen)
    kind = "mapped" if both.translated else "same"
    definition = say(f"scores_change.file.{kind}", before=before, year=year)
    download.folded(
        seen,
        "change",
        lambda: score_rows_figure.changes(found, names, say),
        " · ".join([definition, *_left_out(both, seen)]),
        laos=names,
    )


@cache.kept
def _comparable(seen: View) -> Comparable:
    return comparable(
        seen.assessments,
        seen.whole.mappings,
        seen.whole.indicators,
        fiscal_year_be=seen.year,
        edition=str(seen.edition),
    )


@cache.kept
def _changed(seen: View, years: tuple[int, int]) -> pd.DataFrame:
    known = _comparable(seen).known
    return score_change.change(known, seen.whole.indicators, seen.whole.components, years_be=years)


@cache.kept
def _chart(seen: View, years: tuple[int, int]) -> Chart:
    say, both, every = seen.words, _comparable(seen), _changed(seen, years)
    found = every.dropna(subset="change")
    titles = [say("scores.total_of", year=year) for year in years]
    lead = score_pairs_part.spread(
        "scores.change_lead", score_change.spread(found["change"]), seen, before=years[0]
    )
    few = len(every) - len(found)
    thin = [say("scores_change.thin", n=few, percent=COMPLETE_PERCENT)] if few else []
    kind = "mapped" if both.translated else "same"
    notes = (say(f"scores_change.notes.{kind}"), *_left_out(both, seen), *thin)
    return score_pairs_part.pairs(seen, found, ("before", "after"), titles, lead, notes)


def _left_out(both: Comparable, seen: View) -> list[str]:
    """Return which indicators the mapping leaves out, and who is not compared at all."""
    said = [
        seen.words(
            "scores_change.translated",
            laos=one.laos,
            edition=_title(one.edition, seen),
            mapped=one.mapped,
            of=one.of,
            left=one.of - one.mapped,
        )
        for one in both.translated
    ]
    return [*said, *_apart(both, seen)]


def _apart(both: Comparable, seen: View) -> list[str]:
    return [
        seen.words(
            "scores_change.apart",
            laos=one.laos,
            before=one.fiscal_year_be,
            edition=_title(one.edition, seen),
            here=_title(str(seen.edition), seen),
        )
        for one in both.apart
    ]


def _title(edition: str, seen: View) -> str:
    table = seen.whole.editions
    return str(table.loc[table["edition"] == edition, f"title_{seen.words.lang}"].iloc[0])
