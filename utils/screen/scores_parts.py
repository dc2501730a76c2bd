"""The parts of the scores page on its selection: indicators, heat map, totals, assessors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from utils.figures import invented, score_heat, score_pairs, score_rows, score_strips
from utils.figures.score_names import signed
from utils.figures.score_pairs import Pairs
from utils.measures import score_change, score_selection, score_shares, score_summary
from utils.measures.groups import SMALL_GROUP
from utils.measures.holding_back import holding_back
from utils.measures.score_change import Spread
from utils.screen import cache, components, scores, scores_takes, tables
from utils.screen.components import Chart
from utils.screen.scores import View


def draw(part: str, seen: View) -> None:
    """Draw one part of the page."""
    parts: dict[str, Callable[[View], None]] = {
        "indicators": _indicators,
        "heat": _heat,
        "totals": _totals,
        "assessors": _assessors,
        "takes": scores_takes.draw,
    }
    if seen.totals.empty and part not in {"assessors", "takes"}:
        st.info(_nothing(seen))
        return
    parts[part](seen)


def _nothing(seen: View) -> str:
    return seen.words(
        "scores.no_year", year=seen.year, assessor=scores.assessor(seen), years=scores.years(seen)
    )


def _indicators(seen: View) -> None:
    say = seen.words
    components.mount("strips", _indicator_panels(seen), key="indicators")
    _table(seen, "indicators", lambda: _indicator_rows(seen), say("scores.holding_lead_file"))


@cache.kept
def _summary(seen: View) -> pd.DataFrame:
    return score_summary.indicator_summary(seen.known, seen.whole.indicators)


@cache.kept
def _held(seen: View) -> pd.DataFrame:
    return holding_back(seen.known, scores.judged(seen, seen.scale), seen.whole.components)


@cache.kept
def _indicator_panels(seen: View) -> dict[str, Any]:
    say, names = seen.words, scores.indicators(seen)
    mark = invented.mark(say, fictitious=seen.fictitious)
    held, weak = _held(seen), score_summary.weakest(_summary(seen))
    of = 0 if held.empty else int(held["of"].iloc[0])
    few = say("scores.holding_few", minimum=SMALL_GROUP) if of < SMALL_GROUP else ""
    kind = "few" if few else "many"
    panels = [
        {
            "title": say("scores.weakest", year=seen.year),
            "axis": f"{say('scores.weakest_axis')} · {say('scores.names_note')}",
            "rows": score_strips.weakest(weak, names, say),
        },
        {
            "title": say("scores.holding"),
            "lead": say("scores.holding_lead", n=of) + few,
            "axis": say(f"scores.holding_axis.{kind}", marks=scores_takes.marks(seen)),
            "rows": score_strips.holding(held, names, say),
        },
    ]
    return {"panels": [panel | {"mark": mark} for panel in panels]}


def _indicator_rows(seen: View) -> pd.DataFrame:
    return score_rows.indicators(_summary(seen), _held(seen), scores.indicators(seen), seen.words)


def _heat(seen: View) -> None:
    say = seen.words
    st.header(say("scores.heat", n=len(seen.totals), year=seen.year), anchor=False)
    components.mount("heat", _heat_map(seen), key="heat")
    rows = lambda: score_rows.heat(seen.known, scores.names(seen), say)  # noqa: E731 built if asked
    _table(seen, "heat", rows, say("scores.heat_note"))


@cache.kept
def _heat_map(seen: View) -> dict[str, Any]:
    return score_heat.data(
        score_shares.score_shares(seen.known),
        score_heat.Axes(
            laos=scores.names(seen),
            types=seen.here.where["lao_type"],
            catalogue=seen.catalogue,
            components=scores.components(seen),
        ),
        seen.words,
        fictitious=seen.fictitious,
    )


def _totals(seen: View) -> None:
    say = seen.words
    components.mount("strips", _classes(seen), key="classes")
    _table(seen, "classes", lambda: score_rows.classes(_classed(seen), say), say("scores.fixed"))
    st.header(say("scores.change"), anchor=False)
    years = _years(seen)
    if years is None:
        st.info(say("scores.no_change", year=seen.year))
        return
    found = _changed(seen, years)
    components.chart(_change_chart(seen, years), key="change")
    names = _by_name(found, seen)
    rows = lambda: score_rows.changes(found, names, say)  # noqa: E731 built only if asked for
    _table(seen, "change", rows, say("scores.change_note", before=years[0], year=years[1]))


@cache.kept
def _classed(seen: View) -> pd.DataFrame:
    return score_summary.total_classes(seen.totals)


@cache.kept
def _classes(seen: View) -> dict[str, Any]:
    say = seen.words
    return {
        "mark": invented.mark(say, fictitious=seen.fictitious),
        "title": say("scores.classes", year=seen.year),
        "axis": say("scores.fixed"),
        "rows": score_strips.classes(_classed(seen), say),
    }


def _years(seen: View) -> tuple[int, int] | None:
    own = seen.here.known[seen.here.known["assessor"] == seen.assessor]
    before = score_selection.earlier_year(own, seen.year)
    return None if before is None else (before, seen.year)


@cache.kept
def _changed(seen: View, years: tuple[int, int]) -> pd.DataFrame:
    own = seen.here.known[seen.here.known["assessor"] == seen.assessor]
    return score_change.change(own, seen.whole.indicators, seen.whole.components, years_be=years)


@cache.kept
def _change_chart(seen: View, years: tuple[int, int]) -> Chart:
    say = seen.words
    found = _changed(seen, years).dropna(subset="change")
    titles = [say("scores.total_of", year=year) for year in years]
    lead = _spread(
        "scores.change_lead", score_change.spread(found["change"]), seen, before=years[0]
    )
    return _pairs(seen, found, ("before", "after"), titles, lead, say("scores.change_notes"))


def _assessors(seen: View) -> None:
    say = seen.words
    st.header(say("scores.assessors"), anchor=False)
    found = _both(seen)
    if found.empty:
        st.info(say("scores.no_both", year=seen.year))
        return
    titles = [say("scores.percent_of_area"), say("scores.percent_of_self")]
    lead = _spread("scores.assessors_lead", score_change.spread(found["over_rating"]), seen)
    columns = ("area_percent", "self_percent")
    note = say("scores.assessors_note")
    components.chart(_pairs(seen, found, columns, titles, lead, note), key="assessors")
    names = _by_name(found, seen)
    _table(seen, "assessors", lambda: score_rows.assessors(found, names, say), note)


@cache.kept
def _both(seen: View) -> pd.DataFrame:
    known = score_selection.of_year(seen.here.known, seen.year)
    return score_change.self_against_area(known)


def _pairs(  # noqa: PLR0913, PLR0917 two columns, their titles and what is said of them
    seen: View,
    found: pd.DataFrame,
    columns: tuple[str, str],
    titles: list[str],
    lead: str,
    note: str,
) -> Chart:
    say = seen.words
    names = scores.lao_names(seen.whole, tuple(found["lao_id"]), say)
    across, up = ([float(value) for value in found[column]] for column in columns)
    pairs = Pairs(
        across=across,
        up=up,
        names=[names[lao] for lao in found["lao_id"]],
        across_title=titles[0],
        up_title=titles[1],
    )
    figure = score_pairs.pairs(pairs, say, fictitious=seen.fictitious)
    return Chart(lead=lead, axis=titles[1], figure=figure, said=lead, notes=(note,))


def _spread(key: str, found: Spread, seen: View, **values: object) -> str:
    """Return how differences lie, in words."""
    say = seen.words
    counts = {"n": found.n, "above": found.above, "level": found.level, "below": found.below}
    half = say("scores.no_spread")
    if found.low is not None and found.median is not None and found.high is not None:
        half = say(
            "scores.spread",
            median=signed(found.median),
            low=signed(found.low),
            high=signed(found.high),
        )
    return say(key, year=seen.year, half=half, **counts, **values)


def _by_name(found: pd.DataFrame, seen: View) -> dict[str, str]:
    return scores.lao_names(seen.whole, tuple(found["lao_id"]), seen.words)


def _table(seen: View, name: str, rows: Callable[[], pd.DataFrame], definition: str) -> None:
    say = seen.words
    with tables.folded(say(f"scores.table.{name}"), key=f"{name}_table") as opened:
        if opened:
            tables.show(
                rows(),
                say,
                name=scores.file_name(seen, name),
                key=f"{name}_rows",
                about=scores.about(seen, definition),
            )
