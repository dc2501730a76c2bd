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
from utils.screen.scores.view import ScoresView


def draw(view: ScoresView) -> None:
    """Draw the totals of an earlier year against those of the year, or say why not."""
    words = view.words
    st.header(words("scores.change"), anchor=False)
    both = _comparable(view)
    if both.years_be is None:
        st.info(" · ".join(_apart(both, view)) or words("scores.no_change", year=view.year))
        return
    found = _changed(view, both.years_be)
    before, year = both.years_be
    if found["change"].isna().all():
        of_both = {"n": len(found), "before": before, "year": year}
        none = words("scores_change.none", **of_both, percent=COMPLETE_PERCENT)
        st.info(" · ".join([none, *_left_out(both, view)]))
        return
    components.chart(_chart(view, both.years_be), key="change")
    names = score_pairs_part.by_name(found, view)
    kind = "mapped" if both.translated else "same"
    definition = words(f"scores_change.file.{kind}", before=before, year=year)
    download.folded(
        view,
        "change",
        lambda: score_rows_figure.changes(found, names, words),
        " · ".join([definition, *_left_out(both, view)]),
        laos=names,
    )


@cache.kept
def _comparable(view: ScoresView) -> Comparable:
    return comparable(
        view.assessments,
        view.whole.mappings,
        view.whole.indicators,
        fiscal_year_be=view.year,
        edition=str(view.edition),
    )


@cache.kept
def _changed(view: ScoresView, years: tuple[int, int]) -> pd.DataFrame:
    known = _comparable(view).known
    return score_change.change(known, view.whole.indicators, view.whole.components, years_be=years)


@cache.kept
def _chart(view: ScoresView, years: tuple[int, int]) -> Chart:
    words, both, every = view.words, _comparable(view), _changed(view, years)
    found = every.dropna(subset="change")
    titles = [words("scores.total_of", year=year) for year in years]
    lead = score_pairs_part.spread(
        "scores.change_lead", score_change.spread(found["change"]), view, before=years[0]
    )
    few = len(every) - len(found)
    thin = [words("scores_change.thin", n=few, percent=COMPLETE_PERCENT)] if few else []
    kind = "mapped" if both.translated else "same"
    notes = (words(f"scores_change.notes.{kind}"), *_left_out(both, view), *thin)
    return score_pairs_part.pairs(view, found, ("before", "after"), titles, lead, notes)


def _left_out(both: Comparable, view: ScoresView) -> list[str]:
    """Return which indicators the mapping leaves out, and who is not compared at all."""
    said = [
        view.words(
            "scores_change.translated",
            laos=one.laos,
            edition=_title(one.edition, view),
            mapped=one.mapped,
            of=one.of,
            left=one.of - one.mapped,
        )
        for one in both.translated
    ]
    return [*said, *_apart(both, view)]


def _apart(both: Comparable, view: ScoresView) -> list[str]:
    return [
        view.words(
            "scores_change.apart",
            laos=one.laos,
            before=one.fiscal_year_be,
            edition=_title(one.edition, view),
            here=_title(str(view.edition), view),
        )
        for one in both.apart
    ]


def _title(edition: str, view: ScoresView) -> str:
    table = view.whole.editions
    return str(table.loc[table["edition"] == edition, f"title_{view.words.lang}"].iloc[0])
